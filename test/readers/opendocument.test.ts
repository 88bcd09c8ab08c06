import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem, type Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { outlineOf } from './make/say.ts';

const NAMES = ['office', 'style', 'text', 'table', 'draw']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const flat = (kind: string, body: string, styles = '') =>
  strToU8(
    `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
  );
const open = (bytes: Uint8Array) => read({ file: '报告', bytes });
const text = async (body: string, styles = '') => open(flat('text', body, styles));
const sheet = async (rows: string, styles = '') => {
  const document = await open(flat('spreadsheet', `<table:table table:name="表">${rows}</table:table>`, styles));
  return { notices: document.notices.map(one => one.code), table: document.blocks[0] as Table };
};
const cell = (shown: string, attrs = '') => `<table:table-cell ${attrs}><text:p>${shown}</text:p></table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const number = (shown: string, value: string, type = 'float') =>
  cell(shown, `office:value-type="${type}" office:value="${value}"`);

const problem = (bytes: Uint8Array) =>
  open(bytes).then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe('an OpenDocument text', () => {
  it('leaves out what changes delete, also over the end of a paragraph, and keeps what they insert', async () => {
    const region = (id: string, what: string) => `<text:changed-region text:id="${id}"><text:${what}/></text:changed-region>`;
    const mark = (what: string, id: string) => `<text:change-${what} text:change-id="${id}"/>`;
    const document = await text(
      `<text:tracked-changes>${region('a', 'deletion')}${region('b', 'insertion')}</text:tracked-changes>` +
        `<text:p>收入${mark('start', 'a')}8.00</text:p><text:p>9.00${mark('end', 'a')}${mark('start', 'b')}10.00${mark('end', 'b')}万元。</text:p>`,
    );
    expect(outlineOf(document)).toEqual(['收入10.00万元。']);
    expect(document.notices).toMatchObject([{ code: 'reader.tracked-changes', params: { count: 2 } }]);
  });

  it('keeps texts and elements in their order, blanks as they are counted', async () => {
    const document = await text(
      '<text:p>合计<text:span>1</text:span>2.00<text:s text:c="2"/>万元<text:line-break/>次行</text:p>',
    );
    expect(outlineOf(document)).toEqual(['合计12.00  万元', '次行']);
  });

  it('leaves out what is hidden or crossed out, and says so', async () => {
    const styles =
      '<style:style style:name="h" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="c" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>';
    const document = await text(
      '<text:p>支出<text:span text:style-name="h">内部3.00</text:span><text:span text:style-name="c">4.00</text:span>5.00万元。</text:p><text:section text:display="none"><text:p>底稿6.00</text:p></text:section>',
      styles,
    );
    expect(outlineOf(document)).toEqual(['支出5.00万元。']);
    expect(document.notices.map(({ code, params }) => [code, params.count])).toEqual([
      ['reader.hidden-text', 2],
      ['reader.crossed-out', 1],
    ]);
  });

  it('numbers its lists as they print, on from one list to the next where they go on', async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>';
    const list = (attrs: string, ...items: string[]) =>
      `<text:list text:style-name="L" ${attrs}>${items.map(one => `<text:list-item><text:p>${one}</text:p></text:list-item>`).join('')}</text:list>`;
    const document = await text(
      list('', '收入', '支出') + list('text:continue-numbering="true"', '结转') + list('', '重新'),
      styles,
    );
    expect(outlineOf(document)).toEqual(['## 一、收入', '## 二、支出', '## 三、结转', '## 一、重新']);
  });
});

describe('an OpenDocument workbook', () => {
  it('gives what is shown, and the exact number in the unit that is shown', async () => {
    const { table } = await sheet(
      row(cell('项目'), cell('数')) +
        row(cell('甲'), number('516.8', '5168234')) +
        row(cell('乙'), number('12.35%', '0.123456', 'percentage')) +
        row(cell('丙'), number('1.00', '1')) +
        row(cell('丁'), number('(2.35)', '-2.3456')),
    );
    expect(table.cells.filter(one => one.col === 1).map(one => [one.text.content, one.stored])).toEqual([
      ['数', undefined],
      ['516.8', '516.8234'],
      ['12.35%', '12.3456'],
      ['1.00', undefined],
      ['(2.35)', '-2.3456'],
    ]);
  });

  it('tells errors, formulas without a value, and columns that are hidden under a sum', async () => {
    const { notices, table } = await sheet(
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/><table:table-column/>' +
        row(cell('甲'), number('1.00', '1'), number('2.00', '2'), cell('3.00', 'table:formula="of:=SUM([.B1:.C1])"')) +
        row(cell('乙'), cell('#DIV/0!'), '<table:table-cell table:formula="of:=[$底稿.A1]*2"/>', cell('x')),
    );
    expect(notices).toEqual([
      'reader.error-value',
      'reader.formula-without-value',
      'reader.number-as-text',
      'reader.hidden-columns-in-sum',
    ]);
    expect(table.cells.flatMap(one => one.formula ?? [])).toEqual(['SUM(B1:C1)', '$底稿!A1*2'.replace('$', '')]);
  });

  it('repeats what is repeated, and fences what claims to be repeated a million times', async () => {
    const { table } = await sheet(row(cell('零', 'table:number-columns-repeated="3"'), cell('末')));
    expect(table.cells.map(one => one.text.content)).toEqual(['零', '零', '零', '末']);
    const bomb = `<table:table-row table:number-rows-repeated="1048576">${cell('x', 'table:number-columns-repeated="16384"')}</table:table-row>`;
    await expect(sheet(bomb)).rejects.toMatchObject({ code: 'reader.too-many-cells' });
  });
});

describe('an OpenDocument file that cannot be read', () => {
  const mimetype = strToU8('application/vnd.oasis.opendocument.text');
  const content = strToU8(
    `<office:document-content ${NAMES}><office:body><office:text/></office:body></office:document-content>`,
  );
  it.each([
    ['is cut off', flat('text', '<text:p>字</text:p>').subarray(0, 420), 'reader.damaged'],
    ['has damaged content', zipSync({ mimetype, 'content.xml': strToU8('<a>') }), 'reader.damaged-part'],
    ['has content of something else', zipSync({ mimetype, 'content.xml': strToU8('<a/>') }), 'reader.damaged-part'],
    [
      'has a password',
      zipSync({
        mimetype,
        'content.xml': content,
        'META-INF/manifest.xml': strToU8('<m:file-entry><m:encryption-data/></m:file-entry>'),
      }),
      'reader.encrypted',
    ],
    [
      'names entities',
      strToU8(`<?xml version="1.0"?><!DOCTYPE a>${new TextDecoder().decode(flat('text', '')).slice(21)}`),
      'reader.entities',
    ],
  ])('%s', async (_, bytes, code) => expect(await problem(bytes)).toBe(code));

  it('is a binary workbook without sheets', async () =>
    expect(await problem(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('reader.damaged'));
  it('is a binary workbook with noise for a sheet', async () =>
    expect(await problem(zipSync({ 'xl/workbook.bin': strToU8('x'), 'xl/worksheets/sheet1.bin': strToU8('noise') }))).toBe(
      'reader.damaged',
    ));
});
