import { describe, expect, it } from 'vitest';
import { patternsOf } from './collect.ts';
import { grownIn } from './growth.ts';
import { lineOf, shapesFor, shapesOfWords } from './lines.ts';

describe('regular expressions', () => {
  it('take no more than in proportion to a line, however it is made up (all lines: npm run growth)', async () => {
    const patterns = await patternsOf();
    expect(patterns.length).toBeGreaterThan(1000);
    for (const file of ['annotate/', 'extract/phrases.ts', 'extract/form/', 'readers/', 'reporters/'])
      expect(patterns.some(({ where }) => where.startsWith(file))).toBe(true);
    expect(grownIn(patterns, { repeated: Number.POSITIVE_INFINITY, words: 2 })).toEqual([]);
  });

  it.each([
    ['a square', '字+。', ''],
    ['a square behind a word', '(?:决算|执行)[^›]*$', ''],
    ['a cube', '\\s*0?\\s*x?\\s*$', ''],
    ['a power of two', '^(?:额为|额|为)*$', ''],
    ['two parts that share signs', '（(?:[个人])+[^）]*）?$', ''],
  ])('%s is found', (_, source, flags) => {
    expect(grownIn([{ source, flags, where: 'here' }], { repeated: Number.POSITIVE_INFINITY, words: 0 })).toHaveLength(1);
  });

  it('lines are made of what a pattern looks for, and of words of the domain', () => {
    const lines = shapesFor({ source: '(?:占|比重)(?<base>[^，。]*?)为$', flags: '', where: 'here' }, 12).map(shape =>
      lineOf(shape, 60),
    );
    expect(lines.some(line => line.includes('比重字比重字'))).toBe(true);
    expect(lines.some(line => line.startsWith('占字字字') && line.endsWith('，\u0000'))).toBe(true);
    expect(shapesOfWords(1, 50)).toEqual(shapesOfWords(1, 50));
    expect(shapesOfWords(1, 50)).not.toEqual(shapesOfWords(2, 50));
  });
});
