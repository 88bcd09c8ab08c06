import { amountOf, type EquationStatement, type Remark, sumOf, type Term } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { isLevel } from '../forms/aspect.ts';
import { Equations } from '../forms/equations.ts';
import { type Column, type Found, foundIn, type Line, UNREAD } from '../forms/sheet.ts';
import { remarkOn } from './remark.ts';
import { type Cells, comparedWith, isTrusted, type Movable, type Twin, twinsOf } from './twins.ts';

/** Fewer broken relations than this are mistakes of single figures. */
const MANY = 4;
/** A reading that puts amounts elsewhere must leave no more than this share of what was broken. */
const LEFT = 0.25;
/** So many amounts must find another place. */
const MOVED = 3;

/** One way in which amounts came to stand in wrong places, undone. */
interface Reading {
  readonly kind: 'up' | 'down' | 'exchanged' | 'unit';
  /** The line from which on amounts moved. */
  readonly from: number;
  readonly columns: readonly Column[];
  readonly cells: Cells;
}

/**
 * Amounts of a column (or of all of them) that stand a row too high or too low from a line on, because one was left out or told
 * twice; two columns in each other's place; a column in another unit. Each breaks as many relations as it has rows, and is one
 * mistake: where undoing it lets (nearly) all of them hold, it is told once, and the amounts are read as those of the lines that they
 * belong to. What was left out is not known, and nothing is advised for it.
 */
export function putInPlace(tables: readonly Movable[]): Remark[] {
  const known = new Map<Movable, Twin>();
  return tables.flatMap(table => {
    const columns = table.form.columns.filter(isLevel);
    if (!columns.length || !table.drafts.length) return [];
    const printed = cellsOf(table.form.lines, columns);
    table.equations = asRead(table);
    const broken = columnsOf(brokenIn(table.equations), printed);
    const before = broken.length;
    const seen = comparedWith(table, columns, twinsOf(table, tables, known));
    const now = seen(printed);
    const clashing = now.reduce((sum, { other }) => sum + other, 0);
    if (before + clashing < MANY) return [];
    let best: { reading: Reading; left: number; moved: number } | undefined;
    for (const reading of readingsOf(table.form.lines, columns, printed, before > 0)) {
      // Sums that none of the columns takes part in stay as they are.
      const untouched = broken.filter(keys => !reading.columns.some(({ key }) => keys.has(key))).length;
      const moved = untouched > (before + clashing) * LEFT ? 0 : movedIn(printed, reading);
      if (moved < MOVED) continue;
      const then = seen(reading.cells);
      const trusted = then.flatMap((one, i) => (isTrusted(one) ? [i] : []));
      const sum = (all: typeof then, key: 'same' | 'other') => trusted.reduce((total, i) => total + all[i]![key], 0);
      const was = before + sum(now, 'other');
      const mended = sum(now, 'other') - sum(then, 'other');
      // What is not compared any more agrees with nothing.
      if (was < MANY || sum(then, 'other') > was * LEFT || sum(then, 'same') - sum(now, 'same') < mended * (1 - LEFT)) continue;
      const left = brokenWith(table, reading.cells, columns).length + sum(then, 'other');
      if (left > was * LEFT) continue;
      // Of readings that mend as much, the one that moves the fewest: rows of equal amounts tell nothing of where it began.
      const isBetter = !best || left < best.left || (left === best.left && moved <= best.moved);
      if (isBetter) best = { reading, left, moved };
    }
    if (!best) return [];
    const remark = told(table, best.reading, printed);
    settle(table.form.lines, best.reading.cells, printed);
    delete table.equations;
    known.delete(table);
    return [remark];
  });
}

/** Which columns each of some sums is of. */
function columnsOf(sums: readonly EquationStatement[], printed: Cells): ReadonlySet<string>[] {
  const of = new Map<unknown, string>();
  for (const [key, column] of printed) for (const found of column) if (found && found !== UNREAD) of.set(found, key);
  return sums.map(({ total, parts }) => new Set([...total, ...parts].flatMap(({ figure }) => of.get(figure) ?? [])));
}

function cellsOf(lines: readonly Line[], columns: readonly Column[]): Cells {
  return new Map(columns.map(({ key }) => [key, lines.map(line => foundIn(line, key))]));
}

/** Lets the lines hold these cells for good: amounts state what the lines do that they belong to. */
function settle(lines: readonly Line[], cells: Cells, printed: Cells): void {
  const original = new Map(
    [...printed.values()].flat().flatMap(one => (one && one !== UNREAD ? [[one.place, one] as const] : [])),
  );
  const kept = new Map<string, Found[]>();
  for (const [key, column] of cells)
    kept.set(
      key,
      column.map((found, i) => {
        if (!found || found === UNREAD) return found;
        const draft = original.get(found.place)!;
        draft.amount = found.amount;
        draft.fact = { ...draft.fact, indicator: null, ...lines[i]!.facts?.get(key) };
        return draft;
      }),
    );
  put(lines, kept);
  // What was told twice belongs to no line.
  const placed = new Set([...kept.values()].flat());
  for (const draft of original.values()) if (!placed.has(draft)) draft.fact = { ...draft.fact, indicator: null };
}

/** The sums of the form that do not hold if the lines hold these cells. */
function brokenWith(table: Movable, cells: Cells, columns: readonly Column[]): EquationStatement[] {
  const { lines } = table.form;
  const kept = cellsOf(lines, columns);
  put(lines, cells);
  const broken = brokenIn(asRead(table));
  put(lines, kept);
  return broken;
}

function asRead({ sheet, form }: Movable): Equations {
  const equations = new Equations(sheet, false);
  form.equate(equations);
  return equations;
}

