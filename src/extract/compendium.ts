import type { Block, Document, Notice, Place } from '../model/index.ts';
import { plain } from './plain.ts';
import { BODY } from './whose.ts';

/** One report of a file that holds several: whose it is, and its part of the document. */
export interface Part {
  readonly entity: string;
  readonly document: Document;
}

/** What stands behind «某局2023年度部门决算» in the title of a report. «汇编» is what the whole file is called. */
const CALLED = '(?:公开)?(?:信息|报告|报表|说明|情况|草案)*(?:公开|说明)?(?:（[^）]{0,20}）)?';
const LEVEL = '(?<level>部门|单位)?(?:收支)?[决预]算';
/** «某局2023年度部门决算», «2023年度某局部门决算», numbered or not. */
const HEADS: readonly RegExp[] = [
  new RegExp(
    `^(?:[一二三四五六七八九十百]{1,4}、|\\d{1,3}[.、．])?(?<entity>${BODY})(?:（[^）]{0,20}）)?20\\d{2}年度?${LEVEL}${CALLED}$`,
  ),
  new RegExp(
    `^(?:[一二三四五六七八九十百]{1,4}、|\\d{1,3}[.、．])?20\\d{2}年度?(?<entity>${BODY})(?:（[^）]{0,20}）)?${LEVEL}${CALLED}$`,
  ),
];
/** The same in two lines: the name alone, and under it «2023年度部门决算». */
const NAME = new RegExp(`^(?:[一二三四五六七八九十百]{1,4}、|\\d{1,3}[.、．])?(?<entity>${BODY})(?:（[^）]{0,20}）)?$`);
const UNDER = new RegExp(`^20\\d{2}年度?${LEVEL}${CALLED}$`);
/** Where a report begins to tell: «第一部分 …», «一、…». */
const BEGINS = /^(?:第[一1]部分|第[一1]章|一、)/;
const AMOUNT = /\d(?:万元|亿元|元)/;
/** Characters a title has at most, and blocks between a title and the first of its parts: contents, a cover. */
const LONGEST = 60;

/** A title, and the blocks up to the next body's title. */
interface Stretch {
  readonly entity: string;
  readonly level: string;
  readonly first: number;
  end: number;
}

/**
 * A compendium of reports (部门决算汇编) in its parts; undefined for a file of one report. A part begins where a body's name stands in
 * the title of a report and a report follows: numbered from its first part on, with amounts. A contents page has titles and nothing
 * behind them. Units that belong to a department (单位决算 within a 部门决算, bodies called after it) stay in its report.
 */
export function partsOf(document: Document): Part[] | undefined {
  const { blocks, notices } = document;
  const lines = blocks.map(lineOf);
  const stretches = joined(titlesIn(lines, blocks.length)).filter(one => isReport(lines, blocks, one));
  const kept = joined(extended(withoutUnits(stretches), blocks.length));
  const [first] = kept;
  const names = new Set(kept.map(({ entity }) => entity));
  if (!first || kept.length < 2 || names.size < kept.length) return undefined;
  if (kept.slice(1).every(({ entity }) => entity.startsWith(first.entity))) return undefined;
  const before = first.first > 0 && lines.slice(0, first.first).some(line => line !== null && AMOUNT.test(line));
  const starts = kept.map(one => (one === first && before ? 0 : one.first));
  return kept.map(({ entity, end }, i) => ({
    entity,
    document: {
      ...document,
      entity,
      title: lines[kept[i]!.first] ?? entity,
      blocks: blocks.slice(starts[i], end),
      notices: notices.filter(notice => placeIn(notice, blocks, [...starts.slice(1), blocks.length]) === i),
    },
  }));
}

/** A line of text that may be a title or tell an amount; null for what is no text. */
function lineOf(block: Block): string | null {
  return block.kind === 'heading' || block.kind === 'paragraph' ? plain(block.text).s : null;
}

function titlesIn(lines: readonly (string | null)[], end: number): Stretch[] {
  return lines.flatMap((line, i): Stretch[] => {
    if (line === null || line.length > LONGEST) return [];
    for (const form of HEADS) {
      const { entity, level = '' } = form.exec(line)?.groups ?? {};
      if (entity) return [{ entity, level, first: i, end }];
    }
    const { entity } = NAME.exec(line)?.groups ?? {};
    const under = entity ? UNDER.exec(lines[i + 1] ?? '') : null;
    return entity && under ? [{ entity, level: under.groups?.level ?? '', first: i, end }] : [];
  });
}

/** The titles of one body one after the other (its cover, its text, its tables) are those of one report. */
function joined(titles: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const title of titles) {
    const last = kept.at(-1);
    if (last && isSame(last.entity, title.entity)) continue;
    if (last) last.end = title.first;
    kept.push({ ...title });
  }
  return kept;
}

/** «某局» is what «某市某局» calls itself. */
const isSame = (a: string, b: string) => a.endsWith(b) || b.endsWith(a);

function isReport(lines: readonly (string | null)[], blocks: readonly Block[], { first, end }: Stretch): boolean {
  let begins = false;
  for (let i = first + 1; i < end; i++) {
    const line = lines[i];
    if (line === null || line === undefined) {
      if (begins && blocks[i]!.kind === 'table') return true;
    } else if (BEGINS.test(line)) begins = true;
    else if (begins && AMOUNT.test(line)) return true;
  }
  return false;
}

/** Units tell their 单位决算 within the 部门决算 that they belong to; a file of units alone is a compendium of them. */
function withoutUnits(stretches: readonly Stretch[]): Stretch[] {
  return stretches.some(({ level }) => level !== '单位') ? stretches.filter(({ level }) => level !== '单位') : [...stretches];
}

/** Up to the next one that is left: what stands between two reports belongs to the first. */
function extended(stretches: readonly Stretch[], end: number): Stretch[] {
  return stretches.map((one, i) => ({ ...one, end: stretches[i + 1]?.first ?? end }));
}

/** The part that a notice of the reader belongs to; what has no place goes to the first. */
function placeIn({ place }: Notice, blocks: readonly Block[], ends: readonly number[]): number {
  const key = (['page', 'paragraph', 'tableNumber', 'line'] as const).find(one => place?.[one] !== undefined);
  if (!key) return 0;
  const at = place![key]!;
  const last = blocks.findLastIndex(block => (placesOf(block)?.[key] ?? Number.POSITIVE_INFINITY) <= at);
  const nth = ends.findIndex(end => last < end);
  return last < 0 || nth < 0 ? 0 : nth;
}

function placesOf(block: Block): Partial<Place> | undefined {
  if (block.kind === 'heading' || block.kind === 'paragraph') return block.text.runs[0]?.place;
  return block.kind === 'table' ? block.cells[0]?.text.runs[0]?.place : undefined;
}
