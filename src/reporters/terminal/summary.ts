import { type Audit, isBarren, type Summary } from '../../model/index.ts';
import { causesTold } from '../parts/causes.ts';
import { clean, tidy } from '../parts/clean.ts';
import { gapsTold } from '../parts/open.ts';
import { bySeverity } from '../parts/spots.ts';
import { aroundWords, briefWords } from '../parts/where.ts';
import { displayWidth, fit, fitMiddle, hang, pad } from '../parts/width.ts';
import { doubtWords } from '../parts/words/doubt.ts';
import { type Lang, say } from '../parts/words/index.ts';
import type { Sheet } from './sheet.ts';
import { loudOf, todoList } from './todo.ts';

/** How many entries of a list are shown before the rest is counted; --all shows them all. */
const SOME = 5;

/** The first lines: how many places to change and which; then what was not read. */
export function opening(audit: Audit, sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const count = loudOf(audit, sheet).length;
  const title = count > 0 ? [paint.bold(say(lang, 'todo.title', { count }))] : [];
  const gaps = gapsTold(audit, lang).map(({ message }) => message);
  const shown = sheet.all ? gaps : gaps.slice(0, FEW);
  const left = gaps.length - shown.length;
  return [
    ...title,
    ...todoList(audit, sheet),
    ...shown.flatMap(message => hang(`${say(lang, 'unread.level')}  `, message, width).map(line => paint.yellow(line))),
    ...(left > 0 ? [paint.yellow(say(lang, 'list.more', { count: left }))] : []),
  ];
}

/** What was not read is told in so many sentences before the rest is counted. */
const FEW = 3;

/** What stays open: what the reader noticed, what could not be decided, what nothing speaks of. */
export function openEnds(audit: Audit, sheet: Sheet): string[] {
  const { lang } = sheet;
  const lost = new Set(audit.gaps.map(({ why }) => why));
  const notices = audit.notices
    .filter(({ code }) => !lost.has(code))
    .map(({ code, params, place }) => {
      const where = place ? aroundWords(place, audit, lang) : '';
      const message = tidy(say(lang, code, params));
      return where === '' ? message : say(lang, 'problem.at', { place: where, message });
    });
  const undecided = audit.undecided.map(({ rule, about: named, missing, doubt }) => {
    const about = tidy(named) || rule;
    const words = doubt
      ? say(lang, 'list.doubt', { about, doubt: doubtWords(doubt, lang) })
      : say(lang, 'list.missing', { about, missing: missing.map(tidy) });
    return `${words} ${rule}`;
  });
  return [
    ...section(say(lang, 'list.notices'), notices, sheet),
    ...section(say(lang, 'list.undecided', { count: undecided.length }), undecided, sheet),
    ...(sheet.all ? section(uncheckedTitle(audit, sheet), eachUnchecked(audit, sheet), sheet) : []),
  ];
}

/** Figures without a relation, as the summary counts them; what is no figure of the accounts is counted apart. */
function uncheckedTitle({ unchecked, summary: { unchecked: figures } }: Audit, { lang }: Sheet): string {
  const others = unchecked.length - figures;
  if (figures <= 0 || others < 0) return say(lang, 'list.unchecked-others', { count: unchecked.length });
  return say(lang, others > 0 ? 'list.unchecked-both' : 'list.unchecked', { count: figures, others });
}

/** Lines that one entry of a list may take. */
const LINES = 2;

function section(title: string, entries: readonly string[], sheet: Sheet): string[] {
  const { lang, width, all, paint } = sheet;
  if (entries.length === 0) return [];
  if (sheet.tight) {
    const more = entries.length > 1 ? say(lang, 'summary.all-hint') : '';
    const text = say(lang, 'problem.at', { place: title, message: tidy(entries[0]!) });
    return [fit(text, width - displayWidth(more)) + more];
  }
  const shown = all ? entries : entries.slice(0, SOME);
  const left = entries.length - shown.length;
  const more = left > 0 ? [`  ${say(lang, 'list.more', { count: left })}${say(lang, 'summary.all-hint')}`] : [];
  const lines = shown.flatMap(entry => {
    const all = hang('  - ', tidy(entry), width);
    return sheet.all || all.length <= LINES ? all : [...all.slice(0, LINES - 1), `${fit(all[LINES - 1]!, width - 1).trimEnd()}…`];
  });
  return [paint.bold(title), ...lines, ...more, ''];
}

function eachUnchecked(audit: Audit, { lang, finder }: Sheet): string[] {
  const figures = new Map(audit.figures.map(figure => [figure.place, figure]));
  return audit.unchecked.map(({ place, printed, label, why, params }) => {
    const message = `${[tidy(label), tidy(printed)].filter(Boolean).join(' ')} (${tidy(say(lang, why, params))})`;
    const figure = figures.get(place);
    const where = figure ? briefWords({ ...figure, figure }, finder) : aroundWords(place, audit, lang);
    return where === '' ? message : say(lang, 'problem.at', { place: where, message });
  });
}

