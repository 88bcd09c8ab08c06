import { describe, expect, it } from 'vitest';
import { bound, readingOf, story } from './telling.ts';

const TEXT =
  '三、支出决算情况说明\n2023年度本年支出合计300.00万元，其中：基本支出210.00万元，占70%；项目支出90.00万元，占30%。\n';
const ties = async (text: string) => (await story(text)).statements.filter(one => one.includes('=='));

describe('a chart belongs to the list it draws', () => {
  it('by its labels', async () => {
    expect(await ties(`${TEXT}基本支出\t项目支出\t210.00\t90.00`)).toEqual(['210.00 == 210.00', '90.00 == 90.00']);
  });

  it('its figures state the facts of the list', async () => {
    const { figures } = await readingOf(`${TEXT}基本支出\t项目支出\t210.00\t91.00`);
    expect(figures.slice(-2).map(bound)).toEqual(['210.00 基本支出[全部资金].决算', '91.00 项目支出[全部资金].决算']);
  });

  it('abbreviated labels', async () => {
    expect(await ties(`${TEXT}基本\t项目\t210.00\t90.00`)).toEqual(['210.00 == 210.00', '90.00 == 90.00']);
  });

  it('in another order', async () => {
    expect(await ties(`${TEXT}项目支出\t基本支出\t90.00\t210.00`)).toEqual(['90.00 == 90.00', '210.00 == 210.00']);
  });

  it('of two lists with the same labels, the one with the same amounts', async () => {
    const other =
      '五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出280.00万元，其中：基本支出200.00万元，项目支出80.00万元。\n';
    expect(await ties(`${TEXT}${other}基本支出\t项目支出\t200.00\t80.00`)).toEqual(['200.00 == 200.00', '80.00 == 80.00']);
    expect(await ties(`${TEXT}${other}基本支出\t项目支出\t210.00\t90.00`)).toEqual(['210.00 == 210.00', '90.00 == 90.00']);
  });

  it('the codes that a list puts behind its names do not matter', async () => {
    const list =
      '五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出280.00万元，主要用于以下方面：教育支出（205类）200.00万元；卫生健康支出（210类）80.00万元。\n';
    expect(await ties(`${list}教育支出\t卫生健康支出\t200.00\t81.00`)).toEqual(['200.00 == 200.00', '80.00 == 81.00']);
  });

  it('without a list: what one section tells in a paragraph each', async () => {
    const paragraphs = '七、财政拨款“三公”经费支出决算情况说明\n1.因公出国（境）费支出0.00万元。\n2.公务接待费支出1.50万元。\n';
    expect(await ties(`${paragraphs}因公出国（境）费\t公务接待费\t0.00\t1.60`)).toEqual(['0.00 == 0.00', '1.50 == 1.60']);
  });

  it('of one point', async () => {
    expect(await ties(`${TEXT}项目支出\t91.00`)).toEqual(['90.00 == 91.00']);
    expect(await ties(`${TEXT}项目支出\t30.5%`)).toEqual(['30% == 30.5']);
  });

  it.each([
    ['in 元', '2100000.00\t900000.00', ['210.00 == 2100000.00', '90.00 == 900000.00']],
    ['in 亿元, with fewer decimals', '0.02\t0.01', ['210.00 == 0.02', '90.00 == 0.01']],
    ['of shares', '70\t30', ['70% == 70', '30% == 30']],
    ['of shares with signs', '70%\t31%', ['70% == 70', '30% == 31']],
    ['with one wrong figure', '2100000.00\t910000.00', ['210.00 == 2100000.00', '90.00 == 910000.00']],
    ['of which no figure is right: as it is mostly drawn', '211.00\t91.00', ['210.00 == 211.00', '90.00 == 91.00']],
  ])('a chart %s', async (_, values, expected) => {
    expect(await ties(`${TEXT}基本支出\t项目支出\t${values}`)).toEqual(expected);
  });

  it('a line of the contents is none', async () => {
    expect((await readingOf(`基本支出\t21\n${TEXT}`)).figures.map(bound)).not.toContain('21 基本支出[全部资金].决算');
    expect(await ties(`${TEXT}基本支出\t21`)).toEqual([]);
  });

  it('no list with such labels: nothing is said', async () => {
    expect(await ties(`${TEXT}上年\t本年\t280.00\t300.00`)).toEqual([]);
  });
});
