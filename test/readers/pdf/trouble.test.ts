import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/model/index.ts';
import { pdf } from '../../../src/readers/pdf/index.ts';
import { readGlyph } from '../../../src/readers/pdf/page/glyphs.ts';
import { readPdf } from '../../../src/readers/pdf/read.ts';
import { say } from '../../../src/reporters/parts/words/index.ts';
import { pdf as words } from '../../../src/reporters/parts/words/pdf.ts';
import { field, ruled, type Sheet, writePdf } from './make/pdf.ts';
import { outline, readSheets, rowsOf, tablesOf } from './make/read.ts';

const TEXT: Sheet = { words: [{ x: 100, y: 100, text: '本年收入合计1.00万元。' }] };
const SCAN: Sheet = { pictures: [[0, 0, 595, 842]] };
const problemOf = (reading: Promise<unknown>) =>
  reading.then(
    () => {
      throw new Error('no problem');
    },
    problem => {
      expect(problem).toBeInstanceOf(Problem);
      return problem as Problem;
    },
  );
const noticesOf = async (sheets: readonly Sheet[], extras = {}) => (await readSheets(sheets, extras)).notices;

describe('a PDF', () => {
  const of = (text: string) => pdf.recognises({ file: 'a', bytes: new TextEncoder().encode(text) });
  it('is known by its bytes, whatever stands before its header or in its name', () => {
    expect(of('%PDF-1.7\n')).toBe(true);
    expect(of(`${' '.repeat(900)}%PDF-1.4`)).toBe(true);
    expect(of('PDF')).toBe(false);
  });

  it('is read by its reader', async () => {
    expect((await pdf.read({ file: 'a.pdf', bytes: writePdf([TEXT]) })).format).toBe('pdf');
  });
});

describe('files that cannot be read', () => {
  it('want a password', async () => {
    const encrypt = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`;
    const problem = await problemOf(readPdf({ file: 'a.pdf', bytes: writePdf([TEXT], { trailer: encrypt }) }));
    expect(problem.code).toBe('reader.pdf.encrypted');
    expect(problem.place).toEqual({ file: 'a.pdf' });
  });

  it('are cut off', async () => {
    const whole = writePdf([TEXT]);
    expect((await problemOf(readPdf({ file: 'a.pdf', bytes: whole.slice(0, 150) }))).code).toBe('reader.pdf.truncated');
  });

  it('are damaged', async () => {
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(3000)}\n%%EOF`);
    expect((await problemOf(readPdf({ file: 'a.pdf', bytes }))).code).toBe('reader.pdf.damaged');
  });

  it('are scans from the first page to the last: the pages are named', async () => {
    const problem = await problemOf(readSheets([SCAN, SCAN, { ...SCAN, words: [{ x: 290, y: 820, text: '3' }] }]));
    expect([problem.code, problem.params]).toEqual(['reader.pdf.no-text', { pages: '1–3', count: 3 }]);
    expect(say('zh', problem.code, problem.params)).toContain('第 1–3 页没有文字层');
  });

  it('carry a text layer nobody can read', async () => {
    const words = [{ x: 100, y: 100, text: '\ue123'.repeat(30) }];
    expect((await problemOf(readSheets([{ words }]))).code).toBe('reader.pdf.garbled');
  });

  it('are blank', async () => {
    expect((await problemOf(readSheets([{}, {}]))).code).toBe('reader.pdf.blank');
  });
});

