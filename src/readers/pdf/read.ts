import {
  type Block,
  type Document,
  type Input,
  type Notice,
  Problem,
  type ReadOptions,
  type Recogniser,
} from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import { headingLevel } from '../parts/outline.ts';
import { fillGrids } from './grids/cells.ts';
import { gridsOf, withoutFrames } from './grids/grid.ts';
import { splitRows } from './grids/rows.ts';
import { findUnruled } from './grids/unruled.ts';
import { bindCaptions } from './items/captions.ts';
import { contentsOf } from './items/contents.ts';
import { joinParts } from './items/continued.ts';
import { type Drawn, drawnOf, type Item, tableOf } from './items/drawn.ts';
import { joinSideways } from './items/sideways.ts';
import { type PageLine, withoutFurniture } from './lines/furniture.ts';
import { type Line, linesOf, textOf } from './lines/lines.ts';
import { measuresOf, type Passage, passagesOf } from './lines/paragraphs.ts';
import { damageIn } from './page/damage.ts';
import { dropEngine, type OpenFile, openFile, startEngine } from './page/engine.ts';
import type { Page } from './page/geometry.ts';
import { fileNotices, isGarbled, isUnread, pageList, pageNotices } from './page/notices.ts';
import { scanPage } from './page/scan.ts';
import { withoutWatermarks } from './page/watermark.ts';
import { recognisePages } from './scanned/index.ts';
import { renderPage } from './scanned/render.ts';

/**
 * Reads a PDF: its text in the order in which it stands on the page, its drawn tables as grids.
 * Throws `reader.pdf.…` Problems for files that cannot be opened or carry no text at all; the rest becomes notices.
 */
export async function readPdf(input: Input, { ocr }: ReadOptions = {}): Promise<Document> {
  const { file, bytes } = input;
  const { pages: printed, notices } = guarded(file, await startEngine(), engine => scan(engine, bytes, file));
  const pages = ocr ? await recognised(input, printed, ocr) : printed;
  const unread = pages.filter(isUnread);
  if (unread.length > 0 && pages.every(page => page.chars.length === 0 || isUnread(page)))
    throw new Problem('reader.pdf.no-text', { pages: pageList(unread.map(page => page.number)), count: unread.length }, { file });
  if (pages.every(page => page.chars.length === 0)) throw new Problem('reader.pdf.blank', { count: pages.length }, { file });
  if (isGarbled(pages)) throw new Problem('reader.pdf.garbled', {}, { file });
  const { items, unplaced } = layOut(file, withoutWatermarks(pages));
  return { file, format: 'pdf', blocks: blocksOf(items), notices: [...notices, ...pageNotices(file, pages), ...unplaced] };
}

/** Pages without a usable text layer as they are recognised in their pictures; the file is opened anew for each, between long waits. */
async function recognised({ file, bytes }: Input, pages: readonly Page[], ocr: Recogniser): Promise<Page[]> {
  const garbled = isGarbled(pages);
  const isMeant = (page: Page) => isUnread(page) || (garbled && page.chars.length > 0);
  if (!pages.some(isMeant)) return [...pages];
  const engine = await startEngine();
  const shoot = (index: number) =>
    guarded(file, engine, () => {
      const open = openFile(engine, bytes, file);
      try {
        return renderPage(open, index);
      } finally {
        open.close();
      }
    });
  return recognisePages(pages, isMeant, shoot, ocr);
}

/** A file that makes PDFium itself fail is a damaged file, not a defect the user has to look at. */
function guarded<T>(file: string, engine: Engine, step: (engine: Engine) => T): T {
  try {
    return step(engine);
  } catch (error) {
    // WebAssembly.RuntimeError, which has no type of its own here
    if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error;
    dropEngine();
    throw new Problem('reader.pdf.damaged', {}, { file });
  }
}

type Engine = Awaited<ReturnType<typeof startEngine>>;

