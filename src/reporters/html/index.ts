import type { Audit, Correction, Failure, Figure } from '../../model/index.ts';
import { xml } from '../parts/escape.ts';
import { problemWords } from '../parts/problems.ts';
import { finderOf } from '../parts/where.ts';
import { say } from '../parts/words/index.ts';
import type { Reporter, ReporterOptions } from '../reporter.ts';
import { documentsHtml } from './document.ts';
import { folds } from './folds.ts';
import { picturesHtml } from './pictures/index.ts';
import { opening, problemsHtml, unreadHtml } from './problems.ts';
import type { Noted, Said } from './said.ts';
import { shell } from './shell.ts';
import { unitsHtml } from './units.ts';

/**
 * One page that needs nothing else: no network, no font, no picture from elsewhere; its own policy forbids every request. The list of
 * what to change, the document as it was read with every figure marked, each problem in full beside it.
 */
export const html: Reporter = {
  name: 'html',
  endings: ['.html', '.htm'],
  documents: true,
  render(audits, failures, options) {
    const { lang } = options;
    const [only] = audits;
    const single = audits.length === 1 && failures.length === 0 && only !== undefined;
    const title = single ? headOf(only) : say(lang, 'html.many', { count: audits.length });
    const reports = audits.map((audit, i) => report(audit, i, audits.length > 1, options));
    const body = single
      ? reports.join('')
      : unitsHtml(audits, failures, options) + failuresHtml(failures, options) + reports.join('');
    return shell(title, body, options);
  },
};

export const headOf = ({ entity, year, title, file }: Audit) =>
  [entity, year].filter(part => part !== null).join(' ') || title || file;

function report(audit: Audit, nth: number, several: boolean, options: ReporterOptions): string {
  const { lang } = options;
  const { summary } = audit;
  const finder = finderOf(audit, lang);
  const prefix = several ? `r${nth + 1}-` : '';
  const heading = several ? 'h2' : 'h1';
  const head = [
    `<header id="${prefix || 'top'}"><${heading}>${xml(headOf(audit))}</${heading}>`,
    `<p class="meta">${xml(say(lang, 'html.meta', { file: audit.file, figures: summary.figures, checked: summary.checked }))}</p>`,
    opening(audit, finder, prefix, options),
    unreadHtml(audit, options),
    '</header>',
  ].join('\n');
  const documents = audit.documents ?? [];
  const says = saysOf(audit, prefix, options);
  const text = documentsHtml(documents, audit.figures, says, wordsOf(audit, prefix, options), lang);
  const article = text === '' ? '' : `<h2>${xml(say(lang, 'html.document'))}</h2>${key(options)}${text}`;
  const side = problemsHtml(audit, finder, prefix, options);
  const wrong = new Set([...says].flatMap(([id, { state }]) => (state === 'wrong' ? [id] : [])));
  const pictures = picturesHtml(audit, wrong, prefix, lang);
  // The problems come first: on paper and on narrow screens, where all is one column.
  const main = `<main><div class="cols"><aside class="side">${side}</aside><article>${pictures}${article}${folds(audit, finder, options)}</article></div></main>`;
  return several ? `<section class="report">${head}${main}</section>` : head + main;
}

/** What the marks mean, shown as marks. */
function key({ lang }: ReporterOptions): string {
  const states = ['wrong', 'candidate', 'involved', 'tied', 'bounded', 'unchecked'];
  return `<p class="key small">${states.map(state => `<mark class="${state}">${xml(say(lang, `html.state.${state}`))}</mark>`).join(' ')}</p>`;
}

/** Figure id → what the page says of it: the gravest thing that is known. */
function saysOf(audit: Audit, prefix: string, { lang }: ReporterOptions): Map<string, Said> {
  const wrong = new Map<string, string[]>();
  const maybe = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, figure: Figure | undefined, id: string) => {
    if (figure) map.set(figure.id, [...(map.get(figure.id) ?? []), prefix + id]);
  };
  for (const issue of audit.issues) {
    // What is only noted need not be changed.
    const loud = issue.severity !== 'note';
    for (const { spot } of issue.corrections) note(loud ? wrong : near, spot.figure, issue.id);
    for (const { spot } of issue.candidates) note(loud ? maybe : near, spot.figure, issue.id);
    if (loud) for (const { spots } of issue.findings) for (const spot of spots) note(near, spot.figure, issue.id);
  }
  return new Map(
    audit.figures.map(figure => {
      const checks = audit.ties.get(figure.id) ?? 0;
      const settled = checks === 0 ? 'unchecked' : audit.bounded.has(figure.id) ? 'bounded' : 'tied';
      const state = wrong.has(figure.id)
        ? 'wrong'
        : maybe.has(figure.id)
          ? 'candidate'
          : near.has(figure.id)
            ? 'involved'
            : settled;
      const problems = [...new Set([wrong, maybe, near].flatMap(map => map.get(figure.id) ?? []))];
      const title = [figure.label, say(lang, `html.state.${state}`), say(lang, 'html.checks', { count: checks })]
        .filter(Boolean)
        .join(' · ');
      return [figure.id, { id: prefix + figure.id, state, problems, title }];
    }),
  );
}

/** Words that are to be changed: a year, a word of order; they are no figures, and are shown on pictures of pages alone. */
function wordsOf({ issues }: Audit, prefix: string, { lang }: ReporterOptions): Noted[] {
  return issues.flatMap(({ id, severity, corrections, candidates }) => {
    if (severity === 'note') return [];
    const of = (state: 'wrong' | 'candidate', changes: readonly Correction[]) =>
      changes
        .filter(({ spot }) => spot.figure === undefined)
        .map(({ spot: { place } }) => ({ place, state, problems: [prefix + id], title: say(lang, `html.state.${state}`) }));
    return [...of('wrong', corrections), ...of('candidate', candidates)];
  });
}

export function failuresHtml(failures: readonly Failure[], { lang }: Pick<ReporterOptions, 'lang'>): string {
  if (failures.length === 0) return '';
  const items = failures.map(({ file, problem }) => `<li>${xml(problemWords(file, problem, lang))}</li>`);
  return `<main><div class="unread"><strong>${xml(say(lang, 'html.failed', { count: failures.length }))}</strong><ul>${items.join('')}</ul></div></main>`;
}
