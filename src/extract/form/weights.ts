import { selfEvaluation } from '../../domain/index.ts';
import { Big, type Block, type Remark, sumOf, type Text } from '../../model/index.ts';
import { isFirstOrdinal, ordinalStyle } from '../ordinals.ts';
import { plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

/** «投入（20分）»: what is judged, and with how many points. */
const WEIGHED =
  /(?<name>[\u4e00-\u9fa5]{2,14})[（(](?:满分|分值|权重|标准分)?[：:]?\s{0,4}(?<weight>\d{1,3}(?:\.\d{1,2})?)\s{0,4}分[）)]/g;
const HEAD =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])\s{0,4}[\u4e00-\u9fa5]{2,14}[（(](?:满分|分值|权重|标准分)?[：:]?\s{0,4}\d/;
const aspects = new RegExp(selfEvaluation.aspects.join('|'));
const EXTRA = /加分|扣分|附加|减分/;
const BETWEEN = /^[、，；,;\s]*$/;
/** Fewer are no whole evaluation. */
const FEW = 3;
const WHOLE = new Big(100);

interface Weighed {
  readonly name: string;
  readonly weight: Big;
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly block: number;
}

/**
 * The parts of an evaluation, each told with its points, make 100: in one sentence, as headings of one kind, in the first column of a
 * table. Points that make up those of a part are its own.
 */
export function weightsOfParts(blocks: readonly Block[]): Remark[] {
  const groups = [...blocks.flatMap(groupsIn), ...headed(blocks)].filter(isEvaluation);
  const all = groups.flat();
  return groups.flatMap(group => {
    const found = sumOf(group, one => one.weight);
    const isInside = all.some(one => !group.includes(one) && one.weight.eq(found));
    if (isInside && !found.eq(WHOLE)) return [];
    const { text, start, end, block } = group[0]!;
    const params = { count: group.length, found: found.toString(), names: group.map(one => one.name).join('、') };
    return [{ ...remarkAt(text, start, end, block, ''), rule: 'PRJ-025', holds: found.eq(WHOLE), params }];
  });
}

function isEvaluation(group: readonly Weighed[]): boolean {
  const known = group.filter(one => aspects.test(one.name));
  return group.length >= FEW && known.length * 2 > group.length && !group.some(one => EXTRA.test(one.name));
}

function groupsIn(block: Block, at: number): Weighed[][] {
  if (block.kind === 'paragraph' || block.kind === 'heading') {
    const found = weighedIn(block.text, at);
    // One behind the other: «一是管理（30分）扣2分；二是质量（10分）扣1分» names some only.
    const isRow = found.every((one, n) => n === 0 || BETWEEN.test(block.text.content.slice(found[n - 1]!.end, one.start)));
    return found.length >= FEW && isRow ? [found] : [];
  }
  // Where a column has the weights, the rows are held against it.
  if (block.kind !== 'table' || block.cells.some(({ text }) => /^(?:分值|权重|标准分)/.test(plain(text).s))) return [];
  const columns = new Map<number, Weighed[][]>();
  for (const { col, text } of block.cells) {
    const found = weighedIn(text, at);
    const column = columns.get(col);
    if (column) column.push(found);
    else columns.set(col, [found]);
  }
  return [...columns.values()].flatMap(found => (found.every(one => one.length < 2) ? [found.flat()] : []));
}

/** Headings numbered in one style, from one on. */
function headed(blocks: readonly Block[]): Weighed[][] {
  const closed: Weighed[][] = [];
  const runs: { style: number; group: Weighed[] }[] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return;
    const content = block.text.content.trim();
    const style = ordinalStyle(plain(block.text).s);
    const [one] = HEAD.test(content) ? weighedIn(block.text, i) : [];
    if (!style) return;
    for (let last = runs.at(-1); last && last.style > style; last = runs.at(-1)) {
      if (last.group.length) closed.push(last.group);
      runs.pop();
    }
    if (runs.at(-1)?.style !== style) runs.push({ style, group: [] });
    const run = runs.at(-1)!;
    if (isFirstOrdinal(plain(block.text).s) && run.group.length) {
      closed.push(run.group);
      run.group = [];
    }
    if (one) run.group.push(one);
  });
  return [...closed, ...runs.map(run => run.group)];
}

function weighedIn(text: Text, block: number): Weighed[] {
  // Hardly any cell speaks of points.
  if (!text.content.includes('分')) return [];
  return [...text.content.matchAll(WEIGHED)].map(match => ({
    name: match.groups!.name!,
    weight: new Big(match.groups!.weight!),
    text,
    start: match.index,
    end: match.index + match[0].length,
    block,
  }));
}
