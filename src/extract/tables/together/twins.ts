import type { Draft } from '../../narrative/topics.ts';
import { isLevel } from '../forms/aspect.ts';
import { baseOf } from '../forms/columns.ts';
import type { Equations } from '../forms/equations.ts';
import type { Form } from '../forms/index.ts';
import { type Column, type Found, UNREAD } from '../forms/sheet.ts';
import type { FoundTable } from './completeness.ts';

/** Another table tells the same amounts if at least this share of those that both have are equal. */
const SAME = 0.7;
const FEW = 5;

/** A table whose lines can be put right. */
export interface Movable extends FoundTable {
  readonly form: Form;
  /** Its sums, blanks among them, where nothing has been moved in it. */
  equations?: Equations;
}

/** What one cell holds. */
export type Cells = ReadonlyMap<string, readonly Found[]>;

/** The amounts of another table by what its columns are of, then by code. */
export type Twin = ReadonlyMap<string, ReadonlyMap<string, Draft>>;

/** `known`: the twins made already, of tables that nothing has been moved in since. */
export function twinsOf(table: Movable, tables: readonly Movable[], known: Map<Movable, Twin>): Twin[] {
  return tables
    .filter(other => other !== table && other.sheet.def.key !== table.sheet.def.key)
    .map(other => {
      const twin = known.get(other) ?? twinOf(other);
      known.set(other, twin);
      return twin;
    })
    .filter(twin => [...twin.values()].reduce((sum, { size }) => sum + size, 0) >= FEW);
}

function twinOf(table: Movable): Twin {
  const twin = new Map<string, Map<string, Draft>>();
  const told = table.form.columns.filter(isLevel).map(column => [column.key, toldOf(table, column)] as const);
  for (const { code, figures } of table.form.lines) {
    if (!code) continue;
    for (const [key, what] of told) {
      const draft = what === null ? undefined : figures.get(key);
      if (!draft || what === null) continue;
      const own = twin.get(what);
      if (own) own.set(code, draft);
      else twin.set(what, new Map([[code, draft]]));
    }
  }
  return twin;
}

/** What a column tells of a code; null where no other table tells it. */
function toldOf({ sheet: { def } }: Movable, { key, measure, period }: Column): string | null {
  const base = baseOf(key);
  const of = def.columns?.find(column => column.key === base)?.of?.indicator;
  return of ? `${of}|${measure}|${period}` : null;
}

/** How many amounts of two tables are equal, and how many are not. */
export interface Compared {
  readonly same: number;
  readonly other: number;
}

/** A reading of a table held against each of its twins; what is looked up in them is looked up once. */
export function comparedWith(table: Movable, columns: readonly Column[], twins: readonly Twin[]): (cells: Cells) => Compared[] {
  const told = columns.map(column => [column.key, twins.length > 0 ? toldOf(table, column) : null] as const);
  const twinned = twins.map(twin =>
    told.flatMap(([key, what]) => {
      const byCode = what === null ? undefined : twin.get(what);
      if (!byCode) return [];
      return table.form.lines.flatMap(({ code }, i) => {
        const known = code ? byCode.get(code) : undefined;
        return known ? [{ key, i, value: known.amount.value }] : [];
      });
    }),
  );
  return cells =>
    twinned.map(twin => {
      let [same, other] = [0, 0];
      for (const { key, i, value } of twin) {
        const found = cells.get(key)?.[i];
        if (!found || found === UNREAD) continue;
        if (found.amount.value.eq(value)) same++;
        else other++;
      }
      return { same, other };
    });
}

export const isTrusted = ({ same, other }: Compared) => same >= FEW && same >= (same + other) * SAME;
