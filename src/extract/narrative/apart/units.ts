import { words } from '../../../domain/index.ts';
import type { Statement } from '../../../model/index.ts';
import type { Mention } from '../../mentions.ts';
import { anyOf } from '../../phrases.ts';
import type { Draft } from '../topics.ts';
import { figureIn, type Standing } from '../words/drafts.ts';

const once = anyOf(words.otherUnit);
/** What stands between two tellings of one amount: an opening bracket, words that say so, or both. */
const BRACKET = new RegExp(`^（(?:${once})?(?:人民币)?[¥￥]?$`);
const SAID = new RegExp(`^[，、]?(?:${once})(?:人民币)?$`);
const CLOSED = /^(?:整|正)?）/;
const ENDED = /^(?:整|正)?(?:[，。；、）]|$)/;

/** «970.00万元（9,700,000.00元）», «970.00万元，即9,700,000.00元»: one amount, told in two units. */
export function inTwoUnits(standing: Standing, drafts: readonly Draft[]): Statement[] {
  const { s } = standing.passage.plain;
  const mentions = standing.passage.clauses.flatMap(clause => clause.mentions);
  return mentions.slice(1).flatMap((second, i): Statement[] => {
    const first = mentions[i]!;
    if (!isExact(first) || !isExact(second) || first.amount.factor.eq(second.amount.factor)) return [];
    const between = s.slice(first.unitEnd, second.start);
    const after = s.slice(second.unitEnd, second.unitEnd + 2);
    const isAgain = BRACKET.test(between) ? CLOSED.test(after) : SAID.test(between) && ENDED.test(after);
    if (!isAgain || !isKin(first, second)) return [];
    const [level, again] = [first, second].map(({ start, end }) => figureIn(standing, start, end, drafts));
    if (!level || !again) return [];
    return [{ kind: 'same', source: 'narrative', figures: [level, again], about: level.label }];
  });
}

const isExact = ({ amount, threshold, bare }: Mention) =>
  amount.kind === 'money' && !threshold && !bare && !amount.approximate && amount.value.gt(0);

/** Of one size, or of the same digits in another: an amount that has nothing in common with another is not told again. */
function isKin({ amount: one }: Mention, { amount: other }: Mention): boolean {
  const ratio = one.value.div(other.value);
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4].some(power => {
    const near = ratio.times(`1e${power}`);
    return power === 0 ? near.gte('0.1') && near.lte(10) : near.gte('0.99') && near.lte('1.01');
  });
}
