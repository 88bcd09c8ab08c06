import { strFromU8 } from 'fflate';
import type { PagePicture } from '../../../model/index.ts';
import { xml } from '../../parts/escape.ts';
import { type Lang, say } from '../../parts/words/index.ts';
import type { Noted } from '../said.ts';
import { box, round } from './svg.ts';

/** States that are shown on a page; what agrees is not. */
const SHOWN = new Set(['wrong', 'candidate', 'involved']);
/** How far a box stands off its figure, in points. */
const OFF = 1.5;

/** A page as it is printed, with a box around all that a problem speaks of; a box leads to its problem. */
export function pageHtml(picture: PagePicture, noted: readonly Noted[], lang: Lang): string {
  const { page, png, width, height, scale } = picture;
  const boxes = noted.flatMap(({ place, state, problems, title }) => {
    if (place.page !== page || !place.box || !SHOWN.has(state)) return [];
    const [x0, y0, x1, y1] = place.box;
    const drawn = box(x0 - OFF, y0 - OFF, x1 - x0 + 2 * OFF, y1 - y0 + 2 * OFF, state, title);
    const [problem] = problems;
    if (problem === undefined) return [drawn];
    return [`<a href="#p-${xml(problem)}" data-p="${problems.map(xml).join(' ')}">${drawn}</a>`];
  });
  const words = say(lang, 'picture.page', { page });
  const lacking = picture.lacking ? `<p class="small">${xml(say(lang, 'picture.lacking'))}</p>` : '';
  const image = `<image href="data:image/png;base64,${btoa(strFromU8(png, true))}" width="${round(width / scale)}" height="${round(height / scale)}"/>`;
  return `<details class="page" open><summary>${xml(words)}</summary>${lacking}<svg viewBox="0 0 ${round(width / scale)} ${round(height / scale)}" role="img" aria-label="${xml(words)}">${image}${boxes.join('')}</svg></details>`;
}
