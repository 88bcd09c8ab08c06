import type { Lang } from '../reporters/parts/words/index.ts';
import { print } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import scripts from './parts/shells.yaml';

/** `audit completion SHELL`: prints the script that completes commands, options and their values in a shell. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const shells = scripts as Readonly<Record<string, string>>;
  return new Parser('completion', lang)
    .oneOf('<shell>', 'cli.completion.shell', Object.keys(shells))
    .language()
    .action(async (shell: string) => {
      await print(shells[shell]!);
      settle(0);
    });
}
