import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/rules/catalogue/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { auditText, differences, parseFixture } from './fixture.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/rules');
const { rules, identities } = loadRules();
const read = (id: string) => parseFixture(readFileSync(join(folder, `${id}.txt`), 'utf8'));

/** Told only where they hold, as a confirmation: there is nothing to find where they do not. */
const WITNESSES = new Set(['SUM-005', ...identities.filter(({ manner }) => manner === 'witness').map(({ rule }) => rule)]);
/** Traces of editing: told only where one is found, so that a clean text has no check of them that holds. */
const TRACES = new Set([
  'FRM-001',
  'FRM-003',
  'FRM-004',
  'FRM-005',
  'FRM-006',
  'FRM-007',
  'FRM-014',
  'PCT-009',
  'PCT-012',
  'YOY-009',
  'YOY-010',
  'PCT-011',
  'FRM-008',
  'FRM-009',
  'FRM-010',
  'FRM-012',
  'FRM-071',
  'FRM-013',
  'FRM-015',
  'FRM-016',
  'FRM-017',
  'FRM-018',
  'FRM-019',
  'FRM-025',
  'FRM-029',
  'FRM-026',
  'TIE-003',
  'CPL-001',
  'CPL-002',
  'CPL-003',
  'CPL-004',
  'CPL-005',
  'CPL-006',
]);
/** The statutory tables' rules are told of whole tables, which a few lines of text cannot hold: their fixtures are tables elsewhere. */
const ELSEWHERE = new Set(((catalogue['tables.yaml'] ?? []) as { id: string }[]).map(({ id }) => id));
const here = rules.filter(({ id }) => !ELSEWHERE.has(id) || existsSync(join(folder, `${id}.txt`)));

describe('every rule has a fixture that breaks it and one that holds', () => {
  it.each(here.map(({ id, title }) => ({ id, title })))('$id $title', async ({ id, title }) => {
    const fixture = read(id);
    expect(fixture.title).toBe(`${id} ${title}`);

    const { findings, checks } = await auditText(fixture.sound.text);
    expect(differences(findings, fixture.sound), 'where it holds').toEqual([]);
    const held = checks.filter(({ relation, verdict }) => relation.rule === id && verdict === 'holds');
    if (TRACES.has(id)) expect(held, 'a trace is told only where it is found').toEqual([]);
    else expect(held.length, 'the rule is among the checks that hold').toBeGreaterThan(0);

    expect(fixture.broken === null, 'only a witness has no part 不成立').toBe(WITNESSES.has(id));
    if (!fixture.broken) return;
    expect(fixture.broken.marks.map(mark => mark.rule)).toContain(id);
    expect(differences((await auditText(fixture.broken.text)).findings, fixture.broken), 'where it is broken').toEqual([]);
  });

  it('both parts are one text: they differ only in lines that carry a mark', () => {
    for (const { id } of here.filter(rule => !WITNESSES.has(rule.id))) {
      const { broken, sound } = read(id);
      const [wrong, right] = [broken!.source, sound.source].map(source => source.trimEnd().split('\n'));
      expect(wrong, id).toHaveLength(right!.length);
      const changed = wrong!.filter((line, i) => line !== right![i]);
      expect(changed.length, id).toBeGreaterThan(0);
      for (const line of changed) expect(line, id).toMatch(/\{[A-Z]{3}-\d{3} [!?~]\}/);
      expect(sound.marks, id).toEqual([]);
    }
  });

  it('no fixture is left of a rule that is gone', () => {
    const known = new Set(rules.map(({ id }) => `${id}.txt`));
    const files = readdirSync(folder).filter(name => name !== 'README.md');
    expect(files.filter(name => !known.has(name))).toEqual([]);
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
  });
});

describe('a fixture that is wrong itself is noticed', () => {
  const text = '某某市园林局2023年度部门决算\n本年支出合计3.00万元，其中：基本支出1.00万元；项目支出1.00万元。\n';
  const partWith = (source: string) => parseFixture(`x\n==== 成立 ====\n${source}`).sound;

  it('a finding without a mark', async () => {
    const part = partWith(text);
    expect(differences((await auditText(part.text)).findings, part)).toEqual([
      expect.stringMatching(/^not marked: SUM-001 error/),
    ]);
  });
  it('a mark of another rule, of another severity, or at another number', async () => {
    for (const mark of ['3.00{SUM-002 !}', '3.00{SUM-001 ?}', '3{SUM-001 !}.00']) {
      const part = partWith(text.replace('3.00', mark));
      expect(part.text).toBe(text);
      expect(differences((await auditText(part.text)).findings, part), mark).toHaveLength(2);
    }
  });
  it('a mark where it belongs', async () => {
    const part = partWith(text.replace('3.00', '3.00{SUM-001 !}'));
    expect(differences((await auditText(part.text)).findings, part)).toEqual([]);
  });
});
