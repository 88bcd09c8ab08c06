import type { Audit, Check, Figure, Reading, Relation, Unchecked, Undecided } from '../../model/index.ts';
import { figuresOf } from '../../model/index.ts';

/** Figure id → how many decided relations speak of it. */
export function tiesOf(checks: readonly Check[], reading: Reading): Map<string, number> {
  const ties = new Map(reading.figures.map(figure => [figure.id, 0]));
  for (const { relation, verdict } of checks) {
    if (verdict === 'undecided') continue;
    for (const { id } of figuresOf(relation)) ties.set(id, (ties.get(id) ?? 0) + 1);
  }
  return ties;
}

/** The figures that decided relations speak of, but none that says what they are: a part that is not above its whole, an order. */
export function boundedOf(checks: readonly Check[], reading: Reading): Set<string> {
  const bounded = new Set<string>();
  const firm = new Set<string>();
  for (const { relation, verdict } of checks) {
    if (verdict === 'undecided') continue;
    for (const { id } of figuresOf(relation)) (isFirm(relation) ? firm : bounded).add(id);
  }
  return new Set(reading.figures.map(({ id }) => id).filter(id => bounded.has(id) && !firm.has(id)));
}

/** The figures that a relation which fixes their value holds to be right. */
export function heldOf(checks: readonly Check[]): Set<string> {
  const firm = checks.filter(({ verdict, relation }) => verdict === 'holds' && relation.kind !== 'form' && isFirm(relation));
  return new Set(firm.flatMap(({ relation }) => figuresOf(relation).map(({ id }) => id)));
}

/** Whether a relation fixes a value, as far as printed digits go. */
function isFirm(relation: Relation): boolean {
  switch (relation.kind) {
    case 'agree':
    case 'ratio':
      return true;
    case 'linear':
    case 'order':
      return relation.compare === '=';
    case 'implied':
      return !relation.open;
    case 'form':
      return relation.expected !== null;
  }
}

/** Every figure that no decided relation speaks of, and every passage that could not be read, with the reason. */
export function uncheckedOf(checks: readonly Check[], reading: Reading, ties: ReadonlyMap<string, number>): Unchecked[] {
  const waiting = new Map<string, Check>();
  for (const check of checks) {
    if (check.verdict !== 'undecided') continue;
    for (const { id } of figuresOf(check.relation)) if (!waiting.has(id)) waiting.set(id, check);
  }
  const checked = new Set(reading.figures.filter(({ id }) => ties.get(id) !== 0).map(({ place }) => place));
  const told = new Map(reading.unread.filter(one => !checked.has(one.place)).map(one => [one.place, one]));
  const figures = reading.figures
    .filter(figure => ties.get(figure.id) === 0)
    .map(({ id, place, printed, label, section, amount, fact }): Unchecked => {
      const check = waiting.get(id);
      const missing = check && !check.doubt && missingIn(check);
      const reason = told.get(place);
      if (reason) {
        told.delete(place);
        return { place, printed, label, section, why: reason.why, params: reason.params ?? {} };
      }
      const why = amount.approximate
        ? 'approximate'
        : check?.doubt
          ? 'doubtful'
          : missing
            ? 'neighbour-unreadable'
            : fact.indicator === null
              ? 'unbound'
              : 'no-counterpart';
      return {
        place,
        printed,
        label,
        section,
        why: `locate.why.${why}`,
        params: missing ? { about: check.relation.about, missing } : {},
      };
    });
  const passages = [...told.values()].map(
    ({ place, printed, why, params }): Unchecked => ({ place, printed, label: '', section: '', why, params: params ?? {} }),
  );
  return [...figures, ...passages];
}

/** Relations that could not be decided, and what they lack, or what is doubtful about them. */
export function undecidedOf(checks: readonly Check[]): Audit['undecided'] {
  const withdrawn = new Set<string>();
  return checks.flatMap((check): Undecided[] => {
    const { relation, verdict, doubt } = check;
    if (verdict !== 'undecided') return [];
    const { rule, about } = relation;
    if (!doubt) return [{ rule, about, missing: missingIn(check) }];
    // What was withdrawn with one reading is told once.
    if (doubt.key !== undefined && withdrawn.has(doubt.key)) return [];
    if (doubt.key !== undefined) withdrawn.add(doubt.key);
    return [{ rule, about, missing: [], doubt }];
  });
}

/** What is named as missing; else the figures that are only approximate, or rates of nothing. */
function missingIn({ missing, relation }: Check): readonly string[] {
  if (missing.length > 0) return missing;
  const vague = (figure: Figure) => figure.amount.approximate || (figure.amount.kind === 'percent' && figure.amount.value.eq(0));
  return figuresOf(relation)
    .filter(vague)
    .map(figure => `${figure.label}${figure.printed}${figure.amount.unit}`);
}