describe('what is noticed', () => {
  it('is nothing in an ordinary file', async () => {
    expect(
      await noticesOf([
        TEXT,
        {},
        ruled(
          [50, 200, 300],
          [100, 120, 140],
          [
            ['项目', '决算数'],
            ['收入', '1.00'],
          ],
        ),
      ]),
    ).toEqual([]);
  });

  it('are pages without text among others', async () => {
    expect(await noticesOf([TEXT, SCAN, SCAN, TEXT, SCAN])).toEqual([
      {
        code: 'reader.pdf.pages-without-text',
        params: { pages: '2–3、5', count: 3, total: 5 },
        place: { file: 'a.pdf', page: 2 },
      },
    ]);
  });

  it('are large pictures under a title, which may be tables', async () => {
    const sheet: Sheet = {
      words: [{ x: 200, y: 80, text: '收入支出决算总表单位：万元部门：某某局' }],
      pictures: [[50, 100, 500, 500]],
    };
    expect((await noticesOf([TEXT, sheet])).map(({ code, params }) => [code, params.pages])).toEqual([
      ['reader.pdf.pictures', '2'],
    ]);
  });

  it('is text that a scanning program hid behind its picture', async () => {
    const hidden = Array.from({ length: 12 }, (_, i) => ({ x: 100, y: 100 + i * 20, text: '本年收入合计1.00万元。', mode: 3 }));
    expect((await noticesOf([{ ...SCAN, words: hidden }])).map(({ code }) => code)).toEqual(['reader.pdf.hidden-text']);
  });

  it('are scripts and attachments, which are never run or opened', async () => {
    const extras = {
      catalog: '/Names << /JavaScript << /Names [(a) 900 0 R] >> /EmbeddedFiles << /Names [(b.txt) 901 0 R] >> >>',
      objects: [
        '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
        '<< /Type /Filespec /F (b.txt) /EF << /F 902 0 R >> >>',
        '<< /Length 1 >>\nstream\nx\nendstream',
      ],
    };
    const notices = await noticesOf([TEXT], extras);
    expect(notices.map(({ code, params }) => [code, params.count])).toEqual([
      ['reader.pdf.attachments', 1],
      ['reader.pdf.javascript', 1],
    ]);
  });

  it('are form fields that do not say how they look', async () => {
    const objects = field(900, { x: 100, y: 200, text: '1.00' }, false);
    const notices = await noticesOf([{ ...TEXT, annotations: [900] }], { catalog: '/AcroForm << /Fields [900 0 R] >>', objects });
    expect(notices.map(({ code, params }) => [code, params.pages, params.count])).toEqual([['reader.pdf.form', '1', 1]]);
  });

  it('is not what is filled into a form: it is read where it stands', async () => {
    const xs = [50, 200, 300];
    const sheet: Sheet = {
      ...ruled(
        xs,
        [100, 120, 140],
        [
          ['项目', '决算数'],
          ['收入', ''],
        ],
      ),
      annotations: [900, 902],
    };
    const objects = [
      ...field(900, { x: 210, y: 134, text: '1,234.56' }),
      ...field(902, { x: 100, y: 200, text: '全年收入比上年多。' }),
    ];
    const document = await readSheets([sheet], { catalog: '/AcroForm << /Fields [900 0 R 902 0 R] >>', objects });
    expect(tablesOf(document).map(rowsOf)).toEqual([['项目|决算数', '收入|1,234.56']]);
    expect(outline(document)).toContain('全年收入比上年多。');
    expect(document.notices).toEqual([]);
  });

  it('is an end that is missing although the pages can be found', async () => {
    const whole = writePdf([TEXT]);
    const end = new TextDecoder('latin1').decode(whole).indexOf('startxref');
    const document = await readPdf({ file: 'a.pdf', bytes: whole.slice(0, end) });
    expect(outline(document)).toEqual(['本年收入合计1.00万元。']);
    expect(document.notices.map(({ code }) => code)).toEqual(['reader.pdf.repaired']);
  });

  it('are radicals that only look like characters', async () => {
    const sheet: Sheet = { words: [{ x: 100, y: 100, text: '⼀般公共预算\ue000支出' }] };
    const document = await readSheets([sheet]);
    expect(outline(document)[0]).toContain('一般公共预算');
    expect(document.notices.map(({ code }) => code)).toContain('reader.pdf.replaced-glyphs');
  });

  it('is the rest of a file of very many pages', async () => {
    const notices = await noticesOf(Array.from({ length: 603 }, (_, i) => (i === 0 ? TEXT : {})));
    expect(notices).toEqual([{ code: 'reader.pdf.too-many-pages', params: { read: 600, total: 603 }, place: { file: 'a.pdf' } }]);
  });
});

describe('glyphs', () => {
  it.each([
    [0x2f00, '一', 'replaced'],
    [0x2ed3, '长', 'replaced'],
    [0xfb01, 'fi', 'replaced'],
    [0xe000, '\ue000', 'private'],
    [0, '\ufffd', 'unmapped'],
    [0x3000, ' ', 'blank'],
    [0x4e00, '一', 'plain'],
    [0x20000, '\u{20000}', 'plain'],
  ] as const)('U+%s reads %s', (unit, text, kind) => expect(readGlyph(unit, false)).toEqual({ text, kind }));
});

describe('words', () => {
  it('exist for every code the reader names, in both languages, and no others', () => {
    const folder = resolve(import.meta.dirname, '../../../src/readers/pdf');
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(resolve(folder, name), 'utf8'));
    const named = new Set([...code.join('').matchAll(/'(reader\.pdf\.[\w-]+)'/g)].map(match => match[1]!));
    expect([...named].sort()).toEqual(Object.keys(words).sort());
    for (const { zh, en } of Object.values(words)) {
      expect(zh).toMatch(/[。]$/);
      expect(en).toMatch(/[.]$/);
    }
  });
});

describe('bytes that somebody changed', () => {
  const whole = writePdf([
    {
      ...TEXT,
      ...ruled(
        [50, 200, 300],
        [100, 120, 140],
        [
          ['项目', '决算数'],
          ['收入', '1.00'],
        ],
      ),
    },
    TEXT,
  ]);

  it('give a document or a Problem, never anything else', async () => {
    const edits = fc.array(fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(edits, fc.nat(whole.length), async (changes, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
        for (const { at, to } of changes) if (at < bytes.length) bytes[at] = to;
        if (bytes.length === 0) return;
        try {
          const { blocks } = await readPdf({ file: 'a.pdf', bytes });
          expect(Array.isArray(blocks)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
