import { type Block, type Inline, joined, t } from '../report.ts';
import {
  change,
  completion,
  growing,
  heading,
  itemName,
  more,
  numeral,
  order,
  paragraph,
  reason,
  section,
  subject,
} from './clauses.ts';
import type { Pen } from './pen.ts';

const PARTS = [
  ['因公出国（境）费', 'O'],
  ['公务用车购置及运行维护费', 'V'],
  ['公务接待费', 'R'],
] as const;
const outcome = (key: string) => `T7.outcome.${key}`;
const budget = (key: string) => `T7.budget.${key}`;

/** Section 七: 三公. The budget here is always this year's own. */
export function travel(pen: Pen): Block[] {
  const { year } = pen;
  const title = section(pen, '七、财政拨款“三公”经费支出决算情况说明');
  if (pen.now(outcome('S')).eq(0) && pen.now(budget('S')).eq(0) && pen.style.nothing !== 'zero') {
    return [title, paragraph([`${subject(pen)}${year}年度${NOTHING[pen.style.nothing]}“三公”经费财政拨款支出。`])];
  }
  const word = pen.style.completion.includes('完成预算') ? pen.style.completion : '完成预算的';
  const rate = (key: string) => completion(pen, outcome(key), budget(key), word);
  const stated = pen.style.travel === 'shares' ? [] : t`支出预算为${pen.money(budget('S'))}，`;
  const total = t`${subject(pen)}${year}年度“三公”经费财政拨款${stated}支出决算为${pen.money(outcome('S'))}${rate('S')}${order(pen, outcome('S'), budget('S'))}。`;
  return [
    title,
    heading(3, '（一）“三公”经费财政拨款支出决算总体情况说明'),
    paragraph(
      pen.style.travel === 'versusBudget'
        ? total
        : t`${total}${pen.random.chance(0.6) ? change(pen, outcome('S'), '“三公”经费支出') : []}`,
    ),
    heading(3, '（二）“三公”经费财政拨款支出决算具体情况说明'),
    ...(pen.style.travel === 'shares' ? [paragraph(shares(pen))] : []),
    ...(pen.style.travel === 'changesFirst' ? changesOfParts(pen) : []),
    ...(pen.style.charts
      ? [
          {
            kind: 'chart' as const,
            title: '“三公”经费财政拨款支出结构',
            points: PARTS.map(([label, key]) => ({ label, value: pen.bare(outcome(key)) })),
          },
        ]
      : []),
    ...details(pen, rate),
  ];
}

const NOTHING = { none: '无', zero: '无', notArranged: '未安排', blank: '没有安排', empty: '无' } as const;

function shares(pen: Pen): Inline {
  const parts = PARTS.map(
    ([label, key]) => t`${label}支出决算${pen.money(outcome(key))}，占${pen.share(outcome(key), outcome('S'))}`,
  );
  return t`${pen.year}年度“三公”经费财政拨款支出决算中，${parts[0]!}；${parts[1]!}；${parts[2]!}。具体情况如下：`;
}

/** «其中：A 较上年增加 d，增长 p%；…», the amounts follow one by one. */
function changesOfParts(pen: Pen): Block[] {
  const told = PARTS.flatMap(([label, key]) => {
    const fact = outcome(key);
    const d = pen.difference(fact);
    if (d.eq(0) || pen.before(fact).eq(0)) return [];
    return [t`${label}较上年${more(d)}${pen.change(fact)}，${growing(d)}${pen.growth(fact)}`];
  });
  return told.length ? [paragraph(t`${joined(told, '；')}。具体情况如下：`)] : [];
}

/** «比年初预算减少 d，下降 p%» – the base that flips inside one report. */
function againstBudget(pen: Pen, key: string): Inline {
  const [o, b] = [pen.now(outcome(key)), pen.now(budget(key))];
  if (o.eq(b)) return ['与年初预算持平。'];
  const d = o.minus(b);
  if (b.eq(0)) return t`比年初预算${more(d)}${pen.gap(outcome(key), budget(key))}。`;
  return t`比年初预算${more(d)}${pen.gap(outcome(key), budget(key))}，${growing(d)}${pen.percent(d.abs(), b, `overbudget/${outcome(key)}`)}，主要原因是${reason(pen)}。`;
}

