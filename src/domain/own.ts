import * as v from 'valibot';
import { MEASURES, SCOPES } from '../model/index.ts';
import { type Indicator, indicatorList, type Wording, words } from './index.ts';
import { type StatutoryTable, statutory } from './tables.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const texts = v.array(text);
const some = v.array(v.union([text, texts]));
const test = { has: some, not: v.optional(texts) };
const scope = v.optional(v.picklist(SCOPES));
const stated = v.strictObject({ indicator: v.optional(text), scope });
const sum = v.strictObject({ rule: text, total: texts, parts: texts, needs: v.optional(texts) });
const line = v.strictObject({ role: text, names: texts, after: v.optional(text), of: v.optional(stated, {}) });
const table = v.strictObject({
  key: text,
  like: v.optional(text),
  name: text,
  title: v.strictObject(test),
  header: v.optional(some),
  heads: v.optional(some),
  unlike: v.optional(texts),
  shape: v.optional(v.picklist(['sides', 'codes', 'economic', 'travel', 'details'])),
  scope,
  of: v.optional(stated),
  columns: v.optional(v.array(v.strictObject({ key: text, ...test, of: v.optional(stated) }))),
  columnSums: v.optional(v.array(sum)),
  sums: v.optional(v.array(sum)),
  left: v.optional(v.array(line)),
  right: v.optional(v.array(line)),
  functions: v.optional(v.picklist(['right'])),
  nothing: v.optional(v.strictObject(test)),
  measure: v.optional(v.picklist(MEASURES)),
});

/** The wordings of narratives that are plain lists of words, and so can be added to. */
export const WORDINGS = (Object.keys(words) as (keyof Wording)[]).filter(key => Array.isArray(words[key]));

/** A file of a province's own forms: tables, wordings, names of indicators. */
export const ownFormsSchema = v.strictObject({
  tables: v.optional(v.array(table)),
  wording: v.optional(v.strictObject(v.entriesFromList(WORDINGS, v.optional(texts)))),
  indicators: v.optional(v.record(text, texts)),
});
export type OwnForms = v.InferOutput<typeof ownFormsSchema>;

let isRead = false;

/** From here on the words are made into patterns, and what is added would be seen by nobody. */
export function closeForms(): void {
  isRead = true;
}

/** Adds a province's forms to those that are known; they come before them. Only before the first report is read. */
export function extend({ tables = [], wording = {}, indicators = {} }: OwnForms): void {
  if (isRead) throw new Error('forms are added before the road is loaded');
  const known = statutory.tables as StatutoryTable[];
  const made = tables.map(({ like, ...own }) => {
    const { header: _, ...form } = known.find(({ key }) => key === like) ?? {};
    return { ...form, ...withoutAbsent(own) } as StatutoryTable;
  });
  known.unshift(...made);
  for (const [key, list = []] of Object.entries(wording)) add(words[key as keyof Wording] as string[], list);
  const own = indicatorList as Record<string, Indicator>;
  for (const [name, list] of Object.entries(indicators)) {
    own[name] ??= { names: [name] };
    add(own[name].names as string[], list);
  }
}

function add(list: string[], more: readonly string[]): void {
  for (const one of more) if (!list.includes(one)) list.push(one);
}

const withoutAbsent = <T extends object>(one: T) =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
