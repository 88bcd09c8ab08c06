export type Severity = 'error' | 'warning' | 'note';

/** What must hold, why, and what to do when it does not. Texts are Chinese data; `en` carries the English ones. */
export interface Rule {
  /** SUM-001 …; never reused. */
  readonly id: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly title: string;
  readonly must: string;
  readonly why: string;
  /** The regulation, the table's own footnote or the arithmetic it follows from. */
  readonly basis: string;
  readonly example: string;
  readonly exceptions: string;
  readonly fix: string;
  readonly en: { readonly title: string; readonly must: string; readonly why: string; readonly fix: string };
  /** For catalogue rules: the identity as a formula over addresses. Built-in rules have none. */
  readonly formula?: string;
}
