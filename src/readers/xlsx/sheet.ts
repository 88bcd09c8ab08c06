import { SaxesParser } from 'saxes';
import { Problem } from '../../model/index.ts';
import { shifted } from '../parts/formulas.ts';
import { LIMITS } from '../parts/limits.ts';
import { cellAt, type Merge } from '../parts/sheet.ts';
import { local } from '../parts/xml.ts';

/** A cell as it is stored: `value` is the cached value, undefined when there is none. */
export interface RawCell {
  readonly row: number;
  readonly col: number;
  readonly type: string;
  readonly style: number;
  readonly value: string | undefined;
  readonly formula: string | undefined;
}

/** A sheet part as it is stored. `drawing`: the id of the relation to what lies on it. */
export interface RawSheet {
  readonly cells: RawCell[];
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly hiddenCols: Set<number>;
  drawing?: string;
}

const on = (value: string | undefined) => value === '1' || value === 'true';

/**
 * Reads a sheet part in one pass (ECMA-376 part 1, 18.3); only cells that are there cost anything, whatever dimension the sheet
 * claims. `budget` is how many cells the whole workbook may still have. Throws `reader.damaged-part`, `reader.too-many-cells`,
 * `reader.entities`.
 */
export function readSheetPart(
  bytes: Uint8Array,
  { file, part }: { readonly file: string; readonly part: string },
  budget: number,
): RawSheet {
  const sheet: RawSheet = { cells: [], merges: [], hiddenRows: new Set(), hiddenCols: new Set() };
  const hidden: Range[] = [];
  const shared = new Map<string, { readonly formula: string; readonly row: number; readonly col: number }>();
  let row = -1;
  let col = -1;
  let cell:
    | { type: string; style: number; value: string | undefined; formula: string | undefined; si: string | undefined }
    | undefined;
  let collecting: 'v' | 'f' | 't' | undefined;
  let phonetic = false;
  let text = '';
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw new Problem('reader.entities', {}, { file });
  });
  parser.on('opentag', tag => {
    const attrs = tag.attributes as Record<string, string>;
    switch (local(tag.name)) {
      case 'row':
        row = attrs.r ? Number(attrs.r) - 1 : row + 1;
        col = -1;
        if (on(attrs.hidden)) sheet.hiddenRows.add(row);
        break;
      case 'c': {
        const named = attrs.r ? cellAt(attrs.r) : undefined;
        col = named?.col ?? col + 1;
        cell = { type: attrs.t ?? 'n', style: Number(attrs.s ?? 0), value: undefined, formula: undefined, si: undefined };
        if (sheet.cells.length >= budget) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file });
        break;
      }
      case 'f':
        if (cell) cell.si = attrs.t === 'shared' ? attrs.si : undefined;
        collecting = 'f';
        text = '';
        break;
      case 'v':
        collecting = 'v';
        text = '';
        break;
      case 't':
        if (cell?.type === 'inlineStr' && !phonetic) collecting = 't';
        text = '';
        break;
      case 'rPh':
        phonetic = true;
        break;
      case 'mergeCell':
        merge(sheet, attrs.ref ?? '');
        break;
      case 'drawing':
        sheet.drawing = attrs[Object.keys(attrs).find(name => local(name) === 'id') ?? ''] ?? '';
        break;
      case 'col':
        if (on(attrs.hidden)) hidden.push([Number(attrs.min) - 1, Math.min(Number(attrs.max), LIMITS.columns)]);
        break;
    }
  });
  parser.on('closetag', tag => {
    switch (local(tag.name)) {
      case 'rPh':
        phonetic = false;
        break;
      case 'v':
        if (cell && text !== '') cell.value = text;
        break;
      case 't':
        if (cell && collecting === 't') cell.value = (cell.value ?? '') + text;
        break;
      case 'f': {
        if (!cell) break;
        const master = cell.si === undefined ? undefined : shared.get(cell.si);
        cell.formula = text === '' && master ? shifted(master.formula, row - master.row, col - master.col) : text;
        if (text !== '' && cell.si !== undefined) shared.set(cell.si, { formula: text, row, col });
        break;
      }
      case 'c':
        if (cell && (cell.value !== undefined || cell.formula !== undefined)) sheet.cells.push({ row, col, ...cell });
        cell = undefined;
        break;
    }
    collecting = undefined;
  });
  const add = (more: string) => {
    if (collecting) text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)).close();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('reader.damaged-part', { part }, { file });
  }
  sheet.cells.sort((a, b) => a.row - b.row || a.col - b.col);
  for (const col of within(hidden)) sheet.hiddenCols.add(col);
  return sheet;
}

/** From one index up to, but not including, another. */
type Range = readonly [from: number, to: number];

/** What lies in any of the ranges, each index once, however often a file names the same ones. */
function* within(ranges: readonly Range[]): Iterable<number> {
  let next = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0]))
    for (next = Math.max(next, from); next < to; next++) yield next;
}

function merge(sheet: RawSheet, ref: string): void {
  const [from, to] = ref.split(':').map(cellAt);
  if (!from || !to || to.row < from.row || to.col < from.col) return;
  sheet.merges.push({ row: from.row, col: from.col, rowSpan: to.row - from.row + 1, colSpan: to.col - from.col + 1 });
}
