import { describe, expect, it } from 'vitest';
import { inOneFolder, withoutSharedFolder } from '../../src/reporters/parts/filenames.ts';
import { displayWidth, fitMiddle } from '../../src/reporters/parts/width.ts';

describe('names of files in a list', () => {
  it.each([
    [
      ['决算/甲局/说明.docx + 决算/甲局/表.xls', '决算/乙局/说明.docx'],
      ['甲局/说明.docx + 表.xls', '乙局/说明.docx'],
    ],
    [
      ['D:\\决算\\甲.docx', 'D:\\决算\\乙.docx'],
      ['甲.docx', '乙.docx'],
    ],
    [
      ['决算/甲.docx', '决算2/乙.docx'],
      ['决算/甲.docx', '决算2/乙.docx'],
    ],
    [['决算/甲.docx'], ['决算/甲.docx']],
    [
      ['甲.docx', '乙.docx'],
      ['甲.docx', '乙.docx'],
    ],
  ])('%j', (names, shown) => expect(withoutSharedFolder(names)).toEqual(shown));

  it('a folder is named once, other folders stay', () => {
    expect(inOneFolder('夹/说明.docx + 夹/表.xls + 另一夹/表.xls')).toBe('夹/说明.docx + 表.xls + 另一夹/表.xls');
  });

  it('what is too long loses its middle', () => {
    expect(fitMiddle('某某市园林局2023年度部门决算公开表.xls', 20)).toBe('某某市…算公开表.xls');
    for (let width = 1; width < 50; width++)
      expect(displayWidth(fitMiddle('某市a园林局2023年度bc部门决算.xls', width))).toBeLessThanOrEqual(width);
    expect(fitMiddle('表.xls', 6)).toBe('表.xls');
  });
});
