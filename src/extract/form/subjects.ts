import { bareSubject, form, functionalCodes, functionalNames, outdatedNames } from '../../domain/index.ts';
import { type Block, distance, type Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { originOf, type Plain, plain } from '../plain.ts';
import { type PrintedSubjects, printedSubjects } from '../subject-names.ts';
import { remarkAt } from './remark.ts';

const MARKED =
  /(?<name>[^（）；，。：\d]{1,40}(?:（(?!\d*[类款项]）)[^（）；，。：]{1,12}）[^（）；，。：\d]{0,40})?)（\d*(?<mark>[类款项])）/g;
/** «住房公积金（项）（2210201）»: a name and its code. */
const CODED = /(?<name>[\u4e00-\u9fa5、]{2,30})(?:（[类款项]）)?[（(](?<code>2\d{4}(?:\d{2})?)[）)]/g;
/** «2210201住房公积金，年初预算 …»: the code before its name. */
const LED =
  /(?<![\d,])(?<code>2\d{4}(?:\d{2})?)\s?[-—]?\s?(?<name>[\u4e00-\u9fa5、]{2,30}?)(?=[，：；（(。\d]|年初预算|全年预算|支出决算|$)/g;
const LENGTH = { 类: 3, 款: 5, 项: 7 } as const;
/** Words before a name that do not belong to it. */
const BEFORE = /^(?:年度?|本年度?|全年|其中|包括|主要用于|用于|支出|和|及|与|的|[.．、\s—])+(?=.{2})/;
/** Where a sentence speaks of what a subject was called before. */
const RENAMED = /原|更名|改名|改为|改称|旧|曾|科目(?:名称)?(?:调整|变化|变更|修订)|同口径|上年科目/;

/** A 类, 款 or 项 that the text names with its mark. */
interface Told {
  readonly name: string;
  readonly level: keyof typeof LENGTH;
  readonly start: number;
  readonly end: number;
}

/**
 * Names of 类 and 款 in sentences: those of the year (FRM-021), and those of the report's own tables (FRM-029). A name that the tables
 * print is taken as it is; one that is told short, without «支出» or «的», is the same. A code told with a name is that of the name
 * (FRM-020).
 */
export function subjectNames(blocks: readonly Block[], narrative: Narrative, year: number | null): Remark[] {
  const printed = printedSubjects(blocks);
  const told = blocks.flatMap((block, i) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || narrative.sections.get(i)?.silent) return [];
    const text = plain(block.text);
    const said = (rule: string, one: { start: number; end: number }, params: Remark['params'], expected: string): Remark => {
      const [start, end] = originOf(text, one.start, one.end);
      const at = remarkAt(block.text, start, end, i, narrative.sections.get(i)?.title ?? '');
      return { ...at, rule, expected, params: { ...params, expected } };
    };
    const old =
      year === null ? [] : oldNames(text, year, printed).map(one => said('FRM-021', one, { ...one, year }, one.present));
    const marked = chainsOf(text).flatMap(chain => {
      const strange = strangerIn(chain, printed);
      const apart = strange.filter(({ one }) => !old.some(({ place }) => place.block === i && isWithin(text, one, place)));
      return [
        {
          holds: strange.length === 0,
          remarks: apart.map(({ one, expected }) => said('FRM-029', one, { name: one.name, level: one.level }, expected)),
        },
      ];
    });
    const coded = codedOf(text, printed).map(one => said('FRM-020', one, { ...one, year: year ?? '' }, one.own));
    return [{ old: [...old, ...coded], marked }];
  });
  const chains = told.flatMap(one => one.marked);
  // Where no name agrees, the tables are not those that the text speaks of.
  const apart = chains.length >= MANY && chains.every(one => !one.holds);
  return told.flatMap(({ old, marked }) => [...old, ...(apart ? [] : marked.flatMap(one => one.remarks))]);
}

const MANY = 3;

