import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import { read } from '../../src/readers/index.ts';
import { readingOf } from './telling.ts';

/** What the wording gives away, as «rule printed → what should stand there». */
const traces = async (text: string) =>
  (await readingOf(text)).statements.flatMap(one =>
    one.kind === 'remark' && !one.holds ? [`${one.rule} ${one.printed}${one.expected ? ` → ${one.expected}` : ''}`] : [],
  );

describe('traces of editing and of templates', () => {
  it.each<[string, string, string[]]>([
    ['a clean sentence', '本年支出合计300.00万元，占70%。', []],
    ['a doubled percent sign', '基本支出占70%%。', ['FRM-001 70%% → 70%']],
    ['mixed widths', '基本支出占70%％。', ['FRM-001 70%％ → 70%']],
    ['two full stops', '全部为财政拨款。。', ['FRM-004 。。 → 。']],
    ['two commas', '本年支出，，其中基本支出。', ['FRM-004 ，， → ，']],
    ['two pauses', '人员、、公用经费。', ['FRM-004 、、 → 、']],
    ['two semicolons', '基本支出；；项目支出。', ['FRM-004 ；； → ；']],
    ['an ellipsis of full stops is none', '如此等等。。。', []],
    ['a placeholder', 'XX局机关运行经费18.40万元。', ['FRM-005 XX']],
    ['a placeholder of crosses', '××县文化馆', ['FRM-005 ××']],
    ['full-width letters', 'ＸＸ县文化馆', ['FRM-005 ＸＸ']],
    ['a single x is none', '规格3X4米，A×B', []],
    ['a choice of the template', '比上年增加（减少）3.20万元。', ['FRM-006 增加（减少）']],
    ['the other way round', '比上年下降（增长）5%。', ['FRM-006 下降（增长）']],
    ['with ASCII brackets and a slash', '增加(减少)3.20万元，增长/下降5%。', ['FRM-006 增加(减少)', 'FRM-006 增长/下降']],
    ['another one in brackets', '增加3.20万元（或与2022年决算数持平）。', ['FRM-006 （或与2022年决算数持平）']],
    ['of order', '决算数大于（小于）预算数。', ['FRM-006 大于（小于）']],
    ['an instruction of the template in brackets', '其他收入3.00万元（不涉及的不列）。', ['FRM-010 （不涉及的不列）']],
    ['in a sentence', '按上述格式逐项说明到项级科目。', ['FRM-010 按上述格式逐项说明到项级科目']],
    ['to a body without any', '无机关运行经费的部门，作如下说明：', ['FRM-010 无机关运行经费的部门，作如下说明']],
    ['an ellipsis of its own', '（三）……', ['FRM-005 （三）……']],
    ['what a body fills in is none', '本部门根据实际情况填写绩效目标表。', []],
    ['an open bracket', '文化和旅游（款群众文化。', ['FRM-007 （']],
    ['another kind of bracket', '根据《关于做好公开工作的通知要求。', ['FRM-007 《']],
    ['brackets of two kinds', '根据《关于公开（试行）的通知》（办〔2021〕5号)要求。', []],
    ['增加0 beside 持平', '与上年相比增加0万元，与上年持平。', ['FRM-014 增加0万元，与上年持平']],
    ['持平 beside 增长0', '与上年持平（增长0.00%）。', ['FRM-014 持平（增长0.00%']],
    ['持平 beside another change', '比上年增加2万元，与预算持平。', []],
    ['a bracket that was never opened', '文化和旅游款）群众文化。', ['FRM-007 ）']],
    ['opposites', '基金预算收入36.00万元，支出收入36.00万元。', ['FRM-018 支出收入']],
    ['income and expenditure together are none', '收入支出36.00万元。', []],
    ['a word left out', '与上一度相比增加3.00万元。', ['FRM-025 上一度 → 上一年度']],
    ['a look-alike', '一般公共预算财政拔款支出36.00万元。', ['FRM-025 财政拔款 → 财政拨款']],
    ['a phrase twice', '主要原因是主要原因是人员增加。', ['FRM-016 主要原因是主要原因是']],
    ['a choice of the body', '某县文化馆部门（单位）共有车辆3辆。', ['FRM-006 部门（单位）']],
    ['the same of no body', '本部门（单位）共有车辆3辆。', ['FRM-017 部门（单位）']],
    ['a closing quotation mark alone', '新增“护林”补助和宣传月”经费。', ['FRM-019 ”']],
    ['an opening one alone', '新增“护林补助和“宣传月”经费。', ['FRM-019 “']],
    ['an opening one of a fixed word', '“三公经费支出合计4.00万元。', ['FRM-019 “']],
    ['a blank before its unit', '授予中小企业合同金额 万元，占支出总额的 %。', ['FRM-013 金额 万元', 'FRM-013 额的 %']],
    ['an ellipsis for what there is', '共有车辆2辆，其中：…。', ['FRM-005 …']],
    ['what is to be explained', '主要用于（具体说明接待事由）。', ['FRM-010 （具体说明接待事由）']],
    [
      'by the work of each',
      '（各部门结合工作实际对绩效管理开展情况进行说明）',
      ['FRM-010 （各部门结合工作实际对绩效管理开展情况进行说明'],
    ],
    ['brackets that name only what is to be told', '主要用于（接待对象、事由）。', ['FRM-010 （接待对象、事由）']],
    ['brackets that number', '主要用于（一）接待。', []],
    ['an order to leave out', '如本单位无此项内容，请删除本段。', ['FRM-010 如本单位无此项内容，请删除本段']],
    ['what to write where there is none', '本年度无此项支出的，填“0”。', ['FRM-010 无此项支出的，填“0”']],
    ['who fills it in', '机关运行经费（行政单位填写，事业单位不填）支出0.00万元。', ['FRM-010 （行政单位填写，事业单位不填）']],
    ['a level typed twice', '比上年决算数决算数增加3.00万元。', ['FRM-016 决算数决算数']],
    ['a choice before its reason', '接待费支出减少（增加）的主要原因是厉行节约。', ['FRM-006 减少（增加）']],
    ['an X for a number', '公务用车购置X辆。', ['FRM-005 X']],
    ['empty brackets of another kind', '国内公务接待批次为【  】批次。', ['FRM-013 次为【  】']],
    ['X-rays', '购置X光机2台。', []],
    ['an order to any body', '（部门可根据本部门实际，选取项目公开）', ['FRM-010 （部门可根据本部门实际，选取项目公开）']],
    ['a word for what goes there', '年末结转和结余【金额】万元。', ['FRM-005 【金额】']],
    ['no score', '自评得分为   分，评价等级为“   ”。', ['FRM-013 为   分', 'FRM-013 为“   ”']],
    ['a list that another body has', '按照要求，列明项目清单的有2个部门，本馆不涉及。', []],
    ['a closing one with none else', '新增护林补助和宣传月”经费。', ['FRM-019 ”']],
    ['straight ones that a machine made closing', '新增”护林”补助。', []],
    ['three words of which two contradict', '国有资本经营预算收入支出收入36.00万元。', ['FRM-018 收入支出收入']],
    ['a reason that begins twice', '主要原因是主要是人员增加。', ['FRM-016 原因是主要是']],
    [
      'a name typed twice at the head',
      '公务用车购置及运行维护费公务用车购置及运行维护费支出6.00万元。',
      ['FRM-016 公务用车购置及运行维护费公务用车购置及运行维护费'],
    ],
    ['a year’s word twice', '较上年年增加3.00万元。', ['FRM-016 上年年 → 上年']],
    ['the end of last year', '较上年年末增加3.00万元。', []],
    ['a set phrase that lacks a character', '一般公共预算财政款支出36.00万元。', ['FRM-025 财政款 → 财政拨款']],
    ['two characters exchanged', '机关运行费经支出36.00万元。', ['FRM-025 费经 → 经费']],
    ['an asset for capital', '国有资产经营预算财政拨款支出36.00万元。', ['FRM-025 国有资产经营预算 → 国有资本经营预算']],
    ['an order to name the body', '某县文化馆（填写单位全称）支出36.00万元。', ['FRM-010 （填写单位全称）']],
    ['an order to delete', '若无此项内容请删除。', ['FRM-010 若无此项内容请删除']],
    ['where numbers are from', '支出36.00万元（数据来源：财决附03表）。', ['FRM-010 （数据来源：财决附03']],
    ['an order to explain a use', '其他用车（具体说明其他用车用途）3辆。', ['FRM-010 （具体说明其他用车用途）']],
    ['where an explanation is', '支出36.00万元（具体说明见附件情况）。', []],
    ['an order to be short', '主要原因是：（简述原因）。', ['FRM-010 （简述原因）']],
    ['what bodies may change', '注：各单位可根据实际情况增减相关内容。', ['FRM-010 注：各单位可根据实际情况增减相关内容']],
    ['what the body did', '本单位根据实际情况调整项目进度，支出36.00万元。', []],
    ['a choice of the body with a slash', '某县文化馆（部门/单位）共有车辆3辆。', ['FRM-006 （部门/单位）']],
    ['paired ones', '新增“护林”补助和“宣传月”经费。', []],
    ['an ordinal needs no opening bracket', '1）组织活动；2）设备维修。', []],
    ['nested brackets', '因公出国（境）费（含团组（3个））。', []],
    ['halves of a unit exchanged', '支出300.00元万，其中基本支出210.00万元。', ['FRM-025 元万 → 万元']],
    ['a letter for a zero', '支出3O0.00万元。', ['FRM-025 3O0.00 → 数字']],
    ['in a year', '2O23年度支出300.00万元。', ['FRM-025 2O23 → 数字']],
    ['codes with letters are none', '采购NO2023年第12号文件，H1O型设备2台。', []],
    ['a point before the percent sign', '基本支出占70.00.%。', ['FRM-004 70.00.% → 70.00%']],
    ['a unit that lost its end twice', '支出300.00万元元，其中基本支出210.00元。', ['FRM-016 元元 → 元']],
    ['numbers typed twice', '决算数数小于预算数。', ['FRM-016 决算数数']],
    ['a separator in another place', '支出1,2000.00万元。', ['FRM-004 1,2000.00']],
    ['separators in their places', '支出12,000.00万元，收入1,234,567.00元。', []],
    ['a day that no calendar has', '截至2023年12月32日。', ['FRM-025 12月32日 → 日历上有的日期']],
    ['days of the calendar', '2023年2月28日至2023年12月31日。', []],
    ['a count left out', '公务接待费1.00万元，接待批次、38人次。', ['FRM-013 接待批次']],
    ['the other one', '公务接待费1.00万元，接待3批次、人次。', ['FRM-013 人次']],
    ['names of both', '公务接待费1.00万元，接待批次、人次见附表。', []],
    ['an opening quotation mark with none else', '“护林”补助。\n新增“宣传月经费。', ['FRM-019 “']],
    ['a quotation over two paragraphs', '“护林”补助。\n提出“一是宣传。\n二是巡护”的要求。', []],
  ])('%s', async (_, sentence, expected) => expect(await traces(`一、情况说明\n${sentence}`)).toEqual(expected));

  it('cells of tables are looked through', async () => {
    expect(await traces('一、情况说明\n名称\t金额\t占比\n基本支出\t210.00\t70%%\n项目支出\t90.00\t30%')).toEqual([
      'FRM-001 70%% → 70%',
    ]);
  });

  it('a paragraph before a heading ends with a full stop', async () => {
    const text = (end: string) => `一、情况说明\n本年支出合计300.00万元${end}\n二、收入决算情况说明\n本年收入合计300.00万元。`;
    expect(await traces(text('。'))).toEqual([]);
    expect(await traces(text('；'))).toEqual(['FRM-008 ； → 。']);
    expect(await traces(text('，'))).toEqual(['FRM-008 ， → 。']);
  });

  it('an item without the stop that its fellows have', async () => {
    const list = (end: string) =>
      `一、主要职能\n1.组织全县造林绿化工作。\n2.负责森林资源监测管理工作${end}\n3.承担林业有害生物防治工作。`;
    expect(await traces(list('。'))).toEqual([]);
    expect(await traces(list(''))).toEqual(['FRM-008 作 → 作。']);
    expect(await traces(list('').replaceAll('。', ''))).toEqual([]);
    const short = (end: string) => `一、主要职能\n1.编制规划。\n2.开展年度评估${end}\n3.承办交办事项。`;
    expect(await traces(short('。'))).toEqual([]);
    expect(await traces(short(''))).toEqual(['FRM-008 估 → 估。']);
  });

  it('the only sentence of a section that lacks its stop', async () => {
    const said = (end: string) =>
      `一、情况说明\n本年支出合计300.00万元，其中：基本支出210.00万元，占70.00%${end}\n二、收入\n本年收入合计300.00万元，全部为财政拨款。\n三、采购\n本年没有政府采购支出，与上年一致。`;
    expect(await traces(said('。'))).toEqual([]);
    expect(await traces(said(''))).toEqual(['FRM-008 % → %。']);
    expect(await traces(said('').replaceAll(/。$/gm, ''))).toEqual([]);
  });

  it('items of a list may end with semicolons', async () => {
    expect(await traces('一、情况说明\n本年支出合计300.00万元，其中：\n1.基本支出210.00万元；\n2.项目支出90.00万元。')).toEqual(
      [],
    );
  });
});

