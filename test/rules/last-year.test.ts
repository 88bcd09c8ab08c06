import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';

/** A table of a year, or of none: what was there at its beginning is not what is left at its end. */
const table = (year: string) => `${year}收入支出决算总表,,,单位：万元
收入,金额,支出,金额
一、一般公共预算财政拨款收入,90.00,一、一般公共服务支出,95.00
本年收入合计,90.00,本年支出合计,95.00
年初结转和结余,15.00,年末结转和结余,10.00
总计,105.00,总计,105.00
`;
const rulesOf = async (text: string) => {
  const { findings } = await audit([{ file: '表.csv', bytes: new TextEncoder().encode(text) }]);
  return findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule);
};

describe('identities between years', () => {
  it.each(['', '2023年度'])('hold nothing of one table («%s») against itself', async year => {
    expect(await rulesOf(table(year))).toEqual([]);
  });

  it('are not what keeps the table quiet: a wrong figure in it is told', async () => {
    expect(await rulesOf(table('').replace('支出合计,95.00', '支出合计,96.00'))).not.toEqual([]);
  });
});
