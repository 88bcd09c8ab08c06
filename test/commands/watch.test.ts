import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BAD, folderWith, GOOD } from './run.ts';

const BIN = resolve(process.env.AUDIT_BIN ?? join(import.meta.dirname, '../../bin/audit.js'));
const LONG = 30_000;

/** The tool while it stays open: what it says is waited for. */
class Watching {
  out = '';
  private read = 0;
  private readonly child;
  private readonly ended: Promise<number | null>;
  constructor(cwd: string, ...args: string[]) {
    this.child = spawn(process.execPath, [BIN, 'watch', ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '120' },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (piece: Buffer) => (this.out += piece));
    this.ended = new Promise(done => this.child.on('close', done));
  }
  /** What was said since the last time, up to and with a line that fits. */
  async until(pattern: RegExp): Promise<string> {
    const deadline = Date.now() + LONG;
    for (;;) {
      const since = this.out.slice(this.read);
      const match = pattern.exec(since);
      const end = match ? since.indexOf('\n', match.index) : -1;
      if (match && end >= 0) {
        this.read += end + 1;
        return since.slice(0, end);
      }
      if (Date.now() > deadline) throw new Error(`waited for ${pattern}, but it said: ${since}`);
      await new Promise(done => setTimeout(done, 20));
    }
  }
  /** Whether it has said anything within some time. */
  async quietFor(time: number): Promise<boolean> {
    await new Promise(done => setTimeout(done, time));
    return this.out.length === this.read;
  }
  get pid(): number {
    return this.child.pid!;
  }
  async end(): Promise<number | null> {
    this.child.kill('SIGINT');
    return this.ended;
  }
}

const open: Watching[] = [];
function watch(cwd: string, ...args: string[]): Watching {
  const one = new Watching(cwd, ...args);
  open.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.end()));
});

/** Word and WPS: a lock file, the new content in a file beside it, the old one moved away, the new one moved in. */
function saveAsWord(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, `~$${name.slice(2)}`), 'user');
  writeFileSync(join(folder, '~WRD0001.tmp'), text);
  renameSync(join(folder, name), join(folder, '~WRL0002.tmp'));
  renameSync(join(folder, '~WRD0001.tmp'), join(folder, name));
  rmSync(join(folder, '~WRL0002.tmp'));
  rmSync(join(folder, `~$${name.slice(2)}`));
}

/** WPS: the new content in a file beside it, moved over the old one. */
function saveAsWps(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, `.~${name}`), text);
  renameSync(join(folder, `.~${name}`), join(folder, name));
}

/** LibreOffice: a lock file, and the content written over the old one, piece by piece. */
async function saveAsLibreOffice(folder: string, name: string, text: string): Promise<void> {
  const lock = join(folder, `.~lock.${name}#`);
  writeFileSync(lock, ',user,');
  const file = openSync(join(folder, name), 'w');
  const half = Math.floor(text.length / 2);
  writeSync(file, text.slice(0, half));
  await new Promise(done => setTimeout(done, 60));
  writeSync(file, text.slice(half));
  closeSync(file);
  rmSync(lock);
}
const WAYS = [saveAsWord, saveAsWps, saveAsLibreOffice];

it('tells what is mended and what is new, and nothing else', async () => {
  const folder = folderWith({ '决算.txt': BAD });
  const tool = watch(folder, '决算.txt');
  expect(await tool.until(/在等 决算\.txt 保存/)).toContain('要改');
  saveAsWord(folder, '决算.txt', GOOD);
  const mended = await tool.until(/没有要改的了/);
  expect(mended).toMatch(/^\d\d:\d\d:\d\d 决算\.txt：已改对 1/);
  expect(await tool.until(/已改对 {2}/)).toContain('76.00 → 70.00');
  saveAsWps(folder, '决算.txt', GOOD.replace('20.00万元，增长20%', '20.00万元，增长30%'));
  expect(await tool.until(/新出现 1/)).toContain('还有 1 处');
  await tool.until(/新出现 {2}/);
  await saveAsLibreOffice(folder, '决算.txt', GOOD.replace('20.00万元，增长20%', '20.00万元，增长35%'));
  await tool.until(/改了仍不对 1/);
  await tool.until(/还不对 {2}/);
  expect(await tool.quietFor(800)).toBe(true);
  expect(await tool.end()).toBe(0);
});

