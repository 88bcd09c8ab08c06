import { form } from '../../domain/index.ts';
import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { originOf, plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

const kinds = form.uses.map(({ item, use }) => ({ item: new RegExp(item), use: new RegExp(use) }));
const ITEM = /(?<item>[^（）；，。：、\d]{2,40}(?:（(?!\d*[类款项]）)[^（）]{0,200}）[^（）；，。：、]{0,20})?)（\d*项）/g;
const USE = /(?:主要)?(?:是)?用于：?(?<use>[^。；]{2,120})/;

/** What an item of the narrative is said to be spent on. */
export interface ToldUse {
  readonly item: string;
  readonly use: string;
  readonly block: number;
  /** An observation at characters of the use. */
  readonly remark: (from: number, length: number) => Omit<Remark, 'rule'>;
}

/** «…（项）…主要用于…»: every item of the narrative whose use is told. */
export function usesTold(blocks: readonly Block[], narrative: Narrative): ToldUse[] {
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent) return [];
    const text = plain(block.text);
    const items = [...text.s.matchAll(ITEM)];
    return items.flatMap((match, n): ToldUse[] => {
      const from = match.index + match[0].length;
      const found = USE.exec(text.s.slice(from, items[n + 1]?.index));
      if (!found) return [];
      const { use } = found.groups as { use: string };
      const start = from + found.index + found[0].length - use.length;
      const remark = (at: number, length: number) => {
        const [first, end] = originOf(text, start + at, start + at + length);
        return remarkAt(block.text, first, end, i, narrative.sections.get(i)?.title ?? '');
      };
      return [{ item: match.groups!.item!, use, block: i, remark }];
    });
  });
}

/**
 * «住房公积金（项）…主要用于缴纳养老保险»: what an item is said to be spent on belongs to another item. Only where the item has
 * words of its own (form.yaml), none of them is used, and those of another are.
 */
export function strangeUses(told: readonly ToldUse[]): Remark[] {
  return told.flatMap(({ item, use, remark }) => {
    const own = kinds.filter(kind => kind.item.test(item));
    if (own.length === 0 || own.some(kind => kind.use.test(use))) return [];
    const strange = kinds.map(kind => kind.use.exec(use)).find(found => found !== null);
    return strange ? [{ ...remark(strange.index, strange[0].length), rule: 'FRM-012', params: { name: item } }] : [];
  });
}
