import { type Place, placeOf } from '../../model/index.ts';
import { coreOf } from '../labels.ts';
import type { Mention } from '../mentions.ts';
import { originOf } from '../plain.ts';
import { type Clause, type Passage, printedOf } from './clauses.ts';
import type { Draft, Section } from './topics.ts';

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

/** A clause with a little of what follows, as printed. */
export function quoteIn({ passage }: Standing, clause: Clause): string {
  const end = Math.max(clause.end, Math.min(clause.start + 40, clause.end + 16));
  return printedOf(passage, clause.start, Math.min(passage.plain.s.length, end)).trim();
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
