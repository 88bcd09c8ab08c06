import { type Block, type Inline, t } from '../report.ts';
import { change, composition, paragraph, section, subject } from './clauses.ts';
import type { Pen } from './pen.ts';

/** The grand total of income and spending, and how it changed. */
function grandTotal(pen: Pen, into: string, out: string, prefix: string): Inline {
  const { style, year } = pen;
  const who = `${subject(pen)}${year}年度`;
  switch (style.total) {
    case 'joint':
      return t`${who}${prefix}收、支总计${pen.money(into)}。${change(pen, into, `${prefix}收、支总计`, true)}`;
    case 'equal':
      return t`${who}${prefix}收、支总计均为${pen.money(into)}。${change(pen, into, `${prefix}收、支总计`, true)}`;
    case 'plain':
      return t`${who}${prefix}收入支出总计${pen.money(into)}。${change(pen, into, `${prefix}收入支出总计`)}`;
    case 'pair':
      return t`${who}${prefix}收入总计、支出总计分别为${pen.money(into)}和${pen.money(out)}。${change(pen, into, `${prefix}收、支总计`, true)}`;
    case 'split':
      return t`${who}${prefix}收入总计${pen.money(into)}，${change(pen, into, `${prefix}收入总计`)}${prefix}支出总计${pen.money(out)}，${change(pen, out, `${prefix}支出总计`)}`;
  }
}

const SOURCES = [
  ['一般公共预算财政拨款收入', 'T1.i1'],
  ['政府性基金预算财政拨款收入', 'T1.i2'],
  ['国有资本经营预算财政拨款收入', 'T1.i3'],
  ['上级补助收入', 'T1.i4'],
  ['事业收入', 'T1.i5'],
  ['经营收入', 'T1.i6'],
  ['附属单位上缴收入', 'T1.i7'],
  ['其他收入', 'T1.i8'],
] as const;
const MERGED = [['财政拨款收入', 'T4.GIN'], ...SOURCES.slice(3)] as const;
const USES = [
  ['基本支出', 'T3.total.d1'],
  ['项目支出', 'T3.total.d2'],
  ['上缴上级支出', 'T3.total.d3'],
  ['经营支出', 'T3.total.d4'],
  ['对附属单位补助支出', 'T3.total.d5'],
] as const;

/** Sections 一 to 四: totals, income, spending, 财政拨款. */
export function totals(pen: Pen): Block[] {
  const { style, year } = pen;
  const who = `${subject(pen)}${year}年度`;
  const parts = (pairs: readonly (readonly [string, string])[]) => pairs.map(([label, fact]) => ({ label, fact }));
  const chart = (title: string, pairs: readonly (readonly [string, string])[]): Block[] =>
    style.charts
      ? [
          {
            kind: 'chart',
            title,
            points: pairs.flatMap(([label, fact]) => (pen.now(fact).eq(0) ? [] : [{ label, value: pen.bare(fact) }])),
          },
        ]
      : [];
  const sources = style.layout === 'shanghai' ? MERGED : SOURCES;
  return [
    section(pen, '一、收入支出决算总体情况说明'),
    paragraph(grandTotal(pen, 'T1.TI', 'T1.TO', '')),
    ...(style.carryOver ? [paragraph(carryOver(pen, 'T1.IN', 'T1.U', 'T1.B', 'T1.OUT', 'T1.D', 'T1.E', ''))] : []),
    section(pen, '二、收入决算情况说明'),
    ...composition(pen, t`${who}本年收入合计${pen.money('T1.IN')}`, parts(sources), 'T1.IN', '本年收入合计'),
    ...(style.sectionChange ? [paragraph(named(pen, 'T1.IN', '本年收入合计'))] : []),
    ...chart('收入决算结构图', sources),
    section(pen, '三、支出决算情况说明'),
    ...composition(pen, t`${who}本年支出合计${pen.money('T3.total.d0')}`, parts(USES), 'T3.total.d0', '本年支出合计'),
    ...(style.sectionChange ? [paragraph(named(pen, 'T3.total.d0', '本年支出合计'))] : []),
    ...chart('支出决算结构图', USES),
    section(pen, '四、财政拨款收入支出决算总体情况说明'),
    paragraph(grandTotal(pen, 'T4.GT', 'T4.GTO.s', '财政拨款')),
    ...(style.carryOver ? [paragraph(carryOver(pen, 'T4.GIN', null, 'T4.GB', 'T4.GOUT.s', null, 'T4.GE.s', '财政拨款'))] : []),
    ...(style.layout === 'national' ? [paragraph(fiscalBudget(pen))] : []),
  ];
}

/** A change in a sentence of its own: it says what changed. */
const named = (pen: Pen, fact: string, label: string): Inline =>
  pen.style.change === 'versusYear' ? change(pen, fact, label) : t`${label}${change(pen, fact, label)}`;

/** What the two totals are made of: this year's, what came over, what is left. */
function carryOver(
  pen: Pen,
  into: string,
  spared: string | null,
  begin: string,
  out: string,
  handed: string | null,
  end: string,
  prefix: string,
): Inline {
  const maybe = (label: string, fact: string | null): Inline =>
    fact && pen.now(fact).gt(0) ? t`，${label}${pen.money(fact)}` : [];
  const left = t`收入总计包括：本年${prefix}收入${pen.money(into)}${maybe('使用非财政拨款结余', spared)}，年初${prefix}结转和结余${pen.money(begin)}`;
  const right = t`支出总计包括：本年${prefix}支出${pen.money(out)}${maybe('结余分配', handed)}，年末${prefix}结转和结余${pen.money(end)}`;
  return t`${prefix}${left}；${prefix}${right}。`;
}

/** The national form also tells how far the budget of 财政拨款 was used. */
function fiscalBudget(pen: Pen): Inline {
  return t`财政拨款本年收入${pen.money('T4.GIN')}，年初预算为${pen.money('budget.fiscal.in')}，完成年初预算的${pen.rate('T4.GIN', 'budget.fiscal.in')}；财政拨款本年支出${pen.money('T4.GOUT.s')}，年初预算为${pen.money('budget.fiscal.out')}，完成年初预算的${pen.rate('T4.GOUT.s', 'budget.fiscal.out')}。`;
}
