import type { Block, Fact, Notice, Statement, Unread } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import type { Draft } from '../narrative/topics.ts';
import type { Placed } from './finding/continued.ts';
import { titledAs } from './finding/recognise.ts';
import { hasLost, looksStatutory, otherOf, type Surroundings, sheetOf, tablesIn, usualUnit } from './finding/sheets.ts';
import { countedAsNothing, countStatements, countsAmong, readCounts } from './forms/counts.ts';
import { Equations } from './forms/equations.ts';
import { type Form, readForm } from './forms/index.ts';
import { Collector, type Sheet } from './forms/sheet.ts';
import type { Grid } from './grid/grid.ts';
import { comparedLines } from './plain/comparing.ts';
import { draftsOf, readPlain } from './plain/index.ts';
import { settleNamed } from './plain/named.ts';
import { quantityColumns } from './plain/quantities.ts';
import { codeRemarks } from './together/codes-form.ts';
import { completeness, emptyWithNote } from './together/completeness.ts';
import { restoreZeros } from './together/decimals.ts';
import { listedSubjects } from './together/listed.ts';
import { putInPlace } from './together/misplaced.ts';
import { negatives } from './together/negatives.ts';
import { setStrangersApart } from './together/strangers.ts';
import type { Movable } from './together/twins.ts';
import { mendUnits } from './together/units.ts';

/** What the tables of a report state. */
export interface Tables {
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
  readonly unread: readonly Unread[];
  /** What cells state that hold no number. */
  readonly lost: readonly Fact[];
  /** Statutory tables that are empty and say so. */
  readonly empty: readonly string[];
}

/** A statutory table that was read. */
interface Statutory extends Movable {
  readonly sheet: Sheet;
  readonly collect: Collector;
  readonly form: Form;
  /** Sums with blanks are not judged: cells of its sheet could not be read. */
  readonly lossy: boolean;
}

/**
 * Reads every table that is not yet `taken`: the statutory ones by their form, any other by its words alone; then what only several
 * of them, or they and the text, can tell.
 */
export function readTables(
  blocks: readonly Block[],
  narrative: Narrative,
  year: number | null,
  taken: ReadonlySet<number>,
  notices: readonly Notice[],
): Tables {
  const tables = tablesIn(blocks, taken);
  const around: Surroundings = { blocks, narrative, year, usual: usualUnit(tables) };
  const read = tables.map(placed => readStatutory(placed, around, notices));
  const statutory = read.filter(one => one !== null);
  const rest = tables.filter((_, i) => read[i] === null);
  const others = tables.map((placed, i) => (read[i] ? null : otherOf(placed, around)));
  const unformed = others.filter(one => one !== null);
  const plain = unformed.map(one => readPlain(one, narrative.sections.get(one.block)?.scope ?? null, year, narrative.planned));

  const mended = mendTogether(statutory, narrative);
  settleNamed(
    plain.map(one => one.named),
    [...narrative.drafts, ...statutory.flatMap(one => one.drafts)],
  );

  const isLent = mayBeLent(narrative, blocks);
  const stated = statutory.map(one => stateForm(one, blocks, narrative, isLent));
  const titled = new Set([
    ...tables.flatMap(
      ([table, i], n) => titledAs(table, (read[n]?.sheet ?? others[n]!).grid, blocks, i, narrative.planned)?.key ?? [],
    ),
  ]);
  const unknown = rest.filter(([table]) => looksStatutory(table)).length;
  const whole = completeness(blocks, narrative, statutory, titled, notices, unknown);
  const told = new Set<string>();
  return {
    drafts: [...statutory.flatMap(one => one.drafts), ...stated.flatMap(one => one.counts), ...plain.flatMap(draftsOf)],
    statements: [
      ...statutory.flatMap(({ sheet, form }) => codeRemarks(sheet, form.lines, told)),
      ...stated.flatMap(one => one.statements),
      ...mended,
      ...plain.flatMap(one => one.statements),
      ...plain.flatMap(one => countStatements(one.counted, narrative, year)),
      ...whole.remarks,
    ],
    unread: [...stated.flatMap(one => one.unread), ...plain.flatMap(one => one.unread), ...whole.unread],
    lost: statutory.flatMap(one => one.collect.lost),
    empty: emptyWithNote(statutory),
  };
}

/** Null: no form of a statutory table, or its figures stand in no place that the form of its title has. */
function readStatutory(placed: Placed, around: Surroundings, notices: readonly Notice[]): Statutory | null {
  const sheet = sheetOf(placed, around);
  if (!sheet) return null;
  const collect = new Collector(sheet);
  const one: Statutory = {
    sheet,
    collect,
    form: readForm(sheet, collect),
    drafts: collect.drafts,
    lossy: hasLost(placed[0], notices),
  };
  // A form that takes none of the amounts that stand there is not the table's.
  if (!one.drafts.length && (hasAmounts(sheet.grid) || quantityColumns(sheet.grid, sheet.head))) return null;
  const isMisread = one.drafts.length > 0 && one.drafts.every(draft => !draft.fact.indicator) && !sumsOf(one).statements.length;
  return isMisread ? null : one;
}

/** Cars may be hired, or gone by the end of the year, and a report says so. */
const mayBeLent = (narrative: Narrative, blocks: readonly Block[]): boolean =>
  blocks.some((block, i) => block.kind === 'paragraph' && !narrative.sections.get(i)?.silent && LENT.test(block.text.content));
const LENT = /车[^。；]{0,20}(?:租|借|调拨|报废|封存|拍卖|上缴|收回|移交|划转|平台|改革)|(?:租|借|平台|改革)[^。；]{0,12}车/;

const hasAmounts = (grid: Grid): boolean =>
  Array.from({ length: grid.rows }, (_, row) => grid.row(row)).some(row => row.some(({ s }) => /^[\d,]+\.\d{2}$/.test(s)));

/** What only tables beside each other and the text tell: whose they are, in which unit, with how many decimals. */
function mendTogether(statutory: readonly Statutory[], narrative: Narrative): Statement[] {
  setStrangersApart(statutory);
  const units = mendUnits(statutory, narrative.drafts);
  restoreZeros(statutory);
  return [...units, ...putInPlace(statutory)];
}

function sumsOf({ sheet, form, lossy }: Statutory): Equations {
  const equations = new Equations(sheet, lossy);
  form.equate(equations);
  return equations;
}

/** What one statutory table says by its form. */
function stateForm(one: Statutory, blocks: readonly Block[], narrative: Narrative, isLent: boolean) {
  const { sheet, collect, form, lossy } = one;
  // What nothing was moved in was asked for its sums already.
  const equations = (lossy ? null : one.equations) ?? sumsOf(one);
  const counts = readCounts(sheet);
  return {
    statements: [
      ...listedSubjects(sheet, form.lines, blocks, narrative),
      ...equations.statements,
      ...comparedLines(form.lines),
      ...negatives(one),
      ...(isLent ? [] : countedAsNothing(counts, form.lines)),
      ...countStatements(counts.length ? counts : countsAmong(sheet, collect.drafts), narrative, sheet.year),
    ],
    counts: counts.map(count => count.draft),
    unread: [...collect.unread, ...equations.unchecked],
  };
}
