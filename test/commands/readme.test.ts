import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { audit } from './run.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('the output shown in the README is what the tool prints', () => {
  const shown = /```text\n\$ audit (.+)\n([\s\S]+?)```/.exec(readme);
  const [, command = '', text = ''] = shown ?? [];
  const { code, out } = audit(command.split(' '), { cwd: root, env: { COLUMNS: '80' } });
  expect(code).toBe(1);
  expect(text.trim()).toBe(out.trim());
});

it('the README names every command and every option of check', () => {
  const commands = [...audit(['--help']).out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(match => match[1]!);
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) expect(readme).toContain(`audit ${command}`);
  const options = [...audit(['check', '--help']).out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(match => match[1]!);
  expect(options.length).toBeGreaterThan(5);
  for (const option of options) expect(readme).toContain(option);
});

it('the first command of the README audits a fixture that exists', () => {
  const [, fixture = ''] = /node bin\/audit\.js check (\S+)/.exec(readme) ?? [];
  expect(audit(['check', fixture], { cwd: root }).out).toContain('核对范围');
});
