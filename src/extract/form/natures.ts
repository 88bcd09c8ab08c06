import { bareSubject } from '../../domain/index.ts';
import type { Figure, Remark } from '../../model/index.ts';
import type { ToldUse } from './uses.ts';

const NATURE = /(?<nature>基本|项目)支出/g;
const MADE = /(?:人员|公用)(?:支出|经费)/g;
const BESIDE = /[等及其他项]|专|业务|工作|任务|建设|购/;
/** Where a use speaks of what it is not, or of a nature in general, it tells nothing about the row. */
const APART = /除|不含|以外|非项目/;
const SCOPE = '一般公共预算';

/**
 * «…（项）…主要用于…等基本支出»: the row of the item in the table of general-budget expenditure has 基本支出 (TXT-013), and no 项目支出
 * that the text passes over (TXT-014). Where both are told, both have a figure (TXT-013). Items that are told without a nature are not judged.
 */
export function strangeNatures(uses: readonly ToldUse[], figures: readonly Figure[]): Remark[] {
  const items = figures.filter(({ fact }) => fact.scope === SCOPE && fact.measure === '决算');
  const cells = items.filter(figure => figure.at);
  return uses.flatMap(({ item, use, block, remark }) => {
    const [told, ...more] = [...use.matchAll(NATURE)];
    // «人员支出、公用支出»: basic expenditure by what it is made of; where that is all that is said, it is all that was meant.
    const made = [...use.matchAll(MADE)];
    const first = told ?? made[0];
    if (!first || APART.test(use)) return [];
    const nature = (one: RegExpMatchArray) => (one.groups?.nature === '项目' ? '项目支出' : '基本支出');
    const both = [...more, ...made].some(one => nature(one) !== nature(first));
    if (!told && BESIDE.test(use.replace(MADE, ''))) return [];
    const key = bareSubject(item);
    const path = items
      .find(
        ({ at, place, fact }) =>
          !at && place.block === block && isItem(fact.indicator) && bareSubject(nameOf(fact.indicator)) === key,
      )
      ?.fact.indicator?.slice('功能'.length);
    if (!path) return [];
    const other = nature(first) === '基本支出' ? '项目支出' : '基本支出';
    const [own, rest] = [nature(first), other].map(kind =>
      cells.find(({ fact, amount }) => fact.indicator === `功能${kind}${path}` && !amount.value.eq(0)),
    );
    if (!own && !rest) return [];
    if (both) {
      // «…等基本支出和项目支出»: neither of the two is nothing; 人员经费 alone may be paid from a project.
      const absent = own ? other : nature(first);
      const named = [told, ...more].find(one => one && nature(one) === absent);
      if ((own && rest) || !named) return [];
      const only = (own ?? rest)!;
      const said = {
        name: item,
        nature: absent,
        other: own ? nature(first) : other,
        table: only.at!.table,
        amount: only.printed,
      };
      return [{ ...remark(named.index, named[0].length), rule: 'TXT-013', params: said, figures: [only] }];
    }
    const at = remark(first.index, first[0].length);
    const params = { name: item, nature: nature(first), other, table: (own ?? rest)!.at!.table, amount: rest?.printed ?? '0' };
    // What it is made of may be paid from a project as well.
    if (!told && (!own || !rest)) return [];
    return [
      {
        ...at,
        rule: 'TXT-013',
        holds: own !== undefined,
        expected: own ? nature(first) : other,
        params,
        figures: own ? [own] : [rest!],
      },
      ...(own && rest ? [{ ...at, rule: 'TXT-014', params, figures: [rest] }] : []),
    ];
  });
}

const isItem = (indicator: string | null) => indicator?.startsWith('功能/') === true && indicator.split('/').length === 4;
const nameOf = (indicator: string | null) => indicator?.split('/')[3] ?? '';
