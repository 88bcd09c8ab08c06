import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';

/** Errors and warnings of a text, each with its rule. */
async function loud(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`清江县文化馆2023年度部门决算\n${text}`);
  const { findings } = await audit([{ file: 'r.txt', bytes }]);
  return findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule);
}

describe('what a text told of notices of three public expenses does not say', () => {
  it('batches that grow fewer are no part of the money they are told beside', async () => {
    const said = (change: string) =>
      `七、“三公”经费支出决算情况说明\n公务接待费支出8.00万元，较上年的9.00万元减少${change}万元，国内公务接待80批次，同比接待批次减少12批次。`;
    expect(await loud(said('1.00'))).toEqual([]);
    expect(await loud(said('2.00'))).toContain('YOY-002');
  });

  it('after a comparison with the budget, what stands in the bracket is spent, not planned', async () => {
    const said = (run: string) =>
      `七、“三公”经费支出决算情况说明\n公务用车购置及运行维护费支出12.00万元，较上年10.00万元增加2.00万元，较预算数15.00万元减少3.00万元（其中：公务用车购置费5.00万元，较预算数6.00万元减少1.00万元；公务用车运行维护费${run}万元，较预算数9.00万元减少2.00万元）。`;
    expect(await loud(said('7.00'))).toEqual([]);
    expect(await loud(said('6.00'))).toContain('SUM-001');
  });

  it('a list of which one member is told by its own parts is not whole', async () => {
    const said =
      '七、“三公”经费支出决算情况说明\n“三公”经费支出决算为20.00万元。其中：因公出国（境）费支出0万元。公务用车购置费支出9.00万元，同比减少1.00万元，下降10.00%；公务用车运行维护费支出6.00万元。公务接待费支出5.00万元。';
    expect(await loud(said)).not.toContain('SUM-001');
  });
});

describe('words that name something told nowhere', () => {
  it('whose growth it is was inferred: it accuses nothing', async () => {
    const said = '三、支出决算情况说明\n本年支出合计60.00万元，其中：项目补助支出6.00万元，业务活动支出增长30.00万元。';
    expect(await loud(said)).not.toContain('YOY-004');
  });

  it('bodies told in a sentence of their own go on with a count', async () => {
    const said = (more: string) =>
      `二、机构设置\n内设部门6个，包括办公室、政工科、业务科、财务科。${more}\n三、支出决算情况说明\n本年支出合计60.00万元，其中：基本支出40.00万元，项目支出20.00万元。`;
    expect(await loud(said('另有两个派出机构分别设在东街、西街。'))).not.toContain('SUM-006');
    expect(await loud(said(''))).toContain('SUM-006');
  });

  it('names told after two counts may be of both', async () => {
    const said = (before: string) => `二、机构设置\n${before}派出机构2个，分别是办公室、政工科、业务科、东街分局、西街分局。`;
    expect(await loud(said('本单位内设部门3个，'))).not.toContain('SUM-006');
    expect(await loud(said(''))).toContain('SUM-006');
  });

  it('two amounts with one unit behind the last have it both', async () => {
    const said = '一、收入支出决算总体情况说明\n2023年度收入总计、支出总计分别为60.00，60.00万元。';
    expect(await loud(said)).not.toContain('FRM-003');
  });
});
