import type { Audit, Failure, Finding, Summary } from '../model/index.ts';
import { causesTold } from './parts/causes.ts';
import { markdown as safe } from './parts/escape.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { bySeverity, mainSpot } from './parts/spots.ts';
import { suspectSentences } from './parts/suspects.ts';
import { phrase } from './parts/words/finding.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** A comment for a merge request: a table of the reports, then the findings of each, folded away. */
export const markdown: Reporter = {
  name: 'markdown',
  render(audits, failures, options) {
    const { lang } = options;
    const blocks = [
      `## ${say(lang, 'md.title')}`,
      ...(audits.length > 0 ? [overview(audits, lang)] : []),
      ...(failures.length > 0 ? [unread(failures, lang)] : []),
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

function details(audit: Audit, { lang }: ReporterOptions): string[] {
  const { findings, suppressed = [], summary } = audit;
  const ends = [
    ...(summary.undecided > 0 ? [say(lang, 'md.open', { count: summary.undecided })] : []),
    ...(findings.some(finding => finding.params.cut) ? [say(lang, 'summary.cut')] : []),
    ...(suppressed.length > 0 ? [say(lang, 'md.suppressed', { count: suppressed.length })] : []),
  ];
  if (findings.length === 0) return ends.length > 0 ? [`**${safe(audit.file)}** ${ends.join(' ')}`] : [];
  const head = ['', say(lang, 'md.place'), say(lang, 'md.finding'), say(lang, 'md.suspect')];
  const rows = bySeverity(findings).map(finding => row(finding, lang));
  const open = summary.errors > 0 ? ' open' : '';
  return [
    `<details${open}><summary><b>${html(audit.file)}</b> · ${causesTold([audit], lang)}</summary>`,
    table([head, ['---', '---', '---', '---'], ...rows]),
    ...ends,
    '</details>',
  ];
}

function row(finding: Finding, lang: Lang): string[] {
  const { severity, rule, equation } = finding;
  const spot = mainSpot(finding);
  const sentence = safe(phrase(finding, lang));
  return [
    say(lang, `severity.${severity}`),
    spot ? safe(placeWords(spot.place, lang)) : '',
    `${sentence} ${safe(rule)}${equation === null ? '' : `<br>${safe(equation)}`}`,
    suspectSentences(finding, { lang, named: false }).map(safe).join('<br>'),
  ];
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** Inside HTML, Markdown escapes would be shown. */
function html(text: string): string {
  return safe(text).replace(/\\(.)/g, '$1');
}
