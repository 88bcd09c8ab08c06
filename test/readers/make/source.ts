import { docx, field, p, r, tbl, tc, tr } from './docx.ts';
import { formula, styled, xlsx } from './xlsx.ts';

/**
 * A small report with everything that makes reading hard, and what a person reads in it. LibreOffice turns it into the formats it
 * writes (libreoffice.mjs); all of them must read the same.
 */
const level = (depth: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>`;
const item = (depth: number, inner: string) => p(inner, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`);
const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders>`;
const table = (columns: readonly number[], rows: readonly string[]) =>
  tbl(rows).replace(
    '<w:tblPr/>',
    `<w:tblPr><w:tblW w:w="${columns.reduce((a, b) => a + b)}" w:type="dxa"/>${BORDERS}</w:tblPr><w:tblGrid>${columns.map(one => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
  );
const cell = (text: string, twips: number, properties = '') => tc(text, width(twips) + properties);

const TOC = [
  `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('第一部分 部门概况')}<w:r><w:tab/></w:r>${r('1')}</w:p>`,
  `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${r('第二部分 决算情况说明')}<w:r><w:tab/></w:r>${r('2')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
].join('');

/** `tracked`: with a tracked change; formats that cannot carry one mix both states. */
export function reportDocx(tracked = true): Uint8Array {
  const income = tracked
    ? `<w:del w:id="1" w:author="a" w:date="2022-01-01T00:00:00Z"><w:r><w:delText>516.28</w:delText></w:r></w:del><w:ins w:id="2" w:author="a" w:date="2022-01-01T00:00:00Z">${r('516.82')}</w:ins>`
    : r('516.82');
  const body = [
    p('目录'),
    TOC,
    p('第一部分 部门概况', '<w:pStyle w:val="Heading1"/>'),
    item(0, '主要职责'),
    p('本单位负责“三公”经费管理。'),
    item(0, '机构设置'),
    p('第二部分 决算情况说明', '<w:pStyle w:val="Heading1"/>'),
    item(0, '收入支出决算总体情况说明'),
    item(1, '收入情况'),
    p(
      `${r('2021年度本年收入合计')}${income}${r('万元')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('，内部口径9.99', '<w:vanish/>')}${r('。')}`,
    ),
    item(1, '支出情况'),
    item(2, '基本支出289.53万元；'),
    item(2, '项目支出227.29万元。'),
    p(`${r('合计')}${field(' =SUM(ABOVE) ', '516.82')}${r('万元。')}`),
    p('收入支出决算总表'),
    p('公开01表'),
    p('部门：某局　　　　　　金额单位：万元'),
    table(
      [3000, 2000, 2000, 2000],
      [
        tr([cell('项目', 3000, '<w:vMerge w:val="restart"/>'), cell('2021年', 6000, '<w:gridSpan w:val="3"/>')]),
        tr([cell('', 3000, '<w:vMerge/>'), cell('合计', 2000), cell('基本支出', 2000), cell('项目支出', 2000)]),
        tr([cell('本年支出合计', 3000), cell('516.82', 2000), cell('289.53', 2000), cell('227.29', 2000)]),
        tr([cell('一般公共服务支出', 3000), cell('1,343.56', 2000), cell('', 2000), cell('-', 2000)]),
      ],
    ),
    p('注：本表反映部门本年度的总收支情况。'),
    p('以上为决算表。'),
    table(
      [4000, 5000],
      [
        tr([cell('外层', 4000), cell('1.00', 5000)]),
        tr([
          cell('明细', 4000),
          tc(
            table([2000, 2000], [tr([cell('内项', 2000), cell('金额', 2000)]), tr([cell('办公费', 2000), cell('0.50', 2000)])]) +
              p('见内表'),
            width(5000),
          ),
        ]),
      ],
    ),
    p('最后一段。'),
  ];
  const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote><w:footnote w:id="2">${p('含使用上年结转3.00万元。')}</w:footnote>`;
  return docx(body.join(''), { styles: STYLES, numbering: NUMBERING, footnotes });
}

/** What a person reads in reportDocx; see outlineOf for the notation. */
export const REPORT: readonly string[] = [
  '# 第一部分 部门概况',
  '## 一、主要职责',
  '本单位负责“三公”经费管理。',
  '## 二、机构设置',
  '# 第二部分 决算情况说明',
  '## 三、收入支出决算总体情况说明',
  '### （一）收入情况',
  '2021年度本年收入合计516.82万元。',
  '含使用上年结转3.00万元。',
  '### （二）支出情况',
  '1.基本支出289.53万元；',
  '2.项目支出227.29万元。',
  '合计516.82万元。',
  '收入支出决算总表',
  '公开01表',
  '部门：某局　　　　　　金额单位：万元',
  '<收入支出决算总表 万元>',
  '项目[2×1]|2021年[1×3]',
  '合计|基本支出|项目支出',
  '本年支出合计|516.82|289.53|227.29',
  '一般公共服务支出|1,343.56||-',
  '^ 注：本表反映部门本年度的总收支情况。',
  '以上为决算表。',
  '<>',
  '外层|1.00',
  '明细|见内表',
  '<>',
  '内项|金额',
  '办公费|0.50',
  '最后一段。',
];

export function reportXlsx(): Uint8Array {
  const rows = [
    ['支出决算表'],
    ['公开03表'],
    ['部门：某局', null, null, '金额单位：万元'],
    ['项目', '本年支出', null, null],
    [null, '合计', '基本支出', '占比'],
    ['栏次', '1', '2', '3'],
    ['201', styled('516.8234', 1), styled(289.53, 1), styled('0.56021', 2)],
    ['20101', styled(1343.56, 1), styled(0, 3), null],
    ['合计', formula('SUM(B7:B8)', '1860.3834'), formula('SUM(C7:C8)', 289.53), null],
    ['注：本表反映部门本年度支出情况。'],
  ];
  const merges = ['A1:D1', 'A4:A5', 'B4:D4', 'A10:D10'];
  const after = `<mergeCells count="${merges.length}">${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return xlsx(
    [
      { name: '公开03表', rows, after, hiddenRows: [8] },
      {
        name: '底稿',
        rows: [
          ['秘密', 1],
          ['数', 2],
        ],
        state: 'hidden',
      },
    ],
    ['#,##0.00', '0.00%', '#,##0.00;-#,##0.00;"-"'],
  );
}

/** What a person reads in reportXlsx. */
export const SHEETS: readonly string[] = [
  '<支出决算表 万元>',
  '支出决算表[1×4]',
  '公开03表',
  '部门：某局|金额单位：万元',
  '项目[2×1]|本年支出[1×3]',
  '合计|基本支出|占比',
  '栏次|1|2|3',
  '201|516.82|289.53|56.02%',
  '20101|1,343.56|-',
  '合计|1860.3834|289.53',
  '注：本表反映部门本年度支出情况。[1×4]',
  '^ 注：本表反映部门本年度支出情况。',
];
