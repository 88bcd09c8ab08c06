import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { parseBaseline } from '../../src/config/baseline.ts';
import { globFits } from '../../src/config/glob.ts';
import { parseOwnRules } from '../../src/config/own-rules.ts';
import type { Input } from '../../src/model/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { savedAs } from '../formats/report.ts';
import { docx, grid, p, r } from '../readers/make/docx.ts';
import { xlsx } from '../readers/make/xlsx.ts';

/** Twice as much may take so many times as long, measured three times: linear, with the noise of a machine and the collector. */
const MOST = 3;
/** Milliseconds below which nothing can be measured. */
const FLOOR = 150;

const encode = (text: string) => new TextEncoder().encode(text);
const some = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const HEAD = '某局2023年度部门决算\n三、支出决算情况说明\n';
const wrongTotal = (i: number) =>
  `本年支出合计${100 + i}.00万元，其中：基本支出${50 + (i % 7)}.00万元，占${40 + (i % 9)}.11%；项目支出${30 + (i % 5)}.00万元，占${50 + (i % 3)}.22%。`;
const contradicting = (i: number) => `第${i}类支出${100 + i}.00万元，比上年增加${(i % 17) + 1}.00万元，下降${(i % 23) + 3}.50%`;

/** Narratives of n figures in which much is wrong: each kind once held the search for its cause, or the reading, for minutes. */
const NARRATIVES: Readonly<Record<string, (n: number) => string>> = {
  'totals in one paragraph': n => `${HEAD}${some(n, wrongTotal).join('')}\n`,
  'totals, a paragraph each': n => `${HEAD}${some(n, wrongTotal).join('\n')}\n`,
  'contradicting changes': n => `${HEAD}${some(n, contradicting).join('；')}。\n`,
  'shares that do not add up': n =>
    `${HEAD}本年收入合计1000.00万元，其中：${some(n, i => `第${i}项收入${(i % 37) + 1}.00万元，占${(i % 13) + 2}.31%`).join('；')}。\n`,
  'one fact told again': n => `${HEAD}${some(n, i => `2023年度一般公共预算财政拨款支出${100 + i}.00万元。`).join('\n')}\n`,
  'a line without an end': n => `${HEAD}${'一'.repeat(40 * n)}\n`,
};

const rows = (n: number): string[][] => [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ...some(n, i => [
    `${201 + (i % 30)}${String(10 + (i % 90))}`,
    `第${i}项`,
    `${100 + i}.00`,
    `${50 + (i % 7)}.00`,
    `${30 + (i % 5)}.00`,
  ]),
];
const TITLE = '支出决算表';
const book = (n: number) => xlsx([{ name: '支出', rows: [[TITLE], ...rows(n)] }]);
const htmlRows = (n: number) =>
  rows(n)
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('');

/** A table of n rows that do not add up, in the formats of readers of one kind each. */
const TABLES: Readonly<Record<string, (n: number) => Uint8Array>> = {
  'a.csv': n => encode([[TITLE], ...rows(n)].map(row => row.join(',')).join('\n')),
  'a.html': n => encode(`<p>${TITLE}</p><table>${htmlRows(n)}</table>`),
  'a.docx': n => docx(p(r(TITLE)) + grid(rows(n))),
  'a.xlsx': book,
  'a.xls': n => savedAs(book(n), 'biff8'),
  'a.xlsb': n => savedAs(book(n), 'xlsb'),
  'a.xml': n => savedAs(book(n), 'xlml'),
};

describe('twice as much takes about twice as long', () => {
  it.each(Object.entries(NARRATIVES))('%s', async (_, text) => {
    await grows([100, 200, 400], n => audited({ file: 'a.txt', bytes: encode(text(n)) }));
  });

  it.each(Object.entries(TABLES))('%s', async (file, bytes) => {
    await grows([250, 500, 1000], n => audited({ file, bytes: bytes(n) }));
  });

  it('patterns of files', async () => {
    const pattern = `${'*a'.repeat(20)}z`;
    await grows([2000, 4000, 8000, 16_000], async n => void globFits(pattern, 'a'.repeat(n)));
  });

  it('mistakes of a YAML file', async () => {
    const source = (n: number) => ({ file: 'audit.yaml', text: some(n, i => `  - key${i}: [`).join('\n') });
    await grows([500, 1000, 2000, 4000], async n => {
      for (const parse of [parseOwnRules, parseBaseline]) expect(() => parse(source(n))).toThrow();
    });
  });
});

async function audited(input: Input): Promise<void> {
  const found = await audit([input]);
  const options = { lang: 'zh', version: '0', width: 100, color: false, all: true, ledger: false, quiet: false } as const;
  const terminal = reporters.find(one => one.name === 'terminal')!;
  terminal.render([found], [], { ...options, bom: false, rules: [], equation: () => null });
}

/** Holds the processor's time at each size against that at half of it, from where there is something to measure. */
async function grows(sizes: readonly number[], run: (n: number) => Promise<void>): Promise<void> {
  await run(sizes[0]!);
  const times: number[] = [];
  for (const n of sizes) times.push(await least(() => run(n)));
  const ratios = times.slice(1).map((time, i) => time / Math.max(times[i]!, FLOOR));
  console.log(sizes.map((n, i) => `${n}: ${Math.round(times[i]!)} ms`).join(', '));
  expect(Math.max(...ratios)).toBeLessThan(MOST);
}

async function least(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}
