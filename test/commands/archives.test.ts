import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { auditDropped } from '../../src/page/audits.ts';
import { mistaken, partsOf } from '../formats/report.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitXlsx } from '../generator/emit/xlsx.ts';
import { audit, folderWith as folder } from './run.ts';

const parts = partsOf(mistaken(1));
const narrative = emitDocx(parts.narrative);
const tables = emitXlsx(parts.tables);

/** «AAAA» in the names becomes 决算 in the code page of Chinese Windows, without any mark. */
function inGbk(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('AAAA'); at >= 0; at = bytes.indexOf('AAAA', at + 1)) bytes.set([0xbe, 0xf6, 0xcb, 0xe3], at);
  return bytes;
}
const outcome = (run: { readonly code: number | null; readonly out: string }) => {
  const { reports } = JSON.parse(run.out) as { reports: { summary: Record<string, number> }[] };
  return { code: run.code, reports: reports.map(({ summary }) => summary) };
};

describe('an archive is read as a folder', () => {
  it('finds what the same files in a folder show, joined as they are there', () => {
    const dir = folder({
      '收/说明.docx': narrative,
      '收/报表.xlsx': tables,
      '附件.zip': zipSync({
        '说明.docx': narrative,
        '报表.xlsx': tables,
        '__MACOSX/._说明.docx': strToU8('x'),
        '~$说明.docx': strToU8('x'),
      }),
    });
    const [plain, packed] = ['收', '附件.zip'].map(path => outcome(audit(['check', path, '--format', 'json'], { cwd: dir })));
    expect(packed).toEqual(plain);
    expect(packed!.reports).toHaveLength(1);
    expect(packed!.reports[0]!.problems).toBeGreaterThan(0);
  });

  it('reads names of the Chinese code page, and archives inside of archives', () => {
    const dir = folder({ 'a.zip': zipSync({ 'in.zip': inGbk(zipSync({ 'AAAA/AAAA.docx': narrative })) }) });
    const { out } = audit(['check', 'a.zip'], { cwd: dir });
    expect(out).toContain('a.zip/in.zip/决算/决算.docx');
  });

  it('opens one file of it by its path, and writes what is made of it beside the archive', () => {
    const dir = folder({ 'a.zip': zipSync({ '甲/说明.docx': emitDocx(parts.whole), '../../乙.docx': narrative }) });
    expect(audit(['figures', 'a.zip/甲/说明.docx', '--format', 'csv'], { cwd: dir }).code).toBe(0);
    const annotated = audit(['annotate', 'a.zip'], { cwd: dir });
    expect(annotated.out).toContain('说明（核对）.docx');
    expect(annotated.out).toContain('乙（核对）.docx');
    expect(audit(['check', '说明（核对）.docx'], { cwd: dir }).code).not.toBe(2);
  });

  it('one damaged file of it, or one that cannot be read, costs itself', () => {
    const broken = narrative.slice();
    broken.fill(0, 2000, 2400);
    const zip = zipSync({ '甲.docx': narrative, '乙.docx': broken, '说明.rar': strToU8('Rar!') }, { level: 0 });
    const torn = Buffer.from(zipSync({ '甲.docx': narrative, '丙.docx': tables }, { level: 0 }));
    torn.fill(0, torn.indexOf(Buffer.from(tables)) + 100, torn.indexOf(Buffer.from(tables)) + 200);
    const dir = folder({ 'a.zip': zip, 'b.zip': torn, 'c.zip': zip.subarray(0, zip.length - 30) });
    for (const [name, lost] of [
      ['a.zip', '乙.docx'],
      ['b.zip', '丙.docx'],
    ] as const) {
      const run = audit(['check', name], { cwd: dir });
      expect(run.code).toBe(2);
      expect(run.err).toContain(lost);
      expect(run.err).not.toMatch(/\n\s+at /);
      expect(run.out).toContain('甲.docx');
    }
    const cut = audit(['check', 'c.zip'], { cwd: dir });
    expect([cut.code, cut.err]).toEqual([2, expect.stringContaining('文件不完整')]);
  });

  it('does not unpack a bomb, and says so', () => {
    const bomb = zipSync({ '一.txt': new Uint8Array(90_000_000), '二.txt': new Uint8Array(90_000_000) }, { level: 9 });
    const many = zipSync(Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`${i}.txt`, strToU8('1')])));
    const dir = folder({ 'bomb.zip': bomb, 'many.zip': many, 'none.zip': zipSync({ 'a.png': strToU8('x') }) });
    for (const [name, word] of [
      ['bomb.zip', '上限'],
      ['many.zip', '超过 2000 个'],
      ['none.zip', '没有可以审核的报告'],
    ] as const) {
      const run = audit(['check', name], { cwd: dir });
      expect([run.code, run.err]).toEqual([2, expect.stringContaining(word)]);
    }
  });

  it('is dropped onto the page as well', async () => {
    const bytes = zipSync({ '说明.docx': narrative, '报表.xlsx': tables, '__MACOSX/._x': strToU8('x') });
    const dropped = await auditDropped([{ file: '附件.zip', bytes }], 'zh', () => undefined);
    expect(dropped.failures).toEqual([]);
    expect(dropped.audits.map(one => one.file)).toEqual(['附件.zip/说明.docx + 附件.zip/报表.xlsx']);
  });
});
