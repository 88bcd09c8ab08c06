import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import type { OverviewFileReporter, OverviewReporter } from './reporter.ts';
import { terminal } from './terminal.ts';
import { xlsx } from './xlsx.ts';

/** Only a list; the first is the default. */
export const overviewReporters: readonly OverviewReporter[] = [terminal, json, csv, html];

/** All formats, those that are files among them. */
export const overviewFormats: readonly (OverviewReporter | OverviewFileReporter)[] = [...overviewReporters, xlsx];
