import {
  type Audit,
  type Correction,
  type Issue,
  type List,
  type ListRow,
  type Mark,
  OWN_TITLE,
  type Place,
} from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { choiceWords, excessOf, isInnocent, reasonWords, slipWords } from '../parts/issues.ts';
import { type Finder, finderOf, whereWords } from '../parts/where.ts';
import { type Lang, say } from '../parts/words/index.ts';

/**
 * What is to be marked in the copies of a report's files: corrections and choices with a comment each, the other figures of their
 * equations without; ticks behind figures that tie where they are asked for. Problems that are notes are marked as notes, never changed.
 */
export function marksOf(audit: Audit, lang: Lang, ticks: boolean): Mark[] {
  const finder = finderOf(audit, lang);
  const loud = audit.issues.filter(({ severity }) => severity !== 'note');
  const said = loud.flatMap((issue, i) => marksOfIssue(issue, `${i + 1}／${loud.length}`, finder));
  const notes = audit.issues.filter(({ severity }) => severity === 'note').flatMap(issue => marksOfNote(issue, finder));
  const failing = new Set(
    audit.issues.flatMap(issue => issue.findings.flatMap(({ spots }) => spots.flatMap(({ figure }) => figure?.id ?? []))),
  );
  const tied = ticks
    ? audit.figures.filter(({ id }) => (audit.ties.get(id) ?? 0) > 0 && !audit.bounded.has(id) && !failing.has(id))
    : [];
  return [...said, ...notes, ...tied.map(({ place, printed }): Mark => ({ place, printed, state: 'tied' }))];
}

function marksOfIssue(issue: Issue, number: string, finder: Finder): Mark[] {
  const { corrections, candidates, lead } = issue;
  const { lang } = finder;
  const changes = corrections.length > 0 ? corrections : candidates;
  const marks = changes.map((change, i): Mark => {
    const choice = corrections.length > 0 ? '' : `${choiceWords(issue, lang)}（${i + 1}／${candidates.length}）\n`;
    const note = `${say(lang, 'annotate.problem', { number })} ${choice}${doWords(change, lang)}\n${becauseWords(issue, lang)}`;
    const certain = corrections.length > 0;
    return {
      place: change.spot.place,
      printed: change.now || change.spot.printed,
      state: certain ? 'wrong' : 'candidate',
      note,
      ...(certain && change.to !== null ? { to: change.to } : {}),
    };
  });
  const taken = new Set(changes.map(({ spot }) => keyOf(spot.place, spot.printed)));
  const others = lead.spots.filter(({ place, printed }) => !taken.has(keyOf(place, printed)));
  const note = `${say(lang, 'annotate.problem', { number })} ${reasonWords(issue, lang)}`;
  const involved = others.map(({ place, printed }, i): Mark => {
    // Where nothing tells which figure is wrong, the first one carries the words.
    return { place, printed, state: 'involved', ...(changes.length === 0 && i === 0 ? { note } : {}) };
  });
  return [...marks, ...involved];
}

function marksOfNote(issue: Issue, { lang }: Finder): Mark[] {
  const [spot] = issue.lead.spots;
  if (!spot) return [];
  return [
    {
      place: spot.place,
      printed: spot.printed,
      state: 'involved',
      note: `${say(lang, 'severity.note')} ${reasonWords(issue, lang)}`,
    },
  ];
}

const keyOf = (place: Place, printed: string) => JSON.stringify([place, printed]);

/** «请把 79.63 改为 76.93（相邻两位数字写反）。» */
function doWords(change: Correction, lang: Lang): string {
  const { now, to } = change;
  const slip = slipWords(change, lang);
  if (to === null) return say(lang, 'annotate.mend', { now: tidy(now), slip });
  return say(lang, now === '' ? 'annotate.insert' : 'annotate.change', { now: tidy(now), to: tidy(to), slip });
}

function becauseWords(issue: Issue, lang: Lang): string {
  const equation = issue.lead.equation === null ? '' : `\n${tidy(issue.lead.equation)}`;
  return reasonWords(issue, lang) + equation;
}

/** Columns of the list in front of a workbook, with their widths in characters. */
const COLUMNS: readonly (readonly [key: string, width: number])[] = [
  ['number', 6],
  ['level', 7],
  ['table', 20],
  ['cell', 9],
  ['label', 22],
  ['now', 12],
  ['to', 12],
  ['excess', 10],
  ['equation', 32],
  ['why', 42],
  ['done', 7],
];

/** The list that stands in front of a marked workbook. */
export function listOf(audit: Audit, lang: Lang): List {
  return {
    name: say(lang, 'annotate.list'),
    title: OWN_TITLE,
    head: COLUMNS.map(([key]) => say(lang, `annotate.col.${key}`)),
    widths: COLUMNS.map(([, width]) => width),
    rows: listRows(audit, lang),
  };
}

/** Its rows: 序号 级别 表 单元格 科目 现为 改为 相差 算式 说明 已改. */
function listRows(audit: Audit, lang: Lang): ListRow[] {
  const finder = finderOf(audit, lang);
  // Numbered as the comments are: what has to be done first, then what is only noted.
  const isNote = ({ severity }: Issue) => severity === 'note';
  const sorted = [...audit.issues.filter(issue => !isNote(issue)), ...audit.issues.filter(isNote)];
  return sorted.flatMap((issue, i): ListRow[] => {
    const changes = issue.corrections.length > 0 ? issue.corrections : issue.candidates;
    const choice = issue.corrections.length === 0 && changes.length > 0 ? `${choiceWords(issue, lang)} ` : '';
    const why = choice + reasonWords(issue, lang);
    const row = (spot: Correction['spot'] | undefined, now: string, to: string, excess: string): ListRow => {
      const { sheet, cell } = spot?.place ?? {};
      const where = spot ? whereWords(spot, finder) : '';
      const cells = [
        String(i + 1),
        say(lang, `severity.${issue.severity}`),
        tidy(spot?.figure?.at?.table ?? where),
        cell ?? '',
        tidy(spot?.label ?? ''),
        tidy(now),
        tidy(to),
        excess,
        tidy(issue.lead.equation ?? ''),
        why,
        '□',
      ];
      return { cells, ...(sheet !== undefined && cell !== undefined ? { link: { at: 3, sheet, cell } } : {}) };
    };
    const [first] = issue.lead.spots;
    if (changes.length === 0) return [row(first, isInnocent(issue) ? '' : (first?.printed ?? ''), '', '')];
    return changes.map(change => row(change.spot, change.now, change.to ?? '', excessOf(change)));
  });
}
