import type { Random } from '../random.ts';

/** How figures are printed. Chances are from 0 to 1. */
export interface Numbers {
  readonly unit: '万元' | '元' | '亿元';
  /** Decimals of money in the narrative; «trim» drops trailing zeros. */
  readonly decimals: 2 | 4 | 'trim';
  readonly thousands: number;
  readonly fullWidth: boolean;
  /** A blank between digits and unit. */
  readonly gap: number;
  /** Blanks or separators inside the digits («1 234.56»). */
  readonly inner: number;
  /** «12.3万» without 元. */
  readonly bareWan: number;
  /** Zero as «0 元» or «0元» beside 万元. */
  readonly zeroYuan: boolean;
  readonly percent: 0 | 1 | 2 | 'trim';
  readonly percentSign: '%' | '％';
  /** A negative number as «-1.23» or «（1.23）». */
  readonly negative: 'minus' | 'brackets';
  /** A blank inside the unit or between words («万 元», «本 年»). */
  readonly spaced: number;
  /** How often a unit or % is missing or % stands twice: faults of form, no wrong figures. */
  readonly sloppy: number;
}

/** One province's or author's way of telling the same facts; every choice is a kind of wording. */
export interface Style {
  readonly name: string;
  readonly layout: 'sichuan' | 'shanghai' | 'national';
  readonly numbers: Numbers;
  readonly subject: 'entity' | 'none' | 'department';
  readonly total: 'joint' | 'equal' | 'plain' | 'split' | 'pair';
  readonly change: 'versusYear' | 'lastYear' | 'lastFinal' | 'sameTime' | 'previous' | 'signed';
  readonly flat: '持平' | '无增减变化' | '保持不变';
  /** Changes below one per cent are told as 基本持平, with no figures. */
  readonly nearlyFlat: boolean;
  /** Shares are also compared with last year's, in 百分点. */
  readonly points: boolean;
  /** The grand total also names what came from last year and what goes to the next. */
  readonly carryOver: boolean;
  /** Growth above 100% told as 倍. */
  readonly times: boolean;
  readonly composition: 'shares' | 'amounts' | 'numbered' | 'allSources' | 'withChange';
  readonly className: 'plain' | 'quoted' | 'coded';
  readonly items: 'joined' | 'numbered' | 'amountFirst' | 'coded' | 'adjusted' | 'grouped';
  readonly completion: '完成预算' | '完成预算的' | '完成年初预算的' | '为年初预算的' | '完成全年预算数的' | '预算执行率';
  readonly order: 'larger' | 'outcomeLarger' | 'flatWith' | 'sameAs' | 'none';
  readonly travel: 'parts' | 'shares' | 'budget' | 'versusBudget';
  readonly procurement: 'sichuan' | 'shares' | 'reserved';
  readonly nothing: 'none' | 'zero' | 'notArranged' | 'blank' | 'empty';
  readonly numbering: '1.' | '1、' | '（1）' | '①';
  readonly separator: '；' | '，' | '。';
  /** 人员经费 and 公用经费 with their shares of 基本支出. */
  readonly basicShares: boolean;
  /** Section titles end in 情况说明 or in 情况. */
  readonly titles: 'explained' | 'short';
  /** What the statutory tables are in, and how the corner above them says so. */
  readonly tableUnit: '万元' | '元';
  readonly corner: 'plain' | 'money' | 'department';
  readonly charts: boolean;
  readonly tables: boolean;
  readonly selfEvaluation: 'sichuan' | 'national' | 'none';
  readonly zeroCells: 'blank' | '0.00' | '0' | '-' | '—' | '/';
}

const PLAIN: Numbers = {
  unit: '万元',
  decimals: 2,
  thousands: 0,
  fullWidth: false,
  gap: 0,
  inner: 0,
  bareWan: 0,
  zeroYuan: false,
  percent: 2,
  percentSign: '%',
  negative: 'minus',
  spaced: 0,
  sloppy: 0,
};

