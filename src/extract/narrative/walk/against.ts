import { coreOf } from '../../labels.ts';
import { phrase, withoutBase } from '../../phrases.ts';
import type { Topic } from '../topics.ts';
import { type Clause, leadOf } from '../words/clauses.ts';
import { roleOf } from '../words/roles.ts';

/** What changes are measured against: last year, this year's budget, or what this report does not tell (another year's plan). */
export type Against = 'year' | 'budget' | 'other';

/** A comparison that words announce, where they begin, and the year they name; offsets are into the words. */
export interface Comparison {
  readonly base: Against;
  readonly index: number;
  readonly year: { readonly number: number; readonly index: number } | null;
}

/** «与2020年相比», «较上年», «比预算数»: what the next changes are measured against; `year`: of the report. */
export function comparisonIn(said: string, year: number | null): Comparison | null {
  const match = phrase.yearBase.exec(said);
  if (match) {
    const number = /\d{4}/.exec(match[0]);
    if (number && !comparesIn(said.slice(match.index))) return null;
    // «与2020年执行数相比», in a report of 2020.
    const estimated = number !== null && isEstimate(said.slice(match.index + number.index), year);
    if (estimated) return { base: 'other', index: match.index, year: null };
    const named = number ? { number: Number(number[0]), index: match.index + number.index } : null;
    return { base: 'year', index: match.index, year: named };
  }
  const plan = phrase.budgetBase.exec(said);
  if (!plan) return null;
  const of = /\d{4}/.exec(plan.groups!.year ?? plan.groups!.planned ?? '')?.[0];
  const isOther = /^.上/.test(plan[0]) || (of !== undefined && year !== null && Number(of) !== year);
  return { base: isOther ? 'other' : 'budget', index: plan.index, year: null };
}

function isEstimate(from: string, year: number | null): boolean {
  return year !== null && from.startsWith(`${year}年`) && phrase.estimated.test(from.slice(5));
}

/** «与1946年创办的学校合并» compares nothing: a comparison says so, or says what came of it, or ends where the year does. */
function comparesIn(words: string): boolean {
  return /^.\d{4}年度?$/.test(words) || phrase.compared.test(words);
}

/** «…，小于预算数的主要原因是…，与上年相比减少 d»: of a change that is not told yet, by no other name, what is spoken of is told on. */
export function comparesAfter(clause: Clause, current: Topic | null, entity: string | null): boolean {
  const [mention] = clause.mentions;
  if (!mention || !current?.level || current.changes.some(one => one.base === 'year')) return false;
  const role = roleOf(mention, leadOf(clause, 0));
  if ((role.kind !== 'change' && role.kind !== 'changeRate') || mention.amount.kind === 'count') return false;
  return phrase.yearBase.exec(clause.text)?.index === 0 && coreOf(withoutBase(role.lead), entity) === '';
}
