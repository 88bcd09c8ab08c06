/**
 * What a report never needs and a hostile file uses: the fences of the whole program. A department's report with all its tables is
 * about 1 MB of XML; the fences are some fifty times that. Each can be moved for a run (`--limit name=number`).
 */
export const LIMITS = {
  /** Bytes of a file as it lies on the disk: a report of a hundred pages with pictures has some ten million. */
  file: 256 * 1024 * 1024,
  /** Bytes of an .xls: its cells take as little as six bytes, so less is allowed than for other files. */
  xls: 24 * 1024 * 1024,
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
  /** Figures of one report; the largest published ones have about 10,000. */
  figures: 50_000,
  /** Pages of one PDF; a report has 20 to 60. What lies beyond is told as unread. */
  pages: 600,
  /** Seconds that the reading of one file may take; a large file has more, one for each 50 kB. */
  seconds: 30,
  /** Megabytes that the reading of one file may take. */
  memory: 1024,
};

export type Limit = keyof typeof LIMITS;

/** Moves fences, for all that this process reads from now on. */
export function allow(limits: Readonly<Partial<Record<Limit, number>>>): void {
  Object.assign(LIMITS, limits);
}
