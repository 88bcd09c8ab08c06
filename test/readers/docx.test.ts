import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Document, Problem, placeOf, type Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { docx, type Extras, field, grid, p, r, tbl, tc, tr } from './make/docx.ts';
import { outlineOf } from './make/say.ts';

const open = (body: string, extras?: Extras) => read({ file: '决算.docx', bytes: docx(body, extras) });
const lines = async (body: string, extras?: Extras) => outlineOf(await open(body, extras));
const codes = (document: Document) => document.notices.map(notice => notice.code);

describe('docx', () => {
  it('reads headings, paragraphs and tables in order and says where they stand', async () => {
    const document = await open(
      [
        p('第一部分 部门概况'),
        p(''),
        p('一、主要职责'),
        p('本年收入合计516.82万元。'),
        grid([
          ['项目', '金额'],
          ['合计', '516.82'],
        ]),
      ].join(''),
    );
    expect(document.format).toBe('docx');
    expect(outlineOf(document)).toEqual([
      '# 第一部分 部门概况',
      '## 一、主要职责',
      '本年收入合计516.82万元。',
      '<>',
      '项目|金额',
      '合计|516.82',
    ]);
    const paragraph = document.blocks[2]!;
    expect(paragraph.kind === 'paragraph' && placeOf(paragraph.text, 6, 12)).toEqual({
      file: '决算.docx',
      paragraph: 4,
      column: 7,
      length: 6,
    });
    const table = document.blocks[3] as Table;
    expect(placeOf(table.cells[3]!.text)).toMatchObject({ tableNumber: 1, rowNumber: 2, columnNumber: 2 });
  });

  it('puts merged cells together, across and down, gridBefore included', async () => {
    const body = tbl([
      tr([tc('项目', '<w:vMerge w:val="restart"/>'), tc('支出', '<w:gridSpan w:val="2"/>')]),
      tr([tc('', '<w:vMerge/>'), tc('基本'), tc('项目支出')]),
      tr([tc('只有后两列'), tc('2.00')], '<w:gridBefore w:val="1"/>'),
    ]);
    const document = await open(body);
    expect(outlineOf(document)).toEqual(['<>', '项目[2×1]|支出[1×2]', '基本|项目支出', '只有后两列|2.00']);
    expect((document.blocks[0] as Table).cells.at(-1)).toMatchObject({ row: 2, col: 2 });
  });

  it('binds title, unit and notes, and leaves title and unit readable', async () => {
    const document = await open(
      [
        p('收入支出决算总表'),
        p('公开01表'),
        p('部门：某局　　　　金额单位：万元'),
        grid([
          ['项目', '决算数'],
          ['合计', '1.00'],
        ]),
        p('注：本表反映部门本年度的总收支情况。'),
        p('2.本表金额转换时可能存在尾数误差。'),
        p('二、收入决算情况说明'),
      ].join(''),
    );
    expect(outlineOf(document)).toEqual([
      '收入支出决算总表',
      '公开01表',
      '部门：某局　　　　金额单位：万元',
      '<收入支出决算总表 万元>',
      '项目|决算数',
      '合计|1.00',
      '^ 注：本表反映部门本年度的总收支情况。',
      '^ 2.本表金额转换时可能存在尾数误差。',
      '## 二、收入决算情况说明',
    ]);
  });

  it('finds title and unit in one line, in the first rows, and notes in the last', async () => {
    const wide = (text: string) => tr([tc(text, '<w:gridSpan w:val="2"/>')]);
    const body = [
      p('收入决算表                单位：万元'),
      grid([
        ['项目', '金额'],
        ['合计', '1.00'],
      ]),
      p('支出情况如下表'),
      tbl([wide('支出决算表（续）'), wide('金额单位：元'), tr([tc('合计'), tc('2.00')]), wide('注：本表无数据。')]),
    ];
    const document = await open(body.join(''));
    const tables = document.blocks.filter(block => block.kind === 'table') as Table[];
    expect(tables.map(table => [table.title?.content, table.unit, table.notes.map(note => note.content)])).toEqual([
      ['收入决算表', '万元', []],
      ['支出决算表（续）', '元', ['注：本表无数据。']],
    ]);
  });

  it('prints the numbers Word generates', async () => {
    const level = (depth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'bullet', '')}</w:abstractNum>
      <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const styles = `<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`;
    const item = (text: string, depth: number, id = 5) =>
      p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);
    const styled = (text: string) => p(text, '<w:pStyle w:val="a3"/>');
    expect(
      await lines(
        [
          styled('总体情况'),
          item('收入', 1),
          item('支出', 1),
          item('办公费1.00万元。', 2),
          item('差旅费', 2),
          styled('其他'),
          item('收入', 1),
          item('会议费', 2, 6),
          item('点', 3),
        ].join(''),
        { numbering, styles },
      ),
    ).toEqual([
      '## 一、总体情况',
      '### （一）收入',
      '### （二）支出',
      '1.办公费1.00万元。',
      '#### 2.差旅费',
      '## 二、其他',
      '### （一）收入',
      '#### 1.会议费',
      '点',
    ]);
  });

  it('takes headings from styles, and long sentences in a heading style for what they are', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>`;
    const body = [
      p('部门概况', '<w:pStyle w:val="b"/>'),
      p('本年度收入合计516.82万元。', '<w:pStyle w:val="1"/>'),
      p('说明', '<w:outlineLvl w:val="1"/>'),
    ];
    expect(await lines(body.join(''), { styles })).toEqual(['# 部门概况', '本年度收入合计516.82万元。', '## 说明']);
  });

  it('leaves generated and typed tables of contents out, and the headings in', async () => {
    const toc = [
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('第一部分 概况')}<w:r><w:tab/></w:r>${field(' PAGEREF _Toc1 ', '1')}</w:p>`,
      p(`${r('第二部分 说明')}<w:r><w:tab/></w:r>${field(' PAGEREF _Toc2 ', '3')}`),
      '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ].join('');
    const headings = p('第一部分 概况') + p('第二部分 说明');
    expect(await lines(p('目  录') + toc + headings)).toEqual(['# 第一部分 概况', '# 第二部分 说明']);
    const typed = p('目录') + p('第一部分 概况………………1') + p('一、职责') + p('第二部分 说明 12');
    expect(await lines(typed + p('第一部分 概况') + p('一、职责') + p('本单位是机关。'))).toEqual([
      '# 第一部分 概况',
      '## 一、职责',
      '本单位是机关。',
    ]);
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('第一部分 概况 1')}</w:sdtContent></w:sdt>`;
    expect(await lines(control + headings)).toEqual(['# 第一部分 概况', '# 第二部分 说明']);
  });

  it('keeps what generated tables of contents say of tables, as text', async () => {
    const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const entry = (text: string, page: string) =>
      `<w:hyperlink w:anchor="_Toc${page}">${r(text)}<w:r><w:tab/></w:r>${field(` PAGEREF _Toc${page} `, page)}</w:hyperlink>`;
    const end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const toc = `<w:p>${begin}${entry('第一部分 概况', '1')}</w:p>${p(entry('一、收入决算表', '2'))}${end}`;
    expect(await lines(toc + p('第一部分 概况'))).toEqual(['一、收入决算表\t2', '# 第一部分 概况']);
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('收入决算表 2')}</w:sdtContent></w:sdt>`;
    expect(await lines(control + p('第一部分 概况'))).toEqual(['收入决算表 2', '# 第一部分 概况']);
  });

  it('keeps what typed tables of contents say of tables, as text', async () => {
    const typed =
      p('目录') +
      p('第一部分 概况………………1') +
      p('一、收入决算表………………2') +
      p(`${r('二、支出决算表')}<w:r><w:tab/></w:r>${r('3')}`);
    expect(await lines(typed + p('第一部分 概况') + p('本单位是机关。'))).toEqual([
      '一、收入决算表………………2',
      '二、支出决算表\t3',
      '# 第一部分 概况',
      '本单位是机关。',
    ]);
  });

  it('does not let a field without an end swallow the report', async () => {
    const begin =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>';
    expect(await lines(begin + p('本年收入合计1.00万元。'))).toEqual(['本年收入合计1.00万元。']);
  });

  it('takes crossed-out text as deleted, and says so', async () => {
    const document = await open(
      p(r('收入') + r('9.00', '<w:strike/>') + r('8.00', '<w:dstrike/>') + r('1.00万元。', '<w:strike w:val="0"/>')),
    );
    expect(outlineOf(document)).toEqual(['收入1.00万元。']);
    expect(document.notices.map(notice => [notice.code, notice.params])).toEqual([['reader.crossed-out', { count: 2 }]]);
  });

  it('leaves the number of a list away from a cell that is a number, and apart from digits', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (text: string) => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const table = tbl([tr([tc('项目'), tc('金额')]), tr([tc(item('办公费')), tc(item('1.20'))])]);
    expect(await lines(item('2023年说明。') + table, { numbering })).toEqual([
      '#### 1. 2023年说明。',
      '<>',
      '项目|金额',
      '2.办公费|1.20',
    ]);
  });

  it('keeps the result of other fields and leaves page numbers out', async () => {
    expect(
      await lines(p(`${r('合计')}${field(' =SUM(ABOVE) ', '516.82')}${r('万元，共')}${field(' NUMPAGES ', '30')}${r('页')}`)),
    ).toEqual(['合计516.82万元，共页']);
  });

  it('reads tracked changes as accepted and says so', async () => {
    const body =
      p(`${r('支出')}<w:del><w:r><w:delText>516.28</w:delText></w:r></w:del><w:ins>${r('516.82')}</w:ins>${r('万元。')}`) +
      p(r('前半句，'), '<w:rPr><w:del/></w:rPr>') +
      p('后半句。') +
      tbl([tr([tc('留'), tc('1.00')]), tr([tc('删'), tc('2.00')], '<w:del/>')]);
    const document = await open(body);
    expect(outlineOf(document)).toEqual(['支出516.82万元。', '前半句，后半句。', '<>', '留|1.00']);
    expect(document.notices).toEqual([{ code: 'reader.tracked-changes', params: { count: 4 } }]);
  });

  it('leaves hidden text out and says so', async () => {
    const document = await open(p(r('看得见') + r('看不见', '<w:vanish/>') + r('也看得见', '<w:vanish w:val="0"/>')));
    expect(outlineOf(document)).toEqual(['看得见也看得见']);
    expect(document.notices).toEqual([{ code: 'reader.hidden-text', params: { count: 1 } }]);
  });

  it('reads text boxes once, footnotes after their paragraph, content controls in place', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框里的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${p('控件里的段落。')}</w:sdtContent></w:sdt>`;
    const empty = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字。')}</w:sdtContent></w:sdt>`;
    const footnotes = `<w:footnote w:id="2">${p('含上年结转3.00万元。')}</w:footnote>`;
    const document = await open(
      p(r('正文。') + box) + p(`${r('有注。')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + control + empty,
      { footnotes },
    );
    expect(outlineOf(document)).toEqual(['正文。', '框里的字', '有注。', '含上年结转3.00万元。', '控件里的段落。']);
    expect(document.blocks.map(block => block.kind === 'paragraph' && placeOf(block.text).paragraph)).toEqual([1, 1, 2, 2, 3]);
  });

  it('unwraps tables that only arrange the page, keeps nested ones apart', async () => {
    const data = grid([
      ['项目', '金额'],
      ['合计', '1.00'],
    ]);
    expect(await lines(tbl([tr([tc(p('第一段。') + data + p('第二段。'))])]))).toEqual([
      '第一段。',
      '<>',
      '项目|金额',
      '合计|1.00',
      '第二段。',
    ]);
    expect(await lines(tbl([tr([tc('总额'), tc('5.00')]), tr([tc('明细'), tc(data + p('见内表'))])]))).toEqual([
      '<>',
      '总额|5.00',
      '明细|见内表',
      '<>',
      '项目|金额',
      '合计|1.00',
    ]);
  });

  it('makes a table of lines set with tabs', async () => {
    const row = (...cells: string[]) => p(cells.map(cell => r(cell)).join('<w:r><w:tab/></w:r>'));
    expect(await lines(row('项目', '决算数') + row('基本支出', '289.53') + row('项目支出', '227.29') + p('以上。'))).toEqual([
      '<>',
      '项目|决算数',
      '基本支出|289.53',
      '项目支出|227.29',
      '以上。',
    ]);
  });

  it('reads the cached values of a chart', async () => {
    const points = (tag: string, values: readonly string[]) =>
      `<c:${tag}>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('')}</c:${tag}>`;
    const content = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>支出结构</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:pieChart><c:ser>
      <c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>金额</c:v></c:pt></c:strCache></c:strRef></c:tx>
      <c:cat><c:strRef>${points('strCache', ['基本支出', '项目支出'])}</c:strRef></c:cat>
      <c:val><c:numRef><c:numCache><c:formatCode>0.00</c:formatCode>${['289.53000000000003', '227.29'].map((v, i) => `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:val>
      </c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>`;
    const drawing = '<w:r><w:drawing><a:graphic><c:chart r:id="rId1"/></a:graphic></w:drawing></w:r>';
    const document = await open(p(r('如图：') + drawing), { related: [{ name: 'charts/chart1.xml', type: 'chart', content }] });
    expect(outlineOf(document)).toEqual(['如图：', '基本支出: 289.53', '项目支出: 227.29']);
    expect(document.blocks[1]).toMatchObject({ kind: 'chart', title: { content: '支出结构' } });
  });

  it('notices embedded workbooks, pictures, macros and external links', async () => {
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId8"/></w:object></w:r>';
    const picture = '<w:r><w:drawing><wp:extent cx="5000000" cy="3000000"/><a:blip r:embed="rId3"/></w:drawing></w:r>';
    const logo = '<w:r><w:drawing><wp:extent cx="500000" cy="300000"/><a:blip r:embed="rId3"/></w:drawing></w:r>';
    const document = await open(p(object) + p(picture) + p(logo), {
      external: [
        { type: 'attachedTemplate', target: 'file:///x.dotm' },
        { type: 'hyperlink', target: 'http://example.org/' },
      ],
      more: { 'word/vbaProject.bin': new Uint8Array(8) },
    });
    expect(codes(document)).toEqual(['reader.embedded-workbook', 'reader.pictures', 'reader.macros', 'reader.external-links']);
    expect(document.notices[1]).toMatchObject({ params: { count: 1 }, place: { paragraph: 2 } });
    expect(document.notices[3]!.params).toEqual({ count: 1 });
  });

  it('joins a part number with its title across a manual line break', async () => {
    expect(
      await lines(
        p(`${r('第三部分')}<w:r><w:br/></w:r>${r('2021年度部门决算情况说明')}`) +
          p(`${r('收入5.00万元。')}<w:r><w:br/></w:r>${r('支出5.00万元。')}`),
      ),
    ).toEqual(['# 第三部分 2021年度部门决算情况说明', '收入5.00万元。', '支出5.00万元。']);
  });
});

describe('docx that cannot be read', () => {
  const problem = async (bytes: Uint8Array) =>
    read({ file: '坏.docx', bytes }).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
  const withBody = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) }, { level: 9 });

  it('is broken XML', async () => expect(await problem(withBody('<w:document><w:body><w:p>'))).toBe('reader.damaged-part'));
  it('has no body', async () => expect(await problem(withBody('<w:document/>'))).toBe('reader.damaged-part'));
  it('is an entity bomb', async () =>
    expect(
      await problem(
        withBody('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><w:document><w:body>&c;</w:body></w:document>'),
      ),
    ).toBe('reader.entities'));
  it('nests 10,000 tables', async () => {
    const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`;
    expect(await problem(withBody(`<w:document><w:body>${nested}</w:body></w:document>`))).toBe('reader.too-deep');
  });
  it('is a zip bomb, or holds a paragraph of 200 MB', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024).fill(0x61) }, { level: 6 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await problem(bomb)).toBe('reader.too-large');
  });
  it('holds a paragraph longer than any report', async () =>
    expect(await problem(docx(p('字'.repeat(1_000_001))))).toBe('reader.paragraph-too-long'));
  it('lies about its size', async () => {
    const bytes = withBody(`<w:document><w:body>${p('字'.repeat(100_000))}</w:body></w:document>`);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i + 4 < bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 50, true);
    expect(await problem(bytes)).toBe('reader.damaged-part');
  });
});
