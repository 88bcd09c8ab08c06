import { describe, expect, it } from 'vitest';
import { run } from '../../src/check/index.ts';
import { extract } from '../../src/extract/index.ts';
import { catalogue } from '../../src/rules/catalogue/index.ts';
import { loadRules, relate } from '../../src/rules/index.ts';
import { documentOf, tableOf } from '../extract/grids.ts';
import { type Change, checksOf, failing, TEXT } from './tables-world.ts';

const change = (table: string, from: string, to: string): Change => ({ table, from, to });
const world = checksOf();

/** The amounts of T3, and how they stand when one is left out, told twice, or one column is in 元. */
const T3_ROWS = `201|||一般公共服务支出|73.00|60.00|13.00
201|06||财政事务|73.00|60.00|13.00
201|06|01|行政运行|73.00|60.00|13.00
208|||社会保障和就业支出|20.00|20.00|
208|05||行政事业单位养老支出|20.00|20.00|
208|05|05|机关事业单位基本养老保险缴费支出|20.00|20.00|
212|||城乡社区支出|5.00||5.00
212|08||国有土地使用权出让收入安排的支出|5.00||5.00
212|08|03|城市建设支出|5.00||5.00`;
const T3_UP = `201|||一般公共服务支出|73.00|60.00|13.00
201|06||财政事务|73.00|60.00|13.00
201|06|01|行政运行|20.00|20.00|
208|||社会保障和就业支出|20.00|20.00|
208|05||行政事业单位养老支出|20.00|20.00|
208|05|05|机关事业单位基本养老保险缴费支出|5.00||5.00
212|||城乡社区支出|5.00||5.00
212|08||国有土地使用权出让收入安排的支出|5.00||5.00
212|08|03|城市建设支出|||`;
const T3_DOWN = `201|||一般公共服务支出|73.00|60.00|13.00
201|06||财政事务|73.00|60.00|13.00
201|06|01|行政运行|73.00|60.00|13.00
208|||社会保障和就业支出|73.00|60.00|13.00
208|05||行政事业单位养老支出|20.00|20.00|
208|05|05|机关事业单位基本养老保险缴费支出|20.00|20.00|
212|||城乡社区支出|20.00|20.00|
212|08||国有土地使用权出让收入安排的支出|5.00||5.00
212|08|03|城市建设支出|5.00||5.00`;
const T3_YUAN = `201|||一般公共服务支出|73.00|60.00|130000.00
201|06||财政事务|73.00|60.00|130000.00
201|06|01|行政运行|73.00|60.00|130000.00
208|||社会保障和就业支出|20.00|20.00|
208|05||行政事业单位养老支出|20.00|20.00|
208|05|05|机关事业单位基本养老保险缴费支出|20.00|20.00|
212|||城乡社区支出|5.00||50000.00
212|08||国有土地使用权出让收入安排的支出|5.00||50000.00
212|08|03|城市建设支出|5.00||50000.00`;
const T5_ROWS = `201|一般公共服务支出|69.50|56.50|13.00
20106|财政事务|69.50|56.50|13.00
2010601|行政运行|69.50|56.50|13.00
208|社会保障和就业支出|20.00|20.00|
20805|行政事业单位养老支出|20.00|20.00|
2080505|机关事业单位基本养老保险缴费支出|20.00|20.00|
合计|<|89.50|76.50|13.00`;
const T5_EXCHANGED = `201|一般公共服务支出|56.50|69.50|13.00
20106|财政事务|56.50|69.50|13.00
2010601|行政运行|56.50|69.50|13.00
208|社会保障和就业支出|20.00|20.00|
20805|行政事业单位养老支出|20.00|20.00|
2080505|机关事业单位基本养老保险缴费支出|20.00|20.00|
合计|<|76.50|89.50|13.00`;