function scan(engine: Engine, bytes: Uint8Array, file: string): { pages: Page[]; notices: Notice[] } {
  const open = openFile(engine, bytes, file);
  try {
    const count = Math.min(open.pages, LIMITS.pages);
    const pages = scanAll(open, count, file);
    const notices = [...fileNotices(file, open, bytes), ...damageIn(file, open, bytes, pages)];
    if (open.pages > count)
      notices.push({ code: 'reader.pdf.too-many-pages', params: { read: count, total: open.pages }, place: { file } });
    return { pages, notices };
  } finally {
    open.close();
  }
}

/** A few bytes can name one page hundreds of times: what is read of all pages is fenced while they are read. */
function scanAll(open: OpenFile, count: number, file: string): Page[] {
  const pages: Page[] = [];
  let characters = 0;
  for (let index = 0; index < count; index++) {
    const page = scanPage(open, index);
    characters += page.seen.drawn;
    if (characters > LIMITS.characters)
      throw new Problem('reader.too-many-characters', { limit: LIMITS.characters }, { file, page: page.number });
    pages.push(page);
  }
  return pages;
}

/** Tables and paragraphs in reading order, captions bound, the parts of long tables joined. */
function layOut(file: string, pages: readonly Page[]): { items: Item[]; unplaced: Notice[] } {
  const tables: Drawn[] = [];
  const grids = withoutFrames(pages.map(gridsOf));
  const raw = pages.map((page, i) => {
    const { filled, rest } = fillGrids(page, grids[i]!);
    tables.push(...filled.map(one => drawnOf(file, splitRows(page, one))));
    return linesOf(page, rest).map(line => ({ line, plain: textOf(file, line).content }));
  });
  const drawnTo = (page: number) => grids[page]!.at(-1)?.ys.at(-1) ?? 0;
  const { tables: unruled, rest: lines, unread: odd } = findUnruled(withoutFurniture(raw), drawnTo);
  tables.push(...unruled.map(one => drawnOf(file, one)));
  const passages = passagesOf(file, lines, measuresOf(lines), linesAfterTables(lines, tables));
  const { items, unread } = joinSideways(bindCaptions(inOrder(passages, tables)));
  const tell = (code: string, found: readonly number[]): Notice[] =>
    found.length > 0 ? [{ code, params: { pages: pageList(found) }, place: { file, page: found[0]! } }] : [];
  const unplaced = [...tell('reader.pdf.unruled-table', odd), ...tell('reader.pdf.nameless-rows', unread)];
  return { items: joinParts(items), unplaced };
}

/** A grid with one filled cell is a frame around a text; one with none is a drawing or an empty form. */
function tableBlocks(item: Drawn): Block[] {
  const filled = item.cells.filter(({ text }) => text.content !== '');
  return filled.length > 1 ? [tableOf(item)] : filled.map(({ text }): Block => ({ kind: 'paragraph', text }));
}

/** The first line after each table: no paragraph goes on over a table. */
function linesAfterTables(pages: readonly (readonly PageLine[])[], tables: readonly Drawn[]): Set<Line> {
  const breaks = new Set<Line>();
  const all = pages.flat().map(({ line }) => line);
  for (const { first } of tables) {
    const next = all.find(({ page, base }) => page.number > first.page || (page.number === first.page && base > first.y));
    if (next) breaks.add(next);
  }
  return breaks;
}

function inOrder(passages: readonly Passage[], tables: readonly Drawn[]): Item[] {
  const startOf = (item: Item) =>
    item.kind === 'drawn' ? item.first : { page: item.lines[0]!.page.number, y: item.lines[0]!.base };
  return [...passages, ...tables].toSorted((a, b) => {
    const [x, y] = [startOf(a), startOf(b)];
    return x.page - y.page || x.y - y.y;
  });
}

/** Entries of the table of contents are paragraphs under its title, never headings. */
function blocksOf(items: readonly Item[]): Block[] {
  const contents = contentsOf(items);
  return items.flatMap((item, i): Block[] => {
    if (item.kind === 'drawn') return tableBlocks(item);
    const { text } = item;
    const isEntry = contents && i >= contents.first && i < contents.end;
    const level = !isEntry ? headingLevel(text.content) : i === contents.first && !/\d$/.test(text.content) ? 1 : null;
    return [level === null ? { kind: 'paragraph', text } : { kind: 'heading', level, text }];
  });
}
