import { Big } from '../../../src/model/index.ts';
import type { Accounts } from '../accounts.ts';
import type { Random } from '../random.ts';
import type { Inline, Mark } from '../report.ts';
import type { Style } from './style.ts';

const FACTOR = { 万元: new Big(1), 元: new Big(10_000), 亿元: new Big('0.0001') };

/** Writes the facts of one set of accounts in one style. Every figure it writes is marked with the fact it states. */
export class Pen {
  readonly accounts: Accounts;
  readonly style: Style;
  readonly random: Random;
  readonly year: number;

  constructor(accounts: Accounts, style: Style, random: Random) {
    this.accounts = accounts;
    this.style = style;
    this.random = random;
    this.year = accounts.current.year;
  }

  /** A fact of this year; what no table has is zero. */
  now(fact: string): Big {
    return this.accounts.current.facts.get(fact) ?? new Big(0);
  }
  before(fact: string): Big {
    return this.accounts.previous.facts.get(fact) ?? new Big(0);
  }
  /** This year's minus last year's. */
  difference(fact: string): Big {
    return this.now(fact).minus(this.before(fact));
  }

  money(fact: string): Inline {
    return this.sum(this.now(fact), `${this.year}/${fact}`);
  }
  previous(fact: string): Inline {
    return this.sum(this.before(fact), `${this.year - 1}/${fact}`);
  }
  /** How much a fact changed, without its sign. */
  change(fact: string): Inline {
    return this.sum(this.difference(fact).abs(), `change/${fact}`);
  }
  signedChange(fact: string): Inline {
    return this.sum(this.difference(fact), `change/${fact}`);
  }
  /** The difference of two facts of this year, without its sign. */
  gap(one: string, other: string): Inline {
    return this.sum(this.now(one).minus(this.now(other)).abs(), `gap/${one}/${other}`);
  }

  /** Money with its unit, e.g. [Mark 516.82, «万元»]; `value` in 万元. */
  sum(value: Big, fact: string): Inline {
    const { numbers } = this.style;
    const gap = this.random.chance(numbers.gap) ? ' ' : '';
    if (value.eq(0) && numbers.zeroYuan) return [this.mark('0', fact, 'money', '元'), `${gap}元`];
    let unit: '万元' | '元' | '亿元' = numbers.unit;
    if (unit === '亿元' && value.abs().lt(1000)) unit = '万元';
    const scaled = value.times(FACTOR[unit]);
    // 亿元 keeps all the digits that 万元 would have.
    const decimals = unit === '元' ? 2 : unit === '亿元' ? 6 : numbers.decimals === 'trim' ? 2 : numbers.decimals;
    let printed = scaled.toFixed(decimals);
    if (numbers.decimals === 'trim' || unit === '亿元') printed = trim(printed);
    if (numbers.negative === 'brackets' && printed.startsWith('-')) printed = `（${printed.slice(1)}）`;
    const behind = unit === '万元' && this.random.chance(numbers.bareWan) ? '万' : unit;
    const mark = this.mark(this.dress(printed), fact, 'money', behind);
    if (this.random.chance(numbers.sloppy)) return [{ ...mark, unit: '' }];
    return [mark, gap + (behind.length > 1 && this.random.chance(numbers.spaced) ? behind.split('').join(' ') : behind)];
  }

