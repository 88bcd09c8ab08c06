/**
 * What a report never needs and a hostile file uses: the fences of all readers. A department's report with all its tables is
 * about 1 MB of XML; the fences are some fifty times that.
 */
export const LIMITS = {
  /** Bytes of a file, or of one part of a zip file after unpacking. */
  part: 64 * 1024 * 1024,
  /** Bytes of one page of HTML. */
  page: 32 * 1024 * 1024,
  /** Bytes of everything unpacked from one file. */
  total: 160 * 1024 * 1024,
  /** Parts of one zip file. */
  parts: 20_000,
  /** Elements inside each other: 60 nested tables of Word need 240. */
  depth: 400,
  /** The same for published pages, where forgotten end tags nest what stands side by side. */
  pageDepth: 1000,
  /** Elements of one XML or HTML file. */
  elements: 1_000_000,
  /** Bytes of a text file; the text of a report has about 100,000. */
  text: 16 * 1024 * 1024,
  /** Lines of a text file, empty ones included. */
  lines: 200_000,
  /** Characters of one paragraph or cell; a whole report has about 30,000. */
  paragraph: 100_000,
  /** Characters of one document after unpacking; a whole report with its tables has some 100,000. */
  characters: 3_000_000,
  /** Columns of a spreadsheet, and of anything. */
  columns: 16_384,
  /** Cells of one document's tables. */
  cells: 400_000,
  /** Paragraphs and tables of one document; a report has about 2,000. */
  blocks: 50_000,
} as const;

/** As people say it in messages. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** Blanks cost nothing, however many there are. */
export const isTooLong = (paragraph: string): boolean =>
  paragraph.length > LIMITS.paragraph && paragraph.replace(/\s+/g, ' ').length > LIMITS.paragraph;
