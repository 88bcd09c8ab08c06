import { ECONOMIC_CODES, economicName, functionName } from '../accounts/names.ts';
import { heading, numeral, paragraph } from '../narrative/clauses.ts';
import type { Pen } from '../narrative/pen.ts';
import { type Block, type Inline, t } from '../report.ts';
import { Grid } from '../tables/grid.ts';
import { amount, byCode, type Entry, economic, functions, sides, travel } from './tables.ts';
import { because, changed, itemsOf, namesOf, use } from './words.ts';

/** The form of Jiangsu: tables 公开01 to 公开12 in 万元, and a paragraph for each of them. */
export function jiangsu(pen: Pen): Block[] {
  const { year } = pen;
  const { entity } = pen.accounts;
  return [
    paragraph([`${year}年度${entity}部门预算公开`]),
    heading(1, '第一部分 部门概况'),
    heading(2, '一、主要职能'),
    paragraph(['贯彻执行有关法律法规和政策，组织开展本领域公共服务与管理工作。']),
    heading(1, `第二部分 ${year}年度${entity}部门预算表`),
    ...tables(pen),
    heading(1, `第三部分 ${year}年度部门预算情况说明`),
    ...explained(pen),
    heading(1, '第四部分 名词解释'),
    paragraph(['一、财政拨款：由一般公共预算、政府性基金预算和国有资本经营预算安排的财政拨款数。']),
  ];
}

const INCOME: readonly Entry[] = [
  ['一、一般公共预算拨款收入', 'T1.i1'],
  ['二、政府性基金预算拨款收入', 'T1.i2'],
  ['三、国有资本经营预算拨款收入', 'T1.i3'],
  ['四、财政专户管理资金收入', null],
  ['五、事业收入', 'T1.i5'],
  ['六、事业单位经营收入', 'T1.i6'],
  ['七、上级补助收入', null],
  ['八、附属单位上缴收入', null],
  ['九、其他收入', 'T1.i8'],
];

function tables(pen: Pen): Block[] {
  const all: [string, (title: string, corner: readonly string[]) => Block][] = [
    [
      '收支总表',
      (title, corner) =>
        sides(
          pen,
          title,
          corner,
          [INCOME, functions(pen, 'T1.f')],
          [
            [
              ['本年收入合计', 'T1.IN'],
              ['上年结转结余', 'T1.B'],
              ['收入总计', 'T1.TI'],
            ],
            [
              ['本年支出合计', 'T1.OUT'],
              ['年终结转结余', 'T1.E'],
              ['支出总计', 'T1.TO'],
            ],
          ],
        ),
    ],
    ['收入总表', (title, corner) => incomes(pen, title, corner)],
    [
      '支出总表',
      (title, corner) =>
        byCode(
          pen,
          'T3',
          [
            { key: 'd0', name: '合计' },
            { key: 'd1', name: '基本支出' },
            { key: 'd2', name: '项目支出' },
            { key: 'd4', name: '事业单位经营支出' },
            { key: 'd3', name: '上缴上级支出' },
            { key: 'd5', name: '对附属单位补助支出' },
          ],
          title,
          corner,
        ),
    ],
    [
      '财政拨款收支总表',
      (title, corner) =>
        sides(
          pen,
          title,
          corner,
          [
            [
              ['一、本年收入', 'T4.GIN'],
              ['（一）一般公共预算拨款', 'T4.g.1'],
              ['（二）政府性基金预算拨款', 'T4.g.2'],
              ['（三）国有资本经营预算拨款', 'T4.g.3'],
              ['二、上年结转', 'T4.GB'],
              ['（一）一般公共预算拨款', 'T4.gb.1'],
              ['（二）政府性基金预算拨款', 'T4.gb.2'],
              ['（三）国有资本经营预算拨款', 'T4.gb.3'],
            ],
            [['一、本年支出', 'T4.GOUT'], ...functions(pen, 'T4.h', n => `（${numeral(n)}）`), ['二、年终结转结余', 'T4.GE']],
          ],
          [[['收入总计', 'T4.GT']], [['支出总计', 'T4.GTO']]],
          [['.s', '预算数']],
        ),
    ],
    ['一般公共预算支出表', (title, corner) => byCode(pen, 'T5', SUMS, title, corner)],
    ['一般公共预算基本支出表', (title, corner) => economic(pen, title, corner)],
    ['一般公共预算“三公”经费支出预算表', (title, corner) => travel(pen, title, corner, [])],
    [
      '政府性基金预算支出表',
      (title, corner) => byCode(pen, 'T8', SUMS, title, corner, '注：本部门没有政府性基金预算拨款安排的支出，本表无数据。'),
    ],
    [
      '国有资本经营预算支出预算表',
      (title, corner) => byCode(pen, 'T9', SUMS, title, corner, '注：本部门没有国有资本经营预算拨款安排的支出，本表无数据。'),
    ],
    ...(pen.now('count.others').eq(0)
      ? [
          [
            '一般公共预算机关运行经费支出预算表',
            (title: string, corner: readonly string[]) => economic(pen, title, corner, ['302', '310']),
          ] as [string, (title: string, corner: readonly string[]) => Block],
        ]
      : []),
    ['政府采购支出预算表', (title, corner) => purchases(pen, title, corner)],
  ];
  return all.map(([title, make], i) =>
    make(title, [`公开${String(i + 1).padStart(2, '0')}表`, `部门：${pen.accounts.entity}`, '单位：万元']),
  );
}

