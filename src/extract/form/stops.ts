import { type Block, placeOf, type Remark, type Text } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { ordinalStyle } from '../ordinals.ts';
import { plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

/** What a sentence that lacks its stop ends with: a word, a number with its unit, a closing bracket. */
const UNFINISHED = /[\u4e00-\u9fa5\d%％）)”》]$/;
const STOPPED = /[。；;！!]$/;
/** So long at least is a sentence; shorter ones are titles. */
const SENTENCE = 12;
/** So long is an item of a list that is told in sentences. */
const ITEM = 6;
const FEW = 3;
const AMOUNT = /^\d[\d,.]*(?:[万亿]?元|[%％])/;

interface Standing {
  readonly text: Text;
  readonly block: number;
}

/**
 * Items of a list, and the last sentences of sections, of which one lacks the full stop that its fellows have. Where more than one
 * in three lack it, that is how the report is written.
 */
export function missingStops(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const told = [...lists(blocks), sectionEnds(blocks, narrative)].flatMap((fellows, n, all) => {
    const open = fellows.filter(
      ({ text, block }) =>
        UNFINISHED.test(text.content.trimEnd()) && !isCut(text, blocks[block + 1]) && !goesOn(text, blocks, block),
    );
    const stopped = fellows.filter(({ text }) => STOPPED.test(text.content.trimEnd()));
    // Whether sentences of sections end with a stop, all others tell as well.
    const more = n === all.length - 1 ? stoppedInside(blocks, narrative, fellows) : 0;
    const regular = open.length + stopped.length === fellows.length && open.length * FEW <= fellows.length + more;
    return regular && fellows.length + more >= FEW ? open : [];
  });
  return [...new Map(told.map(one => [one.block, one])).values()].map(({ text, block }) => {
    const end = text.content.trimEnd().length;
    const remark = remarkAt(text, end - 1, end, block, narrative.sections.get(block)?.title ?? '');
    return { ...remark, rule: 'FRM-008', expected: `${remark.printed}。` };
  });
}

/** What goes on on the next page may be the rest of it. */
function isCut(text: Text, next: Block | undefined): boolean {
  const end = text.content.length;
  const own = placeOf(text, end - 1, end).page;
  if (next?.kind !== 'paragraph' && next?.kind !== 'heading') return own !== undefined && next !== undefined;
  return placeOf(next.text, 0, 1).page !== own;
}

/**
 * A paragraph without a number between two items of one list is the rest of the first, wherever the page set it; so is one that begins
 * with an amount.
 */
function goesOn(text: Text, blocks: readonly Block[], at: number): boolean {
  const [next, after] = [blocks[at + 1], blocks[at + 2]];
  if (next?.kind === 'paragraph' && AMOUNT.test(plain(next.text).s)) return true;
  const style = ordinalStyle(plain(text).s);
  if (style < 2 || next?.kind !== 'paragraph' || (after?.kind !== 'paragraph' && after?.kind !== 'heading')) return false;
  return ordinalStyle(plain(next.text).s) === 0 && ordinalStyle(plain(after.text).s) === style;
}

/** Paragraphs numbered in one style, one after the other, each a sentence. */
function lists(blocks: readonly Block[]): Standing[][] {
  const runs: { style: number; items: Standing[] }[] = [];
  let style = 0;
  blocks.forEach((block, i) => {
    const text = block.kind === 'paragraph' || block.kind === 'heading' ? block.text : null;
    const own = text ? ordinalStyle(plain(text).s) : 0;
    const isItem = text !== null && own > 1 && text.content.trim().length >= ITEM;
    if (isItem && own === style) runs.at(-1)!.items.push({ text, block: i });
    else if (isItem) runs.push({ style: own, items: [{ text, block: i }] });
    style = isItem ? own : 0;
  });
  return runs.map(run => run.items);
}

/** How many sentences of sections end with a stop, those aside that are compared. */
function stoppedInside(blocks: readonly Block[], narrative: Narrative, fellows: readonly Standing[]): number {
  const compared = new Set(fellows.map(({ block }) => block));
  return blocks.filter(
    (block, i) =>
      block.kind === 'paragraph' &&
      !compared.has(i) &&
      !narrative.sections.get(i)?.silent &&
      block.text.content.length >= SENTENCE &&
      block.text.content.trimEnd().endsWith('。'),
  ).length;
}

/** The sentences after which a heading follows, in sections that tell of the accounts. */
function sectionEnds(blocks: readonly Block[], narrative: Narrative): Standing[] {
  return blocks.flatMap((block, i): Standing[] => {
    const next = blocks[i + 1];
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent || (next && next.kind !== 'heading')) return [];
    const content = block.text.content.trim();
    return content.length >= 2 * SENTENCE && /[，。；]/.test(content) && /\d/.test(content)
      ? [{ text: block.text, block: i }]
      : [];
  });
}
