import { lookUp } from '../../model/index.ts';
import { carryOn, coreOf, type FunctionalPath, indicatorOfPath, type Label, labelOf } from '../labels.ts';
import { phrase } from '../phrases.ts';
import { moneyScope } from './facts.ts';
import { JointLabels } from './joint.ts';
import { OpenLists } from './lists.ts';
import {
  BARE_FLOW,
  besideList,
  blankIn,
  countedJust,
  flowIn,
  flowLabel,
  goesOnCounting,
  incomeBefore,
  inList,
  isAgain,
  isFlow,
  isMoneyOf,
  isNear,
  isSame,
  isShareAlone,
  isSpending,
  isTold,
  OPPOSITE,
  ofFirst,
  ofFlow,
  spentBefore,
} from './naming.ts';
import { type Draft, newTopic, openList, type PartList, type Section, type Topic } from './topics.ts';

/** What a narrative speaks of at a point: the topics opened so far, and to which of them the next words belong. */
export class Subjects {
  readonly topics: Topic[] = [];
  readonly lists = new OpenLists();
  /** The topic money is told of, and the last one opened of any kind. */
  current: Topic | null = null;
  latest: Topic | null = null;
  private readonly joint = new JointLabels();
  /** What the paragraph began with. */
  private root: Topic | null = null;
  /** A subject named without an amount; the next amounts without a name are its. */
  private pending: Label | null = null;
  private section!: Section;
  private paragraph = 0;
  private first = true;
  private style = 0;
  /** The last 类, 款 or 项 named in this section, with or without an amount. */
  private path: FunctionalPath | null = null;
  /** «涉及一般公共预算支出 A，政府性基金预算支出 B»: up to the end of the sentence amounts are of some projects, not of the department. */
  private involved = false;

  constructor(private readonly entity: string | null) {}

  enter(section: Section): void {
    // «其中：», then a heading for each 类: the items below them are parts of the list.
    const goesOn = section.label?.path && section.outer === this.section?.outer;
    this.section = section;
    this.current = this.latest = this.root = null;
    this.pending = section.label;
    this.path = null;
    if (!goesOn) this.lists.clear();
  }

  /** A new paragraph goes on speaking of what the one before began with, unless it is an item of its own. */
  startParagraph(style: number, isFirst: boolean): void {
    this.paragraph++;
    this.first = true;
    this.involved = false;
    // «1.…（类）…（款）…（项）。» in a paragraph of its own names what the next one tells.
    if (!style && this.pending?.path?.item !== undefined && this.pending !== this.section.label) {
      this.lists.paragraph(0, false);
      this.current = this.latest = null;
      return;
    }
    this.style = style;
    this.lists.paragraph(style, isFirst);
    if (this.section.label === null || this.root) this.pending = null;
    this.current = this.latest = style ? null : this.root;
  }

  /** The topic a lead names: the current one for generic leads, a new one for a name of its own. */
  topicFor(lead: string, draft: Draft, unit: string | null): Topic | null {
    if (phrase.involved.test(lead)) this.involved = true;
    let label = this.complete(this.joint.next(lead, this.entity) ?? labelOf(lead, this.entity));
    if (this.involved) label = { ...label, indicator: null };
    // «（二）项目支出情况»: «用于完成某项任务的经费支出 9 万元» is the amount of what the section is about.
    if (this.first && unit === null && !label.indicator && this.section.label && phrase.spentOn.test(lead))
      label = this.section.label;
    label = ofFirst(label, this.root?.paragraph.number === this.paragraph ? this.root : null);
    const generic = label.key === '';
    const income = generic && unit === null && isSpending(lead) ? incomeBefore(this.current, this.paragraph, this.topics) : null;
    const flow = unit === null && !this.current && !this.pending ? this.flowOf(label.core) : null;
    if (flow) label = flow.label;
    const counted =
      generic && unit === null && /^[、，]?(?:支出|金额|费用)?$/.test(lead)
        ? countedJust(this.latest, this.paragraph, this.section, this.topics)
        : null;
    if (counted) label = counted;
    else if (generic && unit === null && !flow) {
      if (this.pending && this.current?.label !== this.pending) label = this.pending;
      else if (income) label = { ...income.label, core: '支出', key: '支出', indicator: '本年支出' };
      else if (this.current) {
        draft.label = this.current.label.core || draft.label;
        return this.goOn(this.current);
      } else if (this.section.label) label = this.section.label;
      else return null;
    } else if (generic && !flow)
      label = goesOnCounting(lead, this.latest, this.paragraph) ?? this.current?.label ?? this.section.label ?? label;
    else if (this.current?.unit === unit && isSame(this.current, label)) return this.goOn(this.current);
    draft.label = label.core || label.key || draft.label;
    const { first, style } = this;
    const found = this.lists.listFor({ unit, kind: draft.amount.kind, first, label, style });
    const list = found
      ? ofFlow(this.ofSibling(found, draft), label, this.topics)
      : besideList(this.lists.innermost, unit, this.topics);
    return this.begin(inList(label, list), unit, list);
  }