const SUMS = [
  { key: 'sum', name: '合计' },
  { key: 'basic', name: '基本支出' },
  { key: 'project', name: '项目支出' },
];

/** One row for the department: this year's income by source, and what came from last year. */
function incomes(pen: Pen, title: string, corner: readonly string[]): Block {
  const grid = new Grid();
  const columns: [string, string][] = [
    ['小计', 'T1.IN'],
    ['一般公共预算', 'T1.i1'],
    ['政府性基金预算', 'T1.i2'],
    ['国有资本经营预算', 'T1.i3'],
    ['事业收入', 'T1.i5'],
    ['事业单位经营收入', 'T1.i6'],
    ['其他收入', 'T1.i8'],
  ];
  grid.put(0, 0, '部门代码', 2).put(0, 1, '部门名称', 2).put(0, 2, '合计', 2).put(0, 3, '本年收入', 1, columns.length);
  columns.forEach(([name], i) => void grid.put(1, 3 + i, name));
  grid.put(0, 3 + columns.length, '上年结转结余', 2);
  const facts = ['T1.TI', ...columns.map(([, fact]) => fact), 'T1.B'];
  const figures = () => facts.map(fact => amount(pen, fact));
  const row = grid.rows;
  grid.put(row, 0, '合计', 1, 2);
  figures().forEach((content, i) => void grid.put(row, 2 + i, content));
  grid.add(['038', pen.accounts.entity, ...figures()]);
  return grid.build(title, 2, 4 + columns.length, corner);
}

function purchases(pen: Pen, title: string, corner: readonly string[]): Block {
  const grid = new Grid();
  grid.add(['采购品目大类', '经济科目', '采购物品名称', '采购组织形式', '总计']);
  grid.add(['合计', '', '', '', amount(pen, 'buy.total')]);
  for (const [kind, fact, subject, thing] of [
    ['货物', 'buy.goods', '办公设备购置', '台式计算机'],
    ['工程', 'buy.works', '维修（护）费', '装修工程'],
    ['服务', 'buy.services', '物业管理费', '物业管理服务'],
  ] as const) {
    if (pen.now(fact).eq(0)) continue;
    grid.add([kind, '', '', '', amount(pen, fact)]);
    grid.add(['', subject, thing, '政府集中采购', amount(pen, fact)]);
  }
  return grid.build(title, 1, 5, corner);
}

