import { functionName } from '../accounts/names.ts';
import { heading, numeral, paragraph } from '../narrative/clauses.ts';
import type { Pen } from '../narrative/pen.ts';
import { type Block, type Inline, joined, t } from '../report.ts';
import { byCode, economic, functions, sides, travel } from './tables.ts';
import { because, changed, itemsOf, namesOf, use } from './words.ts';

/** The form of the south-west and of central ministries: narrative first, «当年拨款», the general table beside last year's execution. */
export function southwest(pen: Pen): Block[] {
  const { year } = pen;
  const { entity } = pen.accounts;
  return [
    paragraph([`${entity}${year}年部门预算`]),
    heading(1, '第一部分 部门概况'),
    paragraph([`${entity}负责本行政区域内的相关公共事务。`]),
    heading(1, `第二部分 ${year}年部门预算情况说明`),
    ...explained(pen),
    heading(1, '第三部分 名词解释'),
    paragraph(['一般公共预算拨款收入：指财政当年拨付的资金。']),
    heading(1, '第四部分 部门预算表'),
    ...tables(pen),
  ];
}

function explained(pen: Pen): Block[] {
  const { year } = pen;
  const { entity } = pen.accounts;
  const last = `${year - 1}年`;
  const than = (fact: string, base = `比${last}预算数`): Inline =>
    pen.difference(fact).eq(0) ? t`与${last}预算数持平` : changed(pen, fact, base, pen.random.chance(0.5));
  const outlays = functions(pen, 'T4.h', () => '').map(([name, fact]) => t`${name}${pen.money(`${fact}.s`)}`);
  const shares = [...new Set(itemsOf(pen).map(code => code.slice(0, 3)))].map(
    head => t`${functionName(head)}${pen.money(`T5.${head}.sum`)}，占${pen.share(`T5.${head}.sum`, 'T5.total.sum')}`,
  );
  const sources: [string, string][] = [
    ['上年结转', 'T1.B'],
    ['一般公共预算拨款收入', 'T1.i1'],
    ['政府性基金预算拨款收入', 'T1.i2'],
    ['国有资本经营预算拨款收入', 'T1.i3'],
    ['事业收入', 'T1.i5'],
    ['事业单位经营收入', 'T1.i6'],
    ['其他收入', 'T1.i8'],
  ];
  const incomes = sources
    .filter(([, fact]) => pen.now(fact).gt(0))
    .map(([name, fact]) => t`${name}${pen.money(fact)}，占${pen.share(fact, 'T1.TI')}`);
  const S = (key: string) => pen.money(`T7.budget.${key}`);
  const against = (key: string): Inline => {
    const fact = `T7.budget.${key}`;
    const d = pen.difference(fact);
    if (d.eq(0)) return t`与${last}预算持平`;
    if (pen.before(fact).eq(0)) return t`较${last}预算增加${pen.change(fact)}`;
    return t`较${last}预算${d.gt(0) ? '增长' : '下降'}${pen.growth(fact)}，${because(pen)}`;
  };
  const fund = (title: string, name: string, fact: string): Block[] => [
    heading(2, title),
    paragraph(
      pen.now(fact).eq(0)
        ? [`${entity}${year}年没有使用${name}预算拨款安排的支出。`]
        : t`${entity}${year}年${name}预算拨款支出${pen.money(fact)}，${than(fact)}。`,
    ),
  ];
  return [
    heading(2, '一、收支预算情况说明'),
    paragraph(
      t`按照综合预算的原则，${entity}所有收入和支出均纳入部门预算管理。${entity}${year}年收支预算总数${pen.money('T1.TI')}，${than('T1.TI', `比${last}收支预算总数`)}，${because(pen)}。`,
    ),
    heading(3, '（一）收入预算情况'),
    paragraph(t`${entity}${year}年收入预算${pen.money('T1.TI')}，其中：${joined(incomes, '；')}。`),
    heading(3, '（二）支出预算情况'),
    paragraph(
      t`${entity}${year}年支出预算${pen.money('T1.OUT')}，其中：基本支出${pen.money('T3.total.d1')}，占${pen.share('T3.total.d1', 'T1.OUT')}；项目支出${pen.money('T3.total.d2')}，占${pen.share('T3.total.d2', 'T1.OUT')}。`,
    ),
    heading(2, '二、财政拨款收支预算情况说明'),
    paragraph(
      t`${entity}${year}年财政拨款收支预算总数${pen.money('T4.GT')}，${than('T4.GT', `比${last}财政拨款收支预算总数`)}，${because(pen)}。`,
    ),
    paragraph(
      t`收入包括：本年一般公共预算拨款收入${pen.money('T4.g.1')}、本年政府性基金预算拨款收入${pen.money('T4.g.2')}、本年国有资本经营预算拨款收入${pen.money('T4.g.3')}、上年结转${pen.money('T4.GB')}；支出包括：${joined(outlays, '、')}。`,
    ),
    heading(2, '三、一般公共预算当年拨款情况说明'),
    heading(3, '（一）一般公共预算当年拨款规模变化情况'),
    paragraph(t`${entity}${year}年一般公共预算当年拨款${pen.money('T1.i1')}，${than('T1.i1')}，${because(pen)}。`),
    heading(3, '（二）一般公共预算当年拨款结构情况'),
    paragraph(t`${joined(shares, '；')}。`),
    heading(3, '（三）一般公共预算当年拨款具体使用情况'),
    ...itemsOf(pen).map((code, i) => {
      const [first, second, third] = namesOf(code);
      return paragraph(
        t`${i + 1}.${first!}（类）${second!}（款）${third!}（项）：${year}年预算数为${pen.money(`T5.${code}.sum`)}，主要用于：${use(pen)}。`,
      );
    }),
    heading(2, '四、一般公共预算基本支出情况说明'),
    paragraph(t`${entity}${year}年一般公共预算基本支出${pen.money('T6.total')}，其中：`),
    paragraph(t`人员经费${pen.money('T6.staff')}，主要包括：基本工资、津贴补贴、奖金等。`),
    paragraph(t`公用经费${pen.money('T6.public')}，主要包括：办公费、水费、电费等。`),
    heading(2, '五、“三公”经费财政拨款预算安排情况说明'),
    paragraph(
      t`${entity}${year}年“三公”经费财政拨款预算数${S('S')}，其中：因公出国（境）经费${S('O')}，公务接待费${S('R')}，公务用车购置及运行维护费${S('V')}。`,
    ),
    paragraph(t`（一）因公出国（境）经费${against('O')}。`),
    paragraph(t`（二）公务接待费${against('R')}。`),
    paragraph(
      t`（三）公务用车购置及运行维护费${against('V')}。${year}年安排公务用车购置费${S('VP')}。安排公务用车运行维护费${S('VR')}，用于公务用车燃油、维修、保险等方面支出。`,
    ),
    ...fund('六、政府性基金预算支出情况说明', '政府性基金', 'T4.GOUT.2'),
    ...fund('七、国有资本经营预算支出情况说明', '国有资本经营', 'T4.GOUT.3'),
    heading(2, '八、其他重要事项的情况说明'),
    heading(3, '（一）机关运行经费'),
    paragraph(t`${year}年，${entity}及下属单位的机关运行经费财政拨款预算为${pen.money('own.running')}，${than('own.running')}。`),
    heading(3, '（二）政府采购情况'),
    paragraph(
      t`${year}年，${entity}安排政府采购预算${pen.money('buy.total')}，其中：货物类${pen.money('buy.goods')}，工程类${pen.money('buy.works')}，服务类${pen.money('buy.services')}。`,
    ),
    heading(3, '（三）国有资产占有使用情况'),
    paragraph(
      t`截至${last}底，${entity}及下属单位共有车辆${pen.count('count.cars', '辆')}，其中：机要通信用车${pen.count('count.cars.0', '辆')}、执法执勤用车${pen.count('count.cars.1', '辆')}、其他用车${pen.count('count.cars.2', '辆')}。`,
    ),
    heading(3, '（四）绩效目标设置情况'),
    paragraph(
      t`绩效目标是预算编制的前提。${year}年${entity}开展绩效目标管理的项目${pen.count('count.projects', '个')}，涉及预算${pen.money('plan.projects')}。`,
    ),
  ];
}

