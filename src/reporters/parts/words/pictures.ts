import type { Messages } from './messages.ts';

/** The pictures of the page. */
export const pictures: Messages = {
  'picture.title': {
    zh: '看图：钱从哪里来、用到哪里去 · 今年与上年 · 核对到了哪里',
    en: 'In pictures: where the money comes from and goes · this year and last · what was checked',
  },
  'picture.flow': { zh: '钱从哪里来、用到哪里去（{unit}）', en: 'Where the money comes from and what it is spent on ({unit})' },
  'picture.flow.note': {
    zh: '按报告写出的数画：来源 → 合计 → 支出功能分类 → 基本支出和项目支出。红字是要改的数，点一个数就到它在报告里的位置。',
    en: 'Drawn with the figures as printed: sources → total → functions → kinds of expenditure. Red figures are to be corrected; a figure leads to its place in the report.',
  },
  'picture.total': { zh: '总计', en: 'Total' },
  'picture.grant': { zh: '{scope}财政拨款', en: 'From the budget: {scope}' },
  'picture.grants': { zh: '财政拨款', en: 'From the budget' },
  'picture.years': { zh: '{before}与{after}（{unit}）', en: '{before} and {after} ({unit})' },
  'picture.years.note': {
    zh: '浅色是上年、深色是今年。上年数是报告写的，或者按报告写的增减额推算。',
    en: 'Light: the year before, dark: this year. The earlier figure is as printed, or as the printed change implies.',
  },
  'picture.own-scale': { zh: '以下各项金额较小，另用一个比例', en: 'Smaller amounts, on a scale of their own' },
  'picture.this': { zh: '今年', en: 'this year' },
  'picture.last': { zh: '上年', en: 'last year' },
  'picture.map': { zh: '核对到了哪里：每张表、每一节有多少条关系', en: 'What was checked: relations by table and section' },
  'picture.map.note': {
    zh: '✓ 成立（含四舍五入可解释）　✗ 不符　△ 提示　? 未核对。空格是没有这类关系，不等于没有错。',
    en: '✓ holds (rounding included)  ✗ fails  △ note  ? not decided. An empty field has no such relation: that does not mean that nothing is wrong.',
  },
  'picture.group.SUM': { zh: '合计明细', en: 'Totals' },
  'picture.group.TIE': { zh: '前后一致', en: 'Agreement' },
  'picture.group.PCT': { zh: '占比', en: 'Shares' },
  'picture.group.YOY': { zh: '比上年', en: 'Last year' },
  'picture.group.PRJ': { zh: '绩效自评', en: 'Projects' },
  'picture.group.TXT': { zh: '文字报表', en: 'Text' },
  'picture.group.FRM': { zh: '文字格式', en: 'Form' },
  'picture.group.CPL': { zh: '公开齐全', en: 'Complete' },
  'picture.lacking': {
    zh: '文件没有带这一页的汉字字体，图上缺的字请看原文件，或看下面读到的文字。',
    en: 'The file brings no font for the Chinese text of this page; what the picture lacks stands in the file and in the text below.',
  },
  'picture.page': { zh: '第 {page} 页原样（框出有问题的数）', en: 'Page {page} as printed (figures with problems in boxes)' },
};
