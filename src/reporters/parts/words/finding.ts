import type { Check, Figure, Finding, LinearRelation, RatioRelation, Term } from '../../../model/index.ts';
import { has, type Lang, say } from './index.ts';

/** One sentence for a finding, as a finance person would say it: what is stated, what it should be by what else is printed. */
export function phrase(finding: Finding, lang: Lang): string {
  const { misread, misreadPage: page = '', meant = '' } = finding.params;
  const doubt = misread === undefined ? '' : say(lang, 'finding.misread', { page, printed: misread, meant });
  return sentenceOf(finding, lang) + doubt;
}

function sentenceOf(finding: Finding, lang: Lang): string {
  const { relation } = finding.check;
  switch (relation.kind) {
    case 'linear':
      return ofSum(finding, relation, lang);
    case 'ratio':
      return ofRate(finding, relation, lang);
    case 'agree': {
      const values = [...new Set(relation.figures.map(amountOf))];
      return say(lang, `finding.agree${rounding(finding)}`, { about: finding.about, values });
    }
    case 'order': {
      const [left, right] = sidesOf(finding);
      const word = { '<': 'less', '>': 'more', '=': 'equal' }[compared(finding.check)];
      const params = { about: finding.about, word: relation.word, left, right, relation: say(lang, `finding.${word}`) };
      return say(lang, 'finding.order', params);
    }
    case 'implied':
      return say(lang, 'finding.implied', { about: finding.about });
    case 'form': {
      const code = `finding.form.${finding.rule}`;
      const params = { ...finding.params, printed: relation.printed, expected: relation.expected ?? '', about: finding.about };
      return say(lang, has(code) ? code : `finding.form${relation.expected === null ? '' : '.expected'}`, params);
    }
  }
}

function ofSum(finding: Finding, relation: LinearRelation, lang: Lang): string {
  const plain = relation.parts.every(term => term.sign === 1);
  const code = { '=': equality(relation, plain), '<=': 'short', '<': 'short', '>=': 'exceeds', '>': 'exceeds' }[relation.compare];
  return say(lang, `finding.${code}${rounding(finding)}`, {
    total: relation.total[0]?.figure.label ?? finding.about,
    totals: namesOf(relation.total, lang),
    parts: namesOf(relation.parts, lang),
    stated: withUnit(finding.stated, finding),
    expected: withUnit(finding.expected, finding),
    difference: withUnit(finding.difference?.replace(/^-/, '') ?? null, finding),
  });
}

function equality(relation: LinearRelation, plain: boolean): string {
  if (relation.total.length > 1) return 'sides';
  return plain && relation.parts.length > 1 ? 'sum' : 'computed';
}

function ofRate(finding: Finding, relation: RatioRelation, lang: Lang): string {
  const params = {
    about: finding.about,
    part: relation.part[0]?.figure.label ?? finding.about,
    whole: relation.whole[0]?.figure.label ?? '',
    stated: withUnit(finding.stated, finding),
    expected: withUnit(finding.expected, finding),
  };
  const base = finding.params.zeroBase;
  if (base !== undefined) return say(lang, `finding.zero-base.${base}`, params);
  return say(
    lang,
    finding.verdict === 'rounding' ? `finding.rate.${finding.tail ?? 'rounding'}` : `finding.${relation.shape}`,
    params,
  );
}

function rounding(finding: Finding): string {
  return finding.verdict === 'rounding' ? '.rounding' : '';
}

/** Up to three names; of more, the first and how many there are. */
function namesOf(terms: readonly Term[], lang: Lang): string {
  const names = terms.map(({ figure }) => say(lang, 'finding.quoted', { name: figure.label }));
  if (names.length <= 3) return names.join(say(lang, 'finding.and'));
  return say(lang, 'finding.and-others', { first: names[0]!, count: names.length });
}

function sidesOf({ check, unit, stated }: Finding): readonly [string, string] {
  const { relation } = check;
  if (relation.kind !== 'order') return ['', ''];
  const write = (terms: readonly Term[], other: string | null) =>
    terms.length === 1 ? amountOf(terms[0]!.figure) : `${other ?? ''}${unit ?? ''}`;
  const right = Array.isArray(relation.right) ? write(relation.right as readonly Term[], null) : `${relation.right}${unit ?? ''}`;
  return [write(relation.left, stated), right];
}

function compared({ residual }: Check): '<' | '>' | '=' {
  if (!residual || residual.eq(0)) return '=';
  return residual.gt(0) ? '<' : '>';
}

/** As printed, with its unit: «516.82 万元», «71.73%». */
function amountOf({ printed, amount }: Figure): string {
  return joined(printed, amount.unit);
}

function withUnit(number: string | null, { unit }: Finding): string {
  return number === null ? '' : joined(number, unit ?? '');
}

function joined(number: string, unit: string): string {
  if (/[%％‰倍]$/.test(number)) return number;
  return unit === '%' || unit === '' ? `${number}${unit}` : `${number} ${unit}`;
}
