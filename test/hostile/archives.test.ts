import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Document, Problem } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { say } from '../../src/reporters/parts/words/index.ts';
import { flipped, locked, misnumbered, renamed, repacked, resized } from '../readers/make/damage.ts';
import { docx, p, r } from '../readers/make/docx.ts';
import { xlsx } from '../readers/make/xlsx.ts';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const chart = '<c:chartSpace xmlns:c="c"><c:chart><c:plotArea/></c:chart></c:chartSpace>';
const drawn = '<w:r><w:drawing><a:graphic><c:chart r:id="rId1"/></a:graphic></w:drawing></w:r>';
const refer = '<w:r><w:footnoteReference w:id="1"/></w:r>';
const lines = Array.from({ length: 40 }, (_, i) => p(`本年收入合计 ${i + 3}.50 万元，其中其他收入 ${i + 1}.25 万元。`)).join('');
const report = () =>
  docx(lines + p(r('详见注') + refer + drawn), {
    related: [{ name: 'charts/chart1.xml', type: 'chart', content: chart }],
    styles: '<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>',
    numbering: '<w:num w:numId="1"/>',
    footnotes: `<w:footnote w:id="1">${p('含上年结转 2.00 万元。')}</w:footnote>`,
  });

const words = ['收入支出决算总表', '项目', '决算数', '本年收入合计', '总计', '其他收入'];
const strings = words.map(one => `<si><t>${one}</t></si>`).join('');
const shared = (index: number) => ({ attrs: 't="s"', inner: `<v>${index}</v>` });
const rows = [[shared(0)], [shared(1), shared(2)], [shared(5), 3], [shared(3), 3], [shared(4), 3]];
/** A workbook as Excel writes it: words in a part of their own. */
function book(): Uint8Array {
  const bytes = xlsx([
    { name: '一', rows },
    { name: '二', rows },
    { name: '三', rows, after: '<drawing r:id="rId1"/>' },
  ]);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`;
  const list = (inner: string) => strToU8(`<Relationships>${inner}</Relationships>`);
  return repacked(bytes, [], {
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/_rels/workbook.xml.rels': list(
      [1, 2, 3].map(n => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('') +
        relation('rId8', 'styles', 'styles.xml') +
        relation('rId9', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/_rels/sheet3.xml.rels': list(relation('rId1', 'drawing', '../drawings/drawing1.xml')),
    'xl/drawings/drawing1.xml': strToU8(
      '<wsDr><oneCellAnchor><graphicFrame><chart r:id="rId1"/></graphicFrame></oneCellAnchor></wsDr>',
    ),
    'xl/drawings/_rels/drawing1.xml.rels': list(relation('rId1', 'chart', '../charts/chart1.xml')),
    'xl/charts/chart1.xml': strToU8(chart),
  });
}

type Outcome = { readonly refused: string } | { readonly told: string };

/** What reading comes to: the word of the refusal, or all that was told; a word says which part, in both languages. */
async function outcome(bytes: Uint8Array, part: string): Promise<Outcome> {
  const said = (code: string, params: Document['notices'][number]['params']) => {
    for (const lang of ['zh', 'en'] as const) expect(say(lang, code, params)).toContain(part);
    return code;
  };
  try {
    const { notices } = await read({ file: '报告', bytes });
    const about = notices.filter(one => Object.values(one.params).includes(part));
    return { told: about.map(one => said(one.code, one.params)).join(' ') };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: said(error.code, error.params) };
  }
}

const DAMAGE = [
  ['one bit turned over', flipped],
  ['another checksum', misnumbered],
  ['one byte more', (bytes: Uint8Array, part: string) => resized(bytes, part, 1)],
  ['one byte less', (bytes: Uint8Array, part: string) => resized(bytes, part, -1)],
  [
    'another name in its own header',
    (bytes: Uint8Array, part: string) =>
      renamed(renamed(bytes, part, '*'.repeat(part.length), true), '*'.repeat(part.length), part),
  ],
  ['broken XML', (bytes: Uint8Array, part: string) => repacked(bytes, [], { [part]: strToU8('<w:a><w:b></w:a>') })],
] as const;

describe.each(DAMAGE)('a part with %s', (_, hurt) => {
  it.each(['word/document.xml', 'word/_rels/document.xml.rels'])('%s: the Word file is refused by name', async part => {
    expect(await outcome(hurt(report(), part), part)).toEqual({ refused: 'reader.damaged-part' });
  });

  it.each(['word/styles.xml', 'word/numbering.xml', 'word/footnotes.xml', 'word/charts/chart1.xml', '_rels/.rels'])(
    '%s: the Word file is read, and told by name',
    async part => {
      expect(await outcome(hurt(report(), part), part)).toEqual({ told: 'reader.part-damaged' });
    },
  );

  it.each(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml'])(
    '%s: the workbook is refused by name',
    async part => {
      expect(await outcome(hurt(book(), part), part)).toEqual({ refused: 'reader.damaged-part' });
    },
  );

  it.each(['xl/styles.xml', 'xl/drawings/drawing1.xml', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/charts/chart1.xml'])(
    '%s: the workbook is read, and told by name',
    async part => {
      expect(await outcome(hurt(book(), part), part)).toEqual({ told: 'reader.part-damaged' });
    },
  );

  it('a sheet: the others are read, and it is told', async () => {
    const bytes = hurt(book(), 'xl/worksheets/sheet2.xml');
    expect(await outcome(bytes, '二')).toEqual({ told: 'reader.sheet-lost' });
    const { blocks } = await read({ file: '报告', bytes });
    expect(blocks.filter(one => one.kind === 'table')).toHaveLength(2);
  });
});

describe('a part that is promised and not there', () => {
  const missing = (bytes: Uint8Array, part: string, word = part) => outcome(repacked(bytes, [part]), word);

  it.each([
    'word/styles.xml',
    'word/numbering.xml',
    'word/footnotes.xml',
    'word/charts/chart1.xml',
    'word/_rels/document.xml.rels',
  ])('%s is told', async part => {
    expect(await missing(report(), part)).toEqual({ told: 'reader.part-missing' });
  });

  it.each(['xl/styles.xml', 'xl/drawings/drawing1.xml', 'xl/charts/chart1.xml'])('%s is told', async part => {
    expect(await missing(book(), part)).toEqual({ told: 'reader.part-missing' });
  });

  it('a sheet is told, whether its part or what leads to it is gone', async () => {
    expect(await missing(book(), 'xl/worksheets/sheet2.xml', '二')).toEqual({ told: 'reader.sheet-lost' });
    const rels = `<Relationships>${[1, 3].map(n => `<Relationship Id="rId${n}" Type="${R}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId9" Type="${R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
    const astray = repacked(book(), [], { 'xl/_rels/workbook.xml.rels': strToU8(rels) });
    expect(await outcome(astray, '二')).toEqual({ told: 'reader.sheet-lost' });
  });

  it('all sheets: the workbook is refused', async () => {
    const bytes = repacked(
      book(),
      [1, 2, 3].map(n => `xl/worksheets/sheet${n}.xml`),
    );
    await expect(read({ file: '报告', bytes })).rejects.toMatchObject({ code: 'reader.damaged' });
  });

  it('the words of a workbook: all of them are a refusal, some are told with their cells', async () => {
    expect(await missing(book(), 'xl/sharedStrings.xml')).toEqual({ refused: 'reader.damaged-part' });
    const some = repacked(book(), [], {
      'xl/sharedStrings.xml': strToU8(`<sst>${strings.slice(0, strings.lastIndexOf('<si>'))}</sst>`),
    });
    const { notices } = await read({ file: '报告', bytes: some });
    expect(notices.filter(one => one.code === 'reader.strings-lost').map(one => one.params)).toEqual(
      ['一', '二', '三'].map(sheet => ({ sheet, count: 1, cells: ['A3'] })),
    );
  });

  it('a workbook of numbers alone needs no words', async () => {
    const { notices } = await read({ file: '报告', bytes: xlsx([{ name: '一', rows: [[1, 2]] }]) });
    expect(notices).toEqual([]);
  });

  it('a relation that a drawing or a sheet names is told', async () => {
    const bare = strToU8('<Relationships></Relationships>');
    const names = async (bytes: Uint8Array) => (await read({ file: '报告', bytes })).notices.map(one => one.params.part);
    const chartless = docx(lines + p(r('如图') + drawn), {});
    expect(await names(chartless)).toEqual(['word/_rels/document.xml.rels#rId1']);
    const part = 'xl/worksheets/_rels/sheet3.xml.rels';
    expect(await names(repacked(book(), [], { [part]: bare }))).toEqual([`${part}#rId1`]);
  });

  it('a note is told where it is referred to', async () => {
    const { notices } = await read({ file: '报告', bytes: docx(lines + p(r('详见注') + refer + refer)) });
    expect(notices).toEqual([{ code: 'reader.note-missing', params: { count: 2 }, place: { file: '报告', paragraph: 41 } }]);
  });
});

describe('an archive', () => {
  it('that holds a part twice says so', async () => {
    const bytes = repacked(report(), [], { 'word/documens.xml': strToU8('<w:document><w:body/></w:document>') });
    const part = 'word/document.xml';
    expect(await outcome(renamed(bytes, 'word/documens.xml', part, true), part)).toEqual({ told: 'reader.part-twice' });
  });

  it('whose parts are encrypted is refused as such', async () => {
    await expect(read({ file: '报告', bytes: locked(report(), 'word/document.xml') })).rejects.toMatchObject({
      code: 'reader.encrypted',
    });
  });

  it('that is sound is read without a word', async () => {
    for (const bytes of [report(), book()]) {
      const { notices } = await read({ file: '报告', bytes });
      // The charts of both carry no values, which is no damage.
      expect(notices.map(one => one.code)).toEqual(['reader.chart-without-values']);
    }
  });
});