function explained(pen: Pen): Block[] {
  const { year } = pen;
  const { entity } = pen.accounts;
  const than = '与上年相比';
  const told = (fact: string, label = '') => {
    const d = pen.difference(fact);
    if (d.eq(0)) return t`与上年预算数相同`;
    if (pen.before(fact).eq(0)) return t`${than}${label}增加${pen.change(fact)}。${because(pen)}`;
    return t`${changed(pen, fact, `${than}${label}`)}。${because(pen)}`;
  };
  const paragraphs: Block[] = [];
  let n = 0;
  const section = (title: string) => paragraphs.push(heading(2, `${numeral(++n)}、${title}`));
  const say = (inline: Inline) => paragraphs.push(paragraph(inline));
  section('收支预算总体情况说明');
  say(t`${entity}${year}年度收入、支出预算总计${pen.money('T1.TI')}，${told('T1.TI', '收、支预算总计各')}。其中：`);
  say(t`（一）收入预算总计${pen.money('T1.TI')}。包括：`);
  say(t`1．本年收入合计${pen.money('T1.IN')}。`);
  const sources: [string, string][] = [
    ['一般公共预算拨款收入', 'T1.i1'],
    ['政府性基金预算拨款收入', 'T1.i2'],
    ['国有资本经营预算拨款收入', 'T1.i3'],
    ['事业收入', 'T1.i5'],
    ['事业单位经营收入', 'T1.i6'],
    ['其他收入', 'T1.i8'],
  ];
  sources.forEach(([name, fact], i) => void say(t`（${i + 1}）${name}${pen.money(fact)}，${told(fact)}。`));
  say(t`2．上年结转结余为${pen.money('T1.B')}，${told('T1.B')}。`);
  say(t`（二）支出预算总计${pen.money('T1.TO')}。包括：`);
  say(t`1．本年支出合计${pen.money('T1.OUT')}。`);
  functions(pen, 'T1.f', () => '').forEach(([name, fact], i) => {
    say(t`（${i + 1}）${name}（类）支出${pen.money(fact!)}，主要用于${use(pen)}。${told(fact!)}。`);
  });
  say(t`2．年终结转结余为${pen.money('T1.E')}。`);
  const share = (fact: string, whole: string) => t`${pen.money(fact)}，占${pen.share(fact, whole)}`;
  section('收入预算情况说明');
  say(
    t`${entity}${year}年收入预算合计${pen.money('T1.TI')}，包括本年收入${pen.money('T1.IN')}，上年结转结余${pen.money('T1.B')}。其中：`,
  );
  for (const [name, fact] of sources) if (pen.now(fact).gt(0)) say(t`本年${name}${share(fact, 'T1.TI')}；`);
  say(t`上年结转结余${share('T1.B', 'T1.TI')}。`);
  section('支出预算情况说明');
  say(t`${entity}${year}年支出预算合计${pen.money('T1.OUT')}，其中：`);
  say(t`基本支出${share('T3.total.d1', 'T1.OUT')}；`);
  say(t`项目支出${share('T3.total.d2', 'T1.OUT')}。`);
  section('财政拨款收支预算总体情况说明');
  say(t`${entity}${year}年度财政拨款收、支总预算${pen.money('T4.GT')}。${told('T4.GT', '，财政拨款收、支总计各')}。`);
  section('一般公共预算支出预算情况说明');
  say(t`${entity}${year}年一般公共预算财政拨款支出预算${pen.money('T5.total.sum')}，${told('T5.total.sum')}。其中：`);
  const classes = [...new Set(itemsOf(pen).map(code => code.slice(0, 3)))];
  classes.forEach((head, i) => {
    say(t`（${numeral(i + 1)}）${functionName(head)}（类）`);
    itemsOf(pen)
      .filter(code => code.startsWith(head))
      .forEach((code, k) => {
        const [, second, third] = namesOf(code);
        say(t`${k + 1}．${second!}（款）${third!}（项）支出${pen.money(`T5.${code}.sum`)}，${told(`T5.${code}.sum`)}。`);
      });
  });
  section('一般公共预算基本支出预算情况说明');
  say(t`${entity}${year}年度一般公共预算财政拨款基本支出预算${pen.money('T6.total')}，其中：`);
  const listed = (staff: boolean) =>
    ECONOMIC_CODES.filter(code => /^30[13]/.test(code) === staff && pen.now(`T6.${code}`).gt(0))
      .map(economicName)
      .join('、');
  say(t`（一）人员经费${pen.money('T6.staff')}。主要包括：${listed(true)}。`);
  say(t`（二）公用经费${pen.money('T6.public')}。主要包括：${listed(false)}。`);
  section('一般公共预算“三公”经费支出预算情况说明');
  const S = 'T7.budget.S';
  if (pen.now(S).gt(0)) {
    const part = (key: string) => t`${pen.money(`T7.budget.${key}`)}，占“三公”经费的${pen.share(`T7.budget.${key}`, S)}`;
    say(
      t`${entity}${year}年度一般公共预算拨款安排的“三公”经费支出预算${pen.money(S)}，其中，因公出国（境）费支出${part('O')}；公务用车购置及运行维护费支出${part('V')}；公务接待费支出${part('R')}。具体情况如下：`,
    );
  } else say(t`${entity}${year}年度一般公共预算拨款安排的“三公”经费支出预算${pen.money(S)}。具体情况如下：`);
  say(t`1．因公出国（境）费预算支出${pen.money('T7.budget.O')}，${told('T7.budget.O')}。`);
  say(t`2．公务用车购置及运行维护费预算支出${pen.money('T7.budget.V')}。其中：`);
  say(t`（1）公务用车购置预算支出${pen.money('T7.budget.VP')}，${told('T7.budget.VP')}。`);
  say(t`（2）公务用车运行维护费预算支出${pen.money('T7.budget.VR')}，${told('T7.budget.VR')}。`);
  say(t`3．公务接待费预算支出${pen.money('T7.budget.R')}，${told('T7.budget.R')}。`);
  section('一般公共预算机关运行经费支出预算情况说明');
  say(t`${year}年本部门一般公共预算机关运行经费预算支出${pen.money('own.running')}，${told('own.running')}。`);
  section('政府采购支出预算情况说明');
  say(
    t`${year}年度政府采购支出预算总额${pen.money('buy.total')}，其中：拟采购货物支出${pen.money('buy.goods')}、拟采购工程支出${pen.money('buy.works')}、拟采购服务支出${pen.money('buy.services')}。`,
  );
  return paragraphs;
}
