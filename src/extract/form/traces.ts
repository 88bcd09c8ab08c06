import { form } from '../../domain/index.ts';
import { type Needed, neededBy, Sought } from './needed.ts';

/** Runs of blanks longer than this are no slip of a typist; without a bound, patterns that look back over them would never end. */
const BLANKS = '\\s{0,8}';

const traces = form.traces.map(one => {
  const source = one.pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => form.terms[name]!).replaceAll('\\s*', BLANKS);
  // Made with the first text that holds what it needs: most are never asked for.
  let pattern: RegExp | undefined;
  let needed: Needed | undefined;
  const compiled = () => {
    pattern ??= new RegExp(source, 'g');
    return pattern;
  };
  const mayMatch = (text: Sought) => {
    needed ??= neededBy(source);
    return text.holds(needed);
  };
  return { ...one, compiled, mayMatch };
});
const sought = new Sought();
/** What `tracesIn` looks for, and what a text has to hold to be looked through. */
export const patterns = () =>
  traces.map(({ compiled, mayMatch }) => ({ pattern: compiled(), mayMatch: (content: string) => mayMatch(sought.in(content)) }));

/** Numbers, codes, and short names without any mark: most cells. */
const BARE = /^[\d.,，\s-]*$|^[\u4e00-\u9fa5]{0,12}$/;
const SENTENCE = /[，。；]/;

interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly expected?: string;
}

/** What editing and templates have left in a text. A cell without a sentence is the name of a row or a column. */
export function tracesIn(content: string, isCell: boolean): Found[] {
  if (isCell && BARE.test(content)) return [];
  const isName = isCell && !SENTENCE.test(content);
  const found: Found[] = [];
  const text = sought.in(content);
  // Each pattern by itself: the engine looks for the few characters that can start it, which it cannot do for all of them in one.
  for (const { rule, compiled, mayMatch, expected, prose, needs } of traces) {
    if (prose && isName) continue;
    if (needs && !text.hasOneOf(needs)) continue;
    if (!mayMatch(text)) continue;
    const pattern = compiled();
    const isThere = pattern.test(content);
    pattern.lastIndex = 0;
    if (!isThere) continue;
    const known = found.filter(one => one.rule === rule).sort((a, b) => a.start - b.start);
    let next = 0;
    for (const { index: start, 0: printed, groups } of content.matchAll(pattern)) {
      const end = start + printed.length;
      while (next < known.length && known[next]!.end <= start) next++;
      if ((known[next]?.start ?? end) < end) continue;
      found.push({ rule, start, end, ...(expected ? { expected: (groups?.kept ?? '') + expected } : {}) });
    }
  }
  return found;
}
