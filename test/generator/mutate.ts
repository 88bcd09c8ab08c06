import { Big, narrow } from '../../src/model/index.ts';
import type { Accounts } from './accounts.ts';
import { group } from './narrative/pen.ts';
import type { Random } from './random.ts';
import { type Mark, mapMarks, marksOf, type Report } from './report.ts';

/** How figures come to be wrong in real reports. */
export type Slip =
  | 'digit'
  | 'swap'
  | 'shift'
  | 'drop'
  | 'doubled'
  | 'stale'
  | 'scope'
  | 'lastYear'
  | 'neighbour'
  | 'budget'
  | 'wrongBase'
  | 'notTimes100'
  | 'exchanged';

export const SLIPS: readonly Slip[] = [
  'digit',
  'swap',
  'shift',
  'drop',
  'doubled',
  'stale',
  'scope',
  'lastYear',
  'neighbour',
  'budget',
  'wrongBase',
  'notTimes100',
  'exchanged',
];

/** A report with one figure changed (two for `exchanged`). `index` counts the figures as marksOf(report) does. */
export interface Mutation {
  readonly report: Report;
  readonly kind: Slip;
  readonly index: number;
  readonly mark: Mark;
  readonly from: string;
  readonly to: string;
  /** The other figure of an exchange. */
  readonly other?: number;
}

/** Facts that are easily taken for one another: all funds, 财政拨款, 一般公共预算. */
const TWINS: readonly (readonly string[])[] = [
  ['T1.TI', 'T4.GT'],
  ['T1.IN', 'T4.GIN', 'T1.i1'],
  ['T3.total.d0', 'T4.GOUT.s', 'T5.total.sum'],
  ['T3.total.d1', 'T5.total.basic', 'T6.total'],
  ['T3.total.d2', 'T5.total.project'],
  ['T6.public', 'own.running'],
  ['buy.small', 'buy.micro', 'buy.total'],
];

/**
 * Changes the figure `index` in the way `kind`, or gives undefined where that changes nothing that could be seen
 * (the value would be the same, or differ by less than two of its last digits).
 */
export function mutate(report: Report, accounts: Accounts, kind: Slip, index: number, random: Random): Mutation | undefined {
  const marks = marksOf(report);
  const mark = marks[index];
  if (!mark) return undefined;
  if (kind === 'exchanged') return exchange(report, marks, index);
  const to = change(mark, marks, index, accounts, kind, random);
  if (to === undefined || !differs(mark.printed, to)) return undefined;
  const changed = mapMarks(report, (one, i) => (i === index ? printedAs(one, to) : one));
  return { report: changed, kind, index, mark, from: mark.printed, to };
}

/** Up to `count` mutations of the given kinds, drawn from all that are possible; no figure is changed twice in the same way. */
export function mutations(
  report: Report,
  accounts: Accounts,
  random: Random,
  count: number,
  kinds: readonly Slip[] = SLIPS,
): Mutation[] {
  const indices = marksOf(report).map((_, i) => i);
  const found: Mutation[] = [];
  for (const [index, kind] of random.shuffle(indices.flatMap(i => kinds.map(kind => [i, kind] as const)))) {
    if (found.length >= count) break;
    const mutation = mutate(report, accounts, kind, index, random);
    if (mutation) found.push(mutation);
  }
  return found;
}

/** The mark with other digits; a spreadsheet stores what it then shows. */
function printedAs({ exact: _, ...mark }: Mark, printed: string): Mark {
  return { ...mark, printed };
}

const bare = (printed: string) => narrow(printed).replace(/[\s,]/g, '');
/** Not «（1.23）», nor the dash of an empty cell. */
const isNumber = (printed: string) => /^-?\d+(\.\d+)?$/.test(bare(printed));

function differs(from: string, to: string): boolean {
  if (bare(from) === bare(to) || !isNumber(from) || !isNumber(to)) return false;
  const decimals = bare(from).split('.')[1]?.length ?? 0;
  return new Big(bare(from)).minus(bare(to)).abs().gt(new Big(10).pow(-decimals).times(2));
}

