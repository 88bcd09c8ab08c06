import type { Direction, Figure, Measure, Place, Remark, Scope } from '../../model/index.ts';
import type { FunctionalPath, Label } from '../labels.ts';

/** A figure whose fact is filled in when its topic is fully known. */
export type Draft = { -readonly [K in keyof Figure]: Figure[K] };

/** Where in the report something is said: the headings above it. */
export interface Section {
  readonly number: number;
  readonly headings: readonly string[];
  readonly title: string;
  /** The headings that name no 类, 款 or 项. */
  readonly outer: string;
  /** What the nearest heading that names an indicator or a fund says; parts without words of their own inherit it. */
  readonly label: Label | null;
  readonly scope: Scope | null;
  /** The single budget that the nearest heading with one names, whatever headings below it call 财政拨款. */
  readonly fund: Scope | null;
  /** The year it tells, where that is not the report's. */
  readonly year: number | null;
  /** The budget that its heading says it tells: «2018年年初预算». */
  readonly measure: Measure | null;
  /** Definitions, duties, annexes: numbers there state no accounts. */
  readonly silent: boolean;
}

/** «减少 d，下降 p%» as collected from one sentence. */
export interface ChangeDraft {
  base: 'year' | 'budget';
  /** Which budget, where the words say so. */
  measure: Measure | null;
  change: Draft | null;
  rate: Draft | null;
  direction: Direction;
  rateDirection: Direction;
  wordPlace: Place | null;
  /** 基本持平: not meant to the last digit. */
  loose: boolean;
  /** Its own words say what it is a change of. */
  named: boolean;
  /** Its words name something that is told nowhere: whose change it is was inferred. */
  stranger: boolean;
  /** Against a base that was freed of something, or made alike (同口径). */
  adjusted: boolean;
}

/** «占 A 的 60%». */
export interface Share {
  readonly rate: Draft;
  readonly base: string | null;
}

/** «完成年初预算的 90%». */
export interface Completion {
  readonly rate: Draft;
  readonly measure: Measure | null;
  /** The words that name the budget. */
  readonly word: Draft['name'] | null;
}

/** Parts of a topic, as one list introduced them. */
export interface PartList {
  readonly parent: Topic;
  readonly children: Topic[];
  /** Opened by words that mean all parts (包括 …), by 其中, or by nothing but shares. */
  readonly opener: 'whole' | 'part' | 'none';
  /** «预算 A 万元（其中：…）»: what the amounts of the parts are when nothing else is said. */
  readonly measure: Measure | null;
  /** So many of its first children are members for sure; absent: all are. */
  sure?: number;
  /** What it may be a list of instead. */
  instead?: Topic;
  /** Opened by words that classify («按支出功能分类»). */
  classified?: boolean;
  /** Opened by 包括 and its kin: what it names need not be inside, as with 其中. */
  includes?: boolean;
}

/** What the text speaks of: a level (支出决算) with everything said about it. */
export interface Topic {
  label: Label;
  readonly section: Section;
  /** `style`: how it is numbered (0: not). */
  readonly paragraph: { readonly number: number; readonly style: number };
  readonly path: FunctionalPath | null;
  readonly unit: string | null;
  scope: Scope | null;
  indicator: string | null;
  level: Draft | null;
  /** The same amount told again («共计支出 …»). */
  readonly again: Draft[];
  readonly budgets: Map<Measure, Draft>;
  /** The budget that was told last, until its outcome is. */
  lastBudget: Measure | null;
  readonly completions: Completion[];
  order: { direction: Direction; word: string; place: Place; loose: boolean } | null;
  carry: Draft | null;
  share: Share | null;
  /** «占 A 的 60%，占 B 的 40%»: shares of something else, which they name. */
  readonly otherShares: Share[];
  previous: Draft | null;
  /** A reason is given where it is spoken of. */
  explained: boolean;
  readonly changes: ChangeDraft[];
  readonly lists: PartList[];
  list: PartList | null;
  /** Its amount should stand where a placeholder does. */
  blank: boolean;
  /** Of a count: the money that was spoken of where it stands. */
  beside: Topic | null;
}

export function newTopic(
  label: Label,
  section: Section,
  paragraph: Topic['paragraph'],
  unit: string | null,
  list: PartList | null,
): Topic {
  const topic: Topic = {
    label,
    section,
    paragraph,
    path: label.path,
    unit,
    scope: label.scope,
    indicator: label.indicator,
    level: null,
    again: [],
    budgets: new Map(),
    lastBudget: null,
    completions: [],
    order: null,
    carry: null,
    share: null,
    otherShares: [],
    previous: null,
    explained: false,
    changes: [],
    lists: [],
    list,
    blank: false,
    beside: null,
  };
  list?.children.push(topic);
  return topic;
}

/** Opens a list of parts under a topic. */
export function openList(parent: Topic, opener: PartList['opener'], measure: Measure | null = null): PartList {
  const list: PartList = { parent, children: [], opener, measure: measure ?? (parent.level ? null : parent.lastBudget) };
  parent.lists.push(list);
  return list;
}

/**
 * A topic's scope: its own words, then its parents', then its section's. Under «一般公共预算财政拨款支出决算情况说明»,
 * «财政拨款支出» is of that fund alone.
 */
export function scopeOf(topic: Topic): Scope | null {
  const { section, scope } = topic;
  if (scope === '财政拨款' && FLOWS.has(topic.indicator ?? '')) return section.fund ?? scope;
  return scope ?? (topic.list ? scopeOf(topic.list.parent) : null) ?? section.scope;
}

/** Income and expenditure of a fund, and what of it is carried over. */
const FLOWS = new Set(['本年收入', '本年支出', '基本支出', '项目支出', '年初结转和结余', '年末结转和结余']);

/** A year the text compares with, and where. */
export interface ComparedYear {
  readonly year: number;
  readonly place: Place;
  readonly quote: string;
  readonly section: string;
}

/** What a paragraph says about the projects that were self-evaluated. */
export interface Evaluation {
  /** How many there are. */
  readonly projects: Draft;
  /** How many got each rating, by its word. */
  readonly ratings: ReadonlyMap<string, Draft>;
  /** The mean of their scores. */
  readonly mean: Draft | null;
  /** The money they concern. */
  readonly money: Draft | null;
}

/** What a walk through a narrative finds. */
export interface Walked {
  readonly drafts: readonly Draft[];
  readonly topics: readonly Topic[];
  /** Figures that could not be tied to a topic, with a message code. */
  readonly loose: readonly { readonly draft: Draft; readonly why: string }[];
  readonly comparedYears: readonly ComparedYear[];
  readonly remarks: readonly Remark[];
}
