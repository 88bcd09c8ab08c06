import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';

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
    for (const name of ['check', 'diff', 'figures']) {
      ship(name, `${JSON.stringify(parse(source(`src/reporters/schema/${name}.yaml`)), null, 2)}\n`);
    }
  },
};

export default defineConfig({
  plugins: [yamlAsData, schemas],
  define: { AUDIT_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/worker.ts' },
      external: [/^node:/, ...builtinModules, '@embedpdf/pdfium', '@e965/xlsx'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
