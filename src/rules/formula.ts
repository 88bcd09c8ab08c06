import { Big, MEASURES, moneyFactor, nearest, Problem, SCOPES, type Scope } from '../model/index.ts';

/** One address of a formula: 本年支出[财政拨款]@上年, Σ 本年支出[一般公共预算]/201*. `optional` («?»): absent counts as nothing. */
export interface Address {
  readonly indicator: string;
  readonly scope: Scope | null;
  /** Absent: the measure of the report's own amounts. */
  readonly measure?: string;
  readonly lastYear: boolean;
  /** A year by its number. */
  readonly year?: number;
  /** A line by its code (functional or economic). */
  readonly code?: string;
  /** «每行»: the formula is asked for each line that a table has; the first digits of their codes, '' for any by function. */
  readonly each?: string;
  /** The line that it is asked for just now. */
  readonly line?: string;
  /** With «Σ»: all lines whose code begins with `code`, each amount once; or the lines right below it ('' : the classes). */
  readonly sum?: 'beginning' | 'below';
  readonly optional: boolean;
  readonly sign: 1 | -1;
  readonly times?: Big;
  /** As written, for people. */
  readonly written?: string;
}

/** left (compare) right, both sums of addresses; `constant`: amounts that stand in it, as if all stood on the right. */
export interface Formula {
  readonly left: readonly Address[];
  readonly right: readonly Address[];
  readonly compare: '=' | '<=' | '>=' | '<' | '>';
  readonly constant?: Big;
}

/** «有 X», «没有 X», or a formula that must hold for a rule to be asked. */
export type Condition =
  | { readonly kind: 'stated' | 'nothing'; readonly address: Address }
  | { readonly kind: 'holds'; readonly formula: Formula };

/** Measures whose amounts a formula can name. */
export const LEVELS: readonly string[] = MEASURES.filter(one => one === '决算' || one.includes('预算'));

const NAME = '[\\p{L}（）“”、·]+';
const ADDRESS = new RegExp(
  `^(?<indicator>${NAME}(?:/${NAME})*)(?:\\[(?<scope>[\\p{L}]+)\\])?(?:/(?<code>\\d{0,5}每行|\\d{3,7}/\\*|\\d{1,7}\\*?|\\*))?` +
    '(?:\\.(?<measure>[\\p{L}]+))?(?:@(?<year>上年|本年|\\d{4}))?(?<optional>\\?)?',
  'u',
);
/** What a Chinese keyboard gives for the signs of a formula; one for one, so that columns stay. */
const SIGNS: Readonly<Record<string, string>> = {
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '−': '-',
  '–': '-',
  '＊': '*',
  '∑': 'Σ',
  '(': '（',
  ')': '）',
  '？': '?',
  '＜': '<',
  '＞': '>',
  '／': '/',
  '％': '%',
  '＠': '@',
};

/**
 * Parses «本年支出[财政拨款] = 本年支出[一般公共预算] + 本年支出[政府性基金]?».
 * Throws a Problem `rule.formula` with the column for anything else. `names`: the indicators there are, where they are to be checked;
 * all that are not known are told at once.
 */
export function parseFormula(source: string, rule: string, names?: readonly string[]): Formula {
  return new Parser(source, rule, names).formula();
}

/** Parses a condition of a rule: «有 本年支出[政府性基金]», «没有 …», or a formula. */
export function parseCondition(source: string, rule: string, names?: readonly string[]): Condition {
  return new Parser(source, rule, names).condition();
}

/** Parses one address by itself. */
export function parseAddress(source: string, rule: string, names?: readonly string[]): Address {
  return new Parser(source, rule, names).alone();
}

/** «60.00万元», «1,200元»: an amount of money as examples and limits write it. */
export const MONEY = /^(?<number>-?\d[\d,，]*(?:\.\d+)?)\s*(?<unit>[百千]?万?元|亿元?|万)$/;

class Parser {
  private at = 0;
  private readonly text: string;
  private constant = new Big(0);
  private readonly unknown: Problem[] = [];

  constructor(
    private readonly source: string,
    private readonly rule: string,
    private readonly names: readonly string[] | undefined,
  ) {
    this.text = [...source].map(sign => SIGNS[sign] ?? sign).join('');
  }

  formula(): Formula {
    const left = this.side(-1);
    const compare = this.match(/^(?:<=|≤|>=|≥|==?|<|>)/)?.[0];
    if (!compare) return this.fail('= <= >=');
    const right = this.side(1);
    if (this.at < this.text.length) this.fail('+ -');
    if (!left.length && !right.length) this.fail('指标名[范围]');
    this.end();
    const sign = { '≤': '<=', '≥': '>=', '==': '=' }[compare] ?? compare;
    const constant = this.constant.eq(0) ? {} : { constant: this.constant };
    return { left, right, compare: sign as Formula['compare'], ...constant };
  }

