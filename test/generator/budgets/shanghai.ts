import { heading, paragraph } from '../narrative/clauses.ts';
import type { Pen } from '../narrative/pen.ts';
import { type Block, type Inline, t } from '../report.ts';
import { byCode, economic, functions, sides, travel } from './tables.ts';
import { because, changed, itemsOf, namesOf, use } from './words.ts';

/** The form of Shanghai: tables in 元, the narrative in 万元; items are told with last year's execution. */
export function shanghai(pen: Pen): Block[] {
  const { year } = pen;
  const { entity } = pen.accounts;
  return [
    paragraph([`${pen.accounts.region}${year}年部门预算`]),
    paragraph([`预算主管部门：${entity}`]),
    heading(1, `${entity}（部门）主要职能`),
    paragraph([`${entity}是主管相关公共事务的工作部门，依照法律法规履行职责。`]),
    heading(1, `${entity}（部门）机构设置`),
    paragraph(t`${entity}部门预算是包括${entity}本部以及下属单位的综合收支计划。`),
    heading(1, `${year}年部门预算编制说明`),
    ...explained(pen),
    ...tables(pen),
    heading(1, '其他相关情况说明'),
    ...others(pen),
  ];
}

function explained(pen: Pen): Block[] {
  const { year } = pen;
  const than = `比${year - 1}年预算`;
  const fund = (name: string, fact: string) =>
    pen.now(fact).eq(0) && pen.before(fact).eq(0)
      ? t`${name}拨款支出预算${pen.money(fact)}，${than}持平`
      : t`${name}拨款支出预算${pen.money(fact)}，${changed(pen, fact, than, false)}`;
  const items = ['T5', 'T8', 'T9'].flatMap(table => itemsOf(pen, table).map(code => [code, `${table}.${code}.sum`] as const));
  return [
    paragraph(
      t`${year}年，${pen.accounts.entity}收入预算${pen.money('T1.IN')}，其中：财政拨款收入${pen.money('T2.total.c1')}，${changed(pen, 'T2.total.c1', than, false)}；事业收入${pen.money('T2.total.c3')}；事业单位经营收入${pen.money('T2.total.c4')}；其他收入${pen.money('T2.total.c6')}。`,
    ),
    paragraph(
      t`支出预算${pen.money('T1.OUT')}，其中：财政拨款支出预算${pen.money('T4.GOUT.s')}，${changed(pen, 'T4.GOUT.s', than, false)}。财政拨款支出预算中，${fund('一般公共预算', 'T4.GOUT.1')}；${fund('政府性基金', 'T4.GOUT.2')}；${fund('国有资本经营预算', 'T4.GOUT.3')}。`,
    ),
    paragraph([`财政拨款收入支出变动的${because(pen)}。`]),
    paragraph(['财政拨款支出主要内容如下：']),
    ...items.map(([code, fact], i) => paragraph(item(pen, code, fact, i + 1))),
  ];
}

function item(pen: Pen, code: string, fact: string, n: number): Inline {
  const { year } = pen;
  const [first, second, third] = namesOf(code);
  const name = `“${first}（类）${second}（款）${third}（项）”`;
  const d = pen.difference(fact);
  const than = `比${year - 1}年预算执行数`;
  const compared: Inline =
    d.eq(0) || pen.before(fact).eq(0)
      ? d.eq(0)
        ? t`${than}持平`
        : t`${than}增加${pen.change(fact)}`
      : t`${than}${d.gt(0) ? '增加' : '减少'}${pen.growth(fact)}`;
  return t`${n}.${name}${pen.money(fact)}，主要用于${use(pen)}。${year - 1}年当年预算执行数为${pen.previous(fact)}，${year}年预算安排${pen.money(fact)}，${compared}。${because(pen)}。`;
}

