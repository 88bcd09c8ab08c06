import type { Big } from '../../../src/model/index.ts';
import type { Random } from '../random.ts';
import { type Mint, sum, ZERO } from './money.ts';
import { functionName, ITEM_CODES } from './names.ts';

/** 1 一般公共预算, 2 政府性基金, 3 国有资本经营, 0 money from elsewhere. */
export type Fund = 0 | 1 | 2 | 3;
/** What money from elsewhere is: columns c2 … c6 of 收入决算表. */
export type Source = 'c2' | 'c3' | 'c4' | 'c5' | 'c6';
/** Which column of 支出决算表: 基本 and 项目, or one of the three others. */
export type Use = 'ordinary' | 'upward' | 'operating' | 'subsidy';

/** The money of one fund in one 项 in one year: begin + income = outlay + end. Amounts in 万元. */
export interface Line {
  readonly code: string;
  readonly fund: Fund;
  readonly source: Source;
  readonly use: Use;
  readonly begin: Big;
  income: Big;
  readonly end: Big;
  /** Economic 款 → amount. */
  readonly basic: ReadonlyMap<string, Big>;
  readonly project: ReadonlyMap<string, Big>;
  /** For `use` other than ordinary. */
  readonly other: Big;
  readonly projects: readonly { readonly name: string; readonly amount: Big }[];
}

export const basicOf = (line: Line): Big => sum(line.basic.values());
export const projectOf = (line: Line): Big => sum(line.project.values());
export const outlayOf = (line: Line): Big => basicOf(line).plus(projectOf(line)).plus(line.other);

/** 项 whose money is one economic 款 by nature. */
const FIXED: Readonly<Record<string, string>> = {
  '2080505': '30108',
  '2080506': '30109',
  '2101101': '30110',
  '2101102': '30110',
  '2101103': '30111',
  '2210201': '30113',
  '2210202': '30102',
  '2210203': '30102',
  '2080501': '30302',
  '2080502': '30302',
  '2080801': '30304',
};
const HOMES = ['20103', '20106', '20113', '20131', '20139', '20406', '21101', '21201', '21301', '21401', '20101', '20405'];
const SOCIAL = ['2080501', '2080505', '2080506', '2101101', '2101103', '2210201', '2210203', '2080502', '2101102', '2080801'];
const FUND_ITEMS = { 2: ['2120803', '2120899', '2296002', '2296003'], 3: ['2230105', '2239999'] } as const;
const NOT_GENERAL: readonly string[] = [...FUND_ITEMS[2], ...FUND_ITEMS[3]];
const STAFF = ['30101', '30102', '30103', '30107', '30112', '30199', '30301', '30302', '30305', '30307', '30309', '30399'];
const OFFICE = [
  '30201',
  '30202',
  '30204',
  '30205',
  '30206',
  '30207',
  '30209',
  '30211',
  '30213',
  '30214',
  '30215',
  '30216',
  '30217',
  '30226',
  '30227',
  '30228',
  '30229',
  '30231',
  '30239',
  '30299',
  '31002',
];
const WORKS = [
  '30201',
  '30202',
  '30203',
  '30211',
  '30213',
  '30215',
  '30216',
  '30218',
  '30226',
  '30227',
  '30299',
  '30305',
  '31003',
  '31007',
  '31099',
  '31204',
  '31299',
  '30905',
];
const THEMES = [
  '信息系统运行维护',
  '业务能力培训',
  '基层服务站点建设',
  '公益宣传',
  '档案整理与数字化',
  '设施日常养护',
  '专项检查与监测',
  '便民服务',
  '调查统计',
  '人才引进与培养',
  '安全保障',
  '对口协作',
  '困难群体帮扶',
  '技术支撑服务',
  '品牌活动',
];
const ENDINGS = ['经费', '项目', '专项经费', '补助资金', '工作经费'];

const runs = (code: string) => ['行政运行', '事业运行', '机关服务'].includes(functionName(code));

/** Which 项 a department has: one home 款, the social ones, and for a large department many more. */
export function chooseCodes(random: Random, large: boolean): string[] {
  const home = random.pick(HOMES);
  const general = ITEM_CODES.filter(code => !NOT_GENERAL.includes(code) && !SOCIAL.includes(code));
  const own = general.filter(code => code.startsWith(home));
  const codes = new Set(own.slice(0, random.int(2, Math.min(4, own.length))));
  for (const code of random.some(SOCIAL.slice(0, 7), random.int(4, 7))) codes.add(code);
  codes.add('2210201');
  if (large) for (const code of [...SOCIAL, ...random.some(general, random.int(32, 40))]) codes.add(code);
  return [...codes].sort();
}

function spread(mint: Mint, random: Random, total: Big, codes: readonly string[], count: number): Map<string, Big> {
  const chosen = random.some(codes, Math.max(1, count));
  const parts = mint.split(total, chosen.length);
  return new Map(chosen.map((code, i) => [code, parts[i]!] as const).filter(([, value]) => value.gt(0)));
}