/** Styles named after whom they resemble in kind; none of their sentences is anybody's. */
export const STYLES = {
  basin: {
    name: 'basin',
    layout: 'sichuan',
    numbers: { ...PLAIN, decimals: 'trim', percent: 0 },
    subject: 'none',
    total: 'joint',
    change: 'versusYear',
    flat: '持平',
    times: false,
    nearlyFlat: false,
    points: false,
    carryOver: false,
    composition: 'shares',
    className: 'plain',
    items: 'joined',
    completion: '完成预算',
    order: 'outcomeLarger',
    travel: 'shares',
    procurement: 'sichuan',
    nothing: 'zero',
    numbering: '1.',
    separator: '；',
    basicShares: false,
    titles: 'explained',
    tableUnit: '万元',
    corner: 'plain',
    charts: true,
    tables: true,
    selfEvaluation: 'sichuan',
    zeroCells: 'blank',
  },
  delta: {
    name: 'delta',
    layout: 'shanghai',
    numbers: { ...PLAIN, thousands: 0 },
    subject: 'entity',
    total: 'plain',
    change: 'versusYear',
    flat: '持平',
    times: false,
    nearlyFlat: false,
    points: false,
    carryOver: false,
    composition: 'shares',
    className: 'plain',
    items: 'numbered',
    completion: '完成预算的',
    order: 'larger',
    travel: 'parts',
    procurement: 'reserved',
    nothing: 'none',
    numbering: '1、',
    separator: '；',
    basicShares: false,
    titles: 'explained',
    tableUnit: '万元',
    corner: 'plain',
    charts: false,
    tables: true,
    selfEvaluation: 'national',
    zeroCells: 'blank',
  },
  national: {
    name: 'national',
    layout: 'national',
    numbers: { ...PLAIN, gap: 1, percent: 1 },
    subject: 'department',
    total: 'equal',
    change: 'lastFinal',
    flat: '无增减变化',
    times: false,
    nearlyFlat: false,
    points: false,
    carryOver: true,
    composition: 'amounts',
    className: 'plain',
    items: 'amountFirst',
    completion: '完成年初预算的',
    order: 'larger',
    travel: 'budget',
    procurement: 'shares',
    nothing: 'none',
    numbering: '1.',
    separator: '；',
    basicShares: true,
    titles: 'explained',
    tableUnit: '万元',
    corner: 'department',
    charts: false,
    tables: true,
    selfEvaluation: 'national',
    zeroCells: '0.00',
  },
  lake: {
    name: 'lake',
    layout: 'national',
    numbers: { ...PLAIN, thousands: 1 },
    subject: 'department',
    total: 'pair',
    change: 'previous',
    flat: '持平',
    times: true,
    nearlyFlat: false,
    points: true,
    carryOver: true,
    composition: 'allSources',
    className: 'quoted',
    items: 'adjusted',
    completion: '完成全年预算数的',
    order: 'none',
    travel: 'versusBudget',
    procurement: 'shares',
    nothing: 'notArranged',
    numbering: '（1）',
    separator: '。',
    basicShares: false,
    titles: 'short',
    tableUnit: '万元',
    corner: 'money',
    charts: false,
    tables: true,
    selfEvaluation: 'none',
    zeroCells: '-',
  },
  plateau: {
    name: 'plateau',
    layout: 'national',
    numbers: { ...PLAIN, decimals: 'trim', gap: 0.5, percent: 'trim', zeroYuan: true },
    subject: 'none',
    total: 'split',
    change: 'sameTime',
    flat: '保持不变',
    times: false,
    nearlyFlat: true,
    points: false,
    carryOver: false,
    composition: 'numbered',
    className: 'coded',
    items: 'coded',
    completion: '为年初预算的',
    order: 'flatWith',
    travel: 'shares',
    procurement: 'shares',
    nothing: 'blank',
    numbering: '1.',
    separator: '；',
    basicShares: true,
    titles: 'short',
    tableUnit: '万元',
    corner: 'money',
    charts: false,
    tables: true,
    selfEvaluation: 'national',
    zeroCells: '0',
  },
  coast: {
    name: 'coast',
    layout: 'shanghai',
    numbers: { ...PLAIN, unit: '元', thousands: 1, fullWidth: false },
    subject: 'entity',
    total: 'plain',
    change: 'lastYear',
    flat: '持平',
    times: false,
    nearlyFlat: false,
    points: false,
    carryOver: false,
    composition: 'shares',
    className: 'plain',
    items: 'grouped',
    completion: '预算执行率',
    order: 'sameAs',
    travel: 'parts',
    procurement: 'sichuan',
    nothing: 'none',
    numbering: '1.',
    separator: '；',
    basicShares: false,
    titles: 'explained',
    tableUnit: '元',
    corner: 'department',
    charts: false,
    tables: true,
    selfEvaluation: 'none',
    zeroCells: '0.00',
  },
  wide: {
    name: 'wide',
    layout: 'national',
    numbers: { ...PLAIN, fullWidth: true, percentSign: '％', inner: 0.2 },
    subject: 'entity',
    total: 'equal',
    change: 'signed',
    flat: '无增减变化',
    times: false,
    nearlyFlat: false,
    points: false,
    carryOver: false,
    composition: 'shares',
    className: 'plain',
    items: 'grouped',
    completion: '完成预算的',
    order: 'larger',
    travel: 'parts',
    procurement: 'reserved',
    nothing: 'zero',
    numbering: '①',
    separator: '，',
    basicShares: false,
    titles: 'explained',
    tableUnit: '万元',
    corner: 'plain',
    charts: false,
    tables: true,
    selfEvaluation: 'none',
    zeroCells: 'blank',
  },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

const CHOICES = {
  layout: ['sichuan', 'shanghai', 'national'],
  subject: ['entity', 'none', 'department'],
  total: ['joint', 'equal', 'plain', 'split', 'pair'],
  change: ['versusYear', 'lastYear', 'lastFinal', 'sameTime', 'previous', 'signed'],
  flat: ['持平', '无增减变化', '保持不变'],
  times: [true, false],
  nearlyFlat: [false, false, false, true],
  points: [false, false, true],
  carryOver: [false, true],
  composition: ['shares', 'amounts', 'numbered', 'allSources', 'withChange'],
  className: ['plain', 'quoted', 'coded'],
  items: ['joined', 'numbered', 'amountFirst', 'coded', 'adjusted', 'grouped'],
  completion: ['完成预算', '完成预算的', '完成年初预算的', '为年初预算的', '完成全年预算数的', '预算执行率'],
  order: ['larger', 'outcomeLarger', 'flatWith', 'sameAs', 'none'],
  travel: ['parts', 'shares', 'budget', 'versusBudget'],
  procurement: ['sichuan', 'shares', 'reserved'],
  nothing: ['none', 'zero', 'notArranged', 'blank', 'empty'],
  numbering: ['1.', '1、', '（1）', '①'],
  separator: ['；', '，', '。'],
  basicShares: [true, false],
  titles: ['explained', 'short'],
  tableUnit: ['万元', '万元', '万元', '元'],
  corner: ['plain', 'money', 'department'],
  charts: [true, false],
  tables: [true, true, true, false],
  selfEvaluation: ['sichuan', 'national', 'none'],
  zeroCells: ['blank', '0.00', '0', '-', '—', '/'],
} as const satisfies { readonly [K in Exclude<keyof Style, 'name' | 'numbers'>]: readonly Style[K][] };

/** Every choice drawn by itself: the next author's style. */
export function mixedStyle(random: Random): Style {
  const drawn = Object.fromEntries(Object.entries(CHOICES).map(([key, list]) => [key, random.pick<unknown>(list)]));
  const numbers: Numbers = {
    unit: random.pick(['万元', '万元', '万元', '万元', '元', '亿元']),
    decimals: random.pick([2, 2, 4, 'trim']),
    thousands: random.pick([0, 0, 1, 0.5]),
    fullWidth: random.chance(0.1),
    gap: random.pick([0, 0, 1, 0.3]),
    inner: random.pick([0, 0, 0, 0.1]),
    bareWan: random.pick([0, 0, 0, 0.3]),
    zeroYuan: random.chance(0.2),
    percent: random.pick([0, 1, 2, 'trim']),
    percentSign: random.pick(['%', '%', '％']),
    negative: random.pick(['minus', 'brackets']),
    spaced: random.pick([0, 0, 0, 0.05]),
    sloppy: 0,
  };
  return { name: 'mixed', numbers, ...drawn } as Style;
}