function tables(pen: Pen): Block[] {
  const { year } = pen;
  const corner = [`编制部门：${pen.accounts.entity}`, '单位：元'];
  const uses = [
    { key: 'd0', name: '合计' },
    { key: 'd1', name: '基本支出' },
    { key: 'd2', name: '项目支出' },
  ];
  const sums = [
    { key: 'sum', name: '合计' },
    { key: 'basic', name: '基本支出' },
    { key: 'project', name: '项目支出' },
  ];
  const nothing = (name: string) => `注：本部门${year}年无${name}安排的预算，故本表为空表。`;
  return [
    sides(
      pen,
      `${year}年部门财务收支预算总表`,
      corner,
      [
        [
          ['一、财政拨款收入', 'T2.total.c1'],
          ['1. 一般公共预算资金', 'T1.i1'],
          ['2. 政府性基金', 'T1.i2'],
          ['3. 国有资本经营预算', 'T1.i3'],
          ['二、事业收入', 'T2.total.c3'],
          ['三、事业单位经营收入', 'T2.total.c4'],
          ['四、其他收入', 'T2.total.c6'],
        ],
        functions(pen, 'T1.f'),
      ],
      [[['收入总计', 'T1.TI']], [['支出总计', 'T1.TO']]],
      [['', '预算数']],
      ['本年收入', '本年支出'],
    ),
    byCode(
      pen,
      'T2',
      [
        { key: 'c0', name: '合计', group: '收入预算' },
        { key: 'c1', name: '财政拨款收入', group: '收入预算' },
        { key: 'c3', name: '事业收入', group: '收入预算' },
        { key: 'c4', name: '事业单位经营收入', group: '收入预算' },
        { key: 'c6', name: '其他收入', group: '收入预算' },
      ],
      `${year}年部门收入预算总表`,
      corner,
    ),
    byCode(
      pen,
      'T3',
      uses.map(one => ({ ...one, group: '支出预算' })),
      `${year}年部门支出预算总表`,
      corner,
    ),
    sides(
      pen,
      `${year}年部门财政拨款收支预算总表`,
      corner,
      [
        [
          ['一、一般公共预算资金', 'T4.g.1'],
          ['二、政府性基金', 'T4.g.2'],
          ['三、国有资本经营预算', 'T4.g.3'],
        ],
        functions(pen, 'T4.h'),
      ],
      [[['收入总计', 'T4.GT']], [['支出总计', 'T4.GOUT']]],
      [
        ['.s', '合计'],
        ['.1', '一般公共预算'],
        ['.2', '政府性基金预算'],
        ['.3', '国有资本经营预算'],
      ],
      ['财政拨款收入', '财政拨款支出'],
    ),
    byCode(
      pen,
      'T5',
      sums.map(one => ({ ...one, group: '一般公共预算支出' })),
      `${year}年部门一般公共预算支出功能分类预算表`,
      corner,
    ),
    byCode(
      pen,
      'T8',
      sums.map(one => ({ ...one, group: '政府性基金预算支出' })),
      `${year}年部门政府性基金预算支出功能分类预算表`,
      corner,
      nothing('政府性基金'),
    ),
    byCode(
      pen,
      'T9',
      sums.map(one => ({ ...one, group: '国有资本经营预算支出' })),
      `${year}年部门国有资本经营预算支出功能分类预算表`,
      corner,
      nothing('国有资本经营预算'),
    ),
    economic(pen, `${year}年部门一般公共预算基本支出部门预算经济分类预算表`, corner),
    travel(
      pen,
      '部门“三公”经费和机关运行经费预算表',
      [`编制部门：${pen.accounts.entity}`, '单位：万元'],
      [[`${year}年机关运行经费预算数`, 'own.running']],
    ),
  ];
}

function others(pen: Pen): Block[] {
  const { year } = pen;
  const than = `比${year - 1}年预算`;
  const part = (fact: string) => t`${pen.money(`T7.budget.${fact}`)}，${changed(pen, `T7.budget.${fact}`, than, false)}`;
  return [
    heading(2, `一、${year}年“三公”经费预算情况说明`),
    paragraph(t`${year}年“三公”经费预算数为${part('S')}。其中：`),
    paragraph(t`（一）因公出国（境）费${part('O')}，${because(pen)}。`),
    paragraph(
      t`（二）公务用车购置及运行费${part('V')}，${because(pen)}。其中：公务用车购置费${part('VP')}；公务用车运行费${part('VR')}。`,
    ),
    paragraph(t`（三）公务接待费${part('R')}，${because(pen)}。`),
    heading(2, '二、机关运行经费预算'),
    paragraph(
      t`${year}年${pen.accounts.entity}（部门）下属${pen.count('count.offices', '家')}机关和事业单位财政拨款的机关运行经费预算为${pen.money('own.running')}。`,
    ),
    heading(2, '三、政府采购预算情况'),
    paragraph(
      t`${year}年本部门政府采购预算${pen.money('buy.total')}，其中：政府采购货物预算${pen.money('buy.goods')}、政府采购工程预算${pen.money('buy.works')}、政府采购服务预算${pen.money('buy.services')}。`,
    ),
    paragraph(
      t`${year}年本部门面向中小企业预留政府采购项目预算金额${pen.money('buy.small')}，其中，预留给小型和微型企业的政府采购项目预算为${pen.money('buy.micro')}。`,
    ),
    heading(2, '四、绩效目标设置情况'),
    paragraph(
      t`按照预算绩效管理工作的总体要求，本部门编报绩效目标的项目${pen.count('count.projects', '个')}，涉及项目预算资金${pen.money('plan.projects')}。`,
    ),
    heading(2, '五、国有资产占有使用情况'),
    paragraph(
      t`截至${year - 1}年8月31日，${pen.accounts.entity}（部门）共有车辆${pen.count('count.cars', '辆')}，其中：机要通信用车${pen.count('count.cars.0', '辆')}、执法执勤用车${pen.count('count.cars.1', '辆')}、其他用车${pen.count('count.cars.2', '辆')}。`,
    ),
  ];
}
