import { type Figure, plus, type Reading, type Relation, type Scope } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { within } from '../within.ts';

const FUNDS: readonly Scope[] = ['一般公共预算', '政府性基金', '国有资本'];
/** Contributions that are recorded by function and by economy. */
const CONTRIBUTIONS = { '30113': /住房公积金$/, '30108': /基本养老保险缴费支出$/, '30109': /职业年金缴费支出$/ };
/** Medical insurance by economy, and the 款 that holds it by function. */
const MEDICAL = { codes: ['30110', '30111'], group: /^功能基本支出\/[^/]+\/[^/]*医疗$/ };

/** Relations between statutory tables that no formula can say: which one holds depends on what the tables state. */
export function betweenTables(reading: Reading, facts: Facts): Relation[] {
  const table = new Tables(reading, facts);
  return [
    ...byFunction(table),
    ...(reading.kind === 'budget' ? [...grantsWithinAll(table), ...incomeByFunction(table)] : []),
    ...contributions(table),
    ...detailsByFund(table),
  ];
}

/** The figures that tables state. */
class Tables {
  /** Indicators of table figures, in reading order, by scope. */
  readonly indicators = new Map<Scope, Set<string>>();

  constructor(
    reading: Reading,
    private readonly facts: Facts,
  ) {
    for (const { at, fact } of reading.figures) {
      if (!at || !fact.indicator || !fact.scope || fact.measure !== facts.level) continue;
      this.indicators.set(fact.scope, (this.indicators.get(fact.scope) ?? new Set()).add(fact.indicator));
    }
  }

  /** What tables print for a fact; with `last`, the last of them (T3 stands after T1). */
  get(indicator: string, scope: Scope, measure: string = this.facts.level, last = false): Figure | undefined {
    const found = this.facts.all(indicator, scope, measure).filter(figure => figure.at);
    return last ? found.at(-1) : found[0];
  }

  /** Whether the table of a line is one of expenditure: that of a budget may list what the year grants instead. */
  hasTotal({ fact, at }: Figure): boolean {
    return this.facts.all('本年支出', fact.scope).some(total => total.at?.table === at?.table);
  }

  of(scope: Scope): readonly string[] {
    return [...(this.indicators.get(scope) ?? [])];
  }
}

const isByFunction = (indicator: string) => /^功能(?:基本支出|项目支出)?\//.test(indicator);

/** Code by code: the general budget, and all funds together, are within all expenditure; the same where all money is general. */
function byFunction(table: Tables): Relation[] {
  const relations: Relation[] = [];
  const [all, general] = [
    table.get('本年支出', '全部资金', undefined, true),
    table.get('本年支出', '一般公共预算', undefined, true),
  ];
  const same = all && general && all.amount.value.eq(general.amount.value);
  for (const indicator of table.of('全部资金').filter(isByFunction)) {
    const whole = table.get(indicator, '全部资金', undefined, true)!;
    const parts = FUNDS.map(scope => table.get(indicator, scope, undefined, true)).filter(part => part !== undefined);
    const [first] = parts;
    if (!first) continue;
    if (same && parts.length === 1 && first.fact.scope === '一般公共预算' && table.hasTotal(first))
      relations.push({ kind: 'agree', rule: 'TIE-203', figures: [whole, first], about: whole.label });
    else if (parts.length > 1) relations.push(within('TIE-202', whole, parts));
    else relations.push(within('TIE-201', whole, [first]));
  }
  return relations;
}

/** Code by code of a budget: what the year grants is within what is spent, as long as nothing is left at the end. */
function grantsWithinAll(table: Tables): Relation[] {
  if (table.get('年末结转和结余', '全部资金')?.amount.value.gt(0)) return [];
  return table.of('一般公共预算').flatMap(indicator => {
    if (!GRANTED.test(indicator)) return [];
    const whole = table.get(indicator.replace(GRANTED, '功能/'), '全部资金', undefined, true);
    const part = table.get(indicator, '一般公共预算', undefined, true)!;
    return whole && whole.at!.table !== part.at!.table ? [within('TIE-201', whole, [part])] : [];
  });
}

