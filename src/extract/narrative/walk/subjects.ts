import { carryOn, type FunctionalPath, indicatorOfPath, type Label, labelOf } from '../../labels.ts';
import { phrase } from '../../phrases.ts';
import type { SubjectNames } from '../../subject-names.ts';
import { moneyScope } from '../facts.ts';
import { type Draft, openList, type PartList, type Section, type Topic } from '../topics.ts';
import { heads, itemOf, Namer } from '../words/items.ts';
import { JointLabels } from '../words/joint.ts';
import {
  besideList,
  blankIn,
  countedJust,
  flowIn,
  flowLabel,
  goesOnCounting,
  incomeBefore,
  inList,
  isMoneyOf,
  isNear,
  isSame,
  isShareAlone,
  isSpending,
  isSpent,
  isTold,
  ofFirst,
  ofFlow,
  ofNamed,
  parentsOf,
  siblingOf,
  spendingOf,
  spokenOf,
} from '../words/naming.ts';
import { isPartOf } from '../words/parts.ts';
import { OpenLists } from './lists.ts';
import { isOfCounted, Spoken } from './spoken.ts';

/** What a narrative speaks of at a point: the topics opened so far, and to which of them the next words belong. */
export class Subjects extends Spoken {
  readonly lists = new OpenLists();
  private readonly joint = new JointLabels();
  private root: Topic | null = null; // what the paragraph began with
  /** A subject named without an amount; the next amounts without a name are its. */
  private pending: Label | null = null;
  private first = true;
  /** The last 类, 款 or 项 named in this section, with or without an amount. */
  private path: FunctionalPath | null = null;
  /** «涉及一般公共预算支出 A，政府性基金预算支出 B»: up to the full stop amounts are of some projects, not of the department. */
  private involved = false;
  private readonly namer: Namer;

  constructor(entity: string | null, names: SubjectNames, bodies: readonly string[]) {
    super(entity);
    this.namer = new Namer(entity, names, bodies);
  }

