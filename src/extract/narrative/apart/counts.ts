import { belonging } from '../../../domain/index.ts';
import { type Figure, type Remark, remarkAtFigure, type Statement } from '../../../model/index.ts';
import type { Topic } from '../topics.ts';
import { figureIn, type Standing } from '../words/drafts.ts';

/** What counts of one paragraph say about each other and about the money they stand beside. */
export function countStatements(topics: readonly Topic[]): Statement[] {
  const statements: Statement[] = [];
  const counts = topics.filter(topic => topic.unit !== null && topic.level);
  counts.forEach((topic, i) => {
    const next = counts.slice(i + 1).find(one => one.list?.parent !== topic);
    if (next && isBound(topic, next)) {
      const [smaller, larger] = [topic.level!, next.level!];
      // «接待 6 批次、48 人次»: the second has no name of its own but that of the money before both.
      if (larger.label === next.beside?.label.core) larger.label = `${next.unit}数`;
      statements.push({ kind: 'bound', source: 'narrative', smaller, larger, about: topic.label.core });
      // Told once: by the money where that is nothing for certain, else by what is counted before it.
      const none = smaller.amount.value.eq(0) && !larger.amount.value.eq(0);
      if (none && sameNothing(next, topics)?.holds !== false) statements.push(nothing(topic, smaller, next));
    }
    const guests = guestsWithin(topic, counts.slice(0, i));
    if (guests) statements.push(guests);
    const sum = sumFrom(topic, counts.slice(i + 1, i + 6));
    if (sum) statements.push(sum);
  });
  // «0.52 万元，0 批次、0 人次»: one doubt, told at the first count.
  const doubted = new Set<Figure>();
  for (const topic of counts) {
    const remark = sameNothing(topic, topics);
    const money = remark?.figures[1];
    if (!remark || (!remark.holds && money && doubted.has(money))) continue;
    if (!remark.holds && money) doubted.add(money);
    statements.push(remark);
  }
  return statements;
}

/** «9 批次，88 人次»: batches are never more than people. «9 批次（其中：B 0 批次），A 88 人次»: not of what only the bracket tells. */
function isBound(topic: Topic, next: Topic): boolean {
  if (topic.list?.parent.unit === topic.unit && !next.list && next.label.key !== topic.label.key) return false;
  const near = next.paragraph.number === topic.paragraph.number && next.section === topic.section;
  // «A 0 万元，接待 0 人次，0 批次；B 5 万元，接待 88 人次，9 批次»: of another amount.
  if (topic.beside && next.beside && topic.beside !== next.beside) return false;
  const named = (units: readonly string[], one: Topic) =>
    units.some(unit => one.unit === unit || (one.label.core.endsWith(unit) && one.unit === '个'));
  return near && belonging.countBounds.some(({ smaller, larger }) => named(smaller, topic) && named(larger, next));
}

/** «接待来访团组 30 个、来访人员 260 人次。其中外事接待 5 批次、40 人次»: guests from abroad are among all that were received. */
function guestsWithin(topic: Topic, before: readonly Topic[]): Statement | null {
  if (!FOREIGN.has(topic.indicator ?? '') || topic.list?.parent.unit === topic.unit) return null;
  const near = (one: Topic) => one.paragraph.number === topic.paragraph.number && one.section === topic.section;
  // «其中» says so, before the first of the two counts.
  const said = before.filter(one => near(one) && one.indicator === topic.indicator).slice(-1);
  const isInside = [topic, ...said].some(one => /(?:其中|含|包括)[^。；，]{0,8}(?:外事|外宾)/.test(one.level!.quote));
  const alike = (one: Topic) => kindOfGuests(one) !== null && kindOfGuests(one) === kindOfGuests(topic);
  const whole = before.findLast(
    one => near(one) && alike(one) && !FOREIGN.has(one.indicator ?? '') && !/外[事宾]|国（境）外/.test(one.label.core),
  );
  return isInside && whole
    ? { kind: 'bound', source: 'narrative', smaller: topic.level!, larger: whole.level!, about: topic.label.core }
    : null;
}

