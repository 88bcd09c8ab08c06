import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateDocx } from '../../src/annotate/docx/index.ts';
import { annotateXlsx } from '../../src/annotate/xlsx/index.ts';
import { audit } from '../../src/audit.ts';
import type { Audit } from '../../src/model/index.ts';
import { listOf, marksOf } from '../../src/reporters/marks/index.ts';
import { converted, office } from '../reporters/workbooks.ts';
import { accepted } from './accepting.ts';

/**
 * Files that LibreOffice wrote: a report with a comment, a tracked change of somebody, a content control; a protected sheet with
 * comments and a chart, and a sheet with a formula. Both have problems.
 */
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/annotate', name)));
const read = (file: string, bytes: Uint8Array) => audit([{ file, bytes }]);
const stated = ({ figures }: Audit) => figures.map(({ printed, place, fact }) => ({ printed, place, fact }));
const errors = ({ issues }: Audit) => issues.filter(({ severity }) => severity === 'error');
const partsOf = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  for (const name of old.keys()) expect(now.has(name), name).toBe(true);
  return [...now].flatMap(([name, part]) => (old.get(name) === part ? [] : [name])).sort();
}

describe('a docx that LibreOffice wrote', () => {
  const FILE = 'written.docx';
  it.each([
    ['corrections', false, false],
    ['tracked changes', true, false],
    ['ticks', false, true],
  ])('with %s: all that is not marked stays as it was', async (_, track, ticks) => {
    const bytes = bytesOf(FILE);
    const before = await read(FILE, bytes);
    expect(errors(before).filter(({ corrections }) => corrections.length === 1).length).toBe(2);
    const marked = annotateDocx(bytes, marksOf(before, 'zh', ticks), { track });
    expect(marked.missed).toEqual([]);
    expect(differing(bytes, marked.bytes)).toEqual(['word/comments.xml', 'word/document.xml']);
    const [old, now] = [partsOf(bytes), partsOf(marked.bytes)].map(parts => parts.get('word/document.xml')!);
    for (const own of old!.matchAll(
      /<w:(sdt|ins|del)\b(?:(?!<\/w:\1>).)*<\/w:\1>|<w:sectPr>.*<\/w:sectPr>|<w:tblPr>.*?<\/w:tblPr>/gs,
    ))
      expect(now).toContain(own[0]);
    if (!track) expect(stated(await read(FILE, marked.bytes))).toEqual(stated(before));
  });

  it('keeps the comments it has, and counts on from them', async () => {
    const bytes = bytesOf(FILE);
    const { bytes: made } = annotateDocx(bytes, marksOf(await read(FILE, bytes), 'zh', false));
    const [old, now] = [partsOf(bytes), partsOf(made)].map(parts => parts.get('word/comments.xml')!);
    expect(now).toContain(/<w:comment .*<\/w:comment>/s.exec(old!)![0]);
    const ids = [...now!.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(match => match[1]);
    expect(ids).toEqual(ids.map((_, i) => String(i)));
    const text = partsOf(made).get('word/document.xml')!;
    for (const id of ids) {
      for (const what of ['RangeStart', 'RangeEnd', 'Reference'])
        expect(text.split(`<w:comment${what} w:id="${id}"/>`), `${what} ${id}`).toHaveLength(2);
    }
  });

  it('has none of the corrected problems once its changes are accepted, and no new ones', async () => {
    const bytes = bytesOf(FILE);
    const before = await read(FILE, bytes);
    const tracked = annotateDocx(bytes, marksOf(before, 'zh', false), { track: true });
    // The reader reads a file as if all changes were accepted.
    const after = await read(FILE, tracked.bytes);
    expect(errors(after)).toEqual([]);
    expect(after.issues.filter(({ severity }) => severity === 'warning')).toEqual([]);
    // Rejected, it is the file it was.
    const xml = partsOf(tracked.bytes).get('word/document.xml')!;
    const ours = (name: string) => new RegExp(`<w:${name} w:id="\\d+" w:author="数字核对">(.*?)</w:${name}>`, 'gs');
    const text = xml.replace(ours('ins'), '').replace(ours('del'), (_, inner: string) => inner.replaceAll('delText', 't'));
    const plain = (one: string) => one.replace(/<w:delText[^>]*>[^<]*<\/w:delText>|<[^>]*>/g, '');
    expect(plain(text)).toBe(plain(partsOf(bytes).get('word/document.xml')!));
  });

  it.runIf(office)(
    'has none of the corrected problems once LibreOffice has accepted all changes (skipped where there is none)',
    { timeout: 120_000 },
    async () => {
      const bytes = bytesOf(FILE);
      const before = await read(FILE, bytes);
      const { bytes: made } = annotateDocx(bytes, marksOf(before, 'zh', false), { track: true });
      const saved = accepted(made);
      expect(partsOf(saved).get('word/document.xml')).not.toMatch(/<w:(?:ins|del) /);
      const after = await read(FILE, saved);
      expect(errors(before).length).toBeGreaterThan(0);
      expect(errors(after)).toEqual([]);
      for (const { corrections } of errors(before))
        for (const { now, to } of corrections) {
          const printed = after.figures.map(figure => figure.printed);
          expect(printed).toContain(to);
          expect(printed).not.toContain(now);
        }
    },
  );

  it.runIf(office)(
    'opens in LibreOffice, which keeps figures and comments (skipped where there is none)',
    { timeout: 60_000 },
    async () => {
      const bytes = bytesOf(FILE);
      const before = await read(FILE, bytes);
      const { bytes: made } = annotateDocx(bytes, marksOf(before, 'zh', true), { track: true });
      const saved = converted(made, 'docx');
      const corrected = await read(FILE, made);
      expect((await read(FILE, saved)).figures.map(({ printed }) => printed)).toEqual(
        corrected.figures.map(({ printed }) => printed),
      );
      const count = (one: Uint8Array) => partsOf(one).get('word/comments.xml')!.split('<w:comment ').length - 1;
      expect(count(saved)).toBe(count(made));
    },
  );
});

describe('an xlsx that LibreOffice wrote', () => {
  const FILE = 'written.xlsx';
  const annotated = async (bytes: Uint8Array) => {
    const before = await read(FILE, bytes);
    return { before, ...annotateXlsx(bytes, marksOf(before, 'zh', true), listOf(before, 'zh')) };
  };

  it('keeps its chart, its protection, its formula and the comments of others', async () => {
    const bytes = bytesOf(FILE);
    const marked = await annotated(bytes);
    expect(marked.missed).toEqual([]);
    expect(errors(marked.before)).toHaveLength(1);
    const changed = differing(bytes, marked.bytes);
    expect(changed).toContain('xl/comments1.xml');
    for (const name of changed) expect(name).not.toMatch(/chart|drawing|theme|docProps|sharedStrings|vml/);
    const [old, now] = [partsOf(bytes), partsOf(marked.bytes)];
    const sheet = now.get('xl/worksheets/sheet1.xml')!;
    const plain = (one: string) => one.replace(/ (?:s|tabSelected)="\w+"/g, '');
    expect(plain(sheet)).toBe(plain(old.get('xl/worksheets/sheet1.xml')!));
    expect(sheet).toContain('<sheetProtection');
    expect(now.get('xl/worksheets/sheet2.xml')).toMatch(/<f[^>]*>D4\+E4<\/f>/);
    for (const text of ['请核对合计', '旧批注']) expect(now.get('xl/comments1.xml')).toContain(text);
    expect(stated(await read(FILE, marked.bytes))).toEqual(stated(marked.before));
  });

  it('has a list that can be read: heads, lines, and rows as high as their texts', async () => {
    const { bytes } = await annotated(bytesOf(FILE));
    const parts = partsOf(bytes);
    const list = parts.get('xl/worksheets/check1.xml')!;
    const heights = [...list.matchAll(/<row r="\d+" ht="(\d+)"/g)].map(match => Number(match[1]));
    expect(heights.length).toBe(3);
    expect(heights[2]).toBeGreaterThan(heights[1]!);
    const looks = [...parts.get('xl/styles.xml')!.matchAll(/<cellXfs[^>]*>(.*?)<\/cellXfs>/gs)][0]![1]!.match(/<xf\b/g)!;
    for (const [, style] of list.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)) expect(Number(style)).toBeLessThan(looks.length);
  });

  it.runIf(office)(
    'opens in LibreOffice, which keeps figures and comments (skipped where there is none)',
    { timeout: 60_000 },
    async () => {
      const { before, bytes } = await annotated(bytesOf(FILE));
      const saved = converted(bytes, 'xlsx');
      expect(stated(await read(FILE, saved))).toEqual(stated(before));
      const text = [...partsOf(saved)].filter(([name]) => /comments\d/.test(name)).map(([, part]) => part);
      expect(text.join('').replace(/<[^>]*>/g, '')).toContain('请把 87.76 改为 87.67');
    },
  );
});
