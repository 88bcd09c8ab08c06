import type { Direction, Measure, Place } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import { carryOn, coreOf, indicatorOfPath, type Label, labelOf } from '../labels.ts';
import type { Mention } from '../mentions.ts';
import { phrase } from '../phrases.ts';
import { originOf } from '../plain.ts';
import { type Clause, leadOf, type Passage, printedOf } from './clauses.ts';
import { orderIn, type Role, roleOf } from './roles.ts';
import { type ChangeDraft, type Draft, newTopic, openList, type PartList, type Section, type Topic } from './topics.ts';

/** What a clause says before its numbers: the base of a comparison, and from where on it only explains. */
interface Comparison {
  readonly base: 'year' | 'budget';
  readonly year: number | null;
}

/** Numbers and years met on the way, for whoever needs more than topics. */
export interface Walked {
  readonly drafts: Draft[];
  readonly topics: Topic[];
  /** Figures that could not be tied to a topic, with a message code. */
  readonly loose: { readonly draft: Draft; readonly why: string }[];
  readonly comparedYears: {
    readonly year: number;
    readonly place: Place;
    readonly printed: string;
    readonly quote: string;
    readonly section: string;
  }[];
}

/**
 * Walks through paragraphs clause by clause and sorts every number to the topic it speaks of. The discourse it follows:
 * a level opens a topic; rates, shares, changes and budgets belong to the topic named in their clause, else to the current one;
 * «其中：» and its kin make the following levels parts of the current topic until the sentence, or the list of paragraphs, ends.
 */
export class Walker implements Walked {
  readonly drafts: Draft[] = [];
  readonly topics: Topic[] = [];
  readonly loose: { draft: Draft; why: string }[] = [];
  readonly comparedYears: Walked['comparedYears'] = [];
  private current: Topic | null = null;
  private latest: Topic | null = null;
  private root: Topic | null = null;
  private pending: Label | null = null;
  private lists: { list: PartList; sentence: boolean; semicolons: boolean }[] = [];
  /** Lists whose parts are paragraphs, the innermost last; each knows whether its paragraphs carry numbers. */
  private itemLists: { list: PartList; numbered: boolean | null }[] = [];
  private comparison: Comparison | null = null;
  private explaining = false;
  private firstOfParagraph = true;
  private numbered = false;
  private paragraph = 0;
  private block = 0;
  private section!: Section;
  private passage!: Passage;
  private readonly entity: string | null;

  constructor(entity: string | null) {
    this.entity = entity;
  }

  enter(section: Section): void {
    this.section = section;
    this.current = this.latest = this.root = null;
    this.pending = section.label;
    this.lists = [];
    this.itemLists = [];
  }

  read(passage: Passage, block: number): void {
    this.passage = passage;
    this.block = block;
    this.paragraph++;
    this.numbered = phrase.ordinal.test(passage.plain.s);
    this.firstOfParagraph = true;
    this.lists = [];
    this.comparison = null;
    this.explaining = false;
    const before: Topic | null = this.root;
    this.root = null;
    if (this.numbered) while (this.itemLists.at(-1)?.numbered === false) this.itemLists.pop();
    if (this.section.label === null || before) this.pending = null;
    this.current = this.numbered ? null : before;
    this.latest = this.current;
    for (const clause of passage.clauses) this.clause(clause, clause === passage.clauses.at(-1));
    if (!this.root) this.root = before;
  }

  private clause(clause: Clause, last: boolean): void {
    const text = clause.text;
    if (/^其中/.test(text) && this.latest && (text.length > 2 || clause.mark !== '：')) this.open('part', true);
    const reason = reasonAt(text);
    if (reason >= 0 && !this.explaining) this.explaining = true;
    this.compare(text.slice(0, reason >= 0 ? reason : undefined), clause);
    this.words(text, reason, clause);
    let changed: ChangeDraft | null = null;
    clause.mentions.forEach((mention, i) => {
      const explains = this.explaining && (reason < 0 || mention.start - clause.start > reason);
      changed = this.mention(clause, mention, leadOf(clause, i), explains) ?? changed;
    });
    if (!clause.mentions.length && !this.explaining) this.subject(text);
    if (!this.explaining || /其中$/.test(text)) this.opener(text, clause.mark, last);
    this.closing(clause.mark);
  }