  /** What words name here. */
  private label(words: string): Label {
    const { indicator } = this.section.label ?? { indicator: null };
    const among = this.style > 0 || this.lists.overParagraphs || flowIn(this.section, this.topics) !== null;
    const label = this.namer.label(words, this.first && among && (!indicator || isSpent(indicator)));
    return (label.indicator === null && this.current && itemOf(this.current, words, this.namer, this.root)) || label;
  }

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
    if (phrase.involved.test(lead) && !lead.includes('采购')) this.involved = true;
    let label = this.complete(this.joint.next(lead, this.entity) ?? this.label(lead));
    const ofCounted = !this.current && isOfCounted(this.latest, this.paragraph, lead);
    if (this.involved || ofCounted) label = { ...label, key: label.key || '资金', indicator: null };
    // «（二）项目支出情况»: «用于完成某项任务的经费支出 9 万元» is the amount of what the section is about.
    const { label: about } = this.section;
    if (this.first && unit === null && !label.indicator && about && phrase.spentOn.test(lead)) label = about;
    label = ofFirst(label, this.root?.paragraph.number === this.paragraph ? this.root : null);
    const generic = label.key === '';
    const spends = generic && unit === null && isSpending(lead);
    const income = spends ? incomeBefore(this.current, this.paragraph, this.topics, this.first) : null;
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
      } else {
        const own = this.section.label && !this.involved ? this.section.label : spendingOf(lead, this.entity, label);
        if (!own) return null;
        label = own;
      }
    } else if (generic && !flow)
      label = goesOnCounting(lead, this.latest, this.paragraph) ?? this.current?.label ?? this.section.label ?? label;
    else if (this.current?.unit === unit && isSame(this.current, label) && !isPartOf(this.lists.innermost, label, draft))
      return this.goOn(this.current);
    draft.label = label.core || label.key || draft.label;
    const found = this.lists.listFor({ unit, kind: draft.amount.kind, first: this.first, label, style: this.style });
    const list = found
      ? ofFlow(this.ofSibling(found, draft), label, this.topics)
      : besideList(this.lists.innermost, unit, this.topics);
    return this.begin(inList(label, list, this.topics, this.section), unit, list);
  }

  /** What a paragraph before began with is spoken of again: it is what this one begins with as well. */
  private goOn(topic: Topic): Topic {
    if (this.first && topic.unit === null) this.root = topic;
    this.first = false;
    return topic;
  }

  /** «基金安排基本支出 0 万元，…，其中：A 3 万元»: parts of something cannot be parts of nothing. */
  private ofSibling(list: PartList, draft: Draft): PartList {
    const before = this.topics.findLastIndex(one => one.paragraph.number !== this.paragraph);
    const sibling = siblingOf(list, draft, this.topics.slice(before + 1));
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
    if (!label.path) return this.first ? ofNamed(label, this.pending) : label;
    const path = carryOn(label.path, this.pending?.path ?? this.path ?? this.section.label?.path ?? null);
    this.path = path;
    return { ...label, path, indicator: indicatorOfPath(path) };
  }

  /** A clause without numbers may name what the next numbers are about: «三公经费支出中，…», «…（项）：», «某某项目：». */
  name(text: string, mark: string): void {
    if (this.leftBlank(text)) return;
    const item = text.replace(phrase.unbudgeted, '');
    if (item !== text) {
      const label = this.complete(this.label(item));
      if (label.key && this.first) this.pending = label;
      return;
    }
    const within = /^(?<name>.*?)中$/.exec(text)?.groups?.name;
    // «1.公务接待费支出情况。本部门支出 3 万元»: what the paragraph is about.
    const about = this.first && !within ? this.label(text.replace(phrase.about, '')) : null;
    const said = this.complete(about?.indicator ? about : this.label(within ?? text));
    const flow = (mark === '：' || this.style > 0) && this.first ? flowLabel(said) : null;
    const label = flow ? (this.flowOf(said.core)?.label ?? flow) : said;
    if (within && label.indicator) {
      this.speakOf(label);
      return;
    }
    // An item named by its 类款项 stays the subject while its uses are described.
    if (!label.path && (this.pending?.path || (this.current?.path && mark !== '：'))) return;
    if (label.path && this.current?.level && isSame(this.current, label)) return; // «A（项）90 万元，主要用于A。»
    const isName = text.length < 40 && !phrase.namesOnly.test(text);
    if (label.path?.class || label.path?.item || (label.indicator && isName)) this.pending = label;
    else if (label.key && this.first && isName && heads(text, mark, this.style)) {
      this.pending = label;
      this.current = null;
    }
  }

  /** An item was named, and nothing told of it yet. */
  get isAwaiting(): boolean {
    return this.pending?.path?.item !== undefined && this.current?.label !== this.pending;
  }

  /** «支出合计 XX 万元，其中：…»: what follows are parts of what was not filled in, not of what was told before. */
  private leftBlank(text: string): boolean {
    const lead = blankIn(text);
    if (lead === null) return false;
    const label = this.complete(labelOf(lead, this.entity));
    if (!label.indicator) return false;
    const list = this.lists.listFor({ unit: null, kind: 'money', first: this.first, label, style: this.style });
    this.begin(inList(label, list, this.topics, this.section), null, list).blank = true;
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

  /** Opens a list under what is spoken of; `name`: the words of the opener that name its topic («支出总计包括：»). */
  open(
    opener: 'whole' | 'part',
    inSentence: boolean,
    { name = '', leads = false, byClass = false, direct = false, includes = false, fresh = false } = {},
  ): void {
    const label = name ? labelOf(name, this.entity) : null;
    const flow = this.flowOf(name) ?? this.sideOf(name);
    if (label?.indicator || flow) {
      this.lists.endSentence();
      const own = flow ?? this.named(name);
      if (!own) return;
      this.current = this.latest = own;
    }
    const last = this.latest && isTold(this.latest) && !(fresh && isShareAlone(this.latest)) ? this.latest : this.root;
    if (fresh && last && isShareAlone(last)) return;
    const spoken = last && spokenOf(last, this.topics, byClass);
    if (!spoken) return;
    const [parent, instead] = opener === 'whole' && !inSentence ? parentsOf(spoken, this.root) : [spoken, null];
    // «接待 9 批次。具体内容包括：…»: what follows a count may be parts of the money it was told with.
    const money = this.current;
    if (inSentence && parent.unit !== null && money?.unit === null && money.level && isNear(money, parent))
      this.lists.openInSentence(money, opener);
    const list = inSentence ? this.lists.openInSentence(parent, opener, direct) : openList(parent, opener);
    if (instead) list.instead = instead;
    if (includes) list.includes = true;
    if (byClass) list.classified = true;
    // «其中：…» at the start of a paragraph goes on in the paragraphs after it, up to the next item («3.…») of what it adds to («2.…»).
    const goesOn = opener === 'part' && leads && !this.style;
    if (!inSentence || goesOn) this.lists.openOverParagraphs(list, inSentence ? parent.paragraph.style : this.style);
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
