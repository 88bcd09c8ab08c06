import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Picture, Problem, type Recogniser } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { say } from '../../src/reporters/parts/words/index.ts';
import { outlineOf } from './make/say.ts';

/** Made by test/readers/make/pictures.py: a page 400 × 560 with two dark bars, and a red square where there are colours. */
const folder = join(import.meta.dirname, '../../fixtures/readers/pictures');
const names = readdirSync(folder);
const fixture = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

/** A recogniser that keeps what it is shown, and reads one sentence in it. */
function watching(text = '本年收入合计100.00万元。') {
  const shown: (Picture & { readonly rgba: Uint8Array })[] = [];
  const ocr: Recogniser = {
    async recognise(picture) {
      shown.push(picture as (typeof shown)[number]);
      return text === '' ? [] : [{ text, box: [100, 300, 900, 330], confidence: 0.9 }];
    },
  };
  return { ocr, shown };
}

/** The colour at a place of the drawing, whatever it was enlarged to. */
function colourAt({ rgba, width, height }: Picture & { readonly rgba: Uint8Array }, x: number, y: number): string {
  const at = (Math.round((y / 560) * height) * width + Math.round((x / 400) * width)) * 4;
  const [r, g, b] = rgba.subarray(at, at + 3) as unknown as [number, number, number];
  if (r > 170 && g < 90 && b < 90) return 'red';
  return r + g + b < 200 ? 'black' : r + g + b > 600 ? 'white' : `${r} ${g} ${b}`;
}

describe('pages that were scanned or photographed', () => {
  it.each(names)('%s is drawn as it looks, and recognised', async name => {
    const { ocr, shown } = watching();
    const document = await read({ file: name, bytes: fixture(name) }, { ocr });
    expect(document.format).toBe('image');
    expect(outlineOf(document)[0]).toContain('本年收入合计100.00万元。');
    expect(document.notices.map(one => one.code)).toEqual(['reader.pdf.recognised']);
    expect(shown.length).toBe(name === 'pages.tif' ? 3 : 1);
    const picture = shown.at(-1)!;
    expect(picture.width / picture.height).toBeCloseTo(400 / 560, 2);
    expect(picture.height).toBe(1754);
    const coloured = !/^(?:grey|bits|fax|lzw|strips|packbits)/.test(name);
    expect(
      [
        [120, 80],
        [300, 80],
        [200, 510],
        [200, 300],
        [330, 230],
      ].map(([x, y]) => colourAt(picture, x!, y!)),
    ).toEqual(['black', 'white', 'black', 'white', coloured ? 'red' : 'white']);
  });

  it('say where a figure stands, and how sure it is', async () => {
    const { ocr } = watching();
    const [block] = (await read({ file: 'a.png', bytes: fixture('grey.png') }, { ocr })).blocks;
    const place = block?.kind === 'paragraph' ? block.text.runs[0]!.place : undefined;
    expect(place).toMatchObject({ file: 'a.png', page: 1, confidence: 0.9 });
  });
});

describe('pictures that are not read', () => {
  const problem = (bytes: Uint8Array, ocr?: Recogniser) =>
    read({ file: 'a.jpg', bytes }, ocr ? { ocr } : {}).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error : undefined),
    );

  it.each(names)('%s without a recogniser is told as a picture', async name => {
    const found = await problem(fixture(name));
    expect(found?.code).toBe('reader.image');
    expect(say('zh', found!.code, found!.params)).toContain('--ocr');
  });

  it.each(['grey.jpg', 'grey.png', 'clear.png', 'fax.tif', 'pages.tif'])(
    '%s, damaged anywhere, never breaks the reader',
    async name => {
      const whole = fixture(name);
      const codes = new Set<string | undefined>();
      const damaged = [
        ...Array.from({ length: 8 }, (_, i) => whole.subarray(0, Math.floor((whole.length * i) / 8))),
        ...Array.from({ length: 4 }, (_, i) =>
          whole.map((byte, at) => (at > 3 && (at * 31 + i * 7) % 97 === i ? byte ^ 0xff : byte)),
        ),
      ];
      for (const bytes of damaged) if (bytes.length > 8) codes.add((await problem(bytes, watching().ocr))?.code ?? 'read');
      for (const code of codes) expect(['read', 'reader.image.unreadable', 'reader.image.nothing']).toContain(code);
    },
  );

  it('tells what it cannot open, and what nothing was recognised in', async () => {
    for (const name of ['grey.jpg', 'colour.png', 'clear.png', 'lzw.tif'])
      expect((await problem(fixture(name).subarray(0, -60), watching().ocr))?.code).toBe('reader.image.unreadable');
    expect((await problem(fixture('grey.png').subarray(0, 30), watching().ocr))?.code).toBe('reader.image.unreadable');
    expect((await problem(fixture('grey.png'), watching('').ocr))?.code).toBe('reader.image.nothing');
    const huge = fixture('clear.png').slice();
    huge.set([0, 0, 0x7f, 0xff], 16);
    expect((await problem(huge, watching().ocr))?.code).toBe('reader.image.unreadable');
  });

  it('tells pages of a tif that it cannot open, and reads the others', async () => {
    const bytes = fixture('pages.tif').slice();
    // The compression of the first page becomes one that nobody knows.
    const view = new DataView(bytes.buffer);
    const first = view.getUint32(4, true);
    for (let i = 0; i < view.getUint16(first, true); i++)
      if (view.getUint16(first + 2 + i * 12, true) === 259) view.setUint16(first + 10 + i * 12, 999, true);
    const { ocr, shown } = watching();
    const { notices } = await read({ file: 'a.tif', bytes }, { ocr });
    expect(notices[0]).toMatchObject({ code: 'reader.image.pages-lost', params: { count: 1, total: 3 } });
    expect(shown.length).toBe(2);
  });
});
