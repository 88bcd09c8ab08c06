// A district overnight: what a run over many generated reports finds, that it says the same however it is run, and what it takes.
//   npm run build && node test/bench/district.mjs [--reports 400] [--folder FOLDER]
// Every twentieth report has a planted mistake, every hundredth file is damaged. Held: every one is found and none invented; one and
// two threads, parts put together, a filled cache, a run that was ended by a signal and gone on with give the same bytes. Told: wall,
// CPU and peak memory of each. Exit code 1 where something does not hold.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
/** AUDIT_BIN names another build of the tool. */
const bin = resolve(process.env.AUDIT_BIN ?? join(root, 'bin/audit.js'));
const flag = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const count = Number(flag('reports', 400));

if (flag('make')) {
  await make(flag('make'));
  process.exit();
}
const given = flag('folder');
const folder = given ? resolve(given) : mkdtempSync(join(tmpdir(), 'audit-district-'));
mkdirSync(folder, { recursive: true });

/** Loaded before the tool: tells what the process took when it ends. */
const meter = join(folder, 'meter.mjs');
writeFileSync(
  meter,
  `import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.METER, JSON.stringify({ peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});
`,
);

let holds = true;
const say = (name, isTrue, more = '') => {
  holds &&= isTrue;
  console.log(`${isTrue ? 'holds  ' : 'FAILS  '}${name}${more ? `: ${more}` : ''}`);
};

/** Runs the tool; `until`: ends it by SIGINT as soon as its output file is so many bytes long. */
async function run(name, args, { until } = {}) {
  const told = join(folder, 'told.json');
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', pathToFileURL(meter).href, bin, ...args], {
    cwd: folder,
    env: { ...process.env, METER: told },
  });
  let err = '';
  let out = 0;
  child.stderr.on('data', piece => {
    err += piece;
  });
  child.stdout.on('data', piece => {
    out += piece.length;
    // A second signal would end it at once.
    if (until !== undefined && out > until && !child.killed) child.kill('SIGINT');
  });
  if (until !== undefined) child.stdout.pipe(await writer(join(folder, 'half.ndjson')));
  const code = await new Promise(done => child.on('close', done));
  const wall = (performance.now() - began) / 1000;
  const { peak, cpu } = JSON.parse(readFileSync(told, 'utf8'));
  const took = `${wall.toFixed(1).padStart(7)} s wall ${cpu.toFixed(1).padStart(7)} s CPU ${peak.toFixed(0).padStart(6)} MB at its peak`;
  console.log(`${name.padEnd(34)}${took}`);
  return { code, err, wall, cpu, peak };
}
const writer = async file => (await import('node:fs')).createWriteStream(file);

const FORMATS = { ndjson: 'ndjson', csv: 'csv', json: 'json', sarif: 'sarif', terminal: 'txt', markdown: 'md' };
const into = name => Object.entries(FORMATS).flatMap(([format, end]) => ['--format', format, '--output', `${name}.${end}`]);
const same = name =>
  Object.values(FORMATS).filter(
    end => !readFileSync(join(folder, `${name}.${end}`)).equals(readFileSync(join(folder, `one.${end}`))),
  );
const holdSame = (words, name) => say(words, same(name).length === 0, same(name).join(' '));

// Made by a process of its own: a program that is started counts what its parent holds as its own peak.
const list = join(folder, 'district.json');
if (!existsSync(list)) {
  const maker = spawn(process.execPath, [import.meta.filename, '--make', list, '--reports', String(count)], { stdio: 'inherit' });
  await new Promise(done => maker.on('close', done));
}
const district = JSON.parse(readFileSync(list, 'utf8'));
console.log(
  `${district.reports.length} reports, ${district.planted.length} with a mistake, ${district.damaged.length} damaged\n`,
);

const one = await run('one thread', ['check', 'reports', '--jobs', '1', ...into('one')]);
const lines = readFileSync(join(folder, 'one.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));
const isLoud = line => line.problems?.some(({ severity }) => severity !== 'note');
const loud = new Set(lines.filter(isLoud).flatMap(({ file }) => file.split(' + ')));
const named = list => list.map(file => `reports/${file}`);
const missed = named(district.planted).filter(file => !loud.has(file));
const invented = lines.filter(
  line => isLoud(line) && !line.file.split(' + ').some(file => named(district.planted).includes(file)),
);
const failed = lines.filter(({ type }) => type === 'failure').map(({ file }) => file);
say('every planted mistake is found', missed.length === 0, missed.join(' '));
say('none is invented', invented.length === 0, invented.map(({ file }) => file).join(' '));
say(
  'every damaged file is told',
  named(district.damaged).every(file => failed.includes(file)),
);

const two = await run('two threads', ['check', 'reports', '--jobs', '2', ...into('two')]);
holdSame('two threads give the same bytes', 'two');
console.log(
  `       two threads: ${(one.wall / two.wall).toFixed(2)} × one by the clock, ${(two.cpu / one.cpu).toFixed(2)} × its CPU`,
);

for (const nth of [1, 2, 3])
  await run(`part ${nth} of 3`, [
    'check',
    'reports',
    '--jobs',
    '1',
    '--shard',
    `${nth}/3`,
    '--format',
    'ndjson',
    '--output',
    `p${nth}.ndjson`,
  ]);
await run('put together', ['merge', 'p2.ndjson', 'p3.ndjson', 'p1.ndjson', ...into('merged')]);
holdSame('parts put together give the same bytes', 'merged');

await run('with an empty cache', ['check', 'reports', '--jobs', '2', '--cache', 'cache', ...into('first')]);
holdSame('an empty cache gives the same bytes', 'first');
await run('with a full cache', ['check', 'reports', '--jobs', '1', '--cache', 'cache', ...into('again')]);
holdSame('a full cache gives the same bytes', 'again');

const size = readFileSync(join(folder, 'one.ndjson')).length;
const broken = await run('ended by a signal', ['check', 'reports', '--jobs', '2', '--format', 'ndjson'], { until: size / 3 });
say('a run that is ended says how to go on', broken.code === 2 && /--resume|--cache/.test(broken.err));
await run('gone on with', ['check', 'reports', '--jobs', '2', '--resume', 'half.ndjson', ...into('resumed')]);
holdSame('a run that is gone on with gives the same bytes', 'resumed');

await run('the overview', ['overview', 'one.ndjson', '--output', 'overview.html']);
if (!given) rmSync(folder, { recursive: true, force: true });
process.exitCode = holds ? 0 : 1;

/** Writes the reports beside a list of them. */
async function make(file) {
  const { createServer, loadConfigFromFile } = await import('vite');
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' }, join(root, 'vite.config.ts'));
  const options = { server: { middlewareMode: true, ws: false }, appType: 'custom', logLevel: 'error' };
  const server = await createServer({ ...config, root, configFile: false, ssr: {}, ...options });
  const { writeDistrict } = await server.ssrLoadModule('/test/generator/district.ts');
  writeFileSync(file, JSON.stringify(writeDistrict(join(dirname(file), 'reports'), count)));
  await server.close();
}
