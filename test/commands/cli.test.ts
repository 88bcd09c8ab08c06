import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { figureReporters } from '../../src/reporters/figures/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { displayWidth } from '../../src/reporters/parts/width.ts';
import { ruleReporters } from '../../src/reporters/rules/index.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const names = commands.filter(command => !command.hidden).map(command => command.name);

describe('help', () => {
  it('comes without arguments, with exit code 2: nothing was audited', () => {
    const { code, out } = audit([]);
    expect(code).toBe(2);
    for (const name of names) expect(out).toContain(`  ${name} `);
  });
  it.each([[['--help']], [['-h']], [['help']]])('%j shows the commands', args => {
    const { code, out, err } = audit(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('用法：audit');
  });
  it.each(names)('%s --help has examples, in both languages, within the terminal', name => {
    for (const [lang, examples] of [
      ['zh', '例：'],
      ['en', 'Examples:'],
    ] as const) {
      const { code, out } = audit([name, '--help', '--lang', lang], { env: { COLUMNS: '100' } });
      expect(code).toBe(0);
      expect(out).toContain(examples);
      expect(out.split(examples)[1]).toContain(`audit ${name}`);
      expect(out).not.toMatch(/\[[a-z]+\.[\w.-]+\]/);
      for (const line of out.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(100);
      if (lang === 'en') expect(out.split('Examples:')[0]).not.toMatch(/[一-鿿]/);
      if (lang === 'zh') expect(out).not.toMatch(/\b(?:Usage|Options|Arguments|display help|default|choices)\b/);
    }
  });
  it('help CHECK is the same as CHECK --help', () => {
    expect(audit(['help', 'check']).out).toBe(audit(['check', '--help']).out);
  });
  it('names every format of the lists', () => {
    const formats = [
      ['check', reporters],
      ['figures', figureReporters],
      ['rules', ruleReporters],
    ] as const;
    for (const [command, list] of formats) {
      const { out } = audit([command, '--help']);
      expect(out.replace(/\s+/g, ' ')).toContain(list.map(one => one.name).join(' | '));
    }
  });
});

describe('wrong arguments', () => {
  it.each([
    [['chek', 'a.txt'], '是不是“check”'],
    [['check', 'a.txt', '--fromat', 'json'], '是不是“--format”'],
    [['check', 'a.txt', '--format', 'jsno'], '是不是“json”'],
    [['check', 'a.txt', '--fail-on', 'eror'], '是不是“error”'],
    [['check', 'a.txt', '--lang', 'fr'], '可以取：zh、en'],
    [['check'], '没有说要处理什么'],
    [['check', 'a.txt', '--format'], '缺少取值'],
    [['a.txt'], 'audit check a.txt'],
    [['--vresion'], '是不是“--version”'],
    [['rules', 'extra'], '多出的参数：extra'],
    [['schema', 'chek'], '是不是“check”'],
    [['explain'], 'audit explain'],
  ])('%j: exit 2, told in Chinese, nothing on standard output', (args, told) => {
    const { code, out, err } = audit(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(told);
    expect(err).not.toMatch(/error:|\bat .*\.js/);
  });
  it('told in English with --lang en', () => {
    expect(audit(['chek', '--lang', 'en']).err).toContain('Did you mean “check”');
    expect(audit(['check', 'x', '--lang=en', '--al']).err).toContain('Did you mean “--all”');
  });
});

describe('other commands', () => {
  const folder = folderWith({ '好.txt': GOOD, '坏.txt': BAD });
  it('--version is the one in package.json', () => {
    expect(audit(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });
  it.runIf(existsSync('/dev/full'))('a full disk is told, not swallowed', () => {
    const full = openSync('/dev/full', 'w');
    for (const args of [['--help'], ['rules']]) {
      const { code, err } = audit(args, { stdout: full });
      expect(code).toBe(2);
      expect(err).toContain('没有写完（ENOSPC）：磁盘满了');
    }
    closeSync(full);
  });
  it('figures lists every figure', () => {
    const { code, out } = audit(['figures', '好.txt'], { cwd: folder });
    expect(code).toBe(0);
    for (const figure of ['120.00万元', '20.00万元', '20%', '70.00万元', '58.33%']) expect(out).toContain(figure);
  });
  it('figures as csv and json agree', () => {
    const rows = audit(['figures', '好.txt', '--format', 'csv'], { cwd: folder }).out.trim().split('\r\n');
    const data = JSON.parse(audit(['figures', '好.txt', '--format', 'json'], { cwd: folder }).out);
    expect(rows).toHaveLength(data.reports[0].figures.length + 1);
    expect(data.reports[0].figures.every((figure: { place: object }) => !('block' in figure.place))).toBe(true);
    expect(audit(['figures', '好.txt', '--format', 'csv', '--bom'], { cwd: folder }).out).toMatch(/^\ufeff/);
  });
  it('figures exits with 2 for a missing file and 0 otherwise, whatever does not hold', () => {
    expect(audit(['figures', '没有.txt'], { cwd: folder }).code).toBe(2);
    expect(audit(['figures', '坏.txt'], { cwd: folder }).code).toBe(0);
  });
  it('explain tells the whole story of a finding, by the id that check shows beside it', () => {
    const report = join(folderWith({ 'report.txt': BAD }), 'report.txt');
    const [, id] = /#([0-9a-f]{6,})/.exec(audit(['check', report]).out)!;
    const { code, out } = audit(['explain', `${report}#${id}`]);
    expect(code).toBe(0);
    for (const words of ['76.00 + 50.00 = 126.00 ≠ 120.00', '必须成立', '哪一处写错', '改后 70.00 + 50.00 = 120.00']) {
      expect(out).toContain(words);
    }
    const wrong = audit(['explain', `${report}#ffffff`]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('没有编号为“ffffff”的问题');
    expect(audit(['explain', `没有这个文件.docx#${id}`]).code).toBe(2);
  });

  it('rules lists them, and explain tells each', () => {
    const { rules } = JSON.parse(audit(['rules', '--format', 'json']).out) as {
      rules: { id: string; slug: string; fix: string }[];
    };
    expect(rules.length).toBeGreaterThan(5);
    const table = audit(['rules']).out;
    for (const { id } of rules) expect(table).toContain(id);
    const [first] = rules;
    for (const id of [first!.id, first!.id.toLowerCase(), first!.slug]) {
      const { code, out } = audit(['explain', id]);
      expect(code).toBe(0);
      for (const title of ['必须成立', '为什么', '依据', '例子', '怎么改']) expect(out).toContain(title);
    }
    expect(audit(['explain', first!.id, '--lang', 'en']).out).toContain('What must hold');
    const wrong = audit(['explain', `${first!.id}9`]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain(`是不是“${first!.id}”`);
  });
  it.each(['check', 'figures', 'dataset'])('schema %s prints a JSON Schema', name => {
    const { code, out } = audit(['schema', name]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('$schema');
  });
});
