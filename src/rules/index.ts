import { Problem, type Reading, type Relation, type Rule } from '../model/index.ts';
import { builtIn } from './built-in/index.ts';
import { catalogue } from './catalogue/index.ts';
import { Facts } from './facts.ts';
import { parseCondition, parseFormula } from './formula.ts';
import { applyIdentity, type Identity } from './identities.ts';
import { applyOwn, type OwnIdentity } from './own/apply.ts';
import type { OwnRule } from './own/compile.ts';
import { type CatalogueRule, checkCatalogue } from './schema.ts';

export { addressesOf } from './address.ts';
export { parseAddress } from './formula.ts';
export { BLANKS, compileOwn, type OwnRule } from './own/compile.ts';
export { relateExample } from './own/example.ts';
export { OUTCOMES, type Outcome, ownRulesSchema, type WrittenRule } from './own/schema.ts';

/** The rules a report is held against, and those of them that are formulas, ready to be applied. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly identities: readonly Identity[];
  /** Rules of a bureau. */
  readonly own?: readonly OwnIdentity[];
}

let loaded: RuleSet | undefined;

/** The built-in catalogue, compiled once. That it is what `compile` takes is held by a test: what ships cannot change on its way. */
export function loadRules(): RuleSet {
  loaded ??= assemble(Object.values(catalogue).flat() as CatalogueRule[]);
  return loaded;
}

/** Checks and compiles catalogue files (name → data). Throws a Problem for a broken entry, a broken formula or an id used twice. */
export function compile(files: Readonly<Record<string, unknown>>): RuleSet {
  return assemble(Object.entries(files).flatMap(([name, data]) => checkCatalogue(data, name)));
}

function assemble(rules: readonly CatalogueRule[]): RuleSet {
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new Problem('rule.duplicate', { rule: id });
    ids.add(id);
  }
  return { rules, identities: rules.flatMap(identitiesOf) };
}

/** A rule may say the same of several things: a formula on each line. */
function identitiesOf({ id, formula, manner, only, from, when, unless, nothing }: CatalogueRule): Identity[] {
  const conditions = (list: readonly string[] = []) => list.map(one => parseCondition(one, id));
  const said = {
    rule: id,
    manner: manner ?? 'hard',
    ...(only ? { only } : {}),
    ...(from ? { from } : {}),
    ...(when ? { when: conditions(when) } : {}),
    ...(unless ? { unless: conditions(unless) } : {}),
    ...(nothing
      ? { nothing: new Map(Object.entries(nothing).map(([name, condition]) => [name, conditions([condition])[0]!])) }
      : {}),
  } as const;
  return (formula ?? '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ ...said, formula: parseFormula(line.trim(), id) }));
}

/** The rules with those of a bureau. */
export function withOwn(set: RuleSet, own: readonly OwnRule[]): RuleSet {
  if (own.length === 0) return set;
  return { ...set, rules: [...set.rules, ...own.map(({ rule }) => rule)], own: own.map(({ identity }) => identity) };
}

/** What must hold between the figures of a reading. Relations over the very same figures are told once, by the first rule that says them. */
export function relate(reading: Reading, { identities, own = [] }: Pick<RuleSet, 'identities' | 'own'>): Relation[] {
  const facts = new Facts(reading);
  const relations = [
    ...builtIn.flatMap(build => build(reading, facts)),
    ...identities.flatMap(identity => (holdsFor(identity, reading) ? applyIdentity(identity, facts) : [])),
  ];
  const keys = relations.map(sameness);
  // What one statement only infers, another may say.
  const stated = new Set(keys.filter((_, i) => !relations[i]!.grounds));
  const seen = new Set<string>();
  // A bureau's rule is told in its own words, whatever other rule says the same.
  const ofBureau = own.flatMap(identity => (holdsFor(identity, reading) ? applyOwn(identity, facts) : []));
  const once = relations.filter((relation, i) => {
    const key = keys[i]!;
    if (key === null) return true;
    if ((relation.grounds && stated.has(key)) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return [...once, ...ofBureau];
}

/** A rule of final accounts is held against whatever is not told to be a budget. */
function holdsFor({ only }: Pick<Identity, 'only'>, { kind }: Reading): boolean {
  return only === undefined || (only === 'budget') === (kind === 'budget');
}

/** Linear relations are the same when they tie the same figures with the same signs. */
function sameness(relation: Relation): string | null {
  if (relation.kind === 'agree') {
    const ids = relation.figures.map(figure => figure.id);
    return `agree ${ids.sort().join(' ')}`;
  }
  if (relation.kind !== 'linear') return null;
  const side = [
    ...relation.total.map(({ figure, sign }) => `${figure.id}${sign}`),
    ...relation.parts.map(({ figure, sign }) => `${figure.id}${-sign}`),
  ].sort();
  return `linear ${relation.compare} ${side.join(' ')}`;
}
