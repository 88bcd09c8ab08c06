import { fits, type StatutoryTable, statutory } from '../../../domain/index.ts';
import type { Block, Notice, Remark, Text, Unread } from '../../../model/index.ts';
import type { Narrative } from '../../narrative/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { plain } from '../../plain.ts';
import { byTitle } from '../finding/recognise.ts';
import type { Sheet } from '../forms/sheet.ts';
import { remarkOn } from './remark.ts';

/** A statutory table that was found, with its figures. */
export interface FoundTable {
  readonly sheet: Sheet;
  readonly drafts: readonly Draft[];
}

export interface Completeness {
  readonly remarks: readonly Remark[];
  readonly unread: readonly Unread[];
}

/** Notices of what may hold a table that was not read: a table that is not found may be one of them. */
const UNREAD = [
  'audit.without-file',
  'reader.attachments',
  'reader.embedded-document',
  'reader.embedded-object',
  'reader.embedded-workbook',
  'reader.hidden-sheet',
  'reader.part-damaged',
  'reader.part-missing',
  'reader.pictures',
  'reader.scattered',
  'reader.sheet-lost',
  'reader.strings-lost',
  'reader.pdf.pictures',
  'reader.pdf.pages-without-text',
  'reader.ofd.pages-without-text',
  'reader.pdf.unruled-table',
  'reader.pdf.cut',
  'reader.pdf.damaged-data',
  'reader.pdf.uncounted-pages',
  'reader.pdf.too-many-pages',
];
/** What there may be nothing of: «无政府性基金收支», «没有国有资本经营预算资金». */
const MONEY = '(?:收入|支出|收支|拨款|资金|经费|预算)';
const DENIED = new RegExp(`(?:无|没有|未(?:安排|发生|使用)|不涉及)(?:使用|安排|发生|取得)?[^，]{0,24}${MONEY}`);
const NOUGHT = new RegExp(`${MONEY}数?(?:为|是)?0$`);
const NOTHING = new RegExp(statutory.nothing.join('|'));
/** Forms that stand for one another: of these, one is enough where only one is listed. */
const SAME: Readonly<Record<string, string>> = { T9s: 'T9', T5f: 'T5', B2c: 'B2', B5f: 'B5', B6f: 'B6' };

/**
 * Whether the tables that the report lists are there, and whether empty ones fit what the text says. `titled`: what
 * stands under its title, although not in a form that is known. `unknown`: tables with codes that were not recognised; a listed table
 * may be one of them.
 */
export function completeness(
  blocks: readonly Block[],
  narrative: Narrative,
  found: readonly FoundTable[],
  titled: ReadonlySet<string>,
  notices: readonly Notice[],
  unknown: number,
): Completeness {
  const missing = missingTables(blocks, narrative, found, titled);
  const unseen = found.length === 0 || unknown >= missing.length || notices.some(notice => UNREAD.includes(notice.code));
  if (unseen && missing.length) {
    const [first] = missing;
    const why = found.length === 0 ? 'extract.why.no-tables' : 'extract.why.table-missing';
    const params = { tables: missing.map(one => one.def.name) };
    return { remarks: [], unread: [{ place: first!.remark.place, printed: first!.remark.printed, why, params }] };
  }
  // Tables that are all empty are a blank form, but where they say themselves that there is nothing.
  const isForm = found.every(one => one.drafts.length === 0);
  const judged = isForm ? found.filter(one => noteIn(one.sheet) !== undefined) : found;
  const empty = judged.flatMap(one => emptyTable(one, blocks, narrative));
  return { remarks: [...missing.map(one => one.remark), ...empty], unread: [] };
}

function missingTables(
  blocks: readonly Block[],
  narrative: Narrative,
  found: readonly FoundTable[],
  titled: ReadonlySet<string>,
) {
  const keys = [...found.map(({ sheet }) => sheet.def.key), ...titled];
  const there = new Set(keys.flatMap(key => [key, SAME[key] ?? key]));
  const listed = new Map<string, { def: StatutoryTable; remark: Remark }>();
  blocks.forEach((block, i) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return;
    const title = titleIn(block.text, narrative.planned);
    const def = title ? byTitle(title, narrative.planned) : null;
    if (!def || listed.has(def.key) || (narrative.planned && def.measure !== '预算')) return;
    const section = narrative.sections.get(i)?.title ?? '';
    const remark = remarkOn('FRM-030', block.text, { block: i, section }, { table: def.name });
    listed.set(def.key, { def, remark });
  });
  const both = (key: string) =>
    Object.entries(SAME).some(([one, other]) => listed.has(one) && listed.has(other) && (key === one || key === other));
  return [...listed.values()].filter(({ def: { key } }) => !there.has(key) && (both(key) || !there.has(SAME[key] ?? key)));
}

/** The title of a table on a line of its own, or in a table of contents: without ordinals, leaders and page numbers. */
function titleIn(text: Text, planned: boolean): string | null {
  if (text.content.length > 200) return null;
  const s = plain(text).s.replace(/[.．·…\s-]{0,200}\d{0,8}-?$/, '');
  const title = s.replace(/^(?:[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十\d]+）|\d+[、.]|附?表?\d+[:：、.]?)+/, '');
  const closing = planned ? /(?:预算|支出|收入|收支|总|经费|情况)表(?:（[^（）]*）)?$/ : /决算(?:明细|总)?表$/;
  return title.length <= 40 && closing.test(title) ? title : null;
}