describe('what templates of many provinces leave in', () => {
  const rules = async (text: string) => [...new Set((await traces(`一、情况说明\n${text}`)).map(one => one.split(' ')[0]!))];
  it.each<[string, string[]]>([
    [
      'FRM-006',
      [
        '本年收入比上年（增加/减少）12.00万元。',
        '本年收入比上年[增加/减少]12.00万元。',
        '较上年增长/（下降）5%。',
        '较上年增加（或减少）12.00万元。',
        '收、支总计各增加（减少、持平）12.00万元。',
        '较上年增（减）12.00万元。',
        '本年收入较上年增加或减少12.00万元。',
        '较上年上升[下降]5%。',
        '支出决算大于/小于/等于年初预算数。',
        '支出决算数大于（小于、等于）预算数的主要原因是人员变动。',
        '决算数与预算数持平/基本持平。',
        '我部门（有/无）政府性基金预算收支。',
      ],
    ],
    [
      'FRM-005',
      [
        '**局本年收入合计300.00万元。',
        'xx局本年收入合计300.00万元。',
        '本年收入合计×万元。',
        '本年收入合计*万元，其他收入3.00万元。',
        '本年收入合计□□万元。',
        '本年收入合计○○万元。',
        '（部门名称）收入总计300.00万元。',
        '【单位名称】收入总计300.00万元。',
        '支出3.00万元，主要用于……等方面支出。',
        '主要原因是***。',
        '截至2023年X月X日，共有车辆3辆。',
        '共有车辆X辆。',
        '自评得分为N分。',
        '{单位名称}收入总计300.00万元。',
        '组织对N个项目开展绩效自评。',
      ],
    ],
    ['FRM-013', ['本年收入合计（金额）万元。', '本年收入合计（）万元。']],
    [
      'FRM-010',
      [
        '【填写说明：按本部门实际列示】本年收入合计300.00万元。',
        '注：请说明增减变动的情况。',
        '此处填写本部门职能。',
        '本年收入合计300.00万元（数据来源于财决01表）。',
        '（如没有此项内容请删除）',
        '（若无，则删除此段）',
        '（请各单位结合实际情况说明）',
        '（若本单位没有此项支出，则写“无”）',
        '（说明：逐项列示到项级科目）',
        '（同口径对比）请说明变动原因。',
        '无政府性基金收支的单位，此处写“本单位无政府性基金收支”。',
        '如无，请写明“本部门无此项支出”。',
        '[请插入图1：收入决算结构图]',
        '（二选一）本单位无政府性基金收支。',
        '增长5%，（简要说明原因）。',
        '示例：本部门无此项支出。',
        '以下各项按此格式类推。',
        '（格式同上）',
        '没有政府性基金收支的，表格照样保留，并在表下作如下说明：',
        '公务接待费1.00万元，列明公务接待3批次、18人次。',
        '项目支出10.00万元（按项级科目列示）。',
        '项目支出10.00万元（逐项列明项目名称和金额）。',
        '（没有此项支出的单位请删除本段）',
        '（以下内容根据实际情况选填）',
      ],
    ],
    [
      'FRM-004',
      ['本年支出合计300.00万元，。', '本年支出合计300.00万元；，', '本年支出合计300.00万元：：其中。', '合计300。00万元。'],
    ],
    [
      'FRM-016',
      [
        '本年支出合计300.00万元万元。',
        '占本年支出的的70%。',
        '比上年增加增加3.00万元。',
        '主要原因是是人员增加。',
        '其中其中3.00万元。',
      ],
    ],
  ])('%s', async (rule, sentences) => {
    for (const sentence of sentences) expect(await rules(sentence), sentence).toContain(rule);
  });

  it('marks that look like them are silent', async () => {
    const sentences = [
      '*注：本表反映部门本年度收支情况。',
      '☑是 □否 开展绩效评价。',
      '收入支出增减变动情况见附表。',
      '规格3×4米，A×B型；联系电话：0573-8****123。',
      '本部门含XX（单位名称缩写）办公楼维修，XX射线机1台。',
      '数据来源：部门决算报表。',
      '如无特别说明，本报告金额单位均为万元。',
      '对某一项目开展检查，对某某品牌进行推广。',
      '举办“文化+旅游”活动，增加、丰富供给，降低（减少）能耗。',
      '指标权重*得分，完成率大于/等于95%。',
      '元元幼儿园补助3.00万元，支付的的士费0.30万元，为实现此目的的支出。',
      '上述行为为2次，主要是是否合规的审查。',
      '（具体情况说明）',
      '增加（减少）原因：人员增加。增加(减少)的主要原因是政策调整。',
    ];
    for (const sentence of sentences) expect(await traces(`一、情况说明\n${sentence}`), sentence).toEqual([]);
  });

  it('names of columns and rows are no choices of a template', async () => {
    expect(await traces('一、情况说明\n名称\t增加（减少）\t有/无\n基本支出\t210.00\t有\n项目支出\t90.00\t无')).toEqual([]);
  });
});