  condition(): Condition {
    this.blank();
    const said = this.match(/^(?:没有|无|有)\s*/)?.[0];
    if (said === undefined) return { kind: 'holds', formula: this.ofFacts(this.formula()) };
    return { kind: said.startsWith('有') ? 'stated' : 'nothing', address: this.alone() };
  }

  private ofFacts(formula: Formula): Formula {
    const line = [...formula.left, ...formula.right].find(one => one.each !== undefined);
    return line ? this.fail(`${line.indicator}/201`, Math.max(0, this.text.indexOf('每行') - 1)) : formula;
  }

  alone(): Address {
    this.blank();
    const address = this.fact();
    this.blank();
    if (this.at < this.text.length) this.fail('');
    this.end();
    return address;
  }

  private side(ofConstants: 1 | -1): Address[] {
    const terms: Address[] = [];
    let sign: 1 | -1 = this.match(/^\s*-/) ? -1 : 1;
    for (;;) {
      this.blank();
      const term = this.term(sign, ofConstants);
      if (term) terms.push(term);
      this.blank();
      const operator = this.match(/^[+-]/)?.[0];
      if (!operator) return terms;
      sign = operator === '+' ? 1 : -1;
    }
  }

  /** Lines are gone through by the formula; a condition and an example are about one fact. */
  private fact(): Address {
    const start = this.at;
    const address = this.address(1);
    if (address.each !== undefined) this.fail(`${address.indicator}/201`, start);
    return address;
  }

  /** An address, «2% × address», or an amount, which goes to the right side. */
  private term(sign: 1 | -1, ofConstants: 1 | -1): Address | null {
    const number = this.match(/^\d[\d,，]*(?:\.\d+)?/)?.[0];
    if (number === undefined) return this.address(sign);
    const value = new Big(number.replace(/[,，]/g, ''));
    const unit = this.match(/^\s*(?:[百千]?万?元|亿元?|万|%)/)?.[0].trim();
    const factor = unit && moneyFactor(unit);
    if (factor || (unit === undefined && value.eq(0))) {
      this.constant = this.constant.plus(value.times(factor || 1).times(sign * ofConstants));
      return null;
    }
    this.blank();
    if (!this.match(/^[×*xX]/)) return this.fail('万元 / % ×');
    this.blank();
    return { ...this.address(sign), times: unit === '%' ? value.div(100) : value };
  }

  private address(sign: 1 | -1): Address {
    const start = this.at;
    const adds = this.match(/^Σ\s*/) !== undefined;
    const begin = this.at;
    const match = this.match(ADDRESS);
    if (!match) return this.fail('指标名[范围]');
    const { indicator, scope, measure, code, year, optional } = match.groups as Record<string, string | undefined>;
    const column = (part: string) => begin + match[0].indexOf(part, indicator!.length);
    if (scope && !SCOPES.includes(scope as Scope)) this.lacks('scope', scope, column(`[${scope}`) + 1, SCOPES);
    if (measure && !LEVELS.includes(measure)) this.lacks('measure', measure, column(`.${measure}`) + 1, LEVELS);
    if (this.names && !/^(?:功能|经济)/.test(indicator!) && !this.names.includes(indicator!))
      this.lacks('indicator', indicator!, begin, this.names);
    if (adds !== (code?.endsWith('*') === true)) this.fail(adds ? '/201* /201/* /*' : 'Σ', start);
    return {
      indicator: indicator!,
      scope: (scope as Scope) ?? null,
      ...(measure === undefined ? {} : { measure }),
      ...(code === undefined ? {} : code.endsWith('每行') ? { each: code.slice(0, -2) } : { code: code.replace(/\/?\*$/, '') }),
      ...(adds ? { sum: code === '*' || code!.endsWith('/*') ? 'below' : ('beginning' as const) } : {}),
      lastYear: year === '上年',
      ...(year && /\d/.test(year) ? { year: Number(year) } : {}),
      optional: optional !== undefined,
      sign,
      written: this.source.slice(start, this.at).replace(/\?$/, ''),
    };
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.text.slice(this.at)) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }

  private blank(): void {
    this.match(/^\s+/);
  }

  private lacks(what: string, given: string, at: number, known: readonly string[]): void {
    const guess = nearest(given, known);
    // Without a guess the known ones are told, where they are few.
    const told = { rule: this.rule, given, column: at + 1, names: known.slice(0, 12) };
    if (guess === undefined && what !== 'indicator') this.fail(known.join(' / '), at);
    this.unknown.push(new Problem(`rule.unknown-${what}${guess === undefined ? '' : '-near'}`, { ...told, guess: guess ?? '' }));
  }

  private fail(expected: string, at = this.at): never {
    const syntax = new Problem('rule.formula', { rule: this.rule, formula: this.source, column: at + 1, expected });
    throw this.together([...this.unknown, syntax]);
  }

  private end(): void {
    if (this.unknown.length) throw this.together(this.unknown);
  }

  private together([first, ...others]: readonly Problem[]): Problem {
    return new Problem(first!.code, first!.params, first!.place, others);
  }
}
