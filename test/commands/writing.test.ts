import { spawn, spawnSync } from 'node:child_process';
import { linkSync, openSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { save } from '../../src/commands/parts/saving.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const BIN = resolve(import.meta.dirname, '../../bin/audit.js');
const posix = process.platform !== 'win32';
const ARGS = ['check', 'r.txt', '--format', 'json', '--all', '--fail-on', 'never'];

/** Runs the tool with a limit to the size of a file it may write (512-byte blocks), as a disk that fills up. */
function onSmallDisk(cwd: string, blocks: number, args: readonly string[], to = '') {
  const line = `ulimit -f ${blocks}; trap '' XFSZ; exec "$@" ${to}`;
  return spawnSync('sh', ['-c', line, 'sh', process.execPath, BIN, ...args], { cwd, encoding: 'utf8' });
}

describe('files that are written', () => {
  it('are there whole, and nothing else is left beside them', () => {
    const folder = folderWith({ 'r.txt': GOOD });
    expect(audit([...ARGS, '--output', 'out.json'], { cwd: folder }).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toHaveProperty('reports');
    expect(readdirSync(folder).sort()).toEqual(['out.json', 'r.txt']);
  });

  it.runIf(posix)('stay as they were when the disk is full, and it is told', () => {
    const folder = folderWith({ 'r.txt': GOOD, 'out.json': 'as it was' });
    const { status, stderr } = onSmallDisk(folder, 4, [...ARGS, '--output', 'out.json']);
    expect(status).toBe(2);
    expect(stderr).toContain('磁盘满了');
    expect(stderr).toContain('out.json');
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder).sort()).toEqual(['out.json', 'r.txt']);
  });

  it.runIf(posix)('a baseline outlives a full disk', () => {
    const folder = folderWith({ 'r.txt': BAD });
    const write = ['check', 'r.txt', '--baseline', 'b.json', '--write-baseline', '--fail-on', 'never'];
    expect(audit(write, { cwd: folder }).code).toBe(0);
    const before = readFileSync(join(folder, 'b.json'), 'utf8');
    writeFileSync(join(folder, 'many.txt'), BAD.replace('测试局', '测试二局'));
    const { status } = onSmallDisk(folder, 1, ['check', 'many.txt', ...write.slice(2)]);
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe(before);
  });

  it.runIf(posix)('standard output into a file that fills up is told, never cut off in silence', () => {
    const folder = folderWith({ 'r.txt': GOOD });
    const { status, stderr } = onSmallDisk(folder, 4, ARGS, '> out.json');
    expect(status).toBe(2);
    expect(stderr).toContain('没有写完');
    expect(statSync(join(folder, 'out.json')).size).toBe(4 * 512);
  });

  it.runIf(process.platform === 'linux')('a full device is told with exit 2, for --version as well', () => {
    const folder = folderWith({ 'r.txt': GOOD });
    for (const args of [['--version'], ['--help'], ARGS]) {
      const { code, err } = audit(args, { cwd: folder, stdout: openSync('/dev/full', 'w') });
      expect(code).toBe(2);
      expect(err).toContain('没有写完');
      expect(err).not.toMatch(/\bat .*\.js:\d+/);
    }
  });

  it.runIf(posix)('keep their permissions and the link that leads to them', () => {
    const folder = folderWith({ 'r.txt': GOOD, 'real.json': '' });
    symlinkSync('real.json', join(folder, 'link.json'));
    spawnSync('chmod', ['640', join(folder, 'real.json')]);
    expect(audit([...ARGS, '--output', 'link.json'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toContain('"reports"');
    expect(statSync(join(folder, 'real.json')).mode & 0o777).toBe(0o640);
  });

  it('never are the report itself: by name, by another path, by a link', () => {
    const folder = folderWith({ 'r.txt': GOOD, 'sub/x.txt': GOOD });
    linkSync(join(folder, 'r.txt'), join(folder, 'hard.txt'));
    for (const output of ['r.txt', './sub/../r.txt', ...(posix ? ['hard.txt'] : [])])
      for (const args of [
        ['check', 'r.txt'],
        ['figures', 'r.txt'],
        ['diff', 'r.txt'],
      ]) {
        const { code, err } = audit([...args, '--output', output], { cwd: folder });
        expect(code).toBe(2);
        expect(err).toContain('本次要读');
        expect(readFileSync(join(folder, 'r.txt'), 'utf8')).toBe(GOOD);
      }
    expect(audit(['check', 'sub', '--output', 'sub/x.txt'], { cwd: folder }).err).toContain('本次要读');
  });

  it('never are each other, the configuration or the baseline', () => {
    const folder = folderWith({ 'r.txt': GOOD, 'audit.yaml': 'strict: false\n' });
    const twice = audit(['check', 'r.txt', '--format', 'json', '--output', 'o', '--format', 'csv', '--output', './o'], {
      cwd: folder,
    });
    expect(twice.code).toBe(2);
    expect(twice.err).toContain('两份输出');
    expect(audit(['check', 'r.txt', '--output', 'audit.yaml'], { cwd: folder }).err).toContain('本次要读');
    const onto = audit(['check', 'r.txt', '--output', 'b.json', '--baseline', 'b.json', '--write-baseline'], { cwd: folder });
    expect(onto.err).toContain('两份输出');
    expect(readdirSync(folder).sort()).toEqual(['audit.yaml', 'r.txt']);
  });

  it('a baseline that several runs write at once holds the findings of all', async () => {
    const names = ['甲', '乙', '丙', '丁'];
    const folder = folderWith(Object.fromEntries(names.map(name => [`${name}.txt`, BAD.replace('测试局', `${name}局`)])));
    const codes = await Promise.all(
      names.map(
        name =>
          new Promise(done => {
            const args = ['check', `${name}.txt`, '--baseline', 'b.json', '--write-baseline', '--fail-on', 'never'];
            spawn(process.execPath, [BIN, ...args], { cwd: folder, stdio: 'ignore' }).on('close', done);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    const { findings } = JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8')) as { findings: { file: string }[] };
    expect(new Set(findings.map(one => one.file))).toEqual(new Set(names.map(name => `${name}.txt`)));
    expect(readdirSync(folder)).not.toContain('b.json.lock');
    rmSync(folder, { recursive: true });
  });

  it('stay as they were when a signal comes in the middle, and it is told', async () => {
    const folder = folderWith({ 'out.json': 'as it was' });
    const before = process.listenerCount('SIGTERM');
    const saving = save(join(folder, 'out.json'), new Uint8Array(32 << 20));
    const told = expect(saving).rejects.toMatchObject({ code: 'output.interrupted', params: { signal: 'SIGTERM' } });
    while (process.listenerCount('SIGTERM') === before) await new Promise(done => setImmediate(done));
    process.emit('SIGTERM', 'SIGTERM');
    await told;
    expect(process.listenerCount('SIGTERM')).toBe(before);
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });
});
