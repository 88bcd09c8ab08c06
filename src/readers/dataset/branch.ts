import type { StatedFact, Text } from '../../model/index.ts';

/** A fact under construction: like StatedFact, but pointing at other drafts instead of at their numbers. */
export interface Draft {
  path: readonly string[];
  label: string;
  text: Text;
  unit: string;
  keys: StatedFact['keys'];
  role: StatedFact['role'];
  quote: string;
  parent?: Draft;
  whole?: boolean;
  list?: number;
  of?: Draft;
  base?: Draft;
  within?: Draft;
  direction?: 1 | -1;
  order?: { direction: 1 | -1 | 0; word: Text };
  steady?: Text;
  limit?: 'least' | 'most';
  told?: NonNullable<StatedFact['told']>;
  approximate?: boolean;
  derived?: string;
}

/** What can be an addend or a whole: an amount, with its budgets by measure. */
export interface Item {
  level?: Draft;
  readonly budgets: Map<string, Draft>;
}

/** What one mapping of the dataset came to. */
export interface Branch {
  readonly item: Item;
  /** Its own figures by key. */
  readonly figures: Map<string, Draft>;
  readonly children: Map<string, Branch>;
  /** Addends that found no amount in this mapping: they are addends of the mapping around it. */
  readonly passed: Item[];
  /** Short texts by key. */
  readonly texts: Map<string, string>;
  /** Words that speak of its amount. */
  order?: NonNullable<Draft['order']>;
  steady?: Text;
}

/** A branch with nothing on it. */
export function emptyBranch(): Branch {
  return { item: { budgets: new Map() }, figures: new Map(), children: new Map(), passed: [], texts: new Map() };
}

/** The items a branch offers as addends: itself, or what was passed up through it. */
export function offered(branch: Branch): readonly Item[] {
  return branch.item.level || branch.item.budgets.size > 0 ? [branch.item] : branch.passed;
}

/** Makes items addends of a whole, as the list of this number; budgets too, measure by measure, where every item has one. */
export function addUp(whole: Item, items: readonly Item[], list: number, complete: boolean): void {
  for (const { level } of items) if (level && whole.level) attach(level, whole.level, list, complete);
  for (const [measure, budget] of whole.budgets) {
    const parts = items.map(item => item.budgets.get(measure));
    if (parts.every(part => part !== undefined)) for (const part of parts) attach(part, budget, list, complete);
  }
}

function attach(part: Draft, whole: Draft, list: number, complete: boolean): void {
  part.parent = whole;
  part.list = list;
  if (!complete) part.whole = false;
}

/** Drafts → facts: every pointer becomes an index. */
export function settle(drafts: readonly Draft[]): StatedFact[] {
  const index = new Map(drafts.map((draft, i) => [draft, i]));
  return drafts.map(({ parent, of, base, within, ...rest }) => ({
    ...rest,
    ...pointer('parent', parent),
    ...pointer('of', of),
    ...pointer('base', base),
    ...pointer('within', within),
  }));

  function pointer(name: string, draft: Draft | undefined): Record<string, number> {
    return draft ? { [name]: index.get(draft)! } : {};
  }
}
