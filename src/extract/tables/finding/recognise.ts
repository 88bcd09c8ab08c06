import { fits, type StatutoryTable, statutory } from '../../../domain/index.ts';
import type { Block, Scope, Table } from '../../../model/index.ts';
import { plain } from '../../plain.ts';
import { type Grid, headOf, wordsOf } from '../grid/grid.ts';

/** What table this is, and the words it was recognised by. */
export interface Recognised {
  readonly def: StatutoryTable;
  readonly title: string;
  /** The number it bears: 公开05表. */
  readonly number?: string;
}

/** The whole of the subjects of T7. */
const ALL_TRAVEL = '三公经费';
const META =
  /单位[：:]|^公开|^(?:财决|Z)附?\d{1,2}(?:-\d{1,2})?表$|^(?:部门|单位|编制单位|公开部门|填报单位)|^\d{4}年度?$|^[一二三四五六七八九十\d]+[、.]?$|^附?(?:表|件)[一二三四五六七八九十\d]+(?:-[-\d]*)?[：:]?$/;
/** A line above a table that is not its title: its number, its unit, whose it is. */
export const isMeta = (text: string): boolean => META.test(text);
const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Recognises a statutory table by its title, the line before it or its first rows; without a title, by its header. Null: another table.
 * `planned`: it stands in a budget, whose titles need not say so.
 */
export function recognise(table: Table, grid: Grid, blocks: readonly Block[], index: number, planned = false): Recognised | null {
  const number = numberOf(grid, blocks, index);
  const numbered = number === undefined ? {} : { number };
  for (const title of titlesOf(table, grid, blocks, index)) {
    const def = namedBy(title.s, planned).find(one => hasColumns(one, grid));
    if (def) return { def, title: clean(title.printed), ...numbered };
  }
  const words = wordsOf(grid);
  const codes = codesIn(words);
  const isHeader = ({ header, unlike = [], shape }: StatutoryTable) =>
    header && fits(words, { has: header, not: unlike }) && (codes.length < 2 || shape === 'codes');
  const def = statutory.tables.find(isHeader) ?? byBudget(words, codes);
  return def ? { def, title: def.name, ...numbered } : null;
}

const NUMBER = /公开\s?\d{1,2}(?:-\d{1,2})?\s?表/;

/** The number a table bears in its first rows or in the lines above it. */
function numberOf(grid: Grid, blocks: readonly Block[], index: number): string | undefined {
  const inside = [0, 1, 2, 3].flatMap(row => (row < grid.rows ? grid.row(row).map(one => one.s) : []));
  const above: string[] = [];
  for (let i = index - 1; i >= Math.max(0, index - 4); i--) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') break;
    above.push(plain(block.text).s);
  }
  const found = [...inside, ...above].filter(text => text.length <= 60).map(text => NUMBER.exec(text)?.[0]);
  return found.find(Boolean)?.replace(/\s/g, '');
}

/** A table by function without a title, by the budget that its codes belong to. */
function byBudget(words: string, codes: readonly string[]): StatutoryTable | undefined {
  const form = codes.length > 1 ? statutory.untitled.find(one => fits(words, one)) : undefined;
  if (!form) return undefined;
  const budgets = Object.entries(statutory.budgets) as [Scope, readonly string[]][];
  const budgetOf = (code: string): Scope =>
    budgets.find(([, own]) => own.some(one => code.startsWith(one)))?.[0] ?? '一般公共预算';
  const scopes = [...new Set(codes.map(budgetOf))];
  const key = form.tables[scopes.length > 1 ? '财政拨款' : scopes[0]!];
  return statutory.tables.find(one => one.key === key);
}

const FUND = /(?:一般公共|公共|政府性基金|国有资本经营|国有资本)预算(?:财政拨款)?/g;

/** The statutory table that the title of a table names, whatever its columns are. */
export function titledAs(
  table: Table,
  grid: Grid,
  blocks: readonly Block[],
  index: number,
  planned: boolean,
): StatutoryTable | undefined {
  return titlesOf(table, grid, blocks, index).flatMap(title => namedBy(title.s, planned).slice(0, 1))[0];
}

