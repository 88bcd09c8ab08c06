import type { Measure, Scope } from '../model/index.ts';
import budgetTables from './budget-tables.yaml';
import economicCodes from './economic.yaml';
import functionalData from './functional.yaml';
import data from './tables.yaml';

/** Words that must all occur; of a list among them, one. */
export type Words = readonly (string | readonly string[])[];

export interface WordTest {
  readonly has: Words;
  readonly not?: readonly string[];
}

/** What a column or a line states. */
export interface Stated {
  readonly indicator?: string;
  readonly scope?: Scope;
}

export interface TableColumn extends WordTest {
  readonly key: string;
  readonly of?: Stated;
}

/** Which columns, or which roles of lines, make up which. */
export interface TableSum {
  readonly rule: string;
  readonly total: readonly string[];
  readonly parts: readonly string[];
  /** Asked for only where the form has all of these. */
  readonly needs?: readonly string[];
  /** Asked for only where the form has none of these. */
  readonly lacks?: readonly string[];
}

/** A row of «三公» tables that counts things, and what the text calls it. */
export interface TravelCount extends WordTest {
  readonly key: string;
  readonly told: WordTest;
  /** What its row is called where a column says that it counts. */
  readonly row?: string;
  readonly units: readonly string[];
  readonly within?: string;
  /** Lines whose money it is spent with: none of the one, none of the other. */
  readonly money?: readonly string[];
}

export interface TableLine {
  readonly role: string;
  readonly names: readonly string[];
  readonly after?: string;
  readonly of: Stated;
}

/** One statutory table (tables.yaml). */
export interface StatutoryTable {
  readonly key: string;
  readonly name: string;
  readonly title: WordTest;
  readonly header?: Words;
  /** Words that its header must have, whatever its title says. */
  readonly heads?: Words;
  readonly unlike?: readonly string[];
  readonly shape: 'sides' | 'codes' | 'economic' | 'travel' | 'details';
  readonly scope?: Scope;
  /** What a table of the shape `economic` is of, where it is not 基本支出. */
  readonly of?: Stated;
  readonly columns?: readonly TableColumn[];
  readonly columnSums?: readonly TableSum[];
  /** Which lines are a part of which, by their roles. */
  readonly within?: readonly (readonly [part: string, whole: string])[];
  /** Its rows may count people, vehicles, visits. */
  readonly counts?: boolean;
  readonly sums?: readonly TableSum[];
  readonly left?: readonly TableLine[];
  readonly right?: readonly TableLine[];
  readonly projects?: boolean;
  readonly functions?: 'right';
  readonly nothing?: WordTest;
  /** What its amounts are where no header says it; absent: 决算. */
  readonly measure?: Measure;
  readonly balance?: { readonly rule: string; readonly in: readonly string[]; readonly out: readonly string[] };
}

/** Tables without a title: by the budget of their codes (tables.yaml). */
export interface UntitledTables extends WordTest {
  readonly tables: Readonly<Partial<Record<Scope, string>>>;
}

interface EconomicGroup {
  readonly names: readonly string[];
  readonly classes?: readonly string[];
  readonly indicator: string;
}

export interface TravelSubject extends WordTest {
  readonly key: string;
  readonly indicator?: string;
  /** Of whose money it is, where not of the table's. */
  readonly scope?: Scope;
}

/** All statutory tables and the words of their headers and rows. */
export interface StatutoryTables {
  readonly tables: readonly StatutoryTable[];
  readonly untitled: readonly UntitledTables[];
  readonly budgets: Readonly<Partial<Record<Scope, readonly string[]>>>;
  readonly economic: Readonly<Record<'staff' | 'public' | 'all', EconomicGroup>>;
  readonly travel: readonly TravelSubject[];
  /** Full forms of T1 and T4 have a third list; any other numbered line in it is of the nature of expenditure as well. */
  readonly thirdList: readonly TableLine[];
  readonly thirdSums: readonly TableSum[];
  readonly travelCounts: readonly TravelCount[];
  readonly travelSums: readonly TableSum[];
  /** Rows under a count that tell its kinds: how their names end, and that of the last, with which the list is whole. */
  readonly countSums: readonly { readonly total: string; readonly parts: string; readonly last: string }[];
  readonly measures: Readonly<Partial<Record<Measure, readonly string[]>>>;
  readonly totals: readonly string[];
  readonly numbering: readonly string[];
  readonly within: readonly string[];
  readonly nothing: readonly string[];
}