/** Parties or persons; null for anything else. */
function kindOfGuests({ unit, label }: Topic): 'parties' | 'persons' | null {
  if (unit === '人' || unit === '人次') return 'persons';
  return unit === '批次' || unit === '批' || (unit === '个' && /批次?$|团组$/.test(label.core)) ? 'parties' : null;
}

function sumFrom(topic: Topic, following: readonly Topic[]): Statement | null {
  for (const { total, parts } of belonging.countSums) {
    if (!total.some(name => topic.label.core.includes(name))) continue;
    const found = parts.map(
      names =>
        following.find(
          one => one.paragraph.number === topic.paragraph.number && names.some(name => one.label.core.includes(name)),
        )?.level,
    );
    if (found.every(figure => figure))
      return {
        kind: 'sum',
        source: 'narrative',
        total: topic.level!,
        parts: found as Figure[],
        complete: 'yes',
        about: topic.label.core,
      };
  }
  return null;
}

/** Money and the count told with it are nothing together: 购置费 0 万元 and 购置 0 辆. */
function sameNothing(topic: Topic, topics: readonly Topic[]): Remark | null {
  const last = moneyBeside(topic, topics);
  // «A 3 万元（其中：B 0 万元），9 批次»: after the bracket, A is spoken of again.
  const near = last?.list && last.list.parent === topic.beside ? topic.beside : last;
  // «用车购置及运行维护费 A。其中：购置费 B；运行维护费 C。年末保有量 n 辆»: cars are run for C.
  const money = near?.indicator === '公务用车购置及运行维护费' ? (partOf(near, '公务用车运行维护费') ?? near) : near;
  if (money?.indicator === '公务用车运行维护费' && !topic.list) return runningNothing(money, topic);
  if (!money?.indicator || !COUNTED.has(money.indicator) || topic.list) return null;
  if (money.indicator === '公务用车购置费' && !/购置|更新|新购|购买|购入/.test(topic.label.core)) return null;
  if (money.indicator.startsWith('因公出国') && !/团组|出国|人/.test(topic.label.core + topic.unit)) return null;
  // «组织的团组 1 个、3 人，参加其他单位组织的团组 0 个、0 人»: it is for the others.
  const isOther = (one: Topic) => one !== topic && one.unit === topic.unit && one.level?.amount.value.eq(0) === false;
  if (topic.level!.amount.value.eq(0) && topics.some(one => isOther(one) && moneyBeside(one, topics) === money)) return null;
  const amount = money.level!;
  const mayRound = amount.amount.value.eq(0) && amount.amount.step.gte(10_000) && /接待/.test(money.indicator);
  return nothing(money, amount, topic, mayRound);
}

const partOf = ({ lists }: Topic, indicator: string) =>
  lists.flatMap(list => list.children).find(one => one.indicator === indicator && one.level);

/** «运行维护费 6 万元，公务用车保有量 0 辆»: what was run? Cars may be hired, or gone by the end of the year, and a report says so. */
function runningNothing(money: Topic, topic: Topic): Remark | null {
  const amount = money.level!;
  const isKept = topic.unit === '辆' && /保有|实有/.test(topic.label.core) && amount.amount.value.gt(0);
  const isSaid = /[租借调报封拍]|上缴|收回|处置|移交|划转|平台|改革/.test(amount.quote + topic.level!.quote);
  return isKept && !isSaid ? nothing(money, amount, topic) : null;
}

/** Two things that are nothing together: money and its count; 批次 and 人次 as well. */
function nothing({ label, unit }: Topic, one: Figure, topic: Topic, mayRound = false): Remark {
  const count = topic.level!;
  return remarkAtFigure('SUM-007', 'narrative', count, {
    holds: one.amount.value.eq(0) === count.amount.value.eq(0) || mayRound,
    params: { name: label.core, amount: one.printed + (unit ?? ''), count: count.printed + topic.unit },
    figures: [count, one],
    blame: 'any',
  });
}

