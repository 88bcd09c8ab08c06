import type { Audit, Finding } from '../model/index.ts';
import { csvText } from './parts/csv.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { bySeverity, mainSpot } from './parts/spots.ts';
import { suspectSentences } from './parts/suspects.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

const COLUMNS = [
  'file',
  'severity',
  'rule',
  'message',
  'equation',
  'stated',
  'expected',
  'difference',
  'unit',
  'place',
  'section',
  'quote',
  'suspect',
  'cause',
  'fingerprint',
] as const;

/** One row for each finding, and for each mistake of a file that could not be audited. */
export const csv: Reporter = {
  name: 'csv',
  render(audits, failures, options) {
    const { lang, bom } = options;
    const head = COLUMNS.map(column => say(lang, `csv.${column}`));
    const rows = audits.flatMap(audit => bySeverity(audit.findings).map(finding => row(audit, finding, options)));
    const unread = failures.flatMap(({ file, problem }) =>
      mistakesOf(problem, lang).map(({ code, message }) => [file, say(lang, 'csv.unreadable'), code, message]),
    );
    return csvText([head, ...rows, ...unread.map(cells => [...cells, ...COLUMNS.slice(cells.length).map(() => null)])], bom);
  },
};

function row(audit: Audit, finding: Finding, { lang }: ReporterOptions): (string | null)[] {
  const { severity, rule, equation, stated, expected, difference, unit, cause, fingerprint } = finding;
  const spot = mainSpot(finding);
  return [
    spot?.place.file || audit.file,
    say(lang, `severity.${severity}`),
    rule,
    phrase(finding, lang),
    equation,
    stated,
    expected,
    difference,
    unit,
    spot ? placeWords(spot.place, lang) : null,
    spot?.section ?? null,
    spot?.quote ?? null,
    suspectSentences(finding, { lang, named: false }).join(' '),
    cause,
    fingerprint,
  ];
}
