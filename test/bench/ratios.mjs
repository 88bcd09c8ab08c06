// What an audit costs, as ratios that other machines can be compared by (CPU time; build first):
//   npm run build && node test/bench/ratios.mjs [--pdf REPORT.pdf] [--runs 7]
// A new process against an empty node (a PDF against `pdftotext -layout`), a warm audit for each figure, and that for n, 2n and 4n.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer, loadConfigFromFile } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const flag = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const runs = Number(flag('runs', 7));
const pdf = resolve(flag('pdf', join(root, 'fixtures/readers/pdf/three-pages.pdf')));

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = value => `${value.toFixed(0).padStart(6)} ms`;

/** CPU of a command and of what it starts, as the shell counts it: milliseconds for one of `times` runs. */
function cpuOf(command, times = 3) {
  const script = `i=0; while [ $i -lt ${times} ]; do "$@" >/dev/null 2>&1; i=$((i+1)); done; times`;
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...command], { encoding: 'utf8' });
  const children = stdout.trim().split('\n').at(-1);
  const spent = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  return (spent.reduce((a, b) => a + b, 0) * 1000) / times;
}

/** Two commands in turn, so that both see the same machine: medians, and the median of the ratios. */
function paired(one, other) {
  const pairs = Array.from({ length: runs }, () => [cpuOf(one), cpuOf(other)]);
  return [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b)), median(pairs.map(([a, b]) => a / b))];
}

async function warm(audit, { file, bytes }) {
  const spent = [];
  let figures = 0;
  for (let i = 0; i < 10 + runs; i++) {
    const before = process.cpuUsage();
    figures = (await audit([{ file, bytes }])).figures.length;
    const { user, system } = process.cpuUsage(before);
    if (i >= 10) spent.push((user + system) / 1000);
  }
  return [median(spent), figures];
}

const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' });
const server = await createServer({
  ...config,
  configFile: false,
  ssr: {},
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
const folder = mkdtempSync(join(tmpdir(), 'audit-ratios-'));
try {
  const { samples, growing } = await server.ssrLoadModule('/test/bench/ratios.ts');
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const check = file => [process.execPath, join(root, 'bin/audit.js'), 'check', file];
  console.log('A new process');
  for (const { name, file, bytes } of samples) {
    writeFileSync(join(folder, file), bytes);
    const [own, nothing, ratio] = paired(check(join(folder, file)), [process.execPath, empty]);
    console.log(`  ${name.padEnd(18)}${ms(own)}   ${ratio.toFixed(1)} × an empty node (${ms(nothing).trim()})`);
  }
  const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;
  const [own, other, ratio] = paired(check(pdf), hasPdftotext ? ['pdftotext', '-layout', pdf, '-'] : [process.execPath, empty]);
  const beside = hasPdftotext ? 'pdftotext -layout' : 'an empty node';
  console.log(`  ${'pdf'.padEnd(18)}${ms(own)}   ${ratio.toFixed(1)} × ${beside} (${ms(other).trim()})`);

  const { audit } = await import(join(root, 'dist/index.js'));
  console.log('Warm, in one process');
  for (const sample of [...samples, { name: 'pdf', file: pdf, bytes: new Uint8Array(readFileSync(pdf)) }, ...growing]) {
    const [spent, figures] = await warm(audit, sample);
    const each = ((spent * 1000) / figures).toFixed(0);
    console.log(`  ${sample.name.padEnd(18)}${ms(spent)}   ${each.padStart(5)} µs for each of ${figures} figures`);
  }
} finally {
  rmSync(folder, { recursive: true });
  await server.close();
}
