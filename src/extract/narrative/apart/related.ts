import { belonging } from '../../../domain/index.ts';
import { type EquationStatement, plus, type Statement, sumOf, type Term } from '../../../model/index.ts';
import type { Mention } from '../../mentions.ts';
import type { Draft } from '../topics.ts';
import { figureIn, type Standing } from '../words/drafts.ts';

const relations = belonging.related.map(({ pattern, ...rest }) => {
  const source = pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => belonging.relatedTerms[name]!);
  return { ...rest, pattern: new RegExp(source, 'dg') };
});

/** What the words of one sentence state of its numbers, whatever they are of: «上年为 80%，提高 5 个百分点». */
export function relatedInWords(standing: Standing, drafts: readonly Draft[]): Statement[] {
  const { s } = standing.passage.plain;
  return relations.flatMap(({ rule, pattern, total, parts, less, apart }) =>
    [...s.matchAll(pattern)].flatMap((match): Statement[] => {
      const at = match.indices!.groups!;
      const termsOf = (names: readonly string[], sign: 1 | -1) =>
        names.map(name => {
          if (!at[name]) return null;
          const [start, end] = at[name];
          // The sign of a rate belongs to its figure.
          const figure = figureIn(standing, start, end, drafts) ?? figureIn(standing, start, end + 1, drafts);
          return figure ? { figure, sign } : null;
        });
      const [left, right] = [termsOf(total, 1), [...termsOf(parts, 1), ...termsOf(less ?? [], -1)]];
      if (!allThere(left) || !allThere(right)) return [];
      // «一级项目 2 个，二级项目 9 个，共 9 个»: the one kind may be inside the other.
      const isOne = right.some(one => one.figure.amount.value.eq(left[0]!.figure.amount.value));
      if (apart && isOne) return [];
      return [equation(rule, left, right, '=')];
    }),
  );
}

const allThere = (terms: (Term | null)[]): terms is Term[] => terms.every(term => term !== null);

function equation(
  rule: string,
  total: readonly Term[],
  parts: readonly Term[],
  compare: EquationStatement['compare'],
): EquationStatement {
  return { kind: 'equation', source: 'narrative', rule, total, parts, compare, about: total[0]!.figure.label };
}

const MEMBER = new RegExp(belonging.countedWithMoney.member, 'dy');
const CLOSING = /^(?:[，、]?等)?(?:[。；）]|$)/;

/**
 * «车辆 2 辆，价值 30 万元，其中：轿车 1 辆、金额 12 万元，越野车 1 辆、金额 18 万元»: kinds that are counted and priced make up what was
 * counted and priced; where the counts are not all there, they are no more than it.
 */
export function countedWithMoney(standing: Standing, drafts: readonly Draft[]): Statement[] {
  const { s } = standing.passage.plain;
  const mentions = standing.passage.clauses.flatMap(clause => clause.mentions);
  return [...s.matchAll(/其中[：，]?/g)].flatMap((match): Statement[] => {
    const before = mentions.filter(one => one.unitEnd <= match.index);
    const whole = before.at(-1);
    if (whole?.amount.kind !== 'money' || !/^[，；（]?$/.test(s.slice(whole.unitEnd, match.index))) return [];
    const figure = (start: number, end: number) => figureIn(standing, start, end, drafts);
    const total = figure(whole.start, whole.end);
    const money: Term[] = [];
    const counts: Term[] = [];
    const units = new Set<string>();
    let at = match.index + match[0].length;
    for (MEMBER.lastIndex = at; ; ) {
      const member = MEMBER.exec(s);
      if (!member) break;
      const [count, amount] = ['count', 'amount'].map(name => figure(...member.indices!.groups![name]!));
      if (!count || !amount) return [];
      counts.push(plus(count));
      money.push(plus(amount));
      units.add(count.amount.unit);
      at = MEMBER.lastIndex;
    }
    if (!total || money.length < 2 || !CLOSING.test(s.slice(at))) return [];
    const counted = before.findLast(one => one.amount.kind === 'count' && units.has(one.amount.unit));
    const number = counted && units.size === 1 ? figure(counted.start, counted.end) : null;
    const sum = (terms: readonly Term[]) => sumOf(terms, one => one.figure.amount.value);
    const isWhole = number !== null && sum(counts).eq(number.amount.value);
    const isMore = sum(money).gte(total.amount.value);
    return isWhole || isMore ? [equation('SUM-001', [plus(total)], money, '=')] : [];
  });
}

/** What an amount was used for, told with amounts of their own. */
export interface Uses {
  readonly members: readonly Draft[];
  /** The amounts told in the sentence before the words «主要用于». */
  readonly before: readonly Draft[];
}

const USED = /(?:主要)?用于(?![：:])/g;
const OTHER =
  /增|减|[较比]|上年|预算|其中|合计|共计|总计|均|每|以下|如下|结转|剩余|结余|原因|含|投资|合同|计划|中标|总额|规模|价值/;

/** «支出 80 万元，主要用于康复 50 万元、适配 25 万元。»: the amounts of the uses, where each has a name and none is of anything else. */
export function usesIn(standing: Standing, drafts: readonly Draft[]): Uses[] {
  const { s } = standing.passage.plain;
  const mentions = standing.passage.clauses.flatMap(clause => clause.mentions).filter(one => one.amount.kind === 'money');
  if (mentions.length < 3) return [];
  // «用于专项工作的经费支出 80 万元。主要用于 …»: the words before the list are the last.
  for (const match of [...s.matchAll(USED)].reverse()) {
    const from = match.index + match[0].length;
    const end = from + s.slice(from).search(/[。；]|$/);
    const told = mentions.filter(one => one.start >= from && one.unitEnd <= end);
    if (told.length < 2 || !isListOfUses(s, told, from, end)) continue;
    const figures = (some: readonly Mention[]) => some.flatMap(({ start, end }) => figureIn(standing, start, end, drafts) ?? []);
    const members = figures(told);
    // «支出 80 万元。主要用于…»: what the sentence before tells.
    const begin = s.slice(0, match.index).replace(/。$/, '').lastIndexOf('。') + 1;
    const before = figures(mentions.filter(one => one.start >= begin && one.unitEnd <= match.index));
    return members.length === told.length ? [{ members, before }] : [];
  }
  return [];
}

/** Each amount has a name before it, and none is of anything else: «总投资 80 万元的治理» is not what was used. */
function isListOfUses(s: string, told: readonly Mention[], from: number, end: number): boolean {
  const names = told.map((one, i) => s.slice(i ? told[i - 1]!.unitEnd : from, one.start));
  const isNamed = told.every(isExact) && names.every(name => /[\u4e00-\u9fa5]{2}/.test(name) && !OTHER.test(name));
  return isNamed && told.every(one => s[one.unitEnd] !== '的') && !OTHER.test(s.slice(told.at(-1)!.unitEnd, end));
}

const isExact = ({ threshold, bare, amount }: Mention) => !threshold && !bare && !amount.approximate;

/** Uses are no more than what was used, where one amount only can be that. To be asked once facts are bound. */
export function usesWithin(uses: readonly Uses[]): Statement[] {
  return uses.flatMap(({ members, before }): Statement[] => {
    const levels = before.filter(({ fact }) => fact.measure === '决算');
    const [whole] = levels;
    if (levels.length !== 1 || !whole) return [];
    return [equation('SUM-004', [plus(whole)], members.map(plus), '>=')];
  });
}
