import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const rowsOf = (index: string) => [...index.matchAll(/<tr data-rules="([^"]*)"><td class="name"><a href="([^"]*)">([^<]*)/g)];

describe('--split', () => {
  it('writes a page for each unit and an index that leads to them, the worst first', () => {
    const cwd = folderWith({ 'good.txt': GOOD, 'bad.txt': BAD.replace('测试局', '测试二局') });
    const { code, err } = audit(['check', 'good.txt', 'bad.txt', '--split', '分发/'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('index.html');
    const names = readdirSync(join(cwd, '分发')).sort();
    expect(names).toHaveLength(3);
    const index = readFileSync(join(cwd, '分发', 'index.html'), 'utf8');
    const rows = rowsOf(index);
    expect(rows.map(([, , , unit]) => unit)[0]).toContain('二局');
    expect(rows[0]![1]).not.toBe('');
    expect(rows.at(-1)![1]).toBe('');
    for (const [, rules, href] of rows) {
      expect(names).toContain(decodeURIComponent(href!));
      for (const rule of rules!.split(' ').filter(Boolean)) expect(index).toContain(`<option value="${rule}">`);
    }
    const [first, last] = [rows[0]!, rows.at(-1)!].map(([, , href]) =>
      readFileSync(join(cwd, '分发', decodeURIComponent(href!)), 'utf8'),
    );
    // A unit is sent its own page, and nothing of the others.
    expect(first).toContain('二局');
    expect(last).not.toContain('二局');
  });

  it('never replaces what it reads, nor takes its own pages for reports', () => {
    const page = `<html><body><p>${GOOD.replaceAll('\n', '</p><p>')}</p></body></html>`;
    const cwd = folderWith({ 'index.html': page });
    expect(audit(['check', 'index.html', '--split', '.'], { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, 'index.html'), 'utf8')).toBe(page);
    expect(audit(['check', 'index.html', '--split', 'out'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'out', 'index.html'))).toBe(true);
    expect(audit(['check', 'out'], { cwd }).err).toContain('index.html');
  });
});
