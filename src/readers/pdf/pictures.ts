import type { Input, PagePicture } from '../../model/index.ts';
import { guarded, openFile, startEngine } from './page/engine.ts';
import { lacksFonts } from './page/fonts.ts';
import { renderPage } from './page/render.ts';

/** Pixels for each point: figures can be read on a screen, and a page takes some 100 kB. */
const DOTS = 1.5;
/** zlib's level: the files are kept. */
const SMALL = 9;

/** Pages of a PDF as they are, to be looked at; pages that cannot be drawn are left out. Numbers count from 1. */
export async function drawPages({ file, bytes }: Input, numbers: readonly number[]): Promise<PagePicture[]> {
  return guarded(file, await startEngine(), engine => {
    const open = openFile(engine, bytes, file);
    try {
      return numbers.flatMap((page): PagePicture[] => {
        const shot = renderPage(open, page - 1, DOTS, SMALL);
        if (!shot) return [];
        const { png, width, height, scale } = shot;
        return [{ page, png, width, height, scale, ...(lacksFonts(open, page - 1) ? { lacking: true } : {}) }];
      });
    } finally {
      open.close();
    }
  });
}
