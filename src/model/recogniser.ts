import type { Box } from './place.ts';

/** A picture of a page: a PNG file and its size in pixels. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A page of a document as it is printed. `scale`: pixels for each point of the boxes of its places. */
export interface PagePicture extends Picture {
  readonly page: number;
  /** Whether the file brings no font for characters of the page, so that the picture lacks them. */
  readonly lacking?: true;
  readonly scale: number;
}

/** A stretch of text that stands together in a picture: its box in pixels from the top left, and how sure it is (0 to 1). */
export interface Recognised {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
}

/**
 * Reads text from pictures (OCR). Readers that meet pages without text ask it; who builds one is no matter of theirs.
 * May throw a Problem when it cannot work.
 */
export interface Recogniser {
  recognise(picture: Picture): Promise<readonly Recognised[]>;
}

/** What a reader may make use of besides the file. */
export interface ReadOptions {
  /** Absent: pages without text stay unread, and the document says so. */
  readonly ocr?: Recogniser;
}
