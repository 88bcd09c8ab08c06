import { Chalk } from 'chalk';
import type { Audit, Issue } from '../../model/index.ts';
import { clean, inert, tidy } from '../parts/clean.ts';
import { hang } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';
import { sheetOf } from './index.ts';
import { loudOf, todoWords } from './todo.ts';

/** What became of the problems of one report from one save to the next. */
export interface Turned {
  readonly mended: readonly Issue[];
  readonly appeared: readonly Issue[];
  /** Still there, with another number than before. */
  readonly changed: readonly Issue[];
  /** How many there are now that call for something to be done. */
  readonly left: number;
}

const isLoud = ({ severity }: Issue) => severity !== 'note';
/** What an issue says of its numbers; the rest of it is known by its fingerprints. */
const saidBy = ({ lead, corrections, candidates }: Issue) =>
  JSON.stringify([lead.stated, lead.expected, [...corrections, ...candidates].map(({ now, to }) => [now, to])]);

/** Compares two states of a report by the fingerprints of its findings: none of them left is mended, none of them known is new. */
export function turned(before: Pick<Audit, 'issues'> | undefined, after: Pick<Audit, 'issues'>): Turned {
  const [then, now] = [(before?.issues ?? []).filter(isLoud), after.issues.filter(isLoud)];
  const printsOf = (issues: readonly Issue[]) =>
    new Map(issues.flatMap(one => one.findings.map(({ fingerprint }) => [fingerprint, one])));
  const [old, recent] = [printsOf(then), printsOf(now)];
  const kin = (issue: Issue, others: ReadonlyMap<string, Issue>) =>
    issue.findings.map(({ fingerprint }) => others.get(fingerprint)).find(one => one !== undefined);
  return {
    mended: then.filter(issue => !kin(issue, recent)),
    appeared: now.filter(issue => !kin(issue, old)),
    changed: now.filter(issue => {
      const former = kin(issue, old);
      return former !== undefined && saidBy(former) !== saidBy(issue);
    }),
    left: now.length,
  };
}

/** One save of one report: a line with how many, and below it each problem that was mended, is new or has another number. */
export function turnedWords(before: Audit | undefined, after: Audit, options: ReporterOptions, time: string): string {
  const { lang, width, color } = options;
  const paint = new Chalk({ level: color ? 1 : 0 });
  const { mended, appeared, changed, left } = turned(before, after);
  const isSame = mended.length + appeared.length + changed.length === 0;
  const params = {
    time,
    file: clean(after.file),
    mended: mended.length,
    appeared: appeared.length,
    changed: changed.length,
    left,
  };
  const head = say(
    lang,
    left === 0 ? (isSame ? 'watch.same-none' : 'watch.none') : isSame ? 'watch.same' : 'watch.turned',
    params,
  );
  const list = (code: string, issues: readonly Issue[], audit: Audit, colour: (text: string) => string) => {
    const sheet = sheetOf(audit, options, paint);
    const order = new Map(loudOf(audit, sheet).map((issue, i) => [issue, i]));
    return [...issues]
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .flatMap(issue => hang(`  ${say(lang, code)}  `, tidy(todoWords(issue, sheet)), width).map(line => colour(line)));
  };
  return inert(
    `${[
      paint.bold(head),
      ...list('watch.mended', mended, before ?? after, paint.green),
      ...list('watch.appeared', appeared, after, paint.red),
      ...list('watch.changed', changed, after, paint.yellow),
    ].join('\n')}\n`,
  );
}
