import { docx, p, tbl, tc, tr } from './docx.ts';

const amount = (n: number) =>
  `${(n * 7919) % 9000},${String((n * 104729) % 1000).padStart(3, '0')}.${String((n * 31) % 100).padStart(2, '0')}`;

/** A report of about 60 pages: 30 tables of 30 rows and 7 columns with merged heads, 20 paragraphs around each; or of so many `tables`. */
export function largeDocx(tables = 30): Uint8Array {
  const body: string[] = [];
  for (let t = 0; t < tables; t++) {
    body.push(p(`第${t + 1}部分 情况说明`), p('一、总体情况'));
    for (let n = 0; n < 20; n++) {
      body.push(
        p(
          `（类）（款）（项）：支出决算为${amount(t * 20 + n)}万元，完成预算的${n}.5%，与上年相比增加${amount(n + 1)}万元，增长${n}.25%，决算数小于预算数的主要原因是厉行节约。`,
        ),
      );
    }
    body.push(p(`支出决算表${t + 1}`), p('单位：万元'));
    const rows = [
      tr([tc('项目', '<w:vMerge w:val="restart"/>'), tc('本年支出', '<w:gridSpan w:val="6"/>')]),
      tr([tc('', '<w:vMerge/>'), ...['合计', '基本', '项目', '上缴', '经营', '补助'].map(text => tc(text))]),
      ...Array.from({ length: 28 }, (_, row) =>
        tr([tc(`科目${row}`), ...Array.from({ length: 6 }, (_, col) => tc(amount(t * 200 + row * 6 + col)))]),
      ),
    ];
    body.push(tbl(rows), p('注：本表反映部门本年度各项支出情况。'));
  }
  return docx(body.join(''));
}
