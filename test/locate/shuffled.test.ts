import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { emitText } from '../generator/emit/text.ts';
import { mutations, SLIPS } from '../generator/mutate.ts';
import { randomOf } from '../generator/random.ts';
import type { Block, Report } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';

/** A generated report with four mistakes. */
function wrong(i: number): Report {
  const { report, accounts } = sample(i);
  const random = randomOf(`shuffled${i}`);
  return Array.from({ length: 4 }).reduce<Report>(one => mutations(one, accounts, random, 1, SLIPS)[0]!.report, report);
}

/** Which figures are accused, what they should be, and for how many causes; which of two copies an equation quotes may differ. */
async function accused(report: Report) {
  const { findings } = await audit([{ file: 'report.txt', bytes: new TextEncoder().encode(emitText(report).text) }]);
  const told = findings.filter(({ severity }) => severity !== 'note');
  const first = told.map(({ suspects: [best], spots }) => (best ? `${spots[best.place]!.printed} → ${best.implied}` : 'nobody'));
  return { causes: new Set(told.map(({ cause }) => cause)).size, accused: [...new Set(first)].sort() };
}

const isTable = (block: Block) => block.kind === 'table';
const SENTENCES = ['本页无正文。', '※ ※ ※ ※', '以上情况特此说明。'];

describe.each([1, 2])('report %i with four mistakes', i => {
  const report = wrong(i);
  const { blocks } = report;
  const tables = blocks.filter(isTable);
  const rest = blocks.filter(block => !isTable(block));
  const plain = accused({ ...report, blocks: [...rest, ...tables] });

  it.each<readonly [string, readonly Block[]]>([
    ['its tables in another order', [...rest, ...randomOf(`order${i}`).shuffle([...tables])]],
    ['its tables before the text', [...rest.slice(0, 1), ...tables, ...rest.slice(1)]],
    [
      'sentences that say nothing between all blocks',
      [...rest, ...tables].flatMap((block, nth) => [
        block,
        { kind: 'paragraph', inline: [SENTENCES[nth % SENTENCES.length]!] } satisfies Block,
      ]),
    ],
  ])('is told the same with %s', async (_, shuffled) => {
    expect((await plain).accused.length).toBeGreaterThan(1);
    expect(await accused({ ...report, blocks: shuffled })).toEqual(await plain);
  });
});
