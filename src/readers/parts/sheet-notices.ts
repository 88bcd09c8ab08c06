import { type Block, type Notice, parseNumber } from '../../model/index.ts';
import { rangesIn } from './formulas.ts';
import { cellName, type Sheet, type SheetCell } from './sheet.ts';

/** A sheet as the workbook lists it. */
export interface Listed {
  readonly sheet: Sheet;
  readonly hidden: boolean;
  /** The charts and text boxes that lie on it. */
  readonly drawn?: readonly Block[];
}

const FEW = 6;

/** What a careful person would remark on in a workbook: errors, formulas without values, numbers as text, what is hidden. */
export function noticesOfSheets(listed: readonly Listed[], file: string): Notice[] {
  const hidden = listed.filter(one => one.hidden).map(one => one.sheet.name);
  const notices: Notice[] = [];
  for (const name of hidden) {
    const users = listed.flatMap(({ sheet, hidden: unseen }) => (unseen ? [] : usersOf(sheet, range => range === name)));
    const place = { file, sheet: name };
    notices.push(
      users.length
        ? { code: 'reader.hidden-sheet-used', params: { sheet: name, cells: few(users) }, place }
        : { code: 'reader.hidden-sheet', params: { sheet: name }, place },
    );
  }
  for (const { sheet, hidden: unseen } of listed) if (!unseen) notices.push(...noticesOf(sheet, file));
  return notices;
}

function usersOf(sheet: Sheet, isIt: (name: string | undefined) => boolean): string[] {
  const users = sheet.cells.filter(cell => cell.formula !== undefined && rangesIn(cell.formula).some(range => isIt(range.sheet)));
  return users.map(cell => `${sheet.name}!${cellName(cell.row, cell.col)}`);
}

function noticesOf(sheet: Sheet, file: string): Notice[] {
  const notices: Notice[] = [];
  const tell = (code: string, cells: readonly SheetCell[], params: Notice['params'] = {}) => {
    const [first] = cells;
    if (!first) return;
    const names = cells.map(cell => cellName(cell.row, cell.col));
    notices.push({
      code,
      params: { sheet: sheet.name, count: cells.length, cells: few(names), ...params },
      place: { file, sheet: sheet.name, cell: names[0]! },
    });
  };
  const errors = sheet.cells.filter(cell => cell.kind === 'error');
  tell('reader.error-value', errors, { values: [...new Set(errors.map(cell => cell.text))] });
  tell(
    'reader.formula-without-value',
    sheet.cells.filter(cell => cell.kind === 'blank' && cell.formula !== undefined),
  );
  tell('reader.number-as-text', numbersAsText(sheet));
  for (const [what, side, set] of [
    ['rows', 'row', sheet.hiddenRows],
    ['columns', 'col', sheet.hiddenCols],
  ] as const) {
    const filled = new Set(sheet.cells.filter(cell => cell.text !== '').map(cell => cell[side]));
    const hidden = [...set].filter(n => filled.has(n)).sort((a, b) => a - b);
    if (hidden.length === 0) continue;
    const which = few(hidden.map(n => (side === 'row' ? String(n + 1) : cellName(0, n).slice(0, -1))));
    const sums = sheet.cells.filter(
      cell => !set.has(cell[side]) && cell.formula !== undefined && covers(cell.formula, sheet.name, side, hidden),
    );
    const params = { sheet: sheet.name, which };
    const place = { file, sheet: sheet.name };
    if (sums.length)
      notices.push({
        code: `reader.hidden-${what}-in-sum`,
        params: { ...params, cells: few(sums.map(cell => cellName(cell.row, cell.col))) },
        place,
      });
    else notices.push({ code: `reader.hidden-${what}`, params, place });
  }
  return notices;
}

function covers(formula: string, sheet: string, side: 'row' | 'col', hidden: readonly number[]): boolean {
  return rangesIn(formula).some(range => {
    if (range.sheet !== undefined && range.sheet !== sheet) return false;
    const [from, to] = side === 'row' ? [range.top, range.bottom] : [range.left, range.right];
    return (hidden[firstFrom(hidden, from)] ?? Infinity) <= to;
  });
}

/** Where the first that is not before `least` stands among numbers in order; found by halving, as each formula asks for it. */
function firstFrom(ordered: readonly number[], least: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text that reads as an amount: with decimals or thousands, or beside real amounts in its row and column. Codes and 栏次 are none. */
function numbersAsText(sheet: Sheet): SheetCell[] {
  const rows = new Set<number>();
  const cols = new Set<number>();
  for (const cell of sheet.cells) {
    if (cell.kind !== 'number' || !/\.\d/.test(cell.text)) continue;
    rows.add(cell.row);
    cols.add(cell.col);
  }
  return sheet.cells.filter(cell => {
    if (cell.kind !== 'text' || cell.text.length > 30 || !parseNumber(cell.text)) return false;
    return /[.,，]\d/.test(cell.text) || (rows.has(cell.row) && cols.has(cell.col));
  });
}

function few(names: readonly string[]): string[] {
  return names.length > FEW ? [...names.slice(0, FEW), '…'] : [...names];
}
