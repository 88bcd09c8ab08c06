import type { Amount } from './amount.ts';
import { moneyFactor } from './amount.ts';
import { type Audit, type Failure, isBarren } from './audit.ts';
import { Big } from './big.ts';
import type { Check } from './check.ts';
import type { Fact } from './figure.ts';
import type { Finding, Slip } from './finding.ts';
import type { Issue } from './issue.ts';
import type { Severity } from './rule.ts';

/** A report as one row of many: whose it is, what has to be done about it, how much of it was checked. */
export interface Unit extends Pick<Audit, 'file' | 'entity' | 'title' | 'year' | 'kind'> {
  /** Problems by severity. */
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly figures: number;
  readonly checked: number;
  /** Passages that were there and were not read. */
  readonly unread: number;
  /** Nothing could be decided. */
  readonly isBarren: boolean;
  /** By how much its amounts are at odds at most; null where no amount is. */
  readonly largest: Gulf | null;
  /** The rules whose problems it has. */
  readonly rules: readonly string[];
}

/** How far two sides of a relation are apart. `value`: in 元, never below zero; `printed`: in the unit, with its sign. */
export interface Gulf {
  readonly value: Big;
  readonly printed: string;
  readonly unit: string;
}

/** How often a rule was broken, by the severity of the problems, and in how many reports. */
export interface Hits {
  readonly rule: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly reports: number;
}

/** How a number came to be wrong: a slip, none that is known, or nobody can tell which number it is. */
export type SlipKind = Slip | 'unknown' | 'undecided';

/** How often numbers were got wrong in one way, and in how many reports. */
export interface SlipHits {
  readonly slip: SlipKind;
  readonly count: number;
  readonly reports: number;
}

/** What a report states of its unit as a whole: an amount of a fact that all units may state. */
export interface UnitAmount {
  readonly fact: Fact;
  readonly printed: string;
  readonly amount: Amount;
}

/** What a district states of all its units, held against the sum of what they state. */
export interface DistrictSum {
  readonly label: string;
  readonly fact: Fact;
  readonly printed: string;
  readonly unit: string;
  /** Stated: the district's; computed: the units'. */
  readonly check: Check;
  /** How many units state it. */
  readonly units: number;
  /** Units of the year that do not: the sum may lack theirs. */
  readonly lacking: readonly string[];
  /** Units whose names say that others are part of them: the sum may hold those twice. */
  readonly nested: readonly string[];
  /** No report was left out because it could not be audited. */
  readonly isWhole: boolean;
}

/** Many reports at a look: the worst first, then what could not be audited. */
export interface Overview {
  readonly units: readonly Unit[];
  readonly failures: readonly Failure[];
  /** Files of folders that were left aside, and why (a message code). */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  readonly rules: readonly Hits[];
  readonly slips: readonly SlipHits[];
  readonly sums: readonly DistrictSum[];
}

export function unitOf(audit: Audit): Unit {
  const { file, entity, title, year, kind, issues, gaps, summary } = audit;
  const of = (severity: Severity) => issues.filter(issue => issue.severity === severity).length;
  return {
    file,
    entity,
    title,
    year,
    kind,
    errors: of('error'),
    warnings: of('warning'),
    notes: of('note'),
    figures: summary.figures,
    checked: summary.checked,
    unread: gaps.length,
    isBarren: isBarren(audit),
    largest: largestOf(issues),
    rules: [...new Set(issues.flatMap(issue => issue.findings.map(({ rule }) => rule)))],
  };
}

/** Of what has to be changed; a last digit that is only noted is no gulf. */
function largestOf(issues: readonly Issue[]): Gulf | null {
  const gulfs = issues
    .filter(({ severity }) => severity !== 'note')
    .flatMap(({ findings }) => findings.flatMap(finding => gulfOf(finding) ?? []));
  return gulfs.reduce<Gulf | null>((most, gulf) => (most?.value.gte(gulf.value) ? most : gulf), null);
}

function gulfOf({ difference, unit }: Finding): Gulf | null {
  const factor = unit === null ? undefined : moneyFactor(unit);
  if (difference === null || unit === null || !factor) return null;
  return { value: new Big(difference.replaceAll(',', '')).abs().times(factor), printed: difference, unit };
}

/** The worst first: by errors, warnings, what was not checked or not read; equals stay as they are. */
export function byNeed(a: Unit, b: Unit): number {
  const key = ({ errors, warnings, isBarren, unread }: Unit) => [errors, warnings, isBarren ? 1 : 0, unread];
  const [left, right] = [key(a), key(b)];
  const at = left.findIndex((value, i) => value !== right[i]);
  return at < 0 ? 0 : right[at]! - left[at]!;
}

/** Counts problems by rule and by the way numbers were got wrong, report after report. */
export class Tally {
  private readonly byRule = new Map<string, Hits>();
  private readonly bySlip = new Map<SlipKind, SlipHits>();

  take({ issues }: Pick<Audit, 'issues'>): void {
    const rules = new Set<string>();
    const slips = new Set<SlipKind>();
    for (const issue of issues) {
      const { rule } = issue.lead;
      const { errors, warnings, notes, reports } = this.byRule.get(rule) ?? { errors: 0, warnings: 0, notes: 0, reports: 0 };
      const one = (severity: Severity) => (issue.severity === severity ? 1 : 0);
      this.byRule.set(rule, {
        rule,
        errors: errors + one('error'),
        warnings: warnings + one('warning'),
        notes: notes + one('note'),
        reports: reports + (rules.has(rule) ? 0 : 1),
      });
      rules.add(rule);
      for (const slip of slipsOf(issue)) {
        const { count, reports } = this.bySlip.get(slip) ?? { count: 0, reports: 0 };
        this.bySlip.set(slip, { slip, count: count + 1, reports: reports + (slips.has(slip) ? 0 : 1) });
        slips.add(slip);
      }
    }
  }

  /** The commonest first, errors before warnings before notes. */
  rules(): Hits[] {
    const key = ({ errors, warnings, notes }: Hits) => [errors, warnings, notes];
    return [...this.byRule.values()].sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      const at = left.findIndex((value, i) => value !== right[i]);
      return at < 0 ? (a.rule < b.rule ? -1 : 1) : right[at]! - left[at]!;
    });
  }

  slips(): SlipHits[] {
    return [...this.bySlip.values()].sort((a, b) => b.count - a.count || (a.slip < b.slip ? -1 : 1));
  }
}

function slipsOf({ severity, corrections }: Issue): SlipKind[] {
  if (severity === 'note') return [];
  return corrections.length === 0 ? ['undecided'] : corrections.map(({ slip }) => slip ?? 'unknown');
}
