import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/annotate/mark.ts';
import { annotateXlsx } from '../../src/annotate/xlsx/index.ts';
import { audit } from '../../src/audit.ts';
import type { List } from '../../src/model/index.ts';
import { type Figure, OWN_TITLE } from '../../src/model/index.ts';
import { formula, styled, xlsx } from '../readers/make/xlsx.ts';

const FILE = '报表.xlsx';
const BYTES = () =>
  xlsx(
    [
      {
        name: '公开03表',
        rows: [
          ['支出决算表'],
          ['单位：万元'],
          ['项目', '本年支出合计', '基本支出', '项目支出'],
          ['合计', styled('516.49', 1), formula('SUM(C5:C5)', '444.76'), 71.73],
          ['一般公共服务支出', 516.49, 444.76, 71.73],
        ],
      },
      {
        name: "说明 ' 页",
        rows: [
          ['项目', '金额'],
          ['办公费', 1.2],
          ['合计', 1.2],
        ],
      },
    ],
    ['#,##0.00'],
  );
const LIST: List = {
  name: '改正清单',
  title: OWN_TITLE,
  head: ['序号', '单元格', '现为', '改为'],
  widths: [6, 12, 12, 12],
  rows: [{ cells: ['1', 'B4', '516.49', '=1+1'], link: { at: 1, sheet: '公开03表', cell: 'B4' } }],
};

const read = (bytes: Uint8Array) => audit([{ file: FILE, bytes }]);
const stated = (figures: readonly Figure[]) =>
  figures.map(({ printed, place, fact }) => ({ printed, sheet: place.sheet, cell: place.cell, fact }));
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const markOf = (figure: Figure): Mark => ({
  place: figure.place,
  printed: figure.printed,
  state: 'wrong',
  note: `请改 ${figure.printed}`,
});

describe('annotateXlsx', () => {
  it('marks every figure the reader finds, and the copy still states the same figures in the same cells', async () => {
    const before = await read(BYTES());
    expect(before.figures.length).toBeGreaterThanOrEqual(6);
    const marked = annotateXlsx(BYTES(), before.figures.map(markOf), LIST);
    expect(marked.missed).toEqual([]);
    const after = await read(marked.bytes);
    expect(stated(after.figures)).toEqual(stated(before.figures));
    expect(after.notices.map(({ code }) => code)).toContain('reader.own-sheet');
  });

  it('changes nothing in a cell but its style, and keeps its number format', async () => {
    const { figures } = await read(BYTES());
    const marked = annotateXlsx(BYTES(), figures.map(markOf), null);
    const bare = (xml: string) => xml.replace(/ s="\d+"/g, '').replace(/<legacyDrawing[^>]*>/, '');
    expect(bare(part(marked.bytes, 'xl/worksheets/sheet1.xml'))).toBe(bare(part(BYTES(), 'xl/worksheets/sheet1.xml')));
    const styles = part(marked.bytes, 'xl/styles.xml');
    expect(styles).toContain('<xf applyFill="1" fillId="2" numFmtId="200"/>');
    expect(styles.split('patternType="gray125"').length - 1).toBe(1);
  });

  it('puts the list in front, its texts as texts, its links to the cells', async () => {
    const marked = annotateXlsx(BYTES(), [], LIST);
    const workbook = part(marked.bytes, 'xl/workbook.xml');
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(match => match[1])).toEqual([
      '改正清单',
      '公开03表',
      "说明 ' 页",
    ]);
    const sheet = part(marked.bytes, 'xl/worksheets/check1.xml');
    expect(sheet).toContain('location="\'公开03表\'!B4"');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('=1+1');
  });

  it('keeps names of a sheet with its sheet when one is put in front', () => {
    const bytes = BYTES();
    const parts = unzipSync(bytes);
    const workbook = strFromU8(parts['xl/workbook.xml']!).replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">A1:D5</definedName></definedNames>',
    );
    const withNames = xlsx([{ name: 'a', rows: [['x', 1]] }], [], { 'xl/workbook.xml': strToU8(workbook) });
    expect(part(annotateXlsx(withNames, [], LIST).bytes, 'xl/workbook.xml')).toContain('localSheetId="1"');
  });

  it('writes below the comment a cell has, and keeps the others', async () => {
    const { figures } = await read(BYTES());
    const once = annotateXlsx(BYTES(), figures.slice(0, 1).map(markOf), null);
    const twice = annotateXlsx(
      once.bytes,
      figures.slice(0, 2).map(one => ({ ...markOf(one), note: '第二遍' })),
      null,
    );
    const comments = part(twice.bytes, 'xl/commentsCheck1.xml');
    expect(comments.split('<comment ').length - 1).toBe(2);
    expect(comments).toContain(`请改 ${figures[0]!.printed}`);
    expect(comments.split('第二遍').length - 1).toBe(2);
    expect(part(twice.bytes, 'xl/drawings/vmlCheck1.vml').split('<v:shape ').length - 1).toBe(2);
  });

  it('says which marks found no cell', () => {
    const marks: Mark[] = [
      { place: { file: FILE, sheet: '没有', cell: 'A1' }, printed: '1', state: 'wrong' },
      { place: { file: FILE, sheet: '公开03表', cell: 'Z99' }, printed: '1', state: 'wrong' },
    ];
    expect(annotateXlsx(BYTES(), marks, null).missed).toEqual(marks);
  });
});
