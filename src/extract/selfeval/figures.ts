import { amountOf, type Fact, type Kind, placeOf } from '../../model/index.ts';
import { mentionsOf } from '../mentions.ts';
import type { Draft } from '../narrative/topics.ts';
import { originOf, plain } from '../plain.ts';
import { type GridCell, quoteOf, type Row } from './grid.ts';

const NOTHING: Fact = { indicator: null, scope: null, period: null, measure: null };

/** Where figures of one sheet stand, in words. */
export interface Sheet {
  readonly title: string;
  readonly section: string;
  readonly block: number;
  /** 万元 unless the sheet says otherwise. */
  readonly unit: string;
  /** See Table.irregular. */
  readonly irregular: boolean;
}

/** A cell that holds one number and no more, read as money, per cent or score; null for anything else. */
export function numberIn(cell: GridCell, row: Row, kind: Kind, sheet: Sheet, label: string, column: string): Draft | null {
  const match = /^(?<digits>-?[\d,]*\d(?:\.\d+)?)(?<unit>[%‰]+|万元|元|亿元|分)?$/.exec(cell.s);
  if (!match) return null;
  const { digits, unit = '' } = match.groups as { digits: string; unit?: string };
  const money = /元$/.test(unit);
  const percent = /[%‰]/.test(unit);
  const actual: Kind = money ? 'money' : percent ? 'percent' : kind;
  const amount = amountOf(digits, actual, actual === 'money' ? unit || sheet.unit : actual === 'percent' ? '%' : unit);
  if (!amount) return null;
  return draftAt(
    cell,
    row,
    percent ? digits + unit : digits,
    0,
    cell.s.length - (percent ? 0 : unit.length),
    amount,
    sheet,
    label,
    column,
  );
}

/** The only amount of money a cell states («已拨付 79 万元»), thresholds aside; null when there is none or more than one. */
export function moneyIn(cell: GridCell, row: Row, sheet: Sheet, label: string, column: string): Draft | null {
  const whole = numberIn(cell, row, 'money', sheet, label, column);
  if (whole) return whole.amount.kind === 'money' ? whole : null;
  const found = mentionsOf(cell.s).filter(mention => mention.amount.kind === 'money' && !mention.bare);
  if (found.length !== 1 || found[0]!.threshold || found[0]!.amount.approximate) return null;
  const { digits, start, end, amount } = found[0]!;
  return draftAt(cell, row, digits, start, end, amount, sheet, label, column);
}

function draftAt(
  cell: GridCell,
  row: Row,
  printed: string,
  start: number,
  end: number,
  amount: Draft['amount'],
  sheet: Sheet,
  label: string,
  column: string,
): Draft {
  const [from, to] = originOf(plain(cell.cell.text), start, end);
  return {
    id: '',
    printed,
    amount,
    place: { ...placeOf(cell.cell.text, from, to), block: sheet.block },
    label,
    section: sheet.section,
    quote: quoteOf(row),
    fact: NOTHING,
    at: { table: sheet.title, row: label, col: column },
  };
}
