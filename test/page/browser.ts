import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';

/** Names under which systems know a browser of the Chromium kind. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];

/** A browser that can be driven: the one BROWSER_BIN names, else the first on the path; undefined where there is none. */
export const browserPath = process.env.BROWSER_BIN ?? programOf(NAMES);

/** The first program on the path that has one of the names. */
export function programOf(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The built page, as a user opens it. */
export const PAGE = resolve(import.meta.dirname, '../../dist/audit.html');

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The page in a browser without a network, watched: what it asks for, what its policy forbids, what breaks. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: string[];
  readonly errors: string[];
}

export async function launch(): Promise<Browser> {
  if (!existsSync(PAGE)) throw new Error(`${PAGE} is not built: npm run build`);
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] });
}

export async function open(browser: Browser, file = PAGE): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const opened: Opened = { page, context, requests: [], errors: [] };
  context.on('request', request => opened.requests.push(request.url()));
  page.on('pageerror', error => opened.errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') opened.errors.push(message.text());
  });
  await context.setOffline(true);
  await page.goto(`file://${file}`);
  return opened;
}

/** Drops files onto the page, as a person does, and waits until something has come of it. */
export async function drop({ page }: Opened, ...files: readonly File[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle(list => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, given);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.waitForFunction(() => document.querySelector('body.result, body.start .told'), null, { timeout: 60_000 });
}

/** What a click on a button hands over to be kept. */
export async function kept({ page }: Opened, button: string): Promise<File> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
