import { sprmsOf } from './bytes.ts';
import { type DocFile, PART } from './fib.ts';
import { byteOf, type Formatted, formatAt, type Piece, readFormats } from './pieces.ts';

/** How a stretch of characters is set, as far as it matters: whether it is seen, and what stands in its place. */
export interface Look {
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly hidden: boolean;
  /** A picture of more than about 6 × 3 cm. */
  readonly picture: boolean;
}

const PLAIN: Look = { deleted: false, inserted: false, hidden: false, picture: false };

/** The text of the whole file by character positions, and how it is set. */
export class Characters {
  readonly text: string;
  private readonly doc: DocFile;
  private readonly pieces: readonly Piece[];
  private readonly formats: readonly Formatted[];
  private readonly looks = new Map<Formatted, Look>();

  constructor(doc: DocFile, pieces: readonly Piece[]) {
    this.doc = doc;
    this.pieces = pieces;
    this.formats = readFormats(doc, PART.characterPages);
    const narrow = new TextDecoder('windows-1252');
    const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
    this.text = pieces
      .map(piece => (piece.width === 1 ? narrow : wide).decode(doc.word.slice(piece.at, (piece.end - piece.start) * piece.width)))
      .join('');
  }

  look(cp: number): Look {
    const format = formatAt(this.formats, byteOf(this.pieces, cp));
    if (!format || format.grpprl.length === 0) return PLAIN;
    let look = this.looks.get(format);
    if (!look) {
      look = this.read(format.grpprl);
      this.looks.set(format, look);
    }
    return look;
  }

  private read(grpprl: Uint8Array): Look {
    const look = { ...PLAIN };
    // Toggles say 0x81 for «the opposite of the style», and styles are not hidden.
    for (const { code, operand } of sprmsOf(grpprl)) {
      const on = operand.u8(0) === 1 || operand.u8(0) === 0x81;
      if (code === 0x0800) look.deleted = on;
      else if (code === 0x0801) look.inserted = on;
      else if (code === 0x083c) look.hidden = on;
      else if (code === 0x6a03) look.picture = this.isLarge(operand.u32(0));
    }
    return look;
  }

  /** The size of a picture in twips stands in its header in the Data stream ([MS-DOC] 2.9.192, PICMID). */
  private isLarge(at: number): boolean {
    const { data } = this.doc;
    return at + 0x20 <= data.length && data.u16(at + 0x1c) > 3400 && data.u16(at + 0x1e) > 1700;
  }
}
