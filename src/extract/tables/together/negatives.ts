import { type Statement, textAt } from '../../../model/index.ts';
import type { FoundTable } from './completeness.ts';
import { remarkOn } from './remark.ts';

/** Income and spending are not below nothing; balances, what is carried over, and changes may be. */
export function negatives({ sheet, drafts }: FoundTable): Statement[] {
  return drafts
    .filter(
      ({ amount, fact, label, at }) =>
        amount.value.lt(0) && !/结转|结余|分配|增减|增加|增长|变动|差额/.test(`${fact.indicator}${label}${at?.col ?? ''}`),
    )
    .map(draft => ({
      ...remarkOn(
        'FRM-024',
        textAt(draft.printed, draft.place),
        { block: sheet.block, section: draft.section, quote: draft.quote },
        { name: draft.label, table: sheet.title },
        [draft],
      ),
      place: draft.place,
    }));
}
