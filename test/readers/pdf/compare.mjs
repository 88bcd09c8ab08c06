#!/usr/bin/env node
// Compares the tables the PDF reader finds with two independent witnesses:
//   node test/readers/pdf/compare.mjs REPORT.pdf [FIGURES.json]
// 1. FIGURES.json, made by a person: [{ kind: "table", table, row, code, column, value, page }, …]. For each: is there a cell with this
//    value in the table of this title, in the row of this label and code, under the header of this column, on this page?
// 2. the words of `pdftotext -bbox` (poppler-utils), another program: every number it sees must be a number of the document at the same
//    spot and page, and every table figure of the document must be a word of it.
// Exit code 1 when anything differs.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer } from 'vite';

const [report, truth] = process.argv.slice(2);
if (!report) {
  process.stderr.write('usage: compare.mjs REPORT.pdf [FIGURES.json]\n');
  process.exit(2);
}
const root = resolve(import.meta.dirname, '../../..');
const vite = await createServer({
  root,
  configFile: resolve(root, 'vite.config.ts'),
  logLevel: 'error',
  server: { middlewareMode: true, watch: null },
  ssr: { noExternal: [], external: ['@embedpdf/pdfium', 'big.js'] },
});
const { readPdf } = await vite.ssrLoadModule('/src/readers/pdf/read.ts');
const { placeOf } = await vite.ssrLoadModule('/src/model/index.ts');

const document = await readPdf({ file: report, bytes: readFileSync(report) });
await vite.close();
const tables = document.blocks.filter(block => block.kind === 'table');
const bare = text => text.replace(/[\s\u3000]+/g, '');
const plain = text => bare(text).replace(/[,，]/g, '');
const NUMBER = /(?<![\d.,])\d[\d,]*\.\d+(?![\d.])/g;
let wrong = 0;
const complain = line => {
  wrong++;
  console.log(`  ✗ ${line}`);
};

// ---- a person's list ----
const covers = (cell, col) => cell.col <= col && col < cell.col + cell.colSpan;
/** All header texts above a cell, and its row's cells to the left of it up to the nearest name. */
function addressOf(table, cell) {
  const isFigure = c => /^-?\d[\d,]*\.\d+$/.test(bare(c.text.content));
  const bodyRow = Math.min(...table.cells.filter(isFigure).map(c => c.row));
  const header = table.cells
    .filter(c => c.row < bodyRow && covers(c, cell.col))
    .map(c => bare(c.text.content))
    .filter(Boolean);
  const left = table.cells
    .filter(c => c.row <= cell.row && cell.row < c.row + c.rowSpan && c.col < cell.col && bare(c.text.content))
    .sort((a, b) => b.col - a.col);
  const name = left.find(c => !/^[\d,.]+$/.test(bare(c.text.content)));
  let code = '';
  for (const c of left.filter(c => name && c.col < name.col)) {
    if (!/^\d+$/.test(bare(c.text.content))) break;
    code = bare(c.text.content) + code;
  }
  return { header, name: name ? bare(name.text.content) : '', code };
}

if (truth) {
  const figures = JSON.parse(readFileSync(truth, 'utf8')).filter(figure => figure.kind === 'table');
  const score = { value: 0, row: 0, column: 0, page: 0, all: 0 };
  for (const figure of figures) {
    const table = tables.find(t => bare(t.title?.content ?? '') === bare(figure.table));
    const candidates = (table?.cells ?? []).filter(c => plain(c.text.content) === figure.value);
    const judged = candidates.map(cell => {
      const { header, name, code } = addressOf(table, cell);
      // «年初结转·其中一项» names the row by its parent and itself.
      const named = name === bare(figure.row).split('·').at(-1) || header.some(h => h === bare(figure.row));
      const row = named && (figure.code === '' || code === figure.code);
      const column = bare(figure.column)
        .split('·')
        .every(part => header.includes(part));
      return { row, column, page: placeOf(cell.text).page === figure.page, all: row && column };
    });
    const best = judged.find(j => j.all && j.page) ?? judged.find(j => j.all) ?? judged[0];
    if (candidates.length) score.value++;
    for (const key of ['row', 'column', 'page', 'all']) if (best?.[key]) score[key]++;
    if (!best?.all || !best.page)
      complain(`${figure.where} = ${figure.value} (page ${figure.page}): ${best ? JSON.stringify(best) : 'no such value'}`);
  }
  console.log(
    `labelled table figures: ${figures.length}; value ${score.value}, row ${score.row}, column ${score.column}, page ${score.page}, row+column+value ${score.all}`,
  );
}

// ---- another program ----
const xml = execFileSync('pdftotext', ['-bbox', report, '-'], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const words = xml
  .split('<page ')
  .slice(1)
  .flatMap((page, i) =>
    [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].flatMap(m =>
      [...m[5].matchAll(NUMBER)].map(number => ({ page: i + 1, box: m.slice(1, 5).map(Number), text: number[0] })),
    ),
  );
const texts = document.blocks.flatMap(block =>
  block.kind === 'table'
    ? [
        ...block.cells.map(cell => [cell.text, true]),
        ...(block.title ? [[block.title, false]] : []),
        ...block.notes.map(note => [note, false]),
      ]
    : block.text
      ? [[block.text, false]]
      : [],
);
const numbers = texts.flatMap(([text, inTable]) =>
  [...text.content.matchAll(NUMBER)].map(m => ({ text: m[0], inTable, ...placeOf(text, m.index, m.index + m[0].length) })),
);
const near = (a, b) =>
  a.page === b.page &&
  a.text === b.text &&
  a.box[0] < b.box[2] + 3 &&
  b.box[0] < a.box[2] + 3 &&
  a.box[1] < b.box[3] + 3 &&
  b.box[1] < a.box[3] + 3;
const lost = words.filter(word => !numbers.some(number => near(word, number)));
const odd = numbers.filter(number => number.inTable && !words.some(word => near(word, number)));
for (const word of lost) complain(`pdftotext has ${word.text} on page ${word.page}, the document has not`);
for (const number of odd) complain(`the document has ${number.text} on page ${number.page}, pdftotext has not`);
console.log(
  `numbers with decimals seen by pdftotext: ${words.length}, also in the document at the same spot: ${words.length - lost.length}`,
);
console.log(
  `numbers in the document's tables: ${numbers.filter(n => n.inTable).length}, also seen by pdftotext at the same spot: ${numbers.filter(n => n.inTable).length - odd.length}`,
);
process.exit(wrong ? 1 : 0);
