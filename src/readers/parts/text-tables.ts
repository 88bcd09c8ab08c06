import { type Cell, type Chart, join, parseNumber, slice, type Table, type Text } from '../../model/index.ts';
import type { Line } from './line.ts';

/** A line that opens a cell of a table flattened to one cell a line: a tab before anything else, and no other. */
export function isCellLine(line: Line): boolean {
  return /^[ \u3000]*\t[^\t]*$/.test(line.text.content);
}

/** A row with all its cells in one line, the first of them perhaps empty; no line of a table of contents. */
function isRowLine(line: Line | undefined): line is Line {
  const tabs = line?.text.content.match(/\t/g)?.length ?? 0;
  return tabs >= 2 || (tabs === 1 && !/^[ \u3000]*\t|\t[^\S\t]*\d{1,3}\s*$/.test(line!.text.content));
}

/**
 * Tables as text extractors flatten them: a tab opens a cell, lines without one carry its text on, an empty line ends the row,
 * two of them the table. Merged cells are lost (the covered ones come as empty cells), so the table is `irregular`.
 */
export function flattenedTable(lines: readonly Line[], from: number, tableNumber: number): { table: Table; next: number } {
  const rows: Text[][] = [];
  let row: Text[] = [];
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.raw === '') {
      if (row.length) rows.push(row);
      row = [];
      const after = lines[i + 1];
      if (!after || !isCellLine(after)) break;
      continue;
    }
    const parts = splitAtTabs(line.text);
    const carried = parts.shift()!;
    if (carried.content.trim() || parts.length === 0) {
      const last = row.pop();
      row.push(last ? join([last, carried], '\n') : carried);
    }
    row.push(...parts);
  }
  if (row.length) rows.push(row);
  return { table: tableOf(rows, tableNumber, true), next: i };
}

/** Tables with one row a line and tabs between the cells: at least two such lines with a like number of cells. */
export function rowTable(lines: readonly Line[], from: number, tableNumber: number): { table: Table; next: number } | undefined {
  const rows: Text[][] = [];
  let i = from;
  for (let line = lines[i]; isRowLine(line); line = lines[++i]) rows.push(splitAtTabs(line.text));
  if (rows.length < 2) return undefined;
  return { table: tableOf(rows, tableNumber, false), next: i };
}

/** Chart data as extractors leave it: n labels, then n numbers, in one line with tabs; of at least so many points. */
export function chartOf(line: Line, least = 2): Chart | undefined {
  const cells = splitAtTabs(line.text).filter(cell => cell.content.trim());
  const half = cells.length / 2;
  if (half < least || !Number.isInteger(half)) return undefined;
  const labels = cells.slice(0, half);
  const values = cells.slice(half);
  const number = (cell: Text) => parseNumber(cell.content.replace(/[%％]$/, '')) !== undefined;
  if (labels.some(number) || !values.every(number)) return undefined;
  // One label and a whole number are a line of a table of contents.
  if (half === 1 && !/[.%％]/.test(values[0]!.content)) return undefined;
  return { kind: 'chart', points: labels.map((label, i) => ({ label, value: values[i]! })) };
}

function splitAtTabs(text: Text): Text[] {
  const parts: Text[] = [];
  let from = 0;
  for (let at = text.content.indexOf('\t'); at >= 0; at = text.content.indexOf('\t', from)) {
    parts.push(slice(text, from, at));
    from = at + 1;
  }
  parts.push(slice(text, from));
  return parts;
}

function tableOf(rows: readonly (readonly Text[])[], tableNumber: number, irregular: boolean): Table {
  const cells: Cell[] = rows.flatMap((row, r) =>
    row.map((text, c) => ({
      row: r,
      col: c,
      rowSpan: 1,
      colSpan: 1,
      text: {
        ...text,
        runs: text.runs.map(run => ({ ...run, place: { ...run.place, tableNumber, rowNumber: r + 1, columnNumber: c + 1 } })),
      },
    })),
  );
  return {
    kind: 'table',
    rows: rows.length,
    cols: Math.max(0, ...rows.map(row => row.length)),
    cells,
    notes: [],
    ...(irregular ? { irregular: true } : {}),
  };
}
