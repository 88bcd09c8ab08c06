import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputSchemas } from '../../src/reporters/schema/index.ts';
import { type District, writeDistrict } from '../generator/district.ts';
import { audit } from './run.ts';

const COUNT = 30;
const FORMATS = { ndjson: 'ndjson', terminal: 'txt', csv: 'csv', json: 'json', compact: 'log', sarif: 'sarif' } as const;

const folder = mkdtempSync(join(tmpdir(), 'many-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let district: District;
const run = (...args: string[]) => audit(args, { cwd: folder });
const into = (name: string) =>
  Object.entries(FORMATS).flatMap(([format, end]) => ['--format', format, '--output', `${name}.${end}`]);
const outputs = (name: string) =>
  Object.fromEntries(Object.values(FORMATS).map(end => [end, readFileSync(join(folder, `${name}.${end}`), 'utf8')]));
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

beforeAll(() => {
  district = writeDistrict(join(folder, '报告'), COUNT);
  // The same bytes under another name, and what cannot be read: told, and told once.
  mkdirSync(join(folder, '报告/另'));
  copyFileSync(join(folder, '报告', district.reports[0]!), join(folder, '报告/另/副本.txt'));
  writeFileSync(join(folder, '报告/附图.rar'), 'Rar!');
  run('check', '报告', '--jobs', '1', ...into('one'));
}, 300_000);

describe('many reports', () => {
  it('every planted mistake and every damaged file is told, a line each that fits the schema', () => {
    const told = lines(readFileSync(join(folder, 'one.ndjson'), 'utf8'));
    const wrong = (file: string) => told.find(one => one.file === `报告/${file}`)?.problems?.length > 0;
    expect(district.planted.length).toBeGreaterThan(0);
    expect(district.planted.filter(file => !wrong(file))).toEqual([]);
    const failed = told.filter(one => one.type === 'failure').map(one => one.file);
    expect(failed).toEqual(district.damaged.map(file => `报告/${file}`));
    expect(told.filter(one => one.type === 'unread').map(one => one.file)).toEqual(['报告/附图.rar']);
    expect(told).toHaveLength(COUNT + 1);
    const ajv = new Ajv({ strict: false }).addSchema(outputSchemas.check as object);
    const validate = ajv.compile(outputSchemas.ndjson as object);
    expect(told.flatMap(one => (validate(one) ? [] : validate.errors))).toEqual([]);
  });
  it('two threads give the same bytes as one', () => {
    const { code } = run('check', '报告', '--jobs', '2', ...into('two'));
    expect(code).toBe(2);
    expect(outputs('two')).toEqual(outputs('one'));
  }, 300_000);
  it('parts give the same bytes, put together in any order; a part that is missing is told', () => {
    for (const nth of [1, 2, 3])
      run('check', '报告', '--shard', `${nth}/3`, '--format', 'ndjson', '--output', `part-${nth}.ndjson`);
    const { code, err } = run('merge', 'part-3.ndjson', 'part-1.ndjson', 'part-2.ndjson', ...into('merged'));
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(outputs('merged')).toEqual(outputs('one'));
    const less = run('merge', 'part-1.ndjson', 'part-2.ndjson');
    expect(less.code).toBe(2);
    expect(less.err).toContain('3/3');
    writeFileSync(join(folder, 'broken.ndjson'), readFileSync(join(folder, 'part-1.ndjson'), 'utf8').slice(0, 500));
    expect(run('merge', 'broken.ndjson')).toMatchObject({ code: 2, out: '' });
    expect(run('merge', 'part-1.ndjson', '--format', 'junit').err).toContain('--all');
  }, 300_000);
  it('the cache gives the same bytes, be an entry of it broken', () => {
    run('check', '报告', '--cache', '缓存', ...into('first'));
    const entries = readdirSync(join(folder, '缓存'), { recursive: true, encoding: 'utf8' }).filter(one =>
      one.endsWith('.result'),
    );
    expect(entries.length).toBeGreaterThan(COUNT / 2);
    writeFileSync(join(folder, '缓存', entries[0]!), 'x');
    run('check', '报告', '--cache', '缓存', ...into('again'));
    expect(outputs('first')).toEqual(outputs('one'));
    expect(outputs('again')).toEqual(outputs('one'));
  }, 300_000);
  it('what broke off is gone on with, and gives the same bytes', () => {
    const whole = readFileSync(join(folder, 'one.ndjson'), 'utf8');
    writeFileSync(join(folder, 'half.ndjson'), whole.slice(0, whole.length / 2));
    run('check', '报告', '--resume', 'half.ndjson', ...into('resumed'));
    expect(outputs('resumed')).toEqual(outputs('one'));
  }, 300_000);
  it.skipIf(process.platform === 'win32').each(['1', '2'])(
    'a signal ends a run of %s well: what is done is told, and how to go on; no thread is left',
    async jobs => {
      const bin = resolve(import.meta.dirname, '../../bin/audit.js');
      const child = spawn(process.execPath, [bin, 'check', '报告', '--jobs', jobs, '--format', 'ndjson'], { cwd: folder });
      let out = '';
      let err = '';
      child.stdout.on('data', (piece: Buffer) => {
        if (out === '') child.kill('SIGINT');
        out += piece.toString();
      });
      child.stderr.on('data', (piece: Buffer) => {
        err += piece.toString();
      });
      const code = await new Promise(done => child.on('close', done));
      expect(code).toBe(2);
      const all = readFileSync(join(folder, 'one.ndjson'), 'utf8').split('\n');
      expect(out.split('\n').filter(line => !all.includes(line))).toEqual([]);
      expect(lines(out).length).toBeLessThan(COUNT);
      expect(err).toContain('已停止');
      expect(err).toContain('--cache');
    },
    300_000,
  );
  it('wrong numbers of threads and parts are told', () => {
    expect(run('check', '报告', '--jobs', '0')).toMatchObject({ code: 2, out: '' });
    expect(run('check', '报告', '--shard', '4/3').err).toContain('3/16');
  });
});
