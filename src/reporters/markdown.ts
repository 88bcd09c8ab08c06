import type { Audit, Failure, Issue, Severity, Summary } from '../model/index.ts';
import { causesTold } from './parts/causes.ts';
import { markdown as safe } from './parts/escape.ts';
import { arrowWords, changesOf, choiceWords, isInnocent, reasonWords } from './parts/issues.ts';
import { gapsTold, skippedTold } from './parts/open.ts';
import { gathered, whole } from './parts/pieces.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/** A comment for a merge request: a table of the reports, then the findings of each, folded away. */
export const markdown: Reporter = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { lang } = options;
  const rows: (string | number)[][] = [];
  const [failed, left, told]: string[][] = [[], [], []];
  return gathered(
    {
      audit(audit) {
        rows.push(row(audit, lang));
        told!.push(...details(audit, options));
      },
      failure: one => void failed!.push(...unread(one, lang)),
      skip: one => void left!.push(...skippedTold([one], lang).map(({ message }) => `- ${safe(message)}`)),
    },
    () => {
      const blocks = [
        `## ${say(lang, 'md.title')}`,
        ...(rows.length > 0 ? [table([...headOf(lang), ...rows])] : []),
        ...(failed!.length > 0 ? [[`### ${say(lang, 'md.failures')}`, '', ...failed!].join('\n')] : []),
        ...(left!.length > 0 ? [left!.join('\n')] : []),
        ...told!,
      ];
      return `${blocks.join('\n\n')}\n`;
    },
  );
}

function headOf(lang: Lang): (string | number)[][] {
  const columns = ['report', 'errors', 'warnings', 'notes', 'undecided', 'checked'].map(column => say(lang, `md.${column}`));
  return [columns, ['---', '--:', '--:', '--:', '--:', '---']];
}

/** Counted are problems, as everywhere: one mistake breaks several relations. */
function row({ file, summary, issues }: Audit, lang: Lang): (string | number)[] {
  const of = (severity: Severity) => issues.filter(issue => issue.severity === severity).length;
  return [safe(file), of('error'), of('warning'), of('note'), summary.undecided, coverage(summary, lang)];
}

function coverage(summary: Summary, lang: Lang): string {
  const { holds, rounding, fails, checked, figures } = summary;
  return holds + rounding + fails === 0 ? `**${say(lang, 'md.barren')}**` : say(lang, 'md.coverage', { checked, figures });
}

function unread({ file, problem }: Failure, lang: Lang): string[] {
  return mistakesOf(problem, lang).map(({ message }) => `- **${safe(file)}** ${safe(message)}`);
}

function details(audit: Audit, options: ReporterOptions): string[] {
  const { lang } = options;
  const { issues, findings, suppressed = [], summary } = audit;
  const finder = finderOf(audit, lang);
  const ends = [
    ...gapsTold(audit, lang).map(({ message }) => `- ${safe(say(lang, 'unread.told', { message }))}`),
    ...(summary.undecided > 0 ? [`- ${say(lang, 'md.open', { count: summary.undecided })}`] : []),
    ...(findings.some(finding => finding.params.cut) ? [`- ${say(lang, 'summary.cut')}`] : []),
    ...(suppressed.length > 0 ? [`- ${say(lang, 'md.suppressed', { count: suppressed.length })}`] : []),
  ];
  if (issues.length === 0) return ends.length > 0 ? [`**${safe(audit.file)}**`, ends.join('\n')] : [];
  const head = ['', ...['place', 'change', 'reason', 'id'].map(column => say(lang, `md.${column}`))];
  const rows = ordered(issues, options).map(issue => issueRow(issue, finder));
  const open = summary.errors > 0 ? ' open' : '';
  return [
    `<details${open}><summary><b>${html(audit.file)}</b> · ${causesTold([audit], lang)}</summary>`,
    table([head, ['---', '---', '---', '---', '---'], ...rows]),
    ...(ends.length > 0 ? [ends.join('\n')] : []),
    '</details>',
  ];
}

function issueRow(issue: Issue, finder: Finder): string[] {
  const { lang } = finder;
  const { lead } = issue;
  const changes = changesOf(issue);
  const choice = issue.corrections.length === 0 && changes.length > 0 ? `${safe(choiceWords(issue, lang))}<br>` : '';
  const [first] = lead.spots;
  const places = changes.length > 0 ? changes.map(({ spot }) => spot) : first ? [first] : [];
  return [
    say(lang, `severity.${issue.severity}`),
    choice + places.map(spot => safe(whereWords(spot, finder))).join('<br>'),
    changes.map(change => safe(arrowWords(change, lang))).join('<br>') ||
      (isInnocent(issue) ? '' : safe(say(lang, 'suspect.none'))),
    `${safe(reasonWords(issue, lang))}${lead.equation === null ? '' : `<br>${safe(lead.equation)}`}`,
    `${safe(lead.rule)} ${safe(issue.id)}`,
  ];
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** Inside HTML, Markdown escapes would be shown. */
function html(text: string): string {
  return safe(text).replace(/\\(.)/g, '$1');
}
