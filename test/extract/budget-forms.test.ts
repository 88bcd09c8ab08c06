import { describe, expect, it } from 'vitest';
import { loudIn, paragraphs, table } from './pages.ts';

const TITLE = '清江县文化馆2024年部门预算';
const loud = (...parts: string[]) => loudIn(TITLE, ...parts);

describe('forms of budgets', () => {
  const general = (income: string) =>
    table(
      ['收支总表', '公开01表', '部门：清江县文化馆', '单位：万元'],
      '收入| |支出| ',
      '项目|预算数|项目|预算数',
      `一、一般公共预算拨款收入|${income}|一、教育支出|70.00`,
      '二、政府性基金预算拨款收入|10.00|二、卫生健康支出|30.00`'.replace('`', ''),
      '三、事业收入|5.00||',
      '本年收入合计|95.00|本年支出合计|100.00',
      '上年结转结余|5.00|年终结转结余|0.00',
      '收入总计|100.00|支出总计|100.00',
    );
  it('add funds up where no line tells 财政拨款', async () => {
    expect(await loud(general('80.00'))).toEqual([]);
    expect(await loud(general('82.00'))).toEqual(['SUM-105', 'SUM-107']);
  });

  const fiscal = (part: string, carried = '4.00') =>
    table(
      ['财政拨款收支总表', '公开04表', '部门：清江县文化馆', '单位：万元'],
      '收入| |支出| ',
      '项目|预算数|项目|预算数',
      `一、本年收入|90.00|一、本年支出|94.00`,
      `一般公共预算拨款收入|80.00|教育支出|${part}`,
      '政府性基金预算拨款收入|10.00|卫生健康支出|30.00',
      '二、上年结转|4.00|二、结转下年|0.00',
      `一般公共预算拨款收入|${carried}||`,
      '政府性基金预算拨款收入|0.00||',
      '收入总计|94.00|支出总计|94.00',
    );
  it('read the parts below a total that leads its list', async () => {
    expect(await loud(fiscal('64.00'))).toEqual([]);
    expect(await loud(fiscal('46.00'))).toEqual(['SUM-106', 'SUM-107']);
    expect(await loud(fiscal('64.00', '7.00'))).toContain('SUM-108');
  });

  const incomes = (begin: string) =>
    table(
      ['收入总表', '公开02表', '部门：清江县文化馆', '单位：万元'],
      '部门代码|部门名称|合计|本年收入小计|一般公共预算|政府性基金预算|事业收入|上年结转结余',
      `合计||100.00|95.00|80.00|10.00|5.00|${begin}`,
      `038|清江县文化馆|100.00|95.00|80.00|10.00|5.00|${begin}`,
    );
  it('tell income of the year and what was left over side by side', async () => {
    expect(await loud(incomes('5.00'))).toEqual([]);
    expect(await loud(incomes('6.00'))).toContain('SUM-101');
  });

  const sources = (begin: string) =>
    table(
      ['部门收入总表', '单位：万元'],
      '科目编码|科目名称|合计|本年收入小计|一般公共预算|事业收入|上年结转结余·一般公共预算|上年结转结余·事业收入',
      `207|文化旅游体育与传媒支出|100.00|90.00|80.00|10.00|6.00|${begin}`,
      `20701|文化和旅游|100.00|90.00|80.00|10.00|6.00|${begin}`,
      `2070109|群众文化|100.00|90.00|80.00|10.00|6.00|${begin}`,
      `|合计|100.00|90.00|80.00|10.00|6.00|${begin}`,
    );
  it('add what was left over up from its sources', async () => {
    expect(await loud(sources('4.00'))).toEqual([]);
    expect(await loud(sources('5.00'))).toEqual(['SUM-101']);
  });

  const uses = (idle: string) =>
    table(
      ['部门支出预算总表', '单位：万元'],
      '合计|基本支出|项目支出|单位预留机动经费|结转下年资金',
      `100.00|70.00|28.00|${idle}|0.00`,
    );
  it('keep what a unit holds in reserve in the total', async () => {
    expect(await loud(uses('2.00'))).toEqual([]);
    expect(await loud(uses('3.00'))).toEqual(['SUM-101']);
  });

  const beside = (last: string, rate: string) =>
    table(
      ['一般公共预算支出预算表', '表3', '部门：清江县文化馆', '金额单位：万元'],
      `科目编码|科目名称|2023年${last}|2024年预算数小计|基本支出|项目支出|2024年预算数比2023年${last}增减额|2024年预算数比2023年${last}增减%`,
      '|合计|80.00|100.00|70.00|30.00|20.00|25.00',
      `205|教育支出|80.00|100.00|70.00|30.00|20.00|${rate}`,
      '20502|普通教育|80.00|100.00|70.00|30.00|20.00|25.00',
      '2050202|小学教育|50.00|60.00|50.00|10.00|10.00|20.00',
      '2050203|初中教育|30.00|40.00|20.00|20.00|10.00|33.33',
    );
  it.each(['执行数', '预算数'])('hold changes against last year’s %s', async last => {
    expect(await loud(beside(last, '25.00'))).toEqual([]);
    expect(await loud(beside(last, '52.00'))).toEqual(['YOY-001']);
  });

  it('round in 万元 what other tables tell in 元', async () => {
    const rows = Array.from(
      { length: 24 },
      (_, i) => `302${String(i + 1).padStart(2, '0')}|项目${i}|${1234 + i * 17}|${1234 + i * 17}`,
    );
    const economic = table(
      ['一般公共预算基本支出部门预算经济分类预算表', '单位：元'],
      '科目编码|科目名称|合计|公用经费',
      '30201|办公费|50,033|50,033',
      '30217|公务接待费|42,549|42,549',
      ...rows.slice(20),
    );
    const travel = (reception: string) =>
      table(
        ['部门“三公”经费和机关运行经费预算表', '单位：万元'],
        '合计|因公出国（境）费|公务接待费|公务用车购置及运行费小计|购置费|运行费|2024年机关运行经费预算数',
        `${(1.1 + Number(reception)).toFixed(2)}|0|${reception}|1.10|0|1.10|9.26`,
      );
    expect(await loud(economic, travel('4.25'))).toEqual([]);
    expect(await loud(economic, travel('4.15'))).toContain('TIE-205');
  });
});

