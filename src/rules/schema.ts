import * as v from 'valibot';
import { Problem, type Rule } from '../model/index.ts';

const text = v.pipe(v.string(), v.minLength(1));
const entry = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Z]{3}-\d{3}$/)),
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  severity: v.picklist(['error', 'warning', 'note']),
  title: text,
  must: text,
  why: text,
  basis: text,
  example: text,
  exceptions: text,
  fix: text,
  en: v.strictObject({ title: text, must: text, why: text, fix: text }),
  formula: v.optional(text),
  manner: v.optional(v.picklist(['hard', 'soft', 'witness'])),
  only: v.optional(v.picklist(['final-accounts', 'budget'])),
  from: v.optional(v.literal('tables')),
  when: v.optional(v.array(text)),
  unless: v.optional(v.array(text)),
  nothing: v.optional(v.record(text, text)),
});
const file = v.array(entry);

/** A rule as the catalogue writes it. */
export interface CatalogueRule extends Rule {
  readonly manner?: 'hard' | 'soft' | 'witness';
  /** The reports it holds for; absent: all. */
  readonly only?: 'final-accounts' | 'budget';
  /** Only cells of tables take part. */
  readonly from?: 'tables';
  /** Conditions: all of these must hold for it to be asked, none of those. */
  readonly when?: readonly string[];
  readonly unless?: readonly string[];
  /** Under which condition an optional indicator that is not stated can only be nothing. */
  readonly nothing?: Readonly<Record<string, string>>;
}

/** Checks one catalogue file; throws a Problem `rule.schema` that tells all its mistakes at once. */
export function checkCatalogue(data: unknown, name: string): readonly CatalogueRule[] {
  const result = v.safeParse(file, data);
  if (result.success) return result.output as readonly CatalogueRule[];
  const problems = result.issues.map(
    issue => new Problem('rule.schema', { path: v.getDotPath(issue) ?? '', reason: issue.message }, { file: name }),
  );
  const [first, ...others] = problems;
  throw new Problem(first!.code, first!.params, first!.place, others);
}
