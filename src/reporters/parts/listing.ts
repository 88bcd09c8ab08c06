import type { Audit, Correction, Failure, Issue } from '../../model/index.ts';
import type { ReporterOptions } from '../reporter.ts';
import { clean, tidy } from './clean.ts';
import { changesOf, choiceWords, excessOf, isInnocent, reasonWords } from './issues.ts';
import { barrenTold, gapsTold, type Open, skippedTold } from './open.ts';
import { mistakesOf } from './problems.ts';
import { ordered } from './spots.ts';
import { type Finder, finderOf, whereWords } from './where.ts';
import { type Lang, say } from './words/index.ts';

export const COLUMNS = [
  'number',
  'severity',
  'entity',
  'year',
  'file',
  'change-at',
  'now',
  'to',
  'difference',
  'slip',
  'equation',
  'reason',
  'id',
] as const;

export type Cells = Readonly<Partial<Record<(typeof COLUMNS)[number], string | null>>>;

/** A row of the list, and the problem it tells of. */
export interface Listed {
  readonly cells: Cells;
  readonly audit?: Audit;
  readonly issue?: Issue;
}

/**
 * One row for each problem: where, now and to belong together, and where several are to be changed they stand in one order in each of
 * the three. Then a row for all that was not read or could not be audited.
 */
export function listed(audits: readonly Audit[], failures: readonly Failure[], options: ReporterOptions): Listed[] {
  const { lang } = options;
  const rows: Listed[] = [
    ...audits.flatMap((audit): Listed[] => {
      const finder = finderOf(audit, lang);
      const barren = barrenTold(audit, lang);
      return [
        ...ordered(audit.issues, options).map(issue => ({ cells: row(audit, issue, finder), audit, issue })),
        ...gapsTold(audit, lang).map(one => ({ cells: openRow(one, lang, audit), audit })),
        ...(barren === null ? [] : [{ cells: { ...whose(audit), severity: say(lang, 'csv.unreadable'), reason: barren } }]),
      ];
    }),
    ...skippedTold(options.skipped ?? [], lang).map(one => ({ cells: openRow(one, lang) })),
    ...failures.flatMap(({ file, problem }) =>
      mistakesOf(problem, lang).map(({ code, message }) => ({
        cells: { severity: say(lang, 'csv.unreadable'), file, reason: message, id: code },
      })),
    ),
  ];
  return rows.map((one, i) => ({ ...one, cells: { ...one.cells, number: String(i + 1) } }));
}

function whose({ file, entity, year }: Audit): Cells {
  return { entity: entity && tidy(entity), year: year === null ? null : String(year), file };
}

function row(audit: Audit, issue: Issue, finder: Finder): Cells {
  const { lang } = finder;
  const changes = changesOf(issue);
  const choices = issue.corrections.length === 0 && changes.length > 0 ? choiceWords(issue, lang) : '';
  const { lead } = issue;
  const joined = (of: (change: Correction) => string) => (changes.some(of) ? changes.map(of).join(say(lang, 'csv.and')) : null);
  const slips = [...new Set(changes.flatMap(({ slip }) => (slip === null ? [] : [say(lang, `slip.${slip}`)])))];
  const first = lead.spots[0];
  return {
    ...whose(audit),
    file: (changes[0]?.spot ?? first)?.place.file || audit.file,
    severity: say(lang, `severity.${issue.severity}`),
    'change-at':
      choices +
      (joined(({ spot }) => whereWords(spot, finder)) ??
        (first
          ? isInnocent(issue)
            ? whereWords(first, finder)
            : say(lang, 'csv.look', { place: whereWords(first, finder) })
          : '')),
    now: joined(({ now }) => clean(now).trim()),
    to: joined(({ to }) => clean(to ?? '').trim()),
    difference: joined(excessOf),
    slip: slips.join(say(lang, 'csv.and')) || null,
    equation: lead.equation,
    reason: reasonWords(issue, lang),
    id: issue.id,
  };
}

function openRow({ file, message, code }: Open, lang: Lang, audit?: Audit): Cells {
  return { ...(audit ? whose(audit) : {}), file, severity: say(lang, 'unread.level'), reason: message, id: code };
}
