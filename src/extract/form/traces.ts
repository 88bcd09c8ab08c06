import { form } from '../../domain/index.ts';

/** Runs of blanks longer than this are no slip of a typist; without a bound, patterns that look back over them would never end. */
const BLANKS = '\\s{0,8}';

const traces = form.traces.map(one => {
  const source = one.pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => form.terms[name]!).replaceAll('\\s*', BLANKS);
  return { ...one, source, pattern: new RegExp(source, 'g') };
});
/** One look through a text tells whether there is any; most have none. */
const ANY = new RegExp(traces.map(({ source }) => `(?:${source})`).join('|'));
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
  if ((isCell && BARE.test(content)) || !ANY.test(content)) return [];
  const isName = isCell && !SENTENCE.test(content);
  const found: Found[] = [];
  for (const { rule, pattern, expected, prose } of traces) {
    if (prose && isName) continue;
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
