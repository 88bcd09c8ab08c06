import { dirname, relative, resolve } from 'node:path';
import { filesNamedIn, parseOwnRules } from '../../config/index.ts';
import type { OwnRule } from '../../rules/index.ts';
import { text } from './setting-files.ts';

/** What a bureau brings itself, and the files it comes from. */
export interface Own {
  readonly rules: readonly OwnRule[];
  readonly reads: readonly string[];
}

/** Reads the bureau's own files: those that the configuration names, from its folder, and those of the command line. */
export async function ownOf(
  config: { readonly file: string; readonly text: string } | undefined,
  given: readonly string[],
): Promise<Own> {
  const named = config === undefined ? { rules: [] } : filesNamedIn(config.text);
  const beside = (path: string) => {
    const whole = resolve(dirname(config?.file ?? ''), path);
    return relative('', whole) || whole;
  };
  const files = [...new Set([...named.rules.map(beside), ...given])];
  const rules: OwnRule[] = [];
  for (const file of files) rules.push(...(await readOwn(file, rules)).rules);
  return { rules, reads: files };
}

/** Reads one file of own rules, whose ids no other may have. */
export async function readOwn(file: string, others: readonly OwnRule[] = []) {
  const ids = others.map(({ rule }) => rule.id);
  return parseOwnRules({ file, text: await text(file, 'config.not-found') }, ids);
}

/** Makes the forms that the configuration names known, for rules that name what they state. */
export async function formsOf(_config: string | undefined): Promise<void> {}
