import { type Block, type Notice, placeOf, type Statement, type Table, textAt, type Unread } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import type { Draft } from '../narrative/topics.ts';
import { unitStated } from '../unit.ts';
import { joinContinued } from './finding/continued.ts';
import { recognise, titledAs } from './finding/recognise.ts';
import { splitAtTitles } from './finding/split.ts';
import { amountColumns, codeEquations, readCodes } from './forms/codes.ts';
import { detailColumns, detailEquations, detailStated } from './forms/details.ts';
import { economicEquations, readEconomic } from './forms/economic.ts';
import { Equations } from './forms/equations.ts';
import { Collector, type Line, type Sheet } from './forms/sheet.ts';
import { readSides, sideEquations } from './forms/sides.ts';
import { readTravel, travelEquations } from './forms/travel.ts';
import { Grid, headOf } from './grid/grid.ts';
import { unfolded } from './grid/halves.ts';
import { regularised } from './grid/regular.ts';
import { spread } from './grid/spread.ts';
import { comparedIn, comparedLines } from './plain/comparing.ts';
import { type Footed, footTable, isTotalRow } from './plain/footing.ts';
import type { Other } from './plain/listing.ts';
import { bindNamed, settleNamed, unknownTable } from './plain/named.ts';
import { codeRemarks } from './together/codes-form.ts';
import { completeness, type FoundTable } from './together/completeness.ts';
import { restoreZeros } from './together/decimals.ts';
import { listedSubjects } from './together/listed.ts';
import { remarkOn } from './together/remark.ts';
import { setStrangersApart } from './together/strangers.ts';
import { mendUnits } from './together/units.ts';

/** What the statutory tables of a report state. */
export interface Tables {
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
  readonly unread: readonly Unread[];
}

/** Reads every table that is not yet `taken` as what its title or its header says it is. */
export function readTables(
  blocks: readonly Block[],
  narrative: Narrative,
  year: number | null,
  taken: ReadonlySet<number>,
  notices: readonly Notice[],
): Tables {
  const drafts: Draft[] = [];
  const statements: Statement[] = [];
  const unread: Unread[] = [];
  const found: FoundTable[] = [];
  const others: (Footed & { readonly named: ReturnType<typeof bindNamed> })[] = [];
  const titled = new Set<string>();
  const told = new Set<string>();
  let unknown = 0;
  const parts = blocks.flatMap((block, i) =>
    block.kind === 'table' && !taken.has(i) ? splitAtTitles(block).map(one => [one, i] as const) : [],
  );
  const tables = joinContinued(parts, blocks);
  const usual = usualUnit(tables.map(([table]) => table));
  for (const [block, i] of tables) {
    const sheet = sheetOf(block, blocks, i, narrative, year, usual);
    const collect = sheet && new Collector(sheet);
    const equations = sheet && new Equations(sheet, hasLost(block, notices));
    const lines = sheet ? readSheet(sheet, collect!, equations!) : [];
    if (!sheet || !collect || !equations || isMisread(collect, equations)) {
      if (looksStatutory(block)) unknown++;
      const other = otherOf(block, i, narrative, usual);
      const title = titledAs(other.table, other.grid, blocks, i);
      if (title) titled.add(title.key);
      const footed = footTable(other);
      const columns = Array.from({ length: other.grid.cols }, (_, key) => ({ key, headers: other.grid.above(other.head, key) }));
      const rows = footed.rows.map(row => ({
        at: (key: string | number) => row.cells.get(Number(key)),
        isTotal: isTotalRow(row),
      }));
      const compared = comparedIn(columns, rows, year);
      const own = { ...footed, statements: [...footed.statements, ...compared] };
      others.push({ ...own, named: bindNamed(other, footed.rows, narrative.sections.get(i)?.scope ?? null, year) });
      continue;
    }
    statements.push(...codeRemarks(sheet, lines, told), ...listedSubjects(sheet, lines, blocks, narrative));
    drafts.push(...collect.drafts);
    unread.push(...collect.unread, ...equations.unchecked);
    statements.push(...equations.statements, ...comparedLines(lines));
    statements.push(...negatives(sheet, collect.drafts));
    const named = titledAs(block, sheet.grid, blocks, i);
    if (named) titled.add(named.key);
    found.push({ sheet, drafts: collect.drafts });
  }
  setStrangersApart(found);
  statements.push(...mendUnits(found, narrative.drafts));
  restoreZeros(found);
  settleNamed(
    others.map(one => one.named),
    [...narrative.drafts, ...found.flatMap(one => one.drafts)],
  );
  for (const one of others) {
    drafts.push(...one.rows.flatMap(row => [...row.cells.values()]));
    statements.push(...one.statements);
    unread.push(...(one.unread.length || one.statements.length ? one.unread : unknownTable(one.rows)));
  }
  const whole = completeness(blocks, narrative, found, titled, notices, unknown);
  statements.push(...whole.remarks);
  unread.push(...whole.unread);
  return { drafts, statements, unread };
}

