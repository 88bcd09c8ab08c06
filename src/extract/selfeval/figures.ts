import { selfEvaluation } from '../../domain/index.ts';
import { amountOf, type Fact, type Kind, lookUp, placeOf } from '../../model/index.ts';
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

/** The row and the column a figure stands in, as people name them. */
export interface Standing {
  readonly row: Row;
  readonly sheet: Sheet;
  readonly name: string;
  /** A role of src/domain/selfeval.yaml. */
  readonly column: string;
}

export const isMoneyUnit = (unit: string): boolean => /^(?:万|亿)?元$/.test(unit);

/** A cell that holds one number and no more, read as money, per cent or score; null for anything else. */
export function numberIn(cell: GridCell, kind: Kind, at: Standing): Draft | null {
  const match = /^(?<digits>-?[\d,]*\d(?:\.\d+)?)(?<unit>[%‰]+|万元|元|亿元|分)?$/.exec(cell.s);
  if (!match) return null;
  const { digits, unit = '' } = match.groups as { digits: string; unit?: string };
  const percent = /[%‰]/.test(unit);
  const actual: Kind = /元$/.test(unit) ? 'money' : percent ? 'percent' : kind;
  const amount = amountOf(digits, actual, actual === 'money' ? unit || at.sheet.unit : actual === 'percent' ? '%' : unit);
  if (!amount) return null;
  return draftAt(cell, percent ? digits + unit : digits, [0, cell.s.length - (percent ? 0 : unit.length)], amount, at);
}

/** «≤86.40万元»: a cost that is not to be exceeded. */
export const LIMIT = /^(?:≤|<=?|＜|﹤|不超过|不高于|不大于|控制在|小于等于)(?=\d)/;

/** The only amount of money a cell states («已拨付 79 万元»), thresholds aside; null when there is none or more than one. */
export function moneyIn(cell: GridCell, at: Standing): Draft | null {
  const whole = numberIn(cell, 'money', at);
  if (whole) return whole.amount.kind === 'money' ? whole : null;
  const found = mentionsOf(cell.s).filter(mention => mention.amount.kind === 'money' && !mention.bare);
  const limited = at.column === 'target' && LIMIT.test(cell.s);
  if (found.length !== 1 || (found[0]!.threshold && !limited) || found[0]!.amount.approximate) return null;
  const { digits, start, end, amount } = found[0]!;
  return draftAt(cell, digits, [start, end], amount, at);
}

/** «演出场次（20分）», «得分（20分*执行率）»: what a row or a group of rows may score at most. */
export const WEIGHT = /（(?:分值：?)?(?<weight>\d+(?:\.\d+)?)分(?:[*×xX]执行率)?）/;

export function weightIn(cell: GridCell, at: Standing): Draft | null {
  const match = WEIGHT.exec(cell.s);
  const amount = match && amountOf(match.groups!.weight!, 'score', '分');
  if (!amount) return null;
  const digits = match.groups!.weight!;
  const start = match.index + match[0].indexOf(digits);
  return draftAt(cell, digits, [start, start + digits.length], amount, at);
}

function draftAt(
  cell: GridCell,
  printed: string,
  [start, end]: readonly [number, number],
  amount: Draft['amount'],
  at: Standing,
): Draft {
  const [from, to] = originOf(plain(cell.cell.text), start, end);
  const { sheet, name, row } = at;
  const column = lookUp(selfEvaluation.shown, at.column) ?? at.column;
  return {
    id: '',
    printed,
    amount,
    place: { ...placeOf(cell.cell.text, from, to), block: sheet.block },
    label: `${name}（${column}）`,
    section: sheet.section,
    quote: quoteOf(row),
    fact: NOTHING,
    at: { table: sheet.title, row: name, col: column },
  };
}
