import { compact } from './compact.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { relations } from './relations.ts';
import type { FileReporter, Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal/index.ts';
import { xlsx } from './xlsx/index.ts';

/** Only a list; the first is the default. All of them are texts. */
export const reporters: readonly Reporter[] = [
  terminal,
  json,
  ndjson,
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

/** All formats, those that are files among them. Help, completion and tests are fed from it. */
export const formats: readonly (Reporter | FileReporter)[] = [...reporters, xlsx];