describe('years', () => {
  it.each<[string, string, string[]]>([
    ['of the report', '截至2023年12月31日，共有车辆3辆。', []],
    ['another one', '截至2022年12月31日，共有车辆3辆。', ['FRM-002 2022 → 2023']],
    ['to a day', '截止2022年12月31日，共有车辆3辆。', ['FRM-002 2022 → 2023']],
    ['at the end of a year', '2022年末，公务用车保有量为3辆。', ['FRM-002 2022 → 2023']],
    ['of what the body spent', '2022年，本馆举办培训2期，培训费支出1.00万元。', ['FRM-002 2022 → 2023']],
    ['of what began then', '2022年，本馆启动库房改造，2023年支出9.00万元。', []],
    ['of what was held', '本馆2022年度共接待来宾12批次、80人次。', ['FRM-002 2022 → 2023']],
    ['of all the year', '2022年度全年召开会议2个，参加会议90人次。', ['FRM-002 2022 → 2023']],
    ['inside a sentence', '购置支出0.00万元，2022年公务用车购置数0辆。', ['FRM-002 2022 → 2023']],
    ['of the range of the accounts', '本馆2022年度部门决算汇总范围包括本级。', ['FRM-002 2022 → 2023']],
    ['at the head of a sentence', '2022年度本年支出合计300.00万元。', ['FRM-002 2022 → 2023']],
    ['compared with the year before', '本年支出合计300.00万元，与2022年度相比，增加5.00万元。', []],
    ['compared with another year', '本年支出合计300.00万元，与2021年度相比，增加5.00万元。', ['YOY-006 2021 → 2022']],
    ['in a document’s name', '根据《2021年政府收支分类科目》编制。', []],
    ['in a plan', '“2021—2025年”文化发展规划。', []],
  ])('%s', async (_, sentence, expected) => expect(await traces(`一、情况说明\n${sentence}`)).toEqual(expected));

  it('of headings', async () => {
    const before = '一、2023年度收入支出决算总体情况说明\n2023年度收、支总计均为300.00万元。\n';
    expect(await traces(`${before}二、2022年度收入决算情况说明\n本年收入合计300.00万元。`)).toEqual(['FRM-002 2022 → 2023']);
    expect(await traces(`${before}二、2023年度收入决算情况说明\n本年收入合计300.00万元。`)).toEqual([]);
  });
});

