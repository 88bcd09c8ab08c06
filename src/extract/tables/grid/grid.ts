import { statutory } from '../../../domain/index.ts';
import { type Cell, parseNumber, type Table } from '../../../model/index.ts';
import { plain } from '../../plain.ts';

/** A cell with its text in plain form. */
export interface GridCell {
  readonly cell: Cell;
  readonly s: string;
}

/** A table whose cells are found by row and column; a merged cell stands in all that it covers. */
export class Grid {
  readonly rows: number;
  readonly cols: number;
  private readonly slots: (GridCell | undefined)[][];
  /** What was found for a row before: its cells, and whether it only counts columns. */
  private readonly each: (readonly GridCell[])[] = [];
  private readonly numberings: boolean[] = [];
  private readonly quotes: string[] = [];

  constructor(table: Table) {
    this.rows = table.rows;
    this.cols = table.cols;
    this.slots = Array.from({ length: table.rows }, () => []);
    for (const cell of table.cells) {
      const one = { cell, s: plain(cell.text).s };
      for (let r = cell.row; r < Math.min(this.rows, cell.row + cell.rowSpan); r++)
        for (let c = cell.col; c < cell.col + cell.colSpan; c++) this.slots[r]![c] = one;
    }
  }

  at(row: number, col: number): GridCell | undefined {
    return this.slots[row]?.[col];
  }

  text(row: number, col: number): string {
    return this.slots[row]?.[col]?.s ?? '';
  }

  /** The cells of a row from left to right, each once. */
  row(row: number): readonly GridCell[] {
    const known = this.each[row];
    if (known) return known;
    const cells = [...new Set(this.slots[row] ?? [])].filter(one => one !== undefined);
    this.each[row] = cells;
    return cells;
  }

  /** Whether a row only counts columns; every cell below asks for it. */
  isNumbering(row: number): boolean {
    this.numberings[row] ??= isNumberingOf(this.row(row));
    return this.numberings[row];
  }

  /** The cells above a row in one column, each once, from the top; what spans the whole table names no column. */
  above(row: number, col: number): string[] {
    const cells: GridCell[] = [];
    for (let r = 0; r < row; r++) {
      const one = this.at(r, col);
      if (!one || cells.includes(one) || !one.s || this.isNumbering(r)) continue;
      if (this.isCaption(one)) continue;
      cells.push(one);
    }
    return cells.map(one => one.s);
  }

  /** A cell over the whole table is a caption. */
  isWide({ cell }: GridCell): boolean {
    return cell.colSpan >= this.cols && this.cols > 2;
  }

  /** A title, or what stands in the corner: no header of a column. */
  isCaption(one: GridCell): boolean {
    if (YEAR.test(one.s)) return !this.isAmongYears(one);
    return this.isWide(one) || CAPTION.test(one.s) || (TITLE.test(one.s) && this.isAlone(one));
  }

  /** Another year stands in its row: both head columns. */
  private isAmongYears(one: GridCell): boolean {
    return this.row(one.cell.row).some(other => YEAR.test(other.s) && other.s !== one.s);
  }

  /** Nothing else stands in its row. */
  private isAlone(one: GridCell): boolean {
    return this.row(one.cell.row).every(other => other === one || !other.s);
  }

  /** What a row says, for quotes. */
  quote(row: number): string {
    const known = this.quotes[row];
    if (known !== undefined) return known;
    const texts = this.row(row).map(one => one.cell.text.content.replace(/\s+/g, ' ').trim());
    const quote = texts
      .filter(text => text)
      .join(' ')
      .slice(0, 160);
    this.quotes[row] = quote;
    return quote;
  }
}

/** What stands in the corner above a table: its number, its unit, whose it is. */
const CAPTION = /单位：|^公开\d*表?$|^(?:编制|公开|填报)?(?:部门|单位)(?:名称)?：/;
/** A year alone: in the corner, or one of several that head columns. */
const YEAR = /^\d{4}年度?$/;
/** A title that came as a cell. */
const TITLE = /决算.{0,6}表(?:（[^（）]*）)?$/;
const numberingWords = new RegExp(`^(?:${statutory.numbering.join('|')}|项目)$`);

