import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/audit.ts';
import { type Audit, amountOf, type Fact, type Overview, type UnitAmount } from '../../src/model/index.ts';
import { Sums, Survey } from '../../src/overview/index.ts';
import { overviewFormats, overviewReporters } from '../../src/reporters/overview/index.ts';
import type { OverviewOptions } from '../../src/reporters/overview/reporter.ts';
import { outputSchemas } from '../../src/reporters/schema/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { barrenAudit, failure, sampleAudit } from './sample.ts';
import { outline } from './workbooks.ts';

const options: OverviewOptions = { lang: 'zh', version: '0.0.0', width: 80, color: false, bom: false, rules: loadRules().rules };

const fact = (indicator: string): Fact => ({ indicator, scope: '全部资金', period: 2023, measure: '决算' });
const stating = (indicator: string, printed: string): UnitAmount => ({
  fact: fact(indicator),
  printed,
  amount: amountOf(printed, 'money', '万元')!,
});

/** One of everything: right, wrong and empty reports, one that broke, one left aside; sums of every verdict. */
function sample(): Overview {
  const clean: Audit = { ...sampleAudit(), entity: '=好局\u001b[31m', file: '好.txt', findings: [], issues: [], gaps: [] };
  const audits = [clean, { ...sampleAudit(), entity: '某某市测试局' }, { ...barrenAudit(), file: '空.txt' }];
  const survey = new Survey();
  for (const audit of audits) survey.take(audit);
  survey.fail(failure);
  survey.skip({ file: '附图<b>.rar', why: 'skip.format' });
  const totals = [
    ['收支总计', '300.00'],
    ['本年支出', '310.00'],
    ['基本支出', '90.00'],
    ['三公经费', '5.00'],
  ] as const;
  const sums = new Sums(
    totals.map(([name, printed]) => ({ ...stating(name, printed), label: name, place: { file: '全区.yaml' } })),
  );
  const unit = (entity: string, amounts: readonly UnitAmount[]) =>
    sums.take({ entity, file: entity, year: 2023, kind: 'final-accounts' }, amounts);
  unit('甲局', [stating('收支总计', '100.00'), stating('本年支出', '100.00'), stating('基本支出', '60.00')]);
  unit('乙局', [stating('收支总计', '200.00'), stating('本年支出', '200.00')]);
  return survey.end(sums.end(decide));
}
const render = (name: string, more: Partial<OverviewOptions> = {}, overview = sample()) =>
  overviewReporters.find(one => one.name === name)!.render(overview, { ...options, ...more });

const FILES: Readonly<Record<string, string>> = { terminal: 'txt', json: 'json', csv: 'csv', html: 'html' };

describe.each(overviewReporters.map(one => one.name))('%s', name => {
  it('is what it was', () => {
    // How all pages look, and what they do, has tests of its own.
    const text = render(name)
      .replaceAll('\r\n', '\n')
      .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
      .replace(/'sha256-[^']*'/g, '');
    return expect(text).toMatchFileSnapshot(`./golden/overview.${FILES[name]}`);
  });
  it('lets no character through that a terminal would act on', () => {
    expect(render(name)).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/);
  });
  it('ends with a line break, is the same every time, and knows English', () => {
    expect(render(name)).toMatch(/\n$/);
    expect(render(name)).toBe(render(name));
    expect(render(name, { lang: 'en' })).not.toBe(render(name));
  });
  it('says something of nothing', () => {
    expect(render(name, {}, new Survey().end([]))).not.toContain('undefined');
  });
});

describe('an overview', () => {
  it('puts the worst first, and a report in which nothing could be decided is no clean one', () => {
    const { units } = sample();
    expect(units.map(({ file, errors, isBarren }) => [file, errors > 0, isBarren])).toEqual([
      ['决算公开.txt', true, false],
      ['空.txt', false, true],
      ['好.txt', false, false],
    ]);
    expect(render('terminal')).toContain('无法判断');
  });
  it('counts problems as the reports do, each slip once', () => {
    const { rules, slips, units } = sample();
    const all = (of: (row: { errors: number; warnings: number }) => number) => units.reduce((sum, unit) => sum + of(unit), 0);
    expect(rules.reduce((sum, { errors }) => sum + errors, 0)).toBe(all(({ errors }) => errors));
    expect(rules.reduce((sum, { warnings }) => sum + warnings, 0)).toBe(all(({ warnings }) => warnings));
    expect(slips.length).toBeGreaterThan(0);
  });
  it('json fits its schema', () => {
    const validate = new Ajv({ strict: false }).compile(outputSchemas.overview as object);
    expect(validate(JSON.parse(render('json'))) ? [] : validate.errors).toEqual([]);
  });
  it('csv: as many columns in every row', () => {
    const rows = render('csv').trim().split('\r\n');
    expect(new Set(rows.map(row => row.split(',').length))).toEqual(new Set([15]));
    expect(rows).toHaveLength(1 + 3 + 2);
  });
  it('terminal: coloured where that is asked for, and never wider than asked', () => {
    expect(render('terminal', { color: true })).toContain('\u001b[31m');
    expect(render('terminal', { color: true }).replace(/\u001b\[\d+m/g, '')).toBe(render('terminal'));
  });
  it('xlsx is what it was, and its texts are no formulas', () => {
    const format = overviewFormats.find(one => one.name === 'xlsx')!;
    if (!('bytes' in format)) throw new Error('no file');
    return expect(outline(format.bytes(sample(), options))).toMatchFileSnapshot('./golden/overview-xlsx.txt');
  });
});
