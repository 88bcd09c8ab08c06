import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readers as words } from '../../src/reporters/parts/words/readers.ts';

const root = join(import.meta.dirname, '../../src/readers');
const OFFICE = /^(?:docx|doc|html|xlsx)\/|^(?:xls|csv|foreign)\.ts$|^parts\//;
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts') && OFFICE.test(name));
const codes = new Set(
  sources.flatMap(name => [...readFileSync(join(root, name), 'utf8').matchAll(/'(reader\.[a-z-]+)'/g)].map(match => match[1]!)),
);

describe('what office readers say', () => {
  it('finds codes', () => expect(codes.size).toBeGreaterThan(20));
  it.each([...codes])('%s has its words in both languages', code => {
    expect(words[code]?.zh).toMatch(/[\u4e00-\u9fff].*[。）]$/s);
    expect(words[code]?.en).toMatch(/^[A-Z].*[.)]$/s);
  });
  it.each(['rows', 'columns'].flatMap(what => [`reader.hidden-${what}`, `reader.hidden-${what}-in-sum`]))('%s too', code =>
    expect(words[code]).toBeDefined(),
  );
});