/** For each rule the change of one cell that breaks it. */
const BROKEN: Readonly<Record<string, readonly Change[]>> = {
  'SUM-101': [change('T3', '73.00|60.00|13.00\n201|06||', '73.00|60.00|31.00\n201|06||')],
  'SUM-102': [
    change('T2', '2080505|机关事业单位基本养老保险缴费支出|20.00|20.00', '2080505|机关事业单位基本养老保险缴费支出|20.90|20.90'),
  ],
  'SUM-103': [change('T5', '合计|<|89.50|76.50', '合计|<|88.50|75.50')],
  'SUM-104': [change('T8', '212|城乡社区支出||5.00', '212|城乡社区支出|1.00|5.00')],
  'SUM-105': [change('T1', '其他收入|4.00', '其他收入|4.40')],
  'SUM-106': [change('T1', '社会保障和就业支出|20.00', '社会保障和就业支出|2.00')],
  'SUM-107': [change('T1', '年初结转和结余|1.00', '年初结转和结余|10.00')],
  'SUM-108': [
    change('T4', '三、城乡社区支出|5.00', '三、城乡社区支出|5.00'),
    change('T4', '一、一般公共预算财政拨款|0.50', '一、一般公共预算财政拨款|0.05'),
  ],
  'SUM-109': [change('T4', '总计|95.50|总计|95.50', '总计|95.50|总计|95.05')],
  'SUM-110': [change('T7', '5.50|3.00|2.50', '5.50|3.00|2.05')],
  'SUM-111': [change('P5', '甲项目|8.00', '甲项目|8.80')],
  'SUM-112': [change('T6', '办公费|12.00', '办公费|21.00')],
  'SUM-113': [change('T6', '人员经费合计|<|62.00', '人员经费合计|<|26.00')],
  'SUM-114': [change('T4', '二、政府性基金预算财政拨款|5.00', '二、政府性基金预算财政拨款|50.00')],
  'SUM-115': [change('T1full', '人员经费|18|66.00', '人员经费|18|56.00')],
  'SUM-116': [change('ASSET', '65.00|40.00', '65.00|46.00')],
  'SUM-117': [change('BAL', '净资产合计|83.00|85.00', '净资产合计|83.00|83.00')],
  'SUM-120': [change('units', '甲单位|12|7', '甲单位|12|17')],
  'SUM-121': [change('units', '乙单位|9|4', '乙单位|90|4')],
  'TIE-201': [
    change(
      'T3',
      '208|05|05|机关事业单位基本养老保险缴费支出|20.00|20.00',
      '208|05|05|机关事业单位基本养老保险缴费支出|2.00|2.00',
    ),
  ],
  'TIE-204': [change('T1', '一、一般公共服务支出|73.00', '一、一般公共服务支出|37.00')],
  'TIE-205': [change('T6', '公务接待费|0.50', '公务接待费|5.00')],
  'TIE-206': [change('T7', '2.50|1.20', '2.50|12.00')],
  'TIE-207': [change('T7g', '3.公务接待费|0.20|0.10', '3.公务接待费|2.00|2.00')],
  'TIE-208': [change('T6', '301|工资福利支出|62.00', '301|工资福利支出|65.00')],
  'TIE-209': [
    change('T6', '30108|机关事业单位基本养老保险缴费|20.00', '30108|机关事业单位基本养老保险缴费|22.00'),
    change('T6', '基本工资|42.00', '基本工资|40.00'),
  ],
  'TIE-210': [change('D4', '2010601|行政运行|69.50', '2010601|行政运行|96.50')],
  'TIE-211': [change('T1', '年初结转和结余|1.00', '年初结转和结余|0.10')],
  'TIE-212': [change('T1', '年末结转和结余|2.00', '年末结转和结余|0.20')],
  'TXT-001': [change('T7', '9.00|1.00|6.00', '8.00|1.00|6.00')],
  'TXT-002': [change('T7', '9.00|1.00|6.00', '9.00|1.10|6.00')],
  'TXT-003': [change('T7', '9.00|1.00|6.00', '9.00|1.00|6.10')],
  'TXT-004': [change('T7', '3.00|3.00|2.00', '3.00|3.00|2.10')],
  'TXT-010': [change('T6', '公务接待费|0.50', '公务接待费|')],
  'FRM-020': [change('T2', '2010601|行政运行', '2010601|信息化建设')],
  'FRM-021': [change('T2', '20805|行政事业单位养老支出', '20805|行政事业单位离退休')],
  'FRM-022': [change('T5', '20106|财政事务|69.50|56.50|13.00\n', '')],
  'FRM-023': [change('T5', '2080505|', '2010601|')],
  'FRM-024': [change('T2', '其他收入', '其他收入'), change('T2', '74.00|70.00|4.00', '66.00|70.00|-4.00')],
  'FRM-030': [change('T2', '', '\0')],
  'FRM-031': [change('T9', '注：本部门没有国有资本经营预算财政拨款收入和支出，故本表无数据。', '')],
  'FRM-032': [change('T2', '201|一般公共服务支出|74.00|70.00', '201|一般公共服务支出||70.00')],
  'FRM-033': [change('T7', '9.00|1.00|6.00|3.00|3.00|2.00|7.50|0.80|5.50|3.00|2.50|1.20', '|||||||||||')],
  'FRM-034': [change('T5', '万元', '元')],
  'FRM-060': [change('T3', T3_ROWS, T3_UP)],
  'FRM-061': [change('T3', T3_ROWS, T3_DOWN)],
  'FRM-062': [change('T5', T5_ROWS, T5_EXCHANGED)],
  'FRM-063': [change('T3', '98.00|80.00|18.00', '98.00|80.00|180000.00'), change('T3', T3_ROWS, T3_YUAN)],
  'FRM-035': [change('T9', '合计|<||||', '合计|<||7.00|7.00|')],
};
/** Text that goes with a change. */
const WITH: Readonly<Record<string, readonly string[]>> = { 'FRM-031': TEXT.slice(0, 2) };
/** Told only where it holds. */
const WITNESSES = ['TIE-213'];
/** Told only where something is wrong: in a report that holds there is no check of them. */
const TRACES = /^FRM-|^TXT-01/;
/** They need another report than the small one. */
const ELSEWHERE = ['TIE-202', 'TIE-203', 'TIE-213', 'TIE-214', 'TIE-231', 'TIE-232', 'TXT-011', 'TXT-012', 'TXT-013', 'TXT-014'];

