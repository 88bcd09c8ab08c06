import type { Measure } from '../../model/index.ts';
import { carryOn, coreOf, indicatorOfPath, type Label, labelOf } from '../labels.ts';
import type { Mention } from '../mentions.ts';
import { phrase } from '../phrases.ts';
import { type Clause, leadOf, type Passage } from './clauses.ts';
import { draftOf, placeIn, quoteIn, type Standing } from './drafts.ts';
import { OpenLists } from './lists.ts';
import { orderIn, type Role, reasonAt, roleOf } from './roles.ts';
import {
  type ChangeDraft,
  type ComparedYear,
  type Draft,
  newTopic,
  openList,
  type PartList,
  type Section,
  type Topic,
  type Walked,
} from './topics.ts';

/**
 * Walks through paragraphs clause by clause and sorts every number to the topic it speaks of. The discourse it follows:
 * a level opens a topic; rates, shares, changes and budgets belong to the topic named in their clause, else to the current one;
 * «其中：» and its kin make the following levels parts of the current topic until the sentence, or the list of paragraphs, ends.
 */
export class Walker implements Walked {
  readonly drafts: Draft[] = [];
  readonly topics: Topic[] = [];
  readonly loose: { draft: Draft; why: string }[] = [];
  readonly comparedYears: ComparedYear[] = [];
  private readonly lists = new OpenLists();
  /** The topic money is told of, the last one opened of any kind, and the one its paragraph began with. */
  private current: Topic | null = null;
  private latest: Topic | null = null;
  private root: Topic | null = null;
  /** A subject named without an amount; the next amounts without a name are its. */
  private pending: Label | null = null;
  private base: 'year' | 'budget' | null = null;
  private explaining = false;
  private first = true;
  private numbered = false;
  private paragraph = 0;
  private at!: Standing;

  constructor(private readonly entity: string | null) {}

  enter(section: Section): void {
    this.at = { ...this.at, section };
    this.current = this.latest = this.root = null;
    this.pending = section.label;
    this.lists.clear();
  }

  read(passage: Passage, block: number): void {
    this.at = { passage, block, section: this.at.section };
    this.paragraph++;
    this.numbered = phrase.ordinal.test(passage.plain.s);
    this.first = true;
    this.base = null;
    this.explaining = false;
    this.lists.paragraph(this.numbered);
    const before = this.root;
    this.root = null;
    if (this.at.section.label === null || before) this.pending = null;
    this.current = this.latest = this.numbered ? null : before;
    for (const clause of passage.clauses) this.clause(clause, clause === passage.clauses.at(-1));
    this.root ??= before;
  }

  private clause(clause: Clause, last: boolean): void {
    const { text } = clause;
    if (/^其中/.test(text) && this.latest && (text.length > 2 || clause.mark !== '：')) this.open('part', true);
    const reason = this.explaining ? 0 : reasonAt(text);
    const said = reason < 0 ? text : text.slice(0, reason);
    this.compare(said, clause);
    this.words(said, clause);
    if (reason >= 0) this.explaining = true;
    clause.mentions.forEach((mention, i) => {
      const explains = reason >= 0 && mention.start - clause.start >= reason;
      this.mention(clause, mention, leadOf(clause, i), explains);
    });
    if (!clause.mentions.length && !this.explaining) this.subject(text);
    if (!this.explaining || /其中$/.test(text)) this.opener(clause, last);
    this.closing(clause.mark);
  }

  /** «与2020年相比», «较上年», «比预算数»: what the next changes are measured against. */
  private compare(said: string, clause: Clause): void {
    const year = phrase.yearBase.exec(said);
    if (!year) {
      if (phrase.budgetBase.test(said)) this.base = 'budget';
      return;
    }
    this.base = 'year';
    const number = /\d{4}/.exec(year[0]);
    if (!number) return;
    const start = clause.start + year.index + number.index;
    this.comparedYears.push({
      year: Number(number[0]),
      place: placeIn(this.at, start, start + 4),
      quote: quoteIn(this.at, clause),
      section: this.at.section.title,
    });
  }

