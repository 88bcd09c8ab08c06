import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { read } from '../../src/readers/index.ts';
import { outlineOf } from './make/say.ts';
import { type TestSheet, xlsx } from './make/xlsx.ts';

const shown = async (rows: TestSheet['rows'], more: Partial<TestSheet> = {}) =>
  outlineOf(await read({ file: '说明.xlsx', bytes: xlsx([{ name: '说明', rows: rows!, ...more }]) }));
const SUM = '2023年度本年收入合计100.00万元，其中：财政拨款收入80.00万元，其他收入20.00万元。';
/** Where a row ends although the sentence goes on. */
const CUT = SUM.indexOf('其他收入');
const TABLE = [['收入决算表'], ['项目', '金额'], ['合计', '100.00'], ['财政拨款收入', '80.00']];

describe('a sheet that holds text', () => {
  it('is read as the lines of its cells, divided at their breaks', async () => {
    expect(await shown([[`一、收入情况\n${SUM}\n\n二、支出情况`]])).toEqual(['## 一、收入情况', SUM, '## 二、支出情况']);
  });

  it('puts a sentence together that goes on in the next row, but no heading', async () => {
    const [first, second] = [SUM.slice(0, CUT), SUM.slice(CUT)];
    expect(await shown([['一、收入情况'], [first], [second]])).toEqual(['## 一、收入情况', SUM]);
    expect(await shown([['收入情况如下，'], ['一、收入情况'], [SUM]])).toEqual(['收入情况如下，', '## 一、收入情况', SUM]);
  });

  it('tells it above its table, between tables and below them', async () => {
    const lines = await shown([['一、收入情况'], [SUM], ...TABLE, ['注：本表反映收入。'], ['二、结余情况'], [SUM]]);
    expect(lines.slice(0, 2)).toEqual(['## 一、收入情况', SUM]);
    expect(lines.slice(2, 7)).toEqual(['<收入决算表>', '收入决算表', '项目|金额', '合计|100.00', '财政拨款收入|80.00']);
    expect(lines.slice(-2)).toEqual(['## 二、结余情况', SUM]);
    expect(lines).toContain('^ 注：本表反映收入。');
  });

  it('leaves tables what they are: titles, corners and notes are no text', async () => {
    const rows = [...TABLE, ['注：1.本表反映收入合计100.00万元。2.其中财政拨款收入80.00万元。'], ['本表金额以万元为单位']];
    expect((await shown(rows)).filter(line => line.startsWith('#') || line === SUM)).toEqual([]);
    expect((await shown(rows)).filter(line => line.startsWith('<'))).toEqual(['<收入决算表>']);
  });

  it('is audited as a text is', async () => {
    const wrong = SUM.replace('入20.00', '入25.00');
    const rows = [['某局2023年度部门决算'], ['一、收入情况'], [wrong.slice(0, CUT)], [wrong.slice(CUT)]];
    const { findings } = await audit([{ file: '说明.xlsx', bytes: xlsx([{ name: '说明', rows }]) }]);
    expect(findings.map(one => one.rule)).toEqual(['SUM-001']);
  });
});
