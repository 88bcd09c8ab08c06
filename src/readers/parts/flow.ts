import { type Cell, type Chart, type Place, type Table, type Text, textAt } from '../../model/index.ts';
import { compact } from './compact.ts';
import { withLabel } from './numbering.ts';

/**
 * What docx, doc and html yield before they become blocks. A line is a paragraph as it stands in the file; `level` is the level
 * that its heading style claims (1 is the highest).
 */
export interface Line {
  readonly kind: 'line';
  readonly text: Text;
  readonly level?: number;
  /** An entry of a table of contents: never a heading, whatever its number. */
  readonly entry?: true;
}

/** A cell still holds its own flow: paragraphs, nested tables, charts. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly place: Place;
  readonly flow: readonly Flow[];
}

export interface Grid {
  readonly kind: 'grid';
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly GridCell[];
}

/** Tables come as such out of embedded workbooks. */
export type Flow = Line | Grid | Chart | Table;

/** Of a table of contents only what names a table stays, as text: it says what the report is to hold. */
export function entryOf(text: string, place: Place): Line[] {
  const trimmed = text.trim();
  return NAMES_TABLE.test(trimmed) ? [{ kind: 'line', text: textAt(trimmed, place), entry: true }] : [];
}

const NAMES_TABLE = /表(?:（[^（）]*）)?[\s.．·•…_\-—]*(?:\d{1,3}[\s\-—]*)?$/;

/** A table's own numbering in places, for readers whose places count tables. */
export function cellPlace(file: string, tableNumber: number, row: number, col: number): Place {
  return { file, tableNumber, rowNumber: row + 1, columnNumber: col + 1 };
}

/** The text of a cell: its own lines, one under the other; nested tables are not part of it. */
export function cellText(cell: GridCell): Text {
  const lines = cell.flow.flatMap(one => (one.kind === 'line' && one.text.content.trim() !== '' ? [one.text] : []));
  // Where it begins, on pages that are known.
  const { shownPage } = lines[0]?.runs[0]?.place ?? {};
  const place = { ...cell.place, ...(shownPage === undefined ? {} : { shownPage }), column: 1 };
  return textAt(lines.map(({ content }) => content.trim()).join('\n'), place);
}

/** A grid as a table; cells outside of it are dropped, spans cut to it. */
export function tableOf(grid: Grid): Table {
  const cells: Cell[] = grid.cells.map(cell => ({
    row: cell.row,
    col: cell.col,
    rowSpan: Math.max(1, Math.min(cell.rowSpan, grid.rows - cell.row)),
    colSpan: Math.max(1, Math.min(cell.colSpan, grid.cols - cell.col)),
    text: cellText(cell),
  }));
  return { kind: 'table', rows: grid.rows, ...compact(cells, grid.cols), notes: [] };
}

/** Columns a hostile span may claim; the widest statutory table has 30. */
export const SPAN = 256;

/** A span attribute as a number between 1 and SPAN. */
export function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) ? Math.max(1, Math.min(span, SPAN)) : 1;
}

/**
 * A paragraph's text behind its generated label; columns count the text alone, as it stands in the file. A number alone (in a cell
 * of a list) stays one.
 */
export function labelled(label: string, text: string, place: Place): Text {
  if (!label || /^[-−(（]?[\d０-９][\d０-９.,，．]*[)）]?[%％]?$/.test(text.trim())) return textAt(text, { ...place, column: 1 });
  const content = withLabel(label, text);
  return {
    content,
    runs: [
      { start: 0, place },
      { start: content.length - text.length, place: { ...place, column: 1 } },
    ],
  };
}

/** A text at another place; columns stay. */
export function moved(text: Text, place: Place): Text {
  return {
    ...text,
    runs: text.runs.map(run => ({
      ...run,
      place: run.place.column === undefined ? place : { ...place, column: run.place.column },
    })),
  };
}
