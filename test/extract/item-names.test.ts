import { describe, expect, it } from 'vitest';
import { audit } from '../../src/index.ts';

/** A report of text alone: a title, what is spent from the general budget, then one item a paragraph. */
const told = (lead: string, items: readonly string[], about = '五、一般公共预算财政拨款支出决算情况说明') =>
  ['柳溪县农机站2023年度部门决算', about, lead, ...items].join('\n');

const row = (...cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
/** The same with its table: two items of one 款, one of another 类. */
const withTable = (items: readonly string[]) =>
  `<h1>柳溪县农机站2023年度部门决算</h1><p>五、一般公共预算财政拨款支出决算表</p><table>
${row('科目编码', '科目名称', '合计', '基本支出', '项目支出')}
${row('213', '农林水支出', '81.30', '60.20', '21.10')}
${row('21301', '农业农村', '81.30', '60.20', '21.10')}
${row('2130104', '事业运行', '60.20', '60.20', '')}
${row('2130106', '科技转化与推广服务', '21.10', '', '21.10')}
${row('221', '住房保障支出', '6.70', '6.70', '')}
${row('22102', '住房改革支出', '6.70', '6.70', '')}
${row('2210201', '住房公积金', '6.70', '6.70', '')}
${row('', '合计', '88.00', '66.90', '21.10')}
</table><h2>五、一般公共预算财政拨款支出决算情况说明</h2>
<p>一般公共预算财政拨款支出年初预算为80.00万元，支出决算为88.00万元，完成年初预算的110.00%。其中：</p>
${items.map((item, i) => `<p>${i + 1}.${item}</p>`).join('\n')}`;

const read = (content: string, format = 'txt') => audit([{ file: `报告.${format}`, bytes: new TextEncoder().encode(content) }]);
const loud = async (content: string, format?: string) =>
  (await read(content, format)).findings.filter(one => one.severity !== 'note').map(({ rule }) => rule);

const AMOUNTS = [
  '年初预算为55.00万元，支出决算为60.20万元，完成年初预算的109.45%。决算数大于预算数的主要原因是增资。',
  '年初预算为20.00万元，支出决算为21.10万元，完成年初预算的105.50%。决算数大于预算数的主要原因是新增推广点。',
  '年初预算为5.00万元，支出决算为6.70万元，完成年初预算的134.00%。决算数大于预算数的主要原因是基数调整。',
] as const;
const named = (names: readonly string[], amounts: readonly string[] = AMOUNTS) =>
  amounts.map((amount, i) => `${names[i]}${amount}`);

/** The same three items in the wordings of several places. */
const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  marked: [
    '农林水支出（类）农业农村（款）事业运行（项）：',
    '农林水支出（类）农业农村（款）科技转化与推广服务（项）：',
    '住房保障支出（类）住房改革支出（款）住房公积金（项）：',
  ],
  'without 款': [
    '农林水支出（类）事业运行（项）：',
    '农林水支出（类）科技转化与推广服务（项）：',
    '住房保障支出（类）住房公积金（项）：',
  ],
  'only 项': ['事业运行（项）。', '科技转化与推广服务（项）。', '住房公积金（项）。'],
  'code behind': ['事业运行（2130104）。', '科技转化与推广服务（2130106）。', '住房公积金（2210201）。'],
  'code in front': ['2130104事业运行，', '2130106科技转化与推广服务，', '2210201住房公积金，'],
  dashes: [
    '农林水支出—农业农村—事业运行：',
    '农林水支出—农业农村—科技转化与推广服务：',
    '住房保障支出—住房改革支出—住房公积金：',
  ],
  hyphens: [
    '农林水支出-农业农村-事业运行。',
    '农林水支出-农业农村-科技转化与推广服务。',
    '住房保障支出-住房改革支出-住房公积金。',
  ],
  'in a row': ['农林水支出农业农村事业运行。', '农林水支出农业农村科技转化与推广服务。', '住房保障支出住房改革支出住房公积金。'],
  'the name alone': ['事业运行，', '科技转化与推广服务，', '住房公积金，'],
  'another word': [
    '农林水支出（类）农业农村（款）事业运行支出（项）：',
    '农林水支出（类）农业农村（款）科技转化和推广服务（项）：',
    '住房保障支出（类）住房改革（款）住房公积金支出（项）：',
  ],
};

