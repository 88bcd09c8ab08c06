import { describe, expect, it } from 'vitest';
import { Big } from '../../src/model/index.ts';
import { ECONOMIC_CODES, FUNCTION_LINES } from './accounts/names.ts';
import { type Accounts, makeAccounts, type Year } from './accounts.ts';
import { emitText } from './emit/text.ts';
import { mutations, SLIPS } from './mutate.ts';
import { writeReport } from './narrative/index.ts';
import { mixedStyle } from './narrative/style.ts';
import { STYLES } from './narrative/styles.ts';
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
      for (const [rounds, guests] of [
        ['rounds', 'guests'],
        ['foreignRounds', 'foreignGuests'],
      ])
        expect(get(`count.${guests}`).gte(get(`count.${rounds}`))).toBe(true);
      expect(get('T7.outcome.O').eq(0)).toBe(get('count.groups').eq(0));
      same(get('T7.outcome.R'), sum(['guests.home', 'guests.foreign']), 'R');
      same(get('guests.home'), sum(['guests.home.0', 'guests.home.1']), 'home');
      same(get('buy.total'), sum(['buy.goods', 'buy.works', 'buy.services']), 'procurement');
      for (const kind of ['goods', 'works', 'services'])
        expect(get(`buy.small.${kind}`).lte(get(`buy.${kind}`)), kind).toBe(true);
      expect(get('evaluated.outcome').lte(get('T5.total.project'))).toBe(true);
      expect(get('buy.small').lte(get('buy.total')) && get('buy.micro').lte(get('buy.small'))).toBe(true);
      same(get('count.cars'), sum([0, 1, 2, 3, 4].map(i => `count.cars.${i}`)), 'cars');
      expect(get('count.kept').lte(get('count.cars'))).toBe(true);
      same(get('count.staff'), sum([0, 1, 2, 3].map(i => `count.staff.${i}`)), 'staff');
      same(get('count.units'), sum([0, 1, 2].map(i => `count.units.${i}`)), 'units');
      same(get('count.evaluated'), sum(['excellent', 'good', 'fair', 'poor'].map(key => `count.${key}`)), 'evaluated');
      expect(get('count.evaluated').toNumber()).toBe(year.projects.length);
      for (const side of ['budget', 'outcome']) {
        same(get(`whole.${side}`), sum(['d1', 'd2', 'rest'].map(use => `whole.${side}.${use}`)), `whole ${side}`);
        same(get(`whole.${side}`), sum([`whole.${side}.fiscal`, `whole.${side}.other`]), `whole ${side}`);
      }
      same(get('whole.outcome'), get('T3.total.d0'), 'whole = T3');
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
      expect(spots.length).toBeGreaterThan(100);
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

/** What a wording, a number or a layout must look like somewhere in a hundred reports: nothing of the list may be out of reach. */
const REACHABLE: readonly (readonly [string, RegExp])[] = [
  ['收、支总计', /收、支总计\d/],
  ['均为', /收、支总计均为/],
  ['收入支出总计', /收入支出总计/],
  ['two totals in two sentences', /收入总计[\d,.]+[^。]*。(?:[^。]*。)?支出总计/],
  ['two values for a joint label', /收入总计、支出总计分别为/],
  ['与上年相比', /与\d{4}年相比，/],
  ['较上年', /较上年(?:增加|减少)/],
  ['比上年决算数', /比上年决算数/],
  ['同比', /同比(?:增加|减少)/],
  ['previous value', /较上年[\d,. ]+万 ?元?(?:各)?(?:增加|减少)/],
  ['持平', /持平/],
  ['基本持平', /基本持平/],
  ['无增减变化', /无增减变化/],
  ['倍', /增长[\d.]+倍/],
  ['百分点', /个百分点/],
  ['base flips to the budget', /比年初预算(?:增加|减少)/],
  ['占', /，占[\d.]+%/],
  ['占本年收入合计的', /占本年收入合计的/],
  ['主要用于以下方面', /主要用于以下方面：/],
  ['quoted names', /“[^”]+支出”（类）/],
  ['codes in brackets', /（2\d\d类）/],
  ['items joined by ；', /（项）：支出决算为[^；。]*；[^；。]*（项）：/],
  ['amount first', /（项）[：。]?支出[\d.,]+ ?万?元，(?:年初|全年)预算/],
  ['both budgets', /年初预算[\d.,]+ ?万?元，全年预算[\d.,]+ ?万?元/],
  ['budget of zero', /年初预算为?0(?:\.00)? ?万?元/],
  ['完成预算', /完成预算\d/],
  ['完成年初预算的', /完成年初预算的/],
  ['为年初预算的', /为年初预算的/],
  ['完成全年预算数的', /完成全年预算数的/],
  ['预算执行率', /预算执行率为/],
  ['大于', /决算数大于预算数/],
  ['小于', /决算数小于预算数/],
  ['等于', /决算数等于预算数/],
  ['与预算数持平', /，与预算数持平/],
  ['决算数同预算数持平', /决算数同预算数持平/],
  ['使用上年结转经费', /使用上年结转经费/],
  ['年初结转', /年初结转和结余[\d.]/],
  ['年末结转', /年末结转和结余[\d.]/],
  ['团组', /团组\d+ ?个/],
  ['批次', /\d+ ?批次/],
  ['具体内容包括', /具体内容包括：/],
  ['货物、工程、服务', /货物支出[^。]*工程支出[^。]*服务支出/],
  ['中小 and 小微', /中小企业合同金额[^。]*其中：授予小微/],
  ['预留', /预留份额面向中小企业/],
  ['无…', /无[^。]*财政拨款收入和支出/],
  ['未安排', /未安排[^。]*财政拨款/],
  ['0万元', /财政拨款支出0(?:\.00)? ?万元/],
  ['a blank', /财政拨款支出 {2}万元/],
  ['separators', /\d,\d{3}\.\d/],
  ['full width', /[０-９]．[０-９]/],
  ['blank in a number', /\d \d+(?:\.\d+)?万/],
  ['blank before the unit', /\d 万元/],
  ['blank in the unit', /\d ?万 元/],
  ['0 元', /\D0 ?元/],
  ['万', /\d ?万[，。；、]/],
  ['three and more decimals', /\d\.\d{4} ?万/],
  ['minus', /增减额为-/],
  ['brackets', /增减额为（\d/],
  ['元', /\d\.\d{2} ?元/],
  ['亿元', /\d ?亿 ?元/],
  ['document numbers', /〔20\d\d〕\d+号/],
  ['thresholds', /单价50万元以上/],
  ['an item that ends in a full stop', /（项）。年初预算/],
  ['half-width punctuation', /其中:/],
  ['a table of contents', /总体情况说明……+\d+\n/],
  ['shares of what is not told', /货物采购授予中小企业合同金额占货物支出金额的/],
  ['占…项目支出总额的', /占一般公共预算项目支出总额的[\d.]+%/],
  ['dashes in tables', /\t[-—/]\n/],
];

