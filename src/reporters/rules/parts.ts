import type { Rule } from '../../model/index.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** What a rule says of itself, as titled passages in the order a reader asks; empty ones are left out. */
export function passages(rule: Rule, lang: Lang): { readonly title: string; readonly text: string }[] {
  const own = lang === 'en' ? { ...rule, ...rule.en } : rule;
  const names = ['must', 'formula', 'why', 'basis', 'example', 'exceptions', 'fix'] as const;
  return names
    .map(name => ({ name, text: (own[name] ?? '').trim() }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => {
      // Several formulas of one rule stand on a line each.
      const told = name === 'formula' ? inOneLine(text, lang) + legendOf(text, lang) : text;
      return { title: say(lang, `rules.${name}`), text: told };
    });
}

function inOneLine(formulas: string, lang: Lang): string {
  return formulas
    .split('\n')
    .map(formula => formula.trim())
    .join(lang === 'en' ? '; ' : '；');
}

/** What the signs of a formula mean, of those that stand in it. */
function legendOf(formula: string, lang: Lang): string {
  const signs = { '[': 'scope', Σ: 'sum', 每行: 'each', '?': 'optional', '@上年': 'last-year' };
  const told = Object.entries(signs).flatMap(([sign, name]) =>
    formula.includes(sign) ? [say(lang, `rules.formula.${name}`)] : [],
  );
  return told.length ? say(lang, 'rules.formula.legend', { signs: told }) : '';
}

/** The rule's name in a language. */
export function titleOf(rule: Rule, lang: Lang): string {
  return lang === 'en' ? rule.en.title : rule.title;
}