  /** What words say without numbers: 持平, 大于预算数. */
  private words(said: string, clause: Clause): void {
    const order = orderIn(said);
    if (order && this.current) {
      const start = clause.start + order.index;
      this.current.order ??= { ...order, place: placeIn(this.at, start, start + order.length) };
      return;
    }
    const same = phrase.same.exec(said);
    if (!same || this.base !== 'year') return;
    const topic = this.named(said.slice(0, phrase.yearBase.exec(said)?.index ?? same.index)) ?? this.current;
    const start = clause.start + same.index;
    topic?.changes.push({
      base: 'year',
      change: null,
      rate: null,
      direction: 0,
      rateDirection: null,
      wordPlace: placeIn(this.at, start, start + same[0].length),
      loose: phrase.loose.test(same[0]),
    });
  }

  private mention(clause: Clause, mention: Mention, lead: string, explains: boolean): void {
    const role = roleOf(mention, lead);
    const draft = draftOf(this.at, clause, mention, lead, this.entity);
    this.drafts.push(draft);
    if (role.kind === 'carry' && this.current) this.current.carry ??= draft;
    else if (role.kind === 'other' || role.kind === 'carry')
      this.leave(draft, mention.threshold ? 'extract.why.threshold' : 'extract.why.unbound');
    else if (explains) this.leave(draft, 'extract.why.explains');
    else if (role.kind === 'level' || role.kind === 'budget') this.level(role, draft, mention);
    else this.qualify(role, draft, clause);
  }

  private leave(draft: Draft, why = 'extract.why.unbound'): void {
    this.loose.push({ draft, why });
  }

  /** A rate, a share or a change: of the topic its clause names, else of the current one. */
  private qualify(
    role: Extract<Role, { kind: 'share' | 'completion' | 'change' | 'changeRate' }>,
    draft: Draft,
    clause: Clause,
  ): void {
    const topic = this.named(role.lead) ?? this.current;
    if (!topic || (role.kind === 'share' && topic.share)) this.leave(draft);
    else if (role.kind === 'share') topic.share = { rate: draft, base: role.base };
    else if (role.kind === 'completion') topic.completions.push({ rate: draft, measure: role.measure });
    else this.change(role, topic, draft, clause);
  }

  private change(role: Extract<Role, { kind: 'change' | 'changeRate' }>, topic: Topic, draft: Draft, clause: Clause): void {
    const base = this.base ?? 'year';
    const open = topic.changes.at(-1);
    if (role.kind === 'changeRate' && open && !open.rate && open.base === base && open.direction !== 0) {
      open.rate = draft;
      open.rateDirection = role.direction;
      return;
    }
    const fresh: ChangeDraft = {
      base,
      change: null,
      rate: null,
      direction: role.direction,
      rateDirection: role.direction,
      wordPlace: placeIn(this.at, clause.start, clause.end),
      loose: false,
    };
    if (role.kind === 'change') fresh.change = draft;
    else fresh.rate = draft;
    topic.changes.push(fresh);
  }

  private level(role: Extract<Role, { kind: 'level' | 'budget' }>, draft: Draft, mention: Mention): void {
    const unit = mention.amount.kind === 'count' ? mention.amount.unit : null;
    if (role.kind === 'level' && unit === null && phrase.lastYearLevel.test(role.lead) && this.base === 'year' && this.current) {
      if (this.current.previous) this.leave(draft);
      else this.current.previous = draft;
      return;
    }
    const measure: Measure | null = role.kind === 'budget' ? role.measure : null;
    const topic = this.topicFor(role.lead, draft, unit);
    if (!topic || (measure && topic.budgets.has(measure))) this.leave(draft);
    else if (measure) topic.budgets.set(measure, draft);
    else if (!topic.level) topic.level = draft;
    else if (role.kind === 'level' && role.again) {
      topic.again.push(draft);
      this.latest = topic;
    } else this.leave(draft);
  }

