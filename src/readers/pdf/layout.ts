import { type Block, type Document, type Format, type Notice, Problem } from '../../model/index.ts';
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
import type { Page } from './page/geometry.ts';
import { isGarbled, isUnread, pageList, pageNotices } from './page/notices.ts';
import { withoutWatermarks } from './page/watermark.ts';

/**
 * Pages on which characters and rules stand, as a document: text in the order in which it is read, drawn tables as grids. Whichever
 * format the pages come from. Throws `reader.pdf.no-text`, `reader.pdf.blank`, `reader.pdf.garbled`.
 */
export function documentOf(file: string, format: Format, pages: readonly Page[], notices: readonly Notice[]): Document {
  const unread = pages.filter(isUnread);
  if (unread.length > 0 && pages.every(page => page.chars.length === 0 || isUnread(page)))
    throw new Problem('reader.pdf.no-text', { pages: pageList(unread.map(page => page.number)), count: unread.length }, { file });
  if (pages.every(page => page.chars.length === 0)) throw new Problem('reader.pdf.blank', { count: pages.length }, { file });
  if (isGarbled(pages)) throw new Problem('reader.pdf.garbled', {}, { file });
  const { items, unplaced } = layOut(file, withoutWatermarks(pages));
  return { file, format, blocks: blocksOf(items), notices: [...notices, ...pageNotices(file, pages), ...unplaced] };
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
