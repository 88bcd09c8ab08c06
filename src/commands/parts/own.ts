import { dirname, relative, resolve } from 'node:path';
import { filesNamedIn, parseForms, parseOwnRules } from '../../config/index.ts';
import { extend } from '../../domain/own.ts';
import { digest } from '../../model/index.ts';
import type { OwnRule } from '../../rules/index.ts';
import { configFile, text } from './setting-files.ts';

/** What a bureau brings itself, and the files it comes from. */
export interface Own {
  readonly rules: readonly OwnRule[];
  readonly reads: readonly string[];
  /** By what the forms are known; '' for none. */
  readonly formsKey: string;
}

type Source = { readonly file: string; readonly text: string } | undefined;

/** Reads the bureau's own files: those that the configuration names, from its folder, and those of the command line. */
export async function ownOf(config: Source, given: readonly string[]): Promise<Own> {
  // A rule may name what a form states.
  const forms = await extended(config);
  const files = [...new Set([...named(config, 'rules'), ...given])];
  const rules: OwnRule[] = [];
  for (const file of files) rules.push(...(await readOwn(file, rules)).rules);
  const texts: string[] = [];
  for (const form of forms) texts.push(await text(form, 'config.not-found'));
  return { rules, reads: [...forms, ...files], formsKey: texts.length === 0 ? '' : digest(texts.join('\n')) };
}

/** Reads one file of own rules, whose ids no other may have. */
export async function readOwn(file: string, others: readonly OwnRule[] = []) {
  const ids = others.map(({ rule }) => rule.id);
  return parseOwnRules({ file, text: await text(file, 'config.not-found', 'rules') }, ids);
}

/** Makes the forms that the configuration names known, where nothing else of it is asked for. */
export async function formsOf(config: string | undefined): Promise<void> {
  const file = await configFile(config);
  await extended(file === undefined ? undefined : { file, text: await text(file, 'config.not-found') });
}

let known = new Set<string>();

/** Each file once: a second run in one process knows them already. */
async function extended(config: Source): Promise<readonly string[]> {
  const files = named(config, 'forms');
  for (const file of files.filter(one => !known.has(resolve(one)))) {
    extend(parseForms({ file, text: await text(file, 'config.not-found', 'forms') }));
    known = known.add(resolve(file));
  }
  return files;
}

function named(config: Source, kind: 'rules' | 'forms'): string[] {
  if (!config) return [];
  return filesNamedIn(config.text)[kind].map(path => {
    const whole = resolve(dirname(config.file), path);
    return relative('', whole) || whole;
  });
}