  /** «与2020年相比», «较上年», «比预算数»: what the next changes are measured against. */
  private compare(text: string, clause: Clause): void {
    const year = phrase.yearBase.exec(text);
    const budget = phrase.budgetBase.exec(text);
    if (year) {
      const number = /\d{4}/.exec(year.groups?.year ?? '');
      this.comparison = { base: 'year', year: number ? Number(number[0]) : null };
      if (number) {
        const start = clause.start + year.index + year[0].indexOf(number[0]);
        this.comparedYears.push({
          year: Number(number[0]),
          place: this.place(start, start + 4),
          printed: number[0],
          quote: this.quote(clause),
          section: this.section.title,
        });
      }
    } else if (budget) this.comparison = { base: 'budget', year: null };
  }

  /** What words say without numbers: 持平, 大于预算数. */
  private words(text: string, reason: number, clause: Clause): void {
    const said = reason >= 0 ? text.slice(0, reason) : this.explaining ? '' : text;
    const order = orderIn(said);
    if (order && this.current) {
      const start = clause.start + Math.max(0, order.index);
      this.current.order ??= { ...order, place: this.place(start, start + Math.min(said.length - order.index, 12)) };
      return;
    }
    const same = phrase.same.exec(said);
    if (same && this.comparison?.base === 'year') {
      const topic = this.named(said.slice(0, phrase.yearBase.exec(said)?.index ?? same.index)) ?? this.current;
      if (topic && !/增减变化原因/.test(said)) {
        const at = clause.start + same.index;
        topic.changes.push({
          base: 'year',
          change: null,
          rate: null,
          direction: 0,
          rateDirection: null,
          wordPlace: this.place(at, at + same[0].length),
          budget: null,
        });
      }
    }
  }

  private mention(clause: Clause, mention: Mention, lead: string, explains: boolean): ChangeDraft | null {
    const role = roleOf(mention, lead);
    const draft = this.draft(clause, mention, lead);
    if (role.kind === 'carry') {
      if (this.current) this.current.carry ??= draft;
      return null;
    }
    if (role.kind === 'other')
      this.loose.push({ draft, why: mention.threshold ? 'extract.why.threshold' : 'extract.why.unbound' });
    else if (explains) this.loose.push({ draft, why: 'extract.why.explains' });
    else return this.bind(role, draft, mention, clause);
    return null;
  }

  private bind(
    role: Exclude<Role, { kind: 'carry' | 'other' }>,
    draft: Draft,
    mention: Mention,
    clause: Clause,
  ): ChangeDraft | null {
    const unbound = () => void this.loose.push({ draft, why: 'extract.why.unbound' });
    if (role.kind === 'level' || role.kind === 'budget' || role.kind === 'previous') {
      this.level(role, draft, mention);
      return null;
    }
    const topic = this.named(role.lead) ?? this.current;
    if (!topic) {
      unbound();
      return null;
    }
    if (role.kind === 'share') {
      if (topic.share) unbound();
      else topic.share = { rate: draft, base: role.base };
    }
    if (role.kind === 'completion') topic.completions.push({ rate: draft, measure: role.measure });
    if (role.kind === 'change' || role.kind === 'changeRate') return this.change(role, topic, draft, clause);
    return null;
  }

  private change(
    role: { kind: 'change' | 'changeRate'; direction: Direction },
    topic: Topic,
    draft: Draft,
    clause: Clause,
  ): ChangeDraft {
    const base = this.comparison?.base ?? 'year';
    const open = topic.changes.at(-1);
    const place = this.place(clause.start, clause.end);
    if (role.kind === 'changeRate' && open && !open.rate && open.base === base && open.direction !== 0) {
      open.rate = draft;
      open.rateDirection = role.direction;
      return open;
    }
    const fresh: ChangeDraft = {
      base,
      change: null,
      rate: null,
      direction: role.direction,
      rateDirection: role.direction,
      wordPlace: place,
      budget: null,
    };
    if (role.kind === 'change') fresh.change = draft;
    else fresh.rate = draft;
    topic.changes.push(fresh);
    return fresh;
  }

