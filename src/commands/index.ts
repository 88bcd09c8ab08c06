import type { Lang } from '../reporters/parts/words/index.ts';
import type { Parser } from './parts/parser.ts';

/** A subcommand. Its action hands the exit code to `settle`. */
export interface CommandModule {
  declare(lang: Lang, settle: (code: number) => void): Promise<Parser>;
}

export interface CommandEntry {
  readonly name: string;
  /** Run by the tool's own scripts, not by people. */
  readonly hidden?: true;
  load(): Promise<CommandModule>;
}

/** Only a list, in the order of the help text. Loaded one at a time, so that small commands start fast. */
export const commands: readonly CommandEntry[] = [
  { name: 'check', load: () => import('./check.ts') },
  { name: 'watch', load: () => import('./watch.ts') },
  { name: 'overview', load: () => import('./overview.ts') },
  { name: 'merge', load: () => import('./merge.ts') },
  { name: 'annotate', load: () => import('./annotate.ts') },
  { name: 'page', load: () => import('./page.ts') },
  { name: 'diff', load: () => import('./diff.ts') },
  { name: 'figures', load: () => import('./figures.ts') },
  { name: 'rules', load: () => import('./rules.ts') },
  { name: 'explain', load: () => import('./explain.ts') },
  { name: 'init', load: () => import('./init.ts') },
  { name: 'schema', load: () => import('./schema.ts') },
  { name: 'completion', load: () => import('./completion.ts') },
  { name: 'complete', hidden: true, load: () => import('./complete.ts') },
];
