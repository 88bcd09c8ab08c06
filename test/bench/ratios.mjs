// What an audit costs, as ratios that other machines can be compared by (CPU time; build first):
//   npm run build && node test/bench/ratios.mjs [--pdf REPORT.pdf] [--text REPORT.txt] [--runs 7] [--against CHECKOUT]
// A new process against an empty node (a PDF against `pdftotext -layout`), a warm audit for each figure, and that for n, 2n and 4n;
// with another checkout that was built, warm audits of both in turn, and what this one takes of the other's.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Median CPU of a warm audit in a process of its own, by this build or another one. */
function warm(file, checkout = root) {
  const script = join(root, 'test/bench/warm.mjs');
  const { stdout } = spawnSync(process.execPath, [script, checkout, file, String(runs * 3)], { encoding: 'utf8' });
  return JSON.parse(stdout);
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

  const text = flag('text') && { name: 'text of --text', file: resolve(flag('text')) };
  const files = [...samples, ...growing].map(({ name, file, bytes }, i) => {
    const path = join(folder, `${i}-${file}`);
    writeFileSync(path, bytes);
    return { name, file: path };
  });
  const all = [...files.slice(0, samples.length), { name: 'pdf', file: pdf }, ...(text ? [text] : [])];
  const against = flag('against');
  console.log('Warm, each file in a process of its own');
  for (const { name, file } of [...all, ...files.slice(samples.length)]) {
    const { spent, figures } = warm(file);
    const each = ((spent * 1000) / figures).toFixed(0);
    console.log(`  ${name.padEnd(18)}${ms(spent)}   ${each.padStart(5)} µs for each of ${figures} figures`);
  }
  if (against) {
    console.log('Warm, of what the other build takes');
    for (const { name, file } of all) {
      const pairs = Array.from({ length: 3 }, () => warm(file).spent / warm(file, resolve(against)).spent);
      console.log(`  ${name.padEnd(18)}${median(pairs).toFixed(2)}   (${pairs.map(one => one.toFixed(2)).join(', ')})`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
  await server.close();
}
