import { read as readWorkbook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Big, type Document, Problem, parseNumber, placeOf, type Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { show } from '../../src/readers/parts/number-format.ts';
import { outlineOf } from './make/say.ts';
import { formula, styled, type TestSheet, xlsx } from './make/xlsx.ts';

const open = (sheets: readonly TestSheet[], formats?: readonly string[]) =>
  read({ file: '报表.xlsx', bytes: xlsx(sheets, formats) });
const table = (document: Document, n = 0) => document.blocks.filter(block => block.kind === 'table')[n] as Table;
const REPORT: TestSheet = {
  name: '公开03表',
  rows: [
    ['支出决算表'],
    ['部门：某局', null, '单位：万元'],
    ['项目', '基本支出', '项目支出'],
    ['合计', styled(289.5342, 1), styled('0.16034', 2)],
    ['注：本表反映支出。'],
  ],
  after: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
};

describe('what lies on a sheet', () => {
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...targets: [string, string][]) =>
    strToU8(
      `<Relationships>${targets.map(([type, to], i) => `<Relationship Id="rId${i + 1}" Type="${R}/${type}" Target="${to}"/>`).join('')}</Relationships>`,
    );
  const anchor = (row: number, inner: string) =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${inner}</xdr:twoCellAnchor>`;
  const box = (text: string) => `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
  const chart = (id: string) =>
    `<xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const points = (name: string, values: readonly string[]) =>
    `<c:${name}><c:strCache>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('')}</c:strCache></c:${name}>`;
  const drawn = (content: string) =>
    read({
      file: '报表.xlsx',
      bytes: xlsx([{ ...REPORT, after: '<drawing r:id="rId1"/>' }], [], {
        'xl/worksheets/_rels/sheet1.xml.rels': relations(['drawing', '../drawings/drawing1.xml']),
        'xl/drawings/drawing1.xml': strToU8(
          `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:c="c" xmlns:mc="m" xmlns:r="r">${content}</xdr:wsDr>`,
        ),
        'xl/drawings/_rels/drawing1.xml.rels': relations(['chart', '../charts/chart1.xml']),
        'xl/charts/chart1.xml': strToU8(
          `<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:ser>${points('cat', ['基本支出', '项目支出'])}${points('val', ['289.53', '16.03'])}</c:ser></c:plotArea></c:chart></c:chartSpace>`,
        ),
      }),
    });

  it('is read: charts and text boxes, at the cells they lie on', async () => {
    const document = await drawn(anchor(20, box('基本支出289.53万元。')) + anchor(6, chart('rId1')));
    const [, found, text] = document.blocks;
    expect(found).toMatchObject({ kind: 'chart', points: [{ value: { content: '289.53' } }, { value: { content: '16.03' } }] });
    expect(found?.kind === 'chart' && placeOf(found.points[0]!.value)).toMatchObject({ sheet: '公开03表', cell: 'E7' });
    expect(text).toMatchObject({ kind: 'paragraph', text: { content: '基本支出289.53万元。' } });
    expect(text?.kind === 'paragraph' && placeOf(text.text)).toMatchObject({ sheet: '公开03表', cell: 'E21' });
  });
  it('is told where it cannot be read, and its stand-in is not read instead', async () => {
    const document = await drawn(
      `<mc:AlternateContent><mc:Choice>${anchor(6, chart('rId7'))}</mc:Choice><mc:Fallback>${anchor(6, box('无法显示图表'))}</mc:Fallback></mc:AlternateContent>`,
    );
    expect(document.blocks).toHaveLength(1);
    expect(document.notices).toContainEqual({
      code: 'reader.part-missing',
      params: { part: 'xl/drawings/_rels/drawing1.xml.rels#rId7' },
      place: { file: '报表.xlsx', sheet: '公开03表', cell: 'E7' },
    });
  });
});

describe('xlsx and xls', () => {
  const bytes = xlsx([REPORT], ['#,##0.00', '0.00%']);
  it.each([
    ['xlsx', bytes],
    ['xls', new Uint8Array(write(readWorkbook(bytes, { type: 'array', cellNF: true }), { type: 'buffer', bookType: 'biff8' }))],
  ])('reads what a person sees in %s, and keeps what is stored', async (format, content) => {
    const document = await read({ file: `报表.${format}`, bytes: content });
    expect(document.format).toBe(format);
    expect(outlineOf(document)).toEqual([
      '<支出决算表 万元>',
      '支出决算表[1×3]',
      '部门：某局|单位：万元',
      '项目|基本支出|项目支出',
      '合计|289.53|16.03%',
      '注：本表反映支出。',
      '^ 注：本表反映支出。',
    ]);
    const cell = table(document).cells.find(one => one.text.content === '289.53')!;
    expect(cell.stored).toBe('289.5342');
    expect(placeOf(cell.text)).toMatchObject({ sheet: '公开03表', cell: 'B4' });
    expect(table(document).cells.find(one => one.text.content === '16.03%')!.stored).toBe('16.034');
  });

  it('names a table by its sheet when no title stands in it', async () => {
    const document = await open([
      {
        name: '收入决算表',
        rows: [
          ['项目', '金额'],
          ['合计', 1],
        ],
      },
      {
        name: 'Sheet2',
        rows: [
          ['项目', '金额'],
          ['合计', 1],
        ],
      },
    ]);
    expect(table(document).title?.content).toBe('收入决算表');
    expect(table(document, 1).title).toBeUndefined();
  });

  it('splits a sheet at the titles of its tables, and reads a sheet without columns as text', async () => {
    const document = await open([
      { name: '表', rows: [['收入决算表'], ['项目', '金额'], ['合计', 1], [], ['支出决算表'], ['项目', '金额'], ['合计', 2]] },
      { name: '封面', rows: [[null, '某局2021年度部门决算'], [], ['一、单位职责'], ['本单位是机关。']] },
    ]);
    expect(outlineOf(document)).toEqual([
      '<收入决算表>',
      '收入决算表',
      '项目|金额',
      '合计|1',
      '<支出决算表>',
      '支出决算表',
      '项目|金额',
      '合计|2',
      '某局2021年度部门决算',
      '## 一、单位职责',
      '本单位是机关。',
    ]);
    expect(placeOf(table(document, 1).cells[0]!.text).cell).toBe('A5');
  });

  it('tells errors, formulas without values, numbers as text, and what is hidden', async () => {
    const document = await open([
      {
        name: '表1',
        rows: [
          ['项目', '金额'],
          ['甲', 1.5],
          ['乙', 2.5],
          ['丙', '3.50'],
          ['合计', formula('SUM(B2:B4)', 7.5)],
          ['差', formula('B5-隐!A1')],
          ['率', { attrs: 't="e"', inner: '<f>B5/0</f><v>#DIV/0!</v>' }],
        ],
        hiddenRows: [3],
      },
      { name: '隐', rows: [[1, 2]], state: 'hidden' },
      { name: '旧', rows: [[1, 2]], state: 'veryHidden' },
    ]);
    expect(document.blocks.length).toBe(1);
    expect(document.notices.map(({ code, params }) => [code, params.cells])).toEqual([
      ['reader.hidden-sheet-used', ['表1!B6']],
      ['reader.hidden-sheet', undefined],
      ['reader.error-value', ['B7']],
      ['reader.formula-without-value', ['B6']],
      ['reader.number-as-text', ['B4']],
      ['reader.hidden-rows-in-sum', ['B5']],
    ]);
    const cells = table(document).cells;
    expect(cells.filter(cell => cell.hidden).map(cell => cell.text.content)).toEqual(['乙', '2.5']);
    expect(cells.find(cell => cell.text.content === '7.5')!.formula).toBe('SUM(B2:B4)');
  });

  it('reads shared strings in runs, shared formulas, dates and booleans', async () => {
    const inner = '<f t="shared" ref="B1:B2" si="0">SUM(A1:A$9)</f><v>1</v>';
    const document = await open(
      [
        {
          name: '表',
          rows: [
            [{ attrs: 't="inlineStr"', inner: '<is><r><t>收入</t></r><r><t>合计</t></r><rPh><t>x</t></rPh></is>' }, { inner }],
            [{ attrs: 's="1"', inner: '<v>44561</v>' }, { inner: '<f t="shared" si="0"/><v>2</v>' }],
            [{ attrs: 't="b"', inner: '<v>1</v>' }, 5],
          ],
        },
      ],
      ['yyyy"年"m"月"d"日"'],
    );
    expect(outlineOf(document)).toEqual(['<表>', '收入合计|1', '2021年12月31日|2', 'TRUE|5']);
    expect(table(document).cells[3]!.formula).toBe('SUM(A2:A$9)');
  });

  it('lets a sheet claim a million rows, and a merge the whole sheet', async () => {
    const document = await open([
      {
        name: '表',
        xml: '<dimension ref="A1:XFD1048576"/><cols><col min="3" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="B1:XFD1048576"/></mergeCells>',
      },
    ]);
    expect(table(document)).toMatchObject({ rows: 1, cols: 2 });
    const lone = await open([
      {
        name: '表',
        xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData>',
      },
    ]);
    expect(table(lone)).toMatchObject({ rows: 2, cols: 3 });
    expect(placeOf(table(lone).cells[2]!.text).cell).toBe('XFD1048576');
  });
});

describe('workbooks that cannot be read', () => {
  const problem = (bytes: Uint8Array) =>
    read({ file: '坏.xlsx', bytes }).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
  it('hold an entity bomb', async () => {
    const bomb = strToU8(
      '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>',
    );
    expect(await problem(xlsx([REPORT], [], { 'xl/worksheets/sheet1.xml': bomb }))).toBe('reader.entities');
  });
  it('hold broken XML', async () => expect(await problem(xlsx([{ name: '表', xml: '</worksheet>' }]))).toBe('reader.damaged'));
  it('hold more cells than any report', async () => {
    const rows = `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(1001);
    expect(await problem(xlsx([{ name: '表', xml: `<sheetData>${rows}</sheetData>` }]))).toBe('reader.too-many-cells');
  });
  it('are cut off', async () => expect(await problem(xlsx([REPORT]).subarray(0, 900))).toBe('reader.truncated'));
  it('are protected with a password (.xls)', async () => {
    const plain = new Uint8Array(write(readWorkbook(xlsx([REPORT]), { type: 'array' }), { type: 'buffer', bookType: 'biff8' }));
    // The first record of the workbook stream is BOF; the one behind it is made a FILEPASS.
    const at = plain.findIndex(
      (byte, i) => byte === 0x09 && plain[i + 1] === 0x08 && plain[i + 2] === 0x10 && plain[i + 3] === 0x00,
    );
    plain.set([0x2f, 0x00], at + 20);
    expect(await problem(plain)).toBe('reader.encrypted');
  });
});

