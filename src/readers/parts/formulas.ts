import { cellAt, cellName } from './sheet.ts';

/** A stretch of cells a formula refers to; whole columns and rows reach to the end. */
export interface Range {
  readonly sheet: string | undefined;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const REFERENCE =
  /(?:(?:(?<!')'((?:[^']|'')+)'|(?<![\p{L}\p{N}_.])([\p{L}\p{N}_.]+))!)?(?:(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3}))(?![\p{L}\p{N}_(])/gu;

/** The cells a formula refers to; text in quotes is no reference. */
export function rangesIn(formula: string): Range[] {
  const ranges: Range[] = [];
  if (formula.length > 8192) return ranges;
  for (const match of formula.replace(/"[^"]*"/g, '""').matchAll(REFERENCE)) {
    const [, quoted, plain, from, to, firstColumn, lastColumn] = match;
    const start = cellAt(from ?? `${firstColumn}1`);
    const end = cellAt(to ?? from ?? `${lastColumn}1048576`);
    if (!start || !end) continue;
    ranges.push({
      sheet: quoted?.replaceAll("''", "'") ?? plain,
      top: Math.min(start.row, end.row),
      bottom: Math.max(start.row, end.row),
      left: Math.min(start.col, end.col),
      right: Math.max(start.col, end.col),
    });
  }
  return ranges;
}

/** A shared formula as it reads in another cell: relative references move along (ECMA-376 part 1, 18.3.1.40). */
export function shifted(formula: string, rows: number, cols: number): string {
  return formula.replace(
    /("[^"]*"|'[^']*')|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/gu,
    (whole, quoted, fixCol: string, col: string, fixRow: string, row: string) => {
      if (quoted !== undefined) return whole;
      const at = cellAt(col + row);
      if (!at) return whole;
      const moved = /^([A-Z]+)(\d+)$/.exec(cellName(at.row + (fixRow ? 0 : rows), at.col + (fixCol ? 0 : cols)));
      return moved ? fixCol + moved[1] + fixRow + moved[2] : whole;
    },
  );
}
