import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { type Paragraph, type Place, placeOf } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { placeWords } from '../../src/reporters/parts/places.ts';
import { rtfFile, rtfText } from '../generator/emit/rtf.ts';
import { docx, p, r, tbl, tc, tr } from './make/docx.ts';
import { outlineOf } from './make/say.ts';
import { xlsx } from './make/xlsx.ts';

const ROWS = [
  ['支出决算表', null, null, null],
  ['单位：万元', null, null, null],
  ['项目', '合计', '基本支出', '项目支出'],
  ['合计', 310, 210, 90],
  ['教育支出', 300, 210, 90],
];
const BOOK = xlsx([
  { name: '公开03表', rows: ROWS },
  { name: '底稿', rows: [['数', 1]] },
]);
const object = (more = '') => p(`<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId1" ${more}/></w:object></w:r>`);
const embedding = (content: Uint8Array) => ({ related: [{ name: 'embeddings/book.xlsx', type: 'package', content }] });
const open = (bytes: Uint8Array) => read({ file: '说明.docx', bytes });
const codes = async (bytes: Uint8Array) => (await open(bytes)).notices.map(one => one.code);

describe('a workbook embedded in a Word file', () => {
  it('shows the sheet that was open, at its own cells; the sheets behind are told', async () => {
    const document = await open(docx(p('前文。') + object() + p('后文。'), embedding(BOOK)));
    expect(outlineOf(document)).toEqual([
      '前文。',
      '<支出决算表 万元>',
      ...ROWS.map(row => row.filter(Boolean).join('|')),
      '后文。',
    ]);
    expect(document.notices.map(one => [one.code, one.params])).toEqual([
      ['reader.embedded-sheets-behind', { sheets: ['底稿'] }],
    ]);
    const [, table] = document.blocks;
    const cell = table?.kind === 'table' ? placeOf(table.cells.find(one => one.text.content === '310')!.text) : {};
    expect(placeWords(cell, 'zh', true)).toBe('说明.docx 内嵌工作簿 公开03表 B4');
    expect(placeWords({ ...cell, embedded: 2 }, 'en')).toBe('embedded workbook 2 公开03表 B4');
  });

  it('shows all sheets where an icon stands for it', async () => {
    const document = await open(docx(object('DrawAspect="Icon"'), embedding(BOOK)));
    expect(outlineOf(document)).toContain('数|1');
    expect(document.notices).toEqual([]);
  });

  it('is audited as a table of the report', async () => {
    const { findings } = await audit([{ file: '说明.docx', bytes: docx(p('某局2023年度部门决算') + object(), embedding(BOOK)) }]);
    expect(findings.map(one => one.rule)).toContain('SUM-101');
  });

  it('is told where it cannot be read', async () => {
    expect(await codes(docx(object(), embedding(strToU8('PK\u0003\u0004...'))))).toEqual(['reader.embedded-workbook']);
    expect(await codes(docx(object()))).toEqual(['reader.embedded-workbook']);
    expect(await codes(docx(object().replace('Excel.Sheet.12', 'MSGraph.Chart.8')))).toEqual(['reader.embedded-chart']);
  });
});