  /** What a paragraph before began with is spoken of again: it is what this one begins with as well. */
  private goOn(topic: Topic): Topic {
    if (this.first && topic.unit === null) this.root = topic;
    this.first = false;
    return topic;
  }

  /** «基金安排基本支出 0 万元，…，其中：A 3 万元»: parts of something cannot be parts of nothing, where a sibling before it is not nothing. */
  private ofSibling(list: PartList, { amount }: Draft): PartList {
    const { parent, children } = list;
    if (children.length || !parent.indicator || !parent.level?.amount.value.eq(0) || amount.value.eq(0)) return list;
    const sibling = this.topics.findLast(
      one =>
        one.paragraph.number === this.paragraph && one.indicator === parent.indicator && one.level?.amount.value.eq(0) === false,
    );
    return sibling ? this.lists.replace(list, sibling) : list;
  }

  private begin(label: Label, unit: string | null, list: PartList | null): Topic {
    const topic = this.add(label, unit, list);
    this.pending = null;
    this.latest = topic;
    if (unit !== null) {
      // «国内公务接待 9 批次，共计支出 1.2 万元»: a count by the name of an amount speaks of that amount.
      const told = label.indicator ? this.topics.findLast(one => one.section === this.section && isMoneyOf(one, label)) : null;
      if (told) this.current = told;
      topic.beside = this.current;
      return topic;
    }
    this.current = topic;
    if (this.first) this.root = topic;
    this.first = false;
    return topic;
  }

  /** A 款 or 项 without its 类 goes on from the one before it. */
  private complete(label: Label): Label {
    if (!label.path) return label;
    const path = carryOn(label.path, this.pending?.path ?? this.path ?? this.section.label?.path ?? null);
    this.path = path;
    return { ...label, path, indicator: indicatorOfPath(path) };
  }

  /** A topic of this part of the report that a lead names, for changes and rates that stand apart from their level. */
  named(lead: string): Topic | null {
    const core = coreOf(lead.replace(phrase.yearBase, '').replace(/[，、]$/, ''), this.entity);
    const flow = this.flowOf(core);
    if (flow) return flow;
    const label = core ? labelOf(core, this.entity) : null;
    if (!label?.key) return null;
    // «财政拨款收入总计 9 万元，…，收、支总计各增加»: without a fund of its own, it is the one that is spoken of.
    if (this.current && isAgain(this.current, label)) return this.current;
    return this.topics.findLast(topic => this.isHere(topic) && topic.unit === null && isSame(topic, label)) ?? null;
  }

  /** In the same part of the report. */
  private isHere({ section }: Topic): boolean {
    return section.headings[0] === this.section.headings[0];
  }

  /** «今年收入», «支出具体情况»: the income or expenditure told in this section, the one the current item is a part of first. */
  private flowOf(words: string): Topic | null {
    const flow = BARE_FLOW.exec(words)?.groups?.flow;
    if (!flow) return null;
    for (let one = this.current; one; one = one.list?.parent ?? null) if (isFlow(one, flow)) return one;
    // «一般公共预算本年收入完成…；支出完成…»: expenditure of that fund, whichever section tells it.
    const fund = this.current && lookUp(OPPOSITE, this.current.indicator ?? '') === flow ? this.current.label.scope : null;
    const isMeant = (one: Topic) => (fund ? this.isHere(one) && moneyScope(one) === fund : one.section === this.section);
    return this.topics.findLast(one => one.level && isFlow(one, flow) && isMeant(one)) ?? null;
  }

