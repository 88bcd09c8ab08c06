import { describe, expect, it } from 'vitest';
import { Big, type Figure, type FormRelation, plus, type Relation } from '../../src/model/index.ts';
import { agree, fig, growth, minus, order, share, sum } from '../check/build.ts';
import { locateAll, ruleOf, suspectsOf } from './scene.ts';

describe('a finding', () => {
  it('says what is stated, what should be, and by how much it is off', () => {
    const { findings } = locateAll([sum('516.82', ['444.76', '71.73'])], undefined, [ruleOf('SUM-001')]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'SUM-001',
      slug: 'sum-001',
      severity: 'error',
      verdict: 'fails',
      stated: '516.82',
      expected: '516.49',
      difference: '0.33',
      unit: '万元',
      equation: '444.76 + 71.73 = 516.49 ≠ 516.82',
      cause: 'c1',
    });
    expect(findings[0]!.spots.map(spot => spot.printed)).toEqual(['516.82', '444.76', '71.73']);
    expect(findings[0]!.fingerprint).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is a note when the digits explain it, and a warning when scopes may differ', () => {
    const { findings } = locateAll([sum('10.00', ['3.33', '3.33', '3.33']), { ...sum('10.00', ['7.00', '2.00']), soft: true }]);
    expect(findings.map(finding => finding.severity)).toEqual(['note', 'warning']);
  });

  it('about form repeats what was observed', () => {
    const form: FormRelation = {
      kind: 'form',
      rule: 'FRM-003',
      about: '年份',
      holds: false,
      place: { file: 'report.txt', line: 1 },
      printed: '2023年',
      quote: '截至2023年12月31日',
      section: '十一',
      expected: '2024年',
      figures: [],
    };
    const { findings } = locateAll([form, { ...form, holds: true }], [], [ruleOf('FRM-003', 'warning')]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      verdict: 'form',
      severity: 'warning',
      stated: '2023年',
      expected: '2024年',
      equation: null,
      suspects: [],
    });
  });

  it('of one way of writing, found all over the report, has one cause', () => {
    const left = (rule: string, printed: string, line: number, params = {}): FormRelation => {
      const words = { about: '', section: '', quote: `${printed} ${line}`, expected: null, figures: [], params };
      return { kind: 'form', rule, holds: false, place: { file: 'report.txt', line }, printed, ...words };
    };
    const blanks = ['XX', 'XXX', 'XX', 'XXXX', 'XX', 'XX'].map((printed, i) => left('FRM-005', printed, i + 1));
    const causes = (relations: readonly FormRelation[]) =>
      new Set(locateAll(relations, []).findings.map(finding => finding.cause)).size;
    expect(causes(blanks)).toBe(1);
    expect(causes([...blanks, left('FRM-005', 'YY', 9)])).toBe(2);
    expect(causes(blanks.slice(1))).toBe(5);
    expect(causes(Array.from({ length: 6 }, (_, i) => left('PRJ-007', '87%', i, { name: `项目${i}` })))).toBe(6);
  });

  it('keeps its fingerprint when numbers and lines change, and tells twins apart', () => {
    const at = (total: string, line: string) =>
      locateAll([
        sum(fig(total, { label: '支出合计' }), [fig('444.76', { label: '一般' }), fig('71.73', { label: '基金' })]),
        agree(fig(line, { label: '甲' }), fig('9.00', { label: '甲' })),
        agree(fig(line, { label: '甲' }), fig('9.00', { label: '甲' })),
      ]).findings.map(f => f.fingerprint);
    expect(at('516.82', '7.00')).toEqual(at('517.82', '8.00'));
    expect(new Set(at('516.82', '7.00')).size).toBe(3);
  });
});

