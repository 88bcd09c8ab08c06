import { phrase } from '../phrases.ts';

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
    const named = number ? { number: Number(number[0]), index: match.index + number.index } : null;
    return { base: 'year', index: match.index, year: named };
  }
  const plan = phrase.budgetBase.exec(said);
  if (!plan) return null;
  const of = /\d{4}/.exec(plan.groups!.year ?? plan.groups!.planned ?? '')?.[0];
  const isOther = /^.上/.test(plan[0]) || (of !== undefined && year !== null && Number(of) !== year);
  return { base: isOther ? 'other' : 'budget', index: plan.index, year: null };
}

/** «与1946年创办的学校合并» compares nothing: a comparison says so, or says what came of it, or ends where the year does. */
function comparesIn(words: string): boolean {
  return /^.\d{4}年度?$/.test(words) || phrase.compared.test(words);
}
