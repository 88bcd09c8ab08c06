import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { emitText, type TextOptions } from '../generator/emit/text.ts';
import { mutations, SLIPS } from '../generator/mutate.ts';
import { randomOf } from '../generator/random.ts';
import type { Mark, Report } from '../generator/report.ts';
import { isMark } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { auditText } from './fixture.ts';

/** Where a finding stands, so that findings of two versions of one report can be told apart. */
const keyOf = ({ rule, spots }: Finding) =>
  `${rule} ${spots.map(({ place: { line, column } }) => `${line}:${column}`).join(' ')}`;
const said = ({ rule, severity, equation, spots }: Finding) => `${severity} ${rule} ${equation ?? ''} «${spots[0]?.quote ?? ''}»`;
const loud = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'note').map(said);
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** The narrative alone, as many departments publish it: the tables stand in another file. */
const withoutTables = (report: Report): Report => ({ ...report, blocks: report.blocks.filter(({ kind }) => kind !== 'table') });

/** Debris that must make no difference. */
const DEBRIS: readonly TextOptions[] = [
  {},
  { bookmarks: true, indent: 'full', images: true },
  { crlf: true, bom: true, indent: 'half' },
  { tables: 'rows' },
];

describe('a report that is consistent is silent', () => {
  it.each(numbers(0, 14))('report %i, with its tables', async i => {
    const { findings, summary } = await auditText(emitText(sample(i).report, DEBRIS[i % DEBRIS.length]).text);
    expect(loud(findings)).toEqual([]);
    expect(summary.checked / summary.figures).toBeGreaterThan(0.85);
  });

  it.each(numbers(14, 50))('report %i, its narrative alone', async i => {
    const { findings, summary } = await auditText(emitText(withoutTables(sample(i).report), DEBRIS[i % 3]).text);
    expect(loud(findings)).toEqual([]);
    expect(summary.figures).toBeGreaterThan(60);
  });
});

/** Changes figures of a report one at a time; for each: does a new finding appear, and does one of them stand at the figure? */
async function changes(
  report: Report,
  i: number,
  count: number,
): Promise<{ told: string; noticed: boolean; located: boolean }[]> {
  const { accounts } = sample(i);
  const before = new Set((await auditText(emitText(report).text)).findings.map(keyOf));
  const outcomes = [];
  for (const { report: changed, index, from, to, kind, mark } of mutations(
    report,
    accounts,
    randomOf(`properties${i}`),
    count,
    SLIPS,
  )) {
    const { text, spots } = emitText(changed);
    const spot = spots.find(one => one.mark === marksOf(changed)[index])!;
    const { findings } = await auditText(text);
    const stands = (finding: Finding) =>
      finding.spots.some(({ place }) => place.line === spot.line && place.column === spot.column);
    const fresh = findings.filter(finding => !before.has(keyOf(finding)) || stands(finding));
    const told = `${i} ${kind} ${mark.fact}: ${from} → ${to}`;
    outcomes.push({ told, noticed: fresh.length > 0, located: fresh.some(stands) });
  }
  return outcomes;
}

/** The figures of a report in reading order. */
function marksOf(report: Report): Mark[] {
  return report.blocks.flatMap(block => {
    if (block.kind === 'chart') return block.points.map(point => point.value);
    const inlines = block.kind === 'table' ? block.cells.map(cell => cell.inline) : [block.inline];
    return inlines.flatMap(inline => inline.filter(isMark));
  });
}

describe('one changed figure', () => {
  it('of a narrative alone is noticed, and the finding names it', async () => {
    const outcomes = (await Promise.all(numbers(0, 16).map(i => changes(withoutTables(sample(i).report), i, 8)))).flat();
    const noticed = outcomes.filter(one => one.noticed);
    const located = outcomes.filter(one => one.located);
    const missed = outcomes.filter(one => !one.noticed).map(one => one.told);
    expect(outcomes.length).toBeGreaterThan(120);
    expect(noticed.length / outcomes.length, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
    expect(located.length / noticed.length).toBeGreaterThanOrEqual(0.9);
  });
});
