import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { BAD, folderWith, GOOD } from '../commands/run.ts';
import { writePdf } from '../readers/pdf/make/pdf.ts';
import { browserPath, drop, type File, kept, launch, type Opened, open } from './browser.ts';

const fixture = (path: string): File => ({
  name: path.replace(/^.*\//, ''),
  bytes: new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures', path))),
});
const text = (name: string, content: string): File => ({ name, bytes: new TextEncoder().encode(content) });
const printed = async ({ name, bytes }: File) => (await audit([{ file: name, bytes }])).figures.map(figure => figure.printed);

if (!browserPath) {
  console.warn(
    'No browser of the Chromium kind was found on the path (or in BROWSER_BIN): the tests of the drop page are skipped.',
  );
}

describe.skipIf(!browserPath)('the drop page, in a browser without a network', () => {
  let browser: Browser;
  let opened: Opened;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    opened = await open(browser);
  });
  afterEach(async () => {
    const { requests, errors, context } = opened;
    await context.close();
    // Nothing but the file itself, what it makes of itself, and what is handed over to be kept.
    expect(requests.filter(url => !/^(?:file:\/\/\/.*\.html|blob:|data:)/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });
  const told = () => opened.page.locator('.told').textContent();
  const state = () => opened.page.locator('.state').first().textContent();

  it('audits a Word file, lights up a problem, and hands over a marked copy', async () => {
    const report = fixture('formats/report.docx');
    await drop(opened, report);
    expect(await state()).toBe('要改 1 处');
    const problem = opened.page.locator('details.problem').first();
    await problem.locator('summary').click();
    expect(await problem.getAttribute('open')).toBe('');
    const wrong = opened.page.locator('mark.wrong.lit');
    expect(await wrong.count()).toBe(1);
    await expect
      .poll(() => wrong.evaluate(mark => mark.getBoundingClientRect().top < innerHeight && mark.getBoundingClientRect().top > 0))
      .toBe(true);
    const copy = await kept(opened, '标好的副本');
    expect(copy.name).toBe('report（核对）.docx');
    expect(await printed(copy)).toEqual(await printed(report));
    const comments = strFromU8(unzipSync(copy.bytes)['word/comments.xml']!);
    expect(comments).toContain(`请把 ${(await wrong.textContent())?.trim()} 改为`);
  });

  it('writes corrections as tracked changes where that is asked for', async () => {
    await drop(opened, fixture('formats/report.docx'));
    await opened.page.getByLabel('改正写成修订').check();
    const copy = await kept(opened, '标好的副本');
    expect(strFromU8(unzipSync(copy.bytes)['word/document.xml']!)).toMatch(/<w:del .*<w:ins /s);
  });

  it('audits a workbook, and puts a list in front of its copy', async () => {
    const tables = fixture('formats/tables.xlsx');
    await drop(opened, tables);
    expect(await opened.page.locator('article table').count()).toBeGreaterThan(3);
    const copy = await kept(opened, '标好的副本');
    expect(copy.name).toBe('tables（核对）.xlsx');
    expect(strFromU8(unzipSync(copy.bytes)['xl/workbook.xml']!)).toContain('改正清单');
    expect(await printed(copy)).toEqual(await printed(tables));
  });

  it('audits a PDF, and hands over a PDF with ticks', async () => {
    const report = fixture('readers/pdf/three-pages.pdf');
    await drop(opened, report);
    expect(await opened.page.locator('article mark').count()).toBeGreaterThan(20);
    await opened.page.getByLabel('相符的打勾').check();
    const copy = await kept(opened, '标好的副本');
    expect(copy.name).toBe('three-pages（核对）.pdf');
    expect(strFromU8(copy.bytes, true)).toContain('/Ink');
    expect(await printed(copy)).toEqual(await printed(report));
  });

  it('joins the files of one report, as a folder is read', async () => {
    await drop(opened, fixture('formats/report.docx'), fixture('formats/tables.xlsx'));
    expect(await opened.page.locator('h1').count()).toBe(1);
    expect(await opened.page.locator('header .meta').first().textContent()).toContain('report.docx + tables.xlsx');
    const copies = await kept(opened, '标好的副本');
    expect(copies.name).toBe('report（核对）.zip');
    expect(Object.keys(unzipSync(copies.bytes))).toEqual(['report（核对）.docx', 'tables（核对）.xlsx']);
  });

  it('compares two years', async () => {
    await drop(opened, fixture('2021.yaml'), fixture('2020.yaml'));
    await opened.page.getByRole('tab', { name: '两年比较' }).click();
    expect(await opened.page.locator('h1').textContent()).toMatch(/2020年 → 2021年$/);
    expect(await opened.page.locator('table.units mark.tied').count()).toBeGreaterThan(3);
    await opened.page.getByRole('tab', { name: '核对结果' }).click();
    expect(await opened.page.locator('table.units').count()).toBe(1);
  });

  it('compares two drafts', async () => {
    await drop(opened, text('初稿.txt', BAD), text('二稿.txt', GOOD));
    await opened.page.getByRole('tab', { name: '两稿比较' }).click();
    expect(await opened.page.locator('main').textContent()).toContain('70.00');
  });

  it('says which pages of a scan were not read, and takes the next file', async () => {
    await drop(opened, { name: '扫描.pdf', bytes: writePdf([{ pictures: [[0, 0, 595, 842]] }]) });
    expect(await told()).toContain('没有文字层');
    await drop(opened, text('好.txt', GOOD));
    expect(await state()).toBe('没有发现不符');
  });

  it('says that a file is empty, and audits the others', async () => {
    await drop(opened, { name: '空.docx', bytes: new Uint8Array() });
    expect(await told()).toMatch(/空\.docx.*空的/);
    await drop(opened, { name: '空.docx', bytes: new Uint8Array() }, text('错.txt', BAD));
    expect(await told()).toMatch(/空\.docx.*空的/);
    expect(await opened.page.locator('.unread').textContent()).toContain('空.docx');
    expect(await state()).toMatch(/^要改/);
  });

  it('hands over the list and the page, which needs nothing of the page it came from', async () => {
    await drop(opened, text('错.txt', BAD));
    const list = await kept(opened, '清单（csv）');
    expect(list.name).toBe('错（清单）.csv');
    expect([...list.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(list.bytes)).toContain('错.txt');
    const saved = await kept(opened, '存这个网页');
    const folder = folderWith({});
    writeFileSync(join(folder, 'saved.html'), saved.bytes);
    const again = await open(browser, join(folder, 'saved.html'));
    await again.page.locator('details.problem summary').first().click();
    expect(await again.page.locator('mark.lit').count()).toBeGreaterThan(0);
    // By its number or its id, a problem is a place of the page.
    const named = await again.page.locator('details.problem').first().getAttribute('id');
    for (const hash of ['#p1', `#${named}`, `#${named!.slice(2)}`]) {
      await again.page.goto(`file://${join(folder, 'saved.html')}?${hash.slice(1)}${hash}`);
      expect(await again.page.locator('details.problem').first().getAttribute('open'), hash).not.toBeNull();
    }
    expect(again.errors).toEqual([]);
    await again.context.close();
    await opened.page.bringToFront();
  });

  it('shows mark-up in a document and in a name as text', async () => {
    const evil = '<img src="https://example.org/x" onerror="document.title=1"><script>document.title=2</script>';
    await drop(
      opened,
      text(`${evil.replaceAll('/', '_')}.txt`, BAD.replace('测试局', `测试局${evil}`)),
      text('b.txt', GOOD.replace('测试局', '另一局')),
    );
    expect(await opened.page.locator('img, header script, article script').count()).toBe(0);
    expect(await opened.page.title()).not.toMatch(/^[12]$/);
  });

  it('cannot reach a network, whatever runs in it', async () => {
    const blocked = await opened.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective));
      await fetch('https://example.org/').catch(() => null);
      new Image().src = 'https://example.org/';
      await new Promise(done => setTimeout(done, 100));
      return seen;
    });
    expect(blocked.sort()).toEqual(['connect-src', 'img-src']);
    // That is what the policy is to say.
    expect(opened.errors.splice(0).join('\n')).toContain('Content Security Policy');
    opened.requests.splice(0);
  });

  it('stops when it is told to, and starts anew', async () => {
    const long = Array.from({ length: 400 }, (_, i) => GOOD.replaceAll('120.00', `${120 + i}.00`)).join('\n');
    await opened.page.setInputFiles('#files', [{ name: '长.txt', mimeType: 'text/plain', buffer: Buffer.from(long) }]);
    await opened.page.getByRole('button', { name: '停止' }).click();
    await drop(opened, text('好.txt', GOOD));
    expect(await state()).toBe('没有发现不符');
  });

  it('speaks English when it is asked to', async () => {
    await opened.page.getByRole('button', { name: 'English' }).click();
    expect(await opened.page.locator('.drop strong').textContent()).toBe('Drop reports here');
    await drop(opened, text('bad.txt', BAD));
    expect(await opened.page.getByRole('button', { name: 'Marked copy' }).count()).toBe(1);
  });

  it.each([
    [1280, 'light'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('fits %i pixels, %s', async (width, colorScheme) => {
    await opened.page.setViewportSize({ width, height: 844 });
    await opened.page.emulateMedia({ colorScheme });
    const overflow = () =>
      opened.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await drop(opened, fixture('formats/report.docx'));
    expect(await overflow()).toBe(0);
    // A number stands on one line.
    const broken = await opened.page.evaluate(
      () => [...document.querySelectorAll('td.n mark')].filter(mark => mark.getClientRects().length > 1).length,
    );
    expect(broken).toBe(0);
  });
});