describe('number formats', () => {
  it.each([
    ['1343.56', '#,##0.00', '1,343.56', undefined],
    ['1343.555', '#,##0.00', '1,343.56', '1343.555'],
    ['1.005', '0.00', '1.01', '1.005'],
    ['516.81999999999994', '0.00', '516.82', undefined],
    ['516.81999999999994', 'General', '516.82', undefined],
    ['0.30000000000000004', 'General', '0.3', undefined],
    ['123456.7891234', 'General', '123456.7891', '123456.7891234'],
    ['12345678901234', 'General', '12345678901234', undefined],
    ['0.16', '0%', '16%', undefined],
    ['0.16034', '0.00%', '16.03%', '16.034'],
    ['-12.5', '#,##0.00;(#,##0.00)', '(12.50)', undefined],
    ['-12.5', '#,##0.00_);[Red](#,##0.00)', '(12.50)', undefined],
    ['-12.5', '0.0', '-12.5', undefined],
    ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-', '0'],
    ['0', '#,##0.00;-#,##0.00;', '', '0'],
    ['1234567', '#,##0,', '1,235', '1234.567'],
    ['5168234', '0!.0,', '516.8', '516.8234'],
    ['5168234', '0!.0000', '516.8234', undefined],
    ['7', '00', '07', undefined],
    ['2010601', '0', '2010601', undefined],
    ['5', '#,##0.00"万元"', '5.00万元', undefined],
    ['5', '[$¥-804]#,##0.00', '¥5.00', undefined],
    ['5.5', '0.##', '5.5', undefined],
    ['0.5', '#.00', '.50', undefined],
    ['1e-7', '0.00', '0.00', '0.0000001'],
  ])('shows %s in %s as %s', (stored, format, text, exact) => {
    expect(show(stored, format)).toEqual(exact === undefined ? { text } : { text, stored: exact });
  });

  it.each([
    ['44561', 'yyyy/m/d'],
    ['5', '[>100]0;0.0'],
    ['0.5', '# ?/?'],
    ['5', '0.00E+00'],
    ['abc', '0'],
    ['5', '[DBNum1]0'],
  ])('leaves %s in %s to the library', (stored, format) => expect(show(stored, format)).toBeUndefined());

  it('shows two decimals within half a cent of what is stored, and says so when it is not exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 5 }), (digits, scale) => {
        const stored = new Big(digits).div(new Big(10).pow(scale));
        const shown = show(stored.toFixed(), '#,##0.00')!;
        const read = parseNumber(shown.text)!.value;
        expect(read.minus(stored).abs().lte('0.005')).toBe(true);
        expect(shown.stored === undefined).toBe(read.eq(stored));
      }),
    );
  });

  it('signs of currency are no part of the number', () => {
    const { text } = show('1300.5', '[$¥-804]#,##0.00')!;
    expect([text, parseNumber(text)?.value.toString()]).toEqual(['¥1,300.50', '1300.5']);
    expect(parseNumber('-￥2.00')?.value.toString()).toBe('-2');
  });
});
