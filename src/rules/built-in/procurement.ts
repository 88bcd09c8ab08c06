import { belonging } from '../../domain/index.ts';
import { Big, type Figure, formatLike, type Interval, intervalOf, type Reading, type Relation } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { observedAt } from '../observed.ts';
import { within } from '../within.ts';

/**
 * «授予中小企业合同金额 A，…货物采购授予中小企业合同金额占货物支出金额的 p%，工程采购…，服务采购…»: what the shares make of their wholes adds
 * up to A. A kind of which nothing was bought needs no share.
 */
export function contractShares({ figures }: Reading, facts: Facts): Relation[] {
  const [total] = facts.all(belonging.contractShares.total, '全部资金');
  const kinds = belonging.contractShares.kinds.map(({ share, whole }) => ({
    rate: figures.find(({ fact }) => fact.indicator === share && fact.measure === '占比'),
    whole: facts.all(whole, '全部资金')[0],
  }));
  const known = kinds.filter((one): one is Share => one.rate !== undefined && one.whole !== undefined);
  const open = kinds.some(({ rate, whole }) => !rate && whole && !whole.amount.value.eq(0));
  if (!total || known.length === 0 || open) return [];
  const computed = known.map(portion).reduce((sum, next) => ({ low: sum.low.plus(next.low), high: sum.high.plus(next.high) }));
  const stated = intervalOf(total.amount);
  const middle = formatLike(computed.low.plus(computed.high).div(2), total.amount);
  const { label, printed, amount } = total;
  return [
    observedAt('PCT-008', total, {
      holds: computed.low.lte(stated.high) && computed.high.gte(stated.low),
      figures: [total, ...known.flatMap(({ rate, whole }) => [rate, whole])],
      params: { name: label, stated: `${printed} ${amount.unit}`, computed: `${middle} ${amount.unit}` },
    }),
  ];
}

/** Purchases are a part of what was spent; where that is not told by itself, of the total of the account. */
export function purchasesWithin(_: Reading, facts: Facts): Relation[] {
  const [total] = facts.all('收支总计', '全部资金');
  const [bought] = facts.all('政府采购', '全部资金');
  if (!total || !bought || facts.all('本年支出', '全部资金').length) return [];
  return [within('SUM-010', total, [bought], { about: bought.label, soft: true })];
}

interface Share {
  readonly rate: Figure;
  readonly whole: Figure;
}

/** All that a share of a whole may be, both as printed. */
function portion({ rate, whole }: Share): Interval {
  const [share, amount] = [intervalOf(rate.amount), intervalOf(whole.amount)];
  const least = share.low.lt(0) ? new Big(0) : share.low;
  return { low: least.times(amount.low).div(100), high: share.high.times(amount.high).div(100) };
}