it('keeps the page up to date, in the folder that is watched as well', async () => {
  const folder = folderWith({ '报告/决算.txt': BAD, '报告/预算.txt': GOOD });
  const page = join(folder, '报告', '核对.html');
  const tool = watch(folder, '报告', '--separate', '--format', 'html', '--output', '报告/核对.html');
  await tool.until(/在等/);
  const before = readFileSync(page, 'utf8');
  saveAsWord(join(folder, '报告'), '决算.txt', GOOD);
  await tool.until(/没有要改的了/);
  await tool.until(/已改对 {2}/);
  expect(await tool.quietFor(800)).toBe(true);
  expect(readFileSync(page, 'utf8')).not.toBe(before);
  // A report that comes and one that goes.
  writeFileSync(join(folder, '报告', '新来.txt'), BAD);
  expect(await tool.until(/新来\.txt：已改对 0 · 新出现 1/)).not.toContain('决算');
  rmSync(join(folder, '报告', '新来.txt'));
  await tool.until(/新来\.txt：文件不在了/);
});

it('waits for a file that is not whole, and says so where it stays that way', async () => {
  const folder = folderWith({ '决算.txt': BAD });
  const tool = watch(folder, '决算.txt');
  await tool.until(/在等/);
  const file = openSync(join(folder, '决算.txt'), 'w');
  await new Promise(done => setTimeout(done, 700));
  writeSync(file, GOOD);
  closeSync(file);
  expect(await tool.until(/决算\.txt/)).toContain('没有要改的了');
  await tool.until(/已改对 {2}/);
  writeFileSync(join(folder, '决算.txt'), '%PDF-1.7\n这不是 PDF\n');
  expect(await tool.until(/无法审核 决算\.txt/)).toMatch(/\d\d:\d\d:\d\d/);
  writeFileSync(join(folder, '决算.txt'), BAD);
  await tool.until(/新出现 1/);
});

it('a format for the screen is refused, and a report that is not there', async () => {
  const folder = folderWith({ '决算.txt': BAD });
  await watch(folder, '决算.txt', '--format', 'json').until(/屏幕上只说变了什么，不能是 json/);
  await watch(folder, '没有.txt').until(/没有/);
  await watch(folder, '决算.txt', '--format', 'html', '--output', '决算.txt').until(/决算/);
  expect(readFileSync(join(folder, '决算.txt'), 'utf8')).toBe(BAD);
});

/** AUDIT_SAVES=100 makes it the hundred; what every run can afford is a few dozen. */
const SAVES = Number(process.env.AUDIT_SAVES ?? 30);
describe(`${SAVES} saves as Word, WPS and LibreOffice save`, () => {
  it(
    'none is missed, and nothing is left behind',
    async () => {
      const folder = folderWith({ '决算.txt': GOOD });
      const tool = watch(folder, '决算.txt');
      await tool.until(/在等/);
      const handles = () => (existsSync(`/proc/${tool.pid}/fd`) ? readdirSync(`/proc/${tool.pid}/fd`).length : 0);
      let first = 0;
      for (let i = 0; i < SAVES; i++) {
        await WAYS[i % WAYS.length]!(folder, '决算.txt', i % 2 === 0 ? BAD : GOOD);
        await tool.until(i % 2 === 0 ? /新出现 1 / : /已改对 1，没有要改的了/);
        if (i === 2) first = handles();
      }
      expect(handles()).toBeLessThanOrEqual(first + 1);
      expect(readdirSync(folder)).toEqual(['决算.txt']);
    },
    SAVES * 5000,
  );
});
