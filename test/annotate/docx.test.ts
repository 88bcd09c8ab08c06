import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateDocx } from '../../src/annotate/docx/index.ts';
import type { Mark } from '../../src/annotate/mark.ts';
import { audit } from '../../src/audit.ts';
import type { Figure } from '../../src/model/index.ts';
import { docx, grid, p, r, tbl, tc, tr } from '../readers/make/docx.ts';

const FILE = '报告.docx';
const BODY = [
  p('2021年度部门决算'),
  p('三、支出决算情况说明'),
  // one figure in three runs, as spelling checks and edits leave them
  p(
    r('2021年度支出合计516.') +
      r('8', '<w:b/>') +
      r('2万元，其中：基本支出444.76万元，项目支出') +
      r('71.73', '<w:u w:val="single"/>') +
      r('万元。'),
  ),
  grid([
    ['项目', '决算数'],
    ['基本支出', '444.76'],
    ['项目支出', '71.73'],
    ['合计', '516.49'],
  ]),
  tbl([
    tr([tc('科目', '<w:vMerge w:val="restart"/>'), tc('金额（万元）', '<w:gridSpan w:val="2"/>')]),
    tr([tc('', '<w:vMerge/>'), tc('2021年'), tc('2020年')]),
    tr([tc('办公费'), tc('1.20'), tc('1.30')]),
    tr([tc('合计'), tc('1.20'), tc('1.30')]),
  ]),
  p('与上年相比&减少0.10万元。'),
].join('');

const read = (bytes: Uint8Array) => audit([{ file: FILE, bytes }]);
const stated = (figures: readonly Figure[]) => figures.map(({ printed, place, fact }) => ({ printed, place, fact }));
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const markOf = (figure: Figure, more: Partial<Mark> = {}): Mark => ({
  place: figure.place,
  printed: figure.printed,
  state: 'wrong',
  note: `请改 ${figure.printed}`,
  ...more,
});

describe('annotateDocx', () => {
  it('marks every figure the reader finds, and the copy still states the same figures at the same places', async () => {
    const bytes = docx(BODY);
    const before = await read(bytes);
    expect(before.figures.length).toBeGreaterThanOrEqual(11);
    const marked = annotateDocx(
      bytes,
      before.figures.map(figure => markOf(figure)),
    );
    expect(marked.missed).toEqual([]);
    expect(stated((await read(marked.bytes)).figures)).toEqual(stated(before.figures));
    const comments = part(marked.bytes, 'word/comments.xml');
    for (const { printed } of before.figures) expect(comments).toContain(`请改 ${printed}`);
  });

  it('leaves the text outside of its places, and all other parts, byte for byte', async () => {
    const bytes = docx(BODY);
    const { figures } = await read(bytes);
    const marked = annotateDocx(bytes, [markOf(figures[0]!)]);
    const before = unzipSync(bytes);
    const after = unzipSync(marked.bytes);
    const changed = Object.keys(after).filter(name => Buffer.compare(after[name]!, before[name] ?? new Uint8Array()) !== 0);
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ]);
    const text = (xml: string) => xml.replace(/<[^>]*>/g, '');
    expect(text(part(marked.bytes, 'word/document.xml'))).toBe(text(part(bytes, 'word/document.xml')));
  });

  it('keeps the look of a run, puts the highlight where the schema wants it, and ends the comment behind the last run', async () => {
    const bytes = docx(BODY);
    const { figures } = await read(bytes);
    const marked = annotateDocx(
      bytes,
      figures
        .filter(({ printed }) => ['516.82', '71.73'].includes(printed))
        .slice(0, 2)
        .map(one => markOf(one)),
    );
    const xml = part(marked.bytes, 'word/document.xml');
    expect(xml).toContain('<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">8</w:t>');
    expect(xml).toContain(
      '<w:rPr><w:highlight w:val="yellow"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">71.73</w:t>',
    );
    expect(xml.indexOf('<w:commentRangeStart w:id="0"/>')).toBeLessThan(xml.indexOf('>516.<'));
    expect(xml.indexOf('<w:commentRangeEnd w:id="0"/>')).toBeGreaterThan(xml.indexOf('>2</w:t>'));
  });

  it('writes a correction as a tracked change that reads as the corrected figure', async () => {
    const bytes = docx(BODY);
    const before = await read(bytes);
    const wrong = before.figures.find(({ printed }) => printed === '516.82')!;
    const marked = annotateDocx(bytes, [markOf(wrong, { to: '516.49' })], { track: true });
    const xml = part(marked.bytes, 'word/document.xml');
    expect([...xml.matchAll(/<w:delText[^>]*>([^<]*)</g)].map(match => match[1]).join('')).toBe('516.82');
    expect((await read(marked.bytes)).figures.map(({ printed }) => printed)).toEqual(
      before.figures.map(({ printed }) => (printed === '516.82' ? '516.49' : printed)),
    );
    // All that goes stands before what comes, as a person would write it.
    expect(xml.lastIndexOf('<w:del ')).toBeLessThan(xml.indexOf('<w:ins '));
    const ids = [...xml.matchAll(/<w:(?:del|ins) w:id="(\d+)"/g)].map(match => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ticks with a symbol, which is no character of the text', async () => {
    const bytes = docx(BODY);
    const before = await read(bytes);
    const marked = annotateDocx(
      bytes,
      before.figures.map(figure => ({ place: figure.place, printed: figure.printed, state: 'tied' })),
    );
    const xml = part(marked.bytes, 'word/document.xml');
    expect(xml.split('w:char="F0FC"').length - 1).toBe(before.figures.length);
    expect(stated((await read(marked.bytes)).figures)).toEqual(stated(before.figures));
    expect(part(marked.bytes, 'word/comments.xml')).toBe('');
  });

  it('adds to the comments a file has', async () => {
    const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const own = `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="张三"><w:p><w:r><w:t>已核</w:t></w:r></w:p></w:comment></w:comments>`;
    const bytes = docx(BODY, { related: [{ name: 'comments.xml', type: 'comments', content: own }] });
    const { figures } = await read(bytes);
    const marked = annotateDocx(bytes, [markOf(figures[0]!)]);
    const comments = part(marked.bytes, 'word/comments.xml');
    expect(comments.startsWith(own.slice(0, -'</w:comments>'.length))).toBe(true);
    expect(comments).toContain('w:id="8" w:author="数字核对"');
  });

  it('says which marks found no place, and never marks another number instead', async () => {
    const bytes = docx(BODY);
    const marks: Mark[] = [
      { place: { file: FILE, paragraph: 3 }, printed: '999.99', state: 'wrong' },
      { place: { file: FILE, paragraph: 3, footnote: 1 }, printed: '444.76', state: 'wrong' },
      { place: { file: FILE, page: 1 }, printed: '444.76', state: 'wrong' },
    ];
    const marked = annotateDocx(bytes, marks);
    expect(marked.missed).toEqual(marks);
    expect(part(marked.bytes, 'word/document.xml')).toBe(part(bytes, 'word/document.xml'));
  });

  it('says two things of one figure in two comments on one mark', async () => {
    const bytes = docx(BODY);
    const { figures } = await read(bytes);
    const marked = annotateDocx(bytes, [markOf(figures[0]!), markOf(figures[0]!, { note: '又一条', state: 'candidate' })]);
    const xml = part(marked.bytes, 'word/document.xml');
    expect(xml.split('<w:commentRangeStart').length - 1).toBe(2);
    expect(xml).toContain('yellow');
    expect(xml).not.toContain('cyan');
  });
});
