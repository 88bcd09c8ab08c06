#!/usr/bin/env node
// Sets generated reports with LibreOffice, reads the PDFs back and compares every table, cell by cell, and every paragraph:
//   node test/readers/pdf/roundtrip.mjs [HOW-MANY = 7] [FIRST-SEED = 0]
// Needs `soffice` (LibreOffice Writer) and a Chinese font. Exit code 1 when anything differs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const [count = '7', from = '0'] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const vite = await createServer({
  root,
  configFile: resolve(root, 'vite.config.ts'),
  logLevel: 'error',
  server: { middlewareMode: true, watch: null },
  ssr: { noExternal: [], external: ['@embedpdf/pdfium', 'big.js'] },
});
const { readPdf } = await vite.ssrLoadModule('/src/readers/pdf/read.ts');
const { makeAccounts } = await vite.ssrLoadModule('/test/generator/accounts.ts');
const { writeReport } = await vite.ssrLoadModule('/test/generator/narrative/index.ts');
const { STYLES } = await vite.ssrLoadModule('/test/generator/narrative/styles.ts');
const { plain } = await vite.ssrLoadModule('/test/generator/report.ts');
const { emitFodt, PLAIN } = await vite.ssrLoadModule('/test/readers/pdf/make/fodt.ts');

const styles = Object.keys(STYLES);
const settings = [
  {},
  { repeatHeader: true, justify: false, figures: 'top' },
  { furniture: false, contents: false, spread: true },
  { indent: false, size: 10, figures: 'top' },
  { landscapeFrom: 3, spread: true, repeatHeader: true },
  { size: 15, landscapeFrom: 5 },
];
const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
const made = Array.from({ length: Number(count) }, (_, i) => {
  const seed = Number(from) + i;
  const style = styles[seed % styles.length];
  const report = writeReport(makeAccounts(seed, { size: seed % 2 ? 'large' : 'small' }), STYLES[style], seed);
  // Fifty columns on a sheet of paper are nobody's table.
  report.blocks = report.blocks.filter(block => block.kind !== 'table' || block.cols <= 16);
  const name = `${seed}-${style}`;
  const fodt = join(folder, `${name}.fodt`);
  writeFileSync(fodt, emitFodt(report, { ...PLAIN, ...settings[seed % settings.length] }));
  return { name, report, fodt, pdf: join(folder, `${name}.pdf`) };
});
execFileSync(
  'soffice',
  [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...made.map(one => one.fodt),
  ],
  { stdio: 'ignore' },
);

const unnumbered = text => bare(text).replace(/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]+[）)])/, '');
const bare = text => text.replace(/[\s\u3000]+/g, '');
const cellsOf = (cells, text) =>
  cells.map(c => `${c.row},${c.col},${c.rowSpan}x${c.colSpan} ${bare(text(c))}`).filter(line => !line.endsWith(' '));
/** A table as a page can show it: column edges that no cell has are not there to be seen. */
function visible(table) {
  const edges = [...new Set(table.cells.flatMap(c => [c.col, c.col + c.colSpan]))].sort((a, b) => a - b);
  const at = edge => edges.indexOf(edge);
  const cells = table.cells.map(c => ({ ...c, col: at(c.col), colSpan: at(c.col + c.colSpan) - at(c.col) }));
  return { ...table, cols: edges.length - 1, cells };
}
let wrong = 0;
const total = { tables: 0, cells: 0, paragraphs: 0 };
for (const { name, report, pdf } of made) {
  const document = await readPdf({ file: name, bytes: readFileSync(pdf) });
  const complaints = [];
  const wanted = report.blocks.filter(block => block.kind === 'table').map(visible);
  const found = document.blocks.filter(block => block.kind === 'table');
  if (wanted.length !== found.length)
    complaints.push(`${found.length} tables, not ${wanted.length}: ${found.map(t => bare(t.title?.content ?? '—'))}`);
  for (const table of wanted) {
    total.tables++;
    const read =
      found.find(t => unnumbered(t.title?.content ?? '') === unnumbered(table.title) && table.title !== '') ??
      found[wanted.indexOf(table)];
    if (!read) continue;
    if (unnumbered(read.title?.content ?? '') !== unnumbered(table.title))
      complaints.push(`title ${read.title?.content}, not ${table.title}`);
    const unit = /单位[：:]\s*(\S+)/.exec(table.corner.join(' '))?.[1];
    if ((read.unit ?? '') !== (unit ?? '')) complaints.push(`${table.title}: unit ${read.unit}, not ${unit}`);
    if (read.rows !== table.rows || read.cols !== table.cols)
      complaints.push(`${table.title}: ${read.rows}x${read.cols}, not ${table.rows}x${table.cols}`);
    const [a, b] = [cellsOf(table.cells, c => plain(c.inline)), cellsOf(read.cells, c => c.text.content)];
    total.cells += a.length;
    for (const cell of a) if (!b.includes(cell)) complaints.push(`${table.title}: lost ${cell}`);
    for (const cell of b) if (!a.includes(cell)) complaints.push(`${table.title}: invented ${cell}`);
    if (table.notes.length !== read.notes.length)
      complaints.push(`${table.title}: ${read.notes.length} notes, not ${table.notes.length}`);
  }
  const texts = document.blocks.flatMap(block => (block.text ? [bare(block.text.content)] : []));
  for (const block of report.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    total.paragraphs++;
    if (!texts.includes(bare(plain(block.inline)))) complaints.push(`lost ${block.kind}: ${plain(block.inline)}`);
  }
  for (const notice of document.notices) complaints.push(`notice ${notice.code} ${JSON.stringify(notice.params)}`);
  console.log(`${name}: ${complaints.length ? `${complaints.length} differences` : 'the same'}`);
  for (const line of complaints.slice(0, 12)) console.log(`  ✗ ${line.slice(0, 200)}`);
  wrong += complaints.length;
}
await vite.close();
console.log(
  `${total.tables} tables, ${total.cells} filled cells, ${total.paragraphs} paragraphs and headings; differences: ${wrong}; files in ${folder}`,
);
process.exit(wrong ? 1 : 0);
