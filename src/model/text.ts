import type { Box, Place } from './place.ts';

/**
 * A stretch of a text that stands together in the file: from `start` (offset in the text) to the next run.
 * For line-based places the column advances with the characters.
 * `edges`, for pages: the left edge of every character of the run, then the right edge of the last.
 */
export interface Run {
  readonly start: number;
  readonly place: Place;
  readonly edges?: readonly number[];
}

/** Cleaned text that knows where each of its characters came from. Runs are sorted by start; the first starts at 0. */
export interface Text {
  readonly content: string;
  readonly runs: readonly Run[];
}

/** A text that stands in one place. */
export function textAt(content: string, place: Place): Text {
  return { content, runs: [{ start: 0, place }] };
}

/** The place of the characters [start, end) of a text: of their first run; boxes are joined while they are on one page. */
export function placeOf(text: Text, start = 0, end = text.content.length): Place {
  let index = 0;
  while (index + 1 < text.runs.length && text.runs[index + 1]!.start <= start) index++;
  const first = text.runs[index];
  if (!first) return { file: '' };
  const { place } = first;
  if (place.box) {
    const confidence = confidenceOf(text, index, end);
    return { ...place, box: boxOf(text, index, start, end), ...(confidence === undefined ? {} : { confidence }) };
  }
  if (place.column === undefined) return place;
  return { ...place, column: place.column + (start - first.start), length: end - start };
}

/** Of several recognised runs, the least sure. */
function confidenceOf(text: Text, from: number, end: number): number | undefined {
  const all = text.runs.slice(from).filter((run, i) => i === 0 || run.start < end);
  const known = all.flatMap(({ place }) => place.confidence ?? []);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function boxOf(text: Text, from: number, start: number, end: number): Box {
  let joined: Box | undefined;
  const page = text.runs[from]!.place.page;
  for (let i = from; i < text.runs.length && text.runs[i]!.start < end; i++) {
    const run = text.runs[i]!;
    if (run.place.page !== page || !run.place.box) continue;
    const stop = Math.min(end, text.runs[i + 1]?.start ?? text.content.length);
    let [x0, y0, x1, y1] = run.place.box;
    if (run.edges) {
      x0 = run.edges[Math.max(0, start - run.start)] ?? x0;
      x1 = run.edges[stop - run.start] ?? x1;
    }
    joined = joined
      ? [Math.min(joined[0], x0), Math.min(joined[1], y0), Math.max(joined[2], x1), Math.max(joined[3], y1)]
      : [x0, y0, x1, y1];
  }
  return joined ?? text.runs[from]!.place.box!;
}

/** A part of a text, with its runs moved accordingly. */
export function slice(text: Text, start: number, end = text.content.length): Text {
  const runs: Run[] = [];
  text.runs.forEach((run, i) => {
    const stop = text.runs[i + 1]?.start ?? text.content.length;
    if (stop <= start || run.start >= end) return;
    const from = Math.max(run.start, start);
    const { place } = run;
    const moved = place.column === undefined ? place : { ...place, column: place.column + (from - run.start) };
    runs.push({
      start: from - start,
      place: moved,
      ...(run.edges ? { edges: run.edges.slice(from - run.start, stop - run.start + 1) } : {}),
    });
  });
  return { content: text.content.slice(start, end), runs };
}

/** Texts one after the other. */
export function join(texts: readonly Text[], separator = ''): Text {
  const runs: Run[] = [];
  let content = '';
  texts.forEach((text, i) => {
    if (i > 0) content += separator;
    for (const run of text.runs) runs.push({ ...run, start: run.start + content.length });
    content += text.content;
  });
  return { content, runs };
}
