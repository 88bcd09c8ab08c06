import { describe, expect, it } from 'vitest';
import { loudIn, paragraphs, table } from './pages.ts';

const TITLE = '望江县水文站2024年部门预算';
const loud = (...parts: string[]) => loudIn(TITLE, ...parts);

describe('tables of budgets by province', () => {
  const natures = (wages: string, total = '100.00') =>
    table(
      ['收支预算总表', '单位：万元'],
      '收入||支出|',
      '项目|预算数|项目|预算数',
      '一、公共预算拨款|100.00|一、基本支出|80.00',
      `二、政府性基金拨款||1.工资福利支出|${wages}`,
      '三、事业收入||2.日常公用经费|20.00',
      '四、其他收入||二、项目支出|20.00',
      `本年收入合计|100.00|本年支出合计|${total}`,
    );
  it('lines numbered a level deeper are parts of the line above them', async () => {
    expect(await loud(natures('60.00'))).toEqual([]);
    expect(await loud(natures('66.00'))).toEqual(['SUM-115']);
    expect(await loud(natures('60.00', '180.00'))).toContain('SUM-106');
  });

  const led = (fiscal: string) =>
    table(
      ['部门综合预算收支总表', '单位：万元'],
      '收入||支出|',
      '项目|预算数|项目|预算数',
      '一、部门预算|120.00|一、部门预算|120.00',
      `1、财政拨款|${fiscal}|1、农林水支出|90.00`,
      `（1）一般公共预算拨款|${fiscal}|2、住房保障支出|30.00`,
      '（2）政府性基金拨款||3、其他支出|',
      '2、事业收入|20.00||',
      '本年收入合计|120.00|本年支出合计|120.00',
      '收入总计|120.00|支出总计|120.00',
    );
  it('a line that leads its list is the whole of it', async () => {
    expect(await loud(led('100.00'))).toEqual([]);
    expect(await loud(led('110.00'))).toContain('SUM-105');
  });

  const units = (station: string) =>
    table(
      ['收入总表', '单位：万元'],
      '单位代码|单位名称|合计|本年收入小计|一般公共预算|上年结转结余',
      '|合计|100.00|95.00|95.00|5.00',
      '301|望江县水文站|100.00|95.00|95.00|5.00',
      '301001|望江县水文站本级|60.00|60.00|60.00|',
      `301002|东岸观测点|${station}|35.00|35.00|5.00`,
    );
  it('numbers of units are no codes, and a department is not added to its units', async () => {
    expect(await loud(units('40.00'))).toEqual([]);
    expect(await loud(units('44.00'))).toContain('SUM-102');
  });

  const economic = (office: string) =>
    table(
      ['一般公共预算基本支出情况表', '单位：万元'],
      '科目编码|科目名称|科目编码|科目名称|合计|人员经费|公用经费',
      '|合计|||70.00|50.00|20.00',
      '30101|基本工资|501|机关工资福利支出|30.00|30.00|',
      '30102|津贴补贴|501|机关工资福利支出|20.00|20.00|',
      `30201|办公费|502|机关商品和服务支出|${office}||${office}`,
      '30211|差旅费|502|机关商品和服务支出|8.00||8.00',
    );
  it('the government’s own classification stands beside that of departments', async () => {
    expect(await loud(economic('12.00'))).toEqual([]);
    expect(await loud(economic('21.00'))).toContain('SUM-113');
  });

  const travel = (three: string) =>
    table(
      ['一般公共预算拨款“三公”经费及会议费、培训费支出预算表', '单位：万元'],
      '单位名称|合计|“三公”经费小计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费小计|公务用车购置费|公务用车运行维护费|会议费|培训费',
      `望江县水文站|20.00|${three}|0.00|4.00|8.00|0.00|8.00|3.00|5.00`,
    );
  it('the whole of a table of «三公», meetings and training is no total of «三公»', async () => {
    expect(await loud(travel('12.00'))).toEqual([]);
    expect(await loud(travel('14.00'))).toContain('SUM-110');
  });

  const details = (staff: string) =>
    table(
      ['一般公共预算支出明细表（按支出功能分类科目）', '单位：万元'],
      '功能科目编码|功能科目名称|合计|人员经费支出|公用经费支出|专项业务经费支出|备注',
      `|合计|100.00|${staff}|10.00|30.00|`,
      '213|农林水支出|100.00|60.00|10.00|30.00|',
      '21303|水利|100.00|60.00|10.00|30.00|',
      '2130301|行政运行|70.00|60.00|10.00||',
      '2130311|水资源管理|30.00|||30.00|',
    );
  it('staff, public money and special business make up a row', async () => {
    expect(await loud(details('60.00'))).toEqual([]);
    expect(await loud(details('66.00'))).toContain('SUM-101');
  });

  it('what heads a column of changes is no choice of a template; a number behind it is', async () => {
    const changes = table(
      ['一般公共预算“三公”经费支出预算表', '单位：万元'],
      '项目|本年预算数|上年预算数|增/减额',
      '公务接待费|4.00|5.00|-1.00',
    );
    expect(await loud(changes)).toEqual([]);
    expect(await loud(paragraphs('2024年公务接待费预算4.00万元，比上年增/减1.00万元。'))).toContain('FRM-006');
  });

  const bought = (desks: string) =>
    table(
      ['政府采购预算明细表', '单位：万元'],
      '采购类别|合计|一般公共预算',
      '合计|50.00|50.00',
      'A 货物|20.00|20.00',
      `A02010105 台式计算机|14.00|14.00`,
      `A05010201 办公桌|${desks}|6.00`,
      'C 服务|30.00|30.00',
      'C21040000 物业管理服务|30.00|30.00',
    );
  it('things that are bought are parts of their kind, by their codes', async () => {
    expect(await loud(bought('6.00'))).toEqual([]);
    expect(await loud(bought('8.00'))).toContain('SUM-120');
  });

  const projects = (third: string) =>
    table(
      ['项目支出明细表', '单位：万元'],
      '项目名称|合计|一般公共预算|其他资金',
      '合计|90.3|80.3|10',
      '水位观测设备|40.25|30.25|10',
      '站房维修工程|29.75|29.75|',
      `断面测量任务|${third}|20.3|`,
    );
  it('numbers with one decimal in a column of money are money', async () => {
    expect(await loud(projects('20.3'))).toEqual([]);
    expect(await loud(projects('23.3'))).toContain('SUM-120');
  });
});

