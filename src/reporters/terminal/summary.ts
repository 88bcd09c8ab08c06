import { type Audit, type Failure, isBarren, type Summary } from '../../model/index.ts';
import { causesTold } from '../parts/causes.ts';
import { clean, tidy } from '../parts/clean.ts';
import { withoutSharedFolder } from '../parts/filenames.ts';
import { gapsTold } from '../parts/open.ts';
import { placeWords } from '../parts/places.ts';
import { bySeverity } from '../parts/spots.ts';
import { displayWidth, fitMiddle, hang, pad } from '../parts/width.ts';
import { doubtWords } from '../parts/words/doubt.ts';
import { say } from '../parts/words/index.ts';
import { loudOf, todoList } from './issues.ts';
import type { Sheet } from './sheet.ts';

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
  const { lang, named } = sheet;
  const lost = new Set(audit.gaps.map(({ why }) => why));
  const notices = audit.notices
    .filter(({ code }) => !lost.has(code))
    .map(({ code, params, place }) => {
      const where = place ? placeWords(place, lang, named) : '';
      const message = say(lang, code, params);
      return where === '' ? message : say(lang, 'problem.at', { place: where, message });
    });
  const undecided = audit.undecided.map(({ rule, about: named, missing, doubt }) => {
    const about = tidy(named) || rule;
    const words = doubt
      ? say(lang, 'list.doubt', { about, doubt: doubtWords(doubt, lang) })
      : say(lang, 'list.missing', { about, missing: missing.map(tidy) });
    return `${words} ${rule}`;
  });
  const unchecked = sheet.all ? eachUnchecked(audit, sheet) : uncheckedByReason(audit, sheet);
  return [
    ...section(say(lang, 'list.notices'), notices, sheet),
    ...section(say(lang, 'list.undecided', { count: undecided.length }), undecided, sheet),
    ...section(say(lang, 'list.unchecked', { count: audit.unchecked.length }), unchecked, sheet),
  ];
}

function section(title: string, entries: readonly string[], { lang, width, all, paint }: Sheet): string[] {
  if (entries.length === 0) return [];
  const shown = all ? entries : entries.slice(0, SOME);
  const left = entries.length - shown.length;
  const more = left > 0 ? [`  ${say(lang, 'list.more', { count: left })}${say(lang, 'summary.all-hint')}`] : [];
  return [paint.bold(title), ...shown.flatMap(entry => hang('  - ', tidy(entry), width)), ...more, ''];
}

function eachUnchecked({ unchecked }: Audit, { lang, named }: Sheet): string[] {
  return unchecked.map(({ place, printed, label, why, params }) => {
    const message = `${[tidy(label), tidy(printed)].filter(Boolean).join(' ')} (${say(lang, why, params)})`;
    return say(lang, 'problem.at', { place: placeWords(place, lang, named), message });
  });
}

function uncheckedByReason({ unchecked }: Audit, { lang }: Sheet): string[] {
  const counts = new Map<string, number>();
  for (const { why, params } of unchecked) {
    const reason = say(lang, why, params);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => say(lang, 'list.reason', { count, reason }));
}

/** The end of a report: verdicts, findings, coverage. Nothing that was not checked looks like a pass. */
export function summary(audit: Audit, sheet: Sheet): string[] {
  const { lang, paint, width } = sheet;
  const { summary: counts } = audit;
  const dropped = audit.suppressed?.length ?? 0;
  const titles = ['results', 'findings', 'coverage'].map(name => say(lang, `summary.${name}`));
  const room = Math.max(...titles.map(displayWidth)) + 2;
  const covered = say(lang, 'summary.figures', { ...counts, percent: share(counts.checked, counts.figures) });
  const texts = [
    say(lang, 'summary.verdicts', { ...counts }),
    causesTold([audit], lang) + (dropped > 0 ? say(lang, 'summary.suppressed', { count: dropped }) : ''),
    covered +
      (counts.bounded > 0 ? say(lang, 'summary.bounded', { count: counts.bounded }) : '') +
      (counts.unchecked > 0 && !sheet.all ? say(lang, 'summary.all-hint') : ''),
  ];
  const lines = texts.flatMap((text, i) => hang(pad(titles[i]!, room), text, width));
  const colour = counts.errors > 0 ? paint.red : counts.warnings > 0 ? paint.yellow : (text: string) => text;
  return [
    paint.dim('-'.repeat(width)),
    ...lines,
    ...closing(audit, dropped, sheet).map(line => colour(line)),
    ...hints(audit, sheet),
  ];
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

function closing(audit: Audit, dropped: number, { lang, width, paint }: Sheet): string[] {
  if (isBarren(audit)) {
    return hang('', say(lang, 'summary.nothing'), width).map(line => paint.yellow.bold(line));
  }
  if (audit.issues.length > 0 || audit.gaps.length > 0) return [];
  return [paint.green(say(lang, dropped > 0 ? 'summary.clean-known' : 'summary.clean'))];
}

/** Whole per cent, rounded down: 100 is only said when it is all. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}

/** The end of a run over several reports: a line for each, and the total. */
export function total(audits: readonly Audit[], failures: readonly Failure[], sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const lines = [
    ...audits.map(audit => ({ file: audit.file, counts: countsOf(audit) })),
    ...failures.map(failure => ({ file: failure.file, counts: say(lang, 'summary.failed') })),
  ];
  const names = withoutSharedFolder(lines.map(line => clean(line.file)));
  const room = Math.min(Math.max(...names.map(displayWidth)), Math.max(20, width - 60));
  const sum = audits.map(audit => audit.summary).reduce(add, NONE);
  const title = failures.length > 0 ? 'summary.total-failed' : 'summary.total';
  return [
    paint.dim('='.repeat(width)),
    ...lines.flatMap(({ counts }, i) =>
      room + 2 + displayWidth(counts) <= width
        ? [`${pad(fitMiddle(names[i]!, room), room)}  ${counts}`]
        : [fitMiddle(names[i]!, width), ...hang('  ', counts, width)],
    ),
    '',
    paint.bold(say(lang, title, { reports: audits.length, failed: failures.length })),
    ...[say(lang, 'summary.verdicts', { ...sum }), causesTold(audits, lang)].flatMap(text => hang('  ', text, width)),
  ];

  function countsOf(audit: Audit): string {
    const { summary: counts } = audit;
    if (isBarren(audit)) return paint.yellow(say(lang, 'summary.barren'));
    const text = causesTold([audit], lang);
    return counts.errors > 0 ? paint.red(text) : counts.warnings > 0 ? paint.yellow(text) : text;
  }
}

const NONE: Summary = {
  figures: 0,
  checked: 0,
  bounded: 0,
  unchecked: 0,
  holds: 0,
  rounding: 0,
  fails: 0,
  undecided: 0,
  errors: 0,
  warnings: 0,
  notes: 0,
  problems: 0,
};

function add(a: Summary, b: Summary): Summary {
  const keys = Object.keys(NONE) as (keyof Summary)[];
  return Object.fromEntries(keys.map(key => [key, a[key] + b[key]])) as unknown as Summary;
}
