import { xml } from '../../parts/escape.ts';
import { displayWidth, fit } from '../../parts/width.ts';

// Drawn here rather than by a library. ECharts 6.1 (746 kB, 215 kB packed; 33 ms to load) writes `style` attributes, which the page's
// policy forbids, and colours that know no dark screen; d3-sankey has had no release since 2019. Both would draw columns of boxes.

/** Pixels of a character that takes one column of a terminal, at the size of labels. */
const CHARACTER = 6.6;

export const round = (value: number): string => String(Math.round(value * 10) / 10);

/** The width of a label, about. */
export const labelWidth = (text: string): number => displayWidth(text) * CHARACTER;

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look?: string;
  readonly end?: boolean;
  /** What is cut off beyond it. */
  readonly room?: number;
  /** What stands behind the text and is never cut: a number says nothing in part. */
  readonly kept?: string;
}

export function label({ x, y, text: name, look = '', end = false, room, kept = '' }: Label): string {
  const text = name + kept;
  const most = room === undefined ? Number.POSITIVE_INFINITY : Math.floor(room / CHARACTER);
  const shown = displayWidth(text) <= most ? text : fit(name, Math.max(4, most - displayWidth(kept))) + kept;
  const classes = [look, end ? 'end' : ''].filter(Boolean).join(' ');
  const whole = shown === text ? '' : `<title>${xml(text)}</title>`;
  return `<text x="${round(x)}" y="${round(y)}"${classes ? ` class="${classes}"` : ''}>${whole}${xml(shown)}</text>`;
}

export function box(x: number, y: number, width: number, height: number, look: string, title = ''): string {
  const words = title === '' ? '' : `<title>${xml(title)}</title>`;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(Math.max(0, height))}" class="${look}">${words}</rect>`;
}

/** A link to a place of the page around what is drawn; without one, only what is drawn. */
export const linked = (href: string | null, drawn: string): string =>
  href === null ? drawn : `<a href="#${xml(href)}">${drawn}</a>`;

/** A picture with its words. It keeps its size on narrow screens, where it is pushed aside like a table. */
export function picture(words: string, width: number, height: number, drawn: readonly string[], under = ''): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const note = under === '' ? '' : `<span class="small">${xml(under)}</span>`;
  return `<figure><figcaption>${xml(words)}${note}</figcaption><div class="scroll"><svg viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" aria-label="${xml(words)}">${drawn.join('')}</svg></div></figure>`;
}
