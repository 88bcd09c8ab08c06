import { describe, expect, it } from 'vitest';
import { issuesOf } from '../../src/locate/index.ts';
import { displayWidth } from '../../src/reporters/parts/width.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { terminal } from '../../src/reporters/terminal/index.ts';
import { barrenAudit, failure, OPTIONS, sampleAudit } from './sample.ts';

const plain = OPTIONS;
const render = (options: Partial<ReporterOptions> = {}) =>
  terminal.render([sampleAudit(), barrenAudit()], [failure], { ...plain, ...options });
const golden = (name: string) => `./golden/terminal-${name}.txt`;

describe('terminal reporter', () => {
  it('is readable in 80 columns', () => expect(render()).toMatchFileSnapshot(golden('80')));
  it('is readable in 160 columns', () => expect(render({ width: 160 })).toMatchFileSnapshot(golden('160')));
  it('speaks English', () => expect(render({ lang: 'en' })).toMatchFileSnapshot(golden('en')));
  it('lists every check and the ledger', () => expect(render({ all: true, ledger: true })).toMatchFileSnapshot(golden('all')));
  it('says how many of the checked figures are only held against a limit, and which', () => {
    const audit = sampleAudit();
    const weak = { ...audit, bounded: new Set([audit.figures[0]!.id]), summary: { ...audit.summary, bounded: 1 } };
    const text = terminal.render([weak], [], { ...plain, width: 200, ledger: true });
    expect(text).toMatch(/2 个没有；有 1 个只比较了大小，小错看不出/);
    expect(text.match(/（只比较了大小）/g)).toHaveLength(1);
  });
  it('names the row alone where a table bears no title', () => {
    const audit = sampleAudit();
    const findings = audit.findings.map(finding => ({
      ...finding,
      spots: finding.spots.map(spot => {
        const figure = spot.figure ?? audit.figures[0]!;
        return { ...spot, figure: { ...figure, at: { table: '', row: '项目支出', col: '决算数' } } };
      }),
    }));
    const issues = issuesOf(findings.map(finding => ({ finding })));
    const text = terminal.render([{ ...audit, findings, issues }], [], { ...plain, width: 200 });
    expect(text).toContain('项目支出 · 决算数');
    expect(text).not.toContain('“”');
  });
  it('colours', () => expect(render({ color: true }).replaceAll('\u001b', '␛')).toMatchFileSnapshot(golden('colour')));

  it.each([40, 80, 100, 160])('keeps every line within %i columns', width => {
    for (const lang of ['zh', 'en'] as const) {
      for (const line of render({ width, lang, all: true, ledger: true }).split('\n')) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('lets no control character or escape of the document through', () => {
    expect(render({ all: true, ledger: true })).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(render({ color: true, all: true }).replace(/\x1b\[\d+m/g, '')).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
  });

  it('keeps the order of the report, or puts the gravest first where that is asked for; notes come last', () => {
    const audit = sampleAudit();
    const [note, error, warning] = audit.issues;
    const turned = { ...audit, issues: [note!, warning!, error!].sort((a, b) => a.severity.localeCompare(b.severity) * -1) };
    const order = (text: string) => [...text.matchAll(/^(错误|警告|提示) /gm)].map(match => match[1]);
    expect(order(terminal.render([turned], [], plain))).toEqual(['警告', '错误', '提示']);
    expect(order(terminal.render([turned], [], { ...plain, sort: 'severity' }))).toEqual(['错误', '警告', '提示']);
    const text = render({ sort: 'severity' });
    const at = ['错误 1  ', '警告 2  ', '提示 1 条'].map(word => text.indexOf(word));
    expect(at.every(index => index >= 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('tells a cause once, with what follows from it', () => {
    const text = render();
    expect(text.match(/^错误 1 {2}/gm)).toHaveLength(1);
    expect(text).toMatch(/同一原因还造成：\S/);
  });

  it('never lets a report that could not be checked look like a pass', () => {
    const text = terminal.render([barrenAudit()], [], plain);
    expect(text).toContain('不能当作通过');
    expect(text).not.toContain('没有发现不符');
  });

  it('says nothing of a clean report when quiet', () => {
    const clean = { ...sampleAudit(), findings: [], issues: [] };
    expect(terminal.render([clean], [], { ...plain, quiet: true })).toBe('');
    expect(terminal.render([sampleAudit()], [], { ...plain, quiet: true })).not.toContain('核对范围');
  });

  it('says coverage as a whole per cent that is 100 only when it is all', () => {
    const audit = sampleAudit();
    const nearly = { ...audit, summary: { ...audit.summary, figures: 1000, checked: 999, unchecked: 1 } };
    expect(terminal.render([nearly], [], plain)).toContain('99%');
    const whole = { ...audit, summary: { ...audit.summary, figures: 7, checked: 7, unchecked: 0 } };
    expect(terminal.render([whole], [], plain)).toContain('100%');
  });
});
