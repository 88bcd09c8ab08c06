import type { Recogniser } from '../../../model/index.ts';
import type { Page } from '../page/geometry.ts';
import type { Shot } from '../page/render.ts';
import { isEmpty, pageOf } from './page.ts';

/**
 * Replaces pages that carry no text by what a recogniser reads in their pictures; a page in which
 * it reads nothing, though something is there, stays as it is.
 */
export async function recognisePages(
  pages: readonly Page[],
  isMeant: (page: Page) => boolean,
  shoot: (index: number) => Shot | undefined,
  ocr: Recogniser,
): Promise<Page[]> {
  const read: Page[] = [];
  for (const page of pages) {
    const shot = isMeant(page) ? shoot(page.number - 1) : undefined;
    const words = shot ? await ocr.recognise(shot) : [];
    read.push(shot && (words.length > 0 || isEmpty(shot)) ? pageOf(page, shot, words) : page);
  }
  return read;
}
