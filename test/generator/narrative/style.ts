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
  /** What a share is of is told with its amount («占本年支出合计 9 万元的 p%»), and a colon alone opens lists. */
  readonly wholeTold?: boolean;
  /** `rateFirst`: «较上年下降 p%，减少 d»; `lastTotal`: «上年总计 a，较上年增加 d». */
  readonly change: 'versusYear' | 'lastYear' | 'lastFinal' | 'sameTime' | 'previous' | 'signed' | 'rateFirst' | 'lastTotal';
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
  /** What shares of a list say they are of, now and then: the total by its name, or by a word for any total. */
  readonly shareOf: 'name' | '合计' | '总额';
  readonly completion:
    | '年初预算执行率'
    | '完成预算'
    | '完成预算的'
    | '完成年初预算的'
    | '为年初预算的'
    | '完成全年预算数的'
    | '预算执行率';
  /** `gap`: «决算数小于年初预算数 d». */
  readonly order: 'gap' | 'larger' | 'outcomeLarger' | 'flatWith' | 'sameAs' | 'none';
  /** `changesFirst`: how each part changed is told before any of their amounts. */
  readonly travel: 'parts' | 'shares' | 'budget' | 'versusBudget' | 'changesFirst';
  /** Guests from abroad are told beside those from home, or inside them («含外事接待 …»). */
  readonly guests: 'beside' | 'inside';
  /** `ofTotal`: small and medium firms and the small among them side by side, each a share of 总额. */
  readonly procurement: 'sichuan' | 'shares' | 'reserved' | 'byKind' | 'ofTotal';
  readonly nothing: 'none' | 'zero' | 'notArranged' | 'blank' | 'empty';
  readonly numbering: '1.' | '1、' | '（1）' | '①';
  readonly separator: '；' | '，' | '。';
  /** What stands between an item's name and what is said of it, where the form allows a choice. */
  readonly itemEnd: '：' | '。' | '';
  /** Sections 二 and 三 also tell how their total changed. */
  readonly sectionChange: boolean;
  /** A table of contents in front: none, with leaders («……12»), or with tabs. */
  readonly contents: 'none' | 'leaders' | 'tabs';
  /** How often punctuation is half-width («其中:»). */
  readonly halfWidth: number;
  /** 人员经费 and 公用经费 with their shares of 基本支出. */
  readonly basicShares: boolean;
  /** Section titles end in 情况说明 or in 情况. */
  readonly titles: 'explained' | 'short';
  /** What the statutory tables are in, and how the corner above them says so. */
  readonly tableUnit: '万元' | '元';
  readonly corner: 'plain' | 'money' | 'department';
  /** 类 款 项 in one column of codes or in three. */
  readonly codeColumns: 'joined' | 'split';
  /** Where 合计 stands in tables by function: as the layout's form has it, or always first or last. */
  readonly totalRow: 'form' | 'first' | 'last';
  /** Which function lines the two general tables print. */
  readonly functionLines: 'all' | 'without debts' | 'used';
  readonly charts: boolean;
  readonly tables: boolean;
  readonly selfEvaluation: 'sichuan' | 'national' | 'none';
  readonly zeroCells: 'blank' | '0.00' | '0' | '-' | '—' | '/';
}

const CHOICES = {
  layout: ['sichuan', 'shanghai', 'national'],
  subject: ['entity', 'none', 'department'],
  total: ['joint', 'equal', 'plain', 'split', 'pair'],
  change: ['versusYear', 'lastYear', 'lastFinal', 'sameTime', 'previous', 'signed', 'rateFirst', 'lastTotal'],
  flat: ['持平', '无增减变化', '保持不变'],
  times: [true, false],
  nearlyFlat: [false, false, false, true],
  points: [false, false, true],
  carryOver: [false, true],
  composition: ['shares', 'amounts', 'numbered', 'allSources', 'withChange'],
  className: ['plain', 'quoted', 'coded'],
  items: ['joined', 'numbered', 'amountFirst', 'coded', 'adjusted', 'grouped'],
  shareOf: ['name', 'name', '合计', '总额'],
  completion: ['年初预算执行率', '完成预算', '完成预算的', '完成年初预算的', '为年初预算的', '完成全年预算数的', '预算执行率'],
  order: ['gap', 'larger', 'outcomeLarger', 'flatWith', 'sameAs', 'none'],
  travel: ['parts', 'shares', 'budget', 'versusBudget', 'changesFirst'],
  guests: ['beside', 'inside'],
  procurement: ['sichuan', 'shares', 'reserved', 'byKind', 'ofTotal'],
  nothing: ['none', 'zero', 'notArranged', 'blank', 'empty'],
  numbering: ['1.', '1、', '（1）', '①'],
  separator: ['；', '，', '。'],
  itemEnd: ['：', '。', ''],
  sectionChange: [true, false],
  contents: ['none', 'leaders', 'tabs'],
  halfWidth: [0, 0, 0, 0.5, 1],
  basicShares: [true, false],
  titles: ['explained', 'short'],
  tableUnit: ['万元', '万元', '万元', '元'],
  corner: ['plain', 'money', 'department'],
  codeColumns: ['joined', 'split'],
  totalRow: ['form', 'form', 'first', 'last'],
  functionLines: ['all', 'without debts', 'used'],
  charts: [true, false],
  tables: [true, true, true, false],
  selfEvaluation: ['sichuan', 'national', 'none'],
  zeroCells: ['blank', '0.00', '0', '-', '—', '/'],
} as const satisfies { readonly [K in Exclude<keyof Style, 'name' | 'numbers' | 'wholeTold'>]: readonly Style[K][] };

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
  return { name: 'mixed', numbers, ...drawn, wholeTold: random.chance(0.3) } as Style;
}
