import { ECONOMIC_CODES, economicName, FUNCTION_LINES, functionName } from '../accounts/names.ts';
import { type Block, type Inline, t } from '../report.ts';
import {
  budgetOf,
  change,
  className,
  completion,
  completionWord,
  composition,
  heading,
  itemName,
  list,
  order,
  ordinal,
  paragraph,
  section,
  subject,
} from './clauses.ts';
import type { Pen } from './pen.ts';

const fact = (code: string) => `T5.${code}.sum`;

/** Section 五: 一般公共预算财政拨款支出, its structure and its items. */
export function spending(pen: Pen): Block[] {
  const { style, year } = pen;
  const who = `${subject(pen)}${year}年度`;
  const classes = FUNCTION_LINES.filter(([code]) => pen.now(fact(code)).gt(0)).map(([code, name]) => ({
    label: classLabel(pen, code, name),
    fact: fact(code),
  }));
  return [
    section(pen, '五、一般公共预算财政拨款支出决算情况说明'),
    heading(3, '（一）一般公共预算财政拨款支出决算总体情况'),
    paragraph(
      t`${who}一般公共预算财政拨款支出${pen.money(fact('total'))}，占本年支出合计${pen.style.wholeTold ? pen.money('T3.total.d0') : []}的${pen.share(fact('total'), 'T3.total.d0')}。${change(pen, fact('total'), '一般公共预算财政拨款支出')}`,
    ),
    heading(3, '（二）一般公共预算财政拨款支出决算结构情况'),
    ...composition(
      pen,
      t`${who}一般公共预算财政拨款支出${pen.money(fact('total'))}`,
      classes,
      fact('total'),
      '一般公共预算财政拨款支出',
      '主要用于以下方面：',
    ),
    ...(style.charts ? [chart(pen)] : []),
    heading(3, '（三）一般公共预算财政拨款支出决算具体情况'),
    ...items(pen),
  ];
}

/** «卫生健康（类）支出» as in Sichuan, or «卫生健康支出（类）». */
const classLabel = (pen: Pen, code: string, name: string): string =>
  pen.style.layout === 'sichuan' ? `${className(pen, code, name.replace(/支出$/, ''))}支出` : className(pen, code, name);

function chart(pen: Pen): Block {
  const classes = FUNCTION_LINES.filter(([code]) => pen.now(fact(code)).gt(0));
  return {
    kind: 'chart',
    title: '一般公共预算财政拨款支出决算结构',
    points: classes.map(([code, name]) => ({ label: name, value: pen.bare(fact(code)) })),
  };
}

function items(pen: Pen): Block[] {
  const { style, year } = pen;
  const base = budgetOf(pen);
  const codes = [...pen.accounts.current.facts.keys()].flatMap(key => /^T5\.(\d{7})\.sum$/.exec(key)?.slice(1) ?? []);
  const budgetName = base === 'initial' ? '年初预算' : '全年预算';
  const budget = style.items === 'joined' ? t`` : t`，${budgetName}为${pen.money(`budget.total.${base}`)}`;
  const word = completionWord(pen);
  const opening = t`${year}年度一般公共预算财政拨款支出决算为${pen.money(fact('total'))}${budget}${completion(pen, fact('total'), `budget.total.${base}`, word)}。其中：`;
  const told = (code: string) => itemBody(pen, code, base, word);
  if (style.items === 'joined' || style.items === 'grouped') {
    const length = style.items === 'joined' ? 5 : 3;
    const groups = [...new Set(codes.map(code => code.slice(0, length)))];
    return [
      paragraph(opening),
      ...groups.map((group, i) =>
        paragraph(
          t`${ordinal(pen, i + 1)}${groupText(
            pen,
            group,
            codes.filter(code => code.startsWith(group)),
            told,
          )}`,
        ),
      ),
    ];
  }
  return [
    paragraph(opening),
    ...codes.map((code, i) => paragraph(t`${ordinal(pen, i + 1)}${itemName(pen, code)}${told(code)}。`)),
  ];
}

