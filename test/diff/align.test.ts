import { describe, expect, it } from 'vitest';
import { figure, level, report, stating, years } from './build.ts';

const path = (...names: string[]) => `功能/${names.join('/')}`;
const kin = (
  before: Parameters<typeof report>[1],
  after: Parameters<typeof report>[1],
  statements: Parameters<typeof report>[2] = [],
) =>
  years(report(2019, before), report(2020, after, statements)).changes.map(({ kinship, name, formerly }) => [
    kinship,
    name,
    ...formerly,
  ]);

describe('alignment', () => {
  it('by what is stated: indicator, scope, measure', () => {
    const before = [
      level('10.00', '基本支出'),
      level('4.00', '基本支出', { scope: '财政拨款' }),
      level('9.00', '基本支出', { measure: '年初预算' }),
    ];
    const after = [
      level('5.00', '基本支出', { scope: '财政拨款' }),
      level('8.00', '基本支出', { measure: '年初预算' }),
      level('12.00', '基本支出'),
    ];
    const { changes } = years(report(2019, before), report(2020, after));
    expect(changes.map(({ scope, measure, difference }) => [scope, measure, difference?.toString()])).toEqual([
      ['财政拨款', '决算', '10000'],
      ['全部资金', '年初预算', '-10000'],
      ['全部资金', '决算', '20000'],
    ]);
  });
  it('across units', () => {
    const { changes } = years(
      report(2019, [level('6145600.00', '收支总计', {}, { unit: '元' })]),
      report(2020, [level('516.82', '收支总计')]),
    );
    expect(changes[0]!.difference!.toString()).toBe('-977400');
  });
  it('by code, where the name changed: 20805', () => {
    const row = (name: string) => ({ label: name, at: { table: '支出决算表', row: `20805 ${name}`, col: '合计' } });
    const before = [figure('3.00', {}, row('行政事业单位离退休'))];
    const after = [figure('4.00', {}, row('行政事业单位养老支出'))];
    const [change, ...more] = years(report(2019, before), report(2020, after)).changes;
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      kinship: 'renamed',
      code: '20805',
      name: '20805 行政事业单位养老支出',
      formerly: ['20805 行政事业单位离退休'],
    });
    expect(change!.difference!.toString()).toBe('10000');
  });
  it('by the names of the classification, told with and without 的, under a 款 that was renamed as well', () => {
    const before = [level('12.00', path('社会保障和就业支出', '行政事业单位离退休', '归口管理行政单位离退休'))];
    const after = [level('13.00', path('社会保障和就业支出', '行政事业单位养老支出', '行政单位离退休'))];
    expect(kin(before, after).map(([kinship]) => kinship)).toEqual(['renamed']);
  });
  it('by the names of the classification, where no code is printed', () => {
    const before = [
      level('3.00', path('社会保障和就业支出', '行政事业单位离退休')),
      level('2.00', path('社会保障和就业支出', '行政事业单位离退休', '机关事业单位基本养老保险缴费支出')),
    ];
    const after = [
      level('4.00', path('社会保障和就业支出', '行政事业单位养老支出')),
      level('2.50', path('社会保障和就业支出', '行政事业单位养老支出', '机关事业单位基本养老保险缴费支出')),
    ];
    expect(kin(before, after)).toEqual([
      ['renamed', '行政事业单位养老支出', '行政事业单位离退休'],
      ['same', '机关事业单位基本养老保险缴费支出'],
    ]);
  });
  it('by name, for figures that state no known indicator; a name that is there twice is no name', () => {
    const at = (row: string) => ({ label: row, at: { table: '资产情况表', row, col: '年末数' }, unit: '辆' });
    const before = [figure('3', {}, at('1.机要通信用车')), figure('1', {}, at('其他用车')), figure('2', {}, at('其他用车'))];
    const after = [figure('4', {}, at('（一）机要通信用车')), figure('5', {}, at('其他用车'))];
    const { changes, unnamed } = years(report(2019, before), report(2020, after));
    expect(changes.map(({ name, difference }) => [name, difference?.toString()])).toEqual([
      ['（一）机要通信用车', '1'],
      ['其他用车', undefined],
    ]);
    expect(unnamed).toEqual({ before: 2, after: 0 });
  });
  it('new and dropped subjects are told apart from what one report merely does not mention', () => {
    const before = [level('1.00', path('农林水支出')), level('2.00', path('住房保障支出')), level('9.00', '机关运行经费')];
    const after = [level('2.00', path('住房保障支出')), level('3.00', path('卫生健康支出')), level('7.00', '政府采购')];
    expect(kin(before, after)).toEqual([
      ['same', '住房保障支出'],
      ['new', '卫生健康支出'],
      ['lone', '政府采购'],
      ['dropped', '农林水支出'],
      ['lone', '机关运行经费'],
    ]);
  });
  it('a subject that was split, by what its parts say they were', () => {
    const whole = level('30.00', path('教育支出', '进修及培训'));
    const first = level('12.00', path('教育支出', '教师进修'));
    const second = level('20.00', path('教育支出', '干部教育'));
    const other = level('5.00', path('教育支出', '普通教育'));
    const same = level('4.00', path('教育支出', '职业教育'));
    const said = [stating(first, 1, '2.00'), stating(second, -1, '0.00'), stating(other, 1, '1.00')];
    expect(kin([whole, same], [first, second, other, level('4.00', path('教育支出', '职业教育'))], said)).toEqual([
      ['split', '教师进修', '进修及培训'],
      ['split', '干部教育', '进修及培训'],
      ['new', '普通教育'],
      ['same', '职业教育'],
      ['split', '进修及培训'],
    ]);
  });
  it('subjects that were merged, and one that got another name, by what the later one says it was', () => {
    const [a, b, c] = [
      level('10.00', path('教育支出', '甲项')),
      level('5.50', path('教育支出', '乙项')),
      level('7.25', path('教育支出', '丙项')),
    ];
    const both = level('20.00', path('教育支出', '合项'));
    const renamed = level('8.25', path('教育支出', '新名'));
    expect(kin([a, b, c], [both, renamed], [stating(both, 1, '4.50'), stating(renamed, 1, '1.00', '13.8')])).toEqual([
      ['merged', '合项', '甲项', '乙项'],
      ['renamed', '新名', '丙项'],
      ['merged', '甲项'],
      ['merged', '乙项'],
    ]);
  });
});

