import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLIPS } from '../../src/model/index.ts';
import { say } from '../../src/reporters/parts/words/index.ts';
import type { Messages } from '../../src/reporters/parts/words/messages.ts';

const root = join(import.meta.dirname, '../../src');
const folder = join(root, 'reporters/parts/words');
const files = readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'index.ts');
/** Files of the folder that hold messages, by the name of what they export. */
const lists = await Promise.all(
  files.map(async name => {
    const module = (await import(join(folder, name))) as Record<string, unknown>;
    const found = Object.values(module).filter((value): value is Messages => typeof value === 'object' && value !== null);
    return { name, messages: Object.assign({}, ...found) as Messages };
  }),
);
const all = lists.flatMap(({ name, messages }) => Object.entries(messages).map(([code, message]) => ({ name, code, message })));
const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
/** What the code of a message begins with: the areas of the lists. */
const areas = new Set(all.map(({ code }) => code.split('.')[0]!));
/** Every literal in the source that reads like the code of a message. */
const named = sources.flatMap(name => {
  if (name.includes('words')) return [];
  const text = readFileSync(join(root, name), 'utf8');
  const codes = [...text.matchAll(/'([a-z]+(?:\.[a-z][\w-]*)+)'/g)].map(match => match[1]!);
  // «audit.yaml» is a file.
  return codes.filter(code => areas.has(code.split('.')[0]!) && !/\.ya?ml$/.test(code)).map(code => ({ name, code }));
});

describe('messages', () => {
  it('there are many, and the source names many', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(named.length).toBeGreaterThan(40);
  });

  it.each(all)('$code ($name) is told in both languages with the same blanks', ({ message }) => {
    expect(message.zh.trim()).not.toBe('');
    expect(message.en.trim()).not.toBe('');
    expect(blanks(message.zh)).toEqual(blanks(message.en));
  });

  it.each(all)('$code ($name) is registered', ({ code }) => expect(say('zh', code)).not.toBe(`[${code}]`));

  it('no code has two messages', () => {
    const codes = all.map(one => one.code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  it('every code the source names has a message', () => {
    expect(named.filter(({ code }) => say('zh', code) === `[${code}]`)).toEqual([]);
  });

  it('every code with a guess has its second form', () => {
    const guessed = sources.flatMap(name =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/withGuess\(\s*'([^']+)'/g)].map(match => match[1]!),
    );
    expect(guessed.length).toBeGreaterThan(0);
    for (const code of guessed) expect(say('zh', `${code}-near`)).not.toBe(`[${code}-near]`);
  });

  it('every slip, severity and verdict has its word', () => {
    const codes = [
      ...SLIPS.map(slip => `slip.${slip}`),
      ...['error', 'warning', 'note'].map(severity => `severity.${severity}`),
      ...['holds', 'rounding', 'fails', 'undecided'].map(verdict => `verdict.${verdict}`),
      ...['final-accounts', 'budget', 'dataset'].map(kind => `kind.${kind}`),
    ];
    for (const code of codes) expect(say('zh', code), code).not.toBe(`[${code}]`);
  });
});
