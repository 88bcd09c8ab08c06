import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { docx, grid, p } from './make/docx.ts';

const readLines = (lines: readonly string[]) => audit([{ file: 'r.docx', bytes: docx(lines.map(line => p(line)).join('')) }]);
const LINES = [
  '某某局2023年度部门决算',
  '一、支出情况',
  '本年支出合计12.36万元，其中：基本支出10.86万元，项目支出1.50万元，占12.14%。',
];
const ticked = (text: string) => text.replace(/(\d+\.\d+%?)/g, '$1\uf0fc');

describe('signs of picture fonts', () => {
  it('leave the figures they stand behind as they are', async () => {
    const [plain, marked] = await Promise.all([readLines(LINES), readLines(LINES.map(ticked))]);
    const facts = (one: typeof plain) => one.figures.map(({ printed, fact, label }) => ({ printed, fact, label }));
    expect(facts(marked)).toEqual(facts(plain));
    expect(marked.summary).toEqual(plain.summary);
    // Columns are those of the paragraph as it is in the file.
    for (const { place, printed } of marked.figures)
      expect(ticked(LINES[place.paragraph! - 1]!).slice(place.column! - 1)).toMatch(
        new RegExp(`^${printed.replace('.', '\\.')}`),
      );
  });

  it('and those in cells, before a number as behind it', async () => {
    const rows = (mark: string) => [
      ['项目', '决算数'],
      ['基本支出', `444.76${mark}`],
      ['项目支出', `${mark}71.73`],
      ['合计', `516.49${mark}`],
    ];
    const read = (mark: string) => audit([{ file: 'r.docx', bytes: docx(p('支出决算表') + p('单位：万元') + grid(rows(mark))) }]);
    const [plain, marked] = await Promise.all([read(''), read('\uf0fc')]);
    expect(marked.figures.map(({ printed }) => printed)).toEqual(['444.76', '71.73', '516.49']);
    expect(marked.summary).toEqual(plain.summary);
  });

  it('in the place of a digit they are no blank: nobody knows what they show', async () => {
    const { figures } = await readLines(LINES.map(line => line.replace('12.36', '1\uf032.36')));
    expect(figures.map(({ printed }) => printed)).not.toContain('1');
  });
});
