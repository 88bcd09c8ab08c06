#!/usr/bin/env node
// How many of the figures in the statutory tables of a report are bound to what they state:
//   node test/extract/bound.mjs REPORT FIGURES.json
// FIGURES.json, made by a person: [{ kind: "table", table, row, code, column, value, page }, …]. A figure counts as bound when one of
// this value, in the table of this title and the row of this label and code, under this column, says which fact it states.
// Exit code 1 when fewer than 99 in 100 are.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer, loadConfigFromFile } from 'vite';

const [report, truth] = process.argv.slice(2);
if (!report || !truth) {
  process.stderr.write('usage: bound.mjs REPORT FIGURES.json\n');
  process.exit(2);
}
const root = resolve(import.meta.dirname, '../..');
// The project's own configuration, for its YAML; packages are left to Node.
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' }, resolve(root, 'vite.config.ts'));
const server = await createServer({
  ...config,
  root,
  configFile: false,
  ssr: {},
  server: { middlewareMode: true, ws: false, watch: null },
  appType: 'custom',
  logLevel: 'error',
});
const { audit } = await server.ssrLoadModule('/src/audit.ts');
const result = await audit([{ file: report, bytes: readFileSync(report) }]);
await server.close();

const bare = text => text.replace(/[\s\u3000“”"]+/g, '');
const value = text => text.replace(/[\s,，]/g, '');
const figures = result.figures.filter(figure => figure.at);
const wanted = JSON.parse(readFileSync(truth, 'utf8')).filter(figure => figure.kind === 'table');
const score = { found: 0, row: 0, bound: 0, once: 0, twice: 0 };
for (const one of wanted) {
  const row = bare(one.row).split('·').at(-1);
  const same = figures.filter(({ at, printed }) => bare(at.table) === bare(one.table) && value(printed) === one.value);
  const inRow = same.filter(({ at }) => bare(at.row).endsWith(row) && bare(at.row).includes(one.code));
  const last = bare(one.column).split('·').at(-1);
  const right = inRow.filter(({ at, fact }) => fact.indicator && (bare(at.col).includes(last) || bare(at.col) === ''));
  const across = same.filter(
    ({ at, fact }) =>
      (fact.indicator?.includes(row.slice(0, 4)) || (fact.indicator && row === '合计')) && bare(at.col).includes(last),
  );
  const found = right[0] ?? across[0];
  if (same.length) score.found++;
  if (inRow.length || across.length) score.row++;
  if (found) score.bound++;
  else process.stdout.write(`  not bound: ${one.where} = ${one.value}\n`);
  const ties = found ? (result.ties.get(found.id) ?? 0) : 0;
  if (ties > 0) score.once++;
  if (ties > 1) score.twice++;
}
const share = n => `${n} (${((100 * n) / wanted.length).toFixed(1)}%)`;
process.stdout.write(
  `table figures: ${wanted.length}; in their table ${share(score.found)}, in their row ${share(score.row)}, bound ${share(score.bound)}, tied by a relation ${share(score.once)}, by two ${share(score.twice)}\n`,
);
process.exit(score.bound >= wanted.length * 0.99 ? 0 : 1);
