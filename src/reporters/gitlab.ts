import { createHash } from 'node:crypto';
import type { Severity } from '../model/index.ts';
import { clean } from './parts/clean.ts';
import { jsonText } from './parts/json-text.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { bySeverity, mainSpot } from './parts/spots.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter } from './reporter.ts';

/** A GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = {
  name: 'gitlab',
  render(audits, failures, { lang }) {
    const found = audits.flatMap(audit =>
      bySeverity(audit.findings).map(finding => {
        const place = mainSpot(finding)?.place ?? { file: audit.file };
        const where = placeWords(place, lang);
        const message = phrase(finding, lang) + (finding.equation ? ` ${finding.equation}` : '');
        const description = where === '' ? message : say(lang, 'problem.at', { place: where, message });
        const { rule, severity, fingerprint } = finding;
        return entry(SEVERITIES[severity], place, rule, description, `${audit.file}\n${fingerprint}`);
      }),
    );
    const unread = failures.flatMap(({ file, problem }) =>
      mistakesOf(problem, lang).map(({ code, message, line }, i) =>
        entry('blocker', { file, line }, code, say(lang, 'format.cannot', { message }), `${file}\n${code}\n${i}`),
      ),
    );
    return jsonText([...unread, ...found]);
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
    fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 40),
    severity,
    location: { path: clean(file.replaceAll('\\', '/')).replace(/^\.\//, ''), lines: { begin: line } },
  };
}
