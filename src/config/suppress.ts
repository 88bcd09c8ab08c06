import type { Audit, Finding, Issue, Suppressed } from '../model/index.ts';
import { isSame, type Known } from './baseline.ts';
import type { Suppression } from './config.ts';
import { globFits } from './glob.ts';

/** What is not to count. Files are told as the config's and the baseline's own folders see them. */
export interface SetAside {
  readonly suppressions: readonly Suppression[];
  readonly baseline: readonly Known[];
  /** YYYY-MM-DD: the day against which expiry is judged. */
  readonly today: string;
  /** An audited file as the suppressions name it, and as the baseline names it. */
  fromConfig(file: string): string;
  fromBaseline(file: string): string;
}

export interface Counted {
  readonly audits: readonly Audit[];
  /** Suppressions that met no finding. */
  readonly unused: readonly Suppression[];
  readonly expired: readonly Suppression[];
  /** Entries of the baseline, of files that were audited, that are found no more. */
  readonly vanished: readonly Known[];
}

/** Takes out of reports, one after the other, what does not count, and keeps account of what of it was met. */
export class Aside {
  private readonly given: SetAside;
  private readonly expired: readonly Suppression[];
  private readonly valid: readonly Suppression[];
  private readonly used = new Set<Suppression>();
  private readonly before: ReadonlyMap<string, Known>;
  private readonly files = new Set<string>();
  private readonly met = new Set<Known>();

  constructor(given: SetAside) {
    this.given = given;
    this.expired = given.suppressions.filter(({ until }) => until !== undefined && until < given.today);
    this.valid = given.suppressions.filter(one => !this.expired.includes(one));
    this.before = asMap(given.baseline);
  }

  /** The report without what does not count. `own`: what is to be its baseline, where that is only being written. */
  take(audit: Audit, own?: readonly Known[]): Audit {
    const [inConfig, inBaseline] = [this.given.fromConfig(audit.file), this.given.fromBaseline(audit.file)];
    this.files.add(inBaseline);
    const before = own ? asMap(own) : this.before;
    const here = this.valid.filter(({ file }) => file === undefined || namesFile(file, inConfig));
    const findings: Finding[] = [];
    const suppressed: Suppressed[] = [];
    const changed = new Map<Finding, Finding>();
    const issues = new Map(audit.issues.flatMap(issue => issue.findings.map(finding => [finding, issue] as const)));
    for (const finding of audit.findings) {
      const fitting = here.filter(one => fits(one, finding, issues.get(finding)));
      for (const one of fitting) this.used.add(one);
      const known = before.get(`${inBaseline}\n${finding.fingerprint}`);
      if (known) this.met.add(known);
      if (fitting[0]) suppressed.push({ finding, by: 'config', reason: fitting[0].reason });
      else if (known && isSame(known, finding)) suppressed.push({ finding, by: 'baseline', reason: '' });
      else {
        const told = known ? asChanged(finding, known) : finding;
        if (known) changed.set(finding, told);
        findings.push(told);
      }
    }
    return suppressed.length + changed.size === 0 ? audit : without(renewed(audit, changed), findings, suppressed);
  }

  /** What met nothing, once all reports were taken. */
  rest(): Omit<Counted, 'audits'> {
    return {
      unused: this.valid.filter(one => !this.used.has(one)),
      expired: this.expired,
      vanished: this.given.baseline.filter(one => this.files.has(one.file) && !this.met.has(one)),
    };
  }
}

const asMap = (known: readonly Known[]) => new Map(known.map(one => [`${one.file}\n${one.fingerprint}`, one]));

/** Takes out of every report what does not count, and says what of the suppressions and the baseline met nothing. */
export function setAside(audits: readonly Audit[], given: SetAside): Counted {
  const aside = new Aside(given);
  return { audits: audits.map(audit => aside.take(audit)), ...aside.rest() };
}

/** A bare name fits in every folder. */
export const namesFile = (file: string, path: string): boolean => {
  const pattern = file.replaceAll('\\', '/').replace(/^\.\//, '');
  return globFits(pattern, pattern.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1));
};

/** Whether a pattern names a file, or a folder that it lies in: 底稿 and 底稿/ are as good as 底稿/**. */
export function namesAround(pattern: string, path: string): boolean {
  const plain = pattern.replaceAll('\\', '/').replace(/(?<!\/)\/+$/, '');
  if (namesFile(plain, path)) return true;
  const steps = path.split('/');
  return steps.slice(0, -1).some((_, i) => namesFile(plain, steps.slice(0, i + 1).join('/')));
}

/** A problem stays as long as one of its findings counts; the best of these tells it. */
function without(audit: Audit, findings: readonly Finding[], suppressed: readonly Suppressed[]): Audit {
  const counts = new Set(findings);
  const issues = audit.issues.flatMap(issue => {
    const kept = issue.findings.filter(finding => counts.has(finding));
    return kept.length === 0 ? [] : [kept.length === issue.findings.length ? issue : remaining(issue, kept)];
  });
  const dropped = audit.issues.flatMap(issue => {
    const own = suppressed.filter(({ finding }) => issue.findings.includes(finding));
    return own.length === issue.findings.length ? [{ issue, by: own[0]!.by, reason: own[0]!.reason }] : [];
  });
  return { ...audit, findings, issues, suppressed, dropped, summary: recount(audit, findings, issues) };
}

export const RANK = { error: 0, warning: 1, note: 2 } as const;

function remaining(issue: Issue, findings: readonly Finding[]): Issue {
  const [lead] = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return { ...issue, lead: lead!, severity: lead!.severity, findings };
}

/** A finding of which the baseline knows another number: it says so. */
function asChanged(finding: Finding, { stated, printed }: Known): Finding {
  // Of several numbers the one that was another.
  const other = printed?.find((one, i) => one !== finding.spots[i]?.printed);
  return { ...finding, params: { ...finding.params, known: other ?? stated ?? '' } };
}

function renewed(audit: Audit, changed: ReadonlyMap<Finding, Finding>): Audit {
  const now = (finding: Finding) => changed.get(finding) ?? finding;
  return {
    ...audit,
    issues: audit.issues.map(issue => ({ ...issue, lead: now(issue.lead), findings: issue.findings.map(now) })),
  };
}

/** An id may be typed as short as it is shown; a problem stands for all its findings. */
const LEAST = 6;

function fits({ rule, fingerprint, problem }: Suppression, finding: Finding, issue: Issue | undefined): boolean {
  if (problem !== undefined) {
    const id = problem.toLowerCase().replace(/^#/, '');
    const prints = issue?.findings.map(one => one.fingerprint) ?? [];
    return issue?.id === id || prints.includes(id) || (id.length >= LEAST && issue?.lead.fingerprint.startsWith(id) === true);
  }
  if (rule !== undefined && rule !== finding.rule) return false;
  return fingerprint === undefined || fingerprint === finding.fingerprint;
}

export function recount({ summary }: Audit, findings: readonly Finding[], issues: readonly Issue[]): Audit['summary'] {
  const of = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length;
  return { ...summary, errors: of('error'), warnings: of('warning'), notes: of('note'), problems: issues.length };
}
