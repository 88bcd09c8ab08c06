import { type Amount, Big, decimalsOf, type Figure, type Interval, narrow, type Slip } from '../../model/index.ts';

/** One way a number may have been typed wrong: what was meant (base unit), and what the hand did. */
export interface Misprint {
  readonly slip: Slip;
  readonly value: Big;
}

/**
 * What the hand did when `meant` (base unit) was to be printed and `printed` stands there; null for anything that is
 * not one small movement. Two digits swapped says more than one digit wrong, so the telling ones are tried first.
 */
export function slipBetween(printed: string, amount: Amount, meant: Big): Slip | null {
  const before = judged.get(amount) ?? new Map<string, Slip | null>();
  judged.set(amount, before);
  const key = `${printed} ${meant}`;
  let slip = before.get(key);
  if (slip === undefined) {
    slip = judge(printed, amount, meant);
    before.set(key, slip);
  }
  return slip;
}

/** The search for the culprit asks about the same two numbers many times. */
const judged = new WeakMap<Amount, Map<string, Slip | null>>();

function judge(printed: string, amount: Amount, meant: Big): Slip | null {
  const { value } = amount;
  if (value.eq(meant) || value.eq(0) || meant.eq(0)) return null;
  if (value.eq(meant.times(-1))) return 'sign';
  const power = powerOfTen(value, meant);
  if (power !== null)
    return Math.abs(power) === 4 || Math.abs(power) === 8 ? unitOrShift(amount) : Math.abs(power) <= 3 ? 'shifted' : null;
  if (isScaled(amount, meant)) return amount.kind === 'money' ? 'unit' : 'shifted';
  const text = plain(printed);
  const decimals = decimalsOf(amount);
  for (const slip of text === '' ? [] : (['transposed', 'dropped', 'doubled', 'digit'] as const)) {
    for (const target of spellings(meant, amount, decimals)) if (EDITS[slip](text, target)) return slip;
  }
  return isCut(amount, meant) ? 'shifted' : null;
}

/** Every number that one small movement of the hand turns into what is printed, as far as it lies in the interval. */
export function misprintsWithin(figure: Pick<Figure, 'printed' | 'amount'>, interval: Interval): Misprint[] {
  const all = misprintsOf(figure);
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (all[middle]!.value.lt(interval.low)) from = middle + 1;
    else to = middle;
  }
  const found: Misprint[] = [];
  for (let i = from; i < all.length && all[i]!.value.lte(interval.high); i++) found.push(all[i]!);
  return found;
}

const known = new WeakMap<Amount, readonly Misprint[]>();

/** All of them, smallest first; of two ways to the same number the more telling one. */
function misprintsOf({ printed, amount }: Pick<Figure, 'printed' | 'amount'>): readonly Misprint[] {
  const before = known.get(amount);
  if (before) return before;
  const found = new Map<string, Misprint>();
  const offer = (slip: Slip, meant: Big) => {
    const value = meant.times(amount.factor);
    const key = value.toString();
    if (!value.eq(amount.value) && !found.has(key)) found.set(key, { slip, value });
  };
  const written = amount.value.times(new Big(10).pow(-amount.factor.e));
  if (!written.eq(0)) {
    offer('sign', written.times(-1));
    for (const power of [1, -1, 2, -2, 3, -3]) offer('shifted', written.times(new Big(10).pow(power)));
    if (amount.kind === 'money') for (const power of [4, -4]) offer('unit', written.times(new Big(10).pow(power)));
  }
  const text = plain(printed);
  for (const [slip, target] of text === '' ? [] : neighbours(text)) offer(slip, new Big(target));
  const all = [...found.values()].sort((a, b) => a.value.cmp(b.value));
  known.set(amount, all);
  return all;
}

/** A printed number without separators: digits, point and sign; '' where its digits are not what a hand types («1.5E+03»). */
function plain(printed: string): string {
  const digits = narrow(printed);
  // Slips that left the number what it is: a letter O for a zero, two points for one.
  const text = digits
    .replace(/(?<=\d)[Oo]/g, '0')
    .replace(/[^\d.-]/g, '')
    .replace(/\.{2,}/g, '.');
  const signed = /^[-]?\d/.test(text) ? text : text.replace(/-/g, '');
  return /\d[eE][-+]?\d/.test(digits) || !/^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(signed) ? '' : signed;
}

