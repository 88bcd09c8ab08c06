import {
  Big,
  type Check,
  type Figure,
  type Finding,
  figuresOf,
  type LinearRelation,
  type OrderRelation,
  type RatioRelation,
  type Term,
} from '../../../model/index.ts';
import { has, type Lang, say } from './index.ts';
import { amountWords, groupedLike, measureWords, nameOf, namesOf, withUnit } from './names.ts';

/** One sentence for a finding, as a finance person would say it: what is stated, what it should be by what else is printed. */
export function phrase(finding: Finding, lang: Lang): string {
  const { misread, misreadPage: page = '', meant = '' } = finding.params;
  const doubt = misread === undefined ? '' : say(lang, 'finding.misread', { page, printed: misread, meant });
  const { known } = finding.params;
  const changed = known === undefined ? '' : say(lang, 'finding.known-changed', { known });
  return (ownWords(finding, lang) ?? sentenceOf(finding, lang)) + doubt + changed;
}

/** What a bureau's rule says where it fails, with its blanks filled. */
function ownWords({ params, stated, expected, difference, check, unit, verdict }: Finding, lang: Lang): string | undefined {
  const said = lang === 'zh' ? params.say : params.sayEn;
  if (typeof said !== 'string') return undefined;
  const side = (number: string | null) => sideOf(number, { unit, check });
  const period = figuresOf(check.relation)[0]?.fact.period ?? '';
  const blanks: Readonly<Record<string, string>> = {
    左: side(stated),
    右: side(expected),
    差: side(difference?.replace(/^-/, '') ?? null),
    年度: String(period),
    规则: check.relation.about,
  };
  const english: Readonly<Record<string, string>> = { left: '左', right: '右', difference: '差', year: '年度', title: '规则' };
  const template = verdict === 'rounding' ? say(lang, 'finding.own.rounding') : said || say(lang, 'finding.own');
  return template.replace(/\{([^{}]+)\}/g, (whole, name: string) => blanks[english[name] ?? name] ?? whole);
}

function sentenceOf(finding: Finding, lang: Lang): string {
  const { relation } = finding.check;
  switch (relation.kind) {
    case 'linear':
      return ofSum(finding, relation, lang);
    case 'ratio':
      return ofRate(finding, relation, lang);
    case 'agree': {
      const values = [...new Set(relation.figures.map(amountWords))];
      return say(lang, `finding.agree${rounding(finding)}`, { about: finding.about, values });
    }
    case 'order':
      return ofOrder(finding, relation, lang);
    case 'implied':
      return say(lang, 'finding.implied', { about: finding.about });
    case 'form': {
      const own = `finding.form.${finding.rule}`;
      const code = relation.expected !== null && has(`${own}.expected`) ? `${own}.expected` : own;
      const params = { ...finding.params, printed: relation.printed, expected: relation.expected ?? '', about: finding.about };
      return say(lang, has(code) ? code : `finding.form${relation.expected === null ? '' : '.expected'}`, params);
    }
  }
}

function ofSum(finding: Finding, relation: LinearRelation, lang: Lang): string {
  if (isMean(relation)) return ofMean(finding, relation, lang);
  const code = { '=': equality(relation), '<=': 'short', '<': 'short', '>=': 'exceeds', '>': 'exceeds' }[relation.compare];
  const [left, right] = [relation.total[0]?.figure, relation.parts[0]?.figure];
  // 批次 against 人次: each is told in its own unit, and their difference is nothing.
  const apart = left && right && left.amount.kind === 'count' && left.amount.unit !== right.amount.unit;
  if (apart && relation.total.length + relation.parts.length === 2 && code !== 'same')
    return say(lang, `finding.${code}.units`, {
      totals: namesOf(relation.total, lang, relation.parts),
      parts: namesOf(relation.parts, lang, relation.total),
      stated: amountWords(left),
      expected: amountWords(right),
    });
  return say(lang, `finding.${code}${rounding(finding)}`, {
    total: relation.total[0]?.figure.label ?? finding.about,
    totals: namesOf(relation.total, lang, relation.parts),
    parts: namesOf(relation.parts, lang, relation.total),
    stated: sideOf(finding.stated, finding),
    expected: sideOf(finding.expected, finding),
    difference: sideOf(finding.difference?.replace(/^-/, '') ?? null, finding),
  });
}

function isMean({ total }: LinearRelation): boolean {
  return total.length > 1 && total.every(term => term.figure === total[0]!.figure);
}

/** A mean is told as it is printed, beside what the others make of it. */
function ofMean(finding: Finding, { total, parts }: LinearRelation, lang: Lang): string {
  const { figure } = total[0]!;
  const sum = parts.reduce((all, part) => all.plus(part.figure.amount.value), new Big(0));
  const mean = sum.div(total.length).toFixed(Math.max(0, 1 - figure.amount.step.e));
  return say(lang, `finding.mean${rounding(finding)}`, {
    total: figure.label,
    count: total.length,
    stated: amountWords(figure),
    expected: withUnit(mean, figure.amount.unit),
  });
}

