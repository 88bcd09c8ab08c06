import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** The built tool. AUDIT_BIN names another one, such as an installed package. */
const BIN = resolve(process.env.AUDIT_BIN ?? join(import.meta.dirname, '../../bin/audit.js'));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly input?: string | Buffer;
  /** A file descriptor to write to, instead of a pipe. */
  readonly stdout?: number;
}

const environment = ({ env }: RunOptions) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  COLUMNS: '100',
  ...env,
});

/** Runs the tool as a user would and gives back what it said and how it ended. */
export function audit(args: readonly string[], options: RunOptions = {}): Run {
  const { cwd, input = '', stdout: to = 'pipe' } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    cwd,
    input,
    stdio: ['pipe', to, 'pipe'],
    env: environment(options),
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout ?? '', err: stderr };
}

/** Runs the tool and closes its output after the first piece, as `| head` does. */
export function auditCutShort(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise(done => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: options.cwd, env: environment(options) });
    let out = '';
    let err = '';
    child.stdout.once('data', (piece: Buffer) => {
      out += piece.toString();
      child.stdout.destroy();
    });
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString();
    });
    child.on('close', code => done({ code, out, err }));
  });
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder with these files in it; gone after the tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A short report in which everything holds. */
export const GOOD = `某某市测试局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计均为120.00万元。与2022年度相比，收、支总计各增加20.00万元，增长20%。

二、支出决算情况说明
2023年度本年支出合计120.00万元，其中：基本支出70.00万元，占58.33%；项目支出50.00万元，占41.67%。
`;

/** The same with one figure changed: the sum of the parts no longer is the total. */
export const BAD = GOOD.replace('基本支出70.00万元', '基本支出76.00万元');
