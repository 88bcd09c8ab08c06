import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const ids = loadRules().rules.map(({ id }) => id);
const RULES = 'rules:\n  - {id: OWN-001, title: 例, formula: 会议费 <= 50万元}\n';
const read = (folder: string) => readFileSync(join(folder, 'audit.yaml'), 'utf8');

describe('audit init', () => {
  it.each(['zh', 'en'] as const)(
    '%s: what it found is set, all else is there to be uncommented, and all of it is right',
    lang => {
      const folder = folderWith({
        '甲.txt': GOOD,
        '存档/旧.txt': BAD,
        '省规则.yaml': RULES,
        '基线.json': '{"version": 1, "findings": []}',
      });
      const { code, out } = audit(['init', '--lang', lang], { cwd: folder });
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('audit.yaml') });
      const text = read(folder);
      expect(parse(text)).toEqual({ exclude: ['存档/**'], 'own-rules': ['省规则.yaml'], baseline: '基线.json' });
      // A comment that is taken off is a setting that counts.
      const whole = text
        .replace(/^# (?=(?:[a-z-]+: |(?:folders|suppress):$| {2}))/gm, '')
        .replace(/^ {2,}(?:甲|存档|省规则).*\.(?:txt|yaml)$/gm, '');
      const config = parseConfig({ file: 'audit.yaml', text: whole }, ids);
      expect(config).toMatchObject({
        failOn: 'error',
        strict: false,
        minCoverage: 80,
        skip: ['CPL'],
        suppressions: [{ rule: 'TIE-001' }],
      });
      expect(config.folders).toHaveLength(1);
      expect(audit(['check', '.'], { cwd: folder }).code).toBe(0);
    },
  );
  it('never writes over one that is there', () => {
    for (const name of ['audit.yaml', 'audit.yml']) {
      const folder = folderWith({ [name]: 'strict: true\n' });
      expect(audit(['init'], { cwd: folder })).toMatchObject({ code: 2, err: expect.stringContaining('已经有了') });
      expect(readFileSync(join(folder, name), 'utf8')).toBe('strict: true\n');
    }
  });
  it('into another folder; an empty one is as good, one that is not there is not', () => {
    const folder = folderWith({ '报告/甲.txt': GOOD, '空/说明.md': '无' });
    expect(audit(['init', '报告'], { cwd: folder }).code).toBe(0);
    expect(read(join(folder, '报告'))).toContain('#   甲.txt');
    expect(audit(['init', '空'], { cwd: folder }).code).toBe(0);
    expect(audit(['init', '没有'], { cwd: folder }).code).toBe(2);
  });
});

describe('check --print-config', () => {
  const folder = folderWith({
    'audit.yaml': 'fail-on: warning\nskip: [CPL]\nexclude: 旧/**\nfolders:\n  乙: {severity: {FRM: note}}\n',
  });
  it('tells every setting and where it comes from; it can be kept as a configuration', () => {
    const { code, out } = audit(['check', '--print-config', '--strict', '--skip', 'FRM-001', '--severity', 'SUM-001=note'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^fail-on: warning +# 来自 audit\.yaml$/m);
    expect(out).toMatch(/^strict: true +# 来自命令行$/m);
    expect(out).toMatch(/^min-coverage: "?0"? +# 默认$/m);
    const kept = parse(out);
    expect(kept).toMatchObject({ skip: ['CPL', 'FRM-001'], severity: { 'SUM-001': 'note' }, exclude: ['旧/**'] });
    delete kept.baseline;
    expect(() => parseConfig({ file: 'a.yaml', text: JSON.stringify(kept) }, ids)).not.toThrow();
  });
  it('without a configuration all is as usual', () => {
    const { out } = audit(['check', '--print-config'], { cwd: folderWith({}) });
    expect(out).toContain('没有配置文件');
    expect(out).not.toContain('来自');
  });
});

it('exclude is for files of folders: what is named by itself is meant', () => {
  const folder = folderWith({ '甲.txt': GOOD, '旧/乙.txt': BAD, 'audit.yaml': 'exclude: ["旧/**", "*草稿*"]\n' });
  writeFileSync(join(folder, '丙草稿.txt'), BAD);
  const { code, err } = audit(['check', '.'], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('按 exclude 略过 2 个文件') });
  expect(audit(['check', '旧/乙.txt'], { cwd: folder }).code).toBe(1);
});

it.each(['旧', '旧/', './旧', '旧\\**', '"旧*"', '二〇/旧', '二〇\\旧\\'])(
  'exclude names folders as people write them: %s',
  pattern => {
    const within = pattern.includes('二〇') ? '二〇/旧' : '旧';
    const folder = folderWith({ '甲.txt': GOOD, [`${within}/深/乙.txt`]: BAD, 'audit.yaml': `exclude: ${pattern}\n` });
    expect(audit(['check', '.'], { cwd: folder }).code).toBe(0);
    expect(
      audit(['check', '.'], { cwd: folderWith({ '甲.txt': GOOD, '不旧/乙.txt': BAD, 'audit.yaml': `exclude: ${pattern}\n` }) })
        .code,
    ).toBe(1);
  },
);

it.each(['旧', '旧/', './甲/旧/', '甲\\旧', '甲/*'])('a folder of its own severity is named as people write it: %s', name => {
  const yaml = `folders:\n  '${name}': {severity: {SUM: note, PCT: note, TIE: note}}\n`;
  expect(audit(['check', '.'], { cwd: folderWith({ '甲/旧/乙.txt': BAD, 'audit.yaml': yaml }) }).code).toBe(0);
  expect(audit(['check', '.'], { cwd: folderWith({ '乙/新/乙.txt': BAD, 'audit.yaml': yaml }) }).code).toBe(1);
});