  /** The topic a lead names: the current one for generic leads, a new one for a name of its own. */
  private topicFor(lead: string, draft: Draft, unit: string | null): Topic | null {
    let label = this.complete(labelOf(lead, this.entity));
    const generic = label.key === '';
    if (generic && unit === null) {
      if (this.pending && this.current?.label !== this.pending) label = this.pending;
      else if (this.current) return this.current;
      else if (this.at.section.label) label = this.at.section.label;
      else return null;
    } else if (generic) label = this.current?.label ?? this.at.section.label ?? label;
    else if (this.current?.unit === unit && isSame(this.current, label)) return this.current;
    draft.label = label.core || label.key || draft.label;
    const list = this.lists.listFor({
      unit,
      kind: draft.amount.kind,
      first: this.first,
      isItem: label.path?.item !== undefined,
      numbered: this.numbered,
    });
    return this.begin(label, unit, list);
  }

  private begin(label: Label, unit: string | null, list: PartList | null): Topic {
    const topic = newTopic(label, this.at.section, this.paragraph, unit, list);
    this.topics.push(topic);
    this.pending = null;
    this.latest = topic;
    if (unit !== null) return topic;
    this.current = topic;
    if (this.first) this.root = topic;
    this.first = false;
    return topic;
  }

  /** A 款 or 项 without its 类 goes on from the one before it. */
  private complete(label: Label): Label {
    if (!label.path) return label;
    const before =
      this.pending?.path ?? this.topics.findLast(topic => topic.section === this.at.section && topic.path)?.path ?? null;
    const path = carryOn(label.path, before);
    return { ...label, path, indicator: indicatorOfPath(path) };
  }

  /** A topic of this part of the report that a lead names, for changes and rates that stand apart from their level. */
  private named(lead: string): Topic | null {
    const core = coreOf(lead.replace(phrase.yearBase, '').replace(/[，、]$/, ''), this.entity);
    const label = core ? labelOf(core, this.entity) : null;
    if (!label?.key) return null;
    const part = this.at.section.headings[0];
    return (
      this.topics.findLast(topic => topic.section.headings[0] === part && topic.unit === null && isSame(topic, label)) ?? null
    );
  }

  /** A clause without numbers may name what the next numbers are about («三公经费支出中，…»). */
  private subject(text: string): void {
    const within = /^(?<name>.*?)中$/.exec(text)?.groups?.name;
    const label = this.complete(labelOf(within ?? text, this.entity));
    if (within && label.indicator) {
      const whole = this.topics.findLast(topic => topic.indicator === label.indicator && topic.level);
      this.lists.endSentence();
      if (whole) this.lists.openInSentence(whole, 'none');
    } else if (label.path?.class || label.path?.item || (label.indicator && text.length < 40 && !phrase.namesOnly.test(text)))
      this.pending = label;
  }

  private opener(clause: Clause, last: boolean): void {
    const { text, mark, end } = clause;
    if (!this.latest || (phrase.namesOnly.test(text) && !/主要用于以下/.test(text))) return;
    const whole = phrase.listWhole.test(text) && (mark === '：' || last);
    const part = /其中$/.test(text) && (mark === '：' || last);
    if (whole || part) this.open(whole ? 'whole' : 'part', end + 1 < this.at.passage.plain.s.length);
  }

  private open(opener: 'whole' | 'part', inSentence: boolean): void {
    this.explaining = false;
    const parent = this.latest?.level || this.latest?.budgets.size ? this.latest : this.root;
    if (!parent) return;
    const list = inSentence ? this.lists.openInSentence(parent, opener) : openList(parent, opener);
    if (!inSentence || (this.first && !this.numbered)) this.lists.openOverParagraphs(list);
  }

  private closing(mark: string): void {
    if (mark === '。') {
      const outer = this.lists.endSentence();
      if (outer?.level) this.current = this.latest = outer;
    } else if (mark === '；') this.lists.endPart();
    else return;
    this.base = null;
    this.explaining = false;
  }
}

function isSame(topic: Topic, label: Label): boolean {
  if (label.path || topic.path) return label.indicator !== null && topic.indicator === label.indicator;
  return (
    topic.label.key === label.key ||
    (topic.indicator !== null && topic.indicator === label.indicator && (label.scope ?? null) === topic.label.scope)
  );
}
