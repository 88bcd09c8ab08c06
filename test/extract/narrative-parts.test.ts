import { describe, expect, it } from 'vitest';
import { story } from './telling.ts';

describe('parts told apart from their whole', () => {
  it('one class a numbered paragraph, each a share of what an earlier section tells', async () => {
    const { statements } = await story(`五、一般公共预算财政拨款支出决算情况说明
（一）一般公共预算财政拨款支出决算总体情况
2023年度一般公共预算财政拨款支出200.00万元。
（二）一般公共预算财政拨款支出决算具体情况
1.教育（类）支出150.00万元，占一般公共预算财政拨款总支出的75.00%。主要用于培训；
2.国防（类）支出0.00万元，占一般公共预算财政拨款总支出的0.00%。
3.住房保障（类）支出50.00万元，占一般公共预算财政拨款总支出的25.00%。`);
    expect(statements).toEqual([
      '200.00 = 150.00 + 0.00 + 50.00',
      '150.00 / 200.00 = 75.00%',
      '0.00 / 200.00 = 0.00%',
      '50.00 / 200.00 = 25.00%',
    ]);
  });

  it('what money was for stands for the name of what the section is about', async () => {
    const { figures } = await story(`二、支出决算情况说明
2023年度支出合计200.00万元。其中：基本支出150.00万元；项目支出50.00万元。
（二）项目支出情况
2023年度用于保障本馆完成特定任务，用于专项业务工作的经费支出50.00万元。`);
    expect(figures.filter(figure => figure.includes('项目支出'))).toHaveLength(2);
  });

  it('after a bracket, counts belong to what stands before it', async () => {
    const { statements } = await story(`七、“三公”经费支出决算情况说明
国内接待费支出0.96万元（其中：外事接待费支出0.00万元），共安排国内公务接待21批次（其中：外事接待0批次），接待人次186人（其中：外事接待人次0人）。`);
    expect(statements.filter(one => one.startsWith('SUM-007'))).toEqual(['SUM-007 holds 21', 'SUM-007 holds 186']);
    expect(statements).toEqual(expect.arrayContaining(['0 ≤ 21', '0 ≤ 186', '21 ≤ 186']));
  });
});

describe('items named in a paragraph of their own', () => {
  const told = () =>
    story(`五、一般公共预算财政拨款支出决算情况说明
（一）一般公共预算财政拨款支出决算总体情况
2023年度财政拨款支出200.00万元，占本年支出合计的80.00%。
（二）一般公共预算财政拨款支出决算具体情况
2023年度财政拨款支出年初预算数为190.00万元，支出决算数为200.00万元，完成年初预算的105.26%，其中：
1、教育支出（类）普通教育（款）小学教育（项）。
年初预算为140.00万元，支出决算为150.00万元，完成年初预算的107.14%，决算数大于年初预算数的主要原因是：追加经费。
2、教育支出（类）普通教育（款）初中教育（项）。
年初预算为50.00万元，支出决算为50.00万元，完成年初预算的100.00%。`);

  it('are what the next paragraph tells, and parts of the list they stand in', async () => {
    const { statements } = await told();
    expect(statements).toEqual(
      expect.arrayContaining(['200.00 = 150.00 + 50.00', '190.00 = 140.00 + 50.00', '150.00 of 140.00 = 107.14% 大于']),
    );
  });

  it('under the heading of a fund, 财政拨款支出 is of that fund', async () => {
    const { figures } = await told();
    expect(figures.filter(one => one.includes('[财政拨款]'))).toEqual([]);
    expect(figures).toContain('50.00 功能/教育/普通教育/初中教育[一般公共预算].决算');
  });
});
