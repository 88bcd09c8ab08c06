import { type Measure, type Place, placeOf, type Remark, remarkAtFigure, remarkAtSpot } from '../../../model/index.ts';
import { coreOf } from '../../labels.ts';
import type { Mention } from '../../mentions.ts';
import { phrase } from '../../phrases.ts';
import { originOf } from '../../plain.ts';
import type { Completion, Draft, Section } from '../topics.ts';
import { type Clause, type Passage, printedOf } from './clauses.ts';

/** Where a walk stands. */
export interface Standing {
  readonly passage: Passage;
  readonly block: number;
  readonly section: Section;
}

/** The place of plain characters [start, end) of the paragraph. */
export function placeIn({ passage, block }: Standing, start: number, end: number): Place {
  const [from, to] = originOf(passage.plain, start, end);
  return { ...placeOf(passage.text, from, to), block };
}

/** A clause with the next few, as printed: about forty characters, cut where a clause ends. */
export function quoteIn({ passage }: Standing, clause: Clause): string {
  const after = passage.clauses.slice(passage.clauses.indexOf(clause));
  const last = after.find(one => one.end >= clause.start + 40) ?? after.at(-1) ?? clause;
  const end = last.end - clause.start > 140 ? clause.end : last.end;
  return printedOf(passage, clause.start, end).trim();
}

/** A rate of completion, with the words before it that name its budget. */
export function completionOf(standing: Standing, clause: Clause, rate: Draft, measure: Measure | null): Completion {
  const names = measure === '年初预算' || measure === '全年预算' ? phrase.budgetNames[measure] : null;
  const match = names?.exec(clause.text);
  if (!match) return { rate, measure, word: null };
  const [start, end] = [clause.start + match.index, clause.start + match.index + match[0].length];
  return { rate, measure, word: { place: placeIn(standing, start, end), printed: printedOf(standing.passage, start, end) } };
}

/** Where the name of an item stands before its amount; names are known without «的» and «、». */
export function nameIn(standing: Standing, name: string, mention: Mention): Pick<Draft, 'name'> {
  const { s } = standing.passage.plain;
  const chars = [...name].map(one => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[、的]?');
  const match = new RegExp(chars).exec(s.slice(0, mention.start));
  if (!match) return {};
  const end = match.index + match[0].length;
  return { name: { place: placeIn(standing, match.index, end), printed: printedOf(standing.passage, match.index, end) } };
}

/** A mention as a figure whose fact is not known yet. */
export function draftOf(standing: Standing, clause: Clause, mention: Mention, lead: string, entity: string | null): Draft {
  const end = mention.amount.kind === 'percent' ? mention.unitEnd : mention.end;
  return {
    id: '',
    printed: printedOf(standing.passage, mention.start, end),
    amount: mention.amount,
    place: placeIn(standing, mention.start, end),
    label: coreOf(lead, entity) || lead,
    section: standing.section.title,
    quote: quoteIn(standing, clause),
    fact: { indicator: null, scope: null, period: null, measure: null },
  };
}

/** The figure whose digits a pattern names `n`; `offset`: where the matched text begins in the paragraph. */
export function draftAt(standing: Standing, match: RegExpExecArray, drafts: readonly Draft[], offset = 0): Draft | null {
  const digits = match.groups!.n!;
  const start = offset + match.index + match[0].lastIndexOf(digits, match[0].indexOf(digits));
  return figureIn(standing, start, start + digits.length, drafts);
}

/** The figure that was read from exactly the plain characters [start, end) of the paragraph. */
export function figureIn<F extends { readonly place: Place }>(
  standing: Standing,
  start: number,
  end: number,
  figures: readonly F[],
): F | null {
  const place = JSON.stringify(placeIn(standing, start, end));
  return figures.find(one => JSON.stringify(one.place) === place) ?? null;
}

/** «支出 0.40 万，»: a unit that lost its second half; not «187 万册», nor «受益群众 2.3 万». */
export function isHalf({ passage }: Standing, { amount, unitEnd }: Mention, { label }: Draft): boolean {
  const { s } = passage.plain;
  return amount.unit === '万' && /^[，。；、（）]?$/.test(s[unitEnd] ?? '') && MONEY.test(label);
}

const MONEY = /支出|收入|[费款]|资金|[预决]算|金额|合计|总计|采购|结[转余]/;

/** «预算为 12.50，» or «0.40 万，» where all other amounts carry 万元. */
export function missingUnit(standing: Standing, mention: Mention, draft: Draft): Remark {
  const expected = draft.printed + (draft.amount.kind === 'percent' ? '%' : '万元');
  if (draft.amount.unit !== '万') return remarkAtFigure('FRM-003', 'narrative', draft, { holds: false, expected });
  const place = placeIn(standing, mention.start, mention.unitEnd);
  return remarkAtSpot('FRM-003', 'narrative', { ...draft, place, printed: `${draft.printed}万` }, { holds: false, expected });
}

/** More of them are how a report writes its amounts, now and then at least. */
const HABIT = 2;

/**
 * Without the remarks on «万» where that is how the report writes its amounts, nor those on amounts whose section states their unit
 * (`declared`: of a block).
 */
export function unusualUnits(
  remarks: readonly Remark[],
  drafts: readonly Draft[],
  declared: (block: number) => boolean,
): Remark[] {
  const told = remarks.filter(one => one.rule === 'FRM-003');
  const half = told.filter(one => one.printed.endsWith('万'));
  const whole = drafts.filter(one => one.amount.unit === '万元');
  const isHabit = half.length > HABIT || half.length > whole.length;
  const known = told.filter(
    ({ printed, expected, place }) => !printed.endsWith('万') && isMoney(expected) && declared(place.block ?? -1),
  );
  return remarks.filter(one => !known.includes(one) && !(isHabit && half.includes(one)));
}

const isMoney = (expected: string | undefined) => expected?.endsWith('元') === true;
