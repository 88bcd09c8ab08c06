import { Big } from '../../../src/model/index.ts';
import { basicOf, chooseCodes, type Line, makeLines, outlayOf, projectOf } from '../accounts/lines.ts';
import { type Mint, mintOf, sum, ZERO } from '../accounts/money.ts';
import { type Facts, statementsOf } from '../accounts/statements.ts';
import { type Accounts, makeAccounts, type Year } from '../accounts.ts';
import { type Random, randomOf } from '../random.ts';

/** Budgets are exact in 元; in 万元 they are printed with two decimals. */
export interface BudgetOptions {
  readonly size?: 'small' | 'large';
  readonly year?: number;
  /** What a budget is exact in: whole 元 (4 decimals of 万元), or 百元 (2), where nothing is lost in 万元. */
  readonly decimals?: 2 | 4;
  /** Money left over from last year is part of the plan; absent: now and then. */
  readonly carries?: boolean;
}

/**
 * The budget of an invented department and that of the year before, by the addresses of the accounts (T1.TI, T5.2010301.basic …):
 * there is nothing left over at the end, and every amount is planned.
 */
export function makeBudget(seed: number | string, options: BudgetOptions = {}): Accounts {
  const random = randomOf(`budget/${seed}`);
  const mint = mintOf(random.fork('money'), options.decimals ?? 2);
  const { entity, short, region } = makeAccounts(seed);
  const large = options.size === 'large';
  const codes = chooseCodes(random.fork('codes'), large);
  const lines = makeLines(random.fork('lines'), mint, codes, large);
  const year = options.year ?? random.int(2020, 2026);
  const carries = options.carries ?? random.chance(0.4);
  const build = (from: readonly Line[], which: number) =>
    planned(plan(from, carries), which, random.fork(`plan${which}`), mint, undefined);
  return { seed, entity, short, region, previous: build(lines.previous, year - 1), current: build(lines.current, year) };
}

/** Budget and final accounts of one year of one department: the accounts' 年初预算 are what the budget says. */
export function makePair(seed: number | string, year = 2023): { readonly budget: Accounts; readonly accounts: Accounts } {
  const accounts = makeAccounts(seed, { year });
  const random = randomOf(`pair/${seed}`);
  const mint = mintOf(random.fork('money'), 2);
  const build = (from: Year) =>
    planned(scaled(from.lines, random.fork(`lines${from.year}`), mint), from.year, random, mint, from);
  const budget = { ...accounts, previous: build(accounts.previous), current: build(accounts.current) };
  return { budget, accounts: { ...accounts, current: initial(accounts.current, budget.current) } };
}

/** Nothing is left at the end of a plan; what came from last year is part of it or not asked for. */
function plan(lines: readonly Line[], carries: boolean): Line[] {
  return lines.map(ordinary).map(line => {
    const begin = carries && line.begin.lt(outlayOf(line)) ? line.begin : ZERO;
    return { ...line, begin, end: ZERO, income: outlayOf(line).minus(begin) };
  });
}

/** Budgets know basic expenditure and projects, and fewer kinds of income than accounts. */
function ordinary(line: Line): Line {
  const source = line.source === 'c2' || line.source === 'c5' ? 'c6' : line.source;
  if (line.use === 'ordinary') return { ...line, source };
  return { ...line, source, use: 'ordinary', other: ZERO, project: new Map([['30299', line.other]]) };
}

/** What had been planned for lines that came out as they did. */
function scaled(lines: readonly Line[], random: Random, mint: Mint): Line[] {
  return lines.map(ordinary).map(line => {
    const rate = random.chance(0.3) ? 100 : random.int(80, 115);
    const near = (value: Big) => value.times(rate).div(100).round(mint.decimals, Big.roundHalfUp);
    const each = (parts: ReadonlyMap<string, Big>) => new Map([...parts].map(([key, value]) => [key, near(value)] as const));
    const next = { ...line, basic: each(line.basic), project: each(line.project), begin: ZERO, end: ZERO };
    const total = projectOf(next);
    const own = line.projects.map(project => ({ ...project, amount: near(project.amount) }));
    const rest = total.minus(sum(own.slice(1).map(project => project.amount)));
    return {
      ...next,
      income: outlayOf(next),
      projects: own.map((project, i) => (i === 0 ? { ...project, amount: rest } : project)),
    };
  });
}