function isWithin(text: Plain, { start, end }: Told, { column, length }: Remark['place']): boolean {
  const [from, to] = originOf(text, start, end);
  return column !== undefined && column - 1 >= from && column - 1 + (length ?? 0) <= to;
}

/** «A（类）B（款）C（项）»: names that stand one behind the other. */
function chainsOf({ s }: Plain): Told[][] {
  const chains: Told[][] = [];
  let end = -1;
  for (const match of s.matchAll(MARKED)) {
    const level = match.groups!.mark as Told['level'];
    const full = match.groups!.name!;
    const name = full.replace(BEFORE, '');
    const start = match.index + full.length - name.length;
    const told = { name, level, start, end: match.index + full.length };
    const last = chains.at(-1)?.at(-1);
    if (last && end === match.index && LENGTH[last.level] < LENGTH[level]) chains.at(-1)!.push(told);
    else chains.push([told]);
    end = match.index + match[0].length;
  }
  return chains;
}

/** Names of a chain that the tables do not have, where they tell what should stand there. */
function strangerIn(chain: readonly Told[], printed: PrintedSubjects): { one: Told; expected: string }[] {
  const row = rowOf(chain, printed);
  return chain.flatMap(one => {
    if (one.level === '项') return [];
    const length = LENGTH[one.level];
    const names = [...printed].filter(([code]) => code.length === length);
    if (!names.length) return elsewhere(chain, one);
    if (names.some(([, name]) => isSame(name, one.name))) return row ? misplaced(one, row, printed) : elsewhere(chain, one);
    const own = row && printed.get(row.slice(0, length));
    const known = functionalCodes(one.name)
      .map(code => printed.get(code))
      .find(name => name !== undefined);
    const near = names.map(([, name]) => name).filter(name => isSlip(name, one.name));
    const expected =
      own ??
      (known && functionalCodes(one.name).every(code => code.length === length) ? known : undefined) ??
      (near.length === 1 ? near[0] : undefined);
    return expected === undefined || isSame(expected, one.name) ? [] : [{ one, expected }];
  });
}

/** A 类 or 款 of the classification that has no such item, where every body has the item and it stands under one 款 only. */
function elsewhere(chain: readonly Told[], one: Told): { one: Told; expected: string }[] {
  const item = chain.find(({ level }) => level === '项');
  const codes = item ? functionalCodes(item.name).filter(code => code.length === 7) : [];
  const length = LENGTH[one.level];
  const above = [...new Set(codes.map(code => code.slice(0, length)))];
  const own = functionalCodes(one.name).filter(code => code.length === length);
  const [code] = above;
  if (!code || above.length > 1 || !form.ownItems.includes(code.slice(0, 3)) || item!.name.startsWith('其他')) return [];
  if (!own.length || own.includes(code)) return [];
  return [{ one, expected: functionalNames(code)[0]!.name }];
}

/** Codes beside a name that is another code's, in the tables or in the classification. */
function codedOf(
  { s }: Plain,
  printed: PrintedSubjects,
): { name: string; code: string; own: string; start: number; end: number }[] {
  return [...s.matchAll(CODED), ...s.matchAll(LED)].flatMap(match => {
    const { name, code } = match.groups as { name: string; code: string };
    const names = [...(printed.has(code) ? [printed.get(code)!] : []), ...functionalNames(code).map(one => one.name)];
    const [own] = names;
    if (own === undefined || names.some(one => isSame(one, name) || isSlip(one, name))) return [];
    const others = [...functionalCodes(name), ...[...printed].flatMap(([other, at]) => (isSame(at, name) ? [other] : []))];
    const isOthers = others.some(other => other !== code && other.length === code.length);
    const start = match.index + match[0].lastIndexOf(code);
    return isOthers ? [{ name, code, own, start, end: start + code.length }] : [];
  });
}