/** A table that is no statutory one. */
function otherOf(raw: Table, block: number, narrative: Narrative, usual: string): Other {
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

/** Its figures stand in no place that the form of its title has. */
function isMisread({ drafts }: Collector, { statements }: Equations): boolean {
  return drafts.length > 0 && !statements.length && drafts.every(draft => !draft.fact.indicator);
}

function sheetOf(
  raw: Table,
  blocks: readonly Block[],
  block: number,
  narrative: Narrative,
  year: number | null,
  usual: string,
): Sheet | null {
  const table = regularised(raw);
  const found = recognise(table, new Grid(table), blocks, block);
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

/** Cells that show an error, or a formula without its value, stand in the sheet of a workbook that a table is on. */
function hasLost({ cells }: Table, notices: readonly Notice[]): boolean {
  const on = cells[0] && placeOf(cells[0].text);
  return notices.some(({ code, place }) => LOST.has(code) && place?.sheet === on?.sheet && place?.file === on?.file);
}

const LOST: ReadonlySet<string> = new Set(['reader.error-value', 'reader.formula-without-value']);

/** The unit that most tables of a report state; for those that state none. */
function usualUnit(tables: readonly Table[]): string {
  const counts = new Map<string, number>();
  for (const table of tables) {
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

function readSheet(sheet: Sheet, collect: Collector, equations: Equations): readonly Line[] {
  const { def } = sheet;
  switch (def.shape) {
    case 'sides': {
      const sides = readSides(sheet, collect);
      sideEquations(sheet, sides, equations);
      return sides.flatMap(side => side.lines);
    }
    case 'economic': {
      const lines = readEconomic(sheet, collect);
      economicEquations(lines, equations);
      return lines;
    }
    case 'travel': {
      const lines = readTravel(sheet, collect);
      travelEquations(lines, equations);
      return lines;
    }
    case 'details': {
      const columns = detailColumns(sheet);
      const lines = readCodes(sheet, collect, columns, key => detailStated(sheet, key));
      codeEquations(lines, columns, equations);
      detailEquations(lines, columns, equations);
      return lines;
    }
    case 'codes': {
      const columns = amountColumns(sheet);
      const lines = readCodes(sheet, collect, columns, key => {
        const of = def.columns?.find(column => column.key === key)?.of ?? {};
        return { ...of, ...(def.scope ? { scope: def.scope } : {}) };
      });
      codeEquations(lines, columns, equations);
      for (const line of lines) equations.across(line, def.sums ?? [], columns);
      return lines;
    }
  }
}

/** Income and spending are not below nothing; balances, what is carried over, and changes may be. */
function negatives(sheet: Sheet, drafts: readonly Draft[]): Statement[] {
  return drafts
    .filter(
      ({ amount, fact, label }) =>
        amount.value.lt(0) && !/结转|结余|分配|增减|增加|增长|变动|差额/.test(`${fact.indicator}${label}`),
    )
    .map(draft => ({
      ...remarkOn(
        'FRM-024',
        textAt(draft.printed, draft.place),
        { block: sheet.block, section: draft.section, quote: draft.quote },
        { name: draft.label, table: sheet.title },
        [draft],
      ),
      place: draft.place,
    }));
}

/** A table with functional or economic codes that neither its title nor its columns say the kind of. */
function looksStatutory(table: Table): boolean {
  return table.cells.filter(cell => /^(?:2\d{2}|30[123])(?:\d{2}){0,2}$/.test(cell.text.content.trim())).length >= 3;
}
