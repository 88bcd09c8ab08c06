import type { TableSum } from '../../../domain/index.ts';
import { Big, plus, remarkAtFigure, type Statement, sumOf, type Unread } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { isLevel } from './aspect.ts';
import { baseOf } from './columns.ts';
import { type Column, type Found, foundIn, type Line, type Sheet, UNREAD } from './sheet.ts';

const NOUGHT = new Big(0);

/** A level in a column that no entry of the form fits. */
const isStrange = (column: Column): boolean => column.key.startsWith('other ') && isLevel(column) && !column.isRate;

function adds(totals: readonly Found[], parts: readonly Found[]): boolean {
  const sum = (all: readonly Found[]) => sumOf(all, one => (one && one !== UNREAD ? one.amount.value : NOUGHT));
  return sum(totals).eq(sum(parts));
}

/**
 * Collects what the form of one table prescribes. Blank cells count as nothing; a sum whose every part is blank is no check.
 * Where cells of the sheet could not be read (`lost`), a blank may be one of them: nothing is said of sums with blanks.
 */
export class Equations {
  readonly statements: Statement[] = [];
  readonly unchecked: Unread[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly lost: boolean,
  ) {}

  /** Σ totals = Σ parts. A total left blank beside parts that are not nothing is told as such. `soft`: the list may not be whole. */
  add(rule: string, totals: readonly Found[], parts: readonly Found[], about: string, soft = false): void {
    // What stands there and was not read is told by itself; nothing adds up with it.
    if (totals.includes(UNREAD) || parts.includes(UNREAD)) return;
    const isRead = (one: Found): one is Draft => !!one && one !== UNREAD;
    const [left, right] = [totals.filter(isRead), parts.filter(isRead)];
    if (this.lost && left.length + right.length < totals.length + parts.length) return;
    if (!right.length || !left.length) {
      this.blank(left, right, about);
      return;
    }
    this.statements.push({
      kind: 'equation',
      source: 'table',
      rule,
      total: left.map(plus),
      parts: right.map(plus),
      compare: '=',
      about: `${this.sheet.title} ${about}`,
      ...(soft ? { soft } : {}),
    });
  }

  /** Sums over the columns of each line. */
  across(lines: readonly Line[], sums: readonly TableSum[], columns: readonly Column[]): void {
    const asked = acrossColumns(sums, columns);
    // A column that the form does not know («单位预留机动经费») may be one of the parts.
    const unknown = columns.filter(isStrange).map(({ key }) => key);
    for (const line of lines) {
      const at = (keys: readonly string[]) => keys.map(key => foundIn(line, key));
      for (const { rule, total, parts, suffix, isBalance } of asked) {
        const [whole, known] = [at(total), at(parts)];
        if (isBalance && !whole.some(one => one)) continue;
        const strange = suffix ? [] : at(unknown);
        const isLacking = strange.length > 0 && parts.length > 1 && !adds(whole, known);
        this.add(rule, whole, isLacking && adds(whole, [...known, ...strange]) ? [...known, ...strange] : known, line.label);
      }
    }
  }

  /** A part is no more than its whole. */
  within(smaller: Draft, larger: Draft, about: string): void {
    this.statements.push({ kind: 'bound', source: 'table', smaller, larger, about: `${this.sheet.title} ${about}` });
  }

  /** A total of which nothing says what it is made up of. */
  unread(total: Line): void {
    const [first] = total.figures.values();
    if (first) this.unchecked.push({ place: first.place, printed: first.printed, why: 'extract.why.table-unread' });
  }

  private blank(left: readonly Draft[], right: readonly Draft[], about: string): void {
    const first = right.find(one => !one.amount.value.eq(0));
    if (left.length || !first) return;
    const params = { table: this.sheet.title, name: about };
    this.statements.push(remarkAtFigure('FRM-032', 'table', first, { holds: false, params, figures: [...right] }));
  }
}

/** A sum over columns that a table has, of its outcome or of a budget beside it. */
interface Across {
  readonly rule: string;
  readonly total: readonly string[];
  readonly parts: readonly string[];
  readonly suffix: string;
  readonly isBalance: boolean;
}

/** Columns that a form does not have are not asked for; a balance needs both of its sides. */
function acrossColumns(sums: readonly TableSum[], columns: readonly Column[]): Across[] {
  const has = new Set(columns.map(({ key }) => key));
  // The outcome's columns, and those of each budget beside it.
  const suffixes = new Set([...has].map(key => key.slice(baseOf(key).length)));
  return [...suffixes].flatMap(suffix =>
    sums.flatMap(({ rule, total, parts, needs = [], lacks = [] }) => {
      const there = (keys: readonly string[]) => keys.map(key => key + suffix).filter(key => has.has(key));
      const one = { rule, total: there(total), parts: there(parts), suffix, isBalance: total.length > 1 };
      const isAsked = there(needs).length === needs.length && there(lacks).length === 0 && one.total.length > 0;
      return isAsked && (suffix === '' || one.parts.length > 0) ? [one] : [];
    }),
  );
}
