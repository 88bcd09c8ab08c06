import { Big } from '../../../src/model/index.ts';
import type { Project } from '../accounts/extras.ts';
import type { Pen } from '../narrative/pen.ts';
import { trim } from '../narrative/pen.ts';
import type { Block, Inline, TableBlock } from '../report.ts';
import { Grid } from './grid.ts';

/** The self-evaluation tables of the style's form. */
export function selfEvaluation(pen: Pen): Block[] {
  const { projects } = pen.accounts.current;
  if (pen.style.selfEvaluation === 'none') return [];
  if (pen.style.selfEvaluation === 'sichuan') return [whole(pen), ...projects.map((project, i) => sichuan(pen, project, i))];
  return projects.map((project, i) => national(pen, project, i));
}

const money = (pen: Pen, fact: string): Inline => {
  const value = pen.now(fact);
  return value.eq(0) ? [] : [{ printed: trim(value.toFixed(2)), fact: `${pen.year}/${fact}`, kind: 'money', unit: '' }];
};
const rate = (pen: Pen, outcome: string, budget: string, decimals: number, sign = '%'): Inline => {
  if (pen.now(budget).eq(0)) return [];
  const value = pen.now(outcome).div(pen.now(budget)).times(100);
  return [{ printed: trim(value.toFixed(decimals)), fact: `rate/${outcome}/${budget}`, kind: 'percent', unit: sign }, sign];
};
const score = (value: Big, fact: string): Inline => [{ printed: trim(value.toFixed(2)), fact, kind: 'score', unit: '' }];

/** The whole department's table of the Sichuan form. */
function whole(pen: Pen): TableBlock {
  const grid = new Grid();
  const { entity } = pen.accounts;
  const amount = (fact: string): Inline => [
    { printed: trim(pen.now(fact).toFixed(2)), fact: `${pen.year}/${fact}`, kind: 'money', unit: '' },
  ];
  const withUnit = (fact: string): Inline => [
    { printed: trim(pen.now(fact).toFixed(2)), fact: `${pen.year}/${fact}`, kind: 'money', unit: '万元' },
    '万元',
  ];
  grid.put(0, 0, `${pen.year}年部门整体支出绩效自评表`, 1, 5);
  grid.put(1, 0, '主管部门', 1, 1).put(1, 1, entity, 1, 2).put(1, 3, '实施单位').put(1, 4, entity);
  grid.put(2, 0, '预算\n执行情况\n（万元）', 3);
  const rows = [
    ['预算数', '执行数', ''],
    ['其中：\n财政拨款', '其中：\n财政拨款', '.fiscal'],
    ['其他资金', '其他资金', '.other'],
  ] as const;
  rows.forEach(([budget, outcome, part], k) => {
    grid.put(2 + k, 1, budget).put(2 + k, 2, amount(`whole.budget${part}`));
    grid.put(2 + k, 3, outcome).put(2 + k, 4, amount(`whole.outcome${part}`));
  });
  const costs = (
    [
      ['基本支出', 'd1'],
      ['项目支出', 'd2'],
      ['其他各项支出', 'rest'],
    ] as const
  ).filter(([, use]) => pen.now(`whole.outcome.${use}`).gt(0));
  grid.put(5, 0, '年度绩效指标', costs.length + 1);
  ['一级指标', '三级指标', '预期指标值', '完成指标值'].forEach((name, k) => void grid.put(5, 1 + k, name));
  grid.put(6, 1, '成本指标', costs.length);
  costs.forEach(([name, use], k) => {
    grid
      .put(6 + k, 2, name)
      .put(6 + k, 3, withUnit(`whole.budget.${use}`))
      .put(6 + k, 4, withUnit(`whole.outcome.${use}`));
  });
  return grid.build('', 1, 5, []);
}

