import { fits, statutory, type TravelCount } from '../../../domain/index.ts';
import { amountOf, placeOf, type Statement } from '../../../model/index.ts';
import type { Narrative } from '../../narrative/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { isNothing, isNumbering } from '../grid/grid.ts';
import { aspectOf } from './aspect.ts';
import { COUNT, type Sheet } from './sheet.ts';

/** A row that counts something among the amounts of a form. */
interface Counted {
  readonly draft: Draft;
  readonly of: TravelCount | undefined;
  readonly suffix: string;
}

/** Forms whose rows may count: those of «三公» and 机构运行. */
const COUNTING: ReadonlySet<string> = new Set(['T7', 'T7g', 'OP']);

/** The rows of a form that count people, vehicles, visits: the label, and what stands in the columns of this and other years. */
export function readCounts(sheet: Sheet): Counted[] {
  const { grid, head, def } = sheet;
  if (!COUNTING.has(def.key)) return [];
  const counted: Counted[] = [];
  for (let row = head; row < grid.rows; row++) {
    if (isNumbering(grid, row)) continue;
    let label = '';
    for (const one of grid.row(row)) {
      if (/[\u4e00-\u9fa5]{2}/.test(one.s)) label = COUNT.test(one.s) ? one.s : '';
      else if (label && !isNothing(one.s)) {
        const headers = grid.above(head, one.cell.col);
        if (statutory.numbering.some(word => headers.join('').includes(word))) continue;
        const draft = countIn(sheet, label, one.cell.text.content.trim(), headers);
        if (!draft) continue;
        const place = { ...placeOf(one.cell.text), block: sheet.block };
        const name = label.replace(/^其中：?/, '');
        counted.push({
          draft: { ...draft, place, quote: grid.quote(row) },
          of: statutory.travelCounts.find(count => fits(name, count)),
          suffix: aspectOf(headers, sheet.year).suffix,
        });
      }
    }
  }
  return counted;
}

function countIn({ title, section }: Sheet, label: string, printed: string, headers: readonly string[]) {
  const unit =
    /（(?:单位：)?(?<unit>[个人辆批次组台套]{1,8})[^）]{0,40}）?$/.exec(label)?.groups?.unit ??
    (label.endsWith('用车') ? '辆' : '');
  const amount = amountOf(printed, 'count', unit);
  if (!amount) return null;
  const fact = { indicator: null, scope: null, period: null, measure: '数量' as const };
  const at = { table: title, row: label, col: headers.at(-1) ?? '' };
  return { id: '', printed, amount, label, section: section || title, fact, at };
}

/**
 * What such a form says of its counts: a part is no more than its whole, and the text counts the same. Where the text tells several
 * counts by one name, one of them is it.
 */
export function countStatements(counted: readonly Counted[], narrative: Narrative, year: number | null): Statement[] {
  const own = counted.filter(one => one.suffix === '' && one.of);
  return own.flatMap(({ draft, of }): Statement[] => {
    const larger = own.find(one => of!.within === one.of!.key)?.draft;
    const about = draft.label;
    const bounds: Statement[] = larger ? [{ kind: 'bound', source: 'table', smaller: draft, larger, about }] : [];
    const told = narrative.drafts.filter(
      ({ amount, fact, label }) =>
        amount.kind === 'count' &&
        fact.measure === '数量' &&
        fact.period === year &&
        of!.units.includes(amount.unit) &&
        fits(label, of!.told),
    );
    const same = told.filter(one => one.amount.value.eq(draft.amount.value));
    const figures = same.length ? same : told.length === 1 ? told : [];
    return figures.length ? [...bounds, { kind: 'same', source: 'table', figures: [draft, ...figures], about }] : bounds;
  });
}
