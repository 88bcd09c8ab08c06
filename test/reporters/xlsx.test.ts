import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { audit, equationOf } from '../../src/audit.ts';
import { decideWith } from '../../src/check/index.ts';
import { isOwnOutput } from '../../src/joining/index.ts';
import { type Audit, Big, type Figure, figuresOf, formatLike, Problem } from '../../src/model/index.ts';
import { xlsx as diffXlsx } from '../../src/reporters/diff/xlsx.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { xlsx } from '../../src/reporters/xlsx/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { compare, level, report, stating } from '../diff/build.ts';
import { barrenAudit, failure, OPTIONS, sampleAudit } from './sample.ts';
import { cellsOf, office, outline, recalculated, type Told, withNumbers } from './workbooks.ts';

const options = { ...OPTIONS, rules: loadRules().rules };
const root = join(import.meta.dirname, '../../fixtures');
const open = (file: string) => audit([{ file, bytes: new Uint8Array(readFileSync(join(root, file))) }]);
const paper = (audits: readonly Audit[], more: Partial<ReporterOptions> = {}) => xlsx.bytes(audits, [], { ...options, ...more });
const FIRST = 3;
const records = (rows: readonly Told[][]) => rows.slice(FIRST - 1);
const column = (rows: readonly Told[][], head: string) => {
  const at = rows[1]!.findIndex(cell => cell.text === head);
  expect(at, head).toBeGreaterThanOrEqual(0);
  return records(rows).map(row => row[at]?.text ?? '');
};

describe('the working paper', () => {
  it('has the sheets it had', () =>
    expect(outline(xlsx.bytes([sampleAudit(), barrenAudit()], [failure], options))).toMatchFileSnapshot('./golden/paper.txt'));
  it('speaks English', () => {
    const text = outline(paper([sampleAudit()], { lang: 'en' }));
    expect(text).toContain('# Relations');
    expect(text).not.toContain('[xlsx.');
  });
  it('is the same every time, byte for byte', () => expect(paper([sampleAudit()])).toEqual(paper([sampleAudit()])));
  it('opens without any report', () => expect(outline(paper([]))).toContain('# 核对范围'));

  it('has frozen heads, filters, a head on every printed page and one page across', () => {
    const parts = unzipSync(paper([sampleAudit()]));
    for (let n = 1; n <= 4; n++) {
      const sheet = strFromU8(parts[`xl/worksheets/sheet${n}.xml`]!);
      expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3"');
      expect(sheet).toMatch(/<autoFilter ref="A2:[A-Z]\d+"/);
      expect(sheet).toContain('fitToWidth="1" fitToHeight="0"');
    }
    expect(strFromU8(parts['xl/workbook.xml']!).match(/_xlnm\.Print_Titles/g)).toHaveLength(4);
  });

  it('has as many rows as there are relations and figures, for every rule', async () => {
    const files = readdirSync(join(root, 'rules')).filter(name => name.endsWith('.txt'));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files.filter((_, i) => i % 7 === 0)) {
      const one = await open(`rules/${file}`);
      const bytes = paper([one], { equation: equationOf });
      expect(records(cellsOf(bytes, '关系')), file).toHaveLength(one.checks.length);
      expect(records(cellsOf(bytes, '数据')).length, file).toBeGreaterThanOrEqual(one.figures.length);
    }
  });

  it('leads from problems to figures and relations, and back', async () => {
    const one = await open('example.txt');
    const bytes = paper([one], { equation: equationOf });
    const problems = records(cellsOf(bytes, '问题'));
    expect(problems.length).toBe(one.issues.length);
    const targets = problems.flatMap(row => row.flatMap(cell => cell.link ?? []));
    expect(targets.length).toBeGreaterThan(1);
    for (const target of targets) {
      const [, sheet = '', row = ''] = /^#?(.+)!\D+(\d+)$/.exec(target) ?? [];
      expect(cellsOf(bytes, sheet)[Number(row) - 1]?.[0]?.text, target).toBe(String(Number(row) - FIRST + 1));
    }
    expect(cellsOf(bytes, '关系').some(row => row.some(cell => /问题!A\d+$/.test(cell.link ?? '')))).toBe(true);
  });

  it('makes no formula of what a document says', () => {
    const sample = sampleAudit();
    const evil = ['=1+1', '+1', '-cmd|', '@SUM(A1)', '_x0041_\u0007\ud800<&>', 'x'.repeat(40_000)];
    const figures = sample.figures.map((figure, i) => ({ ...figure, label: evil[i % evil.length]!, printed: figure.printed }));
    const bytes = paper([{ ...sample, figures, entity: '=HYPERLINK("http://x")', title: '@' }, barrenAudit()]);
    const rows = cellsOf(bytes, '数据');
    expect(column(rows, '名称').slice(0, 4)).toEqual(evil.slice(0, 4));
    expect(column(rows, '名称')[4]).toBe('_x0041_<&>');
    for (const cell of rows.flat()) if (cell.text.startsWith('=')) expect(cell.formula).toBeUndefined();
    for (const sheet of ['问题', '数据', '关系', '核对范围'])
      for (const { formula } of cellsOf(bytes, sheet).flat())
        if (formula !== undefined) expect(formula).not.toMatch(/cmd|http|SUM\(A1/);
  });

  it('is never read as a report: not as it was written, nor saved anew', async () => {
    const bytes = paper([sampleAudit()]);
    expect(isOwnOutput(bytes)).toBe(true);
    await expect(audit([{ file: '底稿.xlsx', bytes }])).rejects.toThrow(Problem);
  });
});

