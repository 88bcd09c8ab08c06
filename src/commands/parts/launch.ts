import { Problem } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { problemWords } from '../../reporters/parts/problems.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { commands } from '../index.ts';
import { coloured, columns, print, tell } from './output.ts';
import { Parser } from './parser.ts';
import { version } from './version.ts';

/** Parses the arguments, runs the command that is meant and gives its exit code; every mistake is told, none is thrown. */
export async function launch(given: readonly string[], lang: Lang): Promise<number> {
  // «audit help check» is what many people try first
  const argv = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
  let code = argv.length === 0 ? 2 : 0;
  const texts: string[] = [];
  const output = { writeOut: (text: string) => void texts.push(text), writeErr: (text: string) => void texts.push(text) };
  try {
    const program = new Parser('audit', lang).language().version(version, '-V, --version', say(lang, 'cli.version'));
    const wanted = commands.filter(command => argv.includes(command.name));
    for (const command of wanted.length > 0 ? wanted : commands) {
      const { declare } = await command.load();
      program.addCommand(await declare(lang, settled => (code = settled)), { hidden: command.hidden === true });
    }
    for (const one of [program, ...program.commands]) {
      one.configureOutput({ ...output, getOutHelpWidth: columns, getOutHasColors: () => coloured(null) });
    }
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    code = await failed(error, lang, argv.includes('--debug'));
  }
  try {
    if (texts.length > 0) await print(texts.join(''));
  } catch (error) {
    code = await failed(error, lang);
  }
  return code;
}

/** Tells what went wrong and gives the exit code. */
export async function failed(error: unknown, lang: Lang, debug = false): Promise<number> {
  // commander leaves this way after help and version
  if ((error as { code?: string }).code?.startsWith('commander.')) return (error as { exitCode: number }).exitCode === 0 ? 0 : 2;
  if (error instanceof Problem) await tell(problemWords(error.place?.file ?? '', error, lang));
  else {
    const { message = String(error), stack = '' } = error instanceof Error ? error : {};
    await tell(say(lang, 'cli.defect', { reason: clean(message) }));
    await tell(say(lang, debug ? 'cli.trace' : 'cli.no-trace', { trace: stack }));
  }
  return 2;
}
