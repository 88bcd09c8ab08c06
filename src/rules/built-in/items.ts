import { bareSubject } from '../../domain/index.ts';
import type { Figure, Reading, Relation } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { observedAt } from '../observed.ts';

/** Items of the narrative and rows of the table are compared by their own names, without brackets, «的», «、» and «支出» at the end. */
const itemOf = ({ fact, amount }: Figure, level: string, head: string): string | null => {
  const path = fact.indicator?.split('/') ?? [];
  const isItem = path[0] === head && path.length === 4 && fact.scope === '一般公共预算' && fact.measure === level;
  return isItem && amount.kind === 'money' && amount.value.gt(0) ? path[3]! : null;
};
/** So many items must be told before a missing one is noticed. */
const FEW = 3;

/** The 项 that the text goes through one by one are those of the table of general-budget expenditure: none is missing, none is another's. */
export function itemsOfTable(reading: Reading, facts: Facts): Relation[] {
  return reading.kind === 'budget' ? HEADS.flatMap(head => held(reading, facts, head)) : held(reading, facts, HEADS[0]);
}

/** What is spent; in a budget also what the year grants. */
const HEADS = ['功能', '功能本年收入'] as const;

function held(reading: Reading, facts: Facts, head: string): Relation[] {
  const items = reading.figures.flatMap(figure => {
    const name = itemOf(figure, facts.level, head);
    return name === null ? [] : [{ figure, name, key: bareSubject(name) }];
  });
  const rows = items.filter(({ figure }) => figure.at);
  const told = items.filter(({ figure }) => !figure.at && !figure.derived);
  if (!rows.length || told.length < FEW) return [];
  const [inTable, inText] = [rows, told].map(list => new Set(list.map(one => one.key))) as [Set<string>, Set<string>];
  const strange = told.filter(({ key }) => !inTable.has(key));
  const printed = reading.figures.filter(figure => !figure.at && figure.amount.kind === 'money');
  const missing = rows.filter(
    ({ key, figure }) =>
      !inText.has(key) && !printed.some(one => one.amount.value.minus(figure.amount.value).abs().lt(figure.amount.step)),
  );
  const seen = new Set<string>();
  return [
    ...strange.map(({ figure, name }) => {
      const twin = rows.find(row => row.figure.amount.value.eq(figure.amount.value) && !inText.has(row.key));
      const figures = twin ? [figure, twin.figure] : [figure];
      const params = { name, amount: figure.printed };
      return observedAt('TXT-011', figure, { holds: false, params, expected: twin?.name ?? null, figures, ...figure.name });
    }),
    ...(missing.length * 4 > rows.length ? [] : missing)
      .filter(({ key }) => !seen.has(key) && seen.add(key))
      .map(({ figure, name }) => observedAt('TXT-012', figure, { holds: false, params: { name, table: figure.at!.table } })),
  ];
}
