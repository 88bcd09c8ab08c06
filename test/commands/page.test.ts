import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, folderWith } from './run.ts';

const BUILT = resolve(import.meta.dirname, '../../dist/audit.html');

describe.skipIf(!existsSync(BUILT))('audit page', () => {
  it('writes the built page, which fits into a mail, and says so', () => {
    const cwd = folderWith({});
    const { code, out } = audit(['page'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('audit.html');
    const page = readFileSync(join(cwd, 'audit.html'), 'utf8');
    expect(page).toBe(readFileSync(BUILT, 'utf8'));
    expect(page.length).toBeLessThan(10_000_000);
  });

  it('has a policy that forbids every request', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(BUILT, 'utf8'))?.[1]?.split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy?.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  it('writes one that speaks English', () => {
    const cwd = folderWith({});
    expect(audit(['page', '--lang', 'en', '--output', 'check.html'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'check.html'), 'utf8')).toContain('<html lang="en">');
  });

  it('tells what it cannot write', () => {
    const { code, err } = audit(['page', '--output', 'none/such/audit.html'], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(err).toContain('audit.html');
  });
});
