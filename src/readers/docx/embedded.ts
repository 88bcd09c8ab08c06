import { type Block, type Cell, type Chart, type Notice, type Place, Problem, type Text } from '../../model/index.ts';
import { openCompound } from '../parts/cfb.ts';
import type { Flow } from '../parts/flow.ts';
import { LIMITS } from '../parts/limits.ts';
import type { Package, Relation } from '../parts/package.ts';
import { isZip } from '../parts/zip.ts';
import { xls } from '../xls.ts';
import { xlsx } from '../xlsx/index.ts';
import { readWorkbook } from '../xlsx/read.ts';

/** What the workbooks embedded in a Word file show, by the id of their relation. */
export type Embedded = ReadonlyMap<string, EmbeddedWorkbook>;

export interface EmbeddedWorkbook {
  /** What stands on the page: the sheet that was open last. */
  readonly shown: readonly Block[];
  /** All visible sheets, for a workbook that stands there as an icon. */
  readonly whole: readonly Block[];
  /** The names of the visible sheets that are not on the page. */
  readonly behind: readonly string[];
  /** What its reader remarked on in the sheets that are shown. */
  readonly notices: readonly Notice[];
}

/** Reads the embedded workbooks; those that cannot be read are not in the map. */
export async function readEmbedded(file: string, pkg: Package, relations: ReadonlyMap<string, Relation>): Promise<Embedded> {
  const found = new Map<string, EmbeddedWorkbook>();
  let budget: number = LIMITS.cells;
  for (const [id, { type, target, external }] of relations) {
    if (external || (type !== 'package' && type !== 'oleObject')) continue;
    try {
      const bytes = workbookIn(file, pkg.promisedBytes(target));
      const workbook = bytes && (await read(file, bytes));
      if (!workbook) continue;
      budget -= workbook.whole.reduce((sum, block) => sum + (block.kind === 'table' ? block.cells.length : 1), 0);
      if (budget < 0) break;
      found.set(id, workbook);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return found;
}

/** An object of a newer Excel lies in the «Package» stream of a compound file, if not by itself. */
function workbookIn(file: string, bytes: Uint8Array | undefined): Uint8Array | undefined {
  if (!bytes || isZip(bytes)) return bytes;
  const compound = openCompound({ file, bytes });
  return compound?.stream('Package') ?? (compound ? bytes : undefined);
}

async function read(file: string, bytes: Uint8Array): Promise<EmbeddedWorkbook | undefined> {
  const input = { file, bytes };
  if (xlsx.recognises(input)) {
    const { document, active } = await readWorkbook(input);
    const onPage = (block: Block) => active === undefined || sheetOf(block) === active;
    const behind = new Set(document.blocks.filter(block => !onPage(block)).flatMap(block => sheetOf(block) ?? []));
    const notices = document.notices.filter(({ place }) => active === undefined || place?.sheet === active);
    return { shown: document.blocks.filter(onPage), whole: document.blocks, behind: [...behind], notices };
  }
  if (!xls.recognises(input)) return undefined;
  const { blocks, notices } = await xls.read(input);
  return { shown: blocks, whole: blocks, behind: [], notices };
}

function sheetOf(block: Block): string | undefined {
  return textsOf(block)[0]?.runs[0]?.place.sheet;
}

function textsOf(block: Block): readonly Text[] {
  if (block.kind === 'table') return block.cells.map(cell => cell.text);
  if (block.kind === 'chart') return block.points.map(point => point.label);
  return block.kind === 'facts' ? [] : [block.text];
}

/** A block with the places of its texts changed; those of cells by their row and column. */
export function relocated(block: Block, at: (place: Place, row?: number, col?: number) => Place): Block {
  const text = (one: Text, row?: number, col?: number): Text => ({
    ...one,
    runs: one.runs.map(run => ({ ...run, place: at(run.place, row, col) })),
  });
  if (block.kind === 'facts') return block;
  if (block.kind === 'chart') {
    const points: Chart['points'] = block.points.map(({ label, value }) => ({ label: text(label), value: text(value) }));
    return { ...block, points, ...(block.title ? { title: text(block.title) } : {}) };
  }
  if (block.kind !== 'table') return { ...block, text: text(block.text) };
  const cells = block.cells.map((cell): Cell => ({ ...cell, text: text(cell.text, cell.row, cell.col) }));
  return {
    ...block,
    cells,
    notes: block.notes.map(one => text(one)),
    ...(block.title ? { title: text(block.title) } : {}),
  };
}

/** Blocks of another document as the flow of this one. */
export function flowOf(block: Block): Flow[] {
  if (block.kind === 'table' || block.kind === 'chart') return [block];
  if (block.kind === 'facts') return [];
  return [{ kind: 'line', text: block.text, ...(block.kind === 'heading' ? { level: block.level } : {}) }];
}
