import type { Audit, Issue } from '../model/index.ts';
import { clean } from './parts/clean.ts';
import { arrowWords, changesOf, choiceWords, reasonWords } from './parts/issues.ts';
import { barrenTold, gapsTold, type Open, skippedTold } from './parts/open.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/** One line for each problem, as editors and grep read it: FILE:LINE:COLUMN: or FILE: with the place in words. */
export const compact: Reporter = {
  name: 'compact',
  stream,
  render(audits, failures, options) {
    const out = stream(options);
    const skipped = (options.skipped ?? []).map(one => out.skip(one));
    return [...failures.map(one => out.failure(one)), ...audits.map(one => out.audit(one)), ...skipped].join('');
  },
};

function stream(options: ReporterOptions): Streamed {
  const { lang } = options;
  const open = ({ file, line, message }: Open) => `${head(file, line)} ${say(lang, 'unread.level')} ${message}`;
  const text = (lines: readonly string[]) => lines.map(one => `${clean(one)}\n`).join('');
  return {
    begin: () => '',
    audit(audit) {
      const finder = finderOf(audit, lang);
      const barren = barrenTold(audit, lang);
      return text([
        ...ordered(audit.issues, options).map(issue => line(audit, issue, finder)),
        ...gapsTold(audit, lang).map(open),
        ...(barren === null ? [] : [`${head(audit.file)} ${say(lang, 'csv.unreadable')} ${barren}`]),
      ]);
    },
    failure({ file, problem }) {
      const unreadable = say(lang, 'csv.unreadable');
      return text(
        mistakesOf(problem, lang).map(
          ({ code, message, line, column }) => `${head(file, line, column)} ${unreadable} ${message} [${code}]`,
        ),
      );
    },
    skip: one => text(skippedTold([one], lang).map(open)),
    end: () => '',
  };
}

function line(audit: Audit, issue: Issue, finder: Finder): string {
  const { lang } = finder;
  const changes = changesOf(issue);
  const spot = changes[0]?.spot ?? issue.lead.spots[0];
  const { file, line, column } = spot?.place ?? { file: audit.file };
  const level = say(lang, `severity.${issue.severity}`);
  const words = (line === undefined ? changes : changes.slice(1)).map(
    change => `${whereWords(change.spot, finder)} ${arrowWords(change, lang)}`,
  );
  if (changes.length === 0 && line === undefined && spot) words.push(whereWords(spot, finder));
  const what = line === undefined || changes.length === 0 ? words : [arrowWords(changes[0]!, lang), ...words];
  const choice = issue.corrections.length === 0 && changes.length > 1 ? choiceWords(issue, lang) : '';
  const told = [choice + what.join(say(lang, 'csv.and')), reasonWords(issue, lang)].filter(Boolean).join(' ');
  return `${head(file || audit.file, line, column)} ${level} ${told} [${issue.id}]`;
}

function head(file: string, line?: number, column?: number): string {
  return `${[file, line, column].filter(part => part !== undefined).join(':')}:`;
}
