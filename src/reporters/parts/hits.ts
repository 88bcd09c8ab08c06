import type { Hits, Rule } from '../../model/index.ts';
import { tidy } from './clean.ts';
import { columnsOf } from './columns.ts';
import { type Lang, say } from './words/index.ts';

/** The columns of a list of rules by hits. */
export const HITS = ['rule', 'name', 'error', 'warning', 'note', 'reports'] as const;

/** A rule with its title, and how often it was broken. */
export function hitsRow({ rule, errors, warnings, notes, reports }: Hits, rules: readonly Rule[], lang: Lang) {
  return [rule, ruleTitle(rule, rules, lang), errors, warnings, notes, reports] as const;
}

/** What a rule is called; '' for one that is not known. */
export function ruleTitle(id: string, rules: readonly Rule[], lang: Lang): string {
  const rule = rules.find(one => one.id === id);
  return rule ? tidy(lang === 'en' ? rule.en.title : rule.title) : '';
}

/** The head, a line, and a row for each rule; nothing where none was broken. */
export function hitsTable(
  hits: readonly Hits[],
  { lang, width, rules }: { readonly lang: Lang; readonly width: number; readonly rules: readonly Rule[] },
): string[] {
  if (hits.length === 0) return [];
  const head = HITS.map(name => say(lang, `statistics.${name}`));
  const rows = hits.map(one => hitsRow(one, rules, lang).map(String));
  return columnsOf(head, rows, { width, right: [2, 3, 4, 5], shrink: [1] });
}
