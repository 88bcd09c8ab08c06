import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, equationOf } from '../../src/audit.ts';
import { type Audit, addUp, amountOf, formatLike, intervalOf, parseNumber, roundLike } from '../../src/model/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { savedAs } from '../formats/report.ts';
import { formula, xlsx } from '../readers/make/xlsx.ts';
import { OPTIONS } from '../reporters/sample.ts';

const run = (file: string, content: string | Uint8Array) =>
  audit([{ file, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }]);

const errors = ({ findings }: Audit) => findings.filter(one => one.severity === 'error');

const shown = (text: string) => {
  const number = parseNumber(text);
  return number && [number.value.toFixed(), number.step.toFixed()];
};

describe('numbers as a person sees them', () => {
  it.each([
    ['3471.2400000000002', '3471.24', '0.01'],
    ['0.30000000000000004', '0.3', '0.1'],
    ['8.999999999999998', '9', '1'],
    ['0.6666666666666666', '0.666666666667', '0.000000000001'],
    ['2.5000000000', '2.5', '0.0000000001'],
    ['0.000000001', '0.000000001', '0.000000001'],
    ['1e5', '100000', '100000'],
    ['1.0E+02', '100', '10'],
    ['3.47124E+03', '3471.24', '0.01'],
    ['-7.5E-1', '-0.75', '0.01'],
    ['00000000000000000000000012.5', '12.5', '0.1'],
    ['999999999999999999', '999999999999999999', '1'],
  ])('%s is %s, to the nearest %s', (text, value, step) => expect(shown(text)).toEqual([value, step]));

  it.each(['1234567890123456789', '9'.repeat(5000), '1e18', '1e99', '1e', '1e+', 'e5', '1e5e5'])('%s is no amount', text =>
    expect(parseNumber(text)).toBeUndefined(),
  );

  it('no number of digits makes arithmetic vanish', () => {
    const digits = fc.integer({ min: 0, max: 20 }).chain(decimals =>
      fc
        .tuple(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('', '元', '万元', '亿元', '%', '‰', '倍'))
        .map(([whole, unit]) => {
          const fraction = decimals === 0 ? '' : `.${'3'.repeat(decimals)}`;
          return amountOf(`${whole}${fraction}`, unit.endsWith('元') ? 'money' : 'percent', unit)!;
        }),
    );
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        expect(one.step.gt(0)).toBe(true);
        const { low, high } = intervalOf(one);
        expect(high.minus(low).eq(one.step)).toBe(true);
        expect(roundLike(one.value, one).eq(one.value)).toBe(true);
        expect(addUp({ amount: one }, [{ amount: one }])).toBe(true);
        expect(formatLike(one.value, one)).toBe(one.value.div(one.factor).toFixed());
        expect(formatLike(other.value, one)).not.toContain('NaN');
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});

const table = (total: string, again: string) => `收入支出决算总表,,,单位：万元
项目,决算数,项目,决算数
一、一般公共预算财政拨款收入,2218.74,一、一般公共服务支出,2231.24
八、其他收入,${total},,
本年收入合计,2231.24,本年支出合计,2231.24
总计,${again},总计,2231.24
`;

describe('a report with numbers of many decimals', () => {
  it('reads the noise of a program’s arithmetic as what is meant', async () => {
    const sound = await run('a.csv', table('12.5', '2231.2400000000002'));
    expect(errors(sound)).toEqual([]);
    expect(sound.summary.holds).toBeGreaterThan(2);
    const wrong = await run('a.csv', table('12.5', '2231.4200000000002'));
    expect(errors(wrong)).not.toEqual([]);
  });

  it.each(Array.from({ length: 21 }, (_, decimals) => decimals))(
    '%i decimals: rounding is no error, a slip is one',
    async decimals => {
      const third = (digit: string) => (decimals === 0 ? '3' : `3.${digit.repeat(decimals)}`);
      const rows = (total: string) =>
        `收入决算表,,,,单位：万元\n项目,本年收入合计,财政拨款收入,上级补助收入,其他收入\n合计,${total},${third('3')},${third('3')},${third('3')}\n`;
      const ten = decimals === 0 ? '10' : `10.${'0'.repeat(decimals)}`;
      const audited = await run('t.csv', rows(ten));
      expect(errors(audited)).toEqual([]);
      const slipped = await run('t.csv', rows(ten.replace('10', '12')));
      expect(errors(slipped)).not.toEqual([]);
      for (const lang of ['zh', 'en'] as const)
        for (const reporter of reporters) {
          const options = { ...OPTIONS, lang, all: true, ledger: true, equation: equationOf };
          const text = reporter.render([slipped], [], options);
          expect(text).not.toMatch(/NaN|Infinity/);
        }
    },
  );

  const book = () =>
    xlsx([
      {
        name: '一',
        rows: [
          ['收入支出决算总表', null, null, '单位：万元'],
          ['项目', '决算数', '项目', '决算数'],
          ['八、其他收入', formula('1/3', '0.33333333333333331'), '一、一般公共服务支出', 0.33],
          ['本年收入合计', 0.33, '本年支出合计', 0.33],
        ],
      },
      {
        name: '二',
        rows: [
          ['收入决算表', null, null, '单位：万元'],
          ['项目', '本年收入合计', '其他收入'],
          ['合计', 0.33, 0.33],
        ],
      },
    ]);

  it('reads a third in General format from workbooks of both kinds', async () => {
    for (const [file, bytes] of [
      ['三分.xlsx', book()],
      ['三分.xls', savedAs(book(), 'biff8')],
      ['三分.xls', savedAs(book(), 'xlml')],
    ] as const) {
      const audited = await run(file, bytes);
      expect(audited.figures.map(one => one.printed)).toContain('0.333333333');
      expect(errors(audited)).toEqual([]);
    }
  });

  it('scientific notation is a number', async () => {
    const audited = await run('e.csv', table('1.25E+01', '2.23124E+03'));
    expect(errors(audited)).toEqual([]);
    expect(audited.figures.find(one => one.printed === '1.25E+01')?.amount.value.toFixed()).toBe('125000');
  });

  it('a number longer than any account is told and computed with nowhere', async () => {
    const audited = await run(
      '长.txt',
      `三、支出决算情况说明\n2023年度本年支出合计400.00万元，其中：基本支出310.00万元，占77.5%；项目支出${'8'.repeat(4000)}万元，占22.5%。\n`,
    );
    expect(audited.notices).toContainEqual(expect.objectContaining({ code: 'reader.long-number' }));
    expect(audited.figures.every(one => one.printed.length < 30)).toBe(true);
  });
});
