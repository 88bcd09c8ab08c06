import type { Big } from './big.ts';
import type { Blame, Term } from './check.ts';
import type { Fact, Figure } from './figure.ts';
import type { Fair } from './grounds.ts';
import type { Place } from './place.ts';
import type { Params } from './problem.ts';

/** +1: more, −1: less, 0: unchanged (持平); null: the text says no direction. */
export type Direction = 1 | -1 | 0 | null;

/** Where a statement was read; rules may tell narrative from tables. */
export type Source = 'narrative' | 'table' | 'selfeval' | 'chart' | 'dataset';

/**
 * «A 合计 x，其中：B y；C z»: the document itself says that parts make up a total.
 * `complete`: yes when its words or shares say that the list is whole, no when only some parts are named («其中：小微»),
 * unknown when nothing tells.
 */
export interface SumStatement extends Fair<Statement> {
  readonly kind: 'sum';
  readonly source: Source;
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly complete: 'yes' | 'no' | 'unknown';
  /** What the total is of, e.g. a table's title and column, or the clause that introduced the list. */
  readonly about: string;
}

/** «…占 p%»: rate = part / whole. `whole` is null when no total could be bound. */
export interface ShareStatement extends Fair<Statement> {
  readonly kind: 'share';
  readonly source: Source;
  readonly rate: Figure;
  readonly part: Figure;
  readonly whole: Figure | null;
  /** All parts of the whole, where they are told and it is not. */
  readonly parts?: readonly Figure[];
  /** The words between 占 and 的, when the text names its base. */
  readonly base: string | null;
  /** Shares of one list carry the same number here: they may have been bent to add up to 100. */
  readonly list: number | null;
}

/** «与上年相比，减少 d，下降 p%»: a growth triangle; what is not stated is null. */
export interface ChangeStatement extends Fair<Statement> {
  readonly kind: 'change';
  readonly source: Source;
  readonly current: Figure | null;
  readonly previous: Figure | null;
  readonly change: Figure | null;
  readonly rate: Figure | null;
  readonly direction: Direction;
  /** Direction word of the rate where it differs in place from that of the change (减少 … 增长). */
  readonly rateDirection: Direction;
  /** Whether the change is against last year or against this year's budget. */
  readonly base: 'year' | 'budget';
  readonly word: Figure | Place | null;
  /** True for 基本持平: not meant to the last digit. */
  readonly loose?: boolean;
  /** A reason is given. */
  readonly explained?: boolean;
}

/** What the year before must have been by what is stated; null where nothing tells. */
export function impliedBefore(statement: {
  readonly current: Figure | null;
  readonly change: Figure | null;
  readonly rate: Figure | null;
  readonly previous: Figure | null;
  readonly direction: Direction;
}): { readonly value: Big; readonly like: Figure; readonly source: 'change' | 'rate' } | null {
  const { current, change, rate, previous, direction } = statement;
  if (previous) return { value: previous.amount.value, like: previous, source: 'change' };
  if (!current) return null;
  const { value, step } = current.amount;
  if (direction === 0) return { value, like: current, source: 'change' };
  if (!direction) return null;
  if (change && change.amount.kind === current.amount.kind)
    return {
      value: value.minus(change.amount.value.times(direction)),
      like: change.amount.step.lt(step) ? change : current,
      source: 'change',
    };
  const factor = rate?.amount.value.times(direction).plus(100);
  if (!factor || factor.lte(0)) return null;
  return { value: value.times(100).div(factor).div(step).round(0).times(step), like: current, source: 'rate' };
}

/** «年初预算为 b，支出决算为 a，完成预算的 p%，决算数小于预算数，使用上年结转 c». */
export interface CompletionStatement extends Fair<Statement> {
  readonly kind: 'completion';
  readonly source: Source;
  readonly outcome: Figure;
  readonly budget: Figure | null;
  readonly rate: Figure | null;
  /** «比预算减少 d»: what the outcome is above (+1) or below (−1) a budget that is not told itself. */
  readonly gap?: { readonly figure: Figure; readonly sign: 1 | -1 };
  /** 决算数 … 预算数: +1 大于, −1 小于, 0 等于 or 持平, null not said. */
  readonly order: Direction;
  readonly orderWord: string | null;
  /** Where the order word stands. */
  readonly orderPlace: Place | null;
  /** «使用上年结转 c»: explains an outcome above its budget. */
  readonly carry: Figure | null;
  /** True for 基本持平, 略低于: the order is not meant to the last digit. */
  readonly loose: boolean;
  /** Whether the text gives a reason or a word of order; only for items of the narrative that are to give one. */
  readonly explained?: boolean;
}

