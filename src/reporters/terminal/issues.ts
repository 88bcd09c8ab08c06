import type { Audit, Correction, Finding, Issue } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { arrowWords, changesOf, changeWords, choiceWords, followersOf, reasonWords, slipWords } from '../parts/issues.ts';
import { ordered } from '../parts/spots.ts';
import { offsetOf, passageOf, whereWords } from '../parts/where.ts';
import { displayWidth, fit, hang, pad } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import { quoteAround } from './quote.ts';
import type { Sheet } from './sheet.ts';

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
/** How many choices, places and followers are spelled out before the rest is counted. */
const FEW = 4;
/** Rows of places that are told of one way of writing. */
const ROWS = 3;

/** Problems that call for something to be done; notes are told apart. */
export function loudOf({ issues }: Pick<Audit, 'issues'>, sheet: Sheet): Issue[] {
  return ordered(issues, sheet).filter(({ severity }) => severity !== 'note');
}

/** The list a person works through: number, place, what becomes what, and what it looks like. */
export function todoList(audit: Audit, sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const loud = loudOf(audit, sheet);
  const room = String(loud.length).length;
  return loud.flatMap((issue, i) => {
    const number = `${pad(String(i + 1), room, 'left')}  `;
    const level = issue.severity === 'warning' ? `${say(lang, 'severity.warning')} ` : '';
    const text = level + todoWords(issue, sheet);
    return hang(`  ${number}`, tidy(text), width).map((line, n) => (n === 0 ? line.replace(number, paint.bold(number)) : line));
  });
}

/** «place：78.57 → 87.57，像是相邻两位数字写反». */
function todoWords(issue: Issue, sheet: Sheet): string {
  const { lang } = sheet;
  const changes = changesOf(issue);
  if (changes.length === 0) return shortReason(issue, sheet);
  const [first] = changes;
  const at = (one: Correction) =>
    say(lang, 'problem.at', { place: whereWords(one.spot, sheet.finder), message: arrowWords(one, lang) });
  if (issue.corrections.length === 0) {
    const values = changes.map(one => arrowWords(one, lang)).join(say(lang, 'list.or'));
    return say(lang, 'todo.choice', {
      place: whereWords(first!.spot, sheet.finder),
      count: issue.choices,
      values: fit(values, ROOM),
    });
  }
  if (changes.length > FEW) return say(lang, 'todo.many', { first: at(first!), count: changes.length });
  const why = first!.slip === null ? '' : say(lang, 'todo.why', { slip: say(lang, `slip.${first!.slip}`) });
  const unknown = first!.to === null ? say(lang, 'todo.why', { slip: shortReason(issue, sheet) }) : '';
  return changes.map(at).join(say(lang, 'csv.and')) + why + unknown;
}

/** Columns that choices or a reason may take in the list. */
const ROOM = 56;

function shortReason(issue: Issue, { lang }: Sheet): string {
  return fit(reasonWords(issue, lang).replace(/[。.]$/, ''), ROOM);
}

/** Each problem in full, once: what to change, why, the equation, where to look; then what else follows from it. */
export function details(audit: Audit, sheet: Sheet): string[] {
  return loudOf(audit, sheet).flatMap((issue, i) => [...detail(issue, i + 1, sheet), '']);
}

function detail(issue: Issue, number: number, sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const { lead, severity } = issue;
  const label = `${say(lang, `severity.${severity}`)} ${number}  `;
  const indent = ' '.repeat(INDENT);
  const inner = width - INDENT;
  const [head = '', ...more] = hang(label, `${headline(issue, sheet)} #${issue.id}`, width);
  const reason = lead.verdict === 'form' && changesOf(issue).length === 0 ? [] : hang('', reasonWords(issue, lang), inner);
  const equation = lead.equation === null ? '' : tidy(lead.equation);
  const rule = ruleWords(lead, sheet);
  const fits = equation !== '' && displayWidth(equation) + displayWidth(rule) + 3 <= inner;
  const body = [
    ...choices(issue, sheet, inner),
    ...reason,
    ...(fits
      ? [`${paint.bold(equation)}   ${paint.dim(rule)}`]
      : [
          ...hang('', equation, inner)
            .filter(Boolean)
            .map(line => paint.bold(line)),
          ...hang('', rule, inner).map(line => paint.dim(line)),
        ]),
    ...(issue.corrections.length > FEW ? everywhere(issue, sheet, inner) : places(issue, sheet, inner)),
    ...alsoLines(issue, sheet, inner),
  ];
  const colour = paint[COLOUR[severity]].bold;
  return [colour(head.slice(0, label.length)) + head.slice(label.length), ...more, ...body.map(line => indent + line)];
}

const INDENT = 6;

