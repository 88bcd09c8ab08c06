import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const TOTAL = (printed: string) => `年度: 2023\n单位: 某某市\n支出: {合计: ${printed}}\n`;
const files = {
  '报告/好.txt': GOOD,
  '报告/坏.txt': BAD.replace('测试局', '测试二局'),
  '报告/破.pdf': '%PDF-1.7\n这不是 PDF\n',
  '报告/附图.rar': 'Rar!',
};

describe('audit overview', () => {
  const cwd = folderWith(files);
  const run = (...args: string[]) => audit(['overview', ...args], { cwd });

  it('one row a unit, the worst first; what could not be audited is told, once, with exit code 2', () => {
    const { code, out, err } = run('报告');
    expect(code).toBe(2);
    expect(out.indexOf('某某市测试二局')).toBeLessThan(out.indexOf('某某市测试局'));
    expect(out).toMatch(/某某市测试二局 +2023 +1 +1 /);
    expect(out).toContain('无法审核 报告/破.pdf');
    expect(out).toContain('附图.rar');
    expect(err).not.toContain('无法审核');
  });
  it('from results the same as from the reports', () => {
    audit(['check', '报告', '--format', 'ndjson', '--output', '结果.ndjson'], { cwd });
    for (const format of ['json', 'csv', 'terminal', 'html']) {
      const direct = run('报告', '--format', format);
      expect(run('结果.ndjson', '--format', format)).toMatchObject({ code: direct.code, out: direct.out });
    }
  });
  it('writes a workbook, and a page without links that lead nowhere', () => {
    expect(run('报告', '--format', 'xlsx', '--output', '一览.xlsx', '--format', 'html', '--output', '一览.html').code).toBe(2);
    expect(readFileSync(join(cwd, '一览.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const page = readFileSync(join(cwd, '一览.html'), 'utf8');
    expect(page).toContain('<tr data-rules="SUM-001');
    expect(page).not.toContain('href=');
    // Its own outputs are no reports.
    for (const [format, end] of [
      ['csv', 'csv'],
      ['terminal', 'txt'],
      ['json', 'yaml'],
    ] as const)
      run('报告', '--format', format, '--output', `一览.${end}`);
    const { err, out } = audit(['check', '.'], { cwd });
    for (const end of ['xlsx', 'html', 'csv', 'txt', 'yaml']) expect(err).toContain(`一览.${end}`);
    expect(out).not.toContain('一览');
  });
  it('0 where nothing is wrong, 1 where something is', () => {
    expect(run('报告/好.txt').code).toBe(0);
    expect(run('报告/坏.txt').code).toBe(1);
    expect(run('报告/坏.txt', '--fail-on', 'never').code).toBe(0);
  });
  it('a part of the results that is missing is told', () => {
    audit(['check', '报告', '--shard', '1/2', '--format', 'ndjson', '--output', '半.ndjson'], { cwd });
    const { code, err } = run('半.ndjson');
    expect(code).toBe(2);
    expect(err).toContain('2/2');
  });
  it('what cannot be is told: results and reports at once, results that are none', () => {
    expect(run('结果.ndjson', '报告')).toMatchObject({ code: 2, out: '' });
    const other = folderWith({ 'a.ndjson': '{}\n', 'b.ndjson': '' });
    expect(audit(['overview', 'a.ndjson'], { cwd: other }).err).toContain('a.ndjson');
    expect(audit(['overview', 'b.ndjson'], { cwd: other }).code).toBe(2);
    expect(run('报告', '--output', '报告/好.txt')).toMatchObject({ code: 2, out: '' });
  });
});

describe('the total of a district', () => {
  const two = { 'a/好.txt': GOOD, 'a/又好.txt': GOOD.replaceAll('测试局', '测试二局') };
  it('fits the sum of the units, or does not: 1; in the folder it is no unit', () => {
    const cwd = folderWith({ ...two, 'a/全区.yaml': TOTAL('240.00'), '错.yaml': TOTAL('241.00') });
    const right = audit(['overview', 'a', '--total', 'a/全区.yaml', '--format', 'json'], { cwd });
    expect(right.code).toBe(0);
    expect(JSON.parse(right.out).units).toHaveLength(2);
    expect(JSON.parse(right.out).sums).toMatchObject([{ stated: '240.00', sum: '240.00', verdict: 'holds', units: 2 }]);
    const wrong = audit(['overview', 'a/好.txt', 'a/又好.txt', '--total', '错.yaml'], { cwd });
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/241\.00 +240\.00 +1\.00 +万元 +不符/);
  });
  it('from results as from reports', () => {
    const cwd = folderWith({ ...two, '全区.yaml': TOTAL('241.00') });
    audit(['check', 'a', '--format', 'ndjson', '--output', '结果.ndjson'], { cwd });
    const direct = audit(['overview', 'a', '--total', '全区.yaml'], { cwd });
    expect(audit(['overview', '结果.ndjson', '--total', '全区.yaml'], { cwd })).toMatchObject({ code: 1, out: direct.out });
  });
  it('is a dataset, and states an amount', () => {
    const cwd = folderWith({ ...two, '空.yaml': '年度: 2023\n单位: 某某市\n' });
    expect(audit(['overview', 'a', '--total', 'a/好.txt'], { cwd }).err).toContain('数据集');
    expect(audit(['overview', 'a', '--total', '空.yaml'], { cwd }).code).toBe(2);
    expect(audit(['overview', 'a', '--total', '没有.yaml'], { cwd }).err).toContain('没有.yaml');
  });
});
