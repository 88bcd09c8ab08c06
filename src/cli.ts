import { version } from './commands/parts/version.ts';
import type { Lang } from './reporters/parts/words/index.ts';

/** Runs the tool with its arguments (without node and the script) and gives the exit code; never ends the process itself. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === '--version' || argv[0] === '-V') {
    const { print } = await import('./commands/parts/output.ts');
    try {
      await print(`${version}\n`);
      return 0;
    } catch (error) {
      const { failed } = await import('./commands/parts/launch.ts');
      return failed(error, languageOf(argv));
    }
  }
  const { launch } = await import('./commands/parts/launch.ts');
  return launch(argv, languageOf(argv));
}

/** The language has to be known before the first word, so it is looked for before the arguments are parsed. */
function languageOf(argv: readonly string[]): Lang {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}