function merge(...maps: ReadonlyMap<string, Big>[]): Map<string, Big> {
  const all = new Map<string, Big>();
  for (const map of maps) for (const [key, value] of map) all.set(key, (all.get(key) ?? ZERO).plus(value));
  return all;
}

interface Seed {
  readonly code: string;
  readonly fund: Fund;
  readonly source: Source;
  readonly use: Use;
  readonly size: Big;
}

function seeds(random: Random, mint: Mint, codes: readonly string[], large: boolean): Seed[] {
  const list: Seed[] = codes.map(code => ({
    code,
    fund: 1,
    source: 'c6',
    use: 'ordinary',
    size: runs(code)
      ? mint.between(150, large ? 2400 : 600)
      : FIXED[code]
        ? mint.between(2, 90)
        : mint.between(0.6, random.chance(0.3) ? 900 : 120),
  }));
  for (const fund of [2, 3] as const) {
    if (!random.chance(fund === 2 ? 0.55 : 0.3)) continue;
    for (const code of random.some(FUND_ITEMS[fund], random.int(1, 2))) {
      list.push({ code, fund, source: 'c6', use: 'ordinary', size: mint.between(5, 400) });
    }
  }
  const hosts = codes.filter(code => !FIXED[code]);
  for (const source of ['c6', 'c3', 'c2', 'c4', 'c5'] as const) {
    if (!random.chance({ c6: 0.7, c3: 0.35, c2: 0.2, c4: 0.2, c5: 0.12 }[source])) continue;
    const use =
      source === 'c4' ? 'operating' : source === 'c5' ? 'subsidy' : source === 'c2' && random.chance(0.3) ? 'upward' : 'ordinary';
    list.push({ code: random.pick(hosts), fund: 0, source, use, size: mint.between(0.05, source === 'c6' ? 30 : 120) });
  }
  return list;
}

/** The projects of a 项; no two projects of a department have one name. */
function projectsOf(random: Random, mint: Mint, total: Big, taken: Set<string>): { name: string; amount: Big }[] {
  if (total.lte(0)) return [];
  const count = total.gt(20) ? random.int(1, 3) : 1;
  const themes = random.some(THEMES, count);
  return mint.split(total, count).map((amount, i) => {
    let name = themes[i]! + random.pick(ENDINGS);
    for (let period = 2; taken.has(name); period++)
      name = `${themes[i]!}${'零一二三四五六七八九'[period] ?? '多'}期${random.pick(ENDINGS)}`;
    taken.add(name);
    return { name, amount };
  });
}

function outlay(
  random: Random,
  mint: Mint,
  seed: Seed,
  size: Big,
  taken: Set<string>,
): Pick<Line, 'basic' | 'project' | 'other' | 'projects'> {
  const none = new Map<string, Big>();
  if (seed.use !== 'ordinary') return { basic: none, project: none, other: size, projects: [] };
  const fixed = FIXED[seed.code];
  if (fixed) return { basic: new Map([[fixed, size]]), project: none, other: ZERO, projects: [] };
  if (runs(seed.code) && seed.fund !== 2 && seed.fund !== 3) {
    const people = mint.near(size, 70, 92);
    const office = size.minus(people);
    const few = size.lt(50);
    const basic = merge(
      spread(mint, random, people, STAFF, few ? 2 : random.int(5, STAFF.length)),
      spread(mint, random, office, OFFICE, few ? 2 : random.int(6, OFFICE.length)),
    );
    return { basic, project: none, other: ZERO, projects: [] };
  }
  const project = spread(mint, random, size, WORKS, size.lt(20) ? 2 : random.int(2, 7));
  return { basic: none, project, other: ZERO, projects: projectsOf(random, mint, size, taken) };
}

/** The lines of two consecutive years: what the first leaves at its end, the second starts with. */
export function makeLines(
  random: Random,
  mint: Mint,
  codes: readonly string[],
  large: boolean,
): { previous: Line[]; current: Line[] } {
  const previous: Line[] = [];
  const current: Line[] = [];
  const names = [new Set<string>(), new Set<string>()] as const;
  for (const seed of seeds(random, mint, codes, large)) {
    const { size } = seed;
    const before = random.chance(0.08) && seed.fund !== 1 ? ZERO : random.chance(0.06) ? size : mint.near(size, 75, 130);
    const carries = !FIXED[seed.code] && seed.use === 'ordinary' && random.chance(0.4);
    const [b0, b1, b2] = carries
      ? [mint.near(before, 0, 12), mint.near(size, 1, 15), mint.near(size, 0, 15)]
      : [ZERO, ZERO, ZERO];
    const head = { code: seed.code, fund: seed.fund, source: seed.source, use: seed.use };
    const first = outlay(random, mint, seed, before, names[0]);
    const second = outlay(random, mint, seed, size, names[1]);
    previous.push({ ...head, ...first, begin: b0, end: b1, income: before.plus(b1).minus(b0) });
    current.push({ ...head, ...second, begin: b1, end: b2, income: size.plus(b2).minus(b1) });
  }
  return { previous, current };
}