function brokenIn({ statements }: Equations): EquationStatement[] {
  return statements.filter(one => one.kind === 'equation').filter(one => !holds(one));
}

function put(lines: readonly Line[], cells: Cells): void {
  for (const [key, column] of cells)
    column.forEach((found, i) => {
      const { figures, unread } = lines[i]! as Line & { figures: Map<string, Draft>; unread: Set<string> };
      figures.delete(key);
      unread.delete(key);
      if (found === UNREAD) unread.add(key);
      else if (found) figures.set(key, found);
    });
}

function holds({ total, parts }: EquationStatement): boolean {
  const rest = sumOf(total, printedOf, signOf).minus(sumOf(parts, printedOf, signOf));
  const steps = sumOf([...total, ...parts], ({ figure }) => figure.amount.step);
  return rest.abs().times(2).lte(steps);
}

const signOf = ({ sign }: Term) => sign;
const printedOf = ({ figure }: Term) => figure.amount.value;

/** All that may have happened, undone. */
function* readingsOf(lines: readonly Line[], columns: readonly Column[], printed: Cells, isBroken: boolean): Generator<Reading> {
  for (const [i, a] of columns.entries())
    for (const b of columns.slice(i + 1)) {
      const cells = new Map([...printed, [a.key, printed.get(b.key)!], [b.key, printed.get(a.key)!]]);
      yield { kind: 'exchanged', from: 0, columns: [a, b], cells };
    }
  // What slid by a row, or stands in another unit, breaks sums of its own table.
  if (!isBroken) return;
  const last = lines.findLastIndex(line => line.role !== 'total');
  const sets = columns.length > 1 ? [columns, ...columns.map(one => [one])] : [columns];
  for (const set of sets)
    for (let from = 0; from < last; from++) {
      if (lines[from]!.role === 'total') continue;
      for (const kind of ['up', 'down'] as const) {
        const cells = moved(lines, set, printed, from, last, kind);
        if (cells) yield { kind, from, columns: set, cells };
      }
    }
  for (const column of columns)
    for (const unit of ['元', '万元']) {
      const own = printed.get(column.key)!.map(found => (found && found !== UNREAD ? inUnit(found, unit) : found));
      if (
        !tellsOf(
          own,
          columns.flatMap(one => (one === column ? [] : printed.get(one.key)!)),
        )
      )
        continue;
      yield { kind: 'unit', from: 0, columns: [column], cells: new Map([...printed, [column.key, own]]) };
    }
}

/**
 * Whether amounts are large enough for sums with the others to tell of them: what is less than their last digits holds in any unit, so
 * that its unit is not known by its holding.
 */
function tellsOf(own: readonly Found[], others: readonly Found[]): boolean {
  const read = (all: readonly Found[]) => all.flatMap(found => (found && found !== UNREAD ? [found.amount] : []));
  const [first, ...rest] = read(others).map(({ step }) => step);
  if (!first) return true;
  const least = rest.reduce((most, step) => (step.gt(most) ? step : most), first).times(10);
  return read(own).filter(({ value }) => value.abs().gte(least)).length >= MOVED;
}

function inUnit(draft: Draft, unit: string): Draft {
  return { ...draft, amount: amountOf(draft.printed.replace(/\s/g, ''), 'money', unit) ?? draft.amount };
}

/** The columns with the amounts from a line on moved back by a row; null where nothing tells of an amount left out or told twice. */
function moved(
  lines: readonly Line[],
  columns: readonly Column[],
  printed: Cells,
  from: number,
  last: number,
  kind: 'up' | 'down',
): Cells | null {
  const cells = new Map(printed);
  const isSame = (a: Found, b: Found) => (a && a !== UNREAD && b && b !== UNREAD ? a.amount.value.eq(b.amount.value) : !a === !b);
  for (const { key } of columns) {
    const column = printed.get(key)!;
    const own = [...column];
    // The last row is left blank, or keeps its own beside the same amount that moved there.
    if (kind === 'up' && column[last] && !isSame(column[last], column[last - 1])) return null;
    // A blank was put in, or the amount above was told twice.
    if (kind === 'down' && column[from] && !isSame(column[from], column[from - 1])) return null;
    for (let i = from; i <= last; i++) {
      if (lines[i]!.role === 'total') return null;
      const source = kind === 'up' ? i - 1 : i + 1;
      own[i] = source < from || source > last ? UNREAD : column[source];
    }
    cells.set(key, own);
  }
  return cells;
}

/** How many amounts stand elsewhere than they are printed. */
function movedIn(printed: Cells, { cells }: Reading): number {
  let count = 0;
  for (const [key, column] of cells)
    column.forEach((found, i) => {
      const was = printed.get(key)![i];
      if (found && found !== UNREAD && (!was || was === UNREAD || !was.amount.value.eq(found.amount.value))) count++;
    });
  return count;
}

const RULES = { up: 'FRM-060', down: 'FRM-061', exchanged: 'FRM-062', unit: 'FRM-063' } as const;

function told({ sheet, form }: Movable, { kind, from, columns, cells }: Reading, printed: Cells): Remark {
  const line = form.lines[from]!;
  const figures = columns.flatMap(
    ({ key }) => printed.get(key)!.filter((one, i) => one && one !== UNREAD && one !== cells.get(key)![i]) as Draft[],
  );
  const { grid, block, section, title } = sheet;
  const first = grid.at(line.row, columns[0]!.col)?.cell.text ?? grid.row(line.row)[0]!.cell.text;
  const params = { table: title, row: line.label, columns: columns.map(column => column.name) };
  return remarkOn(
    RULES[kind],
    first,
    { block, section: section || title, quote: grid.quote(line.row) },
    params,
    figures.slice(0, 1),
  );
}
