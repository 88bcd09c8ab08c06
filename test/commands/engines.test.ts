import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { audit, BAD, folderWith, GOOD } from './run.ts';

// What the README shows of many machines is run as it stands there, with the tool under its name on the path.
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]+?)```/g)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}));
const blockWith = (language: string, words: string) => {
  const found = blocks.filter(block => block.language === language && block.text.includes(words));
  expect(found.map(({ text }) => text.split('\n')[0])).toHaveLength(1);
  return found[0]!.text;
};

/** How a workflow writes the number of its part. */
const NTH = ['$', '{{ matrix.nth }}'].join('');

const bin = resolve(import.meta.dirname, '../../bin/audit.js');
const names = '甲乙丙丁戊己庚辛';
const reports = Object.fromEntries(
  [...names].map((name, i) => [`报告/${name}局.txt`, (i % 3 === 1 ? BAD : GOOD).replaceAll('测试局', `${name}局`)]),
);
const tool = `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`;
const folder = () => folderWith({ ...reports, 'bin/audit': tool, 'bin/npx': '#!/bin/sh\nexec "$@"\n' });
const cwd = folder();
let whole = '';
beforeAll(() => {
  whole = audit(['check', '报告', '--format', 'csv'], { cwd }).out;
});

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const isPosix = process.platform !== 'win32';
/** Runs a script where the tool is on the path. */
function sh(script: string, where: string, env: Readonly<Record<string, string>> = {}) {
  spawnSync('chmod', ['+x', 'bin/audit', 'bin/npx'], { cwd: where });
  const PATH = `${join(where, 'bin')}:${process.env.PATH}`;
  return spawnSync('sh', ['-c', script], { cwd: where, encoding: 'utf8', env: { ...process.env, ...env, PATH } });
}
const merged = (where: string, pattern: string) => sh(`audit merge ${pattern} --format csv`, where);

describe.runIf(isPosix)('many machines, as the README shows them', () => {
  it('the matrix of a CI: each part by itself, then together, is what one run says', () => {
    const workflow = parse(blockWith('yaml', 'strategy: {matrix'));
    const { part, whole: last } = workflow.jobs;
    const stepsOf = (job: { steps: { run?: string }[] }) => job.steps.flatMap(({ run }) => (run?.includes('audit') ? [run] : []));
    const where = folder();
    for (const nth of part.strategy.matrix.nth) {
      const [run] = stepsOf(part);
      // A mistake in a report is no failure of the part.
      expect(sh(run!.replaceAll(NTH, String(nth)), where).status).toBe(0);
    }
    const [merge] = stepsOf(last);
    expect(last.needs).toBe('part');
    const { status, stdout } = sh(`${merge} --format csv`, where);
    expect(status).toBe(1);
    expect(stdout).toBe(whole);
  });
  it.skipIf(!has('parallel', '--version'))('GNU parallel (skipped where it is not installed)', () => {
    const where = folder();
    sh(blockWith('sh', 'parallel audit'), where);
    expect(`\ufeff${whole}`).toBe(readFileSync(join(where, '要改的.csv'), 'utf8'));
  });
  it('an array of Slurm: its directives are known, its script runs as Slurm would run it', () => {
    const script = blockWith('sh', '#SBATCH');
    const directives = [...script.matchAll(/^#SBATCH --([a-z-]+)=(\S+)$/gm)].map(([, name, value]) => [name!, value!] as const);
    expect(directives).toHaveLength(script.split('\n').filter(line => line.startsWith('#SBATCH')).length);
    const FORMS: Readonly<Record<string, RegExp>> = {
      'job-name': /^[\w-]+$/,
      array: /^\d+-\d+$/,
      'cpus-per-task': /^\d+$/,
      mem: /^\d+[KMGT]$/,
    };
    for (const [name, value] of directives) expect(value).toMatch(FORMS[name]!);
    const where = folder();
    for (const nth of ['1', '2', '3']) {
      const env = { SLURM_ARRAY_TASK_ID: nth, SLURM_ARRAY_TASK_COUNT: '3', SLURM_CPUS_PER_TASK: '1' };
      expect(sh(script, where, env).status).toBe(0);
    }
    expect(merged(where, '部分-*.ndjson').stdout).toBe(whole);
  });
  it('an Indexed Job of Kubernetes: what its fields may hold, and its script runs for each index', () => {
    const job = parse(blockWith('yaml', 'completionMode: Indexed'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(JOB);
    expect(validate(job) ? [] : validate.errors).toEqual([]);
    const { completions, template } = job.spec;
    const [container] = template.spec.containers;
    expect(container.args[0]).toContain(`/${completions} `);
    const where = folder();
    for (let index = 0; index < completions; index++)
      expect(sh(container.args[0], where, { JOB_COMPLETION_INDEX: String(index) }).status).toBe(0);
    expect(merged(where, '部分-*.ndjson').stdout).toBe(whole);
  });
});

describe('a database', () => {
  it.skipIf(!isPosix || !has('sqlite3', '--version'))(
    'SQLite reads the results as they are (skipped where it is not installed)',
    () => {
      const where = folder();
      audit(['check', '报告', '--format', 'ndjson', '--output', '结果.ndjson'], { cwd: where });
      const { stdout, stderr } = sh(blockWith('sh', 'sqlite3'), where);
      expect(stderr).toBe('');
      const rows = stdout.trim().split('\n');
      expect(rows).toHaveLength(names.length);
      expect(rows[0]).toMatch(/^某某市.局\|2023\|[1-9]/);
      expect(rows.at(-1)).toMatch(/\|0$/);
    },
  );
  it('every line has the same columns, those that the queries name among them', () => {
    const text = audit(['check', '报告', '--format', 'ndjson'], { cwd }).out;
    writeFileSync(join(cwd, '结果.ndjson'), text);
    const lines = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(new Set(lines.map(line => Object.keys(line).join())).size).toBe(1);
    for (const column of ['entity', 'year', 'type', 'problems']) expect(lines[0]).toHaveProperty(column);
    for (const column of ['errors', 'checked', 'figures']) expect(lines[0].summary).toHaveProperty(column);
    const [problem] = lines.flatMap(line => line.problems);
    for (const column of ['severity', 'title', 'reason']) expect(problem).toHaveProperty(column);
  });
});

const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const text = { type: 'string', minLength: 1 };
const number = { type: 'integer', minimum: 0 };
const quantity = { type: 'string', pattern: '^\\d+(?:\\.\\d+)?(?:m|[KMGT]i?)?$' };
const amounts = object({ cpu: quantity, memory: quantity });
/** What of the Job of batch/v1 is used here, as the Kubernetes API has it: names, types and closed lists. */
const JOB = object(
  {
    apiVersion: { const: 'batch/v1' },
    kind: { const: 'Job' },
    metadata: object({ name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' } }, ['name']),
    spec: object(
      {
        completionMode: { enum: ['Indexed', 'NonIndexed'] },
        completions: number,
        parallelism: number,
        backoffLimit: number,
        template: object({
          spec: object(
            {
              restartPolicy: { enum: ['Never', 'OnFailure'] },
              containers: {
                type: 'array',
                minItems: 1,
                items: object(
                  {
                    name: text,
                    image: text,
                    workingDir: text,
                    command: { type: 'array', items: text },
                    args: { type: 'array', items: text },
                    resources: object({ requests: amounts, limits: amounts }),
                    volumeMounts: { type: 'array', items: object({ name: text, mountPath: text }, ['name', 'mountPath']) },
                  },
                  ['name', 'image'],
                ),
              },
              volumes: {
                type: 'array',
                items: object({ name: text, persistentVolumeClaim: object({ claimName: text }, ['claimName']) }, ['name']),
              },
            },
            ['restartPolicy', 'containers'],
          ),
        }),
      },
      ['template', 'completions', 'completionMode'],
    ),
  },
  ['apiVersion', 'kind', 'metadata', 'spec'],
);
