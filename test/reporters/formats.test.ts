import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { issuesOf } from '../../src/locate/index.ts';
import { type Audit, Problem } from '../../src/model/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { markdown, xml } from '../../src/reporters/parts/escape.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { loadRules } from '../../src/rules/index.ts';
import { readJUnit } from './junit.ts';
import { barrenAudit, failure, OPTIONS, sampleAudit } from './sample.ts';
import { sarifFaults } from './sarif.ts';

const options = { ...OPTIONS, rules: loadRules().rules };

/** The sample with its first finding set aside. */
function withSuppressed(): Audit {
  const audit = sampleAudit();
  const [first, ...findings] = audit.findings;
  const [gone, ...issues] = audit.issues;
  const why = { by: 'config', reason: '口径不同，已说明' } as const;
  return { ...audit, findings, issues, suppressed: [{ finding: first!, ...why }], dropped: [{ issue: gone!, ...why }] };
}
const audits = [withSuppressed(), barrenAudit()];
const broken = new Problem('rule.schema', { path: '支处', reason: '<&>' }, { line: 3, column: 1 }, [
  new Problem('rule.schema', { path: '@all', reason: '=1+1' }, { line: 4, column: 2 }),
]);
const failures = [failure, { file: '坏 的.yaml', problem: broken }];
const render = (name: string, more: Partial<ReporterOptions> = {}) =>
  reporters.find(one => one.name === name)!.render(audits, failures, { ...options, ...more });

const FILES: Readonly<Record<string, string>> = {
  junit: 'junit.xml',
  sarif: 'check.sarif',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  markdown: 'comment.md',
  csv: 'check.csv',
  'csv-relations': 'relations.csv',
  compact: 'compact.txt',
};

describe.each(reporters.map(one => one.name))('%s', name => {
  it.runIf(FILES[name])('is what it was', () =>
    expect(render(name).replaceAll('\r\n', '\n')).toMatchFileSnapshot(`./golden/${FILES[name]}`),
  );
  it('lets no character through that a terminal would act on', () => {
    expect(render(name)).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/);
  });
  it('ends with a line break, is the same every time, and knows English', () => {
    expect(render(name)).toMatch(/\n$/);
    expect(render(name)).toBe(render(name));
    expect(render(name, { lang: 'en' })).not.toBe(render(name));
  });
  it('is valid without any report', () => {
    const text = reporters.find(one => one.name === name)!.render([], [], options);
    if (name === 'sarif') expect(sarifFaults(text)).toEqual([]);
    if (name === 'junit') expect(readJUnit(text).children).toEqual([]);
    if (name === 'gitlab') expect(JSON.parse(text)).toEqual([]);
    expect(text).not.toContain('undefined');
  });
});

describe('sarif', () => {
  it.each(['zh', 'en'] as const)('is valid SARIF 2.1.0 (%s)', lang => expect(sarifFaults(render('sarif', { lang }))).toEqual([]));
  it('would not be valid with a level nobody knows', () => {
    expect(sarifFaults(render('sarif').replace('"level": "warning"', '"level": "fatal"'))).not.toEqual([]);
  });
  it('has a region for lines, a logical place for cells, and a rule for every result', () => {
    const { results, tool, invocations } = JSON.parse(render('sarif')).runs[0];
    for (const { ruleIndex, ruleId } of results) {
      if (ruleIndex !== undefined) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      else expect(options.rules.some(rule => rule.id === ruleId)).toBe(false);
    }
    const all = results.flatMap((one: { locations: object[]; relatedLocations?: object[] }) => [
      ...one.locations,
      ...(one.relatedLocations ?? []),
    ]);
    for (const one of all) expect(one.physicalLocation.region.startLine).toBeGreaterThan(0);
    const line = all.find(
      (one: { physicalLocation: { region: { startColumn?: number } } }) => one.physicalLocation.region.startColumn,
    );
    expect(line.physicalLocation.region).toMatchObject({
      startLine: 111,
      startColumn: expect.any(Number),
      endColumn: expect.any(Number),
    });
    const cell = all.find((one: { logicalLocations?: object[] }) => one.logicalLocations);
    expect(cell.logicalLocations[0]).toMatchObject({ fullyQualifiedName: '公开03表!B7', kind: 'cell' });
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(4);
    expect(results.filter((one: { suppressions?: object[] }) => one.suppressions)).toHaveLength(1);
  });
});