const ids = (catalogue['tables.yaml'] as readonly { id: string }[]).map(({ id }) => id);

describe('the rules of the statutory tables', () => {
  it('a small report that holds breaks none of them', () => {
    expect(failing(world)).toEqual([]);
    expect(world.length).toBeGreaterThan(150);
  });

  it('every rule is broken by a change here', () => {
    const covered = new Set([...Object.keys(BROKEN), ...WITNESSES, ...ELSEWHERE]);
    expect(ids.filter(id => !covered.has(id))).toEqual([]);
  });

  it.each(ids.filter(id => !TRACES.test(id) && !ELSEWHERE.includes(id)))('%s holds where nothing is wrong', id => {
    expect(world.filter(check => check.relation.rule === id && check.verdict === 'holds').length).toBeGreaterThan(0);
  });

  it.each(Object.entries(BROKEN))('%s is broken by one cell', (id, changes) => {
    expect(failing(checksOf(changes, WITH[id] ?? TEXT))).toContain(id);
  });

  it('TIE-203: where all money is general budget, both tables are the same', () => {
    const all = [
      change('T3', '类|款|项|合计|98.00|80.00|18.00', '类|款|项|合计|89.50|76.50|13.00'),
      change('T3', '201|06|01|行政运行|73.00|60.00', '201|06|01|行政运行|69.50|56.50'),
    ];
    const checks = checksOf(all).filter(check => check.relation.rule === 'TIE-203');
    expect(checks.some(check => check.verdict === 'holds')).toBe(true);
    expect(checks.some(check => check.verdict === 'fails')).toBe(true);
  });

  it('TIE-214: where nothing is spent on projects, the details are basic expenditure', () => {
    const basic = [
      change('T5', '合计|<|89.50|76.50|13.00', '合计|<|89.50|89.50|'),
      change('T6', '商品和服务支出|14.50', '商品和服务支出|27.50'),
      change('T6', '30101|基本工资|42.00', '30101|基本工资|62.00'),
    ];
    const verdicts = (...more: Change[]) =>
      checksOf([...basic, ...more])
        .filter(({ relation }) => relation.rule === 'TIE-214')
        .map(check => check.verdict);
    expect(new Set(verdicts())).toEqual(new Set(['holds']));
    expect(verdicts(change('D5', '合计|<|89.50|62.00|62.00|27.50', '合计|<|89.50|62.00|62.00|28.50'))).toContain('fails');
  });

  it('TIE-213: medical insurance by economy is that by function; told where it holds', () => {
    const medical = (amount: string) => [
      change('T5', '208|社会保障和就业支出|20.00|20.00|\n20805|', '210|卫生健康支出|20.00|20.00|\n21011|'),
      change('T5', '行政事业单位养老支出', '行政事业单位医疗'),
      change('T5', '2080505|机关事业单位基本养老保险缴费支出', '2101101|行政单位医疗'),
      change('T6', '30108|机关事业单位基本养老保险缴费|20.00', `30110|职工基本医疗保险缴费|${amount}`),
    ];
    const verdicts = (amount: string) =>
      checksOf(medical(amount))
        .filter(({ relation }) => relation.rule === 'TIE-213')
        .map(check => check.verdict);
    expect(verdicts('20.00')).toEqual(['holds']);
    expect(verdicts('19.00')).toEqual([]);
  });

  it('TIE-202: funds together are within all expenditure, code by code', () => {
    const general = change('T5', '208|社会保障和就业支出|20.00|20.00', '212|城乡社区支出|2.00|2.00');
    const verdicts = (all: string) =>
      checksOf([general, change('T3', '212|||城乡社区支出|5.00', `212|||城乡社区支出|${all}`)])
        .filter(({ relation }) => relation.rule === 'TIE-202')
        .map(check => check.verdict);
    expect(verdicts('7.00')).toEqual(['holds']);
    expect(verdicts('6.00')).toEqual(['fails']);
  });

  it('a last digit that was bent into one line is rounding, never a failure', () => {
    const bent = checksOf([
      change('T1', '社会保障和就业支出|20.00', '社会保障和就业支出|20.01'),
      change('T1', '一、一般公共服务支出|73.00', '一、一般公共服务支出|72.99'),
    ]);
    expect(failing(bent)).toEqual([]);
    expect(bent.filter(check => check.verdict === 'rounding').length).toBeGreaterThan(0);
  });

  it.each([
    ['FRM-060', [change('T3', T3_ROWS, T3_UP)]],
    ['FRM-061', [change('T3', T3_ROWS, T3_DOWN)]],
    ['FRM-062', [change('T5', T5_ROWS, T5_EXCHANGED)]],
    ['FRM-063', [change('T3', '98.00|80.00|18.00', '98.00|80.00|180000.00'), change('T3', T3_ROWS, T3_YUAN)]],
  ])('amounts that stand elsewhere are told once: %s', (rule, changes) => {
    expect(failing(checksOf(changes))).toEqual([rule]);
  });

  it('one wrong figure is no column out of place', () => {
    const rules = failing(
      checksOf([
        change(
          'T3',
          '208|05|05|机关事业单位基本养老保险缴费支出|20.00|20.00',
          '208|05|05|机关事业单位基本养老保险缴费支出|73.00|60.00',
        ),
      ]),
    );
    expect(rules.filter(rule => rule.startsWith('FRM-06'))).toEqual([]);
    expect(rules).toContain('SUM-102');
  });

  it('a wrong unit of a whole table is told once, not for every cell', () => {
    expect(failing(checksOf([change('T5', '万元', '元')]))).toEqual(['FRM-034']);
  });

  it('names that the classification does not have are not judged', () => {
    expect(failing(checksOf([change('T2', '2010601|行政运行', '2010688|新设的科目')]))).toEqual([]);
  });

  describe('items of the text and rows of the table', () => {
    const table = tableOf(
      '一般公共预算财政拨款支出决算表',
      '科目编码|科目名称|合计|基本支出|项目支出\n205|教育支出|60.00|60.00|\n20502|普通教育|60.00|60.00|\n2050202|小学教育|10.00|10.00|\n2050203|初中教育|20.00|20.00|\n2050204|高中教育|26.00|26.00|\n2050205|高等教育|4.00|4.00|\n合计|<|60.00|60.00|',
    );
    const item = (name: string, amount: string) => `教育支出（类）普通教育（款）${name}（项）：支出决算为${amount}万元。`;
    const told = (...items: readonly string[]) => {
      const reading = extract([documentOf(table, '# 五、一般公共预算财政拨款支出决算情况说明', ...items)]);
      return run(relate(reading, loadRules())).flatMap(({ relation, verdict }) =>
        verdict === 'fails' && relation.rule.startsWith('TXT-') && relation.kind === 'form'
          ? [`${relation.rule} ${relation.params!.name} ${relation.expected}`]
          : [],
      );
    };
    const three = [item('小学教育', '10.00'), item('初中教育', '20.00'), item('高中教育', '26.00')];

    it('all are told', () => expect(told(...three, item('高等教育', '4.00'))).toEqual([]));
    it('TXT-011: one bears a name the table has not', () =>
      expect(told(...three, item('高职教育', '4.00'))).toEqual(['TXT-011 高职教育 高等教育']));
    it('TXT-012: one is left out', () => expect(told(...three)).toEqual(['TXT-012 高等教育 null']));
  });

  describe('what an item is said to be, and the columns of its row', () => {
    const table = tableOf(
      '一般公共预算财政拨款支出决算表',
      '科目编码|科目名称|合计|基本支出|项目支出\n205|教育支出|60.00|36.00|24.00\n20502|普通教育|60.00|36.00|24.00\n2050202|小学教育|10.00|10.00|\n2050203|初中教育|20.00||20.00\n2050204|高中教育|30.00|26.00|4.00\n合计|<|60.00|36.00|24.00',
    );
    const told = (name: string, amount: string, use: string) => {
      const item = `教育支出（类）普通教育（款）${name}（项）。主要用于：${use}。支出决算为${amount}万元。`;
      const reading = extract([documentOf(table, '# 五、一般公共预算财政拨款支出决算情况说明', item)]);
      return run(relate(reading, loadRules())).flatMap(({ relation, verdict }) =>
        /^TXT-01[34]$/.test(relation.rule) ? [`${relation.rule} ${verdict}`] : [],
      );
    };
    it.each([
      ['小学教育', '10.00', '教师工资等基本支出', ['TXT-013 holds']],
      ['初中教育', '20.00', '设备购置等的基本支出', ['TXT-013 fails']],
      ['小学教育', '10.00', '操场维修项目支出', ['TXT-013 fails']],
      ['高中教育', '30.00', '教师工资等基本支出', ['TXT-013 holds', 'TXT-014 fails']],
      ['高中教育', '30.00', '教师工资等基本支出和设备购置等项目支出', []],
      ['高中教育', '30.00', '事业单位人员支出、公用支出、项目支出', []],
      ['高中教育', '30.00', '单位人员支出、公用支出', ['TXT-013 holds', 'TXT-014 fails']],
      ['高中教育', '30.00', '人员经费以及信息化工作', []],
      ['初中教育', '20.00', '聘用人员经费', []],
      ['初中教育', '20.00', '除基本支出外的设备购置', []],
      ['初中教育', '20.00', '设备购置', []],
    ])('%s %s: %s', (name, amount, use, expected) => expect(told(name, amount, use)).toEqual(expected));
  });
});
