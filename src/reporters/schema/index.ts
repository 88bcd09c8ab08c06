import check from './check.yaml';
import diff from './diff.yaml';
import figures from './figures.yaml';
import ndjson from './ndjson.yaml';
import overview from './overview.yaml';

/** The JSON Schemas (draft 07) of the JSON outputs, by the name of their command. */
export const outputSchemas: Readonly<Record<string, unknown>> = { check, ndjson, overview, diff, figures };
