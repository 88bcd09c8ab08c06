import { type Audit, type Failure, isBarren, type Severity, type Summary, type Tally } from '../../model/index.ts';
import { causesTold } from '../parts/causes.ts';
import { clean } from '../parts/clean.ts';
import { withoutSharedFolder } from '../parts/filenames.ts';
import { hitsTable } from '../parts/hits.ts';
import { displayWidth, fitMiddle, hang, pad } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './sheet.ts';
import { passedOf, passedWords, share, verdictWords } from './summary.ts';

/** What the end of a run says of a report. */
export interface Brief extends Pick<Audit, 'file' | 'summary'> {
  readonly issues: readonly { readonly severity: Severity }[];
  readonly gaps: readonly unknown[];
  /** Problems that a baseline or the configuration lets pass. */
  readonly passed: number;
}

/** Nothing of the report itself is held on to. */
export function briefOf(audit: Audit): Brief {
  const { file, summary, issues, gaps } = audit;
  const told = { issues: issues.map(({ severity }) => ({ severity })), gaps: gaps.map(() => null) };
  return { file, summary, ...told, passed: passedOf(audit) };
}

/** Reports with the most and gravest problems first, what was not checked among them; equals in the order they were given. */
export function worstFirst<T extends Brief>(audits: readonly T[]): T[] {
  const key = (audit: T) => {
    const { errors, warnings } = loudCounts(audit);
    return [errors, warnings, isBarren(audit) ? 1 : 0, audit.gaps.length];
  };
  return [...audits].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? 0 : right[at]! - left[at]!;
  });
}

function loudCounts({ issues }: Pick<Brief, 'issues'>) {
  const of = (severity: Severity) => issues.filter(issue => issue.severity === severity).length;
  return { errors: of('error'), warnings: of('warning') };
}

/** Whether there is something to do about a report: a problem that is more than a note, or something that was not read or judged. */
export function calls(audit: Omit<Brief, 'passed'>): boolean {
  const { errors, warnings } = loudCounts(audit);
  return errors + warnings > 0 || audit.gaps.length > 0 || isBarren(audit);
}

/** The end of a run over several reports: a line for each, the worst first, and the totals. */
export function total(audits: readonly Brief[], failures: readonly Failure[], sheet: Sheet): string[] {
  const { lang, width, paint, quiet } = sheet;
  const told = quiet ? audits.filter(calls) : audits;
  const lines = [
    ...failures.map(failure => ({ file: failure.file, counts: paint.red(say(lang, 'summary.failed')) })),
    ...told.map(audit => ({ file: audit.file, counts: countsOf(audit) })),
  ];
  const names = withoutSharedFolder(lines.map(line => clean(line.file)));
  const room = Math.min(Math.max(0, ...names.map(displayWidth)), Math.max(20, width - 60));
  const sum = audits.map(audit => audit.summary).reduce(add, NONE);
  const title = failures.length > 0 ? 'summary.total-failed' : 'summary.total';
  const silent = audits.length - told.length;
  const passed = audits.reduce((all, audit) => all + audit.passed, 0);
  return [
    paint.dim('='.repeat(width)),
    ...lines.flatMap(({ counts }, i) =>
      room + 2 + displayWidth(counts) <= width
        ? [`${pad(fitMiddle(names[i]!, room), room)}  ${counts}`]
        : [fitMiddle(names[i]!, width), ...hang('  ', counts, width)],
    ),
    ...(lines.length > 0 ? [''] : []),
    paint.bold(say(lang, title, { reports: audits.length, failed: failures.length })),
    ...[
      verdictWords(sum, lang),
      causesTold(audits, lang) + passedWords(passed, lang) + (silent > 0 ? say(lang, 'summary.silent', { count: silent }) : ''),
      coverageOf(sum, sheet),
    ].flatMap(text => hang('  ', text, width)),
  ];

  function countsOf(audit: Brief): string {
    const { summary: counts, gaps } = audit;
    if (isBarren(audit)) return paint.yellow(say(lang, 'summary.barren'));
    const covered = say(lang, 'summary.covered', { percent: share(counts.checked, counts.figures) });
    const unread = gaps.length > 0 ? say(lang, 'summary.and-gaps', { count: gaps.length }) : '';
    const text = `${causesTold([audit], lang)}${passedWords(audit.passed, lang)}${unread} · ${covered}`;
    const { errors, warnings } = loudCounts(audit);
    return errors > 0 ? paint.red(text) : warnings + gaps.length > 0 ? paint.yellow(text) : text;
  }
}

function coverageOf(sum: Summary, { lang }: Sheet): string {
  return say(lang, 'summary.figures', { ...sum, percent: share(sum.checked, sum.figures) });
}

/** How often each rule was broken, and in how many reports: the commonest first. */
export function statistics(tally: Tally, { lang, width, paint, rules }: Sheet): string[] {
  const [title, rule, ...lines] = hitsTable(tally.rules(), { lang, width, rules });
  return title === undefined ? [] : [paint.bold(say(lang, 'statistics.title')), title, paint.dim(rule!), ...lines, ''];
}

const NONE: Summary = {
  figures: 0,
  checked: 0,
  bounded: 0,
  unchecked: 0,
  holds: 0,
  rounding: 0,
  fails: 0,
  undecided: 0,
  errors: 0,
  warnings: 0,
  notes: 0,
  problems: 0,
};

function add(a: Summary, b: Summary): Summary {
  const keys = Object.keys(NONE) as (keyof Summary)[];
  return Object.fromEntries(keys.map(key => [key, a[key] + b[key]])) as unknown as Summary;
}
