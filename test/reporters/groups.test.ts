import { describe, expect, it } from 'vitest';
import type { Audit, Figure, FormRelation, Relation } from '../../src/model/index.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { suspectSentences } from '../../src/reporters/parts/suspects.ts';
import { terminal } from '../../src/reporters/terminal/index.ts';
import { fig, share, sum } from '../check/build.ts';
import { locateAll } from '../locate/scene.ts';
import { equation, OPTIONS, sampleAudit } from './sample.ts';

const options = OPTIONS;
const wording = { lang: 'zh', named: false, quotes: [], within: new Map() } as const;

/** The sample with other findings: what the checks of these relations come to. */
function auditOf(relations: readonly Relation[], figures: readonly Figure[] = []): Audit {
  const audit = sampleAudit();
  const { findings, issues } = locateAll(relations, figures.length > 0 ? figures : undefined);
  return { ...audit, findings, issues, summary: { ...audit.summary, errors: findings.length, warnings: 0, notes: 0 } };
}
const render = (audit: Audit) => terminal.render([audit], [], { ...options, equation, rules: [] });

const blank = (line: number): FormRelation => {
  const words = { about: '', section: '说明', quote: `支出XX万元${line}`, expected: null, figures: [], params: {} };
  return { kind: 'form', rule: 'FRM-005', holds: false, place: { file: 'a.txt', line, column: 3 }, printed: 'XX', ...words };
};

describe('causes', () => {
  it('of one way of writing are one entry with its places, and count as one', () => {
    const text = render(
      auditOf(
        Array.from({ length: 40 }, (_, i) => blank(i + 1)),
        [fig('1')],
      ),
    );
    expect(text.match(/是模板的占位符/g)).toHaveLength(1);
    expect(text).toMatch(/这样写的共有 40 处：[\s\S]+ …/);
    expect(text).toContain('要改 1 处');
    expect(text).toContain('1 个问题：错误 1 · 警告 0');
  });

  it('say so when the search for the fewest changes was cut short', () => {
    const cut = auditOf([sum('516.82', ['444.76', '71.73'])]);
    const findings = cut.findings.map(finding => ({ ...finding, params: { ...finding.params, cut: 1 } }));
    const audit = { ...cut, findings };
    expect(render(cut)).not.toContain('没有推算完');
    expect(render(audit)).toContain('没有推算完');
    expect(markdown.render([audit], [], { ...options, equation, rules: [] })).toContain('没有推算完');
  });
});

describe('what is said about suspects', () => {
  const said = (relations: readonly Relation[]) => suspectSentences(locateAll(relations).findings[0]!, wording);

  it('is no decision where nothing decides', () => {
    expect(said([sum('516.93', ['444.76', '71.35'])])[0]).toBe('写错的可能是以下 3 处之一：');
    const many = said([
      sum(
        '99999.99',
        Array.from({ length: 9 }, (_, i) => `${(i * 104_729 + 123_457) / 100}`),
      ),
    ]);
    expect(many[0]).toBe('写错的可能是这 10 个数中的任何一个，例如以下 6 处：');
    expect(many).toHaveLength(7);
  });

  it('is all of them where only together they let everything hold', () => {
    const [a, b, c] = [fig('10'), fig('18'), fig('79')];
    const done = (actual: Figure, target: string) => ({ ...share(fig('0%'), actual, target), shape: 'completion' }) as const;
    const { findings } = locateAll([done(a, '10'), done(b, '18'), sum('79', [c, a, b])]);
    const both = suspectSentences(findings.find(finding => finding.check.relation.kind === 'linear')!, wording);
    expect(both[0]).toBe('写错的可能是以下 2 处，要一并改正：');
    expect(both[1]).toContain('与另一处错误一并改正，共有 2 处不符得到解决');
  });

  it('carries separators where they are printed', () => {
    const [total, part] = [fig('11,564,544.99'), fig('11,427,022.40')];
    expect(said([sum(total, [part])]).join()).toContain('应为 11,427,022.40');
  });
});
