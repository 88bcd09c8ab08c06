import type { Audit, Correction, Issue, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { xml } from '../parts/escape.ts';
import { changesOf, choiceWords, followingSpots, reasonWords, slipWords } from '../parts/issues.ts';
import { barrenTold, gapsTold } from '../parts/open.ts';
import { type Finder, whereWords } from '../parts/where.ts';
import { say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';

const LOUD = (issue: Issue) => issue.severity !== 'note';

/** How many places are to be changed, and the list a person works through. */
export function opening(audit: Audit, finder: Finder, prefix: string, { lang }: ReporterOptions): string {
  const loud = audit.issues.filter(LOUD);
  const barren = barrenTold(audit, lang);
  if (barren !== null) return `<p class="state bad">${xml(barren)}</p>`;
  if (loud.length === 0) {
    const code = audit.gaps.length > 0 ? 'html.none-read' : 'html.none';
    return `<p class="state ${audit.gaps.length > 0 ? 'bad' : 'fine'}">${xml(say(lang, code))}</p>`;
  }
  const items = loud.map(issue => `<li>${todo(issue, finder, prefix)}</li>`);
  return `<p class="state bad">${xml(say(lang, 'todo.title', { count: loud.length }))}</p><ol class="todo">${items.join('')}</ol>`;
}

function todo(issue: Issue, finder: Finder, prefix: string): string {
  const { lang } = finder;
  const changes = changesOf(issue);
  const link = (text: string) => `<a href="#p-${xml(prefix + issue.id)}">${xml(text)}</a>`;
  const level = issue.severity === 'warning' ? ` <span class="level">${xml(say(lang, 'severity.warning'))}</span>` : '';
  if (changes.length === 0) return link(reasonWords(issue, lang)) + level;
  const shown = changes.slice(0, FEW).map(one => `${link(whereWords(one.spot, finder))} ${arrow(one)}`);
  const more = changes.length > FEW ? ` ${xml(say(lang, 'list.more', { count: changes.length - FEW }))}` : '';
  // Where no value can be told, the reason says what is to be done.
  if (issue.corrections.length > 0 && changes.every(({ to }) => to === null))
    return `${link(whereWords(changes[0]!.spot, finder))} ${xml(reasonWords(issue, lang))}${level}`;
  const choice = issue.corrections.length === 0 ? `${xml(choiceWords(issue, lang))} ` : '';
  return (
    choice +
    shown.join(issue.corrections.length === 0 ? xml(say(lang, 'list.or')) : '；') +
    more +
    xml(slipWords(changes[0]!, lang)) +
    level
  );
}

const FEW = 4;

/** Words have no figure: they are told by where they stand. */
const isSame = (a: Spot, b: Spot) => a.printed === b.printed && JSON.stringify(a.place) === JSON.stringify(b.place);

/** Where the first of the changes is to be made, and that there are others. */
function placesOf(issue: Issue, finder: Finder): string {
  const [first, ...more] = changesOf(issue);
  const place = whereWords(first!.spot, finder);
  return more.length > 0 ? say(finder.lang, 'html.and-more', { place, count: more.length }) : place;
}

function arrow({ now, to }: Correction): string {
  const from = tidy(now) === '' ? '' : `<span class="now">${xml(tidy(now))}</span>`;
  return to === null ? from : `${from} → <span class="to">${xml(tidy(to))}</span>`;
}

/** What was not read: never silent, and never below what was. */
export function unreadHtml(audit: Audit, { lang }: ReporterOptions): string {
  const gaps = gapsTold(audit, lang);
  if (gaps.length === 0) return '';
  return `<div class="unread"><strong>${xml(say(lang, 'html.unread', { count: gaps.length }))}</strong><ul>${gaps.map(({ message }) => `<li>${xml(message)}</li>`).join('')}</ul></div>`;
}

/** Every problem in full; notes last, closed like the others. */
export function problemsHtml(audit: Audit, finder: Finder, prefix: string, { lang }: ReporterOptions): string {
  const loud = audit.issues.filter(LOUD);
  const notes = audit.issues.filter(issue => !LOUD(issue));
  const box = (value: string, label: string, on = true) =>
    `<label><input type="checkbox" value="${value}"${on ? ' checked' : ''}> ${xml(label)}</label>`;
  const levels = ['error', 'warning', 'note'].filter(level => audit.issues.some(({ severity }) => severity === level));
  const filter = `<div class="filter noscript" hidden>${levels.map(level => box(level, say(lang, `severity.${level}`))).join('')}${box('ticks', say(lang, 'html.ticks'))}<span>${xml(say(lang, 'html.keys'))}</span></div>`;
  const each = loud.map((issue, i) => problem(issue, String(i + 1), finder, prefix));
  const others = notes.map(issue => problem(issue, '', finder, prefix));
  const noted = others.length
    ? `<details class="notes"><summary>${xml(say(lang, 'html.notes', { count: others.length }))}</summary>${others.join('\n')}</details>`
    : '';
  return `<h2>${xml(say(lang, 'html.problems', { count: loud.length }))}</h2>${filter}${each.join('\n')}${noted}`;
}

function problem(issue: Issue, number: string, finder: Finder, prefix: string): string {
  const { lang } = finder;
  const { lead, severity } = issue;
  const changes = changesOf(issue);
  // What is only noted need not be changed: its reason is the head, not a value.
  const isTold = changes.length === 0 || !LOUD(issue);
  const head = isTold
    ? xml(reasonWords(issue, lang))
    : `${xml(placesOf(issue, finder))} ${changes.slice(0, FEW).map(arrow).join('；')}`;
  const choice = issue.corrections.length === 0 && changes.length > 0 ? `<p>${xml(choiceWords(issue, lang))}</p>` : '';
  const places = changes.map(
    one =>
      `<p>${figureLink(one.spot.figure?.id, prefix, whereWords(one.spot, finder))} ${arrow(one)}${xml(slipWords(one, lang))}</p>`,
  );
  const others = lead.spots.filter(
    spot => !changes.some(one => isSame(one.spot, spot) || (one.spot.figure !== undefined && one.spot.figure === spot.figure)),
  );
  const against = others.map(
    spot => `<li>${figureLink(spot.figure?.id, prefix, whereWords(spot, finder))} ${xml(tidy(spot.printed))}</li>`,
  );
  const also = followingSpots(issue).map(spot => `<li>${figureLink(spot.figure?.id, prefix, whereWords(spot, finder))}</li>`);
  return [
    `<details class="problem" id="p-${xml(prefix + issue.id)}" data-level="${severity}">`,
    `<summary>${number} <span class="level">${xml(say(lang, `severity.${severity}`))}</span> ${head}</summary>`,
    choice,
    ...places,
    isTold ? '' : `<p>${xml(reasonWords(issue, lang))}</p>`,
    lead.equation === null ? '' : `<code class="eq">${xml(tidy(lead.equation))}</code>`,
    against.length ? `<p class="why">${xml(say(lang, 'html.against'))}</p><ul class="small">${against.join('')}</ul>` : '',
    also.length
      ? `<p class="why">${xml(say(lang, 'html.also', { count: also.length }))}</p><ul class="small">${also.join('')}</ul>`
      : '',
    `<p class="small">${xml(lead.rule)} · #${xml(issue.id)}</p></details>`,
  ].join('');
}

function figureLink(id: string | undefined, prefix: string, words: string): string {
  return id === undefined ? xml(words) : `<a href="#${xml(prefix + id)}">${xml(words)}</a>`;
}
