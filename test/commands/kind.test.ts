import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { KINDS, kindOf } from '../../src/commands/parts/kind.ts';

const TEXT = '清江县文化馆2023年度部门决算\n本年支出90.00万元，其中：基本支出50.00万元，项目支出40.00万元。';
const measuresOf = async (kind: (typeof KINDS)[number]) => {
  const { kind: read, figures } = await audit([{ file: 'a.txt', bytes: new TextEncoder().encode(TEXT) }], kindOf({ kind }));
  return [read, ...new Set(figures.map(figure => figure.fact.measure))];
};

describe('--kind', () => {
  it.each([
    ['auto', 'final-accounts', '决算'],
    ['final-accounts', 'final-accounts', '决算'],
    ['budget', 'budget', '预算'],
  ] as const)('%s', async (kind, read, measure) => {
    expect(KINDS).toContain(kind);
    expect(await measuresOf(kind)).toEqual([read, measure]);
  });
});
