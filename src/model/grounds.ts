/**
 * Fair reading: before the report is accused, the reading is.
 *
 * Whoever writes a statement, or binds a figure to a fact, says how sure the reading is. Everything here is optional; what says
 * nothing is `stated`, and is decided as it always was.
 *
 * - `grounds: ['base']` — the words do not say it, it was inferred. The relation still ties figures and counts as evidence while
 *   it holds; when it fails it is `undecided` with its reason, never an accusation. On a `Figure`: its binding was inferred; that
 *   weakens what is concluded from the binding (same facts, roll-ups, identities), not what its own sentence says.
 * - `alternatives: [{ as: 'base', words: '支出总计', reading: { ...statement, whole: other } }]` — the other fair readings, likeliest
 *   first. The first that holds at the printed digits is taken, unless chance explains it (then: undecided); the report is accused
 *   only when all of them fail. An alternative may say less than the first reading: what it does not say then accuses nothing.
 * - `together: 'shares of list 3'` — statements that stand or fall with one and the same reading carry one key: they choose their
 *   alternative together; when most of them fail and no single figure explains it, the reading is withdrawn, once; when one of
 *   many fails, the others corroborate the reading, and even an inferred one may then accuse. Not for a column that slid: that is
 *   one mistake of the report, and whoever knows it says so before. (Shares with a `list` are together anyway.)
 */

/** What a reading may have to infer. Each has its words in the messages. */
export const INFERENCES = [
  'base', // which total a share or a rate is of
  'owner', // whose amount or change it is: the item's or the total's, this sentence's or the one before
  'completeness', // whether a list is whole
  'overlap', // whether parts overlap, or one of them lies inside another (含, 其中)
  'year', // which year
  'scope', // whose money
  'name', // that two names mean one thing
] as const;
export type Inference = (typeof INFERENCES)[number];

/** What was inferred; never empty. */
export type Grounds = readonly [Inference, ...Inference[]];

/** Another fair reading of the same words. */
export interface Alternative<T> {
  /** In what it differs from the first. */
  readonly as: Inference;
  /** What it takes instead, in the report's own words: the other base, the other owner. */
  readonly words: string;
  readonly reading: T;
}

/** How sure a statement's reading is; see above. */
export interface Fair<T> {
  readonly grounds?: Grounds;
  readonly alternatives?: readonly Alternative<T>[];
  readonly together?: string;
}

/** Several grounds as one; absent where nothing was inferred. */
export function groundsOf(...all: readonly (Grounds | undefined)[]): { readonly grounds?: Grounds } {
  const [first, ...more] = new Set(all.flatMap(one => one ?? []));
  return first ? { grounds: [first, ...more] } : {};
}
