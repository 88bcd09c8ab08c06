import { type Amount, amountOf, type Kind } from '../model/index.ts';
import { phrase } from './phrases.ts';

/** A number in a plain text that states something. Offsets are into the plain text. */
export interface Mention {
  readonly start: number;
  /** The end of the digits. */
  readonly end: number;
  /** The end of the number with its unit. */
  readonly unitEnd: number;
  readonly digits: string;
  /** As it will be shown: percentages with their sign. */
  readonly printed: string;
  readonly amount: Amount;
  /** «单价50万元以上», «95%以上», «700余人»: read, but no statement of the accounts. */
  readonly threshold: boolean;
  /** Money-like number without a unit. */
  readonly bare: boolean;
}

// Two dots, and commas between other than three digits, are slips that leave the number what it is.
const NUMBER =
  /（-?\d[\d,]*(?:\.\d+)?）(?=(?:亿|万)?元|%)|(?<![\dA-Za-z.])-?(?:\d{1,3}(?:,\d{1,5}){1,4}(?=\.\d{2}(?:亿|万)?元)|\d{1,3}，\d{4}(?=\.\d{2}(?:亿|万)?元)|\d{1,3}(?:,\d{3})+|\d+)(?:\.{1,2}\d+)?/g;
/** «4O.00万元»: a letter that was typed for a zero. */
const LETTER = /(?<=\d)[OoＯｏ](?=[\d.,])/g;
const MONEY_UNIT = /^(?:亿元|百万元|千万元|万元|千元|百元|元)(?!\/|／)/;
const TIME = /^(?:年|月|日|时|分钟|周|天|岁|世纪|季度|点)/;

/** All numbers of a plain text that state something: no years, dates, ordinals, document numbers or codes. */
export function mentionsOf(s: string): Mention[] {
  const found: Mention[] = [];
  const text = s.replace(LETTER, '0');
  for (const match of text.matchAll(NUMBER)) {
    const mention = read(text, match.index, match[0]);
    if (mention) found.push(mention);
  }
  return found;
}

function read(s: string, start: number, digits: string): Mention | undefined {
  const end = start + digits.length;
  const after = s.slice(end, end + 8);
  const before = s.slice(Math.max(0, start - 12), start);
  if (TIME.test(after) || isReference(before, after, digits)) return undefined;
  // The whole of what a share is of stands before it: further back than what else is looked at.
  const rate = isRateNext(s.slice(Math.max(0, start - LONG), start));
  const read = unitOf(after, digits, rate);
  // «￥26,000.00»: the sign of currency is the unit.
  const { kind, unit, length } = read.unit === '' && /[¥￥]$/.test(before) ? YUAN : read;
  if (kind === undefined) return rate ? bareRate(after, digits, start, end) : undefined;
  // «分别是 25.49，43.91 万元»: both have the unit of the last.
  const shared = /^[，,、和]-?[\d,]+(?:\.\d+)?(?<unit>亿元|万元|元)/.exec(s.slice(end, end + 24))?.groups?.unit;
  const bare = unit === '' && shared === undefined;
  const approximate =
    phrase.approximateBefore.test(before) ||
    phrase.approximateAfter.test(after) ||
    phrase.approximateAfter.test(s.slice(end + length, end + length + 3));
  const amount = amountOf(
    digits.replace('..', '.'),
    kind,
    unit === '' ? (shared ?? '万元') : unit.startsWith('%') ? '%' : unit,
    approximate,
  );
  if (!amount) return undefined;
  const range = /^(?:（含）)?分?[-—~～至]\d/.test(after) || (/(?:\d|）|分)$/.test(before) && /^-/.test(digits));
  const threshold = range || phrase.thresholdBefore.test(before) || phrase.thresholdAfter.test(s.slice(end + length));
  return {
    start,
    end,
    unitEnd: end + length,
    digits,
    printed: kind === 'percent' ? digits + unit : digits,
    amount,
    threshold,
    bare,
  };
}

const YUAN = { kind: 'money', unit: '元', length: 0 } as const;

const LONG = 48;

/** Words that only a share, a completion rate or a rate of growth is told with; «增加 25» and «减少 25» are amounts. */
function isRateNext(before: string): boolean {
  const share = phrase.shareBefore.exec(before);
  return (
    (share !== null && !/^占[用有地]/.test(share[0])) ||
    phrase.completionBefore.test(before) ||
    phrase.rateName.test(before) ||
    phrase.rateBefore.test(before)
  );
}

/** «占 85，», «增长 25，»: a rate whose sign was forgotten. */
function bareRate(after: string, digits: string, start: number, end: number): Mention | undefined {
  if (!/^(?:[，；。、）]|$)/.test(after)) return undefined;
  const amount = amountOf(digits, 'percent', '%');
  return amount && { start, end, unitEnd: end, digits, printed: digits, amount, threshold: false, bare: true };
}

/** Ordinals, document numbers, codes, dates with dots, letters stuck to digits. */
function isReference(before: string, after: string, digits: string): boolean {
  if (/[第〔[《#＃№]$/.test(before) || /^(?:号|〕|\]|届|版|）?[、.．](?!\d)(?=[\u4e00-\u9fa5（]))/.test(after)) {
    if (!/^[、]/.test(after) || /(?:^|[。；：，（])$/.test(before)) return true;
  }
  // «2 项目支出决算表»: the number of a title.
  if (before === '' && /^项目(?!标)/.test(after)) return true;
  if (/^[A-Za-z]/.test(after) && !/^%/.test(after)) return true;
  if (/^\d{4}$/.test(digits) && /^[-—~～至](?:\d{4})年?/.test(after)) return true;
  if (/^(?:类|款|项）)/.test(after) || (/（$/.test(before) && /^[）类款项]/.test(after))) return true;
  return false;
}

function unitOf(after: string, digits: string, rateBefore: boolean): { kind?: Kind; unit: string; length: number } {
  const percent = /^(?:[.,，、]?%+|‰|个百分点|百分点)/.exec(after);
  if (percent) return { kind: percent[0].includes('百分点') ? 'other' : 'percent', unit: percent[0], length: percent[0].length };
  // «640.00元万»: told as a slip, and 万元 all the same.
  if (/^元万(?=[，。；、）]|$)/.test(after)) return { kind: 'money', unit: '万元', length: 2 };
  const money = MONEY_UNIT.exec(after);
  if (money) return { kind: 'money', unit: money[0], length: money[0].length };
  if (/^倍/.test(after)) return { kind: 'percent', unit: '倍', length: 1 };
  const approximate = phrase.approximateAfter.exec(after);
  const skipped = approximate?.[0].length ?? 0;
  const rest = after.slice(skipped);
  const money2 = skipped ? MONEY_UNIT.exec(rest) : null;
  if (money2) return { kind: 'money', unit: money2[0], length: skipped + money2[0].length };
  const count = phrase.counts.exec(rest);
  if (count && !digits.includes('.')) return { kind: 'count', unit: count[0], length: skipped + count[0].length };
  const score = phrase.scores.exec(rest);
  if (score) return { kind: 'score', unit: score[0], length: score[0].length };
  if (/^万(?![人次辆])/.test(after)) return { kind: 'money', unit: '万', length: 1 };
  if (/\.\d{1,2}$/.test(digits) && /^(?:[，；。、）]|$)/.test(after) && !rateBefore)
    return { kind: 'money', unit: '', length: 0 };
  return { unit: '', length: 0 };
}