describe('sentences of budgets by province', () => {
  it.each([
    ['收入合计', '一般公共预算95.00万元；上年结转5.00万元'],
    ['财政拨款收入', '本年收入95.00万元，上年结转5.00万元'],
  ])('%s with what was carried over is all that there is', async (name, parts) => {
    const total = (carried: string) =>
      table(
        ['财政拨款收支总表', '单位：万元'],
        '收入||支出|',
        '项目|预算数|项目|预算数',
        '一、本年财政拨款收入|95.00|一、本年财政拨款支出|100.00',
        '（一）一般公共预算拨款|95.00|（一）农林水支出|100.00',
        `二、上年结转|${carried}|二、结转下年|`,
        '收入总计|100.00|支出总计|100.00',
      );
    const text = paragraphs(
      '四、财政拨款收支预算情况',
      `2024年财政拨款${name.replace('财政拨款', '')}100.00万元，其中：${parts}。`,
    );
    expect(await loud(text, total('5.00'))).toEqual([]);
    expect(await loud(text.replace('100.00', '101.00'), total('5.00'))).not.toEqual([]);
  });

  const sides = (second: string) =>
    paragraphs(
      '四、财政拨款收支预算情况的总体说明',
      '2024年财政拨款收支总预算160.00万元。',
      '收入预算包括：一般公共预算120.00万元，政府性基金预算30.00万元，上年结转10.00万元。',
      `支出预算包括：农林水支出${second}万元，主要用于机构运转；城乡社区支出30.00万元，主要用于道路维护。`,
    );
  it('expenditure is listed of the one total of both sides', async () => {
    expect(await loud(sides('130.00'))).toEqual([]);
    expect(await loud(sides('131.00'))).toEqual(['SUM-001']);
  });

  const items = (printed: string) =>
    paragraphs(
      '四、预算支出情况',
      '2024年部门预算总支出100.00万元。',
      '安排支出按功能科目分类情况：',
      `2130301行政运行${printed}万元，主要用于机构运转。`,
      '2130311水资源管理20.00万元，主要用于监测。',
    ) +
    table(
      ['部门支出预算表', '单位：万元'],
      '科目编码|科目名称|合计|财政拨款小计|财政拨款基本支出|财政拨款项目支出|单位资金',
      '213|农林水支出|100.00|80.00|60.00|20.00|20.00',
      '21303|水利|100.00|80.00|60.00|20.00|20.00',
      '2130301|行政运行|70.00|60.00|60.00||10.00',
      '2130311|水资源管理|30.00|20.00||20.00|10.00',
      '|合计|100.00|80.00|60.00|20.00|20.00',
    );
  it('items of which no word tells the money are those of the table that has their amounts', async () => {
    expect(await loud(items('60.00'))).toEqual([]);
    expect(await loud(items('66.00'))).toContain('TIE-001');
  });

  const kinds = (goods: string) =>
    paragraphs(
      '（六）政府采购情况',
      `2024年本部门政府采购预算共安排60.00万元，其中政府采购货物类预算${goods}万元、政府采购服务类预算20.00万元、政府采购工程类预算10.00万元。`,
    );
  it('kinds of what is bought make up its total, whatever they are called', async () => {
    expect(await loud(kinds('30.00'))).toEqual([]);
    expect(await loud(kinds('33.00'))).toEqual(['SUM-001']);
  });

  const assets = (fixed: string) =>
    paragraphs(
      '（三）国有资产占有使用情况',
      `截至2023年12月31日，本单位资产总额130.00万元，其中，流动资产20.00万元，固定资产${fixed}万元，无形资产10.00万元，其他资产0万元。`,
    );
  it('a budget tells what there was at the end of the year before', async () => {
    expect(await loud(assets('100.00'))).toEqual([]);
    expect(await loud(assets('101.00'))).toEqual(['SUM-001']);
  });

  const structure = (share: string) =>
    paragraphs(
      '（二）一般公共预算当年拨款结构情况',
      '1.农林水支出（213）150.00万元，占75.00%。',
      `2.卫生健康支出（210）20.00万元，占${share}%。`,
      '3.住房保障支出（221）30.00万元，占15.00%。',
    );
  it('类 under a heading of their own are shares of their sum', async () => {
    expect(await loud(structure('10.00'))).toEqual([]);
    expect(await loud(structure('12.00'))).toEqual(['PCT-001']);
  });

  const spending = (general: string) =>
    paragraphs(
      '（一）收支预算总体情况',
      `2024年本部门预算收入200.00万元，其中一般公共预算拨款收入180.00万元、政府性基金拨款收入20.00万元，较上年增加5.00万元，主要原因是项目增加；2024年本部门预算支出200.00万元，其中一般公共预算拨款支出${general}万元、政府性基金拨款支出20.00万元。`,
    );
  it('«本部门预算支出» begins the other side', async () => {
    expect(await loud(spending('180.00'))).toEqual([]);
    expect(await loud(spending('188.00'))).toContain('SUM-001');
  });

  const years = (last: string) =>
    paragraphs(
      '1.河道整治项目',
      `项目总投资300.00万元，分三年实施，其中：2023年安排100.00万元，2024年安排120.00万元，2025年安排${last}万元。`,
    );
  it('the years of a project make up what it costs', async () => {
    expect(await loud(years('80.00'))).toEqual([]);
    expect(await loud(years('180.00'))).toEqual(['SUM-001']);
    expect(await loud(paragraphs('项目总投资300.00万元，2024年安排预算120.00万元。'))).toEqual([]);
    expect(await loud(paragraphs('项目总投资300.00万元，2024年安排预算320.00万元。'))).toEqual(['SUM-004']);
  });

  const levels = (granted: string) =>
    paragraphs(
      `（一）收入预算：2024年年初预算数200.00万元，其中，一般公共预算拨款${granted}万元，政府性基金预算拨款0万元，纳入专户管理的非税收入拨款0万元，上年结转20.00万元。`,
    );
  it('«年初预算数» is what a budget plans, and its sources with what is left make it up', async () => {
    expect(await loud(levels('180.00'))).toEqual([]);
    expect(await loud(levels('108.00'))).toEqual(['SUM-001']);
  });

  const own = (project: string) => paragraphs(`2024年支出预算100.00万元，其中：基本支出70.00万元，项目支出${project}万元。`);
  it('expenditure of a body under no heading is all of its expenditure', async () => {
    expect(await loud(own('30.00'))).toEqual([]);
    expect(await loud(own('20.00'))).toEqual(['SUM-001']);
  });

  const funds = (capital: string) =>
    paragraphs(
      `2024年财政拨款收入预算100.00万元，其中：一般公共预算拨款80.00万元，政府性基金预算拨款10.00万元，国有资本经营预算拨款${capital}万元。`,
    );
  it('three budgets give all that is granted', async () => {
    expect(await loud(funds('10.00'))).toEqual([]);
    expect(await loud(funds('16.00'))).toEqual(['SUM-001']);
  });

  it('what names some things and ends with 等 is no whole list', async () => {
    const some = (end: string) =>
      paragraphs(`2024年项目支出预算180.00万元，项目包括：水位观测60.00万元，站房维修50.00万元${end}。`);
    expect(await loud(some('等'))).toEqual([]);
    expect(await loud(some(''))).toEqual(['SUM-001']);
  });

  it('an amount that was left blank is missed', async () => {
    expect(await loud(paragraphs('2024年机关运行经费预算  万元，比上年增加3.00万元。'))).toContain('FRM-013');
  });

  it('a list of contents that names definitions last silences nothing behind it', async () => {
    const contents = paragraphs('目录', '一、单位主要职能', '二、机构设置', '名词解释', '部门预算编制说明');
    const own = (project: string) => paragraphs(`2024年支出预算100.00万元，其中：基本支出70.00万元，项目支出${project}万元。`);
    expect(await loud(contents, own('30.00'))).toEqual([]);
    expect(await loud(contents, own('20.00'))).toContain('SUM-001');
  });

  it('what comes in and what goes out make up no total together', async () => {
    const sides = (project: string, income = '90.00') =>
      paragraphs(
        '二、收支总体情况',
        `2024年部门预算收入为一般公共预算收入${income}万元；部门支出既包括日常运行的经费，也包括专项经费。`,
        '（一）收入预算，2024年年初预算数90.00万元，其中，一般公共预算拨款90.00万元，其他收入0万元。',
        `（二）支出预算，2024年年初预算数90.00万元，其中，基本支出60.00万元，项目支出${project}万元。`,
      );
    expect(await loud(sides('30.00'))).toEqual([]);
    expect(await loud(sides('33.00'))).toEqual(['SUM-001']);
  });
});
