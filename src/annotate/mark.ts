import type { Mark, State } from '../model/index.ts';

export type { Mark, State } from '../model/index.ts';

/** Under whose name comments and changes stand. */
export const AUTHOR = '数字核对';

export interface AnnotateOptions {
  /** Corrections become tracked changes, where the format knows them. */
  readonly track?: boolean;
}

/** The marked copy, and the marks that found no place in it (a footnote, a chart, a passage that reads otherwise). */
export interface Marked {
  readonly bytes: Uint8Array;
  readonly missed: readonly Mark[];
}

const ORDER: readonly State[] = ['wrong', 'candidate', 'involved', 'tied'];

/** Of several marks on one figure, what is said of it: the gravest state, every note, the first correction. */
export function together(marks: readonly Mark[]): { state: State; notes: readonly string[]; to: string | undefined } {
  const state = ORDER.find(one => marks.some(mark => mark.state === one))!;
  const notes = [...new Set(marks.flatMap(mark => mark.note ?? []))];
  const wrong = marks.filter(mark => mark.state === 'wrong');
  const values = [...new Set(wrong.flatMap(mark => mark.to ?? []))];
  // Two corrections of one figure contradict each other: neither is carried out, both are told.
  return { state, notes, to: values.length === 1 ? values[0] : undefined };
}

/**
 * Where a printed number stands in a text: the occurrence nearest to `column` (from 1) that is no part of a longer number. White
 * space inside of it may have been lost or kept. Null where it does not stand there.
 */
export function find(text: string, printed: string, column: number | undefined): readonly [number, number] | null {
  const wanted = printed.replace(/\s+/g, '');
  if (wanted === '') return null;
  const kept: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue;
    kept.push(i);
    bare += text[i];
  }
  let best: readonly [number, number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
    const start = kept[at]!;
    const end = kept[at + wanted.length - 1]! + 1;
    const longer = isDigit(wanted[0]) && continues(bare, at - 1, -1);
    const cut = isDigit(wanted.at(-1)) && continues(bare, at + wanted.length, 1);
    const distance = (column === undefined ? 0 : Math.abs(start - (column - 1))) + (longer || cut ? text.length + 1 : 0);
    if (distance < least) {
      least = distance;
      best = [start, end];
    }
  }
  return least > text.length && best && column === undefined ? null : best;
}

const isDigit = (sign: string | undefined) => sign !== undefined && /[0-9０-９]/.test(sign);

/** Whether a number goes on at a position: a digit, or a point or comma with a digit behind it. */
function continues(text: string, at: number, step: 1 | -1): boolean {
  if (isDigit(text[at])) return true;
  return text[at] !== undefined && /[.,．，]/.test(text[at]) && isDigit(text[at + step]);
}
