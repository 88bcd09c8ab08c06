import type { Lang } from '../reporters/parts/words/index.ts';
import { say } from '../reporters/parts/words/index.ts';
import { commands } from './index.ts';
import { type Candidate, candidatesAt, fitting, positionals } from './parts/candidates.ts';
import { print } from './parts/output.ts';
import { Parser } from './parts/parser.ts';

/** `audit complete --word=CURSOR -- WORDS`: what may stand at the cursor, a line each. Run by the scripts of `audit completion`. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  return new Parser('complete', lang)
    .argument('[words...]')
    .text('--word <text>', 'cli.complete.word')
    .action(async (words: string[], { word = '' }: { word?: string }, parser: Parser) => {
      const lines = (await candidates(words, word, parser)).map(one =>
        one.does ? `${one.word}\t${onOneLine(one.does)}` : one.word,
      );
      await print(lines.map(line => `${line}\n`).join(''));
      settle(0);
    });
}

async function candidates(words: readonly string[], word: string, parser: Parser): Promise<Candidate[]> {
  const { lang } = parser;
  const shown = commands.filter(command => !command.hidden);
  const named = (given: string) => shown.find(command => command.name === given);
  const at = words.findIndex(one => named(one) !== undefined);
  if (at >= 0) {
    const { declare } = await named(words[at]!)!.load();
    return candidatesAt(await declare(lang, () => {}), words.slice(at + 1), word);
  }
  const own = candidatesAt(parser.parent!, words, word);
  const lost =
    positionals(
      parser.parent!,
      words.filter(one => one !== 'help'),
    ) > 0;
  if (own.length > 0 || word.startsWith('-') || lost) return own;
  const known = shown.map(({ name }) => ({ word: name, does: say(lang, `cli.${name}.summary`) }));
  return fitting(known, word);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
