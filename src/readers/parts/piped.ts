import { join, slice, type Text } from '../../model/index.ts';
import type { Line } from './line.ts';

/** Fewer such lines are no table. */
const FEWEST = 2;
/** The line under the head of a table that is written with bars: «|---|:--:|». */
const RULE = /^[\s|｜:+-]+$/;

/** Tables whose cells are parted by bars («| 项目 | 决算数 |», «项目 | 决算数 |») become rows with tabs. */
export function withBarredRows(lines: readonly Line[]): Line[] {
  const made: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && isBarred(lines[to]!)) to++;
    const block = lines.slice(from, to);
    // A bar in one line alone, or bars that lead («首页 | 公开 | 正文»), part no columns.
    if (block.length >= FEWEST) made.push(...block.filter(line => !RULE.test(line.text.content)).map(tabbed));
    else made.push(...lines.slice(from, Math.max(to, from + 1)));
    from = Math.max(to, from + 1);
  }
  return made;
}

function isBarred({ text: { content } }: Line): boolean {
  return !content.includes('\t') && /[|｜]/.test(content.trim().slice(1)) && !/[。；]/.test(content);
}

function tabbed(line: Line): Line {
  const { content } = line.text;
  const first = /^\s*[|｜]/.exec(content)?.[0].length ?? 0;
  const last = content.trimEnd().length;
  const end = /[|｜]/.test(content[last - 1]!) ? last - 1 : last;
  const parts: Text[] = [];
  let from = first;
  for (let at = first; at < end; at++) {
    if (content[at] !== '|' && content[at] !== '｜') continue;
    parts.push(slice(line.text, from, at));
    from = at + 1;
  }
  return { ...line, text: join([...parts, slice(line.text, from, Math.max(from, end))], '\t') };
}
