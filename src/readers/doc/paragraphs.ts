import { type Bytes, sprmsOf } from './bytes.ts';
import { type DocFile, PART } from './fib.ts';
import { byteOf, type Formatted, formatAt, type Piece, readFormats } from './pieces.ts';
import { type DocStyle, readDocStyles } from './styles.ts';

/** What a paragraph's properties say ([MS-DOC] 2.6.2). */
export interface ParagraphProperties {
  /** How many tables it stands in. */
  readonly depth: number;
  readonly endsRow: boolean;
  /** Closes a cell of a nested table; cells of outer tables close with a mark of their own. */
  readonly endsInnerCell: boolean;
  readonly level: number | undefined;
  readonly list: number;
  readonly listDepth: number;
  readonly contents: boolean;
  readonly grpprls: readonly Uint8Array[];
}

type Mutable = { -readonly [K in keyof ParagraphProperties]: ParagraphProperties[K] };

const PLAIN: ParagraphProperties = {
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  level: undefined,
  list: 0,
  listDepth: 0,
  contents: false,
  grpprls: [],
};

/** The properties of paragraphs by the position of their end marks, styles included. */
export class Paragraphs {
  private readonly doc: DocFile;
  private readonly pieces: readonly Piece[];
  private readonly formats: readonly Formatted[];
  private readonly styles: readonly (DocStyle | undefined)[];
  private readonly styled = new Map<number, ParagraphProperties>();

  constructor(doc: DocFile, pieces: readonly Piece[]) {
    this.doc = doc;
    this.pieces = pieces;
    this.formats = readFormats(doc, PART.paragraphPages);
    this.styles = readDocStyles(doc);
  }

  at(mark: number): ParagraphProperties {
    const format = formatAt(this.formats, byteOf(this.pieces, mark));
    const style = this.ofStyle(format?.style ?? 0, 0);
    if (!format || format.grpprl.length === 0) return style;
    return this.apply(style, format.grpprl);
  }

  private ofStyle(index: number, depth: number): ParagraphProperties {
    const known = this.styled.get(index);
    const style = this.styles[index];
    if (known || !style || depth > 20) return known ?? PLAIN;
    const base = style.base === 0xfff ? PLAIN : this.ofStyle(style.base, depth + 1);
    const { builtIn, name } = style;
    const heading = builtIn >= 1 && builtIn <= 9 ? builtIn : Number(/^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1] ?? 0);
    const contents = (builtIn >= 19 && builtIn <= 27) || /^(?:toc|目录)\s*[1-9]$/i.test(name);
    const found = this.apply({ ...base, contents, level: heading || base.level }, style.grpprl);
    this.styled.set(index, { ...found, grpprls: [] });
    return found;
  }

  private apply(base: ParagraphProperties, grpprl: Uint8Array): ParagraphProperties {
    const result: Mutable = { ...base };
    const grpprls = [grpprl];
    let inTable = base.depth > 0;
    let depth = base.depth;
    for (let i = 0; i < grpprls.length && i < 3; i++) {
      for (const { code, operand } of sprmsOf(grpprls[i]!)) {
        const on = operand.u8(0) === 1;
        if (code === 0x2416) inTable = on;
        else if (code === 0x2417 || code === 0x244c) result.endsRow = on;
        else if (code === 0x244b) result.endsInnerCell = on;
        else if (code === 0x6649) depth = operand.i32(0);
        else if (code === 0x2640) result.level = operand.u8(0) < 9 ? operand.u8(0) + 1 : undefined;
        else if (code === 0x260a) result.listDepth = operand.u8(0);
        else if (code === 0x460b) result.list = operand.u16(0);
        else if (code === 0x6646 || code === 0x6645) grpprls.push(this.huge(operand));
      }
    }
    result.depth = inTable ? Math.max(1, depth) : Math.max(0, depth);
    result.grpprls = grpprls;
    return result;
  }

  /** Properties too long for their page lie in the Data stream: a length, then the modifications. */
  private huge(operand: Bytes): Uint8Array {
    const at = operand.u32(0);
    return this.doc.data.slice(at + 2, this.doc.data.u16(at));
  }
}
