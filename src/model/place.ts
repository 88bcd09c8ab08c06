/** x0, y0, x1, y1 in points from the page's top left corner. */
export type Box = readonly [number, number, number, number];

/**
 * Where something stands: coordinates only, one form for all formats; what does not apply is absent.
 * All counts start at 1. `column` and `length` are in characters of the line as it is in the file; in docx, doc and html,
 * of the paragraph's or the cell's visible text.
 */
export interface Place {
  readonly file: string;
  /** The block of the report it stands in, from 0 in reading order; set when figures are read. */
  readonly block?: number;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  /** Paragraph number within a docx, doc or html file (paragraphs inside tables are not counted). */
  readonly paragraph?: number;
  /** The nth footnote, endnote or chart of a docx or doc file. */
  readonly footnote?: number;
  readonly endnote?: number;
  readonly chart?: number;
  /** The nth workbook embedded in a docx file; `sheet` and `cell` are its own. */
  readonly embedded?: number;
  /** docx: the page it stood on when the file was last laid out, where the file says so. */
  readonly shownPage?: number;
  /** pdf */
  readonly page?: number;
  readonly box?: Box;
  /** Where the text was recognised in a picture of the page (OCR): how sure that is, 0 to 1, of its least sure part. */
  readonly confidence?: number;
  /** Spreadsheets. `cell` is A1 style. */
  readonly sheet?: string;
  readonly cell?: string;
  /** The nth table of a docx, doc, html or text file, and the row and column of its grid. */
  readonly tableNumber?: number;
  readonly rowNumber?: number;
  readonly columnNumber?: number;
}