function equality({ total, parts }: LinearRelation): string {
  if (total.length > 1) return 'sides';
  if (parts.length === 1) return 'same';
  return parts.every(term => term.sign === 1) ? 'sum' : 'computed';
}

function ofRate(finding: Finding, relation: RatioRelation, lang: Lang): string {
  const { part, whole } = relation;
  const params = {
    about: finding.about || (part[0]?.figure.label ?? ''),
    part: sumOf(part, finding),
    whole: named(baseOf(finding, relation, lang), sumOf(whole, finding), lang),
    stated: sideOf(finding.stated, finding),
    expected: sideOf(finding.expected, finding),
  };
  const base = finding.params.zeroBase;
  if (base !== undefined) return say(lang, `finding.zero-base.${base}`, params);
  return say(
    lang,
    finding.verdict === 'rounding' ? `finding.rate.${finding.tail ?? 'rounding'}` : `finding.${relation.shape}`,
    params,
  );
}

/** What a rate is a rate of: by its name, or where that is the same as the part's, by what it measures. */
function baseOf({ about }: Finding, { shape, part, whole, planned }: RatioRelation, lang: Lang): string {
  const [first] = whole;
  if (!first) return '';
  const measure = measureWords(first.figure, lang);
  if (shape === 'growth')
    return whole.length === 1 && measure !== '' && /预算/.test(first.figure.fact.measure!)
      ? measure
      : say(lang, planned ? 'finding.measure.budget' : 'finding.measure.previous');
  if (whole.length > 1) return say(lang, shape === 'share' ? 'finding.measure.sum' : 'finding.measure.budget');
  const same = first.figure.label === part[0]?.figure.label || first.figure.label === about;
  if (!same) return nameOf(first.figure, lang);
  return measure || (shape === 'completion' ? say(lang, 'finding.measure.budget') : '');
}

/** A signed sum of terms as one amount, written like its first figure. */
function sumOf(terms: readonly Term[], { check }: Finding): string {
  const [first] = terms;
  if (!first) return '';
  if (terms.length === 1) return amountWords(first.figure);
  const { amount } = first.figure;
  const total = terms.reduce((sum, { figure, sign }) => sum.plus(figure.amount.value.times(sign)), new Big(0));
  const finest = terms.reduce((step, { figure }) => (figure.amount.step.lt(step) ? figure.amount.step : step), amount.step);
  const written = total.times(new Big(10).pow(-amount.factor.e)).toFixed(Math.max(0, amount.factor.e - finest.e));
  return withUnit(groupedLike(written, figuresOf(check.relation)), amount.unit);
}

function ofOrder(finding: Finding, relation: OrderRelation, lang: Lang): string {
  const { check, unit, stated } = finding;
  if (relation.word === '') return say(lang, `finding.fixed.${finding.rule}`, { total: stated ?? '' });
  const [left] = relation.left;
  const right = Array.isArray(relation.right) ? (relation.right as readonly Term[]) : null;
  const measures = [left?.figure, right?.[0]?.figure].map(figure => (figure ? measureWords(figure, lang) : ''));
  const told = measures[0] !== '' && measures[1] !== '' && measures[0] !== measures[1];
  const write = (terms: readonly Term[], other: string, which: 0 | 1) => {
    const amount = terms.length === 1 ? amountWords(terms[0]!.figure) : withUnit(other, unit ?? '');
    return named(told ? measures[which]! : '', amount, lang);
  };
  const word = { '<': 'less', '>': 'more', '=': 'equal' }[compared(check)];
  return say(lang, 'finding.order', {
    about: finding.about,
    word: relation.word,
    left: write(relation.left, stated ?? '', 0),
    right: right ? write(right, '', 1) : named('', withUnit(String(relation.right), unit ?? ''), lang),
    relation: say(lang, `finding.${word}`),
  });
}

/** An amount with what it is; in Chinese a blank parts a bare number from the words before it. */
function named(name: string, amount: string, lang: Lang): string {
  return lang === 'zh' ? `${name} ${amount}` : `${name} ${amount}`.trim();
}

function compared({ residual }: Check): '<' | '>' | '=' {
  if (!residual || residual.eq(0)) return '=';
  return residual.gt(0) ? '<' : '>';
}

function rounding(finding: Finding): string {
  return finding.verdict === 'rounding' ? '.rounding' : '';
}

/** A side of the equation with its unit, with separators where the report prints them. */
function sideOf(number: string | null, { unit, check }: Pick<Finding, 'unit' | 'check'>): string {
  if (number === null) return '';
  const figures: readonly Figure[] = figuresOf(check.relation);
  return withUnit(groupedLike(number, figures), unit ?? '');
}