  /** A clause without numbers may name what the next numbers are about: «三公经费支出中，…», «…（项）：», «某某项目：». */
  name(text: string, colon: boolean): void {
    if (this.leftBlank(text)) return;
    const item = text.replace(phrase.unbudgeted, '');
    if (item !== text) {
      const label = this.complete(labelOf(item, this.entity));
      if (label.key && this.first) this.pending = label;
      return;
    }
    const within = /^(?<name>.*?)中$/.exec(text)?.groups?.name;
    const said = this.complete(labelOf(within ?? text, this.entity));
    const flow = (colon || this.style > 0) && this.first ? flowLabel(said) : null;
    const label = flow ? (this.flowOf(said.core)?.label ?? flow) : said;
    if (within && label.indicator) {
      this.speakOf(label);
      return;
    }
    // An item named by its 类款项 stays the subject while its uses are described.
    if (!label.path && this.pending?.path) return;
    const isName = text.length < 40 && !phrase.namesOnly.test(text);
    if (label.path?.class || label.path?.item || (label.indicator && isName)) this.pending = label;
    else if (colon && label.key && this.first && isName && !phrase.listWhole.test(text)) {
      this.pending = label;
      this.current = null;
    }
  }

  /** «支出合计 XX 万元，其中：…»: what follows are parts of what was not filled in, not of what was told before. */
  private leftBlank(text: string): boolean {
    const lead = blankIn(text);
    if (lead === null) return false;
    const label = this.complete(labelOf(lead, this.entity));
    if (!label.indicator) return false;
    const list = this.lists.listFor({ unit: null, kind: 'money', first: this.first, label, style: this.style });
    this.begin(inList(label, list), null, list).blank = true;
    return true;
  }

  /** «三公经费支出中，»: what follows are its parts. */
  private speakOf(label: Label): void {
    const named = this.topics.filter(topic => topic.indicator === label.indicator && topic.level);
    const whole =
      named.findLast(topic => topic.section === this.section) ??
      named.findLast(topic => !label.scope || moneyScope(topic) === label.scope);
    this.lists.endSentence();
    // «三公经费支出中，A 1 万元，占 20%；…»: what its parts are told of, though its own amount is not.
    this.lists.openInSentence(whole ?? this.add(label), 'none');
  }

  private add(label: Label, unit: string | null = null, list: PartList | null = null): Topic {
    const topic = newTopic(label, this.section, { number: this.paragraph, numbered: this.style > 0 }, unit, list);
    this.topics.push(topic);
    return topic;
  }

  /** Opens a list under what is spoken of; `name`: the words of the opener that name its topic («支出总计包括：»). */
  open(
    opener: 'whole' | 'part',
    inSentence: boolean,
    { name = '', leads = false, byClass = false, direct = false, fresh = false } = {},
  ): void {
    const label = name ? labelOf(name, this.entity) : null;
    const flow = this.flowOf(name);
    if (label?.indicator || flow) {
      const own = flow ?? this.named(name);
      this.lists.endSentence();
      if (!own) return;
      this.current = this.latest = own;
    }
    const last = this.latest && isTold(this.latest) && !(fresh && isShareAlone(this.latest)) ? this.latest : this.root;
    if (fresh && last && isShareAlone(last)) return;
    const spoken = last && (spentBefore(last, this.topics) ?? last);
    // «按支出经济分类：», after the items of «按支出功能分类：»: what is classified is no item.
    const parent = byClass && spoken?.indicator?.startsWith('功能/') ? flowIn(this.section, this.topics) : spoken;
    if (!parent) return;
    // «接待 9 批次。具体内容包括：…»: what follows a count may be parts of the money it was told with.
    const money = this.current;
    if (inSentence && parent.unit !== null && money?.unit === null && money.level && isNear(money, parent))
      this.lists.openInSentence(money, opener);
    const list = inSentence ? this.lists.openInSentence(parent, opener, direct) : openList(parent, opener);
    // «其中：…» at the start of a paragraph goes on in the paragraphs after it.
    if (!inSentence || (opener === 'part' && leads && !this.style)) this.lists.openOverParagraphs(list, this.style);
  }

  openBracket(): void {
    if (this.latest?.level || this.latest?.lastBudget) this.lists.openBracket(this.latest);
  }

  closeBracket(): void {
    this.returnTo(this.lists.closeBracket());
  }

  endPart(): void {
    this.returnTo(this.lists.endPart());
  }

  private returnTo(outer: Topic | null): void {
    if (!outer) return;
    this.latest = outer;
    this.current = outer.unit === null ? outer : outer.beside;
  }

  /** A full stop: what the outermost list was about is spoken of again. */
  endSentence(): void {
    this.involved = false;
    const outer = this.lists.endSentence();
    if (outer && isTold(outer)) this.current = this.latest = outer;
  }
}
