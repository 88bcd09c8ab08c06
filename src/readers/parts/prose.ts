import { join, slice, type Text } from '../../model/index.ts';
import { isNote } from './captions.ts';
import { headingLevel } from './outline.ts';

/** What is looked at of a cell. */
interface Told {
  readonly text: string;
  readonly kind: string;
}

/** Rows of a sheet that follow each other: a table's, or those of a text. */
interface Stretch<T extends Told> {
  readonly prose: boolean;
  readonly rows: readonly T[][];
}

/** A sentence with an amount in it, as no title, corner or note of a table is. */
const SENTENCE = /[。；]/;
const AMOUNT = /\d\s*(?:元|万元|亿元|[%％])/;
const isSentence = ({ text, kind }: Told) =>
  kind === 'text' && text.length >= 25 && SENTENCE.test(text) && AMOUNT.test(text) && !isNote(text, false);

/** A sheet may tell its text above or below its tables: rows of one cell each, up to the last sentence among them. */
export function stretches<T extends Told>(rows: readonly T[][]): Stretch<T>[] {
  const found: Stretch<T>[] = [];
  const add = (prose: boolean, part: readonly T[][]) => {
    if (part.length > 0) found.push({ prose, rows: part });
  };
  for (let at = 0; at < rows.length; ) {
    let alone = at;
    while (alone < rows.length && rows[alone]!.length === 1) alone++;
    const last = rows.slice(at, alone).findLastIndex(([cell]) => isSentence(cell!));
    add(true, rows.slice(at, at + last + 1));
    const from = at + last + 1;
    let to = Math.max(alone, from);
    // The table goes on to the next row that is a sentence by itself.
    while (to < rows.length && !(rows[to]!.length === 1 && isSentence(rows[to]![0]!))) to++;
    // A heading above it belongs to it.
    while (to < rows.length && to > from && rows[to - 1]!.length === 1 && headingLevel(rows[to - 1]![0]!.text) !== null) to--;
    add(false, rows.slice(from, to));
    at = to;
  }
  return found;
}

/** Lines of texts as they run: divided where a cell has breaks, put together where a sentence goes on in the next row. */
export function proseOf(texts: readonly Text[]): Text[] {
  const lines: Text[] = [];
  for (const text of texts)
    for (const line of divided(text)) {
      const before = lines.at(-1);
      if (before && /[，、；,;]$/.test(before.content) && headingLevel(line.content) === null)
        lines[lines.length - 1] = join([before, line]);
      else lines.push(line);
    }
  return lines;
}

function divided(text: Text): Text[] {
  if (!text.content.includes('\n')) return [text];
  const lines: Text[] = [];
  let start = 0;
  for (const piece of text.content.split('\n')) {
    const blank = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') lines.push(slice(text, start + blank, start + blank + piece.trim().length));
    start += piece.length + 1;
  }
  return lines;
}