function details(pen: Pen, rate: (key: string) => Inline): Block[] {
  const one = (key: string, label: string): Inline => {
    const stated = pen.style.travel === 'budget' ? t`预算${pen.money(budget(key))}，` : [];
    const head = t`${label}${stated}支出${pen.money(outcome(key))}${rate(key)}${pen.style.travel === 'budget' ? order(pen, outcome(key), budget(key), false) : ''}。`;
    if (pen.style.travel === 'changesFirst') return head;
    return t`${head}${pen.style.travel === 'versusBudget' ? againstBudget(pen, key) : change(pen, outcome(key), label)}`;
  };
  const { year } = pen;
  const inside = pen.style.guests === 'inside' && pen.style.layout !== 'sichuan';
  return [
    paragraph(
      t`1.${one('O', '因公出国（境）费')}全年安排因公出国（境）团组${pen.count('count.groups', '个')}，累计${pen.count('count.travellers', '人次')}。`,
    ),
    paragraph(t`2.${one('V', '公务用车购置及运行维护费')}其中：`),
    paragraph(t`公务用车购置支出${pen.money(outcome('VP'))}，全年购置公务用车${pen.count('count.bought', '辆')}。`),
    paragraph(
      t`公务用车运行维护费支出${pen.money(outcome('VR'))}，用于燃料、维修、过路和保险等开支。截至${year}年12月31日，开支财政拨款的公务用车保有量为${pen.count('count.kept', '辆')}。`,
    ),
    paragraph(t`3.${one('R', '公务接待费')}其中：`),
    ...(inside ? [paragraph(guestsInside(pen))] : guestsBeside(pen)),
  ];
}

/** Guests from abroad are guests at home: one amount holds both. */
function guestsInside(pen: Pen): Inline {
  return t`国内公务接待支出${pen.money(outcome('R'))}（含外事接待支出${pen.money('guests.foreign')}）。${causes(pen)}`;
}

function guestsBeside(pen: Pen): Block[] {
  return [
    paragraph(
      t`国内公务接待支出${pen.money('guests.home')}，共接待${pen.count('count.rounds', '批次')}、${pen.count('count.guests', '人次')}（不含陪同人员）。${causes(pen)}`,
    ),
    paragraph(
      t`外事接待支出${pen.money('guests.foreign')}，接待${pen.count('count.foreignRounds', '批次')}、${pen.count('count.foreignGuests', '人次')}。`,
    ),
  ];
}

function causes(pen: Pen): Inline {
  if (pen.now('guests.home').eq(0) || pen.style.layout !== 'sichuan') return [];
  return t`具体内容包括：业务交流接待支出${pen.money('guests.home.0')}，工作检查接待支出${pen.money('guests.home.1')}。`;
}

/** Sections 八 and 九: 政府性基金 and 国有资本经营. */
export function funds(pen: Pen): Block[] {
  return (
    [
      ['T8', '政府性基金预算', '政府性基金预算财政拨款收入支出决算情况说明'],
      ['T9', '国有资本经营预算', '国有资本经营预算财政拨款收入支出决算情况说明'],
    ] as const
  ).flatMap(([table, name, title], i) => [section(pen, `${numeral(8 + i)}、${title}`), paragraph(fundText(pen, table, name))]);
}

function fundText(pen: Pen, table: 'T8' | 'T9', name: string): Inline {
  const who = `${subject(pen)}${pen.year}年度`;
  const spent = `${table}.total.sum`;
  if (pen.now(spent).eq(0) && pen.now(`${table}.total.income`).eq(0)) {
    if (pen.style.nothing === 'zero') return t`${who}${name}财政拨款支出${pen.money(spent)}。`;
    if (pen.style.nothing === 'empty') return [`${who}${name}财政拨款支出  万元。`];
    if (pen.style.nothing === 'blank') return [`${who}没有使用${name}安排的支出。`];
    return [`${who}${NOTHING[pen.style.nothing]}${name}财政拨款收入和支出。`];
  }
  const items = [...pen.accounts.current.facts.keys()].flatMap(
    key => new RegExp(`^${table}\\.(\\d{7})\\.sum$`).exec(key)?.slice(1) ?? [],
  );
  const text = t`${who}${name}财政拨款年初结转和结余${pen.money(`${table}.total.begin`)}，本年收入${pen.money(`${table}.total.income`)}，本年支出${pen.money(spent)}，年末结转和结余${pen.money(`${table}.total.end`)}。`;
  if (pen.style.layout === 'sichuan') return t`${who}${name}财政拨款支出${pen.money(spent)}。`;
  return items.length > 1 || pen.random.chance(0.5)
    ? t`${text}${fundItems(pen, table, items)}本年支出中，基本支出${pen.money(`${table}.total.basic`)}，项目支出${pen.money(`${table}.total.project`)}。`
    : text;
}

/** The items of a fund, each with what was spent. */
function fundItems(pen: Pen, table: string, items: readonly string[]): Inline {
  if (items.length === 0 || pen.random.chance(0.5)) return [];
  const told = items.map(code => t`${itemName(pen, code)}${pen.money(`${table}.${code}.sum`)}`);
  return t`本年支出按项分为：${joined(told, '；')}。`;
}