/** The statutory table a title names, or null. */
export function byTitle(title: string, planned = false): StatutoryTable | null {
  return namedBy(title, planned)[0] ?? null;
}

/** All tables that a title may name, the likeliest first: provinces give one name to forms with different columns. */
function namedBy(title: string, planned = false): readonly StatutoryTable[] {
  if (title.length > 60 || /[。；]/.test(title)) return [];
  const isBudget = planned || title.replace(FUND, '').includes('预算');
  return statutory.tables.filter(one => (one.measure !== '预算' || isBudget) && fits(title, one.title));
}

function titlesOf(table: Table, grid: Grid, blocks: readonly Block[], index: number): { s: string; printed: string }[] {
  const texts = table.title ? [table.title] : [];
  // «表1», «部门：…», «金额单位：万元» may all stand between a title and its table.
  for (let i = index - 1; i >= Math.max(0, index - 5); i--) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') break;
    const { s } = plain(block.text);
    if (s.length > 60) break;
    texts.push(block.text);
    if (!isMeta(s)) break;
  }
  for (let r = 0; r < Math.min(3, grid.rows); r++) {
    const filled = grid.row(r).filter(one => one.s);
    if (filled.length && filled.length <= 2 && filled[0]!.s.length > 4) texts.push(filled[0]!.cell.text);
  }
  return texts.map(text => ({ s: plain(text).s.replace(/^[一二三四五六七八九十\d]+[、.]/, ''), printed: text.content }));
}

/** The title may be another table's (a list of tables, a sentence): columns of its kind must be there. */
function hasColumns(def: StatutoryTable, grid: Grid): boolean {
  if (grid.rows < 2 || grid.cols < 2) return false;
  const words = wordsOf(grid);
  switch (def.shape) {
    case 'travel':
      return statutory.travel.some(subject => subject.indicator !== ALL_TRAVEL && subject.indicator && fits(words, subject));
    case 'economic':
      return /工资福利|商品和服务|基本工资|办公费|印刷费|邮电费|差旅费/.test(words);
    case 'sides':
      return (
        !isByCodes(words) &&
        [def.left, def.right].every(side => !side || side.some(line => line.names.some(name => words.includes(name))))
      );
    case 'details':
      return /合计/.test(words) && /工资福利|商品和服务|资本性/.test(words);
    case 'codes':
      if (def.heads && (!fits(headWordsOf(grid), { has: def.heads }) || tellsMeasures(grid))) return false;
      return (def.columns ?? []).some(({ has }) => fits(headWordsOf(grid), { has }));
  }
}

/** «预算数 …», «决算数 …» below each other: rows of one thing's budget and outcome, no list. */
function tellsMeasures(grid: Grid): boolean {
  const rows = Array.from({ length: grid.rows - headOf(grid) }, (_, i) => grid.row(headOf(grid) + i)[0]?.s ?? '');
  return rows.length > 0 && rows.every(name => MEASURES.test(name));
}

const MEASURES = /^(?:年初|全年|调整后?|本年|上年|20\d{2}年度?)?(?:预算|决算|执行)数?$/;

/** Columns 类 | 款 | 项, or functional codes of 款 and 项 in some cells. */
export function isByCodes(words: string): boolean {
  if (/(?:^|\|)类\|?款\|?项/.test(words)) return true;
  return codesIn(words).length > 1;
}

/** Codes of 款 and 项, as they stand, before a name, or divided into 类 | 款 | 项. */
function codesIn(words: string): string[] {
  return [...words.matchAll(/(?:^|\|)(?<code>2\d{2}\|?\d{2}(?:\|?\d{2})?)(?![\d.,])/g)].map(match =>
    match.groups!.code!.replaceAll('|', ''),
  );
}

/** The words of a table's header; of all of it, where none is seen. */
function headWordsOf(grid: Grid): string {
  const head = headOf(grid);
  const words = Array.from({ length: head }, (_, row) => grid.row(row).map(({ s }) => s)).flat();
  return words.length ? words.join('|') : wordsOf(grid);
}
