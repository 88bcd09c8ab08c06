import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { outputSchemas } from '../../src/reporters/schema/index.ts';
import { audit, auditCutShort, BAD, folderWith, GOOD } from './run.ts';

const folder = folderWith({
  '好.txt': GOOD,
  '坏.txt': BAD,
  '空.txt': '',
  '无数字.txt': '这里只有文字，没有任何收支数字。\n',
  '数据.yaml': '年度: 2023\n单位: 某局\n支处: 3\n',
});
const check = (...args: string[]) => audit(['check', ...args], { cwd: folder });

describe('exit codes', () => {
  it('0 when everything holds', () => expect(check('好.txt')).toMatchObject({ code: 0, err: '' }));
  it('1 when something does not', () => expect(check('坏.txt')).toMatchObject({ code: 1, err: '' }));
  it('2 when a file cannot be audited, and the others still are', () => {
    const { code, out, err } = check('空.txt', '坏.txt', '好.txt');
    expect(code).toBe(2);
    expect(err).toContain('无法审核 空.txt：');
    expect(out).toContain('坏.txt');
    expect(out).toContain('合计 2 份报告，另有 1 个无法审核');
  });
  it('--fail-on never lets findings pass, but not files that cannot be audited', () => {
    expect(check('坏.txt', '--fail-on', 'never').code).toBe(0);
    expect(check('空.txt', '--fail-on', 'never').code).toBe(2);
  });
  it('a report without any figure is not a pass', () => {
    const { code, err } = check('无数字.txt');
    expect(code).toBe(2);
    expect(err).toContain('没有找到任何收支数字');
  });
});