/** What no relation speaks of, counted by the reason, in one line. */
function uncheckedByReason({ unchecked }: Audit, { lang }: Sheet, width: number): string {
  const counts = new Map<string, number>();
  for (const { why, params } of unchecked) {
    const reason = gist(tidy(say(lang, why, params)));
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const words = (shown: number) => {
    const told = sorted
      .slice(0, shown)
      .map(([reason, count]) => say(lang, 'list.reason', { count, reason: fitMiddle(reason, REASON) }));
    const left = sorted.slice(shown).reduce((sum, [, count]) => sum + count, 0);
    const more = left > 0 ? [say(lang, 'list.reason', { count: left, reason: say(lang, 'list.reason-other') })] : [];
    return [...told, ...more].join(say(lang, 'csv.and')) + (sorted.length > 0 ? say(lang, 'summary.all-hint') : '');
  };
  // The commonest, as many as fit into a line; the others are counted.
  for (let shown = sorted.length; shown > 1; shown--) if (displayWidth(words(shown)) <= width) return words(shown);
  return words(Math.min(1, sorted.length));
}

/** Without examples, and up to the first comma that stands in no brackets: what follows explains it. */
function gist(words: string): string {
  const reason = words.replace(/（如[^（）]*）| \(such as[^()]*\)/g, '');
  let depth = 0;
  for (let i = 0; i < reason.length; i++) {
    if (/[（(“]/.test(reason[i]!)) depth++;
    else if (/[）)”]/.test(reason[i]!)) depth--;
    else if (depth === 0 && (reason[i] === '，' || reason.startsWith(', ', i))) return reason.slice(0, i);
  }
  return reason;
}

/** Columns of one reason where many are told in one sentence. */
const REASON = 100;

/** The end of a report: verdicts, findings, coverage. Nothing that was not checked looks like a pass. */
export function summary(audit: Audit, sheet: Sheet): string[] {
  const { lang, paint, width } = sheet;
  const { summary: counts } = audit;
  const titles = ['results', 'findings', 'coverage', 'unchecked'].map(name => say(lang, `summary.${name}`));
  const room = Math.max(...titles.map(displayWidth)) + 2;
  const covered = say(lang, 'summary.figures', { ...counts, percent: share(counts.checked, counts.figures) });
  const open = sheet.all ? '' : uncheckedByReason(audit, sheet, width - room);
  const texts = [
    verdictWords(counts, lang),
    causesTold([audit], lang) + passedWords(passedOf(audit), lang),
    covered + (counts.bounded > 0 ? say(lang, 'summary.bounded', { count: counts.bounded }) : ''),
    open,
  ];
  const lines = texts.flatMap((text, i) => (text === '' ? [] : hang(pad(titles[i]!, room), text, width)));
  const colour = counts.errors > 0 ? paint.red : counts.warnings > 0 ? paint.yellow : (text: string) => text;
  return [paint.dim('-'.repeat(width)), ...lines, ...closing(audit, sheet).map(line => colour(line)), ...hints(audit, sheet)];
}

/** Problems that a baseline or the configuration lets pass. */
export const passedOf = ({ dropped, suppressed = [] }: Audit): number => dropped?.length ?? suppressed.length;

export const passedWords = (count: number, lang: Lang): string => (count > 0 ? say(lang, 'summary.suppressed', { count }) : '');

/** How many relations there are, by their verdicts. */
export function verdictWords(counts: Summary, lang: Lang): string {
  const { holds, rounding, fails, undecided } = counts;
  return say(lang, 'summary.verdicts', { ...counts, total: holds + rounding + fails + undecided });
}

/** The list once more, where the beginning is out of sight by now. */
export function again(audit: Audit, sheet: Sheet): string[] {
  const count = loudOf(audit, sheet).length;
  if (count === 0) return [];
  return [sheet.paint.bold(say(sheet.lang, 'todo.again', { count })), ...todoList(audit, sheet, true)];
}

/** What a search that was cut short means, and how to learn more about a finding. */
function hints({ file, findings, issues }: Audit, { lang, paint, width }: Sheet): string[] {
  const cut = findings.some(finding => finding.params.cut) ? hang('', say(lang, 'summary.cut'), width) : [];
  const [first] = bySeverity(issues);
  if (!first) return cut;
  const target = `${clean(file)}#${first.id}`;
  const example = /[\s'"]/.test(target) ? `"${target}"` : target;
  return [
    ...cut.map(line => paint.yellow(line)),
    ...hang('', say(lang, 'summary.explain', { example }), width).map(line => paint.dim(line)),
  ];
}

/** What has to be said of a report that was not checked, or in which nothing was found. */
export function closing(audit: Audit, { lang, width, paint }: Sheet): string[] {
  const dropped = audit.suppressed?.length ?? 0;
  if (isBarren(audit)) {
    return hang('', say(lang, 'summary.nothing'), width).map(line => paint.yellow.bold(line));
  }
  if (audit.issues.length > 0 || audit.gaps.length > 0) return [];
  return [paint.green(say(lang, dropped > 0 ? 'summary.clean-known' : 'summary.clean'))];
}

/** Whole per cent, rounded down: 100 is only said when it is all. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
