import * as v from 'valibot';
import type { Severity } from '../../model/index.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const texts = v.union([text, v.array(text)]);
/** A report in words, or what it states: address → amount. */
const stated = v.union([text, v.record(text, text)]);
const english = v.strictObject({
  title: v.optional(text),
  must: v.optional(text),
  why: v.optional(text),
  fix: v.optional(text),
  message: v.optional(text),
});

/** What an example shows. */
export const OUTCOMES = ['holds', 'breaks', 'silent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const rule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Z]{3}-\d{3}$/, 'id')),
  slug: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'slug'))),
  title: text,
  severity: v.optional(v.picklist(['error', 'warning', 'note'])),
  formula: text,
  when: v.optional(texts),
  unless: v.optional(texts),
  from: v.optional(v.picklist(['tables'])),
  tolerance: v.optional(text),
  message: v.optional(text),
  must: v.optional(text),
  why: v.optional(text),
  basis: v.optional(text),
  exceptions: v.optional(text),
  fix: v.optional(text),
  only: v.optional(v.picklist(['final-accounts', 'budget'])),
  en: v.optional(english),
  examples: v.optional(
    v.array(v.strictObject({ holds: v.optional(stated), breaks: v.optional(stated), silent: v.optional(stated) })),
  ),
});

/** A file of a bureau's own rules. */
export const ownRulesSchema = v.strictObject({ rules: v.array(rule) });

/** One of them, as written. */
export interface WrittenRule {
  readonly id: string;
  readonly slug?: string | undefined;
  readonly title: string;
  readonly severity?: Severity | undefined;
  readonly formula: string;
  readonly when?: string | string[] | undefined;
  readonly unless?: string | string[] | undefined;
  readonly from?: 'tables' | undefined;
  readonly tolerance?: string | undefined;
  readonly message?: string | undefined;
  readonly must?: string | undefined;
  readonly why?: string | undefined;
  readonly basis?: string | undefined;
  readonly exceptions?: string | undefined;
  readonly fix?: string | undefined;
  readonly only?: 'final-accounts' | 'budget' | undefined;
  readonly en?: { readonly [key in 'title' | 'must' | 'why' | 'fix' | 'message']?: string | undefined } | undefined;
  readonly examples?:
    | readonly { readonly [key in Outcome]?: string | Readonly<Record<string, string>> | undefined }[]
    | undefined;
}
