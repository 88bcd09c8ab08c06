import { describe, expect, it } from 'vitest';
import { joinable } from '../../src/commands/parts/joining.ts';
import { nearest } from '../../src/config/near.ts';
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
  it.each([
    ['two narratives are two drafts', [part('夹/一稿.docx', 'docx'), part('夹/二稿.docx', 'docx')]],
    ['other years', [part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls', { year: 2022 })]],
    ['other entities', [part('夹/说明.docx', 'docx'), part('夹/表.xls', 'xls', { entity: '另一局' })]],
    ['other folders', [part('甲/说明.docx', 'docx'), part('乙/表.xls', 'xls')]],
    ['unknown entity', [part('夹/说明.docx', 'docx', { entity: null }), part('夹/表.xls', 'xls', { entity: null })]],
    ['a workbook alone', [part('夹/表.xls', 'xls')]],
    ['datasets', [part('夹/数据.yaml', 'yaml', { kind: 'dataset' }), part('夹/表.xls', 'xls')]],
  ])('%s stay apart', (_, audits) => expect(joinable(audits)).toEqual([]));
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