  private level(role: Extract<Role, { kind: 'level' | 'budget' | 'previous' }>, draft: Draft, mention: Mention): void {
    const isCount = mention.amount.kind === 'count';
    const measure: Measure | null = role.kind === 'budget' ? role.measure : null;
    if (
      role.kind === 'level' &&
      !isCount &&
      phrase.lastYearLevel.test(role.lead) &&
      this.comparison?.base === 'year' &&
      this.current
    ) {
      this.current.previous ??= draft;
      return;
    }
    const topic = this.topicFor(role.lead, draft, isCount ? mention.amount.unit : null);
    if (!topic) return void this.loose.push({ draft, why: 'extract.why.unbound' });
    if (measure) {
      if (!topic.budgets.has(measure)) topic.budgets.set(measure, draft);
      else this.loose.push({ draft, why: 'extract.why.unbound' });
    } else if (!topic.level) topic.level = draft;
    else if (role.kind === 'level' && (role.again || /均为|都为/.test(role.lead))) {
      topic.again.push(draft);
      this.latest = topic;
    } else this.loose.push({ draft, why: 'extract.why.unbound' });
  }

  /** The topic a lead names: the current one for generic leads, a new one for a name of its own. */
  private topicFor(lead: string, draft: Draft, unit: string | null): Topic | null {
    let label = labelOf(lead, this.entity);
    if (label.path) {
      const path = carryOn(label.path, this.pathBefore());
      label = { ...label, path, indicator: indicatorOfPath(path) };
    }
    const generic = label.key === '';
    if (generic && unit === null) {
      if (this.pending && (!this.current || this.current.label !== this.pending)) label = this.pending;
      else if (this.current) return this.current;
      else if (this.section.label) label = this.section.label;
      else return null;
    } else if (generic) label = this.current?.label ?? this.section.label ?? label;
    else if (this.current && this.current.unit === unit && this.isSame(this.current, label)) {
      return this.current;
    }
    draft.label = label.core || label.key || draft.label;
    const topic = newTopic(label, this.section, this.paragraph, unit, this.listFor(label, unit, draft));
    this.topics.push(topic);
    this.pending = null;
    this.latest = topic;
    if (unit === null) this.current = topic;
    if (this.firstOfParagraph && unit === null) {
      this.root = topic;
      this.firstOfParagraph = false;
    }
    return topic;
  }

  private isSame(topic: Topic, label: Label): boolean {
    if (label.path || topic.path) return label.indicator !== null && topic.indicator === label.indicator;
    return (
      topic.label.key === label.key ||
      (topic.indicator !== null && topic.indicator === label.indicator && (label.scope ?? null) === topic.label.scope)
    );
  }

  private pathBefore() {
    return this.pending?.path ?? this.topics.findLast(topic => topic.section === this.section && topic.path)?.path ?? null;
  }

  /** The list a new topic is a part of, if one is open and its members are of the new one's kind. */
  private listFor(label: Label, unit: string | null, draft: Draft): PartList | null {
    for (const { list } of [...this.lists].reverse()) {
      const whole = list.parent.level ?? [...list.parent.budgets.values()][0];
      if (list.parent.unit === unit && (!whole || whole.amount.kind === draft.amount.kind)) return list;
    }
    if (this.lists.length || unit !== null) return null;
    const items = this.itemLists.at(-1);
    if (items && (items.numbered ?? this.numbered) === this.numbered && (this.firstOfParagraph || label.path?.item)) {
      items.numbered ??= this.numbered;
      return items.list;
    }
    return null;
  }

