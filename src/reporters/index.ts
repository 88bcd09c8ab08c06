import { compact } from './compact.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { relations } from './relations.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal/index.ts';

/** Only a list; the first is the default. Help, completion and tests are fed from it. */
export const reporters: readonly Reporter[] = [
  terminal,
  json,
  junit,
  sarif,
  github,
  gitlab,
  markdown,
  csv,
  relations,
  compact,
  html,
];
