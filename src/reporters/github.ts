import type { Severity } from '../model/index.ts';
import { clean } from './parts/clean.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { bySeverity, mainSpot } from './parts/spots.ts';
import { suspectSentences } from './parts/suspects.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter } from './reporter.ts';

/**
 * Workflow commands that GitHub Actions turns into annotations: «::error file=…,line=…,col=…,title=…::message».
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Reporter = {
  name: 'github',
  render(audits, failures, { lang }) {
    const lines = audits.flatMap(audit =>
      bySeverity(audit.findings).map(finding => {
        const spot = mainSpot(finding);
        const place = spot?.place ?? { file: audit.file };
        const where = place.line === undefined ? placeWords(place, lang) : '';
        const sentences = [phrase(finding, lang), finding.equation ?? '', ...suspectSentences(finding, { lang, named: false })];
        const message = sentences.filter(Boolean).join('\n');
        const { rule, severity } = finding;
        return command(severity, place, rule, where === '' ? message : say(lang, 'problem.at', { place: where, message }));
      }),
    );
    const unread = failures.flatMap(({ file, problem }) =>
      mistakesOf(problem, lang).map(({ code, message, line, column }) =>
        command('error', { file, line, column }, code, say(lang, 'format.cannot', { message })),
      ),
    );
    return [...unread, ...lines].map(line => `${line}\n`).join('');
  },
};

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

interface Where {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly length?: number | undefined;
}

function command(severity: Severity, { file, line, column, length }: Where, title: string, message: string): string {
  const end = column !== undefined && length ? column + length - 1 : undefined;
  const properties = Object.entries({ file: file.replaceAll('\\', '/'), line, col: column, endColumn: end, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}`;
}

/** A message is one line; what would end it is written as an escape. */
function data(text: string): string {
  return text.split('\n').map(clean).join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
