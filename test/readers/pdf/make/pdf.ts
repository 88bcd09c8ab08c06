/** Text on a page: `x` and `y` of its baseline's start, in points from the top left; `turn` degrees clockwise. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly turn?: number;
  /** Text render mode (ISO 32000-1, 9.3.6); 3 is invisible. */
  readonly mode?: number;
  /** Extra space after each character. */
  readonly spread?: number;
}

export interface Sheet {
  readonly width?: number;
  readonly height?: number;
  /** /Rotate of the page. */
  readonly rotate?: number;
  readonly words?: readonly Words[];
  /** Stroked lines: x0, y0, x1, y1. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** Filled rectangles: x, y, width, height. */
  readonly bars?: readonly (readonly [number, number, number, number])[];
  /** A picture that covers: x, y, width, height. */
  readonly pictures?: readonly (readonly [number, number, number, number])[];
  /** Numbers of the objects that are its annotations. */
  readonly annotations?: readonly number[];
}

export interface Extras {
  /** More entries of the catalog, e.g. an open action. */
  readonly catalog?: string;
  /** More objects, numbered from 900. */
  readonly objects?: readonly string[];
  readonly trailer?: string;
}

/**
 * A PDF written by hand (ISO 32000-1). Its font is not embedded and encoded as UniGB-UTF16-H, so any Chinese text can be written
 * without a font file; figures and letters are half as wide as ideographs.
 */
export function writePdf(sheets: readonly Sheet[], extras: Extras = {}): Uint8Array {
  const objects = new Map<number, string>();
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalog ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${10 + i * 2} 0 R`).join(' ')}] >>`);
  objects.set(3, '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>');
  objects.set(
    4,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
  );
  objects.set(
    5,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  objects.set(
    6,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  );
  sheets.forEach((sheet, i) => {
    const { width = 595, height = 842, rotate = 0, annotations = [] } = sheet;
    const content = contentOf(sheet, height);
    objects.set(
      10 + i * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Annots [${annotations.map(number => `${number} 0 R`).join(' ')}] /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> /Contents ${11 + i * 2} 0 R >>`,
    );
    objects.set(11 + i * 2, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  for (const [i, object] of (extras.objects ?? []).entries()) objects.set(900 + i, object);
  return assemble(objects, extras.trailer ?? '');
}

function contentOf({ words = [], lines = [], bars = [], pictures = [] }: Sheet, height: number): string {
  const n = (value: number) => String(Math.round(value * 1000) / 1000);
  return [
    '0.5 w',
    ...lines.map(([x0, y0, x1, y1]) => `${n(x0)} ${n(height - y0)} m ${n(x1)} ${n(height - y1)} l S`),
    ...bars.map(([x, y, w, h]) => `${n(x)} ${n(height - y - h)} ${n(w)} ${n(h)} re f`),
    ...pictures.map(([x, y, w, h]) => `q ${n(w)} 0 0 ${n(h)} ${n(x)} ${n(height - y - h)} cm /I Do Q`),
    ...words.map(({ x, y, text, size = 10, turn = 0, mode = 0, spread = 0 }) => {
      const [cos, sin] = [Math.cos((-turn * Math.PI) / 180), Math.sin((-turn * Math.PI) / 180)];
      const code = [...text].map(c => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
      return `BT /F ${n(size)} Tf ${mode} Tr ${n(spread)} Tc ${n(cos)} ${n(sin)} ${n(-sin)} ${n(cos)} ${n(x)} ${n(height - y)} Tm <${code}> Tj ET`;
    }),
  ].join('\n');
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const size = Math.max(...objects.keys()) + 1;
  const entries = Array.from({ length: size }, (_, i) =>
    offsets.has(i) ? `${String(offsets.get(i)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
  );
  file += `xref\n0 ${size}\n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, c => c.charCodeAt(0));
}

/**
 * A filled text field (ISO 32000-1, 12.7.4.3) with its appearance, as two objects of which the first is number `at`; x and y of the
 * start of its baseline. `seen` false: nothing says how it looks.
 */
export function field(at: number, { x, y, text }: Words, seen = true, height = 842): string[] {
  const code = [...text].map(c => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const look = `/Tx BMC q BT /F 10 Tf 2 4 Td <${code}> Tj ET Q EMC`;
  const rect = [x - 2, height - y - 4, x + 98, height - y + 12].join(' ');
  return [
    `<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (a${at}) /V <feff${code}> /Rect [${rect}] ${seen ? `/AP << /N ${at + 1} 0 R >>` : ''} >>`,
    `<< /Type /XObject /Subtype /Form /BBox [0 0 100 16] /Resources << /Font << /F 3 0 R >> >> /Length ${look.length} >>\nstream\n${look}\nendstream`,
  ];
}

/** How wide a text is set. */
export const widthOf = (text: string, size = 10) =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x80 ? size / 2 : size), 0);

/** A ruled table: its words and lines. Texts stand at the left of their cell, numbers at its right; «|» parts the lines of a cell. */
export function ruled(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
  how: 'strokes' | 'bars' | 'pieces' | 'dots' = 'strokes',
): Pick<Sheet, 'words' | 'lines' | 'bars'> {
  const words = rows.flatMap((row, r) =>
    row.flatMap((text, c) =>
      text.split('|').map((line, k, all): Words => {
        const middle = (ys[r]! + ys[r + 1]!) / 2 + 4 + (k - (all.length - 1) / 2) * 11;
        const isNumber = /^[\d,.]+$/.test(line);
        return { x: isNumber ? xs[c + 1]! - 3 - widthOf(line) : xs[c]! + 3, y: middle, text: line };
      }),
    ),
  );
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const kept = words.filter(({ text }) => text !== '');
  if (how === 'bars')
    return {
      words: kept,
      bars: [
        ...ys.map(y => [left, y - 0.24, right - left, 0.48] as const),
        ...xs.map(x => [x - 0.24, top, 0.48, bottom - top] as const),
      ],
    };
  if (how === 'dots') {
    const along = (from: number, to: number) =>
      Array.from({ length: Math.floor((to - from) / 1.5) + 1 }, (_, i) => from + i * 1.5);
    return {
      words: kept,
      bars: [
        ...ys.flatMap(y => along(left, right).map(x => [x, y, 0.75, 0.75] as const)),
        ...xs.flatMap(x => along(top, bottom).map(y => [x, y, 0.75, 0.75] as const)),
      ],
    };
  }
  if (how === 'pieces')
    return {
      words: kept,
      lines: [
        ...ys.flatMap(y => xs.slice(1).map((x, i) => [xs[i]!, y, x, y] as const)),
        ...xs.flatMap(x => ys.slice(1).map((y, i) => [x, ys[i]!, x, y] as const)),
      ],
    };
  return { words: kept, lines: [...ys.map(y => [left, y, right, y] as const), ...xs.map(x => [x, top, x, bottom] as const)] };
}