describe('the year and the body in tables', () => {
  const form = (title: string, body: string, year: string) =>
    `<table><tr><td colspan=3>${title}</td></tr><tr><td>${body}</td><td>${year}</td><td>单位：万元</td></tr><tr><td>项目</td><td>行次</td><td>金额</td></tr><tr><td>合计</td><td>1</td><td>300.00</td></tr></table>`;
  const OWN = '编制单位：清江县文化和旅游局';
  const found = async (told: { title?: string; body?: string; year?: string; before?: string; contents?: string }) => {
    const { title = '支出决算表', body = OWN, year = '2023年度', before = '', contents = '' } = told;
    const html = `<h1>清江县文化和旅游局2023年度部门决算</h1><p>${contents}</p><h1>第一部分 概况</h1><h2>一、机构设置</h2>
      <p>下属单位1个：清江县图书馆。</p><h1>第二部分 情况说明</h1><h2>一、收入支出决算总体情况说明</h2>
      <p>清江县文化和旅游局2023年度收入、支出总计300.00万元。${before}</p><h1>第三部分 决算表</h1>
      ${form('收入决算表', OWN, '2023年度')}${form(title, body, year)}${form('收入支出决算总表', OWN, '2023年度')}`;
    const bytes = new TextEncoder().encode(`<html><body>${html}</body></html>`);
    const { statements } = extract([await read({ file: 'report.html', bytes })]);
    return statements.flatMap(one =>
      one.kind === 'remark' && !one.holds && /FRM-002|FRM-011/.test(one.rule) ? [`${one.rule} ${one.printed}`] : [],
    );
  };
  it.each<[string, Parameters<typeof found>[0], string[]]>([
    ['all the same', {}, []],
    ['another body in a corner', { body: '部门：白石县档案馆' }, ['FRM-011 白石县档案馆']],
    ['with a code', { body: '单位名称：[123001]白石县档案馆' }, ['FRM-011 白石县档案馆']],
    ['in a title', { title: '白石县档案馆支出决算表' }, ['FRM-011 白石县档案馆']],
    ['in a sentence', { before: '白石县档案馆机关运行经费支出2.00万元。' }, ['FRM-011 白石县档案馆']],
    ['shortened, or with what it is told for', { body: '编制单位：县文旅局（本级）' }, []],
    ['one of its own', { body: '编制单位：清江县图书馆' }, []],
    ['its name of before', { body: '编制单位：清江县文化体育局', before: '原清江县文化体育局的业务并入。' }, []],
    ['no name at all', { before: '全局机关运行经费支出2.00万元。' }, []],
    ['another year in a corner', { year: '（2022年度）' }, ['FRM-002 2022']],
    ['in a title', { title: '2022年度支出决算表' }, ['FRM-002 2022']],
    ['in the table of contents', { contents: '2022年度支出决算表......5' }, ['FRM-002 2022']],
    ['in what the body tells', { before: '本部门2022年度机关运行经费支出2.00万元。' }, ['FRM-002 2022']],
    [
      'two years side by side',
      { title: '2022年度与2023年度支出对比表', before: '2022年度支出合计9.00万元，2023年支出合计8.00万元。' },
      [],
    ],
  ])('%s', async (_, told, expected) => expect(await found(told)).toEqual(expected));
});

