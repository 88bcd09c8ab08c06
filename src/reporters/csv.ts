import type { Audit, Correction, Issue } from '../model/index.ts';
import { clean, tidy } from './parts/clean.ts';
import { csvText } from './parts/csv.ts';
import { changesOf, choiceWords, excessOf, reasonWords } from './parts/issues.ts';
import { barrenTold, gapsTold, type Open, skippedTold } from './parts/open.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter } from './reporter.ts';

const COLUMNS = [
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

type Cells = Readonly<Partial<Record<(typeof COLUMNS)[number], string | null>>>;

/**
 * One row for each problem: where, now and to belong together, and where several are to be changed they stand in one order in each of
 * the three. Then a row for all that was not read or could not be audited.
 */
export const csv: Reporter = {
  name: 'csv',
  endings: ['.csv'],
  render(audits, failures, options) {
    const { lang, bom } = options;
    const rows: Cells[] = [
      ...audits.flatMap(audit => {
        const finder = finderOf(audit, lang);
        const barren = barrenTold(audit, lang);
        return [
          ...ordered(audit.issues, options).map(issue => row(audit, issue, finder)),
          ...gapsTold(audit, lang).map(one => openRow(one, lang, audit)),
          ...(barren === null ? [] : [{ ...whose(audit), severity: say(lang, 'csv.unreadable'), reason: barren }]),
        ];
      }),
      ...skippedTold(options.skipped ?? [], lang).map(one => openRow(one, lang)),
      ...failures.flatMap(({ file, problem }) =>
        mistakesOf(problem, lang).map(({ code, message }) => ({
          severity: say(lang, 'csv.unreadable'),
          file,
          reason: message,
          id: code,
        })),
      ),
    ];
    const head = COLUMNS.map(column => say(lang, `csv.${column}`));
    const body = rows.map((cells, i) => COLUMNS.map(column => (column === 'number' ? String(i + 1) : (cells[column] ?? null))));
    return csvText([head, ...body], bom);
  },
};

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
        (first ? say(lang, 'csv.look', { place: whereWords(first, finder) }) : '')),
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