describe('items of the narrative and rows of the table', () => {
  const same = Object.entries(WORDINGS).filter(([name]) => name !== 'another word');

  it.each(same)('meet: %s', async (_, names) => {
    const { figures, findings } = await read(withTable(named(names)), 'html');
    expect(findings.filter(one => one.severity !== 'note').map(one => one.rule)).toEqual([]);
    const item = figures.find(one => !one.at && one.printed === '21.10' && one.fact.measure === '决算');
    expect(item?.fact.indicator).toBe('功能/农林水/农业农村/科技转化与推广服务');
  });

  it.each(same)('a wrong amount is found where it stands: %s', async (_, names) => {
    const amounts = [
      AMOUNTS[0],
      '年初预算为20.00万元，支出决算为24.10万元，完成年初预算的105.50%。决算数大于预算数的主要原因是新增推广点。',
      AMOUNTS[2],
    ];
    const { findings } = await read(withTable(named(names, amounts)), 'html');
    const [first, ...others] = findings.filter(one => one.severity === 'error');
    expect(first!.spots[first!.suspects[0]!.place]).toMatchObject({ printed: '24.10' });
    expect(first!.suspects[0]).toMatchObject({ implied: '21.10' });
    expect(new Set(others.map(one => one.cause))).toEqual(others.length ? new Set([first!.cause]) : new Set());
  });

  it('a name that is really another is told once, at the name, and adds up nothing', async () => {
    const names = [WORDINGS.marked![0]!, '农林水支出（类）农业农村（款）农业技术推广（项）：', WORDINGS.marked![2]!];
    const { findings } = await read(withTable(named(names)), 'html');
    const told = findings.filter(one => one.severity !== 'note');
    expect(told.map(({ rule }) => rule)).toEqual(['TXT-011']);
    expect(told[0]!.spots[0]).toMatchObject({ printed: '农业技术推广' });
    expect(told[0]!.expected).toBe('科技转化与推广服务');
  });
});

describe('an item', () => {
  const lead = '2023年度一般公共预算财政拨款支出年初预算为240.00万元，支出决算为249.00万元，完成年初预算的103.75%。其中：';

  it.each([
    ['1.机构运转。', '2.苗种繁育。'],
    ['1.机构运转，', '2.苗种繁育，'],
    ['（1）机构运转：', '（2）苗种繁育：'],
    ['1.事业运行（2130104）。', '2.病虫害控制（2130108）。'],
  ])('is never the total: %s', async (one, other) => {
    const items = [
      `${one}年初预算为150.00万元，支出决算为150.00万元，完成年初预算的100%。决算数与预算数持平。`,
      `${other}年初预算为90.00万元，支出决算为99.00万元，完成年初预算的110.00%。决算数大于预算数的主要原因是新增地块。`,
    ];
    expect(await loud(told(lead, items))).toEqual([]);
    const wrong = items.map(item => item.replace('完成年初预算的110.00%', '完成年初预算的101.00%'));
    expect(await loud(told(lead, wrong))).toEqual(['PCT-002']);
  });

  it('a heading of its own still speaks of the total', async () => {
    const items = ['1.总体情况。支出决算为249.00万元，比上年增加9.00万元，增长3.75%。'];
    const { figures } = await read(told('一般公共预算财政拨款支出249.00万元。', items));
    expect(figures.filter(one => one.printed === '249.00').map(one => one.fact.indicator)).toEqual(['本年支出', '本年支出']);
  });

  const natures = (second: string) => [
    '站务运行90.00万元，其中：基本支出90.00万元，项目支出0万元。',
    `良种引进${second}万元，其中：基本支出0万元，项目支出${second}万元。`,
  ];
  it('has a 基本支出 of its own', async () => {
    const lead = '2023年一般公共预算财政拨款支出140.00万元，其中：基本支出90.00万元，项目支出50.00万元，具体支出如下：';
    expect(await loud(told(lead, natures('50.00')))).toEqual([]);
    expect(await loud(told(lead, natures('60.00')))).toContain('SUM-001');
  });

  it('may be one of the last part instead: the list that adds up is taken', async () => {
    const lead = '2023年一般公共预算财政拨款支出140.00万元，其中：基本支出90.00万元，项目支出50.00万元，具体支出如下：';
    const { checks, findings } = await read(told(lead, ['良种引进30.00万元。', '机库修缮20.00万元。']));
    expect(findings.filter(one => one.severity !== 'note')).toEqual([]);
    expect(checks.find(one => one.taken)).toMatchObject({ verdict: 'holds', taken: { as: 'owner', words: '项目支出' } });
  });
});
