import type { Big } from '../../src/model/index.ts';
import { addBudgets, addOther, addPerformance, addTravel, makeProjects, type Project } from './accounts/extras.ts';
import { chooseCodes, type Line, makeLines, outlayOf } from './accounts/lines.ts';
import { type Mint, mintOf, ZERO } from './accounts/money.ts';
import { type Facts, statementsOf } from './accounts/statements.ts';
import { type Random, randomOf } from './random.ts';

export interface AccountsOptions {
  readonly size?: 'small' | 'large';
  readonly year?: number;
  /** Figures exact in 分, printed in 万元 with two decimals: innocent differences in the last digit appear. */
  readonly tails?: boolean;
}

/** One year: its facts by address (accounts/statements.ts), the lines they come from, and its projects. */
export interface Year {
  readonly year: number;
  readonly facts: ReadonlyMap<string, Big>;
  readonly lines: readonly Line[];
  readonly projects: readonly Project[];
}

/** The final accounts of an invented department for a year and the year before. */
export interface Accounts {
  readonly seed: number | string;
  readonly entity: string;
  readonly short: string;
  readonly region: string;
  readonly current: Year;
  readonly previous: Year;
}

const REGIONS = ['云岭市青禾区', '江汀县', '北溪市', '澄湖市望山区', '南屏县', '松陵市', '丰泽县', '石桥市临水区'];
const OFFICES = [
  '城乡事务服务局',
  '公共事务管理局',
  '综合保障局',
  '群众服务工作部',
  '市政管理委员会',
  '发展促进中心',
  '社会事务局',
  '行业指导局',
];

/** Random, complete and consistent final accounts; the same seed and options give the same accounts. */
export function makeAccounts(seed: number | string, options: AccountsOptions = {}): Accounts {
  const random = randomOf(`accounts/${seed}`);
  const mint = mintOf(random.fork('money'), options.tails ? 6 : 2);
  const large = options.size === 'large';
  const year = options.year ?? random.int(2020, 2025);
  const region = random.pick(REGIONS);
  const short = random.pick(OFFICES);
  const codes = chooseCodes(random.fork('codes'), large);
  const { previous, current } = makeLines(random.fork('lines'), mint, codes, large);
  const onlyAdministration = random.chance(0.5);
  const build = (lines: Line[], which: number): Year =>
    yearOf(lines, which, random.fork(`year${which}`), mint, onlyAdministration, large);
  return { seed, entity: region + short, short, region, previous: build(previous, year - 1), current: build(current, year) };
}

function yearOf(lines: Line[], year: number, random: Random, mint: Mint, onlyAdministration: boolean, large: boolean): Year {
  const { spared, handed } = balance(lines, random, mint);
  const facts: Facts = statementsOf(lines, spared, handed);
  addTravel(facts, random, mint);
  addOther(facts, random, mint, onlyAdministration);
  addBudgets(facts, lines, random, mint);
  const projects = makeProjects(lines, random, mint, large ? 6 : 3);
  addPerformance(facts, random, projects);
  return { year, facts, lines, projects };
}

/** Savings used in place of income, and results handed out of it: the line's own balance stays as it is. */
function balance(lines: Line[], random: Random, mint: Mint): { spared: Big; handed: Big } {
  let spared = ZERO;
  let handed = ZERO;
  for (const line of lines) {
    if (line.fund !== 0 || outlayOf(line).eq(0)) continue;
    if (spared.eq(0) && random.chance(0.35)) {
      spared = mint.near(line.income, 5, 60);
      line.income = line.income.minus(spared);
    } else if (handed.eq(0) && random.chance(0.3)) {
      handed = mint.near(line.income, 2, 20);
      line.income = line.income.plus(handed);
    }
  }
  return { spared, handed };
}