/** Puts new digits into the dress of the old ones: separators and widths. */
function dressed(digits: string, like: string): string {
  const text = /[,，]/.test(like) ? group(digits) : digits;
  return /[０-９]/.test(like) ? text.replace(/[0-9.,-]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : text;
}

function change(
  mark: Mark,
  marks: readonly Mark[],
  index: number,
  accounts: Accounts,
  kind: Slip,
  random: Random,
): string | undefined {
  const digits = bare(mark.printed);
  if (!isNumber(digits)) return undefined;
  const typed = typingSlip(digits, kind, random);
  if (typed !== undefined) return dressed(typed, mark.printed);
  if (kind === 'neighbour') {
    const near = marks[index - 1];
    return near && near.kind === mark.kind ? near.printed : undefined;
  }
  const value = otherValue(mark, accounts, kind, random);
  if (value === undefined) return undefined;
  const scale = mark.unit === '元' ? new Big(10_000) : mark.unit === '亿元' ? new Big('0.0001') : new Big(1);
  const money = mark.kind === 'money' ? value.times(scale) : value;
  return dressed(money.toFixed(digits.split('.')[1]?.length ?? 0), mark.printed);
}

/** Slips of the hand: they look at the digits only. */
function typingSlip(digits: string, kind: Slip, random: Random): string | undefined {
  const at = [...digits].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const plausible = (text: string) => (/^-?(?:0\d|\.|$)/.test(text) ? undefined : text);
  switch (kind) {
    case 'digit': {
      const i = random.pick(at);
      const digit = (Number(digits[i]) + random.int(1, 9)) % 10;
      return plausible(digits.slice(0, i) + digit + digits.slice(i + 1));
    }
    case 'swap': {
      const pairs = at.filter(i => /\d/.test(digits[i + 1] ?? '') && digits[i] !== digits[i + 1]);
      if (pairs.length === 0) return undefined;
      const i = random.pick(pairs);
      return plausible(digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2));
    }
    case 'shift':
      return new Big(digits).eq(0)
        ? undefined
        : new Big(digits).times(random.chance(0.5) ? 10 : '0.1').toFixed(digits.split('.')[1]?.length ?? 0);
    case 'drop': {
      if (at.length < 3) return undefined;
      const i = random.pick(at);
      return plausible((digits.slice(0, i) + digits.slice(i + 1)).replace(/\.$/, ''));
    }
    case 'doubled': {
      const i = random.pick(at);
      return plausible(digits.slice(0, i) + digits[i]! + digits.slice(i));
    }
    default:
      return undefined;
  }
}

/** Slips of the mind: another fact's value in this one's place. */
function otherValue(mark: Mark, accounts: Accounts, kind: Slip, random: Random): Big | undefined {
  const { current, previous } = accounts;
  const [head, first, second] = mark.fact.split('/') as [string, string, string | undefined];
  const stated = head === String(current.year) ? current.facts.get(first) : undefined;
  const ratio = (part: Big | undefined, whole: Big | undefined) =>
    part && whole && !whole.eq(0) ? part.div(whole).times(100) : undefined;
  switch (kind) {
    case 'stale':
      return stated && mark.kind === 'money' ? stated.times(random.int(9300, 10_700)).div(10_000) : undefined;
    case 'lastYear':
      if (stated) return previous.facts.get(first);
      return head === 'share' || head === 'rate' ? ratio(previous.facts.get(first), previous.facts.get(second!)) : undefined;
    case 'scope': {
      const twins = stated && TWINS.find(list => list.includes(first));
      return twins && current.facts.get(random.pick(twins.filter(twin => twin !== first)));
    }
    case 'budget': {
      const code = /^T5\.(\d{7}|total)\.sum$/.exec(first)?.[1];
      if (stated && code) return current.facts.get(`budget.${code}.initial`);
      const part = /^T7\.outcome\.(\w+)$/.exec(first)?.[1];
      return stated && part ? current.facts.get(`T7.budget.${part}`) : undefined;
    }
    case 'wrongBase': {
      const [now, before] = [current.facts.get(first), previous.facts.get(first)];
      return head === 'growth' && mark.unit === '%' && now && before ? ratio(now.minus(before).abs(), now) : undefined;
    }
    case 'notTimes100':
      return mark.kind === 'percent' && mark.unit === '%' ? new Big(bare(mark.printed)).div(100) : undefined;
    default:
      return undefined;
  }
}

/** Two percentages, or two amounts, that stand next to each other change places. */
function exchange(report: Report, marks: readonly Mark[], index: number): Mutation | undefined {
  const mark = marks[index]!;
  const other = marks.findIndex((one, i) => i > index && i < index + 4 && one.kind === mark.kind && one.unit === mark.unit);
  if (other < 0 || !differs(mark.printed, marks[other]!.printed)) return undefined;
  const to = marks[other]!.printed;
  const changed = mapMarks(report, (one, i) =>
    i === index ? printedAs(one, to) : i === other ? printedAs(one, mark.printed) : one,
  );
  return { report: changed, kind: 'exchanged', index, mark, from: mark.printed, to, other };
}
