import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { remarkAt } from './remark.ts';

const QUOTE = /[“”]/g;
const bothKinds = (content: string) => content.includes('“') && content.includes('”');

/** A word that has both marks or none. */
const HALF = /“三公(?!”)/;

/** How far a quotation may run: paragraphs. */
const FAR = 12;

/** Whether a mark that stands open at the end of a paragraph is closed in one of the next, before another opens. */
function isClosedLater(blocks: readonly Block[], from: number): boolean {
  for (const block of blocks.slice(from + 1, from + FAR)) {
    if (!('text' in block)) continue;
    const mark = /[“”]/.exec(block.text.content)?.[0];
    if (mark === '”') return true;
  }
  return false;
}

/**
 * «…以及植树月”宣传…»: a closing mark without an opening one, or the reverse. A quotation may run on into the next paragraph; where
 * a paragraph has several marks of one kind only, straight marks were converted by a machine, and nothing is said.
 */
export function unpairedQuotes(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const remarks: Remark[] = [];
  /** The opening mark that the paragraph before left open. */
  let carried: Omit<Remark, 'rule'> | null = null;
  /** A mark stands open from a paragraph before, told or not. */
  let left = false;
  const isPaired = blocks.some(block => 'text' in block && /“[^“”]{1,40}”/.test(block.text.content));
  blocks.forEach((block, i) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return;
    const { content } = block.text;
    const open: number[] = [];
    const lone: number[] = [];
    for (const { index, 0: mark } of content.matchAll(QUOTE)) {
      if (mark === '“') open.push(index);
      else if (open.pop() === undefined) lone.push(index);
    }
    const at = (start: number) => remarkAt(block.text, start, start + 1, i, narrative.sections.get(i)?.title ?? '');
    if (carried && lone.length) lone.shift();
    else if (carried) remarks.push({ ...carried, rule: 'FRM-019' });
    const told = bothKinds(content);
    carried = told && open.length === 1 && !lone.length ? at(open[0]!) : null;
    const begins = !told && open.length === 1 && !/["\u2018\u2019]/.test(content);
    if (begins && (isPaired || HALF.test(content)) && !isClosedLater(blocks, i))
      remarks.push({ ...at(open[0]!), rule: 'FRM-019' });
    const alone = !left && !open.length && !/["\u2018\u2019]/.test(content);
    if (lone.length === 1 && (told || alone)) remarks.push({ ...at(lone[0]!), rule: 'FRM-019' });
    left = open.length > 0 || (left && !lone.length);
  });
  return carried ? [...remarks, { ...(carried as Omit<Remark, 'rule'>), rule: 'FRM-019' }] : remarks;
}