/** A name of a code; `until`: the last year in which it was valid. */
export interface CodeName {
  readonly name: string;
  readonly until?: number;
}

interface Classification {
  readonly classes?: Readonly<Record<string, string>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly former: Readonly<Record<string, readonly CodeName[]>>;
}

/** A form of budgets: as one of final accounts, but for what it says itself. */
interface BudgetTable extends Partial<StatutoryTable> {
  readonly like?: string;
}

const accounts = data as StatutoryTables;
const budgets = (budgetTables as { readonly tables: readonly BudgetTable[] }).tables.map(({ like, ...own }): StatutoryTable => {
  const { header: _, ...form } = accounts.tables.find(one => one.key === like) ?? {};
  return { ...form, measure: '预算', ...own } as StatutoryTable;
});

// A title that names a budget is a budget's before a wider one of final accounts may take it.
export const statutory: StatutoryTables = { ...accounts, tables: [...budgets, ...accounts.tables] };
const functional = functionalData as Classification;
const economic = economicCodes as Classification;

function namesIn({ classes, codes, former }: Classification, code: string): readonly CodeName[] {
  const name = codes[code] ?? classes?.[code];
  return [...(name === undefined ? [] : [{ name }]), ...(former[code] ?? [])];
}

/** Every name a functional code (类 3, 款 5, 项 7 digits) is known to have had, the present one first; empty: not known. */
export const functionalNames = (code: string): readonly CodeName[] => namesIn(functional, code);

/** The functional codes (类, 款, 项) that a name belongs to or once did; names are compared as `bareSubject` gives them. */
export const functionalCodes = (name: string): readonly string[] => codesByName.get(bareSubject(name)) ?? [];

/** Economic 类 by code. */
export const economicClasses: ReadonlyMap<string, readonly CodeName[]> = new Map(
  Object.keys(economic.codes)
    .filter(code => code.length === 3)
    .map(code => [code, namesIn(economic, code)]),
);

/** Every name an economic code (类 3, 款 5 digits) is known to have had, the present one first; empty: not known. */
export const economicNames = (code: string): readonly CodeName[] => namesIn(economic, code);

/** The economic 款 that a name belongs to among what basic expenditure has; names are compared as `bareSubject` gives them. */
export const economicItem = (name: string): string | undefined => itemsByName.get(bareSubject(name));

/** Names that functional codes bore up to a year, the longest first. */
export const outdatedNames: readonly { readonly code: string; readonly name: string; readonly until: number }[] = Object.entries(
  functional.former,
)
  .flatMap(([code, names]) => names.flatMap(({ name, until }) => (until === undefined ? [] : [{ code, name, until }])))
  .sort((a, b) => b.name.length - a.name.length);

const namesOf = ({ classes = {}, codes, former }: Classification) => [
  ...Object.values(classes),
  ...Object.values(codes),
  ...Object.values(former).flatMap(list => list.map(one => one.name)),
];

/** A subject's name as names are compared: without brackets, blanks, «的», «、» and «支出» at the end. */
export const bareSubject = (name: string): string => name.replace(/[（）()、的\s]/g, '').replace(/支出$/, '');

const codesByName = new Map<string, string[]>();
for (const code of new Set(Object.keys({ ...functional.classes, ...functional.codes, ...functional.former })))
  for (const { name } of namesIn(functional, code)) {
    const codes = codesByName.get(bareSubject(name)) ?? [];
    codesByName.set(bareSubject(name), codes.includes(code) ? codes : [...codes, code]);
  }

/** 基本建设 (309) and its kin have names of their own for the same things. */
const itemsByName = new Map(
  Object.entries(economic.codes).flatMap(([code, name]) =>
    /^(?:30[123]|310)\d\d$/.test(code) ? [[bareSubject(name), code] as const] : [],
  ),
);

/** All names of either classification. */
export const classificationNames: readonly string[] = [...namesOf(functional), ...namesOf(economic)];

/** Whether all words of a test occur in a text (plain form), and none of the others. */
export function fits(text: string, test: WordTest): boolean {
  return (
    test.has.every(word => (typeof word === 'string' ? text.includes(word) : word.some(one => text.includes(one)))) &&
    !test.not?.some(word => text.includes(word))
  );
}
