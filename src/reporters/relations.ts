import { type Audit, type Finding, figuresOf, type Issue, type Term } from '../model/index.ts';
import { tidy } from './parts/clean.ts';
import { csvText } from './parts/csv.ts';
import { whole } from './parts/pieces.ts';
import { ordered } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

const COLUMNS = [
  'id',
  'file',
  'severity',
  'rule',
  'left',
  'right',
  'equation',
  'stated',
  'expected',
  'difference',
  'unit',
  'message',
  'place',
  'quote',
  'fingerprint',
] as const;

/** One row for each relation that does not hold, under the problem that explains it; both sides by name. */
export const relations: Reporter = {
  name: 'csv-relations',
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { lang, bom } = options;
  return {
    begin: () => csvText([COLUMNS.map(column => say(lang, `csv.${column}`))], bom),
    audit(audit) {
      const finder = finderOf(audit, lang);
      const rows = ordered(audit.issues, options).flatMap(issue =>
        issue.findings.map(finding => row(audit, issue, finding, finder)),
      );
      return csvText(rows);
    },
    failure: () => '',
    skip: () => '',
    end: () => '',
  };
}

function row(audit: Audit, issue: Issue, finding: Finding, finder: Finder): (string | null)[] {
  const { lang } = finder;
  const { severity, rule, equation, stated, expected, difference, unit, fingerprint } = finding;
  const [spot] = finding.spots;
  const [left, right] = sidesOf(finding);
  return [
    issue.id,
    spot?.place.file || audit.file,
    say(lang, `severity.${severity}`),
    rule,
    left,
    right,
    equation,
    stated,
    expected,
    difference,
    unit,
    phrase(finding, lang),
    spot ? whereWords(spot, finder) : null,
    spot ? tidy(spot.quote) : null,
    fingerprint,
  ];
}

/** The side that is stated and the side it is held against, each as its figures with their names. */
export function sidesOf({ check }: Pick<Finding, 'check'>): [string, string] {
  const { relation } = check;
  const terms = (list: readonly Term[]) =>
    list
      .map(({ figure, sign }, i) => `${sign === 1 ? (i === 0 ? '' : ' + ') : ' − '}${tidy(figure.label)} ${figure.printed}`)
      .join('');
  switch (relation.kind) {
    case 'linear':
      return [terms(relation.total), terms(relation.parts)];
    case 'ratio':
      return [terms([{ figure: relation.rate, sign: 1 }]), `(${terms(relation.part)}) ÷ (${terms(relation.whole)})`];
    case 'order':
      return [
        `${terms(relation.left)} ${relation.word}`.trim(),
        'c' in relation.right ? relation.right.toString() : terms(relation.right),
      ];
    case 'form':
      if (relation.by) return sidesOf({ check: relation.by });
      return [tidy(relation.printed), tidy(relation.expected ?? '')];
    default: {
      const [first, ...others] = figuresOf(check.relation).map(figure => `${tidy(figure.label)} ${figure.printed}`);
      return [first ?? '', others.join(relation.kind === 'agree' ? ' = ' : ' + ')];
    }
  }
}
