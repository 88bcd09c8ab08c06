import { Big, type Statement } from '../../model/index.ts';
import type { Draft } from '../narrative/topics.ts';
import type { IndicatorRow } from './indicators.ts';
import type { ReadSheet } from './sheet.ts';

/** Which sheets of a report tell again what an earlier one tells, and what that says about their figures. */
export interface Copies {
  readonly copies: ReadonlySet<ReadSheet>;
  readonly statements: readonly Statement[];
}

/**
 * The same self-evaluation may stand in the narrative and in the workbook beside it: a table of the same project with the same
 * money is one table told twice, and both must say the same. Of the same name with other money it is another project (of another
 * unit, of another year), and its money another fact.
 */
export function toldTwice(sheets: readonly ReadSheet[]): Copies {
  const copies = new Set<ReadSheet>();
  const statements: Statement[] = [];
  const known: ReadSheet[] = [];
  for (const sheet of sheets) {
    const namesakes = known.filter(one => nameOf(one) === nameOf(sheet));
    const original = namesakes.find(one => isCopy(one, sheet));
    if (original) {
      copies.add(sheet);
      statements.push(...agreeing(original, sheet));
      sayTheSame(original, sheet);
      continue;
    }
    if (namesakes.length && sheet.project !== null) tellApart(sheet, namesakes.length + 1);
    known.push(sheet);
  }
  leaveOneWhole(known.filter(sheet => sheet.project === null));
  return { copies, statements };
}

/** Project codes before a name, and marks inside it, are not told everywhere. */
export function nameOf({ project }: Pick<ReadSheet, 'project'>): string {
  return (project ?? '').replace(/^[\dA-Z]{6,}[-－—_]*/, '').replace(/[“”"'《》]/g, '');
}

/** At least half of the money that both tell is the same: a wrong figure does not make another project. */
function isCopy(one: ReadSheet, other: ReadSheet): boolean {
  const pairs = pairsOf(one, other).filter(([a]) => a.amount.kind === 'money');
  const same = pairs.filter(([a, b]) =>
    a.amount.value.minus(b.amount.value).abs().times(2).lte(a.amount.step.plus(b.amount.step)),
  );
  return pairs.length > 0 && same.length * 2 >= pairs.length;
}

/** Figures of the two that stand in the same row and column. */
function pairsOf(one: ReadSheet, other: ReadSheet): [Draft, Draft][] {
  const [a, b] = [cellsOf(one), cellsOf(other)];
  return [...a].flatMap(([key, draft]): [Draft, Draft][] => {
    const twin = b.get(key);
    return twin?.amount.kind === draft.amount.kind ? [[draft, twin]] : [];
  });
}

function cellsOf({ funding, indicators }: ReadSheet): Map<string, Draft> {
  const cells = new Map<string, Draft>();
  const take = (name: string, columns: Iterable<[string, Draft | null]>) => {
    for (const [column, draft] of columns) {
      const key = `${name}|${column}`;
      if (draft && !cells.has(key)) cells.set(key, draft);
    }
  };
  for (const { part, name, values } of funding) take(part === 'total' ? part : name, values);
  for (const row of indicators)
    take(
      `指标/${row.name}`,
      INDICATOR_COLUMNS.map(column => [column, row[column]]),
    );
  return cells;
}

const INDICATOR_COLUMNS = ['target', 'actual', 'rate', 'weight', 'score'] as const satisfies readonly (keyof IndicatorRow)[];

/** Money that is bound to a fact is held together by that; rates, scores and the money of indicators are said to be the same. */
function agreeing(one: ReadSheet, other: ReadSheet): Statement[] {
  return pairsOf(one, other)
    .filter(([a]) => a.amount.kind !== 'money' || a.fact.indicator === null)
    .map(figures => ({ kind: 'same', source: 'selfeval', figures, about: figures[0].label }));
}

/** Both are bound to one and the same project, however its name is written. */
function sayTheSame(original: ReadSheet, copy: ReadSheet): void {
  for (const [known, draft] of pairsOf(original, copy)) draft.fact = { ...known.fact };
}

function tellApart(sheet: ReadSheet, number: number): void {
  for (const row of sheet.funding)
    for (const draft of row.values.values())
      if (draft.fact.indicator) draft.fact = { ...draft.fact, indicator: `${draft.fact.indicator}（${number}）` };
}

/** Units of a department may have whole-unit tables of their own: the largest is the department's, and no other states its totals. */
function leaveOneWhole(sheets: readonly ReadSheet[]): void {
  const size = ({ funding }: ReadSheet) => funding.find(row => row.part === 'total')?.values.get('outcome')?.amount.value;
  const [, ...others] = [...sheets].sort((a, b) => (size(b) ?? NOTHING).cmp(size(a) ?? NOTHING));
  for (const { drafts } of others) for (const draft of drafts) draft.fact = { ...draft.fact, indicator: null };
}

const NOTHING = new Big(0);
