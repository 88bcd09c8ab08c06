import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import type { Audit, Input } from '../../src/model/index.ts';
import { makeAccounts } from '../generator/accounts.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitHtml } from '../generator/emit/html.ts';
import { emitText } from '../generator/emit/text.ts';
import { emitXlsx } from '../generator/emit/xlsx.ts';
import { mutations } from '../generator/mutate.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { mixedStyle, type Style } from '../generator/narrative/style.ts';
import { randomOf } from '../generator/random.ts';
import { isMark, type Mark, type Report } from '../generator/report.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const FORMATS: Readonly<Record<string, (report: Report) => Input>> = {
  docx: report => ({ file: 'report.docx', bytes: emitDocx(report, { splitRuns: true }) }),
  xlsx: report => ({ file: 'report.xlsx', bytes: emitXlsx(report) }),
  'xlsx with figures as text': report => ({ file: 'report.xlsx', bytes: emitXlsx(report, { asText: true }) }),
  html: report => ({ file: 'report.html', bytes: bytes(emitHtml(report)) }),
  'html with titles inside': report => ({ file: 'report.html', bytes: bytes(emitHtml(report, { titleInside: true })) }),
  'text, a cell a line': report => ({ file: 'report.txt', bytes: bytes(emitText(report).text) }),
  'text, a row a line': report => ({ file: 'report.txt', bytes: bytes(emitText(report, { tables: 'rows' }).text) }),
};
const LAYOUTS = ['national', 'shanghai', 'sichuan'] as const;

function sample(layout: Style['layout'], i: number) {
  const seed = `tables ${layout} ${i}`;
  const style: Style = { ...mixedStyle(randomOf(seed)), layout, tables: true };
  const accounts = makeAccounts(seed, { tails: i % 2 === 1, size: i % 3 === 2 ? 'large' : 'small' });
  return { accounts, report: writeReport(accounts, style, i) };
}

/** Titles without their ordinals. */
const bare = (title: string) => title.replace(/^[一二三四五六七八九十]+、/, '');

/** The figures of the statutory tables as generated: those with a title. */
const marksIn = (report: Report): Mark[] =>
  report.blocks.flatMap(block =>
    block.kind === 'table' && block.title ? block.cells.flatMap(cell => cell.inline.filter(isMark)) : [],
  );
const loud = ({ findings }: Audit) =>
  findings.filter(finding => finding.severity !== 'note').map(finding => `${finding.rule} ${finding.about} ${finding.equation}`);

describe.each(LAYOUTS)('complete reports of the %s form', layout => {
  it.each(Object.entries(FORMATS))('%s: every table figure is read, nothing is found wrong', async (_, emit) => {
    for (const i of [0, 1]) {
      const { report } = sample(layout, i);
      const result = await audit([emit(report)]);
      expect(loud(result)).toEqual([]);
      const titles = new Set(report.blocks.flatMap(block => (block.kind === 'table' && block.title ? [bare(block.title)] : [])));
      const read = result.figures.filter(figure => figure.at && titles.has(bare(figure.at.table)));
      expect(read.length).toBe(marksIn(report).length);
      // Projects under a 项 are no facts of the accounts.
      const bound = read.filter(figure => figure.fact.indicator);
      expect(bound.length / read.length).toBeGreaterThan(0.98);
    }
  });

  it('a changed cell is noticed', async () => {
    const { accounts, report } = sample(layout, 3);
    const own = new Set(marksIn(report));
    const emit = FORMATS.docx!;
    const before = new Set(loud(await audit([emit(report)])));
    const changed = mutations(report, accounts, randomOf(layout), 240).filter(mutation => own.has(mutation.mark));
    expect(changed.length).toBeGreaterThan(40);
    const unnoticed: string[] = [];
    for (const mutation of changed.slice(0, 16)) {
      const fresh = loud(await audit([emit(mutation.report)])).filter(finding => !before.has(finding));
      if (!fresh.length) unnoticed.push(`${mutation.kind} ${mutation.mark.fact} ${mutation.from} → ${mutation.to}`);
    }
    // A cent or two among many addends is within what printed digits can explain.
    expect(unnoticed.length).toBeLessThanOrEqual(unnoticed.every(one => one.includes('T6.')) ? 1 : 0);
  }, 240_000);
});

it('at least 97 in 100 money figures are tied by one relation, 85 by two', async () => {
  let [all, once, twice] = [0, 0, 0];
  for (const layout of LAYOUTS) {
    for (const i of [0, 1, 2]) {
      const { figures, ties } = await audit([FORMATS.docx!(sample(layout, i).report)]);
      for (const { id, amount } of figures) {
        if (amount.kind !== 'money') continue;
        all++;
        if ((ties.get(id) ?? 0) > 0) once++;
        if ((ties.get(id) ?? 0) > 1) twice++;
      }
    }
  }
  expect(once / all).toBeGreaterThan(0.97);
  expect(twice / all).toBeGreaterThan(0.85);
});
