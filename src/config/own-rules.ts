import { parse } from 'yaml';
import { compileOwn, loadRules, type OwnRule, ownRulesSchema, type WrittenRule } from '../rules/index.ts';
import { type Located, ofFile, openWith, raiseSorted, type Source } from './mistakes.ts';

/** The rules of a bureau's file, and what each was written as (its examples). */
export interface OwnRules {
  readonly file: string;
  readonly rules: readonly (OwnRule & { readonly written: WrittenRule })[];
}

/**
 * Reads a file of a bureau's own rules. Throws a Problem with every mistake in it, each with line, column and what was probably meant.
 * `taken`: ids that other files have.
 */
export function parseOwnRules(source: Source, taken: readonly string[] = []): OwnRules {
  try {
    return parsed(source, taken);
  } catch (error) {
    throw ofFile('rules', error);
  }
}

function parsed(source: Source, taken: readonly string[]): OwnRules {
  const opened = openWith(source, ownRulesSchema);
  const mistakes: Located[] = [...opened.mistakes];
  const builtIn = new Set(loadRules().rules.map(rule => rule.id));
  const seen = new Set(taken);
  const list = (opened.plain as { rules?: unknown } | null)?.rules;
  const rules = (Array.isArray(list) ? list : []).flatMap((written: WrittenRule | null, i) => {
    if (typeof written !== 'object' || written === null) return [];
    const { id } = written;
    if (typeof id === 'string' && (builtIn.has(id) || seen.has(id)))
      mistakes.push(opened.at(builtIn.has(id) ? 'rule.taken' : 'rule.twice', { rule: id }, ['rules', i, 'id']));
    if (typeof id === 'string') seen.add(id);
    const { rule, mistakes: found } = compileOwn(written);
    for (const { path, code, params, within, key } of found)
      mistakes.push(opened.at(code, params, ['rules', i, ...path], within, key));
    return rule ? [{ ...rule, written }] : [];
  });
  raiseSorted(mistakes);
  return { file: source.file, rules };
}

/** The files a configuration names, read before all else of it: whatever is wrong with it is told later. */
export function filesNamedIn(text: string): { readonly rules: readonly string[]; readonly forms: readonly string[] } {
  const named = (data: unknown): string[] =>
    [data].flat().filter(one => typeof one === 'string' && one.trim() !== '') as string[];
  try {
    const data: Readonly<Record<string, unknown>> | null = parse(text, { logLevel: 'silent' });
    return { rules: named(data?.['own-rules']), forms: named(data?.['own-forms']) };
  } catch {
    return { rules: [], forms: [] };
  }
}
