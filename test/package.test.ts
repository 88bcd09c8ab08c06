import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(text('package.json')) as {
  readonly license: string;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** The packages that a text imports from. */
const importedBy = (code: string) =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^"']*)?["']/g)]
    .map(match => match[1]!)
    .filter(name => !name.startsWith('.') && name !== 'node');
const scripts = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    name => /\.(?:ts|js)$/.test(name) && !name.endsWith('.d.ts'),
  );
const imported = (folder: string) =>
  new Set(
    scripts(folder).flatMap(name => importedBy(text(join(folder, name)).replace(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|\*).*$/gm, ''))),
  );

/**
 * What is installed with the tool is what it loads at run time, and nothing else; the rest is bundled.
 *
 * - `@e965/xlsx` is SheetJS Community Edition. Its makers left the public registry at 0.18.5, which has two known faults
 *   (CVE-2023-30533, CVE-2024-22363); newer ones they offer only as archives on a server of their own, which mirrors inside of bureaus
 *   do not carry. This package puts those newer ones on the registry. It reads .xls, .xlsb and the XML of 2003 and prints odd number
 *   formats, no more: of .ods it loses which sheets and rows are hidden (a draft would be read as the report) and its formats of numbers
 *   come out as «0»; .ods and .xlsx are read by the tool itself, and what the library may never end runs where it can be stopped.
 * - `cfb`, by the same makers, builds paths without end for a directory that leads back to itself. Compound files are read by the tool
 *   itself (readers/parts/cfb.ts); the tests use it to write them.
 * - `@embedpdf/pdfium` is PDFium compiled to WebAssembly, a file of the package, which is why it is not bundled.
 */
describe('what the package depends on', () => {
  it('is the two that are loaded from where they are installed', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['@e965/xlsx', '@embedpdf/pdfium']);
  });

  it('is all that the built tool imports, besides Node', () => {
    const builtins = new Set(['fs', 'path', 'url', 'module']);
    const left = ['index.js', 'cli.js', 'worker.js', ...scripts('dist/parts').map(name => `parts/${name}`)].flatMap(name =>
      [
        ...text(join('dist', name)).matchAll(
          /(?:^|[;}])(?:import|export)\b[^;'"`]*["']([^."'][^"']*)["']|\bimport\(["'`]([^."'`][^"'`]*)["'`]\)/gm,
        ),
      ].map(match => (match[1] ?? match[2])!),
    );
    const packages = left.filter(name => !name.startsWith('node:') && !builtins.has(name));
    expect(packages.length).toBeGreaterThan(0);
    for (const name of packages)
      expect(Object.keys(manifest.dependencies).some(one => name === one || name.startsWith(`${one}/`))).toBe(true);
  });

  it('is pinned to exact versions', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('what the package carries', () => {
  it('is a licence of its own', () => {
    expect(manifest.license).toBe('MIT');
    expect(text('LICENSE')).toMatch(/^MIT License\n\nCopyright/);
    expect(manifest.files).toContain('LICENSE');
  });

  it('is the licence of everything that is bundled', () => {
    const notices = text('dist/NOTICES.txt');
    const bundled = [...imported('src')].filter(name => manifest.devDependencies[name] !== undefined);
    expect(bundled.length).toBeGreaterThan(8);
    for (const name of bundled) expect(notices).toContain(`\n${name} ${manifest.devDependencies[name]} (`);
    // One of them ships no file of its licence.
    expect(notices).toMatch(/saxes [\d.]+ \(ISC\)\n\nISC License\n\nCopyright \(c\) \S/);
    for (const name of Object.keys(manifest.dependencies)) expect(notices).not.toContain(`\n${name} `);
  });
});
