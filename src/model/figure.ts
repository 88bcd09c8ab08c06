import type { Amount } from './amount.ts';
import type { Grounds } from './grounds.ts';
import type { Place } from './place.ts';

/** Whose money a figure counts. Part of what a figure states: 404.40 全部资金 and 400.00 一般公共预算 are two facts. */
export const SCOPES = ['全部资金', '财政拨款', '一般公共预算', '政府性基金', '国有资本'] as const;
export type Scope = (typeof SCOPES)[number];

/** In what respect a figure measures its indicator. */
export const MEASURES = [
  '决算',
  '预算',
  '年初预算',
  '全年预算',
  '增减额',
  '增减率',
  '占比',
  '完成率',
  '结转使用',
  '数量',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a report's own amounts are, unless their words say something else: a budget plans, final accounts settle. */
export const levelOf = (kind: string): Measure => (kind === 'budget' ? '预算' : '决算');

/**
 * What a figure states: indicator × scope × period × measure; null where it could not be bound.
 * An indicator is a key of src/domain/indicators.yaml (基本支出), or a path: 功能/一般公共服务支出/组织事务/行政运行.
 */
export interface Fact {
  readonly indicator: string | null;
  readonly scope: Scope | null;
  readonly period: number | null;
  readonly measure: Measure | null;
}

/** Where a figure stands in a table, in the table's own words. */
export interface Address {
  readonly table: string;
  /** The number the table bears, as printed: 公开05表. */
  readonly number?: string;
  readonly row: string;
  readonly col: string;
}

/** One printed number that states something about the accounts. */
export interface Figure {
  /** f1, f2 … in reading order; unique within one audit. */
  readonly id: string;
  readonly printed: string;
  readonly amount: Amount;
  readonly place: Place;
  /** The words that name it where it stands. */
  readonly label: string;
  /** The headings above it, outermost first, joined by « › ». */
  readonly section: string;
  /** The clause or the row it stands in, as printed. */
  readonly quote: string;
  readonly fact: Fact;
  /** The words that name it, where they stand by themselves in the text: the 项 of an item. */
  readonly name?: { readonly place: Place; readonly printed: string };
  /** What of the fact was inferred; absent: stated. */
  readonly grounds?: Grounds;
  readonly at?: Address;
  /** The exact number a spreadsheet stores, where it differs from what is printed. */
  readonly stored?: string;
  readonly derived?: string;
}