describe.runIf(office)('calculated by LibreOffice (skipped where there is none)', () => {
  it('turns the relations of a figure that is changed, and no others', { timeout: 60_000 }, async () => {
    const one = await open('example.txt');
    const bytes = paper([one], { equation: equationOf });
    const wrong = one.issues.find(issue => issue.corrections.length === 1 && issue.corrections[0]!.spot.figure)!;
    const { spot, to } = wrong.corrections[0]!;
    const at = one.figures.findIndex(figure => figure.id === spot.figure!.id);
    const before = cellsOf(recalculated(bytes), '关系');
    expect(column(before, '结论')).toEqual(column(before, '原结论'));
    const mended = recalculated(withNumbers(bytes, 2, new Map([[`F${FIRST + at}`, to!.replaceAll(',', '')]])));
    const after = cellsOf(mended, '关系');
    const turned = column(after, '结论').flatMap((verdict, i) => (verdict === column(after, '原结论')[i] ? [] : [i]));
    expect(turned.length).toBeGreaterThan(0);
    for (const i of turned) {
      expect(figuresOf(one.checks[i]!.relation).map(({ id }) => id)).toContain(spot.figure!.id);
      expect(column(after, '结论')[i]).toMatch(/相符|四舍五入可解释/);
    }
    expect(column(cellsOf(mended, '问题'), '现在')[one.issues.indexOf(wrong)]).toBe('相符');
    expect(column(cellsOf(mended, '数据'), '核对')[at]).toBe('相符');
  });

  it.each(['example.txt', 'reports/lake-2023.txt', 'formats/tables.xlsx'])(
    'decides as the check does, whatever the numbers of %s become',
    { timeout: 60_000 },
    async file => {
      const one = await open(file);
      const bytes = paper([one], { equation: equationOf });
      const changed = one.figures.filter((_, i) => i % 3 === 0);
      const overrides = new Map(changed.map((figure, i) => [figure.id, bent(figure, i)]));
      const cells = changed.map((figure): [string, string] => [
        `F${FIRST + one.figures.indexOf(figure)}`,
        formatLike(overrides.get(figure.id)!, figure.amount),
      ]);
      const rows = cellsOf(recalculated(withNumbers(bytes, 2, new Map(cells))), '关系');
      const words = { holds: '相符', rounding: '四舍五入可解释', fails: '不符', undecided: '未核对' };
      // Shares of a list are bent together, which decide() by itself does not know.
      const alone = one.checks.map(({ relation, verdict, doubt }) =>
        doubt || verdict === 'undecided' || relation.kind === 'form' || (relation.kind === 'ratio' && relation.list !== undefined)
          ? null
          : words[decideWith(relation, overrides)],
      );
      expect(alone.filter(word => word === '不符').length).toBeGreaterThan(3);
      const now = column(rows, '结论');
      const told = alone.flatMap((word, i) => (word === null || word === now[i] ? [] : [`${i + 1}: ${now[i]}, not ${word}`]));
      expect(told).toEqual([]);
    },
  );

  it('recalculates both years, and whether what is stated of them agrees', { timeout: 60_000 }, () => {
    const total = level('516.82', '收支总计');
    const diff = compare(report(2020, [level('614.56', '收支总计')]), report(2021, [total], [stating(total, -1, '97.74', '16')]));
    const shown = { ...options, sections: true, equation: equationOf };
    const bytes = diffXlsx.bytes(diff, shown);
    const fresh = cellsOf(recalculated(bytes), '两年对比');
    expect(
      records(fresh)[0]!
        .slice(3, 7)
        .map(cell => Number(cell.text).toFixed(1)),
    ).toEqual(['614.6', '516.8', '-97.7', '-15.9']);
    expect(column(fresh, '结论')).toEqual(['相符']);
    const moved = cellsOf(recalculated(withNumbers(bytes, 2, new Map([['F3', '600.00']]))), '两年对比');
    expect(
      records(moved)[0]!
        .slice(3, 6)
        .map(cell => Number(cell.text).toFixed(2)),
    ).toEqual(['600.00', '516.82', '-83.18']);
    expect(column(moved, '结论')).toEqual(['不符']);
  });
});

/** Another number: a last digit off, a digit off, or nothing at all. */
function bent({ amount }: Figure, i: number): Big {
  const { value, step } = amount;
  return [value.plus(step), value.minus(step.times(2)), value.plus(step.times(130)), new Big(0), value][i % 5]!;
}