/** A 类 or 款 that the tables have, but not above this item. */
function misplaced(one: Told, row: string, printed: PrintedSubjects): { one: Told; expected: string }[] {
  const own = printed.get(row.slice(0, LENGTH[one.level]));
  return own === undefined || isSame(own, one.name) ? [] : [{ one, expected: own }];
}

/** The code of the one row that bears the name of a chain's item. */
function rowOf(chain: readonly Told[], printed: PrintedSubjects): string | null {
  const item = chain.find(one => one.level === '项');
  if (!item) return null;
  const rows = [...printed].filter(([code, name]) => code.length === 7 && bareSubject(name) === bareSubject(item.name));
  const fits = (code: string) =>
    chain.every(one => one.level === '项' || isSame(printed.get(code.slice(0, LENGTH[one.level])) ?? '', one.name));
  return rows.length === 1 && !rows.some(([code]) => fits(code)) ? rows[0]![0] : null;
}

/** Equal, or one of them cut short, or what is told has words before it. */
function isSame(own: string, told: string): boolean {
  const [a, b] = [bareSubject(own), bareSubject(told)];
  return a === b || (b.length > 1 && a.startsWith(b)) || (a.length > 1 && (b.startsWith(a) || b.endsWith(a)));
}

/** One name with a character put wrong, or two of a long one; a short form leaves more out. */
function isSlip(one: string, other: string): boolean {
  const [a, b] = [bareSubject(one), bareSubject(other)];
  const apart = distance(a, b);
  return Math.min(a.length, b.length) >= 4 && (apart === 1 || (apart === 2 && a.length === b.length && a.length >= 7));
}

interface Old {
  readonly code: string;
  readonly name: string;
  readonly present: string;
  readonly start: number;
  readonly end: number;
}

/** Names of former years where a subject is named: by its mark, by its amount, or at the head of a line. */
function oldNames({ s }: Plain, year: number, printed: PrintedSubjects): Old[] {
  const found: Old[] = [];
  for (const { code, name, until } of outdatedNames) {
    if (until >= year || [...printed.values()].some(one => bareSubject(one) === bareSubject(name))) continue;
    const present = printed.get(code) ?? functionalNames(code)[0]?.name ?? '';
    const bare = name.replace(/支出$/, '');
    for (let at = s.indexOf(bare); at >= 0; at = s.indexOf(bare, at + bare.length)) {
      const end = at + bare.length + (s.startsWith('支出', at + bare.length) ? 2 : 0);
      if (!isNamed(s, at, end, bare) || found.some(one => one.start <= at && end <= one.end)) continue;
      if (!isOfThisYear(s, at, until)) continue;
      found.push({ code, name: s.slice(at, end), present, start: at, end });
    }
  }
  return found;
}

/** Long names are nobody else's; short ones (农业, 文化) are a subject's only with its mark. */
function isNamed(s: string, start: number, end: number, bare: string): boolean {
  const after = s.slice(end, end + 24);
  const before = s.slice(Math.max(0, start - 4), start);
  if (bare.length < 6) return /(?:^|[）。；，、：\d.])$/.test(before) && /^（\d*[类款]）/.test(after);
  return /^(?:（\d*[类款项]）|（\d+）)?(?:支出|决算|数|为|：|共)*[\d（]|^（\d*[类款项]）/.test(after);
}

function isOfThisYear(s: string, at: number, until: number): boolean {
  const from = Math.max(s.lastIndexOf('。', at), s.lastIndexOf('；', at)) + 1;
  const stop = /[。；]/.exec(s.slice(at))?.index ?? s.length - at;
  const sentence = s.slice(from, at + stop);
  const years = [...sentence.matchAll(/(?<!\d)(20\d{2})年/g)].map(match => Number(match[1]));
  const clause = s.slice(Math.max(from, s.lastIndexOf('，', at) + 1), at);
  return !RENAMED.test(sentence) && !years.some(one => one <= until) && !/上年|去年|上一年/.test(clause);
}