describe('numbers of paragraphs', () => {
  const numbered = (...more: readonly string[]) =>
    traces(['一、主要职能', ...Array.from({ length: 12 }, (_, i) => `${i + 1}.第${i + 1}件事。`), ...more].join('\n'));
  it.each<[string, string[], string[]]>([
    ['count on', ['13.又一件事。', '二、机构设置', '1.办公室。', '2.财务室。', '三、收入情况'], []],
    ['a gap', ['14.又一件事。'], ['FRM-015 14.']],
    ['twice', ['12.又一件事。'], ['FRM-015 12.']],
    ['a gap of the outer style', ['三、收入情况'], ['FRM-015 三、']],
    ['far apart, or back', ['30.又一件事。', '5.又一件事。'], []],
    ['decimals and years are no numbers', ['15.20万元用于采购。', '2021.5万元用于采购。'], []],
  ])('%s', async (_, more, expected) => expect(await numbered(...more)).toEqual(expected));
  it('of a text in which many jump are not judged', async () => {
    expect(await traces('一、主要职能\n三、收入情况\n五、支出情况\n六、其他情况')).toEqual([]);
  });
});

describe('what was to be filled in', () => {
  it.each([
    ['机关运行经费支出20.00万元，比上年增加万元，增长%。', ['FRM-013 增加万元', 'FRM-013 增长%']],
    ['比上年增加 元。', ['FRM-013 增加 元']],
    ['支出决算为5.00万元，完成年初预算的%。', ['FRM-013 算的%']],
    ['支出决算为____万元。', ['FRM-013 ____万元']],
    ['支出决算为（ ）万元。', ['FRM-013 为（ ）']],
    ['共有车辆辆，其中：公务用车0辆。', ['FRM-013 车辆辆']],
    ['增加5.00万元，主要原因是。', ['FRM-013 原因是。']],
    ['增加5.00万元，主要原因为：', ['FRM-013 原因为：']],
    ['公务接待费5.00万元，主要用于等。', ['FRM-013 ，主要用于等。']],
    ['本年收入增加5.00万元，机构改革是主要原因。', []],
    ['接待批次、人次均为元旦前后增加，单位为万元的除外。', []],
    ['增加5.00万元，主要原因是：（1）人员增加。', []],
  ])('%s', async (sentence, expected) => expect(await traces(`一、情况说明\n${sentence}`)).toEqual(expected));
  it('a reason told in the next paragraph is told', async () => {
    expect(await traces('一、情况说明\n增加5.00万元，主要原因是：\n1.新增一个项目，支出5.00万元。')).toEqual([]);
    expect(await traces('一、情况说明\n增加5.00万元，主要原因是：\n二、其他情况说明\n没有。')).toEqual(['FRM-013 原因是：']);
  });
});

