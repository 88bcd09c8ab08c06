import * as v from 'valibot';
import { isDay } from './day.ts';

const level = v.picklist(['error', 'warning', 'note']);
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const day = v.pipe(v.string(), v.check(isDay));

/** The schema of audit.yaml; `rules`: the ids there are. Its own checks fail with the message «rule» or «which». */
export function configSchema(rules: ReadonlySet<string>) {
  const rule = v.pipe(
    v.string(),
    v.check(id => rules.has(id), 'rule'),
  );
  // «CPL»: all rules of a group.
  const groups = new Set([...rules].map(id => id.slice(0, 3)));
  const ruleOrGroup = v.pipe(
    v.string(),
    v.check(id => rules.has(id) || groups.has(id), 'rule'),
  );
  const suppression = v.pipe(
    v.strictObject({
      rule: v.optional(rule),
      fingerprint: v.optional(text),
      problem: v.optional(text),
      file: v.optional(text),
      reason: text,
      until: v.optional(day),
    }),
    v.check(
      ({ rule, fingerprint, problem }) => [rule, fingerprint, problem].filter(one => one !== undefined).length === 1,
      'which',
    ),
  );
  return v.strictObject({
    'fail-on': v.optional(v.picklist(['error', 'warning', 'note', 'never'])),
    strict: v.optional(v.boolean()),
    'min-coverage': v.optional(v.pipe(v.string(), v.regex(/^(?:\d{1,2}(?:\.\d+)?|100)%?$/, 'percent'))),
    severity: v.optional(v.record(rule, level)),
    rule: v.optional(v.array(ruleOrGroup)),
    skip: v.optional(v.array(ruleOrGroup)),
    'own-rules': v.optional(v.union([text, v.array(text)])),
    'own-forms': v.optional(v.union([text, v.array(text)])),
    exclude: v.optional(v.union([text, v.array(text)])),
    folders: v.optional(v.record(text, v.strictObject({ severity: v.record(ruleOrGroup, level) }))),
    baseline: v.optional(text),
    today: v.optional(day),
    suppress: v.optional(v.array(suppression)),
  });
}

/** The schema of a baseline. Entries are as they were written; a file is told from the baseline's own folder. */
export const baselineSchema = v.object({
  version: v.literal('1'),
  findings: v.array(
    v.object({
      file: text,
      rule: text,
      fingerprint: text,
      message: v.string(),
      stated: v.optional(v.nullable(v.string())),
      difference: v.optional(v.nullable(v.string())),
      printed: v.optional(v.array(v.string())),
    }),
  ),
});
