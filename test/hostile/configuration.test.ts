import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, folderWith } from '../commands/run.ts';

const REPORT = '清江县文化馆2023年度部门决算\n2023年度本年支出合计3.00万元，其中：基本支出1.00万元，项目支出1.00万元。\n';
/** «说明» and «决算报告» in the Chinese code page of Windows. */
const GBK = { 说明: [0xcb, 0xb5, 0xc3, 0xf7], 决算报告: [0xbe, 0xf6, 0xcb, 0xe3, 0xb1, 0xa8, 0xb8, 0xe6] };
const posix = process.platform !== 'win32';

describe('audit.yaml', () => {
  const folder = () => folderWith({ 'r.txt': REPORT });

  it.runIf(posix)('that is a broken link, a folder or a device is told with its name, and stops the run', () => {
    const cwd = folder();
    symlinkSync('nowhere', join(cwd, 'audit.yaml'));
    const dangling = audit(['check', 'r.txt'], { cwd });
    expect([dangling.code, dangling.err]).toEqual([2, expect.stringMatching(/audit\.yaml.*失效的链接/)]);
    rmSync(join(cwd, 'audit.yaml'));
    mkdirSync(join(cwd, 'audit.yaml'));
    const inside = audit(['check', 'r.txt'], { cwd });
    expect([inside.code, inside.err]).toEqual([2, expect.stringMatching(/audit\.yaml.*文件夹或设备/)]);
    rmSync(join(cwd, 'audit.yaml'), { recursive: true });
    const device = audit(['check', '--config', '/dev/zero', 'r.txt'], { cwd });
    expect([device.code, device.err]).toEqual([2, expect.stringMatching(/\/dev\/zero.*文件夹或设备/)]);
  });

  it('in the code page of Windows, or in UTF-16, is read as what it says', () => {
    const cwd = folder();
    const text = 'suppress:\n  - rule: SUM-001\n    file: 没有这个*.txt\n    reason: 说明\n';
    for (const bytes of [
      Buffer.concat([
        Buffer.from('suppress:\n  - rule: SUM-001\n    reason: '),
        Buffer.from(GBK.说明),
        Buffer.from('\n    file: no.txt\n'),
      ]),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      writeFileSync(join(cwd, 'audit.yaml'), bytes);
      expect(audit(['check', 'r.txt'], { cwd }).err).toMatch(/没有用上.*SUM-001.*（理由：说明）/);
    }
  });

  it('with an unquoted pattern says so, with line and column', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'audit.yaml'), 'suppress:\n  - rule: SUM-001\n    reason: x\n    file: *.docx\n');
    expect(audit(['check', 'r.txt'], { cwd }).err).toMatch(/audit\.yaml.*第 4 行第 11 字.*\*\.docx.*请加引号/);
  });

  it('with thousands of mistakes tells twenty, and how many more', () => {
    const cwd = folder();
    const wrong = Array.from({ length: 500 }, (_, i) => `  K${i}: note`).join('\n');
    writeFileSync(join(cwd, 'audit.yaml'), `severity:\n${wrong}\n`);
    const { err, code } = audit(['check', 'r.txt'], { cwd });
    expect(code).toBe(2);
    expect(err.match(/第 \d+ 行/g)).toHaveLength(20);
    expect(err).toContain('480');
  });

  it('that skips a group gives way to a rule of it that a switch asks for', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'audit.yaml'), 'skip: [SUM, PCT, TIE, YOY]\n');
    const counted = (args: readonly string[]) => audit(['check', 'r.txt', ...args], { cwd }).out;
    expect(counted(['--rule', 'SUM-001'])).toContain('SUM-001');
    expect(counted([])).not.toContain('SUM-001');
  });
});

describe('a switch that names rules', () => {
  const cwd = folderWith({ 'r.txt': REPORT });
  it('takes a group as audit.yaml does, small letters too', () => {
    expect(audit(['check', 'r.txt'], { cwd }).out).toContain('SUM-001');
    for (const group of ['SUM', 'sum']) expect(audit(['check', 'r.txt', '--skip', group], { cwd }).out).not.toContain('SUM-001');
    expect(audit(['check', 'r.txt', '--rule', 'SUM'], { cwd }).out).toContain('SUM-001');
    expect(audit(['check', 'r.txt', '--rule', 'YOY'], { cwd }).out).not.toContain('SUM-001');
  });
  it('says what is near to a group that there is not', () => {
    expect(audit(['check', 'r.txt', '--skip', 'SUX'], { cwd }).err).toContain('SUM');
  });
});

describe('the last day of a suppression', () => {
  it('is judged by the day where the tool runs', () => {
    const now = new Date();
    const cwd = folderWith({ 'r.txt': REPORT });
    // East and west of everybody: between them it is never the same day.
    for (const zone of ['Etc/GMT-14', 'Etc/GMT+12']) {
      const local = now.toLocaleDateString('sv-SE', { timeZone: zone });
      const before = new Date(Date.parse(local) - 86_400_000).toISOString().slice(0, 10);
      const until = (day: string) => {
        writeFileSync(join(cwd, 'audit.yaml'), `suppress:\n  - {rule: SUM-001, reason: x, until: ${day}}\n`);
        return audit(['check', 'r.txt'], { cwd, env: { TZ: zone } }).code;
      };
      expect([zone, until(local), until(before)]).toEqual([zone, 0, 1]);
    }
  });
});

describe.runIf(posix)('a file name in the code page of Windows', () => {
  const named = () => {
    const cwd = folderWith({ 'r.txt': REPORT });
    const name = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(GBK.决算报告), Buffer.from('.txt')]);
    rmSync(join(cwd, 'r.txt'));
    writeFileSync(name, REPORT);
    return cwd;
  };

  it('is read from its folder, and shown as what it is', () => {
    const { code, out } = audit(['check', '.'], { cwd: named() });
    expect([code, out]).toEqual([1, expect.stringContaining('决算报告.txt')]);
  });

  it('is read by its name, from here, from above and from the root', () => {
    const cwd = named();
    const bin = join(import.meta.dirname, '../../bin/audit.js');
    for (const folder of ['', './', `${cwd}/`]) {
      // A shell hands the bytes on as they are.
      const script = `exec ${process.execPath} ${bin} check ${folder}$(printf '\\276\\366\\313\\343\\261\\250\\270\\346').txt`;
      const { status, stdout } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
      expect([status, stdout]).toEqual([1, expect.stringContaining('决算报告.txt')]);
    }
  });
});
