import { narrow, slice, type Text } from '../model/index.ts';
import { phrase } from './phrases.ts';

/**
 * A text in the one form the extractor reads: ASCII digits, signs and thousands separators, Chinese punctuation, no blanks.
 * `at[i]` is the offset in the original text of character i; at[s.length] is its end; nothing behind it is to be read.
 */
export interface Plain {
  readonly s: string;
  readonly at: readonly number[];
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ';': '；',
  '﹪': '%',
  '〈': '《',
  '〉': '》',
  '“': '',
  '”': '',
  '"': '',
  '「': '',
  '」': '',
  '\u2018': '',
  '\u2019': '',
};

/** Leaves brackets and what stands in them out, each up to the first that closes. */
export function withoutBrackets(s: string): string {
  let kept = '';
  let from = 0;
  for (let open = s.indexOf('（'); open >= 0; open = s.indexOf('（', from)) {
    const close = s.indexOf('）', open);
    if (close < 0) break;
    kept += s.slice(from, open);
    from = close + 1;
  }
  return kept + s.slice(from);
}

/** Blanks, and what is no sign at all: soft hyphens, marks of width and of direction. */
const BLANK = /[\s\u3000\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Any character that has another form; most cells have none. */
const CHANGING = new RegExp(`${BLANK.source}|[,０-９．，－＋（）％${Object.keys(PUNCTUATION).join('')}]`);

/** Brings a text into the plain form. Blanks go first, so that «1,0 98.28» is one number before its comma is judged. */
export function plain(text: Text): Plain {
  const known = seen.get(text);
  if (known) return known;
  const made = make(text);
  seen.set(text, made);
  return made;
}

/** Cells are looked at by several readers; each is brought into the plain form once. */
const seen = new WeakMap<Text, Plain>();

/**
 * The offsets of a text that is in the plain form already; most cells are. One row of numbers, as long as the longest of them, serves
 * all: only what stands at an offset is asked for.
 */
function identity(length: number): readonly number[] {
  for (let i = offsets.length; i <= length; i++) offsets.push(i);
  return offsets;
}

const offsets: number[] = [];

function make(text: Text): Plain {
  const number = generatedEnd(text);
  const typed = number || typedEnd(text.content);
  if (!typed && !CHANGING.test(text.content)) return { s: text.content, at: identity(text.content.length) };
  const known = number === 0 || make(slice(text, 0, number)).s.replace(phrase.ordinal, '') === '';
  const { source, at } = withoutBlanks(narrow(text.content), known ? 0 : number, typed);
  const chars: string[] = [];
  const kept: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    const mapped = c === ',' ? comma(source, i) : (PUNCTUATION[c] ?? c);
    if (mapped === '') continue;
    chars.push(mapped);
    kept.push(at[i]!);
  }
  kept.push(text.content.length);
  return { s: chars.join(''), at: kept };
}

/** Where the number ends that a list put before a text: its run stands before column 1; 0 without one. */
function generatedEnd({ runs: [label, own] }: Text): number {
  return label?.place.column === undefined && own?.place.column === 1 ? own.start : 0;
}

/** «1.2023年度…», «2. 30.50万元用于…»: an item's number, then digits of the text. */
const NUMBER =
  /^[\s\u3000]*[（(]?[\dA-Za-z]{1,2}(?:[.、．)）](?=20\d\d年)|[.、．)）]?[\s\u3000]+(?=20\d\d年)|[.、．)）][\s\u3000]+(?=\d[\d,]*\.\d))/;

const typedEnd = (content: string) => NUMBER.exec(narrow(content))?.[0].length ?? 0;

/**
 * `from`: what stands before is left out, a generated number in a form that no rule knows. `numbered`: where an item's number ends;
 * a blank keeps it apart from digits of the text, which would become one number with it.
 */
function withoutBlanks(s: string, from: number, numbered: number): { source: string; at: number[] } {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = from; i < s.length; i++) {
    if (i === numbered && numbered > from && chars.at(-1) !== ' ' && /^[\s\u3000]*-?\d/.test(s.slice(i, i + 8))) {
      chars.push(' ');
      at.push(i);
    }
    if (!BLANK.test(s[i]!)) {
      chars.push(s[i]!);
      at.push(i);
      continue;
    }
    const end = endOfBlank(s, i);
    if (separates(s, i, end)) {
      chars.push(' ');
      at.push(i);
    }
    i = end - 1;
  }
  return { source: chars.join(''), at };
}

function endOfBlank(s: string, from: number): number {
  let end = from;
  while (end < s.length && BLANK.test(s[end]!)) end++;
  return end;
}

/** A single blank between two digits fell into a number, unless both sides have decimals of their own. */
function separates(s: string, start: number, end: number): boolean {
  if (!/\d/.test(s[start - 1] ?? '') || !/\d/.test(s[end] ?? '')) return false;
  return (
    end - start > 1 || (/\.\d+$/.test(s.slice(Math.max(0, start - 12), start)) && /^[\d,]+\.\d/.test(s.slice(end, end + 16)))
  );
}

/** A comma is a thousands separator inside 1,234.56, else punctuation. */
function comma(s: string, i: number): string {
  const before = /(?:^|[^\d.])\d{1,3}(?:,\d{3}){0,4}$/.test(s.slice(Math.max(0, i - 16), i));
  const after = /^\s?\d{3}(?!\d)/.test(s.slice(i + 1));
  return before && after ? ',' : '，';
}

/** The offsets in the original text of the plain characters [start, end). */
export function originOf(plainText: Plain, start: number, end: number): [number, number] {
  return [plainText.at[start] ?? 0, end > start ? plainText.at[end - 1]! + 1 : (plainText.at[start] ?? 0)];
}
