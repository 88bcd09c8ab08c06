import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { type Document, placeOf } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { finderOf, whereWords } from '../../src/reporters/parts/where.ts';
import { docx, grid, p, r, tbl, tc, tr } from './make/docx.ts';

const BREAK = '<w:r><w:lastRenderedPageBreak/></w:r>';
const open = (body: string) => read({ file: '决算.docx', bytes: docx(body) });

/** Where a stretch of text stands: its page, and its column in the paragraph. */
function pageOf(document: Document, part: string): [page: number | undefined, column: number | undefined] {
  for (const block of document.blocks) {
    const texts = block.kind === 'table' ? block.cells.map(cell => cell.text) : 'text' in block ? [block.text] : [];
    for (const text of texts) {
      const at = text.content.indexOf(part);
      if (at < 0) continue;
      const { shownPage, column } = placeOf(text, at, at + part.length);
      return [shownPage, column];
    }
  }
  throw new Error(`${part} is not there`);
}

describe('pages of a Word file', () => {
  it('are those it was last laid out with, also where a paragraph goes over', async () => {
    const document = await open(
      p('一、概况') +
        p(`${r('本年收入10.00万元，其中：')}${BREAK}${r('事业收入3.00万元。')}`) +
        p('其他收入4.00万元。') +
        p(`${BREAK}${r('本年支出9.00万元。')}`),
    );
    expect(pageOf(document, '10.00')).toEqual([1, 5]);
    expect(pageOf(document, '3.00')).toEqual([2, 20]);
    expect(pageOf(document, '4.00')).toEqual([2, 5]);
    expect(pageOf(document, '9.00')).toEqual([3, 5]);
  });

  it('count a row once, however many of its cells begin on a new page', async () => {
    const row = (texts: readonly string[], isFirst = false) => tr(texts.map(text => tc(p((isFirst ? BREAK : '') + r(text)))));
    const document = await open(
      tbl([row(['项目', '金额']), row(['合计', '5.00']), row(['行政运行', '3.00'], true), row(['事业运行', '2.00'])]) + p('完。'),
    );
    expect(pageOf(document, '5.00')[0]).toBe(1);
    expect(pageOf(document, '3.00')[0]).toBe(2);
    expect(pageOf(document, '2.00')[0]).toBe(2);
    expect(pageOf(document, '完')[0]).toBe(2);
  });

  it('go on behind text that is not read', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:lastRenderedPageBreak/><w:t>不见</w:t></w:r>';
    const gone = '<w:del w:id="1"><w:r><w:lastRenderedPageBreak/><w:delText>删去</w:delText></w:r></w:del>';
    const document = await open(p(hidden) + p('收入1.00万元。') + p(gone) + p('支出2.00万元。'));
    expect(pageOf(document, '1.00')[0]).toBe(2);
    expect(pageOf(document, '2.00')[0]).toBe(3);
  });

  it('are not guessed: a file that says nothing of them has none', async () => {
    const typed = '<w:r><w:br w:type="page"/></w:r>';
    const document = await open(p('收入1.00万元。') + p(typed) + p('支出2.00万元。'));
    expect(pageOf(document, '2.00')[0]).toBeUndefined();
  });

  it('are told with the words that a place is found by, and change no id of a problem', async () => {
    const body = (turn: string) =>
      p('某某市测试局2023年度部门决算') +
      p('一、支出决算情况说明') +
      p(turn + r('本年支出合计120.00万元，其中：基本支出70.00万元，占58.33%；项目支出60.00万元，占41.67%。')) +
      grid([['注'], ['无']]);
    const [plain, paged] = await Promise.all([r(''), BREAK].map(turn => audit([{ file: '决算.docx', bytes: docx(body(turn)) }])));
    const words = (one: typeof plain) =>
      one!.issues.flatMap(({ corrections }) => corrections.map(({ spot }) => whereWords(spot, finderOf(one!, 'zh'))));
    expect(words(plain)).toEqual(['一、支出决算情况说明“项目支出60.00”']);
    expect(words(paged)).toEqual(['一、支出决算情况说明“项目支出60.00”（第 2 页）']);
    expect(paged!.issues.map(({ id }) => id)).toEqual(plain!.issues.map(({ id }) => id));
  });
});