function emptyTable({ sheet, drafts }: FoundTable, blocks: readonly Block[], narrative: Narrative): Remark[] {
  const { def, block } = sheet;
  const at = { block, section: sheet.section };
  const title = sheet.caption ?? titleText(blocks[block]!);
  const hasAmounts = drafts.some(draft => !draft.amount.value.eq(0));
  const denied = def.nothing ? denials(def, blocks, narrative, block) : [];
  if (hasAmounts) {
    // «无…支出» denies what was spent; a budget may have been there all the same.
    const filled = drafts.filter(({ amount, fact }) => !amount.value.eq(0) && fact.measure === (def.measure ?? '决算'));
    const [denial] = denied;
    if (!denial || !filled.length) return [];
    const place = { ...at, block: denial.block, section: narrative.sections.get(denial.block)?.title ?? '' };
    // One amount shows that there are some; the others are in no doubt.
    return [remarkOn('FRM-035', denial.text, place, { table: sheet.title, name: def.name }, filled.slice(0, 1))];
  }
  // Zeros are figures: a table full of them is not empty, and is held against the text number by number.
  if (!title || drafts.length) return [];
  const stated = statedOf(def);
  const told = narrative.drafts.filter(
    ({ fact, amount }) => amount.kind === 'money' && fact.period === sheet.year && stated.has(`${fact.indicator}|${fact.scope}`),
  );
  const levels = told.filter(
    ({ amount, fact }) => !amount.value.eq(0) && (fact.measure === '决算' || fact.measure?.endsWith('预算')),
  );
  if (levels.length)
    return [
      remarkOn(
        'FRM-033',
        title,
        { ...at, quote: levels[0]!.quote },
        { table: sheet.title, told: levels[0]!.printed, name: levels[0]!.label },
        levels.slice(0, 6),
      ),
    ];
  // Tables of parts that stay out of the text (no projects, nothing of the fund for travel) are as empty as these parts may be.
  const hasText = narrative.drafts.length > 0;
  if (!hasText || def.key === 'T7g' || def.key === 'P5' || told.length || denied.length || noteIn(sheet) !== undefined) return [];
  return [remarkOn('FRM-031', title, at, { table: sheet.title, name: def.name })];
}

/** The tables of a report that has nothing else than empty ones, each with a word that there is nothing; none where one lacks it. */
export function emptyWithNote(found: readonly FoundTable[]): readonly string[] {
  const isExplained = ({ sheet, drafts }: FoundTable) => !drafts.length && noteIn(sheet) !== undefined;
  return found.every(isExplained) ? found.map(({ sheet }) => sheet.title) : [];
}

/** The word under (or in the last rows of) a table that there is nothing of it. */
function noteIn({ notes, grid, head }: Sheet): string | undefined {
  const rows = Array.from({ length: grid.rows - head }, (_, i) => grid.row(head + i).filter(one => one.s));
  const lines = rows.flatMap(cells => (cells.length === 1 && cells[0]!.s.length > 5 ? [cells[0]!.s] : []));
  return [...notes, ...lines].find(note => NOTHING.test(note));
}

function titleText(block: Block): Text | null {
  if (block.kind !== 'table') return null;
  return block.title ?? block.cells.find(cell => cell.text.content.trim())?.text ?? null;
}

/** indicator|scope of all that a table states in its totals. */
function statedOf(def: StatutoryTable): ReadonlySet<string> {
  const stated = [...(def.columns ?? []), ...(def.left ?? []), ...(def.right ?? [])].map(({ of }) => of);
  const subjects = def.shape === 'travel' ? statutory.travel.map(one => ({ indicator: one.indicator })) : [];
  return new Set(
    [...stated, ...subjects].flatMap(of =>
      of?.indicator ? [`${of.indicator}|${def.scope ?? ('scope' in of ? of.scope : '')}`] : [],
    ),
  );
}

/** Sentences that say that there is nothing of what a table holds: «本部门无政府性基金预算财政拨款收入和支出». */
function denials(
  def: StatutoryTable,
  blocks: readonly Block[],
  narrative: Narrative,
  own: number,
): { text: Text; block: number }[] {
  return blocks.flatMap((block, i) => {
    const isNote = i === own && block.kind === 'table';
    if (isNote) return block.notes.filter(note => denies(note, def)).map(text => ({ text, block: i }));
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent || !denies(block.text, def)) return [];
    return [{ text: block.text, block: i }];
  });
}

function denies(text: Text, def: StatutoryTable): boolean {
  const sentences = plain(text).s.split(/[。；]/);
  return sentences.some(
    sentence =>
      fits(sentence, def.nothing!) &&
      new RegExp(MONEY).test(sentence) &&
      !/\d(?:万元|元)|的部门/.test(sentence) &&
      (DENIED.test(sentence) || NOUGHT.test(sentence)),
  );
}