function tables(pen: Pen): Block[] {
  const { year } = pen;
  // Some set it beside what was executed, some beside what had been planned.
  const last = `${year - 1}年${pen.random.pick(['执行数', '预算数'])}`;
  const corner = (n: string) => [`表${n}`, `部门：${pen.accounts.entity}`, '金额单位：万元'];
  const sums = [
    { key: 'sum', name: '合计' },
    { key: 'basic', name: '基本支出' },
    { key: 'project', name: '项目支出' },
  ];
  return [
    sides(
      pen,
      '部门收支总表',
      corner('1'),
      [
        [
          ['一、一般公共预算拨款收入', 'T1.i1'],
          ['二、政府性基金预算拨款收入', 'T1.i2'],
          ['三、国有资本经营预算拨款收入', 'T1.i3'],
          ['四、事业收入', 'T1.i5'],
          ['五、事业单位经营收入', 'T1.i6'],
          ['六、其他收入', 'T1.i8'],
        ],
        functions(pen, 'T1.f'),
      ],
      [
        [
          ['本年收入合计', 'T1.IN'],
          ['七、上年结转', 'T1.B'],
          ['收入总计', 'T1.TI'],
        ],
        [
          ['本年支出合计', 'T1.OUT'],
          [`${numeral(30)}、结转下年`, 'T1.E'],
          ['支出总计', 'T1.TO'],
        ],
      ],
    ),
    byCode(
      pen,
      'T3',
      [
        { key: 'd0', name: '合计' },
        { key: 'd1', name: '基本支出' },
        { key: 'd2', name: '项目支出' },
      ],
      '部门支出总表',
      corner('1-2'),
    ),
    sides(
      pen,
      '财政拨款收支预算总表',
      corner('2'),
      [
        [
          ['一、本年收入', 'T4.GIN'],
          ['一般公共预算拨款收入', 'T4.g.1'],
          ['政府性基金预算拨款收入', 'T4.g.2'],
          ['国有资本经营预算拨款收入', 'T4.g.3'],
          ['二、上年结转', 'T4.GB'],
          ['一般公共预算拨款收入', 'T4.gb.1'],
          ['政府性基金预算拨款收入', 'T4.gb.2'],
          ['国有资本经营预算拨款收入', 'T4.gb.3'],
        ],
        [['一、本年支出', 'T4.GOUT'], ...functions(pen, 'T4.h', () => ''), ['二、结转下年', 'T4.GE']],
      ],
      [[['收入总计', 'T4.GT']], [['支出总计', 'T4.GTO']]],
      [
        ['.s', '合计'],
        ['.1', '一般公共预算'],
        ['.2', '政府性基金预算'],
        ['.3', '国有资本经营预算'],
      ],
    ),
    byCode(
      pen,
      'T5',
      [
        { key: 'sum', name: last, of: 'before' },
        { key: 'sum', name: '小计', group: `${year}年预算数` },
        { key: 'basic', name: '基本支出', group: `${year}年预算数` },
        { key: 'project', name: '项目支出', group: `${year}年预算数` },
        { key: 'sum', name: '增减额', group: `${year}年预算数比${last}`, of: 'change' },
        { key: 'sum', name: '增减%', group: `${year}年预算数比${last}`, of: 'growth' },
      ],
      '一般公共预算支出预算表',
      corner('3'),
    ),
    economic(pen, '一般公共预算基本支出预算表', corner('3-1')),
    travel(pen, '一般公共预算“三公”经费支出预算表', corner('3-3'), []),
    byCode(pen, 'T8', sums, '政府性基金支出预算表', corner('4'), '说明：本部门无政府性基金预算支出，此表为空。'),
    byCode(pen, 'T9', sums, '国有资本经营预算支出预算表', corner('5'), '说明：本部门无国有资本经营预算支出，此表为空。'),
  ];
}
