import { strToU8 } from 'fflate';

/** A strip of a picture as a PDF can hold it (ISO 32000-1, 8.9.5): its data as they lie in the file, and how they are packed. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Entries of its dictionary: /ColorSpace, /BitsPerComponent, /Filter, /DecodeParms. */
  readonly entries: string;
}

/** A page that is one picture, in strips from top to bottom. `turn`: by how many degrees it is to be turned to the right. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  readonly strips: readonly Strip[];
}

/** The long side of A4 and of A3, in points. */
const SIDES = { least: 842, most: 1191 };
/** Pixels to an inch that scanners usually make. */
const DENSITY = 300;

/** Pictures as the pages of a PDF, so that one engine unpacks and draws whatever was scanned. */
export function pagesOf(pictures: readonly PicturePage[]): Uint8Array {
  const chunks: Uint8Array[] = [strToU8('%PDF-1.4\n')];
  let length = chunks[0]!.length;
  const starts: number[] = [];
  const add = (...pieces: readonly (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? strToU8(piece, true) : piece;
      chunks.push(bytes);
      length += bytes.length;
    }
  };
  const object = (number: number, ...pieces: readonly (string | Uint8Array)[]) => {
    starts[number] = length;
    add(`${number} 0 obj\n`, ...pieces, '\nendobj\n');
  };
  let next = 3;
  const kids: number[] = [];
  for (const { width, height, turn, strips } of pictures) {
    const [page, content] = [next++, next++];
    kids.push(page);
    const longest = Math.max(width, height);
    const scale = Math.min(SIDES.most, Math.max(SIDES.least, (longest * 72) / DENSITY)) / longest;
    const size = (pixels: number) => (pixels * scale).toFixed(3);
    let top = height;
    let drawn = '';
    let names = '';
    for (const strip of strips) {
      const number = next++;
      top -= strip.height;
      drawn += `q ${size(width)} 0 0 ${size(strip.height)} 0 ${size(top)} cm /I${number} Do Q\n`;
      names += `/I${number} ${number} 0 R `;
      object(
        number,
        `<</Type /XObject /Subtype /Image /Width ${strip.width} /Height ${strip.height} ${strip.entries} /Length ${strip.data.length}>>\nstream\n`,
        strip.data,
        '\nendstream',
      );
    }
    object(content, `<</Length ${drawn.length}>>\nstream\n${drawn}endstream`);
    object(
      page,
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${size(width)} ${size(height)}] /Rotate ${turn} /Contents ${content} 0 R /Resources <</XObject <<${names}>>>>>>`,
    );
  }
  object(1, '<</Type /Catalog /Pages 2 0 R>>');
  object(2, `<</Type /Pages /Count ${kids.length} /Kids [${kids.map(one => `${one} 0 R`).join(' ')}]>>`);
  const xref = length;
  const entry = (start = 0) => `${String(start).padStart(10, '0')} 00000 n \n`;
  add(`xref\n0 ${next}\n0000000000 65535 f \n${Array.from({ length: next - 1 }, (_, i) => entry(starts[i + 1])).join('')}`);
  add(`trailer\n<</Size ${next} /Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
