import { type Audit, type Figure, figuresOf } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { FIRST_ROW } from './book.ts';

/** A figure in the list, and the report it is of. */
export interface Entry {
  readonly figure: Figure;
  readonly audit: Audit;
}

/** The column of the figures sheet that holds the numbers. */
export const VALUE = 5;

/**
 * Every figure once, in reading order, each in a row of its own; figures of relations that are not among those of the report stand
 * behind them. Figures are known by report and id, so that copies of one figure have one row.
 */
export class Register {
  readonly entries: Entry[] = [];
  private readonly rows = new Map<Audit, Map<string, number>>();

  constructor(audits: readonly Audit[]) {
    for (const audit of audits) {
      for (const figure of audit.figures) this.row(figure, audit);
      for (const { relation } of audit.checks) for (const figure of figuresOf(relation)) this.row(figure, audit);
    }
  }

  /** The row of a figure; it gets one if it has none. */
  row(figure: Figure, audit: Audit): number {
    const own = this.rows.get(audit) ?? new Map<string, number>();
    this.rows.set(audit, own);
    let row = own.get(figure.id);
    if (row === undefined) {
      row = FIRST_ROW + this.entries.push({ figure, audit }) - 1;
      own.set(figure.id, row);
    }
    return row;
  }

  /** The row of a figure that has one. */
  known(figure: Figure | undefined, audit: Audit): number | undefined {
    return figure && this.rows.get(audit)?.get(figure.id);
  }
}

/** The body a report is of and its year, or its file. */
export const nameOf = ({ entity, year, file }: Audit): string =>
  tidy(entity ?? '') === '' ? tidy(file) : tidy([entity, year].filter(part => part !== null).join(' '));
