// The tool and its tests on every version of Node.js that is supported, whose binaries are the npm package «node»:
//   npm run build && node test/versions.mjs [--all] [20 22 24 26]
// Without --all a short set of tests. Installs each version into a temporary folder. Exit code 1 where one of them fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const SHORT = ['test/model', 'test/check', 'test/joining', 'test/commands/overview.test.ts', 'test/commands/verdict.test.ts'];
const given = process.argv.slice(2);
const isAll = given.includes('--all');
const named = given.filter(word => /^\d+$/.test(word));
const versions = named.length > 0 ? named : ['20', '22', '24', '26'];
const folder = mkdtempSync(join(tmpdir(), 'audit-node-'));

/** The binary of a version, or undefined where it cannot be had. */
function binaryOf(version) {
  const home = join(folder, version);
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `node@${version}`], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const files = ['bin/node', 'bin/node.exe'].map(file => join(home, 'node_modules/node', file));
  return files.find(existsSync);
}

/** What the tool says of the example of the README: the same on every version. */
const said = binary => {
  const { status, stdout } = spawnSync(binary, [join(root, 'bin/audit.js'), 'check', 'fixtures/example.txt'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80' },
  });
  return `${status}\n${stdout}`;
};

let holds = true;
const own = said(process.execPath);
for (const version of versions) {
  const binary = binaryOf(version);
  const told = binary ? spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.trim() : '';
  if (!told.startsWith(`v${version}.`)) {
    console.log(`Node.js ${version}: cannot be installed here`);
    holds = false;
    continue;
  }
  const isSame = said(binary) === own;
  const { status, stdout } = spawnSync(binary, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...(isAll ? [] : SHORT)], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const counts = /Tests .*/.exec(stdout.replace(/\u001b\[\d+m/g, ''))?.[0] ?? '';
  console.log(
    `Node.js ${told}: the tool says ${isSame ? 'the same' : 'SOMETHING ELSE'}; ${status === 0 ? 'passed' : 'FAILED'} ${counts}`,
  );
  if (status !== 0) writeFileSync(join(tmpdir(), `audit-node-${version}.log`), stdout);
  holds &&= isSame && status === 0;
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = holds ? 0 : 1;