/** The exponent k when a = b × 10^k with k ≠ 0; null otherwise. */
function powerOfTen(a: Big, b: Big): number | null {
  if (a.s !== b.s || a.c.join('') !== b.c.join('') || a.e === b.e) return null;
  return a.e - b.e;
}

/** A rate that was not multiplied by 100, an amount in 元 for one in 万元, and then rounded to what is printed. */
function isScaled({ kind, value, step }: Amount, meant: Big): boolean {
  if (value.c.length < 2) return false;
  const powers = kind === 'percent' ? [2, -2] : kind === 'money' ? [4, -4] : [];
  return powers.some(power => meant.times(new Big(10).pow(power)).minus(value).abs().times(2).lte(step));
}

/** A decimal point moved to the left, and the digits behind it left out or rounded away: 3.43 for 34.34. */
function isCut({ kind, value, step }: Amount, meant: Big): boolean {
  if (value.c.length < 2 || kind === 'count' || kind === 'score') return false;
  return [-1, -2].some(power => meant.times(new Big(10).pow(power)).minus(value).abs().lt(step));
}

function unitOrShift(amount: Amount): Slip | null {
  return amount.kind === 'money' ? 'unit' : null;
}

/** How a number may have been meant to be printed: with as many decimals as stand there, or one more or one less. */
function spellings(meant: Big, amount: Amount, decimals: number): string[] {
  const value = meant.times(new Big(10).pow(-amount.factor.e));
  const needed = Math.max(0, value.c.length - 1 - value.e);
  return [decimals, decimals + 1, Math.max(0, decimals - 1)].filter(count => count >= needed).map(count => value.toFixed(count));
}

type Edit = (printed: string, meant: string) => boolean;

const EDITS: Readonly<Record<'transposed' | 'dropped' | 'doubled' | 'digit', Edit>> = {
  transposed: (printed, meant) => swaps(printed).includes(meant),
  dropped: (printed, meant) => printed.length + 1 === meant.length && cuts(meant).includes(printed),
  doubled: (printed, meant) => printed.length === meant.length + 1 && cuts(printed).includes(meant),
  digit: (printed, meant) => {
    if (printed.length !== meant.length || digitsIn(printed) < 2) return false;
    const places = [...printed].map((_, i) => i).filter(i => printed[i] !== meant[i]);
    return places.length === 1 && isDigit(printed[places[0]!]) && isDigit(meant[places[0]!]);
  },
};

function neighbours(text: string): (readonly [Slip, string])[] {
  const list: (readonly [Slip, string])[] = swaps(text).map(target => ['transposed', target] as const);
  for (let i = 0; i <= text.length; i++) {
    for (let digit = 0; digit <= 9; digit++) {
      const longer = text.slice(0, i) + digit + text.slice(i);
      if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(longer)) list.push(['dropped', longer]);
    }
  }
  for (const target of cuts(text)) list.push(['doubled', target]);
  if (digitsIn(text) < 2) return list;
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text[i])) continue;
    for (let digit = 0; digit <= 9; digit++) list.push(['digit', text.slice(0, i) + digit + text.slice(i + 1)]);
  }
  return list;
}

/** The text with two neighbouring digits exchanged; the point between them stays where it is. */
function swaps(text: string): string[] {
  const digits = [...text].map((_, i) => i).filter(i => isDigit(text[i]));
  return digits.slice(1).flatMap((right, n) => {
    const left = digits[n]!;
    if (text[left] === text[right]) return [];
    return [text.slice(0, left) + text[right] + text.slice(left + 1, right) + text[left] + text.slice(right + 1)];
  });
}

/** The text with one digit left out. */
function cuts(text: string): string[] {
  return [...text].flatMap((char, i) => {
    const shorter = text.slice(0, i) + text.slice(i + 1);
    return isDigit(char) && /^-?\d+(?:\.\d+)?$/.test(shorter) ? [shorter] : [];
  });
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}
