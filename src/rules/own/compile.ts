import { indicatorList, statutory } from '../../domain/index.ts';
import { nearest, type Params, Problem, type Rule } from '../../model/index.ts';
import {
  type Address,
  type Condition,
  type Formula,
  LEVELS,
  MONEY,
  parseAddress,
  parseCondition,
  parseFormula,
} from '../formula.ts';
import type { OwnIdentity } from './apply.ts';
import { OUTCOMES, type WrittenRule } from './schema.ts';
import { parseTolerance, TOLERANCES } from './tolerance.ts';

/** A bureau's rule: as the catalogue has rules, and ready to be applied. */
export interface OwnRule {
  readonly rule: Rule;
  readonly identity: OwnIdentity;
}

/** What is wrong in a rule: where in it, and at which character of the text there. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly params: Params;
  readonly within?: number;
  readonly key?: true;
}

/** Everything a formula can name: the indicators, and those that columns and lines of statutory tables state. */
export function indicatorNames(): readonly string[] {
  const stated = statutory.tables.flatMap(({ columns = [], left = [], right = [], of }) => [
    ...[...columns, ...left, ...right].flatMap(one => one.of?.indicator ?? []),
    ...(of?.indicator ? [of.indicator] : []),
  ]);
  return [...new Set([...Object.keys(indicatorList), ...stated])];
}

/** The places of a message that are filled, in either language. */
export const BLANKS: Readonly<Record<string, string>> = {
  左: 'left',
  右: 'right',
  差: 'difference',
  年度: 'year',
  规则: 'title',
  left: 'left',
  right: 'right',
  difference: 'difference',
  year: 'year',
  title: 'title',
};

/** Compiles one rule; every mistake that its texts hold is told. `written` may be anything: what the schema refuses is left alone. */
export function compileOwn(written: Partial<Record<keyof WrittenRule, unknown>>): {
  readonly rule?: OwnRule;
  readonly mistakes: readonly Mistake[];
} {
  const mistakes: Mistake[] = [];
  const names = indicatorNames();
  const id = typeof written.id === 'string' ? written.id : '';
  const attempt = <T>(path: Mistake['path'], work: () => T, key?: true): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      for (const { code, params } of [error, ...error.others])
        mistakes.push({ path, code, params, within: Number(params.column ?? 1) - 1, ...(key ? { key } : {}) });
      return undefined;
    }
  };
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
  const source = text(written.formula);
  const formula = source === undefined ? undefined : attempt(['formula'], () => parseFormula(source, id, names));
  const conditions = (key: 'when' | 'unless'): Condition[] => {
    const given = written[key];
    const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
    return list.flatMap((one, i): Condition[] => {
      const path = Array.isArray(given) ? [key, i] : [key];
      const said = text(one);
      const parsed = said === undefined ? undefined : attempt(path, () => parseCondition(said, id, names));
      return parsed ? [parsed] : [];
    });
  };
  const [when, unless] = [conditions('when'), conditions('unless')];
  const words = text(written.tolerance);
  const tolerance = words === undefined ? 'digits' : parseTolerance(words);
  if (tolerance === undefined)
    mistakes.push({ path: ['tolerance'], code: 'rule.tolerance', params: { given: words!, names: TOLERANCES } });
  checkMessage(['message'], written.message, mistakes);
  checkMessage(['en', 'message'], (written.en as WrittenRule['en'] | null)?.message, mistakes);
  checkExamples(written.examples, (path, address) => attempt(path, () => parseAddress(address, id, names), true), mistakes);
  if (!formula || mistakes.length || !tolerance) return { mistakes };
  const own = written as unknown as WrittenRule;
  const identity = {
    rule: id,
    title: own.title,
    formula: scoped(formula),
    when: when.map(scopedIn),
    unless: unless.map(scopedIn),
    tolerance,
    ...(own.from ? { from: own.from } : {}),
  };
  const said = own.message === undefined ? {} : { message: { zh: own.message, en: own.en?.message ?? own.message } };
  return { rule: { rule: ruleOf(own), identity: { ...identity, ...said, ...(own.only ? { only: own.only } : {}) } }, mistakes };
}

function checkMessage(path: Mistake['path'], message: unknown, mistakes: Mistake[]): void {
  if (typeof message !== 'string') return;
  for (const match of message.matchAll(/[{｛](?<name>[^{}｛｝]{0,20})[}｝]/g)) {
    const name = match.groups!.name!.trim();
    if (BLANKS[name] && match[0] === `{${name}}`) continue;
    const known = Object.keys(BLANKS).map(one => `{${one}}`);
    const names = Object.keys(BLANKS);
    // {年}, {左边}: a part of the name, or more than it.
    const held = names.find(one => name !== '' && (one.includes(name) || name.includes(one)));
    const guess = BLANKS[name] ? name : (held ?? nearest(name, names));
    const params = { given: match[0], names: known.slice(0, 5), guess: guess ? `{${guess}}` : '' };
    mistakes.push({ path, code: `rule.blank${guess ? '-near' : ''}`, params, within: match.index });
  }
}

function checkExamples(examples: unknown, address: (path: Mistake['path'], text: string) => unknown, mistakes: Mistake[]): void {
  if (!Array.isArray(examples)) return;
  examples.forEach((example: Readonly<Record<string, unknown>> | null, i) => {
    const given = OUTCOMES.filter(outcome => example?.[outcome] !== undefined);
    const isKnown = Object.keys(example ?? {}).every(key => (OUTCOMES as readonly string[]).includes(key));
    if (given.length !== 1 && isKnown)
      mistakes.push({ path: ['examples', i], code: 'rule.example-outcome', params: { names: OUTCOMES } });
    for (const outcome of given) {
      const stated = example![outcome];
      if (typeof stated !== 'object' || stated === null) continue;
      for (const [name, amount] of Object.entries(stated)) {
        const path = ['examples', i, outcome, name];
        address(path, name);
        if (typeof amount === 'string' && !MONEY.test(amount.trim()))
          mistakes.push({ path, code: 'rule.example-amount', params: { given: amount } });
      }
    }
  });
}

/** Without brackets the money is that of the indicator, else all money. */
function scopedAddress(address: Address): Address {
  return { ...address, scope: address.scope ?? indicatorList[address.indicator]?.scope ?? '全部资金' };
}

function scoped(formula: Formula): Formula {
  return { ...formula, left: formula.left.map(scopedAddress), right: formula.right.map(scopedAddress) };
}

function scopedIn(condition: Condition): Condition {
  return condition.kind === 'holds'
    ? { kind: 'holds', formula: scoped(condition.formula) }
    : { ...condition, address: scopedAddress(condition.address) };
}

function ruleOf(own: WrittenRule): Rule {
  const { id, title, severity = 'error', formula } = own;
  const must = own.must ?? formula;
  const why = own.why ?? '';
  const fix = own.fix ?? '';
  return {
    id,
    slug: own.slug ?? id.toLowerCase(),
    severity,
    title,
    must,
    why,
    basis: own.basis ?? '',
    example: '',
    exceptions: own.exceptions ?? '',
    fix,
    en: { title: own.en?.title ?? title, must: own.en?.must ?? must, why: own.en?.why ?? why, fix: own.en?.fix ?? fix },
    formula,
  };
}

export { LEVELS, scopedAddress };
