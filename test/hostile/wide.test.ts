import process from 'node:process';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { read } from '../../src/readers/index.ts';
import { xlsx } from '../readers/make/xlsx.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What a call comes to, and how many seconds of the processor it takes. */
async function timed<T>(call: () => Promise<T>) {
  const start = process.cpuUsage();
  const result = await call();
  return { result, seconds: process.cpuUsage(start).user / 1e6 };
}

describe('a few kB that stand for very much', () => {
  const rows = [
    ['收入支出决算总表', ''],
    ['本年收入合计', 3],
    ['总计', 3],
  ];

  it('columns hidden again and again are hidden once', async () => {
    const cols = '<col min="2" max="16384" hidden="1"/><col min="900" max="1000" hidden="1"/><col min="x" hidden="1"/>'.repeat(
      3000,
    );
    const bytes = xlsx([{ name: '一', before: `<cols>${cols}</cols>`, rows }]);
    const { result, seconds } = await timed(() => read({ file: 'a.xlsx', bytes }));
    const told = result.notices.filter(one => one.code.startsWith('reader.hidden-columns'));
    expect(told.map(one => one.params?.which)).toEqual([['B']]);
    expect(seconds).toBeLessThan(3);
  });

  it('columns hidden in several ranges, in any order', async () => {
    const wide = [['收入支出决算总表'], ['本年收入合计', 1, 2, 3, 4, 5], ['总计', 1, 2, 3, 4, 5]];
    const cols =
      '<cols><col min="5" max="5" hidden="1"/><col min="2" max="3" hidden="1"/><col min="3" max="3" hidden="1"/></cols>';
    const { notices } = await read({ file: 'a.xlsx', bytes: xlsx([{ name: '一', before: cols, rows: wide }]) });
    expect(notices.find(one => one.code.startsWith('reader.hidden-columns'))?.params?.which).toEqual(['B', 'C', 'E']);
  });

  it.each(['Index', 'MergeAcross', 'MergeDown'])('a cell of an XML workbook beyond any sheet (%s) is damage', async name => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['收入支出决算总表'], ['总计', 3]]), '一');
    const xml = String(write(book, { type: 'string', bookType: 'xlml' }));
    expect((await read({ file: 'a.xls', bytes: bytesOf(xml) })).blocks).toHaveLength(1);
    const far = xml.replace(/<Cell /, `<Cell ss:${name}="4294967295" `);
    await expect(read({ file: 'a.xls', bytes: bytesOf(far) })).rejects.toMatchObject({ code: 'reader.damaged' });
  });

  it('a row of thousands of cells under heads costs what it holds', async () => {
    const cells = (text: (n: number) => string) => Array.from({ length: 2000 }, (_, n) => `<td>${text(n)}</td>`).join('');
    const html = `<p>某局2023年度部门决算</p><table><tr>${cells(n => `第${n}类`)}</tr><tr>${cells(n => `项${n}`)}</tr><tr>${cells(n => `${n}.25`)}</tr></table>`;
    expect((await timed(() => audit([{ file: 'a.html', bytes: bytesOf(html) }]))).seconds).toBeLessThan(5);
  });

  it('brackets that open and do not close, and brackets in brackets, end at the first that closes', async () => {
    const text = `收入支出（含（上年）结转）总计3.00万元。支出总计3.00万元${'（'.repeat(50_000)}`;
    const { figures } = await audit([{ file: 'a.txt', bytes: bytesOf(text) }]);
    expect(figures.map(one => one.printed)).toEqual(['3.00', '3.00']);
  });
});
