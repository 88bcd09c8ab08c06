import { Big } from '../../../src/model/index.ts';
import type { Random } from '../random.ts';
import type { Line } from './lines.ts';
import { basicOf, projectOf } from './lines.ts';
import { type Mint, sum, ZERO } from './money.ts';
import type { Facts } from './statements.ts';

const count = (n: number) => new Big(n);

/** 三公: outcome and budget of both years' T7, and what stands behind them (counts). */
export function addTravel(facts: Facts, random: Random, mint: Mint): void {
  const base = { VR: facts.get('T6.30231')!, R: facts.get('T6.30217')! };
  const nothing = base.VR.eq(0) && base.R.eq(0) && random.chance(0.6);
  const outcome = (chance: number, low: number, high: number) =>
    nothing || !random.chance(chance) ? ZERO : mint.between(low, high);
  const parts = {
    O: outcome(0.2, 2, 20),
    VP: outcome(0.25, 12, 36),
    VR: base.VR.plus(outcome(0.3, 0.8, 30)),
    R: base.R.plus(outcome(0.3, 0.05, 12)),
  };
  const budget = Object.fromEntries(
    Object.entries(parts).map(([key, value]) => {
      if (value.eq(0)) return [key, key !== 'VP' && !nothing && random.chance(0.3) ? mint.between(0.5, 5) : ZERO];
      return [key, random.chance(0.35) ? value : mint.near(value, 101, 190)];
    }),
  ) as typeof parts;
  for (const [side, of] of [
    ['outcome', parts],
    ['budget', budget],
  ] as const) {
    const vehicles = of.VP.plus(of.VR);
    const all = { ...of, V: vehicles, S: of.O.plus(vehicles).plus(of.R) };
    for (const [key, value] of Object.entries(all)) facts.set(`T7.${side}.${key}`, value);
  }
  const groups = parts.O.gt(0) ? random.int(1, 3) : 0;
  facts.set('count.groups', count(groups));
  facts.set('count.travellers', count(groups && groups + random.int(0, 9)));
  facts.set('count.bought', count(parts.VP.gt(0) ? random.int(1, 2) : 0));
  facts.set('count.kept', count(parts.VR.gt(0) || parts.VP.gt(0) ? random.int(2, 14) : 0));
  const rounds = parts.R.gt(0) ? random.int(2, 60) : 0;
  facts.set('count.rounds', count(rounds));
  facts.set('count.guests', count(rounds && rounds * random.int(2, 8) + random.int(0, 9)));
  const foreign = parts.R.gt(1) && random.chance(0.12) ? mint.near(parts.R, 5, 30) : ZERO;
  facts.set('guests.foreign', foreign);
  facts.set('guests.home', parts.R.minus(foreign));
  const foreignRounds = foreign.gt(0) ? random.int(1, Math.max(1, Math.floor(rounds / 3))) : 0;
  facts.set('count.foreignRounds', count(foreignRounds));
  facts.set('count.foreignGuests', count(foreignRounds && foreignRounds + random.int(0, 9)));
  const causes = mint.split(facts.get('guests.home')!, 2);
  causes.forEach((value, i) => void facts.set(`guests.home.${i}`, value));
}

/** 机关运行经费, procurement, vehicles and equipment, staff and units. */
export function addOther(facts: Facts, random: Random, mint: Mint, onlyAdministration: boolean): void {
  const office = facts.get('T6.public')!;
  facts.set('own.running', onlyAdministration ? office : mint.near(office, 40, 85));
  const goods = random.chance(0.85) ? mint.between(0.5, 120) : ZERO;
  const works = random.chance(0.3) ? mint.between(5, 400) : ZERO;
  const services = random.chance(0.7) ? mint.between(1, 260) : ZERO;
  const total = goods.plus(works).plus(services);
  const small = random.chance(0.3) ? total : mint.near(total, 30, 99);
  const micro = random.chance(0.3) ? small : mint.near(small, 10, 95);
  const reserved = mint.near(small, 20, 80);
  const buy = {
    total,
    goods,
    works,
    services,
    small,
    micro,
    reserved,
    elsewhere: small.minus(reserved),
    elsewhereMicro: mint.near(small.minus(reserved), 10, 90),
  };
  for (const [key, value] of Object.entries(buy)) facts.set(`buy.${key}`, value);
  // What of each kind went to small firms; only its share is printed.
  const [first, second] = [goods, works].map(kind =>
    total.eq(0) ? ZERO : small.times(kind).div(total).round(mint.decimals, Big.roundDown),
  );
  facts.set('buy.small.goods', first!);
  facts.set('buy.small.works', second!);
  facts.set(
    'buy.small.services',
    services.eq(0) ? ZERO : small.minus(first!).minus(second!).gt(services) ? services : small.minus(first!).minus(second!),
  );
  const kept = Number(facts.get('count.kept'));
  const kinds = [random.int(0, 2), 0, 0, 0, 0].map((n, i) => (i === 0 ? n : random.int(0, 4)));
  kinds[3] = Math.max(0, kept - kinds.reduce((a, b) => a + b, 0)) + kinds[3]!;
  kinds.forEach((n, i) => void facts.set(`count.cars.${i}`, count(n)));
  facts.set('count.cars', count(kinds.reduce((a, b) => a + b, 0)));
  facts.set('count.equipment50', count(random.int(0, 6)));
  facts.set('count.equipment100', count(random.int(0, 3)));
  const units = [1, onlyAdministration ? random.int(0, 2) : random.int(0, 1), onlyAdministration ? 0 : random.int(1, 5)];
  units.forEach((n, i) => void facts.set(`count.units.${i}`, count(n)));
  facts.set('count.units', count(units.reduce((a, b) => a + b, 0)));
  const staff = [random.int(6, 60), random.int(0, 20), random.int(0, 30), random.int(0, 5)];
  staff.forEach((n, i) => void facts.set(`count.staff.${i}`, count(n)));
  facts.set('count.staff', count(staff.reduce((a, b) => a + b, 0)));
}

