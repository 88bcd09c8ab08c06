import { fits, statutory, type TravelCount } from '../../../domain/index.ts';
import { amountOf, placeOf, plus, remarkAtFigure, type Statement } from '../../../model/index.ts';
import type { Narrative } from '../../narrative/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { ORDINAL } from '../../ordinals.ts';
import { isNothing, isNumbering } from '../grid/grid.ts';
import { aspectOf } from './aspect.ts';
import { columnsOf } from './columns.ts';
import { COUNT, type Line, type Sheet } from './sheet.ts';

/** A row that counts something among the amounts of a form. */
export interface Counted {
  readonly draft: Draft;
  readonly of: TravelCount | undefined;
  readonly suffix: string;
  /** The column in which its name stands. */
  readonly names: number;
}

/** The rows of a form that count people, vehicles, visits: the label, and what stands in the columns of this and other years. */
export function readCounts(sheet: Sheet): Counted[] {
  const { grid, head, def } = sheet;
  if (!def.counts) return [];
  const counted: Counted[] = [];
  const isCount = (col: number) => COUNT.test(grid.above(head, col).join(''));
  // Where a column says that it counts, the others do not; beside columns of money it is read with them.
  const columns = Array.from({ length: grid.cols }, (_, col) => col).filter(isCount);
  if (columns.length && columnsOf(sheet, 0).some(({ col, key }) => !isCount(col) && !key.startsWith('other'))) return [];
  for (let row = head; row < grid.rows; row++) {
    if (isNumbering(grid, row)) continue;
    let label = '';
    let names = 0;
    for (const one of grid.row(row)) {
      if (/[\u4e00-\u9fa5]{2}/.test(one.s)) {
        label = COUNT.test(one.s) ? one.s : '';
        names = one.cell.col;
      } else if (label && !isNothing(one.s) && (!columns.length || columns.includes(one.cell.col))) {
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
          names,
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
  const kinds = own.flatMap(one => kindsOf(one, counted));
  const compared = own.flatMap(({ draft, of }): Statement[] => {
    const larger = own.find(one => of!.within === one.of!.key)?.draft;
    const about = draft.label;
    const bounds: Statement[] = larger ? [{ kind: 'bound', source: 'table', smaller: draft, larger, about }] : [];
    const told = narrative.drafts.filter(
      ({ amount, fact, label }, at) =>
        amount.kind === 'count' &&
        fact.measure === '数量' &&
        fact.period === year &&
        of!.units.includes(amount.unit) &&
        (fits(label, of!.told) || (NAMELESS.test(label) && fits(spentBefore(narrative.drafts, at), of!.told))),
    );
    const same = told.filter(one => one.amount.value.eq(draft.amount.value));
    const figures = same.length ? same : told.length === 1 ? told : [];
    return figures.length ? [...bounds, { kind: 'same', source: 'table', figures: [draft, ...figures], about }] : bounds;
  });
  return [...kinds, ...compared];
}

/** «公务接待费支出 2 万元，共接待 5 批次、40 人次»: what these counts are of stands before them. */
const NAMELESS = /^(?:[共累合]?计?接待|[批人]次数?)$/;

/** What the money is of that the same paragraph tells last before a count. */
function spentBefore(drafts: readonly Draft[], at: number): string {
  const block = drafts[at]!.place.block;
  const money = drafts.slice(0, at).findLast(({ amount, place }) => amount.kind === 'money' && place.block === block);
  return money?.fact.indicator ?? '';
}

const rowOf = ({ draft }: Counted) => draft.at?.row ?? draft.label;

/** The counts that a form reads among its amounts: «车辆 | 辆 | 5 | 100.00». */
export const countsAmong = ({ def }: Sheet, drafts: readonly Draft[]): Counted[] => (def.counts ? countedIn(drafts) : []);

/** Those of some figures that are counts, by the names of their rows. */
export function countedIn(drafts: readonly Draft[]): Counted[] {
  return drafts
    .filter(draft => draft.amount.kind === 'count')
    .map(draft => {
      const name = (draft.at?.row ?? '').replace(ORDINAL, '');
      const of = statutory.travelCounts.find(count => count.row === name || fits(name, count));
      return { draft, of, suffix: '', names: 0 };
    });
}

/** Money was spent, and what it was spent on is counted as nothing: the other one of «三公» that the same form tells. */
export function countedAsNothing(counted: readonly Counted[], lines: readonly Line[]): Statement[] {
  return counted.flatMap(({ draft, of, suffix }): Statement[] => {
    if (suffix !== '' || !of?.money || !draft.amount.value.eq(0)) return [];
    const line = lines.find(({ role }) => of.money!.includes(role));
    const spent = line?.figures.get('level') ?? line?.figures.get('sum');
    if (!line || !spent?.amount.value.gt(0)) return [];
    const params = { name: line.label, amount: spent.printed, count: draft.printed + draft.amount.unit };
    return [remarkAtFigure('SUM-007', 'table', draft, { holds: false, blame: 'any', params, figures: [draft, spent] })];
  });
}

/** «车辆数合计», and under it what kinds there are: the kinds make it up. */
function kindsOf({ draft, of, names }: Counted, counted: readonly Counted[]): Statement[] {
  return statutory.countSums.flatMap(({ total, parts, last }): Statement[] => {
    if (of?.key !== total) return [];
    const column = counted.filter(one => one.names === names && one.suffix === '');
    const below = column.slice(column.findIndex(one => one.draft === draft) + 1);
    const end = below.findIndex(one => !new RegExp(parts).test(rowOf(one)));
    const kinds = (end < 0 ? below : below.slice(0, end)).map(one => one.draft);
    if (kinds.length < 2) return [];
    const soft = !new RegExp(last).test(kinds.at(-1)!.at?.row ?? '');
    const sides = { total: [plus(draft)], parts: kinds.map(plus), compare: '=' } as const;
    return [{ kind: 'equation', source: 'table', rule: 'SUM-003', ...sides, about: draft.label, ...(soft ? { soft } : {}) }];
  });
}
