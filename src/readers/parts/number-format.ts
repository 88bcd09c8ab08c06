import { Big } from '../../model/index.ts';

/** A number as a spreadsheet shows it. `stored`: its exact value in the unit shown (per cent for 16%), where that is another number. */
export interface Shown {
  readonly text: string;
  readonly stored?: string;
}

/** Built-in formats by number (ECMA-376 part 1, 18.8.30), in the Chinese edition. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00;-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/** Decimals that a spreadsheet shows at most. */
const MOST_PLACES = 30;

type Token =
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'point' | 'comma' | 'percent' };

/**
 * Shows a stored decimal number in a number format, rounding half away from zero over 15 digits as spreadsheets do.
 * Undefined for what this does not know: dates, fractions, exponents, conditions.
 */
export function show(stored: string, format: string): Shown | undefined {
  if (!/^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(stored) || /[eE][-+]?\d{3,}$/.test(stored)) return undefined;
  const value = new Big(stored).prec(15, Big.roundHalfUp);
  const code = compiled(format);
  if (!code) return undefined;
  const index = value.lt(0) && code.length > 1 ? 1 : value.eq(0) && code.length > 2 ? 2 : 0;
  const section = code[index]!;
  if (section === 'unknown') return undefined;
  if (section === 'general') return general(value);
  if (section === 'nothing') return { text: '', stored: value.toFixed() };
  // A section of its own says itself how a negative number looks.
  return withPattern(section, index === 1 ? value.abs() : value, value);
}

/** What a section of a format comes to, worked out once. */
interface Pattern {
  readonly tokens: readonly Token[];
  /** Where the point stands, or the end. */
  readonly wholeEnd: number;
  /** Whether there are digits at all; a section may be text only. */
  readonly digits: boolean;
  readonly places: number;
  readonly grouped: boolean;
  /** What the number is multiplied with before it is shown; undefined for 1. */
  readonly scale: Big | undefined;
  /** Digits behind a point that the format writes by itself. */
  readonly behindOwnPoint: number;
}

type Section = Pattern | 'general' | 'nothing' | 'unknown';
const COMPILED = new Map<string, readonly Section[] | undefined>();

function compiled(format: string): readonly Section[] | undefined {
  if (!COMPILED.has(format)) {
    if (COMPILED.size > 500) COMPILED.clear();
    COMPILED.set(
      format,
      sectionsOf(format)?.map((section): Section => {
        if (section === '' && format !== '') return 'nothing';
        if (/^(?:General|G\/通用格式|@)?$/i.test(section)) return 'general';
        const tokens = tokensOf(section);
        return tokens ? patternOf(tokens) : 'unknown';
      }),
    );
  }
  return COMPILED.get(format);
}

/** Sections between semicolons; undefined when one of them has a condition. */
function sectionsOf(format: string): string[] | undefined {
  const sections = [''];
  for (let i = 0; i < format.length; i++) {
    const char = format[i]!;
    if (char === ';') sections.push('');
    else if (char === '"') {
      const end = format.indexOf('"', i + 1);
      const stop = end < 0 ? format.length : end + 1;
      sections[sections.length - 1] += format.slice(i, stop);
      i = stop - 1;
    } else if (char === '\\' || char === '!') {
      sections[sections.length - 1] += format.slice(i, i + 2);
      i++;
    } else if (char === '[') {
      const end = format.indexOf(']', i);
      const inside = format.slice(i + 1, end);
      if (end < 0 || /^[<>=]|^DBNum|^h+$|^m+$|^s+$/i.test(inside)) return undefined;
      // A currency sign stays, colours and languages go.
      if (inside.startsWith('$')) sections[sections.length - 1] += `"${inside.slice(1).split('-')[0]}"`;
      i = end;
    } else sections[sections.length - 1] += char;
  }
  return sections;
}

function tokensOf(section: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let i = 0; i < section.length; i++) {
    const char = section[i]!;
    if (char === '0' || char === '#' || char === '?') tokens.push({ kind: 'digit', sign: char });
    else if (char === '.') tokens.push({ kind: 'point' });
    else if (char === ',') tokens.push({ kind: 'comma' });
    else if (char === '%') tokens.push({ kind: 'percent' });
    else if (char === '"') {
      const end = section.indexOf('"', i + 1);
      const stop = end < 0 ? section.length : end;
      tokens.push({ kind: 'literal', text: section.slice(i + 1, stop) });
      i = stop;
    } else if (char === '\\' || char === '!') tokens.push({ kind: 'literal', text: section[++i] ?? '' });
    else if (char === '_' || char === '*') i++;
    else if (/[a-zA-Z@/]/.test(char)) return undefined;
    else tokens.push({ kind: 'literal', text: char });
  }
  return tokens;
}

