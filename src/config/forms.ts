import { indicatorList, statutory } from '../domain/index.ts';
import { type OwnForms, ownFormsSchema } from '../domain/own.ts';
import { nearest } from '../model/index.ts';
import { loadRules } from '../rules/index.ts';
import { type Located, type Opened, ofFile, openWith, raiseSorted, type Source } from './mistakes.ts';

/**
 * Reads a file of a province's own forms. Throws a Problem with every mistake in it, each with line, column and what was probably meant.
 */
export function parseForms(source: Source): OwnForms {
  try {
    const opened = openWith(source, ownFormsSchema);
    raiseSorted([...opened.mistakes, ...(opened.output ? mistakesIn(opened.output, opened.at) : [])]);
    return opened.output!;
  } catch (error) {
    throw ofFile('forms', error);
  }
}

/** What the schema cannot know: names that nothing has. */
function mistakesIn({ tables = [], indicators = {} }: OwnForms, at: Opened<OwnForms>['at']): Located[] {
  const mistakes: Located[] = [];
  const lacks = (what: string, given: string, known: readonly string[], path: readonly (string | number)[]) => {
    if (known.includes(given)) return;
    const guess = nearest(given, known);
    mistakes.push(
      at(`form.${what}${guess === undefined ? '' : '-near'}`, { given, guess: guess ?? '', names: known.slice(0, 20) }, path),
    );
  };
  const rules = loadRules().rules.map(({ id }) => id);
  const named = [...Object.keys(indicatorList), ...Object.keys(indicators), ...statedBy(statutory.tables)];
  const keys = statutory.tables.map(({ key }) => key);
  const seen = new Set(keys);
  tables.forEach((table, i) => {
    const here = ['tables', i] as const;
    if (seen.has(table.key)) mistakes.push(at('form.twice', { given: table.key }, [...here, 'key']));
    seen.add(table.key);
    if (table.like !== undefined) lacks('like', table.like, keys, [...here, 'like']);
    if (table.shape === undefined && table.like === undefined) mistakes.push(at('form.shapeless', {}, [...here]));
    const form = { ...statutory.tables.find(({ key }) => key === table.like), ...table };
    const columns = (form.columns ?? []).map(({ key }) => key);
    const roles = [...(form.left ?? []), ...(form.right ?? [])].map(({ role }) => role);
    if (table.shape === 'codes' && columns.length === 0) mistakes.push(at('form.columnless', {}, [...here]));
    for (const part of ['sums', 'columnSums'] as const) {
      const known = part === 'sums' && roles.length ? [...roles, ...GIVEN] : columns;
      (table[part] ?? []).forEach(({ rule, total, parts }, n) => {
        lacks('rule', rule, rules, [...here, part, n, 'rule']);
        for (const [side, list] of Object.entries({ total, parts }))
          for (const [m, key] of list.entries()) lacks('part', key, known, [...here, part, n, side, m]);
      });
    }
    for (const part of ['columns', 'left', 'right'] as const)
      (table[part] ?? []).forEach(({ of }, n) => {
        if (of?.indicator) lacks('indicator', of.indicator, named, [...here, part, n, 'of', 'indicator']);
      });
    if (table.of?.indicator) lacks('indicator', table.of.indicator, named, [...here, 'of', 'indicator']);
  });
  return mistakes;
}

/** Roles that lines of functions have by themselves. */
const GIVEN = ['function', 'functionOut'];

const statedBy = (tables: typeof statutory.tables) =>
  tables.flatMap(({ columns = [], left = [], right = [], of }) =>
    [...columns.map(one => one.of), ...left.map(one => one.of), ...right.map(one => one.of), of].flatMap(
      one => one?.indicator ?? [],
    ),
  );
