import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { diffFormats } from '../../src/reporters/diff/index.ts';
import { figureReporters } from '../../src/reporters/figures/index.ts';
import { formats } from '../../src/reporters/index.ts';
import { overviewFormats } from '../../src/reporters/overview/index.ts';
import { ruleReporters } from '../../src/reporters/rules/index.ts';
import { audit, folderWith } from './run.ts';

/** What is offered at the cursor, without what it does. */
function offered(word: string, ...typed: string[]): string[] {
  const { code, out, err } = audit(['complete', `--word=${word}`, '--', ...typed]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t')[0]!);
}
const shown = commands.filter(command => !command.hidden).map(command => command.name);

describe('what may stand at the cursor', () => {
  it('the commands, with what they do', () => {
    expect(offered('')).toEqual(shown);
    expect(offered('', 'help')).toEqual(shown);
    expect(offered('ch')).toEqual(['check']);
    expect(audit(['complete', '--word=ch', '--', '--lang', 'en']).out).toMatch(/^check\tcheck reports/);
  });
  it.each([
    ['check', formats],
    ['figures', figureReporters],
    ['overview', overviewFormats],
    ['diff', diffFormats],
    ['rules', ruleReporters],
  ] as const)('the formats of %s, from their list', (command, list) => {
    expect(offered('', command, '--format')).toEqual(list.map(({ name }) => name));
  });
  it('options and their values, in one word or in several', () => {
    expect(offered('--fo', 'check', 'a.docx')).toEqual(['--format']);
    expect(offered('--h', 'check')).toEqual(['--help']);
    expect(offered('--lan')).toEqual(['--lang']);
    expect(offered('--format=js', 'check')).toEqual(['--format=json']);
    expect(offered('js', 'check', '--format', '=')).toEqual(['json']);
    expect(offered('=', 'check', '--lang')).toEqual(['zh', 'en']);
    expect(offered('', 'check', '--fail-on')).toEqual(['error', 'warning', 'note', 'never']);
  });
  it('rules, by any letters, and what a command wants to be told', () => {
    expect(offered('sum-00', 'check', '--rule')).toContain('SUM-001');
    expect(offered('SUM-00', 'explain')).toContain('SUM-001');
    expect(offered('', 'schema')).toEqual(['check', 'ndjson', 'overview', 'diff', 'figures', 'dataset']);
    expect(offered('', 'schema', 'check')).toEqual([]);
  });
  it('nothing where a file belongs, so that the shell offers files', () => {
    for (const typed of [['check'], ['check', '--all'], ['check', '--output'], ['diff', 'a.yaml'], ['chek']]) {
      expect(offered('', ...typed), typed.join(' ')).toEqual([]);
    }
  });
});

describe('the scripts', () => {
  const scriptOf = (shell: string) => audit(['completion', shell]).out;
  it.each(offered('', 'completion'))('%s asks the tool what fits', shell => {
    expect(scriptOf(shell)).toContain(`audit completion ${shell}`);
    expect(scriptOf(shell)).toMatch(/audit complete .?--word=/);
    expect(scriptOf(shell)).not.toMatch(/\beval\b/);
  });
  it('an unknown shell is told the known ones', () => {
    expect(audit(['completion', 'tcsh'])).toMatchObject({ code: 2, err: expect.stringContaining('bash、zsh、fish、powershell') });
  });

  const bash = spawnSync('bash', ['--version']).status === 0;
  it.runIf(bash)('bash completes with it, and what is typed is never run', () => {
    const bin = join(import.meta.dirname, '../../bin/audit.js');
    const folder = folderWith({ 'audit.sh': `audit() { '${process.execPath}' '${bin}' "$@"; }\n${scriptOf('bash')}` });
    const complete = (...words: string[]) => {
      const line = words.map(word => `'${word}'`).join(' ');
      const run = `source audit.sh; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _audit; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', run], { cwd: folder, encoding: 'utf8' }).stdout.trim().split('\n');
    };
    expect(complete('audit', 'che')).toEqual(['check']);
    expect(complete('audit', 'check', '--format', '=', 'ju')).toEqual(['junit']);
    expect(complete('audit', 'check', '$(touch evil)', '--fail-on', 'w')).toEqual(['warning']);
    expect(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout).not.toContain('evil');
  });
});