function patternOf(tokens: readonly Token[]): Pattern {
  const isDigit = (token: Token) => token.kind === 'digit';
  const pointAt = tokens.findIndex(token => token.kind === 'point');
  const lastDigit = tokens.findLastIndex(isDigit);
  const wholeEnd = pointAt < 0 ? tokens.length : pointAt;
  const lastWhole = tokens.slice(0, wholeEnd).findLastIndex(isDigit);
  const percents = tokens.filter(token => token.kind === 'percent').length;
  const commas = tokens.flatMap((token, i) => (token.kind === 'comma' ? [i] : []));
  const thousands = commas.filter(i => i > lastDigit || (i > lastWhole && i < wholeEnd)).length;
  // «0!.0,» writes a point of its own between whole digits: 万元 shown out of 元.
  const ownPoint = tokens.findIndex((token, i) => i < wholeEnd && token.kind === 'literal' && token.text === '.');
  const divides = ownPoint >= 0 && tokens.slice(0, ownPoint).some(isDigit);
  return {
    tokens,
    wholeEnd,
    digits: lastDigit >= 0,
    places: pointAt < 0 ? 0 : Math.min(MOST_PLACES, tokens.slice(pointAt).filter(isDigit).length),
    grouped: commas.some(i => i < lastWhole),
    scale: percents || thousands ? new Big(`1e${2 * percents - 3 * thousands}`) : undefined,
    behindOwnPoint: divides ? tokens.slice(ownPoint, wholeEnd).filter(isDigit).length : 0,
  };
}

function withPattern(pattern: Pattern, amount: Big, value: Big): Shown {
  const { tokens, wholeEnd, places, scale, behindOwnPoint } = pattern;
  if (!pattern.digits) {
    const text = tokens.map(token => (token.kind === 'literal' ? token.text : '')).join('');
    return { text: text.trim(), stored: value.toFixed() };
  }
  const scaled = scale ? amount.times(scale) : amount;
  const rounded = scaled.round(places, Big.roundHalfUp);
  const [whole = '0', fraction = ''] = rounded.abs().toFixed(places).split('.');
  const text = layOut(tokens, wholeEnd, whole === '0' ? '' : whole, fraction, pattern.grouped);
  const sign = rounded.lt(0) ? '-' : '';
  if (rounded.eq(scaled) && /\d/.test(text)) return { text: sign + text.trim() };
  const exact = scale ? value.times(scale) : value;
  return { text: sign + text.trim(), stored: (behindOwnPoint ? exact.times(new Big(`1e-${behindOwnPoint}`)) : exact).toFixed() };
}

/** Deals the digits to their placeholders: whole digits from the right, the first placeholder takes all that are left. */
function layOut(tokens: readonly Token[], wholeEnd: number, whole: string, fraction: string, grouped: boolean): string {
  let left = '';
  let rest = whole;
  let count = 0;
  const firstDigit = tokens.findIndex(token => token.kind === 'digit');
  const put = (digit: string) => {
    left = (grouped && count > 0 && count % 3 === 0 ? `${digit},` : digit) + left;
    count++;
  };
  for (let i = wholeEnd - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.kind === 'literal') left = token.text + left;
    else if (token.kind === 'percent') left = `%${left}`;
    else if (token.kind === 'digit') {
      if (rest) put(rest.at(-1)!);
      else if (token.sign === '0') put('0');
      rest = rest.slice(0, -1);
      if (i === firstDigit) for (; rest; rest = rest.slice(0, -1)) put(rest.at(-1)!);
    }
  }
  let right = '';
  let dealt = 0;
  const needed = fraction.replace(/(?<!0)0+$/, '').length;
  for (const token of tokens.slice(wholeEnd)) {
    if (token.kind === 'literal') right += token.text;
    else if (token.kind === 'percent') right += '%';
    else if (token.kind === 'point') right += '.';
    else if (token.kind === 'digit') {
      if (token.sign === '0' || dealt < needed) right += fraction[dealt] ?? '';
      dealt++;
    }
  }
  return left + right;
}

/** «General»: as many digits as fit into eleven characters, whole numbers in full. */
function general(value: Big): Shown {
  const whole = value.abs().round(0, Big.roundDown).toFixed().length;
  const rounded = value.round(Math.max(0, 10 - whole), Big.roundHalfUp);
  return { text: rounded.toFixed(), ...(rounded.eq(value) ? {} : { stored: value.toFixed() }) };
}