/** What to change, by the name of the figure. */
function headline(issue: Issue, sheet: Sheet): string {
  const { lang } = sheet;
  const changes = changesOf(issue);
  if (changes.length === 0) return reasonWords(issue, lang);
  if (issue.corrections.length === 0) return choiceWords(issue, lang);
  if (changes.length > FEW) return say(lang, 'todo.many', { first: named(changes[0]!, issue, sheet), count: changes.length });
  return changes.map(one => named(one, issue, sheet)).join(say(lang, 'csv.and'));
}

function named(change: Correction, issue: Issue, sheet: Sheet): string {
  const { lang } = sheet;
  const { spot, now, to } = change;
  const name = shortened(tidy(spot.label), lang === 'zh' ? 48 : 60);
  const code = to === null ? 'issue.mend' : 'issue.change';
  const what = say(lang, code, { now: tidy(now), to: tidy(to ?? '') }) + slipWords(change, lang);
  if (name === '' || name === tidy(now) || issue.lead.verdict === 'form') return what;
  return say(lang, 'issue.named', { name, what });
}

/** Of a long name the end says most. */
function shortened(name: string, room: number): string {
  let cut = name;
  while (displayWidth(cut) > room) cut = cut.slice(1);
  return cut === name ? name : `…${cut}`;
}

function choices(issue: Issue, { finder, lang, paint }: Sheet, width: number): string[] {
  if (issue.corrections.length > 0) return [];
  return issue.candidates.flatMap(one =>
    hang('- ', changeWords(one, finder) + slipWords(one, lang), width).map(line => paint.green(line)),
  );
}

/** The rule with its short name. */
export function ruleWords({ rule }: Finding, { rules, lang }: Sheet): string {
  const known = rules.find(({ id }) => id === rule);
  return known ? `${rule} ${tidy(lang === 'en' ? known.en.title : known.title)}` : rule;
}

/** Where the figures to be changed stand, with the words around them; then where the others of the relation stand. */
function places(issue: Issue, sheet: Sheet, width: number): string[] {
  const { finder, lang, paint } = sheet;
  const told = new Set<string>();
  const at = issue.corrections.flatMap(({ spot }) => {
    told.add(passageOf(spot));
    const quote = quoteAround(spot, offsetOf(spot, finder), sheet, Math.max(40, width - 2));
    return [
      ...hang('', whereWords(spot, finder), width).map(line => paint.dim(line)),
      ...(quote === '' ? [] : hang('  ', quote, width)),
    ];
  });
  for (const { spot } of issue.candidates) told.add(passageOf(spot));
  const others = groupBy(
    issue.lead.spots.filter(spot => !told.has(passageOf(spot))),
    passageOf,
  );
  const shown = others.slice(0, sheet.all ? others.length : FEW);
  const against = shown.map(([spot]) =>
    say(lang, 'issue.printed', { place: whereWords(spot!, finder), printed: tidy(spot!.printed) }),
  );
  const left = others.length - shown.length;
  const more = left > 0 ? [say(lang, 'finding.more-places', { count: left })] : [];
  const text = [...against, ...more].join(say(lang, 'csv.and'));
  if (text === '') return at;
  return [
    ...at,
    ...hang('', say(lang, at.length > 0 ? 'issue.against' : 'issue.at', { places: text }), width).map(line => paint.dim(line)),
  ];
}

/** One way of writing that stands in many places: how often, and where. */
function everywhere({ corrections }: Issue, { finder, lang, all, paint }: Sheet, width: number): string[] {
  const words = [...new Set(corrections.map(({ spot }) => whereWords(spot, finder)))].filter(Boolean);
  const told = (places: readonly string[], more: string) =>
    hang('', say(lang, 'finding.everywhere', { count: corrections.length, places }) + more, width);
  // A place takes a column at least: of more than these not all can stand in so few rows.
  let shown = all ? words : words.slice(0, ROWS * width);
  while (!all && shown.length > 1 && told(shown, ' …').length > ROWS) shown = shown.slice(0, -1);
  return told(shown, shown.length < words.length ? ' …' : '').map(line => paint.dim(line));
}

/** The other relations that the same mistake breaks, by their places only. */
function alsoLines(issue: Issue, { finder, lang, all, paint }: Sheet, width: number): string[] {
  const followers = followersOf(issue);
  if (followers.length === 0 || issue.corrections.length > FEW) return [];
  const each = groupBy(followers, ({ spots, rule }) => `${rule} ${spots[0] ? whereWords(spots[0], finder) : ''}`).map(same => {
    const [{ spots, rule }] = same as [Finding];
    const place = spots[0] ? whereWords(spots[0], finder) : '';
    return `${rule} ${place}`.trim();
  });
  const shown = all ? each : each.slice(0, FEW);
  const text = say(lang, 'issue.also', { count: followers.length, places: shown }) + (shown.length < each.length ? ' …' : '');
  return hang('', text, width).map(line => paint.dim(line));
}
