import { describe, expect, it } from 'vitest';
import type { Fact, Relation } from '../../src/model/index.ts';
import { agree, fig, growth, order, share, sum } from '../check/build.ts';
import { locateAll, suspectsOf } from './scene.ts';

const outcome: Fact = { indicator: '基本支出', scope: '财政拨款', period: 2021, measure: '决算' };
const copyOf = (value: string, fact: Partial<Fact>) => fig(value, { fact: { ...outcome, ...fact } });
const cell = (value: string, row: string, col = '合计') => fig(value, { at: { table: '支出决算表', row, col } });

/** Mistakes as people make them, in the relations in which they show; each with what should be said first. */
const scenes: readonly (readonly [name: string, expected: string, relations: () => Relation[]])[] = [
  [
    'two digits swapped in a repeated part',
    '44.67→46.47 transposed',
    () => {
      const part = fig('44.67');
      return [sum('100.00', [part, '53.53']), agree(part, '46.47')];
    },
  ],
  [
    'two digits swapped in a total',
    '561.49→516.49 transposed',
    () => {
      const total = fig('561.49');
      return [sum(total, ['444.76', '71.73']), agree(total, '516.49'), share('86%', '444.76', total)];
    },
  ],
  [
    'one digit wrong, seen by its share',
    '344.76→444.76 digit',
    () => {
      const part = fig('344.76');
      return [share('86.11%', part, '516.49'), agree(part, '444.76')];
    },
  ],
  [
    'a digit left out',
    '58.65→508.65 dropped',
    () => {
      const total = fig('58.65');
      return [sum(total, ['436.91', '71.73', '0.01']), share('86%', '436.91', total)];
    },
  ],
  [
    'a digit typed twice',
    '5088.65→508.65 doubled',
    () => {
      const total = fig('5088.65');
      return [sum(total, ['436.91', '71.73', '0.01']), share('86%', '436.91', total)];
    },
  ],
  [
    'a decimal point moved in an amount',
    '2.627→26.27 shifted',
    () => {
      const part = fig('2.627');
      return [sum('289.23', ['262.96', part]), agree(part, '26.27')];
    },
  ],
  [
    'a rate not multiplied by 100',
    '0.86→86.11% shifted',
    () => {
      const [rate, part, whole] = [fig('0.86%'), fig('444.76'), fig('516.49')];
      return [share(rate, part, whole), agree(part, '444.76'), agree(whole, '516.49')].map(relation => relation);
    },
  ],
  [
    'a sign lost',
    '12.50→-12.50 sign',
    () => {
      const change = fig('12.50');
      return [sum('30.00', ['42.50', change]), agree(change, '-12.50')];
    },
  ],
  [
    'an amount in 元 where 万元 stands',
    '1900→0.19 unit',
    () => {
      const spent = fig('1900');
      return [sum('0.19', [spent, '0.00']), agree(spent, '0.19')];
    },
  ],
  [
    'the all-funds figure in a 财政拨款 sentence',
    '289.53→289.20 scope',
    () => {
      const wrong = copyOf('289.53', {});
      return [sum(wrong, ['262.96', '26.24']), agree(wrong, '289.20'), agree(copyOf('289.53', { scope: '全部资金' }), '289.53')];
    },
  ],
  [
    'last year’s value',
    '312.07→289.20 last-year',
    () => {
      const wrong = copyOf('312.07', {});
      return [sum(wrong, ['262.96', '26.24']), agree(wrong, '289.20'), agree(copyOf('312.07', { period: 2020 }), '312.07')];
    },
  ],
  [
    'the budget for the outcome',
    '301.55→289.20 measure',
    () => {
      const wrong = copyOf('301.55', {});
      return [
        sum(wrong, ['262.96', '26.24']),
        agree(wrong, '289.20'),
        agree(copyOf('301.55', { measure: '年初预算' }), '301.55'),
      ];
    },
  ],
  [
    'the share for the completion rate',
    '56.06→97.31% measure',
    () => {
      const wrong = fig('56.06%', { fact: { ...outcome, measure: '完成率' } });
      const share_ = fig('56.06%', { fact: { ...outcome, measure: '占比' } });
      const [spent, budget] = [fig('289.20'), fig('297.20')];
      return [
        { ...share(wrong, spent, budget), shape: 'completion' },
        agree(spent, '289.20'),
        agree(budget, '297.20'),
        agree(wrong, '97.31%'),
        agree(share_, '56.06%'),
      ];
    },
  ],
  [
    'the row above',
    '155.56→224.37 neighbour',
    () => {
      const [above, wrong] = [cell('155.56', '甲'), cell('155.56', '乙')];
      return [sum('379.93', [above, wrong]), agree(wrong, '224.37'), agree(above, '155.56')];
    },
  ],
  [
    'the column beside',
    '155.56→224.37 neighbour',
    () => {
      const [beside, wrong] = [cell('155.56', '甲', '基本支出'), cell('155.56', '甲', '项目支出')];
      return [sum('379.93', [beside, wrong]), agree(wrong, '224.37'), agree(beside, '155.56')];
    },
  ],
  [
    'the addend before',
    '155.56→224.37 neighbour',
    () => {
      const [first, wrong] = [fig('155.56'), fig('155.56')];
      return [sum('379.93', [first, wrong]), agree(wrong, '224.37'), agree(first, '155.56')];
    },
  ],
  [
    'an earlier draft that still fits its percentage',
    '47.11→53.02 stale',
    () => {
      const [wrong, whole] = [fig('47.11'), fig('96.30')];
      return [
        share('48.92%', wrong, whole),
        sum(whole, [wrong, '43.28']),
        agree(wrong, '53.02', '53.02'),
        agree(whole, '96.30', '96.30'),
      ];
    },
  ],
  [
    'two shares exchanged',
    '70→20% swapped',
    () => {
      const whole = fig('100.00');
      return [share('70%', '20.00', whole, 1), share('20%', '70.00', whole, 1), share('10%', '10.00', whole, 1)];
    },
  ],
  [
    'two amounts exchanged against the table',
    '31.40→27.93 swapped',
    () => [agree('31.40', '27.93', '27.93'), agree('27.93', '31.40', '31.40')],
  ],
  [
    'decline and change exchanged with another growth',
    '15.90→7.00% swapped',
    () => {
      const [first, second] = [fig('444.76'), fig('516.82')];
      return [
        growth(-1, first, '33.48', '15.90%'),
        growth(-1, second, '97.74', '7.00%'),
        agree(first, '444.76'),
        agree(second, '516.82'),
      ];
    },
  ],
  ['a growth rate computed from this year’s amount', '11.11→12.50% base', () => [growth(1, '450.00', '50.00', '11.11%')]],
  ['a decline computed from this year’s amount', '12.50→11.11% base', () => [growth(-1, '400.00', '50.00', '12.50%')]],
  [
    'a decimal point moved, and the last digit lost',
    '3.43→34.34 shifted',
    () => {
      const part = fig('3.43');
      return [sum('134.34', ['100.00', part]), agree(part, '34.34')];
    },
  ],
  [
    'a number so wrong that the word contradicts it',
    '1060.05→1560.05 digit',
    () => {
      const [spent, budget] = [fig('1511.89'), fig('1060.05')];
      return [share('96.91%', spent, budget), order(spent, '<', budget), agree(spent, '1511.89')];
    },
  ],
];

describe('coordinated slips are recognised by name', () => {
  it('there are at least twenty', () => expect(scenes.length).toBeGreaterThanOrEqual(20));

  it.each(scenes)('%s: %s', (_, expected, relations) => {
    const { findings } = locateAll(relations());
    const failing = findings.filter(finding => finding.verdict === 'fails');
    expect(failing.length).toBeGreaterThan(0);
    expect(suspectsOf(failing[0]!)[0]?.replace('%', '')).toBe(expected.replace('%', ''));
  });
});