/** A row that only counts columns: «栏次 | 1 | 2 | 3», or 1 … n; 类, 款 and 项 may stand in it, merged with the row below. */
export function isNumbering(grid: Grid, row: number): boolean {
  return grid.isNumbering(row);
}

function isNumberingOf(row: readonly GridCell[]): boolean {
  const filled = row.filter(one => one.s);
  const numbers = filled.filter(one => /^\d{1,2}$/.test(one.s)).map(one => Number(one.s));
  const named = filled.some(one => numberingWords.test(one.s) && one.s !== '项目');
  if (filled.some(one => !/^\d{1,2}$/.test(one.s) && !numberingWords.test(one.s) && !/^[甲乙丙丁类款项]$|^[—-]$/.test(one.s)))
    return false;
  return numbers.length >= (named ? 1 : 3) && numbers.every((n, i) => n === numbers[0]! + i);
}

/** A column that only counts rows, whatever stands above it: 1, 2, 3 … */
export function isCounting(grid: Grid, head: number, col: number): boolean {
  let counted = 0;
  for (let row = head; row < grid.rows; row++) {
    const one = grid.at(row, col);
    if (!one?.s || one.cell.col !== col) continue;
    if (!/^\d{1,3}$/.test(one.s) || Number(one.s) !== counted + 1) return false;
    counted++;
  }
  return counted >= 4;
}

/** The unit behind a number in one cell: «310.00万元», «310.00（万元）», «0.5亿». */
export const UNIT_BEHIND = /(?<!\s)\s*[（(]?(?<unit>百万元|千万元|万元|亿元|千元|百元|元|万|亿)[）)]?$/;

/** Whether a text is an amount as tables print it. */
export function isAmount(s: string): boolean {
  return parseNumber(s.replace(UNIT_BEHIND, '')) !== undefined;
}

/** Words, and no amount with its unit. */
export function isName(s: string): boolean {
  return /[\u4e00-\u9fa5]{2}/.test(s) && !isAmount(s);
}

/** Blank, or a stroke that stands for nothing. */
export function isNothing(s: string): boolean {
  return /^[-—–－/／·]*$/.test(s);
}

const LINE = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;
/** «二十、住房保障支出»: a line of a general table. */
export const isNumberedLine = (s: string): boolean => LINE.test(s);
const total = new RegExp(`^(?:${statutory.totals.join('|')})$`);

/** A label of a row that holds totals: «合计», also when it shares its cell with «类款项». */
export function isTotal(s: string): boolean {
  return total.test(s.replace(/^类款项/, ''));
}

/** How many rows stand above the data: up to the first row with an amount, a code, a numbered line or the word 合计 under a name column. */
export function headOf(grid: Grid): number {
  for (let r = 0; r < grid.rows; r++) {
    if (isNumbering(grid, r)) continue;
    const cells = grid.row(r);
    if (
      cells.some(one => isAmount(one.s) || (LINE.test(one.s) && !grid.isWide(one) && cells.filter(other => other.s).length > 1))
    )
      return r;
    const isData = cells.some(
      one => isTotal(one.s) && r > 0 && one.cell.col < 4 && /名称|编码|项目|科目/.test(grid.above(r, one.cell.col).join('')),
    );
    if (isData) return r;
    if (r > 0 && cells.every(one => !one.s) && !headersFollow(grid, r)) return r;
  }
  return grid.rows;
}

/** A blank row inside a header: words of columns come again below it. */
function headersFollow(grid: Grid, row: number): boolean {
  const next = grid.row(row + 1).filter(one => one.s);
  return (
    next.length > 1 &&
    next.every(one => /预算|决算|小计|合计|支出|收入|栏次|^\d{1,2}$/.test(one.s) && !isAmountWithDecimals(one.s))
  );
}

function isAmountWithDecimals(s: string): boolean {
  return /\d\.\d/.test(s);
}

/** All words of a table that are not amounts. */
export function wordsOf(grid: Grid): string {
  const words: string[] = [];
  for (let r = 0; r < grid.rows; r++) for (const { s } of grid.row(r)) if (s && !/^[\d.,]*[.,]\d+$/.test(s)) words.push(s);
  return words.join('|');
}
