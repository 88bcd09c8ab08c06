import type { Alternative, Figure, Grounds, ShareStatement, SumStatement } from '../../../model/index.ts';
import type { PartList, Topic } from '../topics.ts';
import { isNear, LEFT } from '../words/naming.ts';
import type { FigureOf } from './members.ts';

/** So many of what stands beside a list are tried as its members: more would hold by chance. */
const TRIED = 8;

/**
 * «三公经费 9 万元，其中：A 2 万元，减少 1 万元，因为 …；B 3 万元 …；C 4 万元»: where a list ends nothing says. What its paragraph tells after it may be
 * one of its parts.
 */
export function withOneMore(
  sum: SumStatement,
  list: PartList,
  figureOf: FigureOf,
  topics: readonly Topic[],
): Alternative<SumStatement>[] {
  const { parent, children } = list;
  const after = topics.slice(topics.indexOf(parent) + 1);
  const others = after.filter(
    one => one.unit === parent.unit && isNear(one, parent) && !children.includes(one) && isApart(one, list),
  );
  return others.slice(0, TRIED).flatMap(one => {
    const figure = figureOf(one);
    if (!figure || figure.amount.value.eq(0) || sum.parts.includes(figure) || figure === sum.total) return [];
    return { as: 'completeness', words: one.label.core, reading: { ...sum, parts: [...sum.parts, figure] } };
  });
}

/** Not a part of a part. */
function isApart({ list }: Topic, { parent, children }: PartList): boolean {
  return list === null || list.parent === parent || !children.includes(list.parent);
}

/**
 * A part that is more than its whole, in a list that no word opened: that it is one of its parts was inferred from where it stands, and
 * from there it cannot be.
 */
export function doubtOf({ opener }: PartList, total: Figure, parts: readonly Figure[]): { readonly grounds?: Grounds } {
  const isMore = parts.some(part => part.amount.value.gt(total.amount.value));
  return opener === 'none' && isMore && !parts.some(part => isLike(part, total)) ? { grounds: ['owner'] } : {};
}

/**
 * «支出总计 9 万元，其中：年末结转和结余 1 万元。…基本支出 5 万元，项目支出 3 万元»: what was spent makes up a total only with what was left, which is
 * told apart from it.
 */
export function leavesOut({ parent, children }: PartList, topics: readonly Topic[]): boolean {
  const isSpent = ({ indicator }: Topic) => indicator === '基本支出' || indicator === '项目支出';
  if (parent.indicator !== '收支总计' || !children.some(isSpent) || children.some(isLeft)) return false;
  return topics.some(one => one.section === parent.section && isLeft(one) && one.level?.amount.value.eq(0) === false);
}

const isLeft = ({ indicator, unit }: Topic) => unit === null && LEFT.has(indicator ?? '');

/** The same digits: a slip of the point or of the unit. */
function isLike(part: Figure, total: Figure): boolean {
  const digits = ({ amount }: Figure) =>
    amount.value
      .abs()
      .toFixed()
      .replace(/[.]|^0+|(?<!0)0+$/g, '')
      .replace(/^0+|(?<!0)0+$/g, '');
  return digits(part) === digits(total);
}

/** «税收返还和转移支付 9 万元（包括一般性转移支付 6 万元，占转移支付的 75%；专项转移支付 2 万元）»: of what its list tells, where no total bears the name. */
export function ofItsList(share: ShareStatement, list: PartList | null): ShareStatement {
  const parts = list?.children.map(one => one.level) ?? [];
  if (!share.base || !share.whole || !list || list.parent.level !== share.whole || parts.length < 2) return share;
  if (parts.some(part => part?.amount.kind !== 'money') || list.parent.label.core === share.base) return share;
  const reading: ShareStatement = { ...share, whole: null, parts: parts as Figure[] };
  return { ...share, alternatives: [{ as: 'base', words: share.base, reading }] };
}
