import type { Figure } from '../model/index.ts';

const NUMBERING = /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|[①-⑳])/;
const LEADING = /^(?:其中|加|减|[：:—\-*▲△])[：:]?/;

/** A name as it is compared: without numbering, codes, blanks, quotes and the words that only tell its level. */
export function plainName(text: string): string {
  let name = text
    .replace(/[\s\u3000“”"'‘’《》]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(NUMBERING, '')
      .replace(LEADING, '')
      .replace(/^\d{3}(?:\d{2}){0,2}(?!\d)/, '');
  }
  return name.replace(/\((?:类|款|项)\)/g, '').replace(/^(?:20\d\d年度?)/, '');
}

/**
 * The code that stands before a name, or in brackets behind it: functional codes (3, 5 or 7 digits, from 201 on) and
 * economic ones (3 or 5 digits, from 301 on) of the 政府收支分类科目; null where there is none.
 */
export function codeIn(text: string): string | null {
  const digits =
    /^\s*[（(]?((?:2\d{2}|[35]\d{2})(?:\d{2}){0,2})(?![\d.])/.exec(text)?.[1] ??
    /[（(]((?:2\d{2}|[35]\d{2})(?:\d{2}){0,2})[）)]\s*$/.exec(text)?.[1];
  return digits ?? null;
}

/** The code of the subject a figure is about. */
export function codeOf({ at, label, fact }: Figure): string | null {
  return codeIn(at?.row ?? '') ?? codeIn(label) ?? codeIn(fact.indicator?.split('/').at(-1) ?? '');
}

/** The heading a figure stands under, as it is compared: without numbering and years. */
export function headingOf(section: string): string {
  return (section.split(' › ').at(-1) ?? '').replace(NUMBERING, '').replace(/20\d\d(?:年度?)?|\s/g, '');
}
