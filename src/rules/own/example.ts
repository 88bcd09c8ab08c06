import {
  Big,
  type Figure,
  levelOf,
  type Measure,
  moneyFactor,
  parseNumber,
  type Reading,
  type Relation,
} from '../../model/index.ts';
import { Facts } from '../facts.ts';
import { MONEY, parseAddress } from '../formula.ts';
import { applyOwn, type OwnIdentity } from './apply.ts';
import { scopedAddress } from './compile.ts';

const YEAR = 2000;

/** What a rule makes of amounts stated by their addresses: the relations it claims, to be decided. */
export function relateExample(identity: OwnIdentity, stated: Readonly<Record<string, string>>): Relation[] {
  const kind = identity.only ?? 'unknown';
  const figures = Object.entries(stated).map(([address, amount], i) =>
    figureOf(address, amount, `e${i + 1}`, levelOf(kind), identity.from),
  );
  const reading: Reading = { entity: null, year: YEAR, title: null, kind, figures, statements: [], unread: [] };
  return applyOwn(identity, new Facts(reading));
}

/** `from`: where the rule looks. */
function figureOf(written: string, amount: string, id: string, level: Measure, from: OwnIdentity['from']): Figure {
  const { indicator, scope, measure = level, lastYear, year, code } = scopedAddress(parseAddress(written, ''));
  const { number = '', unit = '' } = MONEY.exec(amount.trim())?.groups ?? {};
  const { value, step } = parseNumber(number)!;
  const factor = moneyFactor(unit)!;
  const table = { table: '', row: code === undefined ? written : `${code} `, col: '' };
  return {
    id,
    printed: number,
    amount: { kind: 'money', value: value.times(factor), step: new Big(step).times(factor), factor, unit },
    place: { file: '', block: 0 },
    label: written,
    section: '',
    quote: written,
    fact: {
      indicator: code === undefined ? indicator : coded(indicator, code),
      scope,
      period: year ?? (lastYear ? YEAR - 1 : YEAR),
      measure: measure as Measure,
    },
    ...(code === undefined && from !== 'tables' ? {} : { at: table }),
  };
}

/** The indicator of a line of the classification by its code alone. */
function coded(family: string, code: string): string {
  const spent = family === '本年支出' ? '' : family;
  if (code.startsWith('3')) return family === '基本支出' ? `经济/${code}` : `经济支出${code}`;
  return [`功能${spent}`, code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter(Boolean).join('/');
}
