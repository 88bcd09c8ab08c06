import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx, p } from '../readers/make/docx.ts';
import { xlsx } from '../readers/make/xlsx.ts';
import { audit, BAD, folderWith } from './run.ts';

const LINES = [
  '清江县文化馆2023年度部门决算',
  '三、支出决算情况说明',
  '2023年度支出合计310.00万元，其中：基本支出200.00万元，占66.67%；项目支出100.00万元，占33.33%。',
];
const SHEET = [
  ['支出决算表'],
  ['部门：清江县文化馆', '2023年度', '单位：万元'],
  ['项目', '本年支出合计', '基本支出', '项目支出'],
  ['合计', 310, 200, 100],
];
const folder = () => {
  const made = folderWith({ 'r.txt': BAD });
  writeFileSync(join(made, 'r.docx'), docx(LINES.map(line => p(line)).join('')));
  writeFileSync(join(made, 'r.xlsx'), xlsx([{ name: '公开03表', rows: SHEET }]));
  return made;
};

describe('audit annotate', () => {
  it('writes a marked copy beside a Word file, the wrong figure with its cure in a comment; the file stays as it was', () => {
    const cwd = folder();
    const before = readFileSync(join(cwd, 'r.docx'));
    const { code, out, err } = audit(['annotate', 'r.docx'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('r（核对）.docx');
    expect(readFileSync(join(cwd, 'r.docx')).equals(before)).toBe(true);
    const parts = unzipSync(new Uint8Array(readFileSync(join(cwd, 'r（核对）.docx'))));
    expect(strFromU8(parts['word/comments.xml']!)).toMatch(/问题 1／1 请把 310\.00 改为 300\.00/);
  });

  it('never replaces a copy that is there', () => {
    const cwd = folder();
    for (const _ of [1, 2]) expect(audit(['annotate', 'r.docx'], { cwd }).code).toBe(0);
    expect(readdirSync(cwd).filter(name => name.startsWith('r（核对）'))).toEqual(['r（核对） 2.docx', 'r（核对）.docx']);
  });

  it('with --track the accepted copy holds what was corrected', () => {
    const cwd = folder();
    expect(audit(['annotate', 'r.docx', '--track'], { cwd }).code).toBe(0);
    // The reader sees a file with all changes accepted.
    expect(audit(['check', 'r（核对）.docx'], { cwd }).code).toBe(0);
    expect(audit(['check', 'r.docx'], { cwd }).code).toBe(1);
  });

  it('puts the list of corrections in front of a workbook', () => {
    const cwd = folder();
    const { code, out } = audit(['annotate', 'r.xlsx'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('r（核对）.xlsx');
    const parts = unzipSync(new Uint8Array(readFileSync(join(cwd, 'r（核对）.xlsx'))));
    expect(strFromU8(parts['xl/worksheets/check1.xml']!)).toContain('改为');
    const again = audit(['check', 'r（核对）.xlsx'], { cwd });
    expect(again.out).toContain('改正清单');
  });

  it('makes a marked page where no copy can be made', () => {
    const cwd = folder();
    const { code, out } = audit(['annotate', 'r.txt'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('r（核对）.html');
    expect(readFileSync(join(cwd, 'r（核对）.html'), 'utf8')).toContain('<mark id=');
  });

  it('of a file that cannot be read no copy is made, and it is told', () => {
    const cwd = folderWith({ 'x.docx': 'no zip' });
    expect(audit(['annotate', 'x.docx'], { cwd }).code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['x.docx']);
  });
});
