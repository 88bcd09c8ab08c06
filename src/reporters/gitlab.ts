import { digest, type Severity } from '../model/index.ts';
import { clean } from './parts/clean.ts';
import { changesOf, cureWords, reasonWords } from './parts/issues.ts';
import { jsonText } from './parts/json-text.ts';
import { barrenTold, gapsTold, type Open, skippedTold } from './parts/open.ts';
import { pathOf } from './parts/paths.ts';
import { gathered, whole } from './parts/pieces.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered } from './parts/spots.ts';
import { finderOf } from './parts/where.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/** A GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = {
  name: 'gitlab',
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { lang } = options;
  const [unread, barren, found, open]: Entry[][] = [[], [], [], []];
  const leave = (all: readonly Open[]) => {
    for (const { file, code, message, line } of all) {
      const identity = `${file}\n${code}\n${open!.length}`;
      open!.push(entry('major', { file, line }, code, say(lang, 'unread.told', { message }), identity));
    }
  };
  return gathered(
    {
      audit(audit) {
        const finder = finderOf(audit, lang);
        for (const issue of ordered(audit.issues, options)) {
          const place = (changesOf(issue)[0]?.spot ?? issue.lead.spots[0])?.place ?? { file: audit.file };
          const sentences = [...cureWords(issue, finder), reasonWords(issue, lang), issue.lead.equation ?? ''].filter(Boolean);
          const { lead, severity } = issue;
          const where = { ...place, file: place.file || audit.file };
          const identity = `${audit.file}\n${lead.fingerprint}`;
          found!.push(entry(SEVERITIES[severity], where, lead.rule, `${sentences.join(' ')} #${issue.id}`, identity));
        }
        const message = barrenTold(audit, lang);
        if (message !== null) barren!.push(entry('blocker', audit, 'audit.barren', message, `${audit.file}\nbarren`));
        leave(gapsTold(audit, lang));
      },
      failure({ file, problem }) {
        const all = mistakesOf(problem, lang).map(({ code, message, line }, i) =>
          entry('blocker', { file, line }, code, say(lang, 'format.cannot', { message }), `${file}\n${code}\n${i}`),
        );
        unread!.push(...all);
      },
      skip: one => leave(skippedTold([one], lang)),
    },
    () => jsonText([...unread!, ...barren!, ...found!, ...open!]),
  );
}

type Entry = ReturnType<typeof entry>;

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
