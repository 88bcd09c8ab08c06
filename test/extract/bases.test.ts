import { describe, expect, it } from 'vitest';
import { withBases } from '../../src/extract/bases.ts';
import type { ShareStatement } from '../../src/model/index.ts';
import { fig } from '../check/build.ts';

const asBase = (scope: '一般公共预算' | '政府性基金', period = 2023) =>
  fig('300.00', {
    fact: { indicator: '项目支出', scope, period, measure: '决算' },
    at: { table: 'T5', row: 'total', col: 'project' },
  });
const wholeOf = (base: string | null, figures = [asBase('政府性基金'), asBase('一般公共预算', 2022), asBase('一般公共预算')]) => {
  const parts = { part: fig('150.00'), whole: null, rate: fig('50%'), base, list: null };
  const told: ShareStatement = { kind: 'share', source: 'narrative', ...parts };
  const [statement] = withBases([told], figures, 2023, '决算') as ShareStatement[];
  return statement!.whole && figures.indexOf(statement!.whole);
};

describe('a base that no sentence tells', () => {
  it('is the figure of a table of its indicator, fund and year', () => {
    expect(wholeOf('一般公共预算项目支出总额')).toBe(2);
  });

  it('is not guessed without a fund, without an indicator, or where no table tells it', () => {
    expect(wholeOf('项目支出总额')).toBeNull();
    expect(wholeOf('一般公共预算拨付总额')).toBeNull();
    expect(wholeOf(null)).toBeNull();
    expect(wholeOf('一般公共预算项目支出总额', [fig('300.00', { fact: asBase('一般公共预算').fact })])).toBeNull();
  });
});