describe('junit', () => {
  it('is JUnit XML whose counts add up', () => {
    const suites = readJUnit(render('junit')).children;
    const of = (file: string) => suites.filter(suite => suite.attributes.name!.split(' · ')[0] === file);
    const sum = (file: string, what: string) => of(file).reduce((all, suite) => all + Number(suite.attributes[what]), 0);
    expect(new Set(suites.map(suite => suite.attributes.name!.split(' · ')[0]))).toEqual(
      new Set(['决算公开.txt', '目录/空表.docx', '损坏.docx', '坏 的.yaml']),
    );
    expect(of('决算公开.txt').flatMap(suite => suite.children)).toHaveLength(audits[0]!.checks.length);
    expect(of('决算公开.txt').map(suite => suite.attributes.name!.slice(0, 18))).toContain('决算公开.txt · SUM-001');
    expect([sum('决算公开.txt', 'failures'), sum('决算公开.txt', 'skipped')]).toEqual([2, 1]);
    expect(sum('目录/空表.docx', 'errors')).toBe(1);
    expect(sum('坏 的.yaml', 'errors')).toBe(2);
  });
});

describe('gitlab', () => {
  it('has every field GitLab needs, and no fingerprint twice', () => {
    const entries = JSON.parse(render('gitlab'));
    for (const entry of entries) {
      expect(entry).toMatchObject({
        description: expect.any(String),
        check_name: expect.any(String),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
      });
    }
    expect(new Set(entries.map((entry: { fingerprint: string }) => entry.fingerprint)).size).toBe(entries.length);
  });
});

describe('github', () => {
  it('is one command a line, with its properties escaped', () => {
    for (const line of render('github').trimEnd().split('\n')) {
      expect(line).toMatch(/^::(?:error|warning|notice) file=[^,:]+(?:,(?:line|col|endColumn)=\d+)*,title=[^,:]+::.+$/);
    }
    const findings = sampleAudit().findings.map(one => ({ ...one, spots: [], suspects: [] }));
    const odd = { ...sampleAudit(), file: 'a,b:c%.txt', findings, issues: issuesOf(findings.map(finding => ({ finding }))) };
    const text = reporters.find(one => one.name === 'github')!.render([odd], [], options);
    expect(text).toContain('file=a%2Cb%3Ac%25.txt,');
  });
});

describe('escapes', () => {
  it('xml', () => {
    expect(xml('<a href="x">&\u0000\u001b[31m\'\ud800\uffff</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;&lt;/a&gt;');
  });
  it.each([
    ['a|b', 'a\\|b'],
    ['<script>', '&lt;script&gt;'],
    ['**b** _i_ `c` ~~s~~', '\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~\\~s\\~\\~'],
    ['# 标题', '\\# 标题'],
    ['1. 一', '1\\. 一'],
    ['[x](y)', '\\[x\\](y)'],
    ['第一行\n第二行', '第一行 第二行'],
  ])('markdown %j', (text, escaped) => expect(markdown(text)).toBe(escaped));
  it('whatever a document says is well-formed XML', () => {
    const unit = fc.oneof(
      fc.constantFrom('<', '&', ']]>', '"', "'", '\u0000', '\u001b[31m', '\u0085', '\ud800', '\ufffe', '\n', '支'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), pieces => {
        const text = pieces.join('');
        const parser = new SaxesParser();
        parser.on('error', error => {
          throw error;
        });
        parser.write(`<a b="${xml(text)}">${xml(text)}</a>`).close();
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it('whatever a document says stays in one cell of a Markdown table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), text => {
        const cell = markdown(text);
        expect(cell).not.toMatch(/[\n\r]|(?<!\\)(?:\\\\)*\||[<>]/);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it('markdown makes no mentions and no links', () => {
    expect(markdown('@all http://x')).not.toMatch(/@all|http:\/\//);
  });
});
