import type { Audit, Failure, Issue, Summary } from '../model/index.ts';
import { causesTold } from './parts/causes.ts';
import { markdown as safe } from './parts/escape.ts';
import { arrowWords, changesOf, choiceWords, reasonWords } from './parts/issues.ts';
import { gapsTold, skippedTold } from './parts/open.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** A comment for a merge request: a table of the reports, then the findings of each, folded away. */
export const markdown: Reporter = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  render(audits, failures, options) {
    const { lang, skipped = [] } = options;
    const blocks = [
      `## ${say(lang, 'md.title')}`,
      ...(audits.length > 0 ? [overview(audits, lang)] : []),
      ...(failures.length > 0 ? [unread(failures, lang)] : []),
      ...(skipped.length > 0
        ? [
            skippedTold(skipped, lang)
              .map(({ message }) => `- ${safe(message)}`)
              .join('\n'),
          ]
        : []),
      ...audits.flatMap(audit => details(audit, options)),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function overview(audits: readonly Audit[], lang: Lang): string {
  const columns = ['report', 'errors', 'warnings', 'notes', 'undecided', 'checked'].map(column => say(lang, `md.${column}`));
  const rows = audits.map(({ file, summary }) => {
    const { errors, warnings, notes, undecided } = summary;
    return [safe(file), errors, warnings, notes, undecided, coverage(summary, lang)];
  });
  return table([columns, ['---', '--:', '--:', '--:', '--:', '---'], ...rows]);
}

function coverage(summary: Summary, lang: Lang): string {
  const { holds, rounding, fails, checked, figures } = summary;
  return holds + rounding + fails === 0 ? `**${say(lang, 'md.barren')}**` : say(lang, 'md.coverage', { checked, figures });
}

function unread(failures: readonly Failure[], lang: Lang): string {
  const lines = failures.flatMap(({ file, problem }) =>
    mistakesOf(problem, lang).map(({ message }) => `- **${safe(file)}** ${safe(message)}`),
  );
  return [`### ${say(lang, 'md.failures')}`, '', ...lines].join('\n');
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
  const rows = ordered(issues, options).map(issue => row(issue, finder));
  const open = summary.errors > 0 ? ' open' : '';
  return [
    `<details${open}><summary><b>${html(audit.file)}</b> · ${causesTold([audit], lang)}</summary>`,
    table([head, ['---', '---', '---', '---', '---'], ...rows]),
    ...(ends.length > 0 ? [ends.join('\n')] : []),
    '</details>',
  ];
}

function row(issue: Issue, finder: Finder): string[] {
  const { lang } = finder;
  const { lead } = issue;
  const changes = changesOf(issue);
  const choice = issue.corrections.length === 0 && changes.length > 0 ? `${safe(choiceWords(issue, lang))}<br>` : '';
  const [first] = lead.spots;
  const places = changes.length > 0 ? changes.map(({ spot }) => spot) : first ? [first] : [];
  return [
    say(lang, `severity.${issue.severity}`),
    choice + places.map(spot => safe(whereWords(spot, finder))).join('<br>'),
    changes.map(change => safe(arrowWords(change, lang))).join('<br>') || safe(say(lang, 'suspect.none')),
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
