import { Problem, SCOPES, type Scope } from '../model/index.ts';

/** One address of a formula: 本年支出[财政拨款]@上年. `optional` («?»): absent counts as nothing. */
export interface Address {
  readonly indicator: string;
  readonly scope: Scope | null;
  /** Absent: the measure of the report's own amounts. */
  readonly measure?: string;
  readonly lastYear: boolean;
  readonly optional: boolean;
  readonly sign: 1 | -1;
}

/** left (compare) right, both sums of addresses. */
export interface Formula {
  readonly left: readonly Address[];
  readonly right: readonly Address[];
  readonly compare: '=' | '<=' | '>=';
}

const ADDRESS =
  /^(?<indicator>[\p{L}（）“”/]+)(?:\[(?<scope>[\p{L}]+)\])?(?:\.(?<measure>[\p{L}]+))?(?<last>@上年)?(?<optional>\?)?/u;

/**
 * Parses «本年支出[财政拨款] = 本年支出[一般公共预算] + 本年支出[政府性基金]?».
 * Throws a Problem `rule.formula` with the column for anything else.
 */
export function parseFormula(source: string, rule: string): Formula {
  let at = 0;
  const fail = (expected: string): never => {
    throw new Problem('rule.formula', { rule, formula: source, column: at + 1, expected });
  };
  const blank = () => {
    while (/\s/.test(source[at] ?? '')) at++;
  };
  const address = (sign: 1 | -1): Address => {
    const match = ADDRESS.exec(source.slice(at));
    if (!match) return fail('指标名[范围]');
    const { indicator, scope, measure, last, optional } = match.groups as Record<string, string | undefined>;
    if (scope && !SCOPES.includes(scope as Scope)) fail(SCOPES.join(' / '));
    at += match[0].length;
    return {
      indicator: indicator!,
      scope: (scope as Scope) ?? null,
      ...(measure === undefined ? {} : { measure }),
      lastYear: last !== undefined,
      optional: optional !== undefined,
      sign,
    };
  };
  const side = (): Address[] => {
    const terms: Address[] = [];
    let sign: 1 | -1 = 1;
    for (;;) {
      blank();
      terms.push(address(sign));
      blank();
      const operator = source[at];
      if (operator !== '+' && operator !== '-') return terms;
      sign = operator === '+' ? 1 : -1;
      at++;
    }
  };
  const left = side();
  const compare = /^(<=|>=|=)/.exec(source.slice(at))?.[1] as Formula['compare'] | undefined;
  if (!compare) return fail('= <= >=');
  at += compare.length;
  const right = side();
  if (at < source.length) fail('+ -');
  return { left, right, compare };
}