describe('output', () => {
  it('shows equation, place, marked figure and the four counts', () => {
    const { out } = check('坏.txt');
    expect(out).toMatch(/^错误 1 {2}/m);
    expect(out).toContain('76.00 + 50.00 = 126.00 ≠ 120.00');
    expect(out).toMatch(/（第 9 行）/);
    expect(out).toMatch(/【(?:76|120)\.00】/);
    expect(out).toMatch(/相符 \d+ · 四舍五入可解释 \d+ · 不符 [1-9]\d* · 未核对 \d+/);
  });
  it('json fits the shipped schema, all of it', () => {
    const { out } = check('坏.txt', '好.txt', '空.txt', '--format', 'json', '--all');
    const data = JSON.parse(out);
    const validate = new Ajv({ allErrors: true, strict: false }).compile(outputSchemas.check as object);
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data.reports.map((report: { file: string }) => report.file)).toEqual(['坏.txt', '好.txt']);
    expect(data.problems).toHaveLength(1);
  });
  it('json is the same from one run to the next', () => {
    expect(check('坏.txt', '--format', 'json').out).toBe(check('坏.txt', '--format', 'json').out);
  });
  it('goes to files in several formats at once', () => {
    const { code, out } = check('坏.txt', '--format', 'json', '--output', '出.json', '--format', 'terminal');
    expect(code).toBe(1);
    expect(out).toContain('不符');
    expect(JSON.parse(readFileSync(join(folder, '出.json'), 'utf8')).reports).toHaveLength(1);
  });
  it('refuses two formats on one screen', () => {
    expect(check('坏.txt', '--format', 'json', '--format', 'terminal')).toMatchObject({ code: 2, out: '' });
  });
  it('says when it cannot be written', () => {
    const { code, err } = check('好.txt', '--output', '没有/出.txt');
    expect(code).toBe(2);
    expect(err).toContain('无法写入 没有/出.txt：');
  });
  it('--quiet prints nothing for a clean report', () => {
    expect(check('好.txt', '--quiet')).toMatchObject({ code: 0, out: '', err: '' });
    expect(check('坏.txt', '--quiet').out).toContain('错误');
  });
  it('--all lists what holds as well', () => {
    const { out } = check('好.txt', '--all');
    expect(out).toContain('70.00 + 50.00 = 120.00');
    expect(out).toMatch(/^ {2}相符 /m);
  });
  it('speaks English', () => {
    const { out } = check('坏.txt', '--lang', 'en');
    expect(out).toMatch(/^error 1 {2}/m);
    expect(out).toContain('Coverage');
  });
  it('has colour only where it is wanted', () => {
    const run = (env: Record<string, string>) => audit(['check', '坏.txt'], { cwd: folder, env }).out;
    expect(run({})).not.toContain('\u001b');
    expect(run({ FORCE_COLOR: '1' })).toContain('\u001b[');
    expect(run({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b');
    expect(run({ FORCE_COLOR: '0' })).not.toContain('\u001b');
  });
  it('arrives whole when it is large, and a reader that closes early is no error', async () => {
    const names = Array.from({ length: 120 }, (_, i) => `${i}.txt`);
    const many = folderWith(Object.fromEntries(names.map(name => [name, BAD])));
    const whole = audit(['check', ...names, '--format', 'json', '--all'], { cwd: many });
    expect(whole.out.length).toBeGreaterThan(500_000);
    expect(JSON.parse(whole.out).reports).toHaveLength(120);
    const cut = await auditCutShort(['check', ...names, '--format', 'json', '--all'], { cwd: many });
    expect(cut).toMatchObject({ code: 1, err: '' });
  });
});

describe('mistakes in a file', () => {
  it('are told with place, line and a guess', () => {
    const { code, err } = check('数据.yaml');
    expect(code).toBe(2);
    expect(err).toContain('第 3 行第 1 字');
    expect(err).toContain('支处: 3');
    expect(err).toContain('是不是“支出”');
  });
});

describe('paths', () => {
  const tree = folderWith({
    '2023/说明 一.txt': GOOD,
    '2023/10.txt': GOOD,
    '2023/9.txt': GOOD,
    '2023/~$说明 一.docx': 'x',
    '2023/.DS_Store': 'x',
    '2023/照片.png': 'x',
    '2023/下级/报告.txt': BAD,
    '空的/说明.md': 'x',
    [`${'很长的文件夹名/'.repeat(8)}报告.txt`]: GOOD,
  });
  const files = (...args: string[]) => {
    const { out } = audit(['check', ...args, '--format', 'json'], { cwd: tree });
    return JSON.parse(out).reports.map((report: { file: string }) => report.file.replaceAll('\\', '/'));
  };

  it('a folder stands for every report in it, in the order a person would list them', () => {
    expect(files('2023', '--separate')).toEqual(['2023/9.txt', '2023/10.txt', '2023/下级/报告.txt', '2023/说明 一.txt']);
  });
  it('what is skipped is said', () => {
    const { err } = audit(['check', '2023'], { cwd: tree });
    expect(err).toContain('~$说明 一.docx');
    expect(err).toContain('.DS_Store');
    expect(err).toContain('照片.png');
  });
  it('a copy is audited once, unless each file is to count', () => {
    const { err } = audit(['check', '2023'], { cwd: tree });
    expect(err).toMatch(/跳过 2023.10\.txt：与 2023.9\.txt 完全相同/);
    expect(files('2023')).toEqual(['2023/9.txt', '2023/下级/报告.txt']);
    expect(files('2023/9.txt', '2023/10.txt')).toHaveLength(2);
  });
  it('a folder without reports is a problem', () => {
    const { code, err } = audit(['check', '空的'], { cwd: tree });
    expect(code).toBe(2);
    expect(err).toContain('没有可以审核的报告');
  });
  it('what cannot be read in a folder is told and hides nothing else', () => {
    const folder = folderWith({ '好.txt': GOOD, '内/好.txt': BAD });
    symlinkSync('没有.docx', join(folder, '断.docx'));
    const { code, out, err } = audit(['check', '.', '--format', 'json'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(/断\.docx：这是一个失效的链接/);
    expect(JSON.parse(out).reports).toHaveLength(2);
    expect(audit(['check', '断.docx'], { cwd: folder })).toMatchObject({ code: 2, err: expect.stringContaining('失效的链接') });
  });
  it.runIf(process.getuid?.() !== 0)('a folder that cannot be opened is told and hides nothing else', () => {
    const folder = folderWith({ '好.txt': GOOD, '锁/好.txt': BAD });
    chmodSync(join(folder, '锁'), 0);
    const { code, out, err } = audit(['check', '.', '--format', 'json'], { cwd: folder });
    chmodSync(join(folder, '锁'), 0o755);
    expect(code).toBe(2);
    expect(err).toMatch(/锁：没有读取权限/);
    expect(JSON.parse(out).reports).toHaveLength(1);
  });
  it.skipIf(process.platform === 'win32')('a file without an end is refused', () => {
    expect(audit(['check', '/dev/zero'])).toMatchObject({ code: 2, err: expect.stringContaining('256 MB') });
  });
  it('a blank name is told as such', () => {
    expect(audit(['check', ' '], { cwd: tree })).toMatchObject({ code: 2, err: expect.stringContaining('文件名是空的') });
  });
  it('patterns work without a shell', () => {
    expect(files('2023/*.txt')).toEqual(['2023/9.txt', '2023/10.txt', '2023/说明 一.txt']);
    expect(audit(['check', '2023/*.pdf'], { cwd: tree })).toMatchObject({ code: 2, out: '' });
  });
  it('a list comes from standard input', () => {
    const { code, out } = audit(['check', '-', '--format', 'json'], { cwd: tree, input: '2023/9.txt\r\n2023/说明 一.txt\n' });
    expect(code).toBe(0);
    expect(JSON.parse(out).reports).toHaveLength(2);
    expect(audit(['check', '-'], { cwd: tree }).code).toBe(2);
  });
  it('a file named twice is audited once', () => expect(files('2023/9.txt', './2023/9.txt')).toEqual(['2023/9.txt']));
  it('long paths and Chinese names are fine', () => expect(files(`${'很长的文件夹名/'.repeat(8)}报告.txt`)).toHaveLength(1));
  it('a missing file is told with the name that was probably meant', () => {
    const { code, err } = audit(['check', '2023/说明一.txt'], { cwd: tree });
    expect(code).toBe(2);
    expect(err).toContain('无法审核 2023/说明一.txt：文件不存在，是不是“说明 一.txt”');
  });
  it('a missing folder is told', () => {
    expect(audit(['check', '没有/报告.txt'], { cwd: tree }).err).toContain('文件夹“没有”不存在');
  });
  it('a link that leads upwards does not trap it', () => {
    const loop = folderWith({ '报告.txt': GOOD });
    mkdirSync(join(loop, '内'));
    symlinkSync('..', join(loop, '内', '上'));
    expect(audit(['check', loop, '--quiet'])).toMatchObject({ code: 0, err: '' });
  });
  it('--together takes all files as one report', () => {
    expect(files('--together', '2023/9.txt', '2023/10.txt')).toEqual(['2023/9.txt + 2023/10.txt']);
  });
  it('--together tells which files cannot be read and audits the others as one report', () => {
    const folder = folderWith({ '说明.txt': GOOD, '补充.txt': BAD, '坏.docx': 'PK\u0003\u0004' });
    const { code, out, err } = audit(['check', '--together', '说明.txt', '坏.docx', '补充.txt', '无.xls', '--format', 'json'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(err.match(/^无法审核 [^：]+/gm)).toEqual(['无法审核 无.xls', '无法审核 坏.docx']);
    const { reports } = JSON.parse(out);
    expect(reports.map((report: { file: string }) => report.file)).toEqual(['说明.txt + 补充.txt']);
    expect(JSON.stringify(reports[0].notices)).toContain('坏.docx');
  });
});
