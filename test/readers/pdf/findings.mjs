#!/usr/bin/env node
// Audits generated reports, with mistakes in them, as docx and as a PDF set by LibreOffice, and compares figures and findings:
//   node test/readers/pdf/findings.mjs [HOW-MANY = 7] [FIRST-SEED = 0]
// Needs `soffice` (LibreOffice Writer) and a Chinese font. Exit code 1 when anything differs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer, loadConfigFromFile } from 'vite';

const [count = '7', from = '0'] = process.argv.slice(2);
process.chdir(resolve(import.meta.dirname, '../../..'));
// The project's own configuration, for its YAML; packages are left to Node.
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' });
const vite = await createServer({
  ...config,
  configFile: false,
  ssr: {},
  server: { middlewareMode: true, ws: false },
  logLevel: 'error',
});
const load = path => vite.ssrLoadModule(path);
const { audit } = await load('/src/audit.ts');
const { phrase } = await load('/src/reporters/parts/words/finding.ts');
const { sample } = await load('/test/generator/sweep.ts');
const { mutations } = await load('/test/generator/mutate.ts');
const { randomOf } = await load('/test/generator/random.ts');
const { emitDocx } = await load('/test/generator/emit/docx.ts');
const { emitFodt, PLAIN } = await load('/test/readers/pdf/make/fodt.ts');

const settings = [
  {},
  { repeatHeader: true, justify: false, figures: 'top' },
  { furniture: false, contents: false, spread: true },
  { repeatHeader: true, landscapeFrom: 3 },
];
const folder = mkdtempSync(join(tmpdir(), 'findings-'));
const made = Array.from({ length: Number(count) }, (_, i) => {
  const seed = Number(from) + i;
  const { name, report, accounts } = sample(seed);
  // Fifty columns on a sheet of paper are nobody's table; a chart is a picture there.
  const fits = block => block.kind !== 'chart' && (block.kind !== 'table' || block.cols <= 16);
  const plain = { ...report, blocks: report.blocks.filter(fits) };
  const changed = mutations(plain, accounts, randomOf(`printed${seed}`), 1)[0]?.report ?? plain;
  const fodt = join(folder, `${name}.fodt`);
  writeFileSync(fodt, emitFodt(changed, { ...PLAIN, ...settings[seed % settings.length] }));
  return { name, docx: emitDocx(changed), fodt, pdf: join(folder, `${name}.pdf`) };
});
const profile = `-env:UserInstallation=file://${folder}/profile`;
const files = made.map(one => one.fodt);
execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' });

const bare = text => text.replace(/[\s\u3000]+/g, '');
const figureWords = ({ printed, amount, label, fact, at }) =>
  bare([printed, amount.unit, at ? `${at.table}/${at.row}/${at.col}` : label, ...Object.values(fact)].join('|'));
const findingWords = finding => bare([finding.rule, finding.severity, phrase(finding, 'zh')].join('|'));
/** What is in one list and not in the other, each as often as it is. */
function without(list, other) {
  const left = [...other];
  return list.filter(one => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const total = { figures: 0, findings: 0, lost: 0, invented: 0, unsaid: 0, false: 0 };
for (const { name, docx, pdf } of made) {
  const [word, page] = [
    await audit([{ file: 'report', bytes: docx }]),
    await audit([{ file: 'report', bytes: readFileSync(pdf) }]),
  ];
  const compare = (pick, words) => {
    const [a, b] = [pick(word).map(words), pick(page).map(words)];
    return { all: a.length, lost: without(a, b), more: without(b, a) };
  };
  const figures = compare(one => one.figures, figureWords);
  const findings = compare(one => one.findings, findingWords);
  total.figures += figures.all;
  total.findings += findings.all;
  total.lost += figures.lost.length;
  total.invented += figures.more.length;
  total.unsaid += findings.lost.length;
  total.false += findings.more.length;
  const { lost, more } = figures;
  const odd = [lost, more, findings.lost, findings.more].map(list => list.length);
  console.log(
    `${name}: ${figures.all} figures, ${findings.all} findings; ${odd.some(Boolean) ? `differ by ${odd}` : 'the same'}`,
  );
  for (const [sign, list] of [
    ['- figure', lost],
    ['+ figure', more],
    ['- finding', findings.lost],
    ['+ finding', findings.more],
  ])
    for (const line of list.slice(0, 5)) console.log(`  ${sign} ${line.slice(0, 180)}`);
}
await vite.close();
console.log(
  `${total.figures} figures: ${total.lost} lost, ${total.invented} invented; ${total.findings} findings: ${total.unsaid} unsaid, ${total.false} false; files in ${folder}`,
);
process.exit(total.lost + total.invented + total.unsaid + total.false ? 1 : 0);