describe('what an item is spent on', () => {
  const item = (name: string, use: string) =>
    traces(`一、情况说明\n1.某某支出（类）某某（款）${name}（项）支出决算为5.00万元，${use}。`);
  it.each([
    ['职业年金缴费支出', '主要用于缴纳职工住房公积金', ['FRM-012 公积金']],
    ['行政单位医疗', '主要用于发放购房补贴', ['FRM-012 购房补贴']],
    ['行政单位医疗', '主要用于缴纳基本医疗保险', []],
    ['购房补贴', '主要用于发放退休人员购房补贴', []],
    ['群众文化', '主要用于缴纳住房公积金', []],
    ['住房公积金', '比上年减少的原因是退休人员增加', []],
  ])('%s: %s', async (name, use, expected) => expect(await item(name, use)).toEqual(expected));
  it('of two items in one paragraph, each has its own', async () => {
    const text = '某某（类）某某（款）职业年金缴费（项）支出5.00万元；住房公积金（项）支出3.00万元，主要用于缴纳住房公积金。';
    expect(await traces(`一、情况说明\n${text}`)).toEqual([]);
  });
});

describe('whose statements they are', () => {
  const report = (...names: string[]) =>
    traces(names.map((name, i) => `${'一二三四五六'[i]}、情况说明\n${name}2023年度支出合计${i + 1}00.00万元。`).join('\n'));
  it('another body’s name', async () => {
    expect(await report('清江县文化馆', '清江县文化馆', '县文化馆', '白石县档案馆')).toEqual([
      'FRM-011 白石县档案馆 → 清江县文化馆',
    ]);
  });
  it('another body’s name in the line above a table, and an office of another level', async () => {
    const own = '一、情况说明\n清江县水务局2023年度支出合计100.00万元。\n二、情况说明\n清江县水务局2023年度收入合计100.00万元。';
    const titled = (line: string) => traces(`清江县水务局2023年度部门决算\n${own}\n${line}`);
    expect(await titled('公开部门：白石县档案馆')).toEqual(['FRM-011 白石县档案馆 → 清江县水务局']);
    expect(await titled('公开部门：清江县水务局　　金额单位：万元')).toEqual([]);
    const thrice = [1, 2, 3].map(n => `${'三四五'[n - 1]}、情况说明\n清江县水务厅2023年度收入合计${n}00.00万元。`).join('\n');
    expect(await titled(`清江县水务局共有车辆1辆。\n${thrice}`)).toContain('FRM-011 清江县水务厅 → 清江县水务局');
  });
  it('one other office of the same place; a slip that was copied', async () => {
    const said = (name: string, i: number) => `${'二三四五六'[i]}、情况说明\n${name}2023年度收入合计100.00万元。`;
    const text = (...names: string[]) => traces(`清江县水务局2023年度部门决算\n${names.map(said).join('\n')}`);
    expect(await text('清江县水务局', '清江县水务局', '清江县民政局')).toEqual(['FRM-011 清江县民政局 → 清江县水务局']);
    expect(await text('清江县水务局', '清江县水务局', '清江县河道管理所')).toEqual([]);
    // A character lost shortens nothing; a place left out does.
    const long = '清江县水资源和河道管理局';
    const others = (name: string) => traces([long, long, long, name].map(said).join('\n'));
    expect(await others('清江县水资源河道管理局')).toEqual([`FRM-011 清江县水资源河道管理局 → ${long}`]);
    expect(await others('清江水资源和河道管理局')).toEqual([]);
    const copied = 'FRM-011 清江县水物局 → 清江县水务局';
    expect(await text('清江县水务局', '清江县水物局', '清江县水物局', '清江县水物局')).toEqual([copied, copied, copied]);
  });
  it('behind the year', async () => {
    const named = (i: number, name: string, said: string) => `${'一二三四五六'[i]}、情况说明\n2023年度，${name}${said}。`;
    const own = [0, 1, 2].map(i => named(i, '清江县水务局', `收入总计${i + 1}00.00万元`)).join('\n');
    const told = (name: string) => traces(`${own}\n${named(3, name, '没有使用国有资本经营预算财政拨款安排的支出')}`);
    expect(await told('清江县水务局')).toEqual([]);
    expect(await told('白石县档案馆')).toEqual(['FRM-011 白石县档案馆 → 清江县水务局']);
  });
  it('a name that holds 比较', async () => {
    const told = (name: string) => `${'三四五'[0]}、情况说明\n${name}2023年度无政府性基金预算财政拨款收入和支出。`;
    const own = '清江县法规比较研究中心';
    const text = (name: string) =>
      `${own}2023年度部门决算\n一、情况说明\n${own}2023年度支出合计100.00万元。\n二、情况说明\n${own}2023年度收入合计100.00万元。\n${told(name)}`;
    expect(await traces(text(own))).toEqual([]);
    expect(await traces(text('清江县法规对比研究中心'))).toEqual([`FRM-011 清江县法规对比研究中心 → ${own}`]);
  });
  it('several bodies of one report, and too few statements to tell', async () => {
    expect(await report('清江县文化馆', '清江县文化馆', '清江县文化馆', '县图书馆', '县博物馆', '县美术馆')).toEqual([]);
    expect(await report('清江县文化馆', '清江县文化馆', '白石县档案馆')).toEqual([]);
  });
});

describe('an item whose rest the page set apart', () => {
  const list = (second: string) => `三、主要工作
1.负责全县农机具的登记、检验和安全监督管理工作。
2.负责农机购置补贴资金的审核，建立健全农机作业质量
${second}
3.负责农机技术的引进、试验、示范和推广服务工作。
4.负责农机维修网点的指导和从业人员的技能培训工作。`;

  const missing = async (rest: string) =>
    (await readingOf(list(rest))).statements.filter(one => one.kind === 'remark' && one.rule === 'FRM-008' && !one.holds);

  it('lacks no stop; without a rest it does', async () => {
    expect(await missing('\n监督体系，受理质量投诉。\n')).toEqual([]);
    expect(await missing('')).toHaveLength(1);
  });
});
