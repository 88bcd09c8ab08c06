import { describe, expect, it } from 'vitest';
import type { ChangeStatement, ShareStatement, SumStatement } from '../../src/model/index.ts';
import { changes } from '../../src/rules/built-in/changes.ts';
import { shares } from '../../src/rules/built-in/rates.ts';
import { statedSums } from '../../src/rules/built-in/sums.ts';
import { Facts } from '../../src/rules/facts.ts';
import { fig } from '../check/build.ts';

const reading = (...statements: readonly (ShareStatement | SumStatement | ChangeStatement)[]) => ({
  entity: null,
  year: 2023,
  title: null,
  kind: 'final-accounts' as const,
  figures: [],
  statements,
  unread: [],
});
const share: ShareStatement = {
  kind: 'share',
  source: 'narrative',
  rate: fig('12.34%'),
  part: fig('12.34'),
  whole: fig('90.00'),
  base: null,
  list: null,
};

describe('the relations of a statement with several readings', () => {
  it('say nothing of their grounds where they are stated', () => {
    const [relation] = shares(reading(share));
    expect(relation).not.toHaveProperty('grounds');
    expect(relation).not.toHaveProperty('alternatives');
  });

  it('carry what was inferred, and the other readings', () => {
    const other = { ...share, whole: fig('100.00') };
    const said: ShareStatement = {
      ...share,
      grounds: ['base'],
      alternatives: [{ as: 'base', words: '支出总计', reading: other }],
      together: '占比',
    };
    const [relation] = shares(reading(said));
    expect(relation).toMatchObject({ grounds: ['base'], together: { key: '占比', judged: true } });
    expect(relation!.alternatives).toMatchObject([
      { as: 'base', words: '支出总计', reading: { whole: [{ figure: { printed: '100.00' } }] } },
    ]);
  });

  it('are judged together as shares of one list', () => {
    expect(shares(reading({ ...share, list: 3 }))[0]!.together).toEqual({ key: 'list 3', judged: true });
  });

  it('find their counterparts by rule and kind; null where another reading does not claim them', () => {
    const change: ChangeStatement = {
      kind: 'change',
      source: 'narrative',
      current: fig('110.00'),
      previous: null,
      change: fig('10.00'),
      rate: fig('10.00%'),
      direction: 1,
      rateDirection: 1,
      base: 'year',
      word: null,
    };
    const other = { ...change, current: null };
    const told = reading({ ...change, alternatives: [{ as: 'owner', words: '收入总计', reading: other }] });
    const relations = changes(told, new Facts(told));
    expect(relations.map(({ rule, alternatives }) => [rule, alternatives![0]!.reading?.rule ?? null])).toEqual([
      // That both words say one way is told by the other reading as well.
      ['YOY-007', 'YOY-007'],
      ['YOY-001', null],
      ['YOY-004', null],
    ]);
    expect(new Set(relations.map(({ together }) => together!.key)).size).toBe(1);
    expect(relations[0]!.together!.judged).toBe(false);
  });

  it('may be of another rule: a list that is whole, or some of it', () => {
    const sum: SumStatement = {
      kind: 'sum',
      source: 'narrative',
      total: fig('100.00'),
      parts: [fig('60.00'), fig('30.00')],
      complete: 'yes',
      about: '合计',
    };
    const [relation] = statedSums(
      reading({ ...sum, alternatives: [{ as: 'completeness', words: '其中', reading: { ...sum, complete: 'no' } }] }),
    );
    expect(relation).toMatchObject({ rule: 'SUM-001', alternatives: [{ as: 'completeness', reading: null }] });
  });
});
