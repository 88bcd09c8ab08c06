import { classKey, coreOf, indicatorOfPath, type Label, labelOf } from '../../labels.ts';
import { phrase } from '../../phrases.ts';
import { SubjectNames } from '../../subject-names.ts';
import type { Topic } from '../topics.ts';

/** What the words at a point may name: an indicator, a 类, 款 or 项 by whatever form its name has, or something of their own. */
export class Namer {
  constructor(
    private readonly entity: string | null,
    private readonly names: SubjectNames,
    private readonly bodies: readonly string[],
  ) {}

  /** `item`: items of expenditure are told here, so that the name of a 款 or 项 alone means just that. */
  label(words: string, item: boolean): Label {
    const label = labelOf(words, this.entity);
    // «某中心2023年度收入总计»: of a unit, whatever the department's total is.
    if (this.bodies.some(body => words.includes(body))) return { ...label, key: words, indicator: null };
    if (label.path || !isOpen(label) || !SubjectNames.mayName(words)) return label;
    const path = this.names.path(words, item);
    return path
      ? { core: coreOf(words, this.entity), key: label.key, indicator: indicatorOfPath(path), scope: null, path }
      : label;
  }
}

/** «教育支出（类）90 万元，主要用于高中教育 60 万元，培训支出 30 万元»: under a 类 that is told, the name of an item of it alone is that item. */
export function itemOf({ path: of, level, label: own }: Topic, words: string, namer: Namer, root: Topic | null): Label | null {
  if (!of || !level) return null;
  const label = namer.label(words, true);
  // «A（项）90 万元，主要用于A。预算安排 90 万元»: the item itself.
  const isAlone = label.path?.item !== undefined && !/（[类款项]）/.test(words);
  if (isAlone && classKey(label.path!.item!) === classKey(of.item ?? '')) return own;
  if (label.path?.item !== undefined && label.path.class === of.class) return label;
  // After an item by its name alone, what a semicolon parts from it is an item as well, though no classification here knows it.
  const isNext = label.indicator === null && !own.key.includes('/') && ITEM_NEXT.test(words) && !ABOUT.test(words.slice(0, -2));
  const isOfRoot = root?.path?.class !== undefined && root.path.class === of.class && !root.path.item && of.item !== undefined;
  if (!isNext || !isOfRoot) return null;
  const path = { class: of.class!, item: label.core };
  return { ...label, path, indicator: indicatorOfPath(path) };
}

const ITEM_NEXT = /^[\u4e00-\u9fa5]{2,24}支出$/;

/** Nothing surer is known of it: economic 款 have names of functional 项 (住房公积金). */
function isOpen({ indicator }: Label): boolean {
  return indicator === null || indicator.startsWith('经济/');
}

/** Words that head a passage, but name no item of expenditure. */
const ABOUT =
  /情况|说明|总体|结构|构成|分析|如下|方面|原因|其中|合计|总计|总额|同比|增减|变化|差异|收支|决算|预算|支出为|收入为|主要|包括/;
const SENTENCE = /^(?:与|较|比|按|从|根据|为|因|由|截至|在|本|我|全|该|已|未|无|不|共)|[是已将了]|\d/;

/** «1.机构运行。», «2.病虫害防治，»: the opening words of a numbered paragraph name what its amounts are of, known or not. */
export function isItemHead(text: string, mark: string, style: number): boolean {
  if (style < 3 || !'。，：'.includes(mark) || mark === '') return false;
  const name = text.replace(/^[^\u4e00-\u9fa5]+/, '');
  return name.length > 1 && name.length <= 30 && !ABOUT.test(name) && !SENTENCE.test(name);
}

/** Words before a colon, or that open an item, and open no list. */
export function heads(text: string, mark: string, style: number): boolean {
  return !phrase.listWhole.test(text) && (mark === '：' || isItemHead(text, mark, style));
}
