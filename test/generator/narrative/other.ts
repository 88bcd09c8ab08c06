import { type Block, type Inline, joined, t } from '../report.ts';
import { change, heading, numeral, paragraph, section, subject } from './clauses.ts';
import type { Pen } from './pen.ts';

/** Section 十: 其他重要事项, or 绩效 and 其他 apart. */
export function other(pen: Pen): Block[] {
  const apart = pen.style.layout !== 'sichuan';
  const performance = performanceText(pen);
  const parts: [string, Inline[]][] = [
    ['机关运行经费支出情况', [runningText(pen)]],
    ['政府采购支出情况', [procurementText(pen)]],
    ['国有资产占有使用情况', [assetsText(pen)]],
    ...(apart ? [] : ([['预算绩效管理情况', performance]] as [string, Inline[]][])),
  ];
  return [
    ...(apart ? [section(pen, '十、预算绩效管理情况说明'), ...performance.map(paragraph)] : []),
    section(pen, `${apart ? '十一' : '十'}、其他重要事项的情况说明`),
    ...parts.flatMap(([title, texts], i) => [heading(3, `（${numeral(i + 1)}）${title}`), ...texts.map(paragraph)]),
  ];
}

function runningText(pen: Pen): Inline {
  return t`${pen.year}年度，${pen.accounts.entity}机关运行经费支出${pen.money('own.running')}。${change(pen, 'own.running', '机关运行经费支出')}`;
}

function procurementText(pen: Pen): Inline {
  const { style, year } = pen;
  const kinds = (
    [
      ['货物', 'goods'],
      ['工程', 'works'],
      ['服务', 'services'],
    ] as const
  ).map(([name, key]) => {
    const share =
      style.procurement === 'shares' && pen.now('buy.total').gt(0) ? t`，占${pen.share(`buy.${key}`, 'buy.total')}` : [];
    return t`政府采购${name}支出${pen.money(`buy.${key}`)}${share}`;
  });
  const total = t`${year}年度，${pen.accounts.entity}政府采购支出总额${pen.money('buy.total')}${style.wholeTold ? '：' : '，其中：'}${joined(kinds, style.procurement === 'shares' ? '；' : '、')}。`;
  if (pen.now('buy.total').eq(0)) return total;
  if (style.procurement === 'reserved') {
    return t`${total}预留份额面向中小企业采购${pen.money('buy.reserved')}；其他采购项目由中小企业承接${pen.money('buy.elsewhere')}，其中由小微企业承接${pen.money('buy.elsewhereMicro')}。`;
  }
  if (pen.now('buy.small').eq(0)) return total;
  if (style.procurement === 'ofTotal') {
    const firms = (name: string, key: string) => t`${name}${pen.money(key)}，占总额的${pen.share(key, 'buy.total')}`;
    return t`${total}其中${firms('授予中小企业', 'buy.small')}，${firms('小微企业', 'buy.micro')}。`;
  }
  const small = t`授予中小企业合同金额${pen.money('buy.small')}，占政府采购支出总额的${pen.share('buy.small', 'buy.total')}`;
  const micro =
    style.procurement === 'shares' || style.procurement === 'byKind'
      ? t`授予小微企业合同金额${pen.money('buy.micro')}，占授予中小企业合同金额的${pen.share('buy.micro', 'buy.small')}`
      : t`授予小微企业合同金额${pen.money('buy.micro')}，占政府采购支出总额的${pen.share('buy.micro', 'buy.total')}`;
  if (style.procurement === 'byKind') return t`${total}${small}，其中：${micro}；${joined(sharesByKind(pen), '，')}。`;
  return t`${total}${small}，其中：${micro}。`;
}

/** «货物采购授予中小企业合同金额占货物支出金额的〈P〉»: the amounts themselves are not told. */
function sharesByKind(pen: Pen): Inline[] {
  const kinds = [
    ['货物', 'goods'],
    ['工程', 'works'],
    ['服务', 'services'],
  ] as const;
  return kinds
    .filter(([, key]) => pen.now(`buy.${key}`).gt(0))
    .map(([name, key]) => t`${name}采购授予中小企业合同金额占${name}支出金额的${pen.share(`buy.small.${key}`, `buy.${key}`)}`);
}

const CARS = ['主要负责人用车', '机要通信用车', '应急保障用车', '执法执勤用车', '其他用车'];

function assetsText(pen: Pen): Inline {
  const { year } = pen;
  const cars = CARS.map((name, i) => t`${name}${pen.count(`count.cars.${i}`, '辆')}`);
  const head = t`截至${year}年12月31日，${subject(pen) || '本单位'}共有车辆${pen.count('count.cars', '辆')}，其中：${joined(cars, '、')}。`;
  return t`${head}单价50万元以上通用设备${pen.count('count.equipment50', '台（套）')}，单价100万元以上专用设备${pen.count('count.equipment100', '台（套）')}。`;
}

function performanceText(pen: Pen): Inline[] {
  const { year, style } = pen;
  const who = subject(pen) || '本单位';
  if (style.layout === 'sichuan') {
    return [
      t`${who}按照预算绩效管理要求，${year}年度为${pen.count('count.planned', '个')}项目编制绩效目标，对${pen.count('count.watched', '个')}项目开展绩效监控，对${pen.count('count.evaluated', '个')}项目开展绩效自评。`,
    ];
  }
  const project = 'T5.total.project';
  const money =
    style.layout === 'national' && pen.now(project).gt(0)
      ? t`涉及资金${pen.money('evaluated.outcome')}，占一般公共预算项目支出总额的${pen.share('evaluated.outcome', project)}，`
      : [];
  const ratings = style.layout === 'shanghai' ? ['优', '良', '合格', '不合格'] : ['优', '良', '中', '差'];
  const rated = joined(
    (['excellent', 'good', 'fair', 'poor'] as const).map(
      (key, i) => t`评价等级为“${ratings[i]!}”的项目${pen.count(`count.${key}`, '个')}`,
    ),
    '，',
  );
  const projects = pen.accounts.current.projects.map(project => {
    const i = pen.accounts.current.projects.indexOf(project);
    return t`${project.name}：全年预算数${pen.money(`project.${i}.adjusted`)}，执行数${pen.money(`project.${i}.outcome`)}，完成预算的${pen.rate(`project.${i}.outcome`, `project.${i}.adjusted`)}，自评得分${pen.score(pen.now(`project.${i}.score`), `${year}/project.${i}.score`)}分。`;
  });
  return [
    t`${who}组织对${year}年度${pen.count('count.evaluated', '个')}项目开展绩效自评，${money}平均得分${pen.score(pen.now('score.mean'), `${year}/score.mean`)}分，其中：${rated}。`,
    t`自评中共发现问题${pen.count('count.found', '个')}，已完成整改${pen.count('count.mended', '个')}，正在整改${pen.count('count.mending', '个')}。`,
    ...(style.selfEvaluation === 'national' ? projects : []),
  ];
}