describe('the styles together', () => {
  const texts = [
    ...Object.values(STYLES).flatMap((style, i) => [1, 2, 3].map(seed => writeReport(makeAccounts(seed * 10 + i), style, seed))),
    ...Array.from({ length: 90 }, (_, i) =>
      writeReport(
        makeAccounts(`m${i}`, { tails: i % 2 === 0, size: i % 9 === 0 ? 'large' : 'small' }),
        mixedStyle(randomOf(`style${i}`)),
        i,
      ),
    ),
  ].map(report => emitText(report).text);
  it.each(REACHABLE)('reach %s', (_, pattern) => expect(texts.some(text => pattern.test(text))).toBe(true));

  it('are broken, numbered and spaced on request, and no figure is lost by it', () => {
    const report = writeReport(makeAccounts(6), STYLES.national);
    const { text, spots } = emitText(report, { wrap: 34, pages: 20, blanks: randomOf('blanks') });
    const lines = text.split('\n');
    expect(lines.some(line => /^- \d+ -$/.test(line))).toBe(true);
    expect(text).toMatch(/[一-龥] [一-龥]/);
    for (const { line, column, mark } of spots)
      expect(lines[line - 1]!.slice(column - 1, column - 1 + mark.printed.length)).toBe(mark.printed);
  });

  it('can have a table row in one line, as many cells in each', () => {
    const report = writeReport(makeAccounts(6), STYLES.delta);
    const { text, spots } = emitText(report, { tables: 'rows' });
    const lines = text.split('\n');
    for (const { line, column, mark } of spots)
      expect(lines[line - 1]!.slice(column - 1, column - 1 + mark.printed.length)).toBe(mark.printed);
    const at = lines.findIndex(line => line.startsWith('收入\t\t支出'));
    expect(lines.slice(at, at + 30).every(line => line.split('\t').length === 4)).toBe(true);
  });

  it('can leave units out and double the per cent sign', () => {
    const style = { ...STYLES.delta, numbers: { ...STYLES.delta.numbers, sloppy: 0.2 } };
    const { text } = emitText(writeReport(makeAccounts(6), style));
    expect(text).toMatch(/\d%%/);
    expect(text).toMatch(/\d+\.\d{2}[，。；]/);
  });
});

describe('mutations', () => {
  const accounts = makeAccounts(11);
  const report = writeReport(accounts, STYLES.delta);
  const marks = marksOf(report);
  it.each(SLIPS)('of the kind %s change just what they say', kind => {
    const random = randomOf(kind);
    const found = mutations(report, accounts, random, 5, [kind]);
    expect(found.length).toBeGreaterThan(0);
    for (const { report: changed, index, from, to, other } of found) {
      const after = marksOf(changed);
      expect(marks[index]!.printed).toBe(from);
      expect(after[index]!.printed).toBe(to);
      expect(to).not.toBe(from);
      const moved = after.flatMap((mark, i) => (mark.printed === marks[i]!.printed ? [] : [i]));
      expect(moved).toEqual(other === undefined ? [index] : [index, other]);
    }
  });

  it('keep separators and widths', () => {
    for (const name of ['lake', 'wide'] as const) {
      const dressed = writeReport(accounts, STYLES[name]);
      for (const { from, to } of mutations(dressed, accounts, randomOf(name), 30, ['digit', 'swap', 'stale'])) {
        expect(/[０-９]/.test(to)).toBe(/[０-９]/.test(from));
        expect(/,/.test(from) && to.replace(/\D/g, '').length > 5 ? /,/.test(to) : true, `${from} ${to}`).toBe(true);
      }
    }
  });
});
