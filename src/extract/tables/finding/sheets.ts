import { type Block, type Notice, placeOf, type Table } from '../../../model/index.ts';
import type { Narrative } from '../../narrative/index.ts';
import { unitStated } from '../../unit.ts';
import { amountColumns } from '../forms/codes.ts';
import type { Sheet } from '../forms/sheet.ts';
import { Grid, headOf } from '../grid/grid.ts';
import { unfolded } from '../grid/halves.ts';
import { regularised } from '../grid/regular.ts';
import { spread } from '../grid/spread.ts';
import type { Other } from '../plain/listing.ts';
import { joinContinued, type Placed } from './continued.ts';
import { recognise } from './recognise.ts';
import { splitAtTitles } from './split.ts';

/** The tables of a report that are not yet `taken`: split where several came as one, joined where one came in parts. */
export function tablesIn(blocks: readonly Block[], taken: ReadonlySet<number>): readonly Placed[] {
  const parts = blocks.flatMap((block, i) =>
    block.kind === 'table' && !taken.has(i) ? splitAtTitles(block).map(one => [one, i] as const) : [],
  );
  return joinContinued(parts, blocks);
}

/** Where tables stand and whose they are. */
export interface Surroundings {
  readonly blocks: readonly Block[];
  readonly narrative: Narrative;
  /** The year of the report. */
  readonly year: number | null;
  /** The unit of tables that state none. */
  readonly usual: string;
}

/** A table as the statutory one that its title or its header says it is; null for any other. */
export function sheetOf([raw, block]: Placed, { blocks, narrative, year, usual }: Surroundings): Sheet | null {
  const table = regularised(raw);
  const found = recognise(table, new Grid(table), blocks, block, narrative.planned);
  if (!found) return null;
  const { shape } = found.def;
  const grid = new Grid(shape === 'sides' || shape === 'economic' ? table : spread(shape === 'codes' ? unfolded(table) : table));
  const sheet = {
    ...found,
    block,
    section: narrative.sections.get(block)?.title ?? '',
    unit: unitIn(grid) ?? table.unit ?? usual,
    year,
    grid,
    head: headOf(grid),
    notes: table.notes.map(note => note.content),
    ...(raw.title ? { caption: raw.title } : {}),
  };
  // What should stand across stands down, or not at all.
  const isOther = shape === 'codes' && sheet.head > 0 && amountColumns(sheet).every(column => column.key.startsWith('other'));
  return isOther ? null : sheet;
}

/** A table that is no statutory one. */
export function otherOf([raw, block]: Placed, { narrative, usual }: Surroundings): Other {
  const table = spread(regularised(raw));
  const grid = new Grid(table);
  const section = narrative.sections.get(block)?.title ?? '';
  return {
    table,
    grid,
    head: headOf(grid),
    block,
    section,
    title: raw.title?.content.trim() ?? section,
    unit: raw.unit ?? unitIn(grid) ?? usual,
  };
}

/** A table with functional or economic codes: a statutory one, be its form known or not. */
export function looksStatutory(table: Table): boolean {
  return table.cells.filter(cell => /^(?:2\d{2}|30[123])(?:\d{2}){0,2}$/.test(cell.text.content.trim())).length >= 3;
}

/** Cells that show an error, or a formula without its value, stand in the sheet of a workbook that a table is on. */
export function hasLost({ cells }: Table, notices: readonly Notice[]): boolean {
  const on = cells[0] && placeOf(cells[0].text);
  return notices.some(({ code, place }) => LOST.has(code) && place?.sheet === on?.sheet && place?.file === on?.file);
}

const LOST: ReadonlySet<string> = new Set(['reader.error-value', 'reader.formula-without-value']);

/** The unit that most tables of a report state; for those that state none. */
export function usualUnit(tables: readonly Placed[]): string {
  const counts = new Map<string, number>();
  for (const [table] of tables) {
    const unit = table.unit ?? unitIn(new Grid(table));
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '万元';
}

/** «单位：万元» in a cell of the first rows. */
function unitIn(grid: Grid): string | null {
  for (let row = 0; row < Math.min(4, grid.rows); row++)
    for (const { s } of grid.row(row)) {
      const unit = unitStated(s);
      if (unit) return unit;
    }
  return null;
}
