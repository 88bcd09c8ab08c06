import type { Rule } from '../../model/index.ts';
import { clean } from '../parts/clean.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** What became of the examples of a rule. */
export interface Tested {
  readonly rule: Rule;
  readonly tries: readonly { readonly expected: string; readonly outcome: string; readonly equation: string | null }[];
}

/** A file of rules without a mistake. */
export const checkedWords = (file: string, count: number, lang: Lang): string =>
  `${say(lang, 'rules.checked', { file: clean(file), count })}\n`;

/** A line for each example, and how many are not as they say. */
export function testedWords(
  file: string,
  tested: readonly Tested[],
  lang: Lang,
): { readonly words: string; readonly failed: number } {
  const lines = tested.flatMap(({ rule, tries }) => {
    if (tries.length === 0) return [say(lang, 'rules.tested-none', { rule: rule.id })];
    return tries.map(({ expected, outcome, equation }, i) =>
      say(lang, `rules.tested-${expected === outcome ? 'right' : 'wrong'}`, {
        rule: rule.id,
        nth: i + 1,
        expected: say(lang, `rules.outcome.${expected}`),
        actual: say(lang, `rules.outcome.${outcome}`),
        equation: equation === null ? '' : lang === 'zh' ? `（${clean(equation)}）` : ` (${clean(equation)})`,
      }),
    );
  });
  const all = tested.flatMap(({ tries }) => tries);
  const failed = all.filter(({ expected, outcome }) => expected !== outcome).length;
  const total = say(lang, 'rules.tested', { file: clean(file), rules: tested.length, count: all.length, failed });
  return { words: `${[...lines, total].join('\n')}\n`, failed };
}
