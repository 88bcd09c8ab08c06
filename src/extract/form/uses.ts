import { form } from '../../domain/index.ts';
import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { originOf, plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

const kinds = form.uses.map(({ item, use }) => ({ item: new RegExp(item), use: new RegExp(use) }));
const ITEM = /(?<item>[^（）；，。：、\d]{2,40}(?:（(?!\d*[类款项]）)[^）]*）[^（）；，。：、]{0,20})?)（\d*项）/g;
const USE = /(?:主要)?(?:是)?用于：?(?<use>[^。；]{2,120})/;

/**
 * «住房公积金（项）…主要用于缴纳养老保险»: what an item is said to be spent on belongs to another item. Only where the item has
 * words of its own (form.yaml), none of them is used, and those of another are.
 */
export function strangeUses(blocks: readonly Block[], narrative: Narrative): Remark[] {
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent) return [];
    const text = plain(block.text);
    const items = [...text.s.matchAll(ITEM)];
    return items.flatMap((match, n): Remark[] => {
      const { item } = match.groups!;
      const own = kinds.filter(kind => kind.item.test(item!));
      const from = match.index + match[0].length;
      const use = USE.exec(text.s.slice(from, items[n + 1]?.index));
      if (own.length === 0 || !use || own.some(kind => kind.use.test(use.groups!.use!))) return [];
      const strange = kinds.map(kind => kind.use.exec(use.groups!.use!)).find(found => found !== null);
      if (!strange) return [];
      const at = from + use.index + use[0].indexOf(use.groups!.use!) + strange.index;
      const [start, end] = originOf(text, at, at + strange[0].length);
      const remark = remarkAt(block.text, start, end, i, narrative.sections.get(i)?.title ?? '');
      return [{ ...remark, rule: 'FRM-012', params: { name: item! } }];
    });
  });
}
