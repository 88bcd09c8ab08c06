import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { readJUnit } from '../reporters/junit.ts';
import { sarifFaults } from '../reporters/sarif.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

/** The jobs and the hook that the README shows, run as far as they can be without anybody's servers. */
const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (lang: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${lang}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(match => match[1]!);
const named = (name: string) => blocks('yaml').find(block => block.startsWith(`# ${name}`))!;

/** A folder with reports, a baseline, and `npx` that runs the tool at hand. */
function repository(report: string): { cwd: string; env: Record<string, string> } {
  const cwd = folderWith({
    '报告/某单位.txt': report,
    'bin/npx': `#!/bin/sh\nshift\nexec "${process.execPath}" "${resolve(root, 'bin/audit.js')}" "$@"\n`,
  });
  chmodSync(join(cwd, 'bin/npx'), 0o755);
  writeFileSync(join(cwd, '基线.json'), '{"version": 1, "findings": []}\n');
  const path = `${join(cwd, 'bin')}:${process.env.PATH}`;
  return { cwd, env: { PATH: path, HOME: cwd, COLUMNS: '100', GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') } };
}
const shell = (script: string, { cwd, env }: ReturnType<typeof repository>) =>
  spawnSync('sh', ['-c', script], { cwd, env, encoding: 'utf8' });

describe.skipIf(process.platform === 'win32')('the README', () => {
  it('GitHub Actions: annotations on the screen, SARIF and a summary in files', () => {
    const { steps } = parse(named('.github/workflows/audit.yml')).jobs.audit as {
      steps: { run?: string; uses?: string; with?: { sarif_file?: string } }[];
    };
    const [check, summary] = steps.flatMap(({ run }) => (run && run !== 'npm ci' ? [run] : []));
    for (const [report, code] of [
      [GOOD, 0],
      [BAD, 1],
    ] as const) {
      const repo = repository(report);
      const { status, stdout, stderr } = shell(check!, repo);
      expect({ status, stderr }).toEqual({ status: code, stderr: '' });
      expect(stdout.split('\n').filter(line => line.startsWith('::error file=报告/某单位.txt,line=')).length > 0).toBe(
        code === 1,
      );
      const sarif = steps.find(step => step.with?.sarif_file)!.with!.sarif_file!;
      expect(sarifFaults(readFileSync(join(repo.cwd, sarif), 'utf8'))).toEqual([]);
      expect(shell(summary!, repo).status).toBe(0);
      expect(readFileSync(join(repo.cwd, 'summary.md'), 'utf8')).toContain('| 报告/某单位.txt |');
    }
  });
  it('GitLab: a test report and a code quality report', () => {
    const { script, artifacts } = parse(named('.gitlab-ci.yml')).audit as {
      script: string[];
      artifacts: { reports: { junit: string; codequality: string } };
    };
    const repo = repository(BAD);
    const { status, stdout } = shell(script.filter(line => line !== 'npm ci').join('\n'), repo);
    expect(status).toBe(1);
    expect(stdout).toContain('核对结果');
    expect(readJUnit(readFileSync(join(repo.cwd, artifacts.reports.junit), 'utf8')).attributes.failures).not.toBe('0');
    expect(JSON.parse(readFileSync(join(repo.cwd, artifacts.reports.codequality), 'utf8')).length).toBeGreaterThan(0);
  });
  it('the hook: a wrong report is not committed, a right one and anything else is', () => {
    const hook = blocks('sh').find(block => block.startsWith('#!/bin/sh'))!;
    const repo = repository(BAD);
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { ...repo, encoding: 'utf8' });
    expect(git('init', '-q').status).toBe(0);
    mkdirSync(join(repo.cwd, '.git/hooks'), { recursive: true });
    writeFileSync(join(repo.cwd, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
    git('add', '基线.json');
    expect(git('commit', '-q', '-m', 'one').status).toBe(0);
    git('add', '报告');
    const refused = git('commit', '-q', '-m', 'two');
    expect(refused.status).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('错误');
    writeFileSync(join(repo.cwd, '报告/某单位.txt'), GOOD);
    git('add', '报告');
    expect(git('commit', '-q', '-m', 'two').status).toBe(0);
  });
  it('its audit.yaml is one', () => {
    const ids = loadRules().rules.map(rule => rule.id);
    const config = parseConfig({ file: 'audit.yaml', text: named('audit.yaml') }, ids);
    expect(config).toMatchObject({ failOn: 'warning', strict: false, skip: ['FRM-002'], baseline: '基线.json' });
    expect(config.suppressions).toHaveLength(2);
  });
  it('names every format of check and every option of diff', async () => {
    const { reporters } = await import('../../src/reporters/index.ts');
    for (const { name } of reporters) expect(readme).toContain(`| \`${name}\` |`);
    const options = [...audit(['diff', '--help']).out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(match => match[1]!);
    expect(options.length).toBeGreaterThan(6);
    for (const option of options) expect(readme).toContain(option);
  });
});
