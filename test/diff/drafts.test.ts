import { describe, expect, it } from 'vitest';
import { type Selection, select } from '../../src/diff/index.ts';
import { outcomesOf } from '../../src/diff/outcomes.ts';
import { Big, type Issue } from '../../src/model/index.ts';
import { sampleAudit } from '../reporters/sample.ts';
import { compare, figure, level, report, stating, years } from './build.ts';

function edits(before: Parameters<typeof report>[1], after: Parameters<typeof report>[1]) {
  const result = compare(report(2023, before), report(2023, after));
  if (result.kind !== 'drafts') throw new Error('two drafts expected');
  return { kept: result.kept, edits: result.edits.map(({ kind, before, after }) => [kind, before?.printed, after?.printed]) };
}
const row = (name: string, printed: string) => figure(printed, {}, { label: name, unit: '个' });

describe('two drafts of one report', () => {
  it('are told by their year', () => expect(compare(report(2023, []), report(2023, [])).kind).toBe('drafts'));
  it('added, removed and changed figures, in the order of the report', () => {
    const before = [level('1.00', '基本支出'), level('2.00', '项目支出'), level('3.00', '收支总计')];
    const after = [level('1.50', '基本支出'), level('3.00', '收支总计'), level('4.00', '机关运行经费')];
    expect(edits(before, after)).toEqual({
      kept: 1,
      edits: [
        ['changed', '1.00', '1.50'],
        ['removed', '2.00', undefined],
        ['added', undefined, '4.00'],
      ],
    });
  });
  it('a number added among others of one name is just that one', () => {
    const before = ['1', '2', '3'].map(printed => row('场次', printed));
    const after = ['1', '9', '2', '3'].map(printed => row('场次', printed));
    expect(edits(before, after)).toEqual({ kept: 3, edits: [['added', undefined, '9']] });
  });
  it('a figure under another heading or page is the same, under another name it moved', () => {
    const before = [level('1.00', '基本支出', {}, { section: '三、支出' }), row('团组', '5')];
    const after = [level('1.00', '基本支出', {}, { section: '四、支出情况' }), row('批次', '5')];
    expect(edits(before, after)).toEqual({ kept: 1, edits: [['moved', '5', '5']] });
  });
  it('findings that appeared and vanished', () => {
    const [before, after] = [sampleAudit(), sampleAudit()];
    const result = compare(
      { ...before, findings: before.findings.slice(0, 2) },
      { ...after, findings: after.findings.slice(1, 3) },
    );
    if (result.kind !== 'drafts') throw new Error('two drafts expected');
    expect(result.edits).toEqual([]);
    expect(result.appeared.map(one => one.fingerprint)).toEqual(['SUM-001-c1']);
    expect(result.vanished.map(one => one.fingerprint)).toEqual(['SUM-002-c3']);
  });
  it('problems by what became of them: corrected, changed into another wrong number, as they were, new', () => {
    const audit = sampleAudit();
    const [one, other] = audit.issues.filter(({ severity }) => severity !== 'note') as [Issue, Issue];
    const outcomes = (before: readonly Issue[], after: readonly Issue[]) => {
      const result = compare({ ...audit, issues: before }, { ...audit, issues: after });
      return result.kind === 'drafts' ? result.outcomes.map(({ kind }) => kind) : [];
    };
    const wrong = { ...one, corrections: one.corrections.map(each => ({ ...each, now: '530.28' })) };
    expect(outcomes([one, other], [one])).toEqual(['open', 'mended']);
    expect(outcomes([one], [wrong, other])).toEqual(['wrong', 'new']);
    expect(outcomes([one], [])).toEqual(['mended']);
    expect(
      outcomes(
        audit.issues.filter(({ severity }) => severity === 'note'),
        [],
      ),
    ).toEqual([]);
  });
  it('a problem whose figure was changed is the same, whatever else it breaks now', () => {
    const audit = sampleAudit();
    const one = audit.issues.find(({ corrections }) => corrections.length > 0) as Issue;
    const again = { ...one, id: 'other', corrections: one.corrections.map(each => ({ ...each, now: '530.28' })) };
    const edits = audit.figures.map(figure => ({ kind: 'changed', before: figure, after: figure }) as const);
    const told = outcomesOf({ ...audit, issues: [one] }, { ...audit, issues: [again] }, edits);
    expect(told).toEqual([{ kind: 'wrong', before: one, after: again }]);
  });
});

describe('what is shown', () => {
  const none: Selection = { sort: 'report', only: 'all', least: null, about: null };
  const current = level('8.00', '项目支出');
  const diff = years(
    report(2022, [
      level('1.00', '基本支出'),
      level('5.00', '项目支出'),
      level('3.00', '功能/农林水支出'),
      level('7', '团组', {}, { unit: '个' }),
    ]),
    report(
      2023,
      [level('1.00', '基本支出'), current, level('4.00', '功能/教育支出'), level('9', '团组', {}, { unit: '个' })],
      [stating(current, 1, '2.00')],
    ),
  );
  const names = (more: Partial<Selection>) => {
    const shown = select(diff, { ...none, ...more });
    return shown.kind === 'years' ? shown.changes.map(change => change.name) : [];
  };

  it('all, in the report’s order', () => expect(names({})).toEqual(['基本支出', '项目支出', '教育支出', '团组', '农林水支出']));
  it('the widest change first; money before counts, both years before one', () =>
    expect(names({ sort: 'change' })).toEqual(['项目支出', '基本支出', '团组', '教育支出', '农林水支出']));
  it.each([
    ['disagreements', ['项目支出']],
    ['stated', ['项目支出']],
    ['changed', ['项目支出', '教育支出', '团组', '农林水支出']],
    ['subjects', ['教育支出', '农林水支出']],
  ] as const)('only %s', (only, expected) => expect(names({ only })).toEqual(expected));
  it('at least so much', () => {
    expect(names({ least: { value: new Big(35000), of: 'amount' } })).toEqual(['教育支出']);
    expect(names({ least: { value: new Big(60), of: 'rate' } })).toEqual(['项目支出', '教育支出', '农林水支出']);
  });
  it('about something', () => expect(names({ about: '支出' })).toEqual(['基本支出', '项目支出', '教育支出', '农林水支出']));
});