/** One project's table of the Sichuan form: no scores. */
function sichuan(pen: Pen, project: Project, i: number): TableBlock {
  const grid = new Grid();
  const { entity } = pen.accounts;
  const at = (side: string, source = '') => `project.${i}.${side}${source}`;
  grid.put(0, 0, '项目资金绩效自评表', 1, 7).put(1, 0, `（${pen.year}年度）`, 1, 7);
  grid.put(2, 0, '专项（项目）名称', 1, 2).put(2, 2, project.name, 1, 5);
  grid.put(3, 0, '项目主管单位', 1, 2).put(3, 2, entity, 1, 5);
  grid
    .put(4, 0, '项目资金\n（万元）', 5)
    .put(4, 1, '', 1, 2)
    .put(4, 3, '全年预算数', 1, 2)
    .put(4, 5, '实际完成数')
    .put(4, 6, '执行率（%）');
  const rows = [
    ['年度资金总额：', ''],
    ['其中：上级财政资金', '.1'],
    ['本级财政资金', '.0'],
    ['其他资金', '.2'],
  ] as const;
  rows.forEach(([name, source], k) => {
    grid
      .put(5 + k, 1, name, 1, 2)
      .put(5 + k, 3, money(pen, at('adjusted', source)), 1, 2)
      .put(5 + k, 5, money(pen, at('outcome', source)));
    grid.put(5 + k, 6, rate(pen, at('outcome', source), at('adjusted', source), 0));
  });
  grid.put(9, 0, '绩\n效\n指\n标', project.indicators.length + 2);
  ['一级\n指标', '二级指标', '三级指标', '年度指标值', '实际完成数', '完成率（%）'].forEach(
    (name, k) => void grid.put(9, 1 + k, name),
  );
  project.indicators.forEach((indicator, k) => {
    const met = indicator.reason === '';
    grid
      .put(10 + k, 1, indicator.first)
      .put(10 + k, 2, indicator.second)
      .put(10 + k, 3, indicator.third)
      .put(10 + k, 4, indicator.target)
      .put(10 + k, 5, indicator.actual);
    grid.put(
      10 + k,
      6,
      met
        ? '100%'
        : `${new Big(Number.parseInt(indicator.actual, 10))
            .div(Number.parseInt(indicator.target.replace(/\D/g, ''), 10))
            .times(100)
            .toFixed(0)}%`,
    );
  });
  const last = grid.rows;
  const withUnit = (fact: string): Inline => [...money(pen, fact), '万元'];
  grid
    .put(last, 1, '产出指标')
    .put(last, 2, '成本指标')
    .put(last, 3, `${project.name}支出`)
    .put(last, 4, withUnit(at('adjusted')))
    .put(last, 5, withUnit(at('outcome')));
  grid.put(last, 6, rate(pen, at('outcome'), at('adjusted'), 0));
  return grid.build('', 2, 7, []);
}

/** One project's table of the national form: 分值 and 得分 add up to 100 and to the total. */
function national(pen: Pen, project: Project, i: number): TableBlock {
  const grid = new Grid();
  const at = (side: string, source = '') => `project.${i}.${side}${source}`;
  const { year } = pen;
  grid.put(0, 0, '项目支出绩效自评表', 1, 8).put(1, 0, `（${year}年度）`, 1, 8);
  grid.put(2, 0, '项目名称', 1, 2).put(2, 2, project.name, 1, 6);
  grid
    .put(3, 0, '主管部门', 1, 2)
    .put(3, 2, pen.accounts.entity, 1, 3)
    .put(3, 5, '实施单位')
    .put(3, 6, pen.accounts.entity, 1, 2);
  grid.put(4, 0, '项目资金\n（万元）', 5, 1);
  ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].forEach((name, k) => void grid.put(4, 1 + k, name));
  const rows = [
    ['年度资金总额', ''],
    ['其中：当年财政拨款', '.0'],
    ['上年结转资金', '.1'],
    ['其他资金', '.2'],
  ] as const;
  rows.forEach(([name, source], k) => {
    const row = 5 + k;
    grid.put(row, 1, name);
    (['initial', 'adjusted', 'outcome'] as const).forEach((side, j) => void grid.put(row, 2 + j, money(pen, at(side, source))));
    grid.put(row, 5, source === '' ? score(new Big(10), `weight/project.${i}.executed`) : '—');
    grid.put(row, 6, rate(pen, at('outcome', source), at('adjusted', source), 2));
    grid.put(row, 7, source === '' ? score(pen.now(at('executed')), `${year}/${at('executed')}`) : '—');
  });
  grid.put(9, 0, '绩效指标', project.indicators.length + 1);
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'].forEach(
    (name, k) => void grid.put(9, 1 + k, name),
  );
  project.indicators.forEach((indicator, k) => {
    const row = 10 + k;
    [indicator.first, indicator.second, indicator.third, indicator.target, indicator.actual].forEach(
      (text, j) => void grid.put(row, 1 + j, text),
    );
    grid
      .put(row, 6, score(new Big(indicator.weight), `weight/project.${i}.${k}`))
      .put(row, 7, score(indicator.score, `score/project.${i}.${k}`));
  });
  const last = grid.rows;
  grid
    .put(last, 0, '总分', 1, 6)
    .put(last, 6, score(new Big(100), `weight/project.${i}`))
    .put(last, 7, score(pen.now(at('score')), `${year}/${at('score')}`));
  return grid.build('', 2, 8, []);
}
