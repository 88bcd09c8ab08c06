import { headingLevel } from '../../parts/outline.ts';
import { LEADERS } from '../lines/paragraphs.ts';
import type { Item } from './drawn.ts';

const TITLE = /^目[\s\u3000]*[录次]$|^contents$/i;
const PAGE_NUMBER = /[\s.．·…・]{0,200}[-—]?\d{1,4}[-—]?\s{0,40}$/;
/** Longer lines, and lines that end like sentences, are text, not entries. */
const LONGEST = 48;

/** The passages of the table of contents, as indexes [first, end): its title and every entry. Undefined when there is none. */
export function contentsOf(items: readonly Item[]): { first: number; end: number } | undefined {
  const text = (i: number) => {
    const item = items[i];
    return item?.kind === 'passage' ? item.text.content.trim() : undefined;
  };
  const titled = items.findIndex((_, i) => TITLE.test(text(i) ?? ''));
  const first = titled >= 0 ? titled : items.findIndex((_, i) => LEADERS.test(text(i) ?? '') && LEADERS.test(text(i + 1) ?? ''));
  if (first < 0) return undefined;
  const seen = new Set<string>();
  let end = first + (titled >= 0 ? 1 : 0);
  for (; end < items.length; end++) {
    const entry = text(end);
    if (entry === undefined || entry.length > LONGEST * 1.6 || /[。；]/.test(entry)) break;
    const dotted = LEADERS.test(entry);
    const name = nameOf(entry);
    // The text begins where the first part's title comes back.
    if (!dotted && seen.has(name) && (headingLevel(entry) ?? 9) <= 2) break;
    if (!dotted && headingLevel(entry) === null && entry.length > LONGEST) break;
    seen.add(name);
  }
  return { first, end: backToPage(items, first, end) };
}

/** The text's first title may differ from its entry: it is found by the page it shares with what surely is text. */
function backToPage(items: readonly Item[], first: number, end: number): number {
  const pageOf = (item: Item | undefined) => (item?.kind === 'passage' ? item.lines[0]!.page.number : (item?.first.page ?? 0));
  const known = new Set(items.slice(first, end).map(item => (item.kind === 'passage' ? nameOf(item.text.content) : '')));
  const entry = items[end];
  const again = entry?.kind === 'passage' && known.has(nameOf(entry.text.content));
  const start = pageOf(items[first]);
  let k = end;
  for (; k > first + 1; k--) {
    const item = items[k - 1]!;
    if (item.kind !== 'passage' || pageOf(item) === start || pageOf(item) !== pageOf(entry)) break;
    if (again && headingLevel(item.text.content) !== 1) break;
  }
  return k;
}

function nameOf(entry: string): string {
  return entry
    .replace(LEADERS, '')
    .replace(PAGE_NUMBER, '')
    .replace(/[\s\u3000.．·…・]+/g, '');
}