  /** A topic of this section that a lead names, for changes and rates that stand apart from their level. */
  private named(lead: string): Topic | null {
    const core = coreOf(lead.replace(phrase.yearBase, '').replace(/[，、]$/, ''), this.entity);
    if (!core) return null;
    const label = labelOf(core, this.entity);
    if (!label.key) return null;
    return (
      this.topics.findLast(
        topic => topic.section.headings[0] === this.section.headings[0] && topic.unit === null && this.isSame(topic, label),
      ) ?? null
    );
  }

  /** A clause without numbers may name what the next numbers are about. */
  private subject(text: string): void {
    const within = /^(?<name>.*?)中$/.exec(text)?.groups?.name;
    let label = labelOf(within ?? text, this.entity);
    if (label.path) {
      const path = carryOn(label.path, this.pathBefore());
      label = { ...label, path, indicator: indicatorOfPath(path) };
    }
    if (within && label.indicator) {
      const whole = this.topics.findLast(topic => topic.indicator === label.indicator && topic.level);
      if (whole) this.lists = [{ list: openList(whole, 'none'), sentence: true, semicolons: false }];
      return;
    }
    if (label.path?.class || label.path?.item || (label.indicator && text.length < 40 && !phrase.namesOnly.test(text)))
      this.pending = label;
  }

  private opener(text: string, mark: string, last: boolean): void {
    if (phrase.namesOnly.test(text) && !/主要用于以下/.test(text)) return;
    const whole = phrase.listWhole.test(text) && (mark === '：' || last);
    const part = /其中$/.test(text) && (mark === '：' || mark === '' || last);
    if (!(whole || part) || !this.latest) return;
    const rest = this.passage.plain.s.length - (this.passage.clauses.find(one => one.text === text)?.end ?? 0);
    this.open(whole ? 'whole' : 'part', !(last || rest <= 1));
  }

  private open(opener: 'whole' | 'part', sentence: boolean): void {
    this.explaining = false;
    const parent = this.latest?.level || this.latest?.budgets.size ? this.latest : this.root;
    if (!parent) return;
    const list = openList(parent, opener);
    if (sentence) {
      this.lists.push({ list, sentence, semicolons: false });
      if (this.firstOfParagraph && !this.numbered) this.itemLists.push({ list, numbered: null });
    } else this.itemLists.push({ list, numbered: null });
  }

  private closing(mark: string): void {
    if (mark === '。') {
      const outer = this.lists[0]?.list.parent;
      if (outer?.level) this.current = this.latest = outer;
      this.lists = [];
      this.comparison = null;
      this.explaining = false;
    } else if (mark === '；') {
      const top = this.lists.at(-1);
      if (top && this.lists.length > 1 && this.lists.at(-2)!.semicolons) this.lists.pop();
      const inner = this.lists.at(-1);
      if (inner) inner.semicolons = true;
      this.explaining = false;
      this.comparison = null;
    }
  }

  private draft(clause: Clause, mention: Mention, lead: string): Draft {
    const draft: Draft = {
      id: '',
      printed:
        mention.amount.kind === 'percent'
          ? printedOf(this.passage, mention.start, mention.unitEnd)
          : printedOf(this.passage, mention.start, mention.end),
      amount: mention.amount,
      place: this.place(mention.start, mention.amount.kind === 'percent' ? mention.unitEnd : mention.end),
      label: coreOf(lead, this.entity) || lead,
      section: this.section.title,
      quote: this.quote(clause),
      fact: { indicator: null, scope: null, period: null, measure: null },
    };
    this.drafts.push(draft);
    return draft;
  }

  private place(start: number, end: number): Place {
    const [from, to] = originOf(this.passage.plain, start, end);
    return { ...placeOf(this.passage.text, from, to), block: this.block };
  }

  /** The clause with a little of what follows, as printed. */
  private quote(clause: Clause): string {
    return printedOf(
      this.passage,
      clause.start,
      Math.min(this.passage.plain.s.length, Math.max(clause.end, Math.min(clause.start + 40, clause.end + 16))),
    ).trim();
  }
}

function reasonAt(text: string): number {
  const match = phrase.reason.exec(text);
  if (!match) return -1;
  const not = phrase.reasonNot.exec(text.slice(match.index));
  return not && not.index === 0 ? -1 : match.index;
}
