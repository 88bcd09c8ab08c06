import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';
import { PAGE_STYLE } from './src/page/style.ts';
import { SCRIPT_HASH } from './src/reporters/html/hashes.ts';
import { STYLE } from './src/reporters/html/style.ts';

// The one configuration: how the tool is built, and how its tests run.
// Data files are YAML for people; they become plain objects here, so that no YAML is parsed when the tool starts.
const yamlAsData = {
  name: 'yaml-as-data',
  transform(source: string, id: string) {
    if (!id.endsWith('.yaml')) return null;
    return { code: `export default ${JSON.stringify(parse(source))};`, map: null };
  },
};

/** The JSON Schemas of the hand-written dataset and of the JSON outputs ship with the tool, for editors and scripts. */
const schemas = {
  name: 'schemas',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
    const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
    const ship = (name: string, text: string) => this.emitFile({ type: 'asset', fileName: `schema/${name}.json`, source: text });
    ship('dataset', source('fixtures/dataset.schema.json'));
    for (const name of ['check', 'ndjson', 'overview', 'diff', 'figures']) {
      ship(name, `${JSON.stringify(parse(source(`src/reporters/schema/${name}.yaml`)), null, 2)}\n`);
    }
  },
};

/** A package that ships no file of its licence, as its package.json and README name it: the licence's own text, with its author. */
const ISC = (author: string) => `ISC License

Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.`;

/** The licences of the packages that modules come from, one after the other. Throws for a package whose licence nobody can tell. */
function noticesOf(modules: Iterable<string>): string {
  const folders = new Set([...modules].flatMap(id => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []));
  const notices = [...folders].sort().map(folder => {
    const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const files = readdirSync(folder).filter(file => /^(?:licen[cs]e|notice|copying)/i.test(file));
    const texts = files.map(file => readFileSync(`${folder}/${file}`, 'utf8').trim());
    if (texts.length === 0 && license === 'ISC' && typeof author === 'string') texts.push(ISC(author));
    if (texts.length === 0) throw new Error(`${name} tells no licence`);
    return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
  });
  return [`What this program is made of besides its own source, under these licences:\n`, ...notices].join(
    `\n${'-'.repeat(79)}\n\n`,
  );
}

/** The licences of all that is bundled go with it. */
const notices = {
  name: 'notices',
  generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string },
    _: unknown,
    bundle: Readonly<Record<string, { readonly moduleIds?: readonly string[] }>>,
  ) {
    const modules = Object.values(bundle).flatMap(chunk => chunk.moduleIds ?? []);
    this.emitFile({ type: 'asset', fileName: 'NOTICES.txt', source: noticesOf(modules) });
  },
};

const version = JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version);
const define = { AUDIT_VERSION: version };

/** One script that needs no other, for a browser. */
const script = (input: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  plugins: [yamlAsData],
  // PDFium is handed over: where its package lies is never asked.
  define: { ...define, 'import.meta.url': '""' },
  build: {
    write: false,
    target: 'es2022',
    rollupOptions: { input, output: { format: 'iife', codeSplitting: false } },
  },
});

async function scriptOf(input: string): Promise<{ readonly code: string; readonly modules: readonly string[] }> {
  const built = await build(script(input));
  if (!('output' in built)) throw new Error(`${input} was not built into one script`);
  const { code, moduleIds } = built.output[0];
  return { code, modules: moduleIds };
}

/**
 * The drop page: its script, and packed into it the thread's script and PDFium. The policy names its scripts and styles by their
 * sums, lets WebAssembly run and the thread start, and forbids every request.
 */
const dropPage = {
  name: 'drop-page',
  async generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string },
    _: unknown,
    bundle: object,
  ) {
    for (const name of Object.keys(bundle)) delete (bundle as Record<string, unknown>)[name];
    const [main, thread] = [await scriptOf('src/page/main.ts'), await scriptOf('src/page/worker.ts')];
    const engine = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
    const wasm = readFileSync(engine);
    const sum = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const pack = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).toString('base64');
    const code = main.code.replace(/<(?=\/script|!--)/gi, '\\x3c');
    const used = noticesOf([...main.modules, ...thread.modules, engine]).replace(/<(?=\/script|!--)/gi, '&lt;');
    const policy = [
      "default-src 'none'",
      `script-src ${sum(code)} 'sha256-${SCRIPT_HASH}' 'wasm-unsafe-eval'`,
      `style-src ${sum(STYLE)} ${sum(PAGE_STYLE)}`,
      'worker-src blob:',
      'img-src data:',
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
    const source = [
      '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      `<meta name="generator" content="audit page ${JSON.parse(version)}">`,
      `<title>决算数字核对</title>\n<style>${STYLE}</style>\n<style>${PAGE_STYLE}</style>`,
      `<script type="text/plain" id="thread">${pack(thread.code)}</script>`,
      `<script type="text/plain" id="engine">${pack(wasm)}</script>`,
      `<script type="text/plain" id="notices">${used}</script>`,
      '</head>\n<body>\n<noscript>请允许本页运行脚本。Please allow this page to run scripts.</noscript>',
      `<script>${code}</script>\n</body>\n</html>\n`,
    ].join('\n');
    this.emitFile({ type: 'asset', fileName: 'audit.html', source });
  },
};

/** `vite build --mode page`: beside the program, and after it. */
const page: UserConfig = {
  plugins: [dropPage],
  publicDir: false,
  build: { outDir: 'dist', emptyOutDir: false, rollupOptions: { input: 'src/page/style.ts' } },
};

const program = {
  plugins: [yamlAsData, schemas, notices],
  define,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/worker.ts', thread: 'src/commands/batch/thread.ts' },
      external: [/^node:/, ...builtinModules, '@embedpdf/pdfium', /^@e965\/xlsx/],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        // Names stay, for traces that can be read; blanks would be read again with every start.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    // A guard against what hangs, on machines many times slower than this takes anywhere.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
} satisfies import('vitest/config').ViteUserConfig;

/** `vitest run --mode growth`: how time and memory grow with the input, measured at length. */
const growth = { ...program, test: { ...program.test, include: ['test/bench/**/*.growth.ts'] } };

export default defineConfig(({ mode }) => (mode === 'page' ? page : mode === 'growth' ? growth : program));
