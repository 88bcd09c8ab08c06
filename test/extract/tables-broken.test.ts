import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import type { Table } from '../../src/model/index.ts';
import { documentOf, equationsOf, factsOf, readingOf, remarksOf, tableOf } from './grids.ts';

// Tables that a page, a sheet or an author has cut up or set otherwise.

const TITLE = '一般公共预算财政拨款支出决算表';
const HEAD = '科目编码|科目名称|合计|基本支出|项目支出';
const TOTAL = '合计|<|60.00|50.00|10.00';
const EDUCATION = '205|教育支出|40.00|35.00|5.00\n20502|普通教育|40.00|35.00|5.00\n2050204|高中教育|40.00|35.00|5.00';
const HOUSING = '221|住房保障支出|20.00|15.00|5.00\n22102|住房改革支出|20.00|15.00|5.00\n2210201|住房公积金|20.00|15.00|5.00';
const WHOLE = 'SUM-103 60.00=40.00+20.00';

describe('a table that goes on behind a page break', () => {
  const sums = (...tables: (Table | string)[]) => equationsOf(readingOf(...tables).statements);

  it.each([
    ['with its header again', [tableOf('', `${HEAD}\n${HOUSING}`)]],
    ['with title and header', [tableOf(TITLE, `${HEAD}\n${HOUSING}`)]],
    ['with 续 in its title', [tableOf(`${TITLE}（续）`, `${HEAD}\n${HOUSING}`)]],
    ['with a line above it that says so', ['续表', tableOf('', `${HEAD}\n${HOUSING}`)]],
    ['without its header', [tableOf('', HOUSING)]],
  ])('%s', (_, rest) => {
    expect(sums(tableOf(TITLE, `${HEAD}\n${TOTAL}\n${EDUCATION}`), ...rest)).toContain(WHOLE);
  });

  it('in the middle of the lines of a general table', () => {
    const first =
      '收入|<|支出|<\n项目|决算数|项目|决算数\n一、一般公共预算财政拨款收入|70.00|一、一般公共服务支出|60.00\n二、其他收入||二、外交支出|';
    const rest =
      '||三、教育支出|\n本年收入合计|70.00|本年支出合计|60.00\n年初结转和结余||年末结转和结余|10.00\n总计|70.00|总计|70.00';
    expect(sums(tableOf('收入支出决算总表', first), tableOf('', rest))).toEqual(
      expect.arrayContaining(['SUM-105 70.00=70.00', 'SUM-106 60.00=60.00', 'SUM-109 70.00=70.00']),
    );
  });

  it.each([
    ['of another title', tableOf('政府性基金预算财政拨款支出决算表', `${HEAD}\n${HOUSING}`)],
    ['with other columns', tableOf('', `科目编码|科目名称|上年|本年|增减额\n${HOUSING}`)],
    ['with lines that stood before', tableOf('', `${HEAD}\n${TOTAL}\n${EDUCATION}`)],
  ])('a table %s does not go on with it', (_, other) => {
    expect(sums(tableOf(TITLE, `${HEAD}\n${TOTAL}\n${EDUCATION}`), other)).not.toContain(WHOLE);
  });
});

describe('a long list set in columns side by side', () => {
  const cells = (rows: string) => rows.split('\n');
  const pair = (left: string, right: string) => cells(left).map((row, i) => `${row}|${cells(right)[i]}`);

  it('goes on at the top of the next column', () => {
    const rows = [...pair(HEAD, HEAD), ...pair(EDUCATION, HOUSING), `${TOTAL}|||||`].join('\n');
    const above = `${TITLE}|<|<|<|<|<|<|<|<|<\n|||||||||单位：万元\n`;
    for (const [title, lines] of [
      [TITLE, rows],
      ['', above + rows],
    ] as const) {
      const { figures, statements } = readingOf(tableOf(title, lines));
      expect(figures.filter(figure => figure.fact.indicator === null)).toEqual([]);
      expect(equationsOf(statements)).toContain(WHOLE);
      expect(equationsOf(statements)).toContain('SUM-102 20.00=20.00');
    }
  });

  it('budget and outcome side by side are no such list', () => {
    const rows = `项目|<|预算数|<|决算数|<\n科目编码|科目名称|基本支出|项目支出|基本支出|项目支出\n205|教育支出|30.00|5.00|35.00|5.00`;
    expect(factsOf(tableOf(TITLE, rows))).toContain('功能基本支出/教育[一般公共预算].决算=35.00');
  });
});

describe('ordinals before the codes', () => {
  it('are no part of them', () => {
    const rows = [HEAD, EDUCATION, HOUSING, TOTAL]
      .join('\n')
      .split('\n')
      .map((row, i) => `${i || '序号'}|${row}`);
    const { figures, statements } = readingOf(tableOf(TITLE, rows.join('\n')));
    expect(figures.filter(figure => figure.fact.indicator === null)).toEqual([]);
    expect(equationsOf(statements)).toContain(WHOLE);
  });
});

describe('机关运行经费 by economic subject', () => {
  const rows =
    '科目编码|科目名称|决算数\n合计|<|12.00\n302|商品和服务支出|10.00\n30201|办公费|7.00\n30207|邮电费|3.00\n310|资本性支出|2.00\n31002|办公设备购置|2.00';

  it('is no basic expenditure, and adds up by class', () => {
    const { statements } = readingOf(tableOf('机关运行经费支出决算表', rows));
    const facts = factsOf(tableOf('机关运行经费支出决算表', rows));
    expect(facts).toContain('机关运行经费[一般公共预算].决算=12.00');
    expect(facts.filter(fact => /^(?:经济|基本支出)/.test(fact))).toEqual([]);
    expect(equationsOf(statements)).toEqual(expect.arrayContaining(['SUM-113 12.00=10.00+2.00', 'SUM-112 10.00=7.00+3.00']));
  });
});

describe('cells of a workbook that show an error, or a formula without its value', () => {
  const table = tableOf(
    '支出决算表',
    '科目编码|科目名称|本年支出合计|基本支出|项目支出\n合计|<|60.00|36.00|24.00\n205|教育支出|60.00|36.00|#REF!\n208|社会保障和就业支出||36.00|20.00',
  );
  const rulesOf = (code: string | null) => {
    const notices = code ? [{ code, params: {}, place: { file: 'report' } }] : [];
    const { statements } = extract([{ ...documentOf(table), notices }]);
    return [...equationsOf(statements), ...remarksOf(statements)];
  };
  it.each(['reader.error-value', 'reader.formula-without-value'])('%s: sums with a blank are not judged', code => {
    expect(rulesOf(code)).toEqual(['SUM-103 36.00=36.00+36.00', 'SUM-101 60.00=36.00+24.00']);
  });
  it('elsewhere a blank is nothing; what is no number is neither nothing nor a number', () => {
    expect(rulesOf(null)).not.toContain('SUM-101 60.00=36.00');
    expect(rulesOf(null)).not.toContain('SUM-103 24.00=20.00');
    expect(rulesOf(null)).toContain('FRM-032');
  });
});