/** The amount a count is told with: of what the count itself names («国内公务接待 13 批次、2.60 万元»), else the one before it. */
function moneyBeside(topic: Topic, topics: readonly Topic[]): Topic | null {
  const beside = (one: Topic) =>
    one.unit === null &&
    one.level !== null &&
    one.paragraph.number === topic.paragraph.number &&
    one.section === topic.section &&
    one.list?.parent.indicator !== one.indicator;
  const own = topics.findLast(one => beside(one) && one.indicator !== null && one.indicator === topic.indicator);
  const before = topics.slice(0, topics.indexOf(topic)).findLast(beside);
  // Guests from abroad may be none where there are guests.
  const isOther = topic.indicator !== before?.indicator && FOREIGN.has(topic.indicator ?? '');
  if (own || !before || isOther) return own ?? null;
  // «国内接待费 5 万元，接待 9 批次；外宾接待费 0 万元，接待 0 批次»: by no name of their own, those it was told with.
  const alike = before.level!.amount.value.eq(0) === topic.level!.amount.value.eq(0);
  const isAlone = alike && /^[共总]?(?:累计|合计)?接待$/.test(topic.label.core);
  if (topic.beside === before && (isAlone || /国（境）外|外[宾事]/.test(topic.label.core))) return before;
  // «国内公务接待 0.5 万元（含外宾接待 0.2 万元）。公务接待 3 批次»: of all that were received.
  const whole = before.list?.parent;
  if (FOREIGN.has(before.indicator ?? '') && whole && beside(whole) && COUNTED.has(whole.indicator ?? '')) return whole;
  // «国（境）外接待 0 万元。接待国内来宾 13 批次»: those at home belong to what was told of them before.
  return FOREIGN.has(before.indicator ?? '') && /国内/.test(topic.label.core)
    ? (topics.findLast(one => beside(one) && /^(?:国内)?公务接待费$/.test(one.indicator ?? '')) ?? null)
    : before;
}

const FOREIGN = new Set(['外事接待费', '国（境）外公务接待费']);
const COUNTED = new Set(['因公出国（境）费', '公务用车购置费', '公务接待费', '国内公务接待费', ...FOREIGN]);

/** «内设股室 3 个，含甲、乙、丙»: a count and the names that follow it. */
export function enumerations(standing: Standing, figures: readonly Figure[]): Remark[] {
  const { s } = standing.passage.plain;
  const remarks: Remark[] = [];
  for (const match of s.matchAll(
    /(?<!\d)(\d{1,9})(个|家)(?:[\u4e00-\u9fa5]{1,12}(?=[，：]|分别))?(?:，|：)?(?:分别为|分别是|具体为|具体包括|即|含|包括|：|（)：?(?<names>(?:[^。；，\d（）]|（[^（）]*）){4,400})/g,
  )) {
    const names = namesIn(match.groups!.names!);
    // «…。另有四个派出法庭 …»: the list goes on in words of its own.
    const goesOn = /^[。；]?(?:另外?|此外|还)(?:有|设)/.test(s.slice(match.index + match[0].length));
    // «内设股室 5 个，派出机构 3 个，分别是 …»: the names may be of both.
    const isOfTwo = /分别/.test(match[0]) && TOLD_BEFORE.test(s.slice(Math.max(0, match.index - 40), match.index));
    if (isOfTwo) continue;
    if (names === null || names.most < 2 || goesOn) continue;
    const stated = Number(match[1]);
    const found = stated < names.least ? names.least : names.most;
    const figure = figureIn(standing, match.index, match.index + match[1]!.length, figures);
    if (!figure || figure.printed !== match[1]) continue;
    remarks.push(
      remarkAtFigure('SUM-006', 'narrative', figure, {
        holds: stated >= names.least && stated <= names.most,
        quote: match[0].slice(0, 80),
        expected: String(found),
        params: { stated: match[1]!, found },
      }),
    );
  }
  return remarks;
}

/** Another count in the same sentence. */
const TOLD_BEFORE = /\d+(?:个|家)[^。；]{1,30}$/;

/** How many names a list has, as few and as many as «和» in them leaves open; null when it is open («等») or is no plain list. */
function namesIn(list: string): { least: number; most: number } | null {
  const flat = list.replace(/（[^）]*）?/g, '');
  if (/等|，/.test(flat)) return null;
  const parts = (marks: RegExp) => flat.split(marks).filter(name => name.length > 1).length;
  return { least: parts(/、/), most: parts(/[、和及]/) };
}
