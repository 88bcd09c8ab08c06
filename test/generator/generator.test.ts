import { describe, expect, it } from 'vitest';
import { Big } from '../../src/model/index.ts';
import { ECONOMIC_CODES, FUNCTION_LINES } from './accounts/names.ts';
import { type Accounts, makeAccounts, type Year } from './accounts.ts';
import { emitText } from './emit/text.ts';
import { writeReport } from './narrative/index.ts';
import { mixedStyle, STYLES } from './narrative/style.ts';
import { randomOf } from './random.ts';
import { isMark, marksOf, plain } from './report.ts';

const CASES: [string, Accounts][] = Array.from({ length: 12 }, (_, i) => {
  const size = i % 3 === 0 ? 'large' : 'small';
  const tails = i % 4 === 3;
  return [`seed ${i}, ${size}${tails ? ', tails' : ''}`, makeAccounts(i, { size, tails })];
});

/** Everything a year's facts are asked for; a missing fact is a mistake of the test, unless it says so. */
function reader(year: Year) {
  const get = (fact: string): Big => {
    const value = year.facts.get(fact);
    if (!value) throw new Error(`no fact ${fact}`);
    return value;
  };
  const maybe = (fact: string): Big => year.facts.get(fact) ?? new Big(0);
  const sum = (facts: readonly string[]) => facts.reduce((total, fact) => total.plus(maybe(fact)), new Big(0));
  const codes = (table: string, column: string, length?: number) =>
    [...year.facts.keys()].flatMap(key => {
      const match = new RegExp(`^${table}\\.(\\d+)\\.${column}$`).exec(key);
      return match && (length === undefined || match[1]!.length === length) ? [match[1]!] : [];
    });
  return { get, maybe, sum, codes };
}

const same = (left: Big, right: Big, what: string) => expect(left.toFixed(6), what).toBe(right.toFixed(6));
const COLUMNS = {
  T2: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'],
  T3: ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'],
  T5: ['sum', 'basic', 'project'],
  T8: ['begin', 'income', 'sum', 'basic', 'project', 'end'],
  T9: ['begin', 'income', 'sum', 'basic', 'project', 'end'],
} as const;