/** Several 项 behind one 款 (joined), or all of a 类 (grouped). */
function groupText(pen: Pen, group: string, codes: readonly string[], told: (code: string) => Inline): Inline {
  if (pen.style.items === 'joined') {
    const head = `${functionName(group.slice(0, 3))}（类）${functionName(group)}（款）`;
    return t`${head}${list(
      pen,
      codes.map(code => t`${functionName(code)}（项）${told(code)}`),
      '；',
    )}`;
  }
  const parts = codes.map(code => t`${functionName(code.slice(0, 5))}（款）${functionName(code)}（项）${told(code)}`);
  if (codes.length === 1) return t`${functionName(group)}（类）${parts[0]!}。`;
  return t`${functionName(group)}（类）支出${pen.money(fact(group))}，其中：${list(pen, parts, '；')}`;
}

/** What is said about one 项, behind its name. */
function itemBody(pen: Pen, code: string, base: 'initial' | 'adjusted', word: string): Inline {
  const outcome = fact(code);
  const budget = `budget.${code}.${base}`;
  const close = t`${completion(pen, outcome, budget, word)}${order(pen, outcome, budget)}`;
  const carried = `budget.${code}.carried`;
  const carry =
    pen.now(carried).gt(0) && base === 'initial' && pen.random.chance(0.3) ? t`，其中使用上年结转经费${pen.money(carried)}` : [];
  const none = pen.now(budget).eq(0);
  switch (pen.style.items) {
    case 'joined':
      return t`：支出决算为${pen.money(outcome)}${close}${carry}`;
    case 'amountFirst':
      return none
        ? t`${pen.style.itemEnd}支出${pen.money(outcome)}，年初未安排预算`
        : t`${pen.style.itemEnd}支出${pen.money(outcome)}，${base === 'initial' ? '年初预算' : '全年预算'}${pen.money(budget)}${close}`;
    case 'adjusted':
      return t`${pen.style.itemEnd || '：'}年初预算${pen.money(`budget.${code}.initial`)}，全年预算${pen.money(`budget.${code}.adjusted`)}，支出决算${pen.money(outcome)}${close}`;
    case 'coded':
      return t`${pen.style.itemEnd}支出决算${pen.money(outcome)}，${base === 'initial' ? '年初预算' : '全年预算'}${pen.money(budget)}${close}`;
    default:
      return t`${pen.style.items === 'numbered' ? pen.style.itemEnd : '：'}${base === 'initial' ? '年初预算' : '全年预算'}为${pen.money(budget)}，支出决算为${pen.money(outcome)}${close}`;
  }
}

/** Section 六: 基本支出 of the general budget by staff and office. */
export function basic(pen: Pen): Block[] {
  const named = (classes: readonly string[]) =>
    ECONOMIC_CODES.filter(code => classes.includes(code.slice(0, 3)) && pen.now(`T6.${code}`).gt(0))
      .map(economicName)
      .join('、');
  const staff = named(['301', '303']);
  const office = named(['302', '310']);
  const opening = t`${subject(pen)}${pen.year}年度一般公共预算财政拨款基本支出${pen.money('T6.total')}，其中：`;
  const share = (part: string): Inline =>
    pen.style.basicShares && pen.now('T6.total').gt(0) ? t`，占基本支出的${pen.share(part, 'T6.total')}` : [];
  const people = t`人员经费${pen.money('T6.staff')}${share('T6.staff')}，主要包括：${staff}`;
  const running = pen.now('T6.public').eq(0)
    ? t`公用经费${pen.money('T6.public')}`
    : t`公用经费${pen.money('T6.public')}${share('T6.public')}，主要包括：${office}`;
  const blocks = pen.random.chance(0.5)
    ? [paragraph(opening), paragraph(t`${people}。`), paragraph(t`${running}。`)]
    : [paragraph(t`${opening}${people}；${running}。`)];
  return [section(pen, '六、一般公共预算财政拨款基本支出决算情况说明'), ...blocks];
}