describe('stated changes', () => {
  const verdict = (
    statement: (current: ReturnType<typeof level>) => ReturnType<typeof stating>,
    after = '516.82',
    before = '614.56',
  ) => {
    const current = level(after, '收支总计');
    return years(report(2020, [level(before, '收支总计')]), report(2021, [current], [statement(current)])).changes[0]!;
  };
  it.each([
    ['agree', -1, '97.74', '16', 'holds'],
    ['are rounded to fewer digits', -1, '97.7', '15.90', 'rounding'],
    ['are innocent in the last digit', -1, '97.75', '15.9', 'rounding'],
    ['have a wrong amount', -1, '97.47', '15.9', 'fails'],
    ['have a wrong rate', -1, '97.74', '19.5', 'fails'],
    ['have a wrong direction', 1, '97.74', '15.9', 'fails'],
  ] as const)('%s', (_, direction, change, rate, expected) => {
    expect(verdict(current => stating(current, direction, change, rate)).verdict).toBe(expected);
  });
  it('持平', () => {
    expect(verdict(current => stating(current, 0)).verdict).toBe('fails');
    expect(verdict(current => stating(current, 0), '5.00', '5.00').verdict).toBe('holds');
    expect(verdict(current => stating(current, 0), '5.0', '5.00').verdict).toBe('holds');
  });
  it('last year’s figure, as the later report repeats it', () => {
    const previous = level('615.46', '收支总计', { period: 2020 });
    const { changes } = years(report(2020, [level('614.56', '收支总计')]), report(2021, [level('516.82', '收支总计'), previous]));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ verdict: 'fails', stated: [] });
  });
  it('are told but not judged where the years are apart', () => {
    const current = level('5.00', '收支总计');
    const after = report(2022, [current], [stating(current, 1, '1.00')]);
    expect(years(report(2020, [level('3.00', '收支总计')]), after).changes[0]).toMatchObject({
      verdict: null,
      stated: [{ direction: 1 }],
    });
  });
  it('imply the year before from the sentence’s own level, where a table prints another', () => {
    const [table, sentence] = [level('2961.68', '收支总计'), level('0.3', '收支总计')];
    const { changes } = years(null, report(2024, [table, sentence], [stating(sentence, 0)]));
    expect(changes[0]!.difference!.toString()).toBe('0');
  });
  it('imply the year before, where there is one report only', () => {
    const current = level('516.82', '收支总计');
    const other = level('110', '基本支出', {}, { unit: '元' });
    const { changes, before } = years(
      null,
      report(
        2021,
        [current, other, level('3.00', '项目支出')],
        [stating(current, -1, '97.74', '16'), stating(other, 1, undefined, '10')],
      ),
    );
    expect(before).toBeNull();
    expect(changes.map(({ name, before: level, verdict }) => [name, level?.value.toString(), level?.source, verdict])).toEqual([
      ['收支总计', '6145600', 'change', 'holds'],
      ['基本支出', '100', 'rate', null],
    ]);
  });
});
