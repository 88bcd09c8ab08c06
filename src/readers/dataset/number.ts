import { Big, moneyFactor, narrow, parseNumber } from '../../model/index.ts';

/** A figure as someone wrote it: the number's characters, where they start in the text, its unit and what stands before it. */
export interface Written {
  readonly number: string;
  readonly start: number;
  /** Where its unit ends. */
  readonly end: number;
  readonly unit: string;
  readonly approximate: boolean;
  /** 不少于, ≥: the number is a least value; 不超过, ≤: a greatest one. */
  readonly limit?: 'least' | 'most';
}

const LEAST = /^(?:不少于|不低于|不小于|至少|≥|>=|大于等于)$/;
const MOST = /^(?:不超过|不高于|不多于|不大于|最多|≤|<=|小于等于|控制在)$/;
const ABOUT = /^(?:约|近|超|超过|大约)$/;
const NUMBER =
  /^([^\d０-９+\-−－(（]*)([-+−－]?[\d０-９](?:[\d０-９,，.．]*[\d０-９])?|[(（][\d０-９][\d０-９,，.．]*[)）])\s*(余|多)?([^\d０-９]{0,6}?)(以上|以下|以内|左右)?$/u;

/** Reads «1,234.56», «30万元», «86%», «不少于50次», «700余名»; undefined for anything that is not one number with a unit. */
export function readWritten(text: string): Written | undefined {
  const match = NUMBER.exec(text.trimEnd());
  if (!match) return undefined;
  const [, prefix = '', number = '', vague, unit = '', suffix = ''] = match;
  const word = prefix.trim();
  const least = LEAST.test(word) || suffix === '以上';
  const most = MOST.test(word) || suffix === '以下' || suffix === '以内';
  if (word && !least && !most && !ABOUT.test(word)) return undefined;
  // «1月底前» and «2021年» are dates.
  if (/^[年月日号时点]/.test(unit.trim()) || !parseNumber(number)) return undefined;
  return {
    number,
    start: prefix.length,
    end: text.trimEnd().length - suffix.length,
    unit: narrow(unit.trim()),
    approximate: Boolean(vague) || ABOUT.test(word) || suffix === '左右',
    ...(least ? { limit: 'least' as const } : most ? { limit: 'most' as const } : {}),
  };
}

/** Whether a unit is one of money. */
export function isMoney(unit: string): boolean {
  return moneyFactor(unit) !== undefined;
}

/** Whether a unit is one of rates. */
export function isRate(unit: string): boolean {
  return unit === '%' || unit === '‰' || unit === '倍' || unit === '个百分点';
}

/**
 * Does the sum «800.00 = 695.00 + 105.00» (or just «695.00 + 105.00») that tells how a figure was derived come to that figure?
 * Gives what it comes to when it does not; undefined when it does, or when the text is no such sum.
 */
export function derivedOtherwise(derived: string, number: string): string | undefined {
  const text = narrow(derived).replace(/[\s\u3000,，]|万元|元/g, '');
  const match = /^(?:(-?[\d.]+)=)?(-?[\d.]+(?:[+\-−－][\d.]+)+)$/.exec(text);
  const stated = parseNumber(number);
  if (!match || !stated) return undefined;
  const terms = match[2]!.replace(/[−－]/g, '-').match(/[+-]?[\d.]+/g) ?? [];
  const values = terms.map(term => parseNumber(term.replace(/\.$/, ''))?.value);
  if (values.some(value => value === undefined)) return undefined;
  const sum = values.reduce<Big>((total, value) => total.plus(value!), new Big(0));
  const left = match[1] ? parseNumber(match[1])?.value : stated.value;
  return sum.eq(stated.value) && left?.eq(stated.value) ? undefined : sum.toFixed();
}