describe.each(CASES)('accounts of %s', (_, accounts) => {
  describe.each([accounts.previous, accounts.current].map(year => [year.year, year] as const))('%i', (_, year) => {
    const { get, maybe, sum, codes } = reader(year);
    const funds = ['1', '2', '3'];

    it('balances the general table', () => {
      same(get('T1.IN'), sum(['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8'].map(i => `T1.${i}`)), 'IN');
      same(get('T1.OUT'), sum(FUNCTION_LINES.map(([code]) => `T1.f.${code}`)), 'OUT');
      same(get('T1.TI'), sum(['T1.IN', 'T1.U', 'T1.B']), 'TI');
      same(get('T1.TO'), sum(['T1.OUT', 'T1.D', 'T1.E']), 'TO');
      same(get('T1.TI'), get('T1.TO'), 'TI = TO');
    });

    it('rolls up every table by function, and its rows across', () => {
      for (const [table, columns] of Object.entries(COLUMNS)) {
        const rows = codes(table, columns[0]!);
        for (const column of columns) {
          same(
            get(`${table}.total.${column}`),
            sum(codes(table, column, 3).map(code => `${table}.${code}.${column}`)),
            `${table} ${column}`,
          );
          for (const code of rows.filter(code => code.length < 7)) {
            const children = rows.filter(child => child.length === code.length + 2 && child.startsWith(code));
            expect(children.length, `${table} ${code}`).toBeGreaterThan(0);
            same(
              get(`${table}.${code}.${column}`),
              sum(children.map(child => `${table}.${child}.${column}`)),
              `${table} ${code} ${column}`,
            );
          }
        }
        for (const code of ['total', ...rows]) {
          const at = (column: string) => `${table}.${code}.${column}`;
          if (table === 'T2') same(get(at('c0')), sum(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map(at)), at('c0'));
          if (table === 'T3') same(get(at('d0')), sum(['d1', 'd2', 'd3', 'd4', 'd5'].map(at)), at('d0'));
          if (table === 'T5' || table === 'T8' || table === 'T9')
            same(get(at('sum')), sum(['basic', 'project'].map(at)), at('sum'));
          if (table === 'T8' || table === 'T9') same(sum(['begin', 'income'].map(at)), sum(['sum', 'end'].map(at)), at('end'));
        }
      }
    });

    it('ties the tables to each other', () => {
      same(get('T2.total.c0'), get('T1.IN'), 'T2 = T1');
      same(get('T2.total.c1'), sum(['T1.i1', 'T1.i2', 'T1.i3']), 'c1');
      ['c2', 'c3', 'c4', 'c5', 'c6'].forEach((column, i) => void same(get(`T2.total.${column}`), get(`T1.i${i + 4}`), column));
      same(get('T3.total.d0'), get('T1.OUT'), 'T3 = T1');
      for (const [code] of FUNCTION_LINES) same(get(`T1.f.${code}`), maybe(`T3.${code}.d0`), `line ${code}`);
      for (const fund of funds) same(get(`T1.i${fund}`), get(`T4.g.${fund}`), `g${fund}`);
      same(get('T4.GIN'), sum(funds.map(fund => `T4.g.${fund}`)), 'GIN');
      same(get('T4.GIN'), get('T2.total.c1'), 'GIN = T2');
      same(get('T4.GB'), sum(funds.map(fund => `T4.gb.${fund}`)), 'GB');
      same(get('T4.GT'), get('T4.GTO.s'), 'GT = GTO');
      for (const fund of [...funds, 's']) {
        same(get(`T4.GOUT.${fund}`), sum(FUNCTION_LINES.map(([code]) => `T4.h.${code}.${fund}`)), `GOUT ${fund}`);
        same(get(`T4.GTO.${fund}`), sum([`T4.GOUT.${fund}`, `T4.GE.${fund}`]), `GTO ${fund}`);
      }
      for (const field of ['GOUT', 'GE', 'GTO', ...FUNCTION_LINES.map(([code]) => `h.${code}`)]) {
        same(get(`T4.${field}.s`), sum(funds.map(fund => `T4.${field}.${fund}`)), field);
      }
      for (const fund of funds) same(get(`T4.GTO.${fund}`), sum([`T4.g.${fund}`, `T4.gb.${fund}`]), `fund ${fund}`);
      same(get('T5.total.sum'), get('T4.GOUT.1'), 'T5 = T4');
      for (const [code] of FUNCTION_LINES) same(get(`T4.h.${code}.1`), maybe(`T5.${code}.sum`), `h ${code}`);
      for (const [table, fund] of [
        ['T8', '2'],
        ['T9', '3'],
      ]) {
        same(get(`${table}.total.begin`), get(`T4.gb.${fund}`), `${table} begin`);
        same(get(`${table}.total.income`), get(`T4.g.${fund}`), `${table} income`);
        same(get(`${table}.total.sum`), get(`T4.GOUT.${fund}`), `${table} outlay`);
        same(get(`${table}.total.end`), get(`T4.GE.${fund}`), `${table} end`);
      }
      for (const code of codes('T5', 'sum')) expect(get(`T5.${code}.sum`).lte(get(`T3.${code}.d0`)), code).toBe(true);
    });

    it('splits basic spending by economic class, and the detail tables with it', () => {
      same(get('T6.total'), get('T5.total.basic'), 'T6 = T5');
      for (const group of ['301', '302', '303', '310'])
        same(get(`T6.${group}`), sum(ECONOMIC_CODES.filter(code => code.startsWith(group)).map(code => `T6.${code}`)), group);
      same(get('T6.staff'), sum(['T6.301', 'T6.303']), 'staff');
      same(get('T6.total'), sum(['T6.staff', 'T6.public']), 'total');
      for (const code of ['total', ...codes('D5', 'sum')]) {
        same(get(`D5.${code}.sum`), sum(ECONOMIC_CODES.map(economic => `D5.${code}.${economic}`)), `D5 ${code}`);
        same(get(`D5.${code}.sum`), get(`T5.${code}.sum`), `D5 = T5 ${code}`);
        same(maybe(`P5.${code}.sum`), get(`T5.${code}.project`), `P5 = T5 ${code}`);
      }
      for (const economic of ECONOMIC_CODES)
        same(maybe(`D5.total.${economic}`), get(`T6.${economic}`).plus(maybe(`P5.total.${economic}`)), economic);
    });

    it('keeps 三公, procurement, cars, people and projects consistent', () => {
      for (const side of ['budget', 'outcome']) {
        same(get(`T7.${side}.V`), sum([`T7.${side}.VP`, `T7.${side}.VR`]), 'V');
        same(get(`T7.${side}.S`), sum(['O', 'V', 'R'].map(key => `T7.${side}.${key}`)), 'S');
      }
      for (const key of ['S', 'O', 'V', 'VP', 'VR', 'R'])
        expect(get(`T7.outcome.${key}`).lte(get(`T7.budget.${key}`)), key).toBe(true);
      expect(get('T6.30217').lte(get('T7.outcome.R'))).toBe(true);
      expect(get('T6.30231').lte(get('T7.outcome.VR'))).toBe(true);
      expect(get('count.travellers').gte(get('count.groups'))).toBe(true);
      expect(get('T7.outcome.O').eq(0)).toBe(get('count.groups').eq(0));
      same(get('T7.outcome.R'), sum(['guests.home', 'guests.foreign']), 'R');
      same(get('guests.home'), sum(['guests.home.0', 'guests.home.1']), 'home');
      same(get('buy.total'), sum(['buy.goods', 'buy.works', 'buy.services']), 'procurement');
      expect(get('buy.small').lte(get('buy.total')) && get('buy.micro').lte(get('buy.small'))).toBe(true);
      same(get('count.cars'), sum([0, 1, 2, 3, 4].map(i => `count.cars.${i}`)), 'cars');
      expect(get('count.kept').lte(get('count.cars'))).toBe(true);
      same(get('count.staff'), sum([0, 1, 2, 3].map(i => `count.staff.${i}`)), 'staff');
      same(get('count.units'), sum([0, 1, 2].map(i => `count.units.${i}`)), 'units');
      same(get('count.evaluated'), sum(['excellent', 'good', 'fair', 'poor'].map(key => `count.${key}`)), 'evaluated');
      same(get('count.found'), sum(['count.mended', 'count.mending']), 'found');
      expect(get('own.running').lte(get('T6.public'))).toBe(true);
      year.projects.forEach((project, i) => {
        for (const side of ['initial', 'adjusted', 'outcome'])
          same(get(`project.${i}.${side}`), sum([0, 1, 2].map(j => `project.${i}.${side}.${j}`)), side);
        expect(project.indicators.reduce((a, b) => a + b.weight, 10)).toBe(100);
        same(
          get(`project.${i}.score`),
          project.indicators.reduce((a, b) => a.plus(b.score), get(`project.${i}.executed`)),
          'score',
        );
      });
      for (const side of ['initial', 'adjusted'])
        same(get(`budget.total.${side}`), sum(codes('budget', side, 7).map(code => `budget.${code}.${side}`)), side);
    });

    it('has no negative figure', () => {
      for (const [fact, value] of year.facts) expect(value.gte(0), fact).toBe(true);
    });
  });

  it('carries one year over to the next', () => {
    const [before, after] = [reader(accounts.previous), reader(accounts.current)];
    same(after.get('T1.B'), before.get('T1.E'), 'T1');
    same(after.get('T4.GB'), before.get('T4.GE.s'), 'T4');
    for (const table of ['T8', 'T9'])
      for (const code of ['total', ...after.codes(table, 'begin')])
        same(after.get(`${table}.${code}.begin`), before.get(`${table}.${code}.end`), `${table} ${code}`);
  });
});

