import { lookUp } from '../../model/index.ts';

const DIGITS = '〇一二三四五六七八九';
const LEGAL = ['零壹贰叁肆伍陆柒捌玖', '拾', '佰', '仟'] as const;
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** A number as people count in Chinese: 十一, 一百零三. */
export function chineseNumber(
  n: number,
  digits: string = DIGITS.replace('〇', '零'),
  [ten, hundred, thousand] = ['十', '百', '千'],
): string {
  if (n <= 0 || n > 9999) return String(n);
  const units = ['', ten, hundred, thousand];
  let text = '';
  const printed = String(n);
  for (let i = 0; i < printed.length; i++) {
    const digit = Number(printed[i]);
    const place = printed.length - 1 - i;
    if (digit === 0) {
      if (text && !text.endsWith(digits[0]!) && Number(printed.slice(i)) > 0) text += digits[0];
      continue;
    }
    text += digits[digit]! + units[place];
  }
  return digits[1] === '一' && text.startsWith(`一${ten}`) ? text.slice(1) : text;
}

function roman(n: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = Math.min(n, 3999);
  let text = '';
  for (const [value, sign] of steps) for (; rest >= value; rest -= value) text += sign;
  return text;
}

const letter = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(20, Math.floor((n - 1) / 26) + 1));
const circled = (n: number) => (n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n));
const chinese = (n: number) => chineseNumber(n);
const wide = (n: number) => String(n).replace(/\d/g, d => String.fromCharCode(0xff10 + Number(d)));

/** How Word counts, by the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat). What is not here counts 1, 2, 3. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  koreanCounting: chinese,
  ideographDigital: n => String(n).replace(/\d/g, d => DIGITS[Number(d)]!),
  taiwaneseDigital: n => String(n).replace(/\d/g, d => DIGITS[Number(d)]!),
  japaneseDigitalTenThousand: n => String(n).replace(/\d/g, d => DIGITS[Number(d)]!),
  chineseLegalSimplified: n => chineseNumber(n, LEGAL[0], [LEGAL[1], LEGAL[2], LEGAL[3]]),
  ideographLegalTraditional: n => chineseNumber(n, LEGAL[0], [LEGAL[1], LEGAL[2], LEGAL[3]]),
  ideographTraditional: n => STEMS[(n - 1) % 10] ?? String(n),
  ideographZodiac: n => BRANCHES[(n - 1) % 12] ?? String(n),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalZero: n => String(n).padStart(2, '0'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: n => (n >= 1 && n <= 20 ? String.fromCharCode(0x2473 + n) : `(${n})`),
  decimalEnclosedFullstop: n => (n >= 1 && n <= 20 ? String.fromCharCode(0x2487 + n) : `${n}.`),
  ideographEnclosedCircle: n => (n >= 1 && n <= 10 ? String.fromCharCode(0x327f + n) : chinese(n)),
  upperRoman: roman,
  lowerRoman: n => roman(n).toLowerCase(),
  upperLetter: n => letter(n).toUpperCase(),
  lowerLetter: letter,
  none: () => '',
};

/** How Word counts, by number ([MS-OSHARED] 2.2.1.3, MSONFC). */
export const NUMBER_FORMATS: readonly string[] = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha ' +
  'decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero ' +
  'bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ' +
  'ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'
).split(' ');

/** The number a list prints: `format` by Word's names. */
export function formatNumber(n: number, format: string): string {
  return (lookUp(FORMATS, format) ?? String)(n);
}

/** One level of a list. `text` holds %1 … %9 where the numbers of the levels stand; undefined for bullets. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  readonly text: string | undefined;
  /** All numbers as 1, 2, 3, whatever the levels above count in. */
  readonly legal?: boolean;
  /** The level (counted from 1) whose items restart this one; 0: never; undefined: every level above. */
  readonly restart?: number;
}

/** Counts the items of all lists of a document. Lists of one `family` go on counting together, as Word's do. */
export class ListCounter {
  private readonly counts = new Map<string, number[]>();

  /** The label the next item prints («（二）»), '' for bullets. `restartAt`: this list starts anew the first time it is met. */
  next(family: string, levels: readonly (ListLevel | undefined)[], depth: number, restartAt?: number): string {
    const level = levels[depth];
    if (!level) return '';
    let counts = this.counts.get(family);
    if (!counts) {
      counts = [];
      this.counts.set(family, counts);
    }
    counts[depth] = restartAt ?? (counts[depth] === undefined ? level.start : counts[depth]! + 1);
    for (let deeper = depth + 1; deeper < levels.length; deeper++) {
      const restart = levels[deeper]?.restart;
      if (restart === undefined || (restart > 0 && depth < restart)) delete counts[deeper];
    }
    for (let above = 0; above < depth; above++) counts[above] ??= levels[above]?.start ?? 1;
    if (level.text === undefined || level.format === 'bullet') return '';
    return level.text.replace(/%([1-9])/g, (_, n: string) => {
      const which = Number(n) - 1;
      const value = counts[which] ?? levels[which]?.start ?? 1;
      return formatNumber(value, level.legal ? 'decimal' : (levels[which]?.format ?? 'decimal'));
    });
  }
}

/** A label in front of a text: bare digits and letters, and all before digits, keep a distance; labels with a sign of their own do not. */
export function withLabel(label: string, text: string): string {
  return label && (/[\dA-Za-z]$/.test(label) || /^[\d０-９]/.test(text)) ? `${label} ${text}` : label + text;
}
