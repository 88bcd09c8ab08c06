import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { type Document, Problem, placeOf, type Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { outlineOf } from './make/say.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const open = (source: string | Uint8Array, file = '网页.html') =>
  read({ file, bytes: typeof source === 'string' ? utf8(source) : source });
const lines = async (source: string | Uint8Array) => outlineOf(await open(source));
const page = (body: string, head = '<meta charset="utf-8">') =>
  `<!DOCTYPE html><html><head>${head}<title>某局</title></head><body>${body}</body></html>`;

/** The characters the tests use, as GB18030 writes them: found by asking the decoder for every two-byte code once. */
const gb18030 = (() => {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return (text: string) =>
    Uint8Array.from([...text].flatMap(char => (char < '\u0080' ? [char.charCodeAt(0)] : [...codes.get(char)!])));
})();

describe('html', () => {
  it('reads headings, paragraphs and tables with spans, and says where they stand', async () => {
    const document = await open(
      page(`<h1>2021年度部门决算</h1><p>一、总体情况</p><p>收入合计516.82万元。<br>支出合计508.65万元。</p>
      <table><thead><tr><th rowspan=2>项目<th colspan="2">金额</tr></thead><tbody><tr><td>预算<td>决算<tr><td>合计</td><td>1.00</td><td>2.00</td></tr></tbody></table>`),
    );
    expect(outlineOf(document)).toEqual([
      '# 2021年度部门决算',
      '## 一、总体情况',
      '收入合计516.82万元。',
      '支出合计508.65万元。',
      '<>',
      '项目[2×1]|金额[1×2]',
      '预算|决算',
      '合计|1.00|2.00',
    ]);
    const table = document.blocks[4] as Table;
    expect(placeOf(table.cells.at(-1)!.text)).toMatchObject({ tableNumber: 1, rowNumber: 3, columnNumber: 3 });
    const paragraph = document.blocks[3]!;
    expect(paragraph.kind === 'paragraph' && placeOf(paragraph.text)).toMatchObject({ paragraph: 3 });
  });

  it('unwraps tables that arrange the page and numbers the tables a person sees', async () => {
    const data = '<table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>1.00</td></tr></table>';
    const document = await open(
      page(`<table><tr><td>首页</td><td>信息公开</td></tr></table>
      <table width="100%"><tr><td><a>导航</a></td><td><table><tr><td><p>第一段。</p>${data}<p>第二段。</p></td></tr></table></td></tr></table>`),
    );
    expect(outlineOf(document)).toEqual(['<>', '首页|信息公开', '导航', '第一段。', '<>', '项目|金额', '合计|1.00', '第二段。']);
    const table = document.blocks[3] as Table;
    expect(placeOf(table.cells[0]!.text)).toMatchObject({ tableNumber: 2, rowNumber: 1, columnNumber: 1 });
  });

  it('binds captions, units and notes', async () => {
    expect(
      await lines(
        page(`<p align=center>收入决算表</p><p>公开02表</p><p>单位：万元</p><table><tr><td>项目<td>金额<tr><td>合计<td>1.00</table><p>注：本表反映收入。</p>
        <table><caption>支出决算表</caption><tr><td colspan=2>金额单位：元</td></tr><tr><td>合计<td>2.00</table>`),
      ),
    ).toEqual([
      '收入决算表',
      '公开02表',
      '单位：万元',
      '<收入决算表 万元>',
      '项目|金额',
      '合计|1.00',
      '^ 注：本表反映收入。',
      '支出决算表',
      '<支出决算表 元>',
      '金额单位：元[1×2]',
      '合计|2.00',
    ]);
  });

  it('decodes entities, drops the line breaks of the source and what is no content', async () => {
    expect(
      await lines(
        page(`<script>var a=1.00;</script><nav>首页</nav><p>&ldquo;三公&rdquo;经费&nbsp;1.00&#19975;元&mdash;&mdash;与上
        年持平 。</p><div style="display:none">内部9.99</div><style>p{}</style><footer>主办单位</footer>`),
      ),
    ).toEqual(['“三公”经费 1.00万元——与上年持平 。']);
    expect((await open(page('<p>正文</p><p hidden>9.99</p>'))).notices).toEqual([
      { code: 'reader.hidden-text', params: { count: 1 } },
    ]);
  });

  it('takes crossed-out text as deleted, and says so', async () => {
    for (const old of [
      '<s>9.00</s>',
      '<strike>9.00</strike>',
      '<del>9.00</del>',
      '<span style="text-decoration: line-through">9.00</span>',
    ]) {
      const document = await open(page(`<p>收入${old}1.00万元。</p>`));
      expect(outlineOf(document)).toEqual(['收入1.00万元。']);
      expect(document.notices.map(notice => [notice.code, notice.params])).toEqual([['reader.crossed-out', { count: 1 }]]);
    }
  });

  it('leaves out cells and text that a page does not show', async () => {
    const row = (label: string, amount: string) =>
      `<tr><td>${label}</td><td style="display:none">9.99</td><td>${amount}</td><td style="visibility:hidden">9</td></tr>`;
    expect(
      await lines(
        page(
          `<p>收入<span style="font-size:0px">9.99</span>1.00万元。</p><table>${row('项目', '金额')}${row('合计', '1.00')}</table>`,
        ),
      ),
    ).toEqual(['收入1.00万元。', '<>', '项目|金额|', '合计|1.00|']);
  });

  it('numbers lists as a browser does, unless the numbers are typed', async () => {
    expect(
      await lines(
        page(
          '<ol><li>收入</li><li><p>支出</p></ol><ol style="list-style-type:cjk-ideographic" start=2><li>说明</ol><ol><li>一、已有</li></ol><ul><li>点</ul>',
        ),
      ),
    ).toEqual(['#### 1.收入', '#### 2.支出', '## 二、说明', '## 一、已有', '点']);
  });

  it('leaves out what Word and LibreOffice generate: contents, page headers', async () => {
    expect(
      await lines(
        page(
          `<div title="header"><p>第1页</p></div><p class=MsoToc1>第一部分 概况 1</p><div id="Table of Contents1"><p>一、职责 2</p></div><p class=MsoNormal>正文</p>`,
        ),
      ),
    ).toEqual(['正文']);
    const contents = '<p class=MsoToc1>收入决算表 2</p><div id="Table of Contents1"><p>一、职责 2</p><p>支出决算表 3</p></div>';
    expect(await lines(page(`${contents}<p>正文</p>`))).toEqual(['收入决算表 2', '支出决算表 3', '正文']);
  });

  it('tells the attachments a page links to and the pictures that stand for pages', async () => {
    const { notices } = await open(
      page(`<p>正文。<img src="W01.png" width=16></p><p>附件：<a href="/P01.xls">部门决算公开表.xls</a> <a href="P02.pdf?id=1#top"> 说明.pdf </a><a href="next.html">下一篇</a></p>
        <iframe src="/viewer.html?file=/files/P03.pdf"></iframe><table><tr><td><p><img src="W02.png"></p></td></tr></table><p><img src="line.gif"></p>`),
    );
    expect(notices).toEqual([
      { code: 'reader.pictures', params: { count: 1 } },
      { code: 'reader.attachments', params: { count: 3, names: ['部门决算公开表.xls', '说明.pdf', 'P03.pdf'] } },
    ]);
  });

  describe('encodings', () => {
    const body = '<p>支出决算为516.82万元。</p>';
    it.each([
      ['declared in the page', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'],
      ['not declared', ''],
      ['wrongly declared', '<meta charset="utf-8">'],
    ])('reads GB18030 %s', async (_, head) => {
      const document = await open(gb18030(page(body, head).replace('某局', '')));
      expect(outlineOf(document)).toEqual(['支出决算为516.82万元。']);
      expect(document.notices.map(notice => notice.code)).toEqual(
        head.includes('utf-8') ? ['reader.charset-declared-wrong'] : [],
      );
    });
    it('believes the bytes when a UTF-8 page says gb2312', async () => {
      const document = await open(page(body, '<meta charset="gb2312">'));
      expect(outlineOf(document)).toEqual(['支出决算为516.82万元。']);
      expect(document.notices[0]).toMatchObject({
        code: 'reader.charset-declared-wrong',
        params: { declared: 'gb2312', actual: 'utf-8' },
      });
    });
    it('reads UTF-16 with a mark', async () => {
      const text = page(body);
      const bytes = new Uint8Array(2 + text.length * 2);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, 0xfeff, true);
      for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), true);
      expect(await lines(bytes)).toEqual(['支出决算为516.82万元。']);
    });
  });

  it('reads a page whatever the file is called', async () => {
    expect((await open(page('<p>正文</p>'), '决算.doc')).format).toBe('html');
    expect(
      (await open('\ufeff<!-- 存档 -->\n<?xml version="1.0"?>\n<table><tr><td>合计<td>1.00</table>', '报表.xls')).format,
    ).toBe('html');
  });

  it('reads .mht, quoted-printable and base64, in the charset of its part', async () => {
    const text = page('<p>支出决算为516.82万元。</p>', '').replace('某局', '');
    const quoted = [...gb18030(text)]
      .map(byte =>
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      )
      .join('');
    const folded = quoted.replace(/(.{60}[^=]{3})/g, '$1=\r\n');
    const message = (encoding: string, charset: string, content: string) =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_X"\r\n\r\n----=_X\r\nContent-Type: text/html; charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n----=_X\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----=_X--\r\n`;
    const expected = ['支出决算为516.82万元。'];
    expect(await lines(message('quoted-printable', 'gb2312', folded))).toEqual(expected);
    expect(
      await lines(
        message(
          'base64',
          'utf-8',
          Buffer.from(text)
            .toString('base64')
            .replace(/(.{76})/g, '$1\r\n'),
        ),
      ),
    ).toEqual(expected);
  });
});

describe('pages that cannot be read', () => {
  const problem = async (source: string | Uint8Array) =>
    open(source).then(
      (document: Document) => document.format,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
  it('nest 10,000 tables', async () => expect(await problem(page('<table><tr><td>'.repeat(10_000)))).toBe('reader.too-deep'));
  it('hold no text', async () => expect(await problem(page('<script>load()</script>'))).toBe('reader.page-without-text'));
  it('hold a paragraph of 200 MB', async () =>
    expect(
      await problem(new Uint8Array(200 * 1024 * 1024).fill(0x61, 3).fill(0x3c, 0, 1).fill(0x70, 1, 2).fill(0x3e, 2, 3)),
    ).toBe('reader.too-large'));
  it('are full of blanks, and still read in no time', async () => {
    const start = process.cpuUsage();
    expect(
      await problem(`<p>a${' '.repeat(300_000)}\n${'\n'.repeat(300_000)}b${'&nbsp;'.repeat(100_000)}c${'.'.repeat(90_000)}d</p>`),
    ).toBe('html');
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  });
  it('are full of dots', async () => expect(await problem(`<p>${'.'.repeat(300_000)}</p>`)).toBe('reader.paragraph-too-long'));
});
