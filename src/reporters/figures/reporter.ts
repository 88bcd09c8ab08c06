import type { Audit, Failure } from '../../model/index.ts';
import type { Lang } from '../parts/words/index.ts';

export interface FigureOptions {
  readonly lang: Lang;
  readonly version: string;
  readonly width: number;
  readonly color: boolean;
  /** Begin csv with a byte order mark, so that Excel reads it as UTF-8. */
  readonly bom: boolean;
}

/** One format of the list of figures. Pure. */
export interface FigureReporter {
  readonly name: string;
  readonly endings?: readonly string[];
  render(audits: readonly Audit[], failures: readonly Failure[], options: FigureOptions): string;
}
