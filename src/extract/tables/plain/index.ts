import type { Scope, Statement, Unread } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import type { Counted } from '../forms/counts.ts';
import { comparedIn } from './comparing.ts';
import { footTable, isTotalRow } from './footing.ts';
import type { Other, Row } from './listing.ts';
import { bindNamed, type Named, unknownTable } from './named.ts';
import { countsOf, readQuantities } from './quantities.ts';

/** A table that is no statutory one, as it was read. */
export interface Plain {
  readonly rows: readonly Row[];
  readonly statements: readonly Statement[];
  readonly unread: readonly Unread[];
  /** What its words alone say of its figures. */
  readonly named: readonly Named[];
  /** What it counts, each in a unit of its own. */
  readonly counted: readonly Counted[];
}

/** Reads a table without a known form: its sums where its structure is plain, its comparisons, and what its words name. */
export function readPlain(other: Other, scope: Scope | null, year: number | null, planned: boolean): Plain {
  const { grid, head } = other;
  const quantities = readQuantities(other, year);
  if (quantities) return { ...quantities, unread: [], named: [], counted: countsOf(quantities.rows) };
  const footed = footTable(other);
  const columns = Array.from({ length: grid.cols }, (_, key) => ({ key, headers: grid.above(head, key) }));
  const rows = footed.rows.map(row => ({ at: (key: string | number) => row.cells.get(Number(key)), isTotal: isTotalRow(row) }));
  const compared = comparedIn(columns, rows, year);
  const statements = [...footed.statements, ...(compared.length ? compared : comparedDown(footed.rows, year))];
  const unread = footed.unread.length || statements.length ? footed.unread : unknownTable(footed.rows);
  return { rows: footed.rows, statements, unread, named: bindNamed(other, footed.rows, scope, year, planned), counted: [] };
}

/** The same where the years stand below each other: «2022年», «2023年», «增减%», each a row. */
function comparedDown(rows: readonly Row[], year: number | null) {
  const lists = new Set(rows.map(row => row.list));
  if (lists.size !== 1) return [];
  const years = rows.map(({ words }, key) => ({ key, headers: words }));
  const columns = new Set(rows.flatMap(row => [...row.cells.keys()]));
  const items = [...columns].map(col => ({ at: (key: string | number) => rows[Number(key)]?.cells.get(col), isTotal: false }));
  return comparedIn(years, items, year);
}

export const draftsOf = ({ rows }: Plain): readonly Draft[] => rows.flatMap(row => [...row.cells.values()]);
