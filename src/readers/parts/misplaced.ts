import type { Line } from './line.ts';
import { headingLevel } from './outline.ts';

/** A number with what it counts, at the beginning of a line; no ordinal. */
const NUMBER_FIRST = /^\s*\d[\d,]*(?:\.\d+)?(?!\d|\s*[.、．年])/;
/** Letters and marks that a number may follow: words of amounts and counts, and whatever is itself cut off. */
const TAKES_NUMBER = /[为占达计的是比约近少多加长降支出入额费金算成数共各了到及和第级目人次余年月款率分下上、（(\d.]\s*$/;
/** Words that a number must follow. */
const WANTS_NUMBER = /(?:为|占|达|共计|总计|合计|支出|收入|金额|经费|资金|增加|减少|增长|下降|完成)\s*$/;

/**
 * A line that begins with digits set a little higher than the letters around it comes out of a page before the line it goes on
 * from. Where the line before it can take no number, the line behind it does, and what follows that one brings none of its own, the two
 * are exchanged: only so does the sentence read.
 */
export function inSentenceOrder(lines: readonly Line[]): Line[] {
  const ordered = [...lines];
  const filled = ordered.flatMap((line, i) => (line.text.content.trim() ? [i] : []));
  for (let n = 1; n + 1 < filled.length; n++) {
    const [before, here, next, after] = filled.slice(n - 1, n + 3).map(i => ordered[i]!);
    const early = NUMBER_FIRST.test(here!.text.content) && !TAKES_NUMBER.test(before!.text.content);
    const wanted =
      WANTS_NUMBER.test(next!.text.content) && headingLevel(next!.text.content) === null && !next!.text.content.includes('\t');
    const brought = after && NUMBER_FIRST.test(after.text.content) && !WANTS_NUMBER.test(here!.text.content);
    if (!early || !wanted || brought) continue;
    ordered[filled[n]!] = next!;
    ordered[filled[n + 1]!] = here!;
    n++;
  }
  return ordered;
}