/** 年初预算 and 全年预算 of every 项 of the general budget, of T4, and how far each is used. */
export function addBudgets(facts: Facts, lines: readonly Line[], random: Random, mint: Mint): void {
  const totals = { initial: ZERO, adjusted: ZERO };
  for (const line of lines) {
    if (line.fund !== 1) continue;
    const outcome = basicOf(line).plus(projectOf(line));
    const style = random.int(0, 9);
    let adjusted = style < 4 ? outcome : style < 8 ? mint.near(outcome, 101, 135) : mint.near(outcome, 100, 104);
    if (adjusted.eq(0)) adjusted = outcome;
    // Money carried over is spent on top of the year's budget.
    const initial =
      style === 9 && random.chance(0.4)
        ? ZERO
        : style < 3
          ? outcome
          : line.begin.gt(0) && style < 6
            ? outcome.minus(mint.near(line.begin, 10, 100))
            : mint.near(outcome, 78, 125);
    const safe = initial.lt(0) ? ZERO : initial;
    facts.set(`budget.${line.code}.initial`, safe);
    facts.set(`budget.${line.code}.adjusted`, adjusted);
    facts.set(`budget.${line.code}.carried`, outcome.gt(safe) ? outcome.minus(safe) : ZERO);
    totals.initial = totals.initial.plus(safe);
    totals.adjusted = totals.adjusted.plus(adjusted);
  }
  facts.set('budget.total.initial', totals.initial);
  facts.set('budget.total.adjusted', totals.adjusted);
  addWhole(facts, mint);
  facts.set('budget.fiscal.in', mint.near(facts.get('T4.GIN')!, 80, 115));
  facts.set('budget.fiscal.out', mint.near(facts.get('T4.GOUT.s')!, 80, 115));
}

/** The whole department's budget and outcome by use, and how much of each is 财政拨款. */
function addWhole(facts: Facts, mint: Mint): void {
  const uses = ['d1', 'd2', 'rest'] as const;
  const outcome = {
    d1: facts.get('T3.total.d1')!,
    d2: facts.get('T3.total.d2')!,
    rest: sum(['d3', 'd4', 'd5'].map(d => facts.get(`T3.total.${d}`)!)),
  };
  for (const use of uses) {
    facts.set(`whole.outcome.${use}`, outcome[use]);
    facts.set(`whole.budget.${use}`, mint.near(outcome[use], 92, 118));
  }
  const fiscal = facts.get('T4.GOUT.s')!;
  const rate = fiscal.div(sum(uses.map(use => outcome[use])));
  for (const side of ['budget', 'outcome'] as const) {
    const total = sum(uses.map(use => facts.get(`whole.${side}.${use}`)!));
    const own = side === 'outcome' ? fiscal : total.times(rate).round(mint.decimals, Big.roundHalfUp);
    facts.set(`whole.${side}`, total);
    facts.set(`whole.${side}.fiscal`, own);
    facts.set(`whole.${side}.other`, total.minus(own));
  }
}

/** A project with its self-evaluation: money in 万元, scores in points. */
export interface Project {
  readonly name: string;
  readonly code: string;
  /** 年初预算, 全年预算, 全年执行: each by source (当年财政拨款 or 本级, 上年结转 or 上级, 其他). */
  readonly money: Readonly<Record<'initial' | 'adjusted' | 'outcome', readonly [Big, Big, Big]>>;
  readonly indicators: readonly Indicator[];
}
export interface Indicator {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: number;
  readonly score: Big;
  readonly reason: string;
}

