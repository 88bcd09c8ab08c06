import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { DiffFileReporter, DiffReporter } from './reporter.ts';
import { terminal } from './terminal.ts';
import { xlsx } from './xlsx.ts';

/** Only a list; the first is the default. */
export const diffReporters: readonly DiffReporter[] = [terminal, json, csv, markdown, html];

/** All formats, those that are files among them. */
export const diffFormats: readonly (DiffReporter | DiffFileReporter)[] = [...diffReporters, xlsx];
