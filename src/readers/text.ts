import {
  type Block,
  type Document,
  type Input,
  join,
  type Notice,
  Problem,
  type Run,
  type Text,
  textAt,
} from '../model/index.ts';
import { bindCaptions } from './parts/captions.ts';
import { decode } from './parts/decode.ts';
import { evenBreaksOf, withoutEvenBreaks } from './parts/even.ts';
import { isTooLong, LIMITS, megabytes } from './parts/limits.ts';
import type { Line } from './parts/line.ts';
import { inSentenceOrder } from './parts/misplaced.ts';
import { headingLevel } from './parts/outline.ts';
import { withBarredRows } from './parts/piped.ts';
import { isScattered, withoutScattered, withSpacedRows } from './parts/scattered.ts';
import { chartOf, flattenedTable, isCellLine, rowTable } from './parts/text-tables.ts';
import { carriedOn, mend, unwrap, wrappingOf } from './parts/wrapped.ts';
import type { Reader } from './reader.ts';

/** What text extractors leave behind: bookmarks, pictures, fields. */
const DEBRIS = /\[(?:bookmark|image|picture|chart|图片|书签)[^\]\n]{0,200}\]|\u200b|\ufeff|\u00ad|\f/gi;

/** Plain text as extracted from Word or copied from a page: one paragraph a line; the last reader of the list. */
export const text: Reader = {
  format: 'text',
  recognises: () => true,
  read(input: Input): Document {
    if (input.bytes.length > LIMITS.text) {
      const [size, limit] = [megabytes(input.bytes.length), megabytes(LIMITS.text)];
      throw new Problem('reader.too-large', { size, limit }, { file: input.file });
    }
    const { lines, scattered } = unbroken(withBarredRows(linesOf(decode(input.bytes, input.file), input.file)));
    return { file: input.file, format: 'text', blocks: bindCaptions(blocksOf(lines)), notices: noticesOf(scattered, input.file) };
  },
};

/** Lines as they were written, before a page layout or a program broke them, and what is left of tables that lost their columns. */
function unbroken(printed: readonly Line[]): { lines: readonly Line[]; scattered: readonly Line[] } {
  const even = evenBreaksOf(printed);
  const spaced = withSpacedRows(even ? withoutEvenBreaks(printed, even) : printed);
  const inSentences = carriedOn(spaced, even ? null : wrappingOf(spaced.filter(line => !isScattered(line))));
  const { lines, scattered } = withoutScattered(spaced, inSentences);
  const wrapping = even ? null : wrappingOf(lines);
  return { lines: mend(wrapping === null ? lines : unwrap(inSentenceOrder(lines), wrapping)), scattered };
}

/** What stood in tables whose rows and columns are lost cannot be checked; that must be said. */
function noticesOf(scattered: readonly Line[], file: string): Notice[] {
  const [first] = scattered;
  if (!first) return [];
  return [{ code: 'reader.scattered', params: { lines: scattered.length }, place: { file, line: first.number } }];
}

function linesOf(content: string, file: string): Line[] {
  const lines = content.split(/\r\n|\n|\r/, LIMITS.lines + 1);
  if (lines.length > LIMITS.lines)
    throw new Problem('reader.too-many-paragraphs', { limit: LIMITS.lines }, { file, line: lines.length });
  return lines.map((raw, i) => {
    if (isTooLong(raw)) throw new Problem('reader.paragraph-too-long', { limit: LIMITS.paragraph }, { file, line: i + 1 });
    return { raw, number: i + 1, text: clean(raw, file, i + 1) };
  });
}

/** Takes the debris out; what stays keeps its column. */
function clean(raw: string, file: string, line: number): Text {
  const runs: Run[] = [];
  let content = '';
  let from = 0;
  const keep = (start: number, end: number) => {
    if (end <= start) return;
    runs.push({ start: content.length, place: { file, line, column: start + 1 } });
    content += raw.slice(start, end);
  };
  for (const match of raw.matchAll(DEBRIS)) {
    keep(from, match.index);
    from = match.index + match[0].length;
  }
  keep(from, raw.length);
  return runs.length ? { content, runs } : textAt('', { file, line, column: 1 });
}

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (isCellLine(line)) {
      const { table, next } = flattenedTable(lines, i, ++tables);
      blocks.push(table);
      i = next;
      continue;
    }
    const chart = chartOf(line);
    if (chart) {
      blocks.push(chart);
      i++;
      continue;
    }
    const rows = rowTable(lines, i, tables + 1);
    if (rows) {
      tables++;
      blocks.push(rows.table);
      i = rows.next;
      continue;
    }
    const point = chartOf(line, 1);
    if (point) blocks.push(point);
    else if (line.text.content.trim()) blocks.push(paragraph(line.text));
    i++;
  }
  return blocks;
}

function paragraph(content: Text): Block {
  const level = headingLevel(content.content);
  return level === null ? { kind: 'paragraph', text: content } : { kind: 'heading', level, text: join([content]) };
}