  /** part / whole in per cent, with its sign; null when there is nothing to divide by. */
  percent(part: Big, whole: Big, fact: string): Inline {
    const { percent, percentSign, sloppy } = this.style.numbers;
    const value = whole.eq(0) ? new Big(0) : part.div(whole).times(100);
    const fixed = value.toFixed(percent === 'trim' ? 2 : percent);
    const printed = percent === 'trim' || part.eq(0) ? trim(fixed) : fixed;
    const mark = this.mark(this.widen(printed), fact, 'percent', '%');
    if (this.random.chance(sloppy)) return this.random.chance(0.5) ? [{ ...mark, unit: '' }] : [mark, percentSign + percentSign];
    return [mark, percentSign];
  }
  /** One fact's share of another. */
  share(part: string, whole: string): Inline {
    return this.percent(this.now(part), this.now(whole), `share/${part}/${whole}`);
  }
  /** How many 百分点 a share is above or below last year's; undefined where last year had no such whole. */
  points(part: string, whole: string): { text: Inline; sign: number } | undefined {
    if (this.before(whole).eq(0) || this.now(whole).eq(0)) return undefined;
    const value = this.now(part)
      .div(this.now(whole))
      .minus(this.before(part).div(this.before(whole)))
      .times(100);
    const printed = value.abs().toFixed(2);
    if (Number(printed) === 0) return undefined;
    return {
      text: [this.mark(this.widen(printed), `points/${part}/${whole}`, 'percent', '个百分点'), '个百分点'],
      sign: value.cmp(0),
    };
  }
  /** Outcome by budget. */
  rate(outcome: string, budget: string): Inline {
    return this.percent(this.now(outcome), this.now(budget), `rate/${outcome}/${budget}`);
  }
  growth(fact: string): Inline {
    return this.percent(this.difference(fact).abs(), this.before(fact), `growth/${fact}`);
  }
  signedGrowth(fact: string): Inline {
    return this.percent(this.difference(fact), this.before(fact), `growth/${fact}`);
  }
  /** Growth in 倍. */
  times(fact: string): Inline {
    const printed = this.difference(fact).div(this.before(fact)).toFixed(2);
    return [this.mark(this.widen(printed), `growth/${fact}`, 'percent', '倍'), '倍'];
  }
  count(fact: string, unit: string): Inline {
    const gap = this.random.chance(this.style.numbers.gap) ? ' ' : '';
    return [this.mark(this.widen(this.now(fact).toFixed(0)), `${this.year}/${fact}`, 'count', unit), gap + unit];
  }
  score(value: Big, fact: string): Inline {
    return [this.mark(trim(value.toFixed(2)), fact, 'score', '分')];
  }

  /** Money without its unit, for charts. */
  bare(fact: string): Mark {
    return this.mark(trim(this.now(fact).toFixed(2)), `${this.year}/${fact}`, 'money', '');
  }

  /** Money in a table: two decimals, no unit; zero as the style has it, and then no figure. */
  cell(value: Big, fact: string): Inline {
    const { zeroCells, numbers } = this.style;
    if (value.eq(0))
      return zeroCells === 'blank'
        ? []
        : ['-', '—', '/'].includes(zeroCells)
          ? [zeroCells]
          : [this.mark(zeroCells, fact, 'money', '')];
    const stored = value.times(FACTOR[this.style.tableUnit]);
    const printed = stored.toFixed(2);
    const mark = this.mark(numbers.thousands > 0 ? group(printed) : printed, fact, 'money', '');
    return [stored.eq(printed) ? mark : { ...mark, exact: stored.toFixed() }];
  }

  private mark(printed: string, fact: string, kind: Mark['kind'], unit: string): Mark {
    return { printed, fact, kind, unit };
  }
  /** Separators, blanks and widths, as the style has them. */
  private dress(printed: string): string {
    const { thousands, inner } = this.style.numbers;
    let text = this.random.chance(thousands) ? group(printed) : printed;
    if (text.length > 4 && this.random.chance(inner)) {
      const at = this.random.int(1, text.length - 2);
      if (/\d/.test(text[at]!) && /\d/.test(text[at - 1]!)) text = `${text.slice(0, at)} ${text.slice(at)}`;
    }
    return this.widen(text);
  }
  private widen(text: string): string {
    if (!this.style.numbers.fullWidth) return text;
    return text.replace(/[0-9.,-]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  }
}

/** Without trailing zeros: 6.20 → 6.2, 0.00 → 0. */
export const trim = (printed: string): string => (printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed);

/** 1234567.89 → 1,234,567.89 */
export const group = (printed: string): string => printed.replace(/^(-?\d+)/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
