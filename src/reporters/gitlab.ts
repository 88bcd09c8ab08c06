import { digest, type Severity } from '../model/index.ts';
import { clean } from './parts/clean.ts';
import { changesOf, cureWords, reasonWords } from './parts/issues.ts';
import { jsonText } from './parts/json-text.ts';
import { barrenTold, gapsTold, skippedTold } from './parts/open.ts';
import { pathOf } from './parts/paths.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered } from './parts/spots.ts';
import { finderOf } from './parts/where.ts';
import { say } from './parts/words/index.ts';
import type { Reporter } from './reporter.ts';

/** A GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = {
  name: 'gitlab',
  render(audits, failures, options) {
    const { lang, skipped = [] } = options;
    const found = audits.flatMap(audit => {
      const finder = finderOf(audit, lang);
      return ordered(audit.issues, options).map(issue => {
        const place = (changesOf(issue)[0]?.spot ?? issue.lead.spots[0])?.place ?? { file: audit.file };
        const sentences = [...cureWords(issue, finder), reasonWords(issue, lang), issue.lead.equation ?? ''].filter(Boolean);
        const { lead, severity } = issue;
        const where = { ...place, file: place.file || audit.file };
        return entry(SEVERITIES[severity], where, lead.rule, sentences.join(' '), `${audit.file}\n${lead.fingerprint}`);
      });
    });
    const barren = audits.flatMap(audit => {
      const message = barrenTold(audit, lang);
      return message === null ? [] : [entry('blocker', audit, 'audit.barren', message, `${audit.file}\nbarren`)];
    });
    const unread = failures.flatMap(({ file, problem }) =>
      mistakesOf(problem, lang).map(({ code, message, line }, i) =>
        entry('blocker', { file, line }, code, say(lang, 'format.cannot', { message }), `${file}\n${code}\n${i}`),
      ),
    );
    const open = [...audits.flatMap(audit => gapsTold(audit, lang)), ...skippedTold(skipped, lang)].map(
      ({ file, code, message, line }, i) =>
        entry('major', { file, line }, code, say(lang, 'unread.told', { message }), `${file}\n${code}\n${i}`),
    );
    return jsonText([...unread, ...barren, ...found, ...open]);
  },
};

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', note: 'info' };

/** GitLab asks for a line; what has none (pages, cells) is put on the first, its place is told in words. */
function entry(
  severity: string,
  { file, line = 1 }: { readonly file: string; readonly line?: number | undefined },
  check: string,
  description: string,
  identity: string,
) {
  return {
    description: clean(description),
    check_name: check,
    fingerprint: digest(identity).slice(0, 40),
    severity,
    location: { path: clean(pathOf(file)), lines: { begin: line } },
  };
}