describe('a document inserted as a whole', () => {
  const chunk = (name: string, content: string | Uint8Array) =>
    docx(`${p('前文。')}<w:altChunk r:id="rId1"/>${p('后文。')}`, { related: [{ name, type: 'aFChunk', content }] });
  const page =
    '<meta charset="utf-8"><p>收入1.00万元。</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>1.00</td></tr></table>';
  const word = docx(p('收入1.00万元。') + tbl([tr([tc('项目'), tc('金额')]), tr([tc('合计'), tc('1.00')])]));

  const row = (...cells: string[]) =>
    `\\trowd\\cellx900\\cellx1800${cells.map(one => `\\pard\\intbl ${rtfText(one, 'gbk')}\\cell`).join('')}\\row\n`;
  const rtf = rtfFile(`\\pard ${rtfText('收入1.00万元。', 'gbk')}\\par\n${row('项目', '金额')}${row('合计', '1.00')}`);

  it.each<[string, string | Uint8Array]>([
    ['chunk.htm', page],
    ['chunk.docx', word],
    ['chunk.rtf', rtf],
  ])('%s stands where it was inserted', async (name, content) => {
    const document = await open(chunk(name, content));
    expect(outlineOf(document)).toEqual(['前文。', '收入1.00万元。', '<>', '项目|金额', '合计|1.00', '后文。']);
    expect(document.notices).toEqual([]);
    const places = document.blocks.map(block =>
      placeWords(placeOf(block.kind === 'table' ? block.cells[0]!.text : (block as Paragraph).text), 'zh'),
    );
    expect(places).toEqual(['第 1 段', '第 1 段', '表 1 第 1 行第 1 列', '第 2 段']);
  });

  it('is told where it cannot be read, and not followed further', async () => {
    expect(await codes(chunk('chunk.rtf', '{\\rtf1 收入'))).toEqual(['reader.embedded-document']);
    expect(await codes(chunk('chunk.docx', chunk('inner.docx', word)))).toEqual(['reader.embedded-document']);
  });
});

describe('a chart in a Word file', () => {
  const chart = (shown: string) => ({
    name: 'charts/chart1.xml',
    type: 'chart',
    content: `<c:chartSpace xmlns:c="c" xmlns:r="r"><c:chart><c:plotArea><c:barChart><c:ser>
      <c:cat><c:strCache><c:pt idx="0"><c:v>基本支出</c:v></c:pt><c:pt idx="1"><c:v>项目支出</c:v></c:pt></c:strCache></c:cat>
      <c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:pt idx="0"><c:v>${shown}</c:v></c:pt><c:pt idx="1"><c:v>90</c:v></c:pt></c:numCache></c:numRef></c:val>
      </c:ser></c:barChart></c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>`,
  });
  const data = xlsx([
    {
      name: 'Sheet1',
      rows: [
        ['', '2023'],
        ['基本支出', 210.00000000000003],
        ['项目支出', 90],
      ],
    },
  ]);
  const withChart = (shown: string) =>
    docx(p(`${r('如图：')}<w:r><w:drawing><a:graphic><c:chart r:id="rId1"/></a:graphic></w:drawing></w:r>`), {
      related: [chart(shown)],
      more: {
        'word/embeddings/data.xlsx': data,
        'word/charts/_rels/chart1.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/data.xlsx"/></Relationships>',
        ),
      },
    });

  it('that shows another value than its data sheet holds is told', async () => {
    const { notices } = await open(withChart('250'));
    expect(notices).toEqual([
      {
        code: 'reader.chart-not-refreshed',
        params: { shown: '250', stored: '210.00000000000003', cell: 'Sheet1 B2' },
        place: expect.objectContaining({ chart: 1 }),
      },
    ]);
    expect(await codes(withChart('210'))).toEqual([]);
  });
});

describe('places people know by a number of their own', () => {
  it.each<[Partial<Place>, string, string]>([
    [{ paragraph: 3, footnote: 1 }, '脚注 1', 'footnote 1'],
    [{ paragraph: 3, endnote: 2 }, '尾注 2', 'endnote 2'],
    [{ paragraph: 3, chart: 1 }, '图 1', 'chart 1'],
  ])('%j', (place, zh, en) => {
    expect(placeWords(place, 'zh')).toBe(zh);
    expect(placeWords(place, 'en')).toBe(en);
  });

  it('footnotes are counted as they are referred to', async () => {
    const note = (id: number) => `<w:footnote w:id="${id}">${p(`注${id}。`)}</w:footnote>`;
    const refer = (id: number) => p(`${r('正文')}<w:r><w:footnoteReference w:id="${id}"/></w:r>`);
    const { blocks } = await open(docx(refer(7) + refer(3), { footnotes: note(3) + note(7) }));
    const places = blocks.flatMap(block => (block.kind === 'paragraph' ? [placeWords(placeOf(block.text), 'zh')] : []));
    expect(places).toEqual(['第 1 段', '脚注 1', '第 2 段', '脚注 2']);
  });
});
