import type { Rule } from '../../model/index.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** What a rule says of itself, as titled passages in the order a reader asks; empty ones are left out. */
export function passages(rule: Rule, lang: Lang): { readonly title: string; readonly text: string }[] {
  const own = lang === 'en' ? { ...rule, ...rule.en } : rule;
  const names = ['must', 'formula', 'why', 'basis', 'example', 'exceptions', 'fix'] as const;
  return names
    .map(name => ({ title: say(lang, `rules.${name}`), text: (own[name] ?? '').trim() }))
    .filter(passage => passage.text !== '');
}

/** The rule's name in a language. */
export function titleOf(rule: Rule, lang: Lang): string {
  return lang === 'en' ? rule.en.title : rule.title;
}
