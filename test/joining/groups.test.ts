import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/near.ts';
import { Copies, joinable, withTwins } from '../../src/joining/index.ts';
import type { Audit } from '../../src/model/index.ts';
import { sampleAudit } from '../reporters/sample.ts';

const part = (file: string, format: Audit['format'], more: Partial<Audit> = {}): Audit => ({
  ...sampleAudit(),
  entity: '某局',
  year: 2023,
  file,
  format,
  ...more,
});

const ADDRESS = { table: '收入决算表', row: '合计', col: '金额' };

describe('files of one report in a folder', () => {
  it('a narrative and its workbooks belong together', () => {
    expect(joinable([part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls'), part('夹/附.csv', 'csv')])).toEqual([[0, 1, 2]]);
  });
  it('workbooks without a name go with the only narrative of their folder', () => {
    const nameless = { entity: null, year: null };
    expect(joinable([part('夹/表.xls', 'xls', nameless), part('夹/说明.docx', 'docx')])).toEqual([[0, 1]]);
    expect(
      joinable([
        part('夹/表.xls', 'xls', nameless),
        part('夹/一.docx', 'docx'),
        part('夹/二.docx', 'docx', { entity: '另一局' }),
      ]),
    ).toEqual([]);
  });
  const tables: Partial<Audit> = {
    entity: null,
    year: null,
    figures: sampleAudit().figures.map(figure => ({ ...figure, at: ADDRESS })),
  };
  it('a Word file that holds nothing but tables is no narrative', () => {
    expect(joinable([part('夹/自评表.docx', 'docx', tables), part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls')])).toEqual([
      [0, 1, 2],
    ]);
  });
  it('in a folder of several reports, tables without a name go by the name of their file', () => {
    const [garden, water] = [{ entity: '某市园林局' }, { entity: '某市水务局（本级）' }];
    const folder = [
      part('夹/1园林局2023年度部门决算公开说明.docx', 'docx', garden),
      part('夹/1园林局2023年度部门决算公开表.xls', 'xls', tables),
      part('夹/2水务局2023年度部门决算公开说明.docx', 'docx', water),
      part('夹/2某市水务局2023年度部门决算公开表.xls', 'xls', tables),
      part('夹/附件3：部门决算公开表.xls', 'xls', tables),
      part('夹/4某市水务局2022年度部门决算公开表.xls', 'xls', tables),
    ];
    expect(joinable(folder)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  it('tables of one report are checked with each of its drafts', () => {
    const folder = [part('夹/初稿.docx', 'docx'), part('夹/终稿.docx', 'docx'), part('夹/表.xls', 'xls')];
    expect(joinable(folder)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
  it.each([
    ['tables called after another office', [part('夹/说明.docx', 'docx'), part('夹/水务局报表.xls', 'xls', tables)]],
    ['a budget and final accounts', [part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls', { kind: 'budget' })]],
    ['two narratives are two drafts', [part('夹/一稿.docx', 'docx'), part('夹/二稿.docx', 'docx')]],
    ['other years', [part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls', { year: 2022 })]],
    ['other entities', [part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls', { entity: '另一局' })]],
    ['other folders', [part('甲/说明.docx', 'docx'), part('乙/表.xls', 'xls')]],
    ['unknown entity', [part('夹/说明.docx', 'docx', { entity: null }), part('夹/表.xls', 'xls', { entity: null })]],
    ['a workbook alone', [part('夹/表.xls', 'xls')]],
    ['datasets', [part('夹/数据.yaml', 'yaml', { kind: 'dataset' }), part('夹/表.xls', 'xls')]],
  ])('%s stay apart', (_, audits) => expect(joinable(audits)).toEqual([]));
});

describe('one report in several files', () => {
  const codes = (audits: readonly Audit[]) => withTwins(audits).map(one => one.notices.map(notice => notice.code));
  const { figures } = sampleAudit();
  it.each([
    ['another file with the same figures', part('二.pdf', 'pdf'), ['files.same-report']],
    ['another draft', part('二.docx', 'docx', { figures: figures.slice(1) }), ['files.other-draft']],
    ['another year', part('二.docx', 'docx', { year: 2022 }), []],
    ['another entity', part('二.docx', 'docx', { entity: '另一局' }), []],
  ])('%s', (_, second, expected) => {
    const [first, ...more] = codes([part('一.docx', 'docx', { notices: [] }), { ...second, notices: [] }]);
    expect([first, ...more]).toEqual([[], expected]);
  });
  it('a copy is told from a file of its own by its bytes', () => {
    const copies = new Copies();
    const bytes = (text: string) => new TextEncoder().encode(text);
    const files = [
      ['表.xls', '一'],
      ['表 - 副本.xls', '一'],
      ['表2.xls', '二'],
    ] as const;
    expect(files.map(([file, text]) => copies.isOne({ file, bytes: bytes(text) }))).toEqual([false, true, false]);
    expect(copies.found).toEqual([{ file: '表 - 副本.xls', same: '表.xls' }]);
  });
});

describe('did you mean', () => {
  const words = ['check', 'figures', 'rules', 'explain', 'schema'];
  it.each([
    ['chek', 'check'],
    ['figuers', 'figures'],
    ['RULES', 'rules'],
    ['expl', 'explain'],
  ])('%s → %s', (typed, meant) => expect(nearest(typed, words)).toBe(meant));
  it('guesses nothing for what is far from all', () => expect(nearest('xyzzy', words)).toBeUndefined());
});
