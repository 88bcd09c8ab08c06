import type { TableSum } from '../../domain/index.ts';
import { plus, remarkAtFigure, type Statement } from '../../model/index.ts';
import type { Draft } from '../narrative/topics.ts';
import type { Column, Line, Sheet } from './sheet.ts';

type Found = Draft | null | undefined;

/** Collects what the form of one table prescribes. Blank cells count as nothing; a sum whose every part is blank is no check. */
export class Equations {
  readonly statements: Statement[] = [];

  constructor(private readonly sheet: Sheet) {}

  /** Σ totals = Σ parts. A total left blank beside parts that are not nothing is told as such. */
  add(rule: string, totals: readonly Found[], parts: readonly Found[], about: string): void {
    const [left, right] = [totals.filter(one => !!one), parts.filter(one => !!one)];
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
    });
  }

  /** Sums over the columns of one line. */
  across(line: Line, sums: readonly TableSum[], columns: readonly Column[]): void {
    const at = (keys: readonly string[]) => keys.map(key => line.figures.get(key));
    for (const { rule, total, parts } of sums) {
      // Columns that a form does not have are not asked for; a balance needs both of its sides.
      if (!columns.some(({ key }) => total.includes(key))) continue;
      if (total.length > 1 && !total.some(key => line.figures.has(key))) continue;
      this.add(rule, at(total), at(parts), line.label);
    }
  }

  private blank(left: readonly Draft[], right: readonly Draft[], about: string): void {
    const first = right.find(one => !one.amount.value.eq(0));
    if (left.length || !first) return;
    const params = { table: this.sheet.title, name: about };
    this.statements.push(remarkAtFigure('FRM-032', 'table', first, { holds: false, params, figures: [...right] }));
  }
}
