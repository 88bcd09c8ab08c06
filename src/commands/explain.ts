import { nearest } from '../config/near.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import { say } from '../reporters/parts/words/index.ts';
import { withGuess } from './parts/guess.ts';
import { coloured, columns, print } from './parts/output.ts';
import { Parser } from './parts/parser.ts';

/** `audit explain ID`: tells one rule in full. The id may be typed in small letters, or be the rule's slug. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  return new Parser('explain', lang)
    .argument('<id>', say(lang, 'cli.explain.id'))
    .language()
    .action(async (id: string) => {
      const { explain } = await import('../reporters/rules/index.ts');
      const { loadRules } = await import('../rules/index.ts');
      const { rules } = loadRules();
      const wanted = id.trim().toUpperCase();
      const rule = rules.find(one => one.id === wanted || one.slug.toUpperCase() === wanted);
      if (!rule) {
        const guess = nearest(
          id,
          rules.flatMap(one => [one.id, one.slug]),
        );
        throw withGuess('cli.unknown-rule', { given: id }, guess);
      }
      await print(explain(rule, { lang, width: columns(), color: coloured(null) }));
      settle(0);
    });
}
