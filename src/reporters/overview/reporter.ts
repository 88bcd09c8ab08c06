import type { Overview, Rule } from '../../model/index.ts';
import type { Lang } from '../parts/words/index.ts';

export interface OverviewOptions {
  readonly lang: Lang;
  readonly version: string;
  readonly width: number;
  readonly color: boolean;
  readonly bom: boolean;
  /** The rules the reports were held against. */
  readonly rules: readonly Rule[];
}

/** One format of an overview. Pure. */
export interface OverviewReporter {
  readonly name: string;
  readonly endings?: readonly string[];
  render(overview: Overview, options: OverviewOptions): string;
}

/** A format of an overview that is no text: it can only go into a file. */
export interface OverviewFileReporter {
  readonly name: string;
  readonly endings: readonly string[];
  bytes(overview: Overview, options: OverviewOptions): Uint8Array;
}