describe('suspects', () => {
  it('are all who may be wrong when nothing decides, the stated total first', () => {
    const { findings } = locateAll([sum('516.93', ['444.76', '71.35'])]);
    expect(suspectsOf(findings[0]!)).toEqual(['516.93→516.11', '444.76→445.58', '71.35→72.17']);
    expect(findings[0]!.params.tied).toBe(3);
  });

  it('count all that nothing decides between, also where only some are told', () => {
    const parts = Array.from({ length: 9 }, (_, i) => `${(i * 104_729 + 123_457) / 100}`);
    const { findings } = locateAll([sum('99999.99', parts)]);
    expect(findings[0]!.suspects).toHaveLength(6);
    expect(findings[0]!.params.tied).toBe(10);
  });

  it('are never told to be what they are', () => {
    const { findings } = locateAll([share('71.65%', '2106.6', '2940.05'), sum('10', ['3.33', '3.33', '3.33'])]);
    for (const { suspects, spots } of findings)
      for (const { place, implied } of suspects) expect(implied).not.toBe(spots[place]!.printed);
  });

  it('are chosen by a relation that is no proof by itself, where only one choice for each lets it hold', () => {
    const [a, b, c] = [fig('10'), fig('18'), fig('79')];
    const done = (rate: string, actual: Figure, target: string) =>
      ({ ...share(fig(rate), actual, target), shape: 'completion' }) as const;
    const relations = [done('0%', a, '10'), done('0%', b, '18'), { ...sum('79', [c, a, b]), soft: true }];
    const { findings } = locateAll(relations);
    expect(findings.map(finding => suspectsOf(finding)[0])).toEqual(['10→0', '10→0', '18→0']);
    expect(findings[0]!.suspects[0]).toMatchObject({ explains: 2, together: true });
    const alone = locateAll(relations.slice(0, 2)).findings[0]!;
    expect([alone.suspects.length, alone.params.tied]).toEqual([2, 2]);
  });

  it('are not half way between two numbers that contradict each other', () => {
    const [plan, part] = [fig('508.65'), fig('281.34')];
    const { findings } = locateAll([sum(plan, [part, '227.29']), agree(plan, '508.65'), sum(plan, ['508.64', '0.01'])]);
    expect(suspectsOf(findings[0]!)).not.toContain('508.65→508.64 digit');
    expect(suspectsOf(findings[0]!)[0]).toBe('281.34→281.36 digit');
  });

  it('have a figure first whose change mends more', () => {
    const [total, a, b, rate] = [fig('516.49'), fig('344.76'), fig('71.73'), fig('86%')];
    const { findings } = locateAll([sum(total, [a, b]), share(rate, a, total), agree(a, '444.76')]);
    expect(findings).toHaveLength(3);
    for (const finding of findings) expect(suspectsOf(finding)[0]).toMatch(/^344\.76→44[45]\.\d\d digit$/);
    expect(new Set(findings.map(finding => finding.cause))).toEqual(new Set(['c1']));
  });

  it('leave alone what other relations confirm', () => {
    const [total, a, b, c] = [fig('516.49'), fig('444.76'), fig('71.73'), fig('300.00')];
    const { findings } = locateAll([sum(total, [a, b]), agree(total, '516.49'), agree(a, '444.76'), sum(a, [c, '144.00'])]);
    expect(findings).toHaveLength(1);
    expect(suspectsOf(findings[0]!).map(text => text.split('→')[0])).not.toContain('444.76');
  });

  it('are found by what a rule fixes, together with the total', () => {
    const weights = ['10分', '50分', '70分'].map(text => fig(text));
    const fixed: Relation = { ...order('0', '=', new Big(100)), rule: 'PRJ-011', left: weights.map(plus), word: '' };
    const alone = locateAll([fixed]).findings[0]!;
    expect([alone.equation, alone.stated, alone.expected]).toEqual(['10 + 50 + 70 = 130 ≠ 100', '130', '100']);
    expect(suspectsOf(alone)).toEqual(['50→20 digit', '70→40 digit']);
    const { findings } = locateAll([{ ...sum('100分', weights) }, fixed]);
    expect(findings.map(finding => finding.cause)).toEqual(['c1', 'c1']);
    expect(suspectsOf(findings[1]!)).toEqual(suspectsOf(findings[0]!).filter(text => !text.startsWith('100')));
  });

  it('include what was meant when only a range is known', () => {
    const [part, whole] = [fig('58.65'), fig('591.45')];
    const { findings } = locateAll([share('86%', part, whole), agree(whole, '591.45')]);
    expect(suspectsOf(findings[0]!)).toContain('58.65→508.65 dropped');
  });

  it('find two figures that stand in each other’s place', () => {
    const whole = fig('100.00');
    const [a, b] = [fig('70%'), fig('20%')];
    const { findings } = locateAll([share(a, '20.00', whole, 1), share(b, '70.00', whole, 1), share('10%', '10.00', whole, 1)]);
    expect(findings).toHaveLength(2);
    expect(findings.map(finding => finding.cause)).toEqual(['c1', 'c1']);
    expect(suspectsOf(findings[0]!)[0]).toBe('70→20 swapped');
    expect(suspectsOf(findings[1]!)[0]).toBe('20→70 swapped');
  });

  it('find an exchange between sentences that share no figure', () => {
    const { findings } = locateAll([agree('31.40', '27.93', '27.93'), agree('27.93', '31.40', '31.40')]);
    expect(findings.map(finding => finding.cause)).toEqual(['c1', 'c1']);
    expect(findings.map(finding => suspectsOf(finding)[0])).toEqual(['31.40→27.93 swapped', '27.93→31.40 swapped']);
  });

  it.each([
    ['scope', { scope: '全部资金' as const }],
    ['last-year', { period: 2020 }],
    ['measure', { measure: '年初预算' as const }],
  ])('recognise a copy: %s', (slip, other) => {
    const fact = { indicator: '基本支出', scope: '财政拨款' as const, period: 2021, measure: '决算' as const };
    const wrong = fig('289.53', { fact });
    const source = fig('289.53', { fact: { ...fact, ...other } });
    const { findings } = locateAll([sum(wrong, ['262.96', '26.24']), agree(wrong, '289.20'), agree(source, '289.53')]);
    expect(suspectsOf(findings[0]!)[0]).toBe(`289.53→289.20 ${slip}`);
  });

  it('recognise the row above', () => {
    const at = (row: string) => ({ at: { table: '支出决算表', row, col: '合计' } });
    const [above, wrong] = [fig('155.56', at('甲')), fig('155.56', at('乙'))];
    const { findings } = locateAll([sum('379.93', [above, wrong]), agree(wrong, '224.37'), agree(above, '155.56')]);
    expect(suspectsOf(findings[0]!)[0]).toBe('155.56→224.37 neighbour');
  });

  it('recognise a value of an earlier draft by the percentage that still fits it', () => {
    const [wrong, rate] = [fig('47.11'), fig('48.92%')];
    const whole = fig('96.30');
    const { findings } = locateAll([
      share(rate, wrong, whole),
      sum(whole, [wrong, '43.28']),
      agree(wrong, '53.02', '53.02'),
      agree(whole, '96.30', '96.30'),
    ]);
    expect(suspectsOf(findings[0]!)[0]).toBe('47.11→53.02 stale');
  });

  it('are the word itself when both numbers are sound', () => {
    const wordPlace = { file: 'report.txt', line: 9 };
    const [a, b] = [fig('1511.89'), fig('1560.05')];
    const { findings } = locateAll([{ ...order(a, '>', b), wordPlace }, agree(a, '1511.89'), agree(b, '1560.05')]);
    expect(suspectsOf(findings[0]!)).toEqual(['大于→小于']);
    const alone = locateAll([{ ...order('1511.89', '>', '1560.05'), wordPlace }]).findings;
    expect(suspectsOf(alone[0]!)).toEqual(['大于→小于', '1511.89→null', '1560.05→null']);
    const [outcome, budget] = [fig('1511.89'), fig('1060.05')];
    const also = locateAll([
      { ...order(outcome, '<', budget), wordPlace },
      share('96.91%', outcome, budget),
      agree(outcome, '1511.89'),
    ]).findings;
    expect(suspectsOf(also[0]!)[0]).toBe('1060.05→1560.05 digit');
  });

  it('see through two mistakes in one sum', () => {
    const [total, a, b] = [fig('561.49'), fig('444.76'), fig('17.73')];
    const { findings } = locateAll([sum(total, [a, b]), agree(total, '516.49', '516.49'), agree(b, '71.73', '71.73')]);
    expect(findings).toHaveLength(3);
    const first = findings.map(finding => suspectsOf(finding)[0]);
    expect(first).toContain('561.49→516.49 transposed');
    expect(first).toContain('17.73→71.73 transposed');
    expect(new Set(findings.map(finding => finding.cause)).size).toBe(2);
  });

  it('are named without a value where only a limit is known, unless others confirm them', () => {
    const [whole, part] = [fig('26.24'), fig('26.40')];
    expect(suspectsOf(locateAll([sum(whole, [part], '>=')]).findings[0]!)).toEqual(['26.24→null', '26.40→null']);
    expect(suspectsOf(locateAll([sum(whole, [part], '>='), agree(whole, '26.24')]).findings[0]!)).toEqual(['26.40→null']);
  });

  it('are the number that was seen to be wrong', () => {
    const rate = fig('600%');
    const form: FormRelation = {
      kind: 'form',
      rule: 'PRJ-005',
      about: '培训',
      holds: false,
      place: rate.place,
      printed: rate.printed,
      quote: '',
      section: '',
      expected: '100%',
      figures: [rate],
    };
    const { findings } = locateAll([form], [rate]);
    expect(findings[0]!.spots).toHaveLength(1);
    expect(suspectsOf(findings[0]!)).toEqual(['600→100%']);
    const words: FormRelation = { ...form, place: { file: 'report', line: 99 }, printed: '基本支出', expected: '项目支出' };
    const [spoken] = locateAll([words], [rate]).findings;
    expect(spoken!.spots.map(spot => spot.printed)).toEqual(['基本支出', '600']);
    expect(spoken!.suspects, 'a figure that words are held against is not accused').toEqual([]);
  });

  it('are none where nothing can help', () => {
    const { findings } = locateAll([growth(1, '5.00', '5.00', '100%')]);
    expect(findings[0]).toMatchObject({ severity: 'note', suspects: [] });
  });
});

