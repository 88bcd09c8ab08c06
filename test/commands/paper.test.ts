import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../reporters/workbooks.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const bytesOf = (...path: string[]) => new Uint8Array(readFileSync(join(...path)));

describe('the working paper as a file', () => {
  it('is written where the name says so, beside other outputs', () => {
    const cwd = folderWith({ 'r.txt': BAD });
    const { code, out } = audit(['check', 'r.txt', '--format', 'xlsx', '--output', '底稿.xlsx', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { checks } = JSON.parse(audit(['check', 'r.txt', '--format', 'json', '--all'], { cwd }).out).reports[0];
    expect(JSON.parse(out).reports).toHaveLength(1);
    expect(cellsOf(bytesOf(cwd, '底稿.xlsx'), '关系')).toHaveLength(2 + checks.length);
  });

  it('never goes to the screen, nor under an ending that another program opens', () => {
    const cwd = folderWith({ 'r.txt': GOOD });
    for (const more of [[], ['--output', '-']]) {
      const { code, out, err } = audit(['check', 'r.txt', '--format', 'xlsx', ...more], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('--output');
    }
    for (const name of ['a.xls', 'a.csv', 'a']) {
      expect(audit(['check', 'r.txt', '--format', 'xlsx', '--output', name], { cwd }).code).toBe(2);
      expect(existsSync(join(cwd, name))).toBe(false);
    }
    // Other formats are still no workbooks.
    expect(audit(['check', 'r.txt', '--format', 'json', '--output', 'a.xlsx'], { cwd }).code).toBe(2);
    expect(audit(['figures', 'r.txt', '--output', 'a.xlsx'], { cwd }).code).toBe(2);
  });

  it('never replaces what it is made of, and is no report of a folder', () => {
    const cwd = folderWith({ 'r.txt': GOOD });
    expect(audit(['check', 'r.txt', '--output', 'p.xlsx'], { cwd }).code).toBe(0);
    const before = bytesOf(cwd, 'p.xlsx');
    expect(audit(['check', 'r.txt', 'p.xlsx', '--output', 'p.xlsx'], { cwd }).code).toBe(2);
    expect(bytesOf(cwd, 'p.xlsx')).toEqual(before);
    const folder = audit(['check', '.'], { cwd });
    expect(folder.code).toBe(0);
    expect(folder.err).toContain('p.xlsx');
    writeFileSync(join(cwd, 's.txt'), GOOD.replace('测试局', '测试二局'));
    expect(audit(['check', 'p.xlsx'], { cwd }).code).toBe(2);
  });

  it('compares two years and two drafts', () => {
    const cwd = folderWith({ 'a.txt': GOOD, 'b.txt': BAD });
    expect(audit(['diff', 'a.txt', 'b.txt', '--output', 'd.xlsx'], { cwd }).code).toBe(1);
    expect(cellsOf(bytesOf(cwd, 'd.xlsx'), '改动').length).toBeGreaterThan(2);
    expect(cellsOf(bytesOf(cwd, 'd.xlsx'), '问题去向').length).toBeGreaterThan(2);
    expect(audit(['diff', 'a.txt', '--output', 'y.xlsx'], { cwd }).code).toBe(0);
    expect(cellsOf(bytesOf(cwd, 'y.xlsx'), '两年对比').length).toBeGreaterThan(1);
  });
});
