import { csv } from './csv.ts';
import { json } from './json.ts';
import type { FigureReporter } from './reporter.ts';
import { table } from './table.ts';

/** Only a list; the first is the default. */
export const figureReporters: readonly FigureReporter[] = [table, json, csv];