describe('notes', () => {
  it('tell a plug once, however often it shows', () => {
    const line = () => fig('326.72');
    const [t1, t2, narrative] = [line(), line(), line()];
    const plugged = fig('326.71');
    const other = fig('2613.34');
    const { findings } = locateAll([
      agree(t1, t2, narrative),
      agree(plugged, t1),
      agree(plugged, t2),
      sum('2940.05', [other, t1]),
      sum('2940.05', [other, narrative]),
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ verdict: 'rounding', severity: 'note', suspects: [] });
  });

  it('keep apart what has two causes', () => {
    const { findings } = locateAll([sum('10.00', ['3.33', '3.33', '3.33']), sum('20.00', ['6.67', '6.67', '6.67'])]);
    expect(findings.map(finding => finding.cause)).toEqual(['c1', 'c2']);
  });

  it('join the cause that explains them', () => {
    const wrong = fig('25.90');
    const { findings } = locateAll([
      share('15%', wrong, '100.00'),
      agree(wrong, '15.00', '15.00'),
      share('25%', wrong, '100.00'),
    ]);
    const [share15, same, cut] = [
      findings.find(f => f.stated === '15')!,
      findings.find(f => f.check.relation.kind === 'agree')!,
      findings.find(f => f.stated === '25')!,
    ];
    expect(share15.cause).toBe(same.cause);
    expect(cut.verdict).toBe('rounding');
  });

  it('name the one figure that has lost its last digit', () => {
    expect(suspectsOf(locateAll([sum('17.53', ['16.0', '1.49'])]).findings[0]!)).toEqual(['16.0→16.04']);
    expect(suspectsOf(locateAll([sum('17.5', ['16.0', '1.49'])]).findings[0]!)).toEqual([]);
  });

  it('name the rate whose digits were cut off', () => {
    const { findings } = locateAll([share('99.86%', '99868.00', '100000.00')]);
    expect(findings[0]).toMatchObject({ tail: 'truncation', expected: '99.87', severity: 'note' });
    expect(suspectsOf(findings[0]!)).toEqual(['99.86→99.87']);
  });
});

