import {
  bareSubject,
  type CodeName,
  classificationNames,
  economicNames,
  functionalNames,
  outdatedNames,
} from '../../../domain/index.ts';
import type { Remark } from '../../../model/index.ts';
import type { Line, Sheet } from '../forms/sheet.ts';
import { remarkOn } from './remark.ts';

const known = new Set(classificationNames.map(bareSubject));

/**
 * Codes and names of one table: a name that is another code's, an old name, a code without the codes above it, a code told twice.
 * What the classification does not have is not judged. `told`: what other tables have already given rise to.
 */
export function codeRemarks(sheet: Sheet, lines: readonly Line[], told: Set<string>): Remark[] {
  const coded = lines.filter(line => line.code !== '' && !line.implied);
  return [
    ...lines.flatMap(line => (line.role === 'function' ? oldNameRemark(sheet, line, told) : [])),
    ...coded.flatMap(line => nameRemark(sheet, line, told)),
    ...(sheet.def.shape === 'economic' ? [] : parentRemarks(sheet, coded)),
    ...duplicates(sheet, coded),
  ];
}

function nameRemark(sheet: Sheet, line: Line, told: Set<string>): Remark[] {
  const names = sheet.def.shape === 'economic' ? economicNames(line.code) : functionalNames(line.code);
  const own = bareSubject(line.name);
  const [present] = names;
  if (!present || !own || names.some(one => valid(one, sheet.year) && alike(bareSubject(one.name), own))) return [];
  const former = names.find(one => alike(bareSubject(one.name), own));
  if (!former && !known.has(own)) return [];
  const rule = former ? 'FRM-021' : 'FRM-020';
  const key = `${line.code} ${own}`;
  if (told.has(key)) return [];
  told.add(key);
  const { code, name } = line;
  return [remark(rule, sheet, line, { code, name, year: sheet.year ?? '' }, present.name)];
}

/** A 类 that a list without codes tells an amount of by the name of former years. */
function oldNameRemark(sheet: Sheet, line: Line, told: Set<string>): Remark[] {
  const own = bareSubject(line.name);
  const former = outdatedNames.find(one => one.code.length === 3 && bareSubject(one.name) === own);
  const isUsed = [...line.figures.values()].some(({ amount }) => !amount.value.eq(0));
  if (!former || sheet.year === null || sheet.year <= former.until || !isUsed || told.has(`${former.code} ${own}`)) return [];
  told.add(`${former.code} ${own}`);
  const [present] = functionalNames(former.code);
  return [remark('FRM-021', sheet, line, { code: former.code, name: line.name, year: sheet.year }, present?.name)];
}

const valid = ({ until }: CodeName, year: number | null) => until === undefined || year === null || year <= until;

/** Equal, or one of them cut short. */
function alike(name: string, own: string): boolean {
  return name === own || (own.length > 3 && name.startsWith(own)) || (name.length > 3 && own.startsWith(name));
}

/** Where a table shows 类 at all, every code has those above it. */
function parentRemarks(sheet: Sheet, coded: readonly Line[]): Remark[] {
  const codes = new Set(coded.map(line => line.code));
  if (![...codes].some(code => code.length === 3)) return [];
  const seen = new Set<string>();
  return coded.flatMap(line => {
    const parent = line.code.slice(0, -2);
    if (line.code.length < 5 || codes.has(parent) || seen.has(parent)) return [];
    seen.add(parent);
    return [remark('FRM-022', sheet, line, { code: line.code, name: line.name, parent, table: sheet.title })];
  });
}

function duplicates(sheet: Sheet, coded: readonly Line[]): Remark[] {
  const alike = new Map<string, Line[]>();
  for (const line of coded) {
    const same = alike.get(line.code);
    if (same) same.push(line);
    else alike.set(line.code, [line]);
  }
  return [...alike].flatMap(([code, { 1: second, length: count }]) =>
    second ? [remark('FRM-023', sheet, second, { code, count, table: sheet.title })] : [],
  );
}

function remark(rule: string, sheet: Sheet, line: Line, params: Record<string, string | number>, expected?: string): Remark {
  const { grid, block, section } = sheet;
  const at = { block, section: section || sheet.title, quote: grid.quote(line.row), ...(expected ? { expected } : {}) };
  const text = line.at?.cell.text ?? grid.row(line.row)[0]!.cell.text;
  return remarkOn(rule, text, at, params, []);
}
