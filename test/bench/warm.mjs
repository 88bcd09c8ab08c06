// Audits one file again and again in one process and prints the median CPU of a run in milliseconds, and how many figures it has:
//   node test/bench/warm.mjs CHECKOUT FILE RUNS     (CHECKOUT: a folder that was built; the first runs, half as many, are not counted)
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [checkout, file, runs] = process.argv.slice(2);
const { audit } = await import(pathToFileURL(resolve(checkout, 'dist/index.js')).href);
const bytes = new Uint8Array(readFileSync(file));
const spent = [];
let figures = 0;
for (let i = 0; i < runs * 1.5; i++) {
  const before = process.cpuUsage();
  figures = (await audit([{ file, bytes }])).figures.length;
  const { user, system } = process.cpuUsage(before);
  if (i >= runs / 2) spent.push((user + system) / 1000);
}
spent.sort((a, b) => a - b);
console.log(JSON.stringify({ spent: spent[spent.length >> 1], figures }));