/** «决算与上年持平，均为 0», or any other statement that figures are one and the same. */
export interface SameStatement extends Fair<Statement> {
  readonly kind: 'same';
  readonly source: Source;
  readonly figures: readonly Figure[];
  readonly about: string;
}

/** a ≤ b, stated or implied (小微 ≤ 中小, 人次 ≥ 团组, 得分 ≤ 分值). */
export interface BoundStatement extends Fair<Statement> {
  readonly kind: 'bound';
  readonly source: Source;
  readonly smaller: Figure;
  readonly larger: Figure;
  readonly about: string;
}

/** What the form of a table prescribes: one side equals the other, or bounds it; `rule` says which identity. */
export interface EquationStatement extends Fair<Statement> {
  readonly kind: 'equation';
  readonly source: Source;
  readonly rule: string;
  readonly total: readonly Term[];
  readonly parts: readonly Term[];
  /** What the total is by rule («分值合计 100 分»); there are no parts then. */
  readonly fixed?: Big;
  readonly compare: '=' | '<=' | '>=';
  readonly about: string;
  readonly soft?: boolean;
}

/** An equation that says that parts are no more than their whole; it is about the first of them. */
export function withinWhole(
  rule: string,
  whole: Figure,
  parts: readonly [Figure, ...Figure[]],
  said: Pick<EquationStatement, 'source'> & Partial<Pick<EquationStatement, 'soft'>>,
): EquationStatement {
  const term = (figure: Figure): Term => ({ figure, sign: 1 });
  return { kind: 'equation', rule, total: [term(whole)], parts: parts.map(term), compare: '>=', about: parts[0].label, ...said };
}

/** An observation about form, wording or completeness; `rule` says which. `fixes`: what should stand there. */
export interface Remark extends Fair<Statement> {
  readonly kind: 'remark';
  readonly source: Source;
  readonly rule: string;
  readonly holds: boolean;
  readonly place: Place;
  readonly printed: string;
  readonly quote: string;
  readonly section: string;
  readonly expected?: string;
  readonly params: Params;
  readonly figures: readonly Figure[];
  readonly blame?: Blame;
}

/** What an observation may say beside its rule and where it stands. */
type Said = Pick<Remark, 'holds'> & Partial<Pick<Remark, 'printed' | 'quote' | 'expected' | 'params' | 'figures' | 'blame'>>;
type Spot = Pick<Remark, 'place' | 'printed' | 'quote' | 'section'>;

/** An observation at a figure: it stands where the figure does and takes part alone, unless `said` tells otherwise. */
export function remarkAtFigure(rule: string, source: Source, figure: Figure, said: Said): Remark {
  return remarkAtSpot(rule, source, figure, { figures: [figure], ...said });
}

/** An observation at a passage: no figure takes part, unless `said` tells otherwise. */
export function remarkAtSpot(rule: string, source: Source, { place, printed, quote, section }: Spot, said: Said): Remark {
  return { kind: 'remark', source, rule, place, printed, quote, section, params: {}, figures: [], ...said };
}

export type Statement =
  | SumStatement
  | ShareStatement
  | ChangeStatement
  | CompletionStatement
  | SameStatement
  | BoundStatement
  | EquationStatement
  | Remark;

/** A figure or a passage that could not be used, and why (a message code). */
export interface Unread {
  readonly place: Place;
  readonly printed: string;
  readonly why: string;
  readonly params?: Params;
}

/** What the extractor makes of a document. */
export interface Reading {
  readonly entity: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly kind: 'final-accounts' | 'budget' | 'dataset' | 'unknown';
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly unread: readonly Unread[];
  /** What cells of tables should state that hold no number (an error, a word): sums over them are not known. */
  readonly lost?: readonly Fact[];
  /** Statutory tables that are empty and say why. */
  readonly empty?: readonly string[];
}