describe('the ledger', () => {
  it('counts the decided relations of every figure and gives a reason for each without one', () => {
    const [a, b, lost, vague, stray] = [fig('5.00'), fig('5.00'), fig('7.00'), fig('30', { approximate: true }), fig('9批次')];
    const relations = [
      agree(a, b),
      sum(a, [b, minus(fig('0.00', { id: 'zero' }))]),
      { ...sum(lost, ['3.00']), missing: ['其他收入'] },
    ];
    const named = fig('8.00', { fact: { indicator: '基本支出' } });
    const { ties, unchecked, undecided } = locateAll(relations, [a, b, lost, vague, stray, named]);
    expect([...ties.values()].slice(0, 2)).toEqual([2, 2]);
    expect(unchecked.map(entry => [entry.printed, entry.why])).toEqual([
      ['7.00', 'locate.why.neighbour-unreadable'],
      ['30', 'locate.why.approximate'],
      ['9', 'locate.why.unbound'],
      ['8.00', 'locate.why.no-counterpart'],
    ]);
    expect(unchecked[0]!.params.missing).toEqual(['其他收入']);
    expect(undecided).toEqual([{ rule: 'SUM-001', about: '合计', missing: ['其他收入'] }]);
  });

  it('tells figures apart that are only held against a limit', () => {
    const [total, part, order_, firm] = [fig('10.00'), fig('4.00'), fig('12.00'), fig('3.00')];
    const { bounded } = locateAll([
      { ...sum(total, [part, firm]), compare: '>=' },
      order(order_, '>', total),
      agree(firm, '3.00'),
      { ...sum('99.00', ['98.00']), missing: ['其他收入'], compare: '>=' },
    ]);
    expect([...bounded]).toEqual([total.id, part.id, order_.id]);
  });
});
