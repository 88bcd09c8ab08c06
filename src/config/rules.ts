import type { Severity } from '../model/index.ts';
import type { RuleSet } from '../rules/index.ts';

/** The rules with other severities; what is not named keeps its own. */
export function withSeverities(set: RuleSet, severity: ReadonlyMap<string, Severity>): RuleSet {
  if (severity.size === 0) return set;
  return { ...set, rules: set.rules.map(rule => ({ ...rule, severity: severity.get(rule.id) ?? rule.severity })) };
}

/** Whether a rule is to be applied: one of `only` (empty: all), and none of `skip`. */
export function chosen(only: readonly string[], skip: readonly string[]): (rule: string) => boolean {
  return rule => (only.length === 0 || isNamed(rule, only)) && !isNamed(rule, skip);
}

/** By its id, or by the letters of its group: «CPL» names all rules of completeness. */
function isNamed(rule: string, names: readonly string[]): boolean {
  return names.some(name => name === rule || rule.startsWith(`${name}-`));
}