const HEADS: readonly (readonly [string, string, string, string])[] = [
  ['产出指标', '数量指标', '开展活动场次', '场'],
  ['产出指标', '质量指标', '验收合格率', '%'],
  ['产出指标', '时效指标', '按期完成率', '%'],
  ['效益指标', '社会效益指标', '受益群众人数', '人'],
  ['满意度指标', '服务对象满意度指标', '服务对象满意率', '%'],
];
const WEIGHTS = [20, 15, 15, 30, 10];

/** The projects that are self-evaluated, from the 项目支出 of the general budget. */
export function makeProjects(lines: readonly Line[], random: Random, mint: Mint, most: number): Project[] {
  const all = lines
    .filter(line => line.fund === 1)
    .flatMap(line => line.projects.map(project => ({ ...project, code: line.code })));
  return all.slice(0, most).map(({ name, code, amount }) => {
    const carried = random.chance(0.25) ? mint.near(amount, 5, 40) : ZERO;
    const outcome = [amount.minus(carried), carried, ZERO] as const;
    const adjusted = outcome.map(value =>
      value.eq(0) || random.chance(0.5) ? value : mint.near(value, 101, 140),
    ) as unknown as [Big, Big, Big];
    const initial = [random.chance(0.6) ? adjusted[0] : mint.near(adjusted[0], 70, 110), ZERO, ZERO] as const;
    return {
      name,
      code,
      money: { initial, adjusted, outcome },
      indicators: HEADS.map((head, i) => indicatorOf(head, WEIGHTS[i]!, random)),
    };
  });
}

function indicatorOf([first, second, third, unit]: (typeof HEADS)[number], weight: number, random: Random): Indicator {
  const met = random.chance(0.8);
  const goal = unit === '%' ? random.int(85, 96) : random.int(5, 400);
  const actual = met ? (unit === '%' ? random.int(goal, 100) : goal + random.int(0, 9)) : goal - random.int(1, 4);
  const lost = met ? 0 : random.int(1, 3);
  const prefix = random.pick(['≥', '', '不少于']);
  return {
    first,
    second,
    third,
    target: `${prefix}${goal}${unit}`,
    actual: `${actual}${unit}`,
    weight,
    score: new Big(weight).minus(lost),
    reason: met ? '' : '年中任务有所调整，将加快推进',
  };
}

/** Money and scores of every project: Σ by source, 执行率得分 = 10 × min(outcome / adjusted, 1), and the total of the scores. */
function addProjects(facts: Facts, projects: readonly Project[]): void {
  projects.forEach((project, i) => {
    for (const [key, parts] of Object.entries(project.money)) {
      facts.set(`project.${i}.${key}`, sum(parts));
      parts.forEach((part, j) => void facts.set(`project.${i}.${key}.${j}`, part));
    }
    const rate = sum(project.money.outcome).div(sum(project.money.adjusted));
    const executed = (rate.gt(1) ? new Big(10) : rate.times(10)).round(2, Big.roundHalfUp);
    facts.set(`project.${i}.executed`, executed);
    facts.set(`project.${i}.score`, sum([executed, ...project.indicators.map(indicator => indicator.score)]));
  });
}

/** How many projects were planned, watched and evaluated, and with what result. */
export function addPerformance(facts: Facts, random: Random, projects: readonly Project[]): void {
  addProjects(facts, projects);
  // Every project that is evaluated has its table, so that the two numbers agree; its score decides how it is rated.
  const scores = projects.map((_, i) => facts.get(`project.${i}.score`)!);
  const counts = [0, 0, 0, 0];
  for (const score of scores) counts[score.gte(90) ? 0 : score.gte(80) ? 1 : score.gte(60) ? 2 : 3]!++;
  ['excellent', 'good', 'fair', 'poor'].forEach((key, i) => void facts.set(`count.${key}`, count(counts[i]!)));
  const evaluated = projects.length;
  facts.set('count.evaluated', count(evaluated));
  facts.set('count.watched', count(evaluated + random.int(0, 3)));
  facts.set('count.planned', count(evaluated + random.int(0, 6)));
  facts.set('score.mean', scores.length === 0 ? ZERO : sum(scores).div(scores.length).round(2, Big.roundHalfUp));
  facts.set('evaluated.money', sum(projects.flatMap(project => project.money.adjusted)));
  facts.set('evaluated.outcome', sum(projects.flatMap(project => project.money.outcome)));
  const found = random.int(0, 9);
  const mended = random.int(0, found);
  facts.set('count.found', count(found));
  facts.set('count.mended', count(mended));
  facts.set('count.mending', count(found - mended));
}