function planned(lines: Line[], year: number, random: Random, mint: Mint, settled: Year | undefined): Year {
  const facts: Facts = statementsOf(lines, ZERO, ZERO);
  addTravel(facts, random, mint, settled);
  addOther(facts, lines, random, mint);
  return { year, facts, lines, projects: [] };
}

/** «三公»: at least what basic expenditure has of them; nothing above what was settled later. */
function addTravel(facts: Facts, random: Random, mint: Mint, settled: Year | undefined): void {
  const told = (key: string) => settled?.facts.get(`T7.budget.${key}`) ?? ZERO;
  const more = (base: Big, chance: number, low: number, high: number) =>
    random.chance(chance) ? base.plus(mint.between(low, high)) : base;
  const most = (a: Big, b: Big) => (a.gt(b) ? a : b);
  const parts = settled
    ? { O: told('O'), VP: told('VP'), VR: most(told('VR'), facts.get('T6.30231')!), R: most(told('R'), facts.get('T6.30217')!) }
    : {
        O: more(ZERO, 0.3, 2, 20),
        VP: more(ZERO, 0.3, 12, 36),
        VR: more(facts.get('T6.30231')!, 0.3, 0.8, 30),
        R: more(facts.get('T6.30217')!, 0.3, 0.05, 12),
      };
  const V = parts.VP.plus(parts.VR);
  for (const [key, value] of Object.entries({ ...parts, V, S: parts.O.plus(V).plus(parts.R) }))
    facts.set(`T7.budget.${key}`, value);
}

/** 机关运行经费, procurement, performance targets, units and vehicles. */
function addOther(facts: Facts, lines: readonly Line[], random: Random, mint: Mint): void {
  const offices = random.int(1, 3);
  const others = random.chance(0.5) ? 0 : random.int(1, 5);
  const running = facts.get('T6.public')!;
  facts.set('own.running', others === 0 ? running : mint.near(running, 40, 85));
  const buy = {
    goods: random.chance(0.85) ? mint.between(0.5, 120) : ZERO,
    works: random.chance(0.3) ? mint.between(5, 400) : ZERO,
    services: mint.between(1, 260),
  };
  for (const [key, value] of Object.entries(buy)) facts.set(`buy.${key}`, value);
  const total = sum(Object.values(buy));
  facts.set('buy.total', total);
  facts.set('buy.small', mint.near(total, 30, 95));
  facts.set('buy.micro', mint.near(facts.get('buy.small')!, 30, 95));
  const projects = lines.filter(line => line.fund !== 0).flatMap(line => line.projects);
  facts.set('plan.projects', sum(projects.map(project => project.amount)));
  const count = (key: string, value: number) => void facts.set(`count.${key}`, new Big(value));
  count('projects', projects.length);
  count('offices', offices);
  count('others', others);
  count('units', offices + others);
  const cars = [random.int(0, 2), random.int(0, 5), random.int(1, 4)];
  cars.forEach((cell, i) => void count(`cars.${i}`, cell));
  count(
    'cars',
    cars.reduce((a, b) => a + b, 0),
  );
}

/** The accounts of a year whose 年初预算 are those of its budget. */
function initial(accounts: Year, budget: Year): Year {
  const facts = new Map(accounts.facts);
  const planned = (address: string) => budget.facts.get(address) ?? ZERO;
  for (const line of accounts.lines) {
    if (line.fund !== 1) continue;
    const [outcome, start] = [basicOf(line).plus(projectOf(line)), planned(`T5.${line.code}.sum`)];
    facts.set(`budget.${line.code}.initial`, start);
    facts.set(`budget.${line.code}.carried`, outcome.gt(start) ? outcome.minus(start) : ZERO);
  }
  facts.set('budget.total.initial', planned('T5.total.sum'));
  facts.set('budget.fiscal.in', planned('T4.GT'));
  facts.set('budget.fiscal.out', planned('T4.GOUT.s'));
  for (const key of ['S', 'O', 'V', 'VP', 'VR', 'R']) facts.set(`T7.budget.${key}`, planned(`T7.budget.${key}`));
  return { ...accounts, facts };
}