const GRANTED = /^功能本年收入\//;

/**
 * Code by code of a budget: all that there is for an item, whatever its source, is what is spent on it, where the tables of income and of
 * expenditure come to one total. They are judged together: where most codes differ, the one is no list of the other's lines.
 */
function incomeByFunction(table: Tables): Relation[] {
  const spent = table.get('本年支出', '全部资金', undefined, true);
  const head = ['收支总计', '本年收入'].find(indicator => {
    const total = table.get(indicator, '全部资金', undefined, true);
    return (
      spent && total?.amount.value.eq(spent.amount.value) && table.of('全部资金').some(one => one.startsWith(`功能${indicator}/`))
    );
  });
  if (!head) return [];
  return table.of('全部资金').flatMap((indicator): Relation[] => {
    const [, code] = indicator.split(`功能${head}/`);
    const [income, outlay] = [table.get(indicator, '全部资金'), code && table.get(`功能/${code}`, '全部资金', undefined, true)];
    if (!income || !outlay || income.at!.table === outlay.at!.table) return [];
    const together = { key: 'income by function', judged: true };
    return [{ kind: 'agree', rule: 'TIE-231', figures: [income, outlay], about: outlay.label, together }];
  });
}

/** The same contribution by function and by economy. They may differ where projects pay for staff, but economy has no more of it. */
function contributions(table: Tables): Relation[] {
  const pairs = Object.entries(CONTRIBUTIONS).flatMap(([code, name]): Relation[] => {
    const one = table.get(`经济/${code.slice(0, 3)}/${code}`, '一般公共预算');
    const path = table.of('一般公共预算').find(indicator => /^功能基本支出\//.test(indicator) && name.test(indicator));
    const other = path ? table.get(path, '一般公共预算') : undefined;
    if (!one || !other) return [];
    if (other.amount.value.eq(one.amount.value))
      return [{ kind: 'agree', rule: 'TIE-209', figures: [one, other], about: one.label }];
    return [within('TIE-209', other, [one], { soft: true })];
  });
  return [...pairs, ...medical(table)];
}

/** Told where it holds: insurance of staff by economy is what the 款 of medical insurance spends on them. */
function medical(table: Tables): Relation[] {
  const parts = MEDICAL.codes.map(code => table.get(`经济/301/${code}`, '一般公共预算')).filter(part => part !== undefined);
  const path = table.of('一般公共预算').find(indicator => MEDICAL.group.test(indicator));
  const total = path ? table.get(path, '一般公共预算') : undefined;
  if (!total || !parts.length) return [];
  const sum = parts.reduce((all, part) => all.plus(part.amount.value), total.amount.value.times(0));
  if (!sum.eq(total.amount.value)) return [];
  return [
    {
      kind: 'linear',
      rule: 'TIE-213',
      total: [plus(total)],
      parts: parts.map(plus),
      compare: '=',
      about: total.label,
      soft: true,
    },
  ];
}

/** The detail table of all fiscal money, code by code, is the sum of the funds' tables, where their totals are. */
function detailsByFund(table: Tables): Relation[] {
  const total = table.get('本年支出', '财政拨款');
  const funds = FUNDS.map(scope => table.get('本年支出', scope)).filter(fund => fund !== undefined);
  if (!total || !funds.length) return [];
  const sum = funds.reduce((all, fund) => all.plus(fund.amount.value), total.amount.value.times(0));
  if (!sum.eq(total.amount.value)) return [];
  return table.of('财政拨款').flatMap((indicator): Relation[] => {
    if (!/^功能\/[^/]+\//.test(indicator)) return [];
    const parts = FUNDS.map(scope => table.get(indicator, scope)).filter(part => part !== undefined);
    const whole = table.get(indicator, '财政拨款')!;
    if (!parts.length) return [];
    return [{ kind: 'linear', rule: 'TIE-210', total: [plus(whole)], parts: parts.map(plus), compare: '=', about: whole.label }];
  });
}
