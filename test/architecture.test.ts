import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => name.split(sep).join('/'));
const source = (name: string) => readFileSync(join(root, name), 'utf8');

/** Which folder may import which; a folder may always import itself. The table of the design, held here. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  domain: ['model'],
  readers: ['model'],
  check: ['model'],
  locate: ['model'],
  // The classification renames its subjects; the names are data of the domain.
  diff: ['model', 'domain'],
  // Many audits at a look.
  overview: ['model'],
  reporters: ['model', 'domain'],
  annotate: ['model'],
  extract: ['model', 'domain'],
  rules: ['model', 'domain', 'check'],
  // A province's forms are held against those of the domain.
  config: ['model', 'domain', 'rules'],
  // Which files make one report: asked of audits, so it stands above the road.
  joining: ['audit.ts', 'model', 'domain'],
  // diff: the second road of audit.ts, which alone can hand the arithmetic of check to it.
  'audit.ts': ['model', 'readers', 'extract', 'rules', 'check', 'locate', 'diff'],
  // How people name the files of a report is data of the domain.
  commands: ['audit.ts', 'joining', 'diff', 'overview', 'config', 'reporters', 'annotate', 'rules', 'model', 'domain'],
  // The drop page: the whole tool as one file, for people without Node.js. Nothing imports it.
  page: ['audit.ts', 'joining', 'diff', 'reporters', 'annotate', 'model'],
  // The thread beside the program: it reads, and knows nothing of what comes after.
  'worker.ts': ['readers', 'model'],
  'cli.ts': ['commands', 'reporters'],
  'index.ts': ['audit.ts', 'diff', 'rules', 'model', 'reporters'],
};
/** The road: pure steps, where a clock, a console or the disk have no business. */
const PURE = [
  'model',
  'domain',
  'readers',
  'extract',
  'check',
  'rules',
  'locate',
  'diff',
  'overview',
  'reporters',
  'annotate',
  'audit.ts',
  'joining',
  'page',
];

const roomOf = (name: string) => name.split('/')[0]!;
const importsOf = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(match => match[1]!);

describe('architecture', () => {
  it('has files to look at', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)('%s imports only what its room may', name => {
    const room = roomOf(name);
    const allowed = MAY[room];
    expect(allowed, `no rule for the room ${room}`).toBeDefined();
    for (const target of importsOf(source(name))) {
      const other = roomOf(
        relative(root, resolve(root, dirname(name), target))
          .split(sep)
          .join('/'),
      );
      if (other !== room) expect(allowed, `${name} imports ${target}`).toContain(other);
    }
  });

  it('has no circle: a list imports what it lists, and what is listed never imports the list', () => {
    // An import inside a function is made when it is asked for, so only those that load with the file count.
    const loaded = (name: string) =>
      [...source(name).matchAll(/(?:from|^import)\s*'(\.[^']+\.ts)'/gm)].map(match =>
        relative(root, resolve(root, dirname(name), match[1]!))
          .split(sep)
          .join('/'),
      );
    const done = new Set<string>();
    const visit = (name: string, path: readonly string[]): void => {
      expect(path, `${[...path, name].join(' → ')} is a circle`).not.toContain(name);
      if (done.has(name)) return;
      for (const other of loaded(name)) visit(other, [...path, name]);
      done.add(name);
    };
    for (const name of files) visit(name, []);
  });

  it.each(files)('%s has at most 300 lines', name => {
    expect(source(name).split('\n').length).toBeLessThanOrEqual(301);
  });

  it.each(files.filter(name => PURE.includes(roomOf(name))))('%s keeps to the road', name => {
    const code = source(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(/\bconsole\.|\bprocess\.|\bnew Date\b|\bDate\.now\b|Math\.random/);
    // It runs in a browser as it does in Node.js.
    expect(code).not.toMatch(/['"]node:|\bBuffer\b|\brequire\(/);
  });

  it.each(files)('%s never ends the process', name => {
    expect(source(name)).not.toMatch(/process\.exit\(/);
  });
});
