#!/usr/bin/env node
// Makes the PDF fixtures anew: node test/readers/pdf/make-fixtures.mjs
// Small reports of the generator are set by LibreOffice Writer (`soffice`, with Noto Serif CJK); beside each PDF lies what has to be read
// from it, taken from the report, not from the PDF.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const vite = await createServer({
  root,
  configFile: resolve(root, 'vite.config.ts'),
  logLevel: 'error',
  server: { middlewareMode: true, watch: null },
  ssr: { noExternal: [], external: ['big.js'] },
});
const { makeAccounts } = await vite.ssrLoadModule('/test/generator/accounts.ts');
const { writeReport } = await vite.ssrLoadModule('/test/generator/narrative/index.ts');
const { STYLES } = await vite.ssrLoadModule('/test/generator/narrative/styles.ts');
const { plain } = await vite.ssrLoadModule('/test/generator/report.ts');
const { emitFodt, PLAIN } = await vite.ssrLoadModule('/test/readers/pdf/make/fodt.ts');

const titled = (report, names) =>
  report.blocks.filter(block => block.kind === 'table' && names.some(name => block.title.endsWith(name)));
const fixtures = {
  // One table over three pages: codes in three columns, wrapped labels, no header after the first page.
  'three-pages': {
    accounts: makeAccounts(5, { size: 'large' }),
    style: 'coast',
    setting: { landscapeFrom: 20, contents: false, size: 11 },
    blocks: report => titled(report, ['、支出决算表']),
  },
  // Lying pages, header repeated on each, figures at the top of their rows.
  landscape: {
    accounts: makeAccounts(3, { size: 'large' }),
    style: 'national',
    setting: { repeatHeader: true, figures: 'top', contents: false, furniture: false, landscapeFrom: 3 },
    blocks: report => titled(report, ['收入决算表', '“三公”经费支出决算表']),
  },
  // Two-sided tables upright, short labels spread over their cells; text before and after.
  'two-sided': {
    accounts: makeAccounts(1, { size: 'small' }),
    style: 'delta',
    setting: { spread: true, landscapeFrom: 20, contents: false, size: 11 },
    blocks: report => {
      const start = report.blocks.findIndex(block => block.kind === 'heading' && /情况说明$/.test(plain(block.inline)));
      const texts = report.blocks.slice(start).filter(block => block.kind === 'paragraph' || block.kind === 'heading');
      return [...texts.slice(0, 4), ...titled(report, ['收入支出决算总表', '基本支出决算表']).slice(0, 3), ...texts.slice(4, 12)];
    },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
const target = resolve(root, 'fixtures/readers/pdf');
mkdirSync(target, { recursive: true });
for (const [name, { accounts, style, setting, blocks }] of Object.entries(fixtures)) {
  const whole = writeReport(accounts, STYLES[style], 1);
  const report = { ...whole, blocks: blocks(whole) };
  writeFileSync(join(folder, `${name}.fodt`), emitFodt(report, { ...PLAIN, ...setting }));
  const expected = report.blocks.map(block =>
    block.kind === 'table'
      ? {
          title: block.title.replace(/^[一二三四五六七八九十]+、/, ''),
          unit: /单位[：:]\s*(\S+)/.exec(block.corner.join(' '))?.[1] ?? null,
          rows: block.rows,
          cols: block.cols,
          cells: block.cells.map(c => `${c.row},${c.col} ${c.rowSpan}x${c.colSpan} ${plain(c.inline)}`.trimEnd()),
          notes: block.notes,
        }
      : plain(block.inline),
  );
  writeFileSync(join(target, `${name}.json`), `${JSON.stringify(expected, null, 1)}\n`);
}
await vite.close();
const sources = Object.keys(fixtures).map(name => join(folder, `${name}.fodt`));
execFileSync(
  'soffice',
  ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, ...sources],
  { stdio: 'ignore' },
);
for (const name of Object.keys(fixtures)) copyFileSync(join(folder, `${name}.pdf`), join(target, `${name}.pdf`));
