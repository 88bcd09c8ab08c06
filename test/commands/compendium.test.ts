import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const second = BAD.replaceAll('测试局', '测试二局');
const HEAD = '某某市2023年度部门决算汇编\n\n目录\n某某市测试局2023年度部门决算………1\n某某市测试二局2023年度部门决算………9\n\n';
const cwd = folderWith({ '汇编.txt': `${HEAD}${GOOD}\n${second}` });

describe('a compendium', () => {
  it('is told as its reports, each by the name of its body', () => {
    const { code, out } = audit(['check', '汇编.txt', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { reports } = JSON.parse(out);
    expect(
      reports.map((one: { file: string; entity: string; problems: object[] }) => [one.file, one.entity, one.problems.length]),
    ).toEqual([
      ['汇编.txt/某某市测试局', '某某市测试局', 0],
      ['汇编.txt/某某市测试二局', '某某市测试二局', 1],
    ]);
    const [{ corrections, candidates }] = reports[1].problems;
    const [{ place }] = [...corrections, ...candidates];
    expect(place.file).toBe('汇编.txt');
    const line = `${HEAD}${GOOD}\n${second}`.split('\n')[place.line - 1];
    expect(line).toContain('76.00万元');
  });
  it('is one row a body in the overview, and one part of a run', () => {
    expect(audit(['overview', '汇编.txt'], { cwd }).out).toMatch(/某某市测试二局 +2023 +1/);
    audit(['check', '汇编.txt', '--format', 'ndjson', '--output', '结果.ndjson'], { cwd });
    const direct = audit(['check', '汇编.txt', '--format', 'csv'], { cwd });
    expect(audit(['merge', '结果.ndjson', '--format', 'csv'], { cwd }).out).toBe(direct.out);
  });
  it('explain finds a problem by the file, and by the body', () => {
    const [id] = /\[([0-9a-f]{6,})\]/.exec(audit(['check', '汇编.txt', '--format', 'compact'], { cwd }).out)!.slice(1);
    const story = audit(['explain', `汇编.txt#${id}`], { cwd });
    expect(story).toMatchObject({ code: 0 });
    expect(audit(['explain', `汇编.txt/某某市测试二局#${id}`], { cwd }).out).toBe(story.out);
    expect(audit(['explain', `汇编.txt/某某市测试局#${id}`], { cwd }).code).toBe(2);
  });
  it('is marked in one copy', () => {
    const folder = folderWith({ '汇编.txt': `${HEAD}${GOOD}\n${second}` });
    expect(audit(['annotate', '汇编.txt'], { cwd: folder }).code).toBe(0);
    expect(existsSync(join(folder, '汇编（核对）.html'))).toBe(true);
    expect(existsSync(join(folder, '汇编（核对） 2.html'))).toBe(false);
  });
  it('a baseline of one body hides nothing of another', () => {
    const folder = folderWith({ 'a.txt': `${HEAD}${BAD}\n${GOOD.replaceAll('测试局', '测试二局')}` });
    audit(['check', 'a.txt', '--baseline', 'b.json', '--write-baseline'], { cwd: folder });
    expect(audit(['check', 'a.txt', '--baseline', 'b.json'], { cwd: folder }).code).toBe(0);
    const both = folderWith({ 'a.txt': `${HEAD}${BAD}\n${second}` });
    audit(['check', 'a.txt', '--baseline', join(folder, 'b.json')], { cwd: both });
    expect(audit(['check', 'a.txt', '--baseline', join(folder, 'b.json')], { cwd: both }).code).toBe(1);
  });
});
