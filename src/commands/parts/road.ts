import type { AuditOptions } from '../../audit.ts';
import { chosen, withSeverities } from '../../config/rules.ts';
import { type Severity, unpackData } from '../../model/index.ts';
import { loadRules, type OwnRule, type RuleSet, withOwn } from '../../rules/index.ts';

/** Which rules are applied, and how grave they are: plain data, the same for every thread. */
export interface Choice {
  readonly severity: readonly (readonly [rule: string, level: Severity])[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Rules of a bureau, as a text; '' for none. */
  readonly own: string;
  /** By what a province's own forms are known; '' for none. */
  readonly forms: string;
}

/** The road of a choice. */
export function roadOf({ severity, only, skip, own }: Choice): Pick<AuditOptions, 'include'> & { readonly rules: RuleSet } {
  const rules = withOwn(loadRules(), own === '' ? [] : (unpackData(own) as OwnRule[]));
  return { rules: withSeverities(rules, new Map(severity)), include: chosen(only, skip) };
}