describe('accounts', () => {
  it('reach forty items when large, and are exact in 万元 cents unless tails are asked for', () => {
    const items = (accounts: Accounts) => new Set(accounts.current.lines.map(line => line.code)).size;
    expect(items(makeAccounts(1, { size: 'large' }))).toBeGreaterThanOrEqual(40);
    expect(items(makeAccounts(1))).toBeLessThan(16);
    for (const value of makeAccounts(5).current.facts.values())
      expect(value.times(100).mod(1).toFixed(), String(value)).toBe('0');
    expect([...makeAccounts(5, { tails: true }).current.facts.values()].some(value => !value.times(100).mod(1).eq(0))).toBe(true);
  });
});

const STYLE_LIST = [
  ...Object.values(STYLES),
  ...Array.from({ length: 6 }, (_, i) => ({ ...mixedStyle(randomOf(i)), name: `mixed${i}` })),
];

describe('reports', () => {
  it.each(STYLE_LIST.map(style => [style.name, style] as const))(
    'in the style %s print every marked figure where they say',
    (_, style) => {
      const report = writeReport(makeAccounts(7), style);
      const { text, spots } = emitText(report, { bookmarks: true, indent: 'full', images: true });
      const lines = text.split('\n');
      expect(spots.length).toBe(marksOf(report).length);
      expect(spots.length).toBeGreaterThan(200);
      for (const { line, column, mark } of spots)
        expect(lines[line - 1]!.slice(column - 1, column - 1 + mark.printed.length)).toBe(mark.printed);
    },
  );

  it.each(STYLE_LIST.map(style => [style.name, style] as const))(
    'in the style %s leave no figure of the accounts unmarked',
    (_, style) => {
      const report = writeReport(makeAccounts(3), style);
      for (const block of report.blocks) {
        if (block.kind !== 'paragraph') continue;
        for (const piece of block.inline)
          if (!isMark(piece)) expect(piece, plain(block.inline)).not.toMatch(/\d+\.\d{2}|(?<!单价\d*)\d+万元(?!以上)/);
      }
    },
  );

  it('are the same for the same seed, and different for another seed or style', () => {
    const text = (seed: number, style: keyof typeof STYLES) => emitText(writeReport(makeAccounts(seed), STYLES[style])).text;
    expect(text(4, 'basin')).toBe(text(4, 'basin'));
    expect(text(4, 'basin')).not.toBe(text(5, 'basin'));
    const all = Object.keys(STYLES).map(style => text(4, style as keyof typeof STYLES));
    expect(new Set(all).size).toBe(all.length);
  });

  it('can carry the debris of extracted text', () => {
    const report = writeReport(makeAccounts(2), STYLES.basin);
    const { text } = emitText(report, { bom: true, crlf: true, bookmarks: true, indent: 'full' });
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toMatch(/\r\n\[bookmark: _Toc\d+\]一、/);
    expect(text).toContain('\r\n　　');
    expect(text.replace(/\r\n/g, '')).not.toContain('\n');
  });
});
