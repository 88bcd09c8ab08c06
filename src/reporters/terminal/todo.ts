import type { Audit, Correction, Issue, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { arrowWords, changesOf, reasonWords } from '../parts/issues.ts';
import { ordered } from '../parts/spots.ts';
import { tableName, whereWords } from '../parts/where.ts';
import { displayWidth, fit, fitMiddle, hang, pad } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './sheet.ts';

/** How many changes of one problem are spelled out before the rest is counted. */
export const FEW = 4;

/** Problems that call for something to be done; notes are told apart. */
export function loudOf({ issues }: Pick<Audit, 'issues'>, sheet: Sheet): Issue[] {
  return ordered(issues, sheet).filter(({ severity }) => severity !== 'note');
}

/** The list a person works through: number, place, what becomes what, and why in a few words. `short`: one line each, to be ticked off. */
export function todoList(audit: Audit, sheet: Sheet, short = false): string[] {
  const { lang, width, paint } = sheet;
  const loud = loudOf(audit, sheet);
  const room = String(loud.length).length;
  return loud.flatMap((issue, i) => {
    const number = `${pad(String(i + 1), room, 'left')}  `;
    const level = issue.severity === 'warning' ? `${say(lang, 'severity.warning')} ` : '';
    const lead = `  ${number}`;
    const told = (brief?: Brief) => tidy(level + todoWords(issue, sheet, brief));
    const lines = short
      ? [lead + fit(told({ ...BRIEF, cut: displayWidth(lead + told(BRIEF)) - width }), width - lead.length)]
      : hang(lead, sheet.tight ? inOneLine(told, width - lead.length) : told(), width);
    return lines.map((line, n) => (n === 0 ? line.replace(number, paint.bold(number)) : line));
  });
}

/** What may be left out where a line is saved by it: it stands with the problem itself. */
interface Brief {
  /** Whether the reason is told. */
  readonly why: boolean;
  /** Columns that the place is to be shorter by. */
  readonly cut: number;
  /** Of choices, how many values are told. */
  readonly choices: number;
}
const FULL: Brief = { why: true, cut: 0, choices: Number.POSITIVE_INFINITY };
const BRIEF: Brief = { why: false, cut: 0, choices: 2 };

/** The fullest words that fit into a line; where none do, all of them. */
function inOneLine(told: (brief: Brief) => string, width: number): string {
  const fits = (text: string) => displayWidth(text) <= width;
  const full = told(FULL);
  const bare = told(BRIEF);
  const texts = [full, told({ ...FULL, choices: 4 }), told({ ...FULL, why: false }), bare];
  return [...texts, told({ ...BRIEF, cut: displayWidth(bare) - width })].find(fits) ?? full;
}

/** «place：78.57 → 87.57，数字写反». */
export function todoWords(issue: Issue, sheet: Sheet, brief: Brief = FULL): string {
  const { lang, finder } = sheet;
  const changes = changesOf(issue);
  const [first] = changes;
  if (!first) return withoutChange(issue, sheet);
  const placeOf = (spot: Spot) => {
    const place = whereWords(spot, finder);
    return brief.cut > 0 ? fitMiddle(place, Math.max(PLACE, displayWidth(place) - brief.cut)) : place;
  };
  const at = (one: Correction) => say(lang, 'problem.at', { place: placeOf(one.spot), message: arrowWords(one, lang) });
  if (issue.corrections.length === 0) {
    const values = changes.slice(0, brief.choices).map(one => choiceOf(one, sheet));
    return say(lang, issue.choices > values.length ? 'todo.choice-more' : 'todo.choice', {
      place: sharedPlace(changes, sheet) || placeOf(first.spot),
      count: issue.choices,
      values: values.join(say(lang, 'list.or')),
    });
  }
  if (changes.length > FEW) return say(lang, 'todo.many', { first: at(first), count: changes.length });
  if (changes.every(({ to }) => to === null))
    return say(lang, 'problem.at', { place: placeOf(first.spot), message: reasonOf(issue, sheet) });
  const why = brief.why ? whyOf(issue, sheet) : '';
  return changes.map(at).join(say(lang, 'csv.and')) + (why === '' ? '' : say(lang, 'todo.why', { why }));
}

/** Columns of a place by which it is still known. */
const PLACE = 40;

/** The table, and in it the column or row, in which all the choices stand; '' where they have none in common. */
function sharedPlace(changes: readonly Correction[], { lang }: Sheet): string {
  const cells = changes.map(({ spot }) => spot.figure?.at);
  const [first] = cells;
  const same = (pick: 'table' | 'number' | 'row' | 'col') => cells.every(at => at?.[pick] === first?.[pick]);
  if (!first || changes.length < 2 || !same('table') || !same('number')) return '';
  const table = tableName(first, lang);
  if (same('col') && first.col !== '') return table + say(lang, 'beside.in-column', { column: tidy(first.col) });
  return same('row') && first.row !== '' ? `${table} ${tidy(first.row)}` : table;
}

function choiceOf(one: Correction, { lang }: Sheet): string {
  const now = tidy(one.now);
  return one.to === null ? say(lang, 'issue.mend', { now }) : arrowWords(one, lang);
}

/** Why, in a few words: the slip; where none is known, how much the mistake breaks, or the sum itself. */
function whyOf(issue: Issue, { lang }: Sheet): string {
  const slip = issue.corrections.find(one => one.slip !== null)?.slip;
  if (slip) return say(lang, `slip.short.${slip}`);
  if (issue.findings.length > 1) return say(lang, 'todo.breaks', { count: issue.findings.length });
  const equation = tidy(issue.lead.equation ?? '');
  return displayWidth(equation) <= EQUATION ? equation : '';
}

/** Columns an equation may take in the list. */
const EQUATION = 30;

/** Where no figure can be told to be the wrong one: where to begin, and the sum that does not come out. */
function withoutChange(issue: Issue, sheet: Sheet): string {
  const { lead } = issue;
  const [spot] = lead.spots;
  const place = spot ? whereWords(spot, sheet.finder) : '';
  const message = reasonOf(issue, sheet);
  return place === '' ? message : say(sheet.lang, 'problem.at', { place, message });
}

/** A relation by the name of what must hold and by its outcome; what is no relation by its sentence. */
function reasonOf(issue: Issue, { lang, rules }: Sheet): string {
  const { lead } = issue;
  const known = rules.find(({ id }) => id === lead.rule);
  if (lead.verdict === 'form' || !known || !lead.equation) return reasonWords(issue, lang).replace(/[。.]$/, '');
  const title = tidy(lang === 'en' ? known.en.title : known.title);
  return say(lang, 'todo.unmet', { title, outcome: outcomeOf(tidy(lead.equation)) });
}

/** «304.70 > 227.29» of «26.23 + … = 304.70 > 227.29». */
function outcomeOf(equation: string): string {
  const sides = equation.split(/(?= [=≠<>≤≥] )/);
  return sides.length > 2 ? sides.slice(-2).join('').replace(/^ = /, '') : equation;
}