describe('the narrative of a budget', () => {
  const items = (second: string) =>
    paragraphs(
      '2024年部门预算编制说明',
      '2024年，清江县文化馆收入预算120.00万元，其中：财政拨款收入100.00万元，比2023年预算减少10.00万元；事业收入20.00万元；其他收入0.00万元。',
      '支出预算120.00万元，其中：财政拨款支出预算100.00万元，比2023年预算减少10.00万元。财政拨款支出预算中，一般公共预算拨款支出预算80.00万元，比2023年预算减少10.00万元；政府性基金拨款支出预算20.00万元，比2023年预算持平；国有资本经营预算拨款支出预算0.00万元，比2023年预算持平。',
      '财政拨款支出主要内容如下：',
      '1.“教育支出（类）普通教育（款）小学教育（项）”30.00万元，主要用于教学。2023年当年预算执行数为60.00万元，2024年预算安排30.00万元，比2023年预算执行数减少50.00%。',
      `2.“住房保障支出（类）住房改革支出（款）住房公积金（项）”${second}万元，主要用于缴存。2023年当年预算执行数为50.00万元，2024年预算安排${second}万元，比2023年预算执行数持平。`,
      '3.“城乡社区支出（类）国有土地使用权出让收入安排的支出（款）城市建设支出（项）”20.00万元，主要用于建设。2023年当年预算执行数为20.00万元，2024年预算安排20.00万元，比2023年预算执行数持平。',
    );
  it('lists the funds and then the items of one whole, never both at once', async () => {
    expect(await loud(items('50.00'))).toEqual([]);
    expect(await loud(items('55.00'))).toContain('SUM-001');
  });

  it('tells what there was at the end of the year before', async () => {
    expect(
      await loud(
        paragraphs('三、国有资产占有情况', '截至2023年底，清江县文化馆共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。'),
      ),
    ).toEqual([]);
    expect(
      await loud(
        paragraphs('三、国有资产占有情况', '截至2021年底，清江县文化馆共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。'),
      ),
    ).toEqual(['FRM-002']);
  });
});
