import type { Remark } from '../../../model/index.ts';
import type { Mention } from '../../mentions.ts';
import { isFirstOrdinal, ordinalStyle } from '../../ordinals.ts';
import { phrase } from '../../phrases.ts';
import type { SubjectNames } from '../../subject-names.ts';
import { enumerations } from '../apart/counts.ts';
import type { ComparedYear, Draft, Section, Topic, Walked } from '../topics.ts';
import { type Clause, isTitle, leadOf, type Passage, startsList, tellsPlan } from '../words/clauses.ts';
import { completionOf, draftOf, isHalf, missingUnit, nameIn, placeIn, quoteIn, type Standing } from '../words/drafts.ts';
import { isLoose, orderIn, type Role, reasonAt, roleIn } from '../words/roles.ts';
import { type Against, comparesAfter, comparisonIn } from './against.ts';
import { addChange, addSame, whereOf } from './changes.ts';
import { Counted } from './counted.ts';
import { openingIn } from './openers.ts';
import { onePaired, type Paired, pairedIn } from './paired.ts';
import { tellShare } from './shared.ts';
import { Subjects } from './subjects.ts';
import {
  baseOf,
  comparedIn,
  dateIn,
  doubtTwin,
  isAnother,
  isOther,
  meantBy,
  onBase,
  ownerOfLast,
  repeats,
  saysLastYear,
  takeBack,
  tellAgain,
  tellBudget,
  tellLast,
  tellWhole,
  yearBehind,
} from './told.ts';

/**
 * Walks through paragraphs clause by clause and sorts every number to the topic it speaks of: a level opens a topic; rates, shares,
 * changes and budgets belong to the topic named in their clause, else to the current one; «其中：» and its kin make the following levels
 * parts of the current topic until the sentence, or the list of paragraphs, ends.
 */
export class Walker implements Walked {
  readonly drafts: Draft[] = [];
  readonly loose: { draft: Draft; why: string }[] = [];
  readonly comparedYears: ComparedYear[] = [];
  readonly remarks: Remark[] = [];
  private readonly subjects: Subjects;
  private base: Against | null = null;
  private explaining = false;
  /** The sentence explained something up to its last semicolon; «二是…» goes on explaining. */
  private explained = false;
  /** The sentence has told no amount of this year yet, but one of another. */
  private past = false;
  /** «加上A 1 万元，…»: up to the full stop, totals are of all that. */
  private adding = false;
  /** «截至2020年12月31日，»: when the amounts up to the next semicolon were so. */
  private date = '';
  private readonly counted: Counted;
  /** What changes of its parts are told of before their amounts; «合计增加 d» is of it again. */
  private whole: Topic | null = null;
  private paired: Paired | null = null;
  private at!: Standing;

  constructor(
    private readonly entity: string | null,
    private readonly reported: number | null,
    names: SubjectNames,
    bodies: readonly string[],
    private readonly dated: number | null = reported, // the year whose end its dates are of
  ) {
    this.subjects = new Subjects(entity, names, bodies);
    this.counted = new Counted(entity, reported);
  }

  /** The year that is told of. */
  private get year(): number | null {
    return this.at.section.year ?? this.reported;
  }

  get topics(): Topic[] {
    return this.subjects.topics;
  }

  enter(section: Section): void {
    this.at = { ...this.at, section };
    this.subjects.enter(section);
  }

  read(passage: Passage, block: number): void {
    this.at = { passage, block, section: this.at.section };
    this.base = this.whole = this.paired = null;
    this.explaining = this.explained = this.past = this.adding = false;
    this.date = '';
    const { s } = passage.plain;
    this.subjects.startParagraph(isTitle(passage, this.subjects.lists.areUnnumbered) ? 0 : ordinalStyle(s), isFirstOrdinal(s));
    const before = this.drafts.length;
    for (const clause of passage.clauses) this.clause(clause, clause === passage.clauses.at(-1));
    this.remarks.push(...enumerations(this.at, this.drafts.slice(before)));
  }

  private clause(clause: Clause, last: boolean): void {
    const { text, mark } = clause;
    if (startsList(clause, this.subjects.latest))
      this.subjects.open('part', true, {
        leads: clause === this.at.passage.clauses[0],
        direct: true,
        includes: !/^[其（①]/.test(text),
      });
    if (phrase.added.test(text)) this.adding = true;
    if (!clause.mentions.length) this.date = dateIn(text, this.dated) ?? this.date;
    if (this.explained && phrase.reasonGoesOn.test(text)) this.explaining = true;
    this.explained = false;
    // «A（项）。主要是保障运转，年初预算为 9 万元»: what was named is told now.
    if (this.subjects.isAwaiting && tellsPlan(clause)) this.explaining = false;
    if (this.explaining && comparesAfter(clause, this.subjects.current, this.entity)) this.explaining = false;
    const reason = this.explaining ? 0 : reasonAt(text);
    const said = reason < 0 ? text : text.slice(0, reason);
    this.compare(said, clause);
    this.words(said, clause);
    if (reason >= 0) {
      this.explaining = true;
      if (this.subjects.current) this.subjects.current.explained = true;
    }
    this.paired = pairedIn(this.at.passage, clause, this.subjects, this.paired);
    clause.mentions.forEach((mention, i) => {
      const explains = reason >= 0 && mention.start - clause.start >= reason;
      this.mention(clause, mention, i ? leadOf(clause, i) : this.date + leadOf(clause, i), explains);
    });
    if (!clause.mentions.length && !this.explaining) this.subjects.name(text, mark);
    if (!this.explaining || /其中$/.test(text)) this.opener(clause, last);
    this.closing(mark);
  }

  /** «与2020年相比», «较上年», «比预算数»: what the next changes are measured against. */
  private compare(said: string, clause: Clause): void {
    const against = comparisonIn(said, this.year);
    if (!against) return;
    const { year, index } = against;
    const base = meantBy(against, said, clause, { topic: this.subjects.current, year: this.year, base: this.base });
    // «收入支出总计与上年相比，»: what the changes that follow are of.
    const named = clause.mentions.length ? null : comparedIn(said.slice(0, index), base, this.subjects, this.entity);
    if (named) this.subjects.current = named;
    this.base = base;
    // «编制较2015年核定数增加 12 名» is none of the accounts.
    const counts = clause.mentions.length > 0 && clause.mentions.every(({ amount }) => amount.kind === 'count');
    if (year === null || counts || base === 'other') return;
    const start = clause.start + year.index;
    const told = { place: placeIn(this.at, start, start + 4), quote: quoteIn(this.at, clause) };
    this.comparedYears.push({ year: year.number, ...told, section: this.at.section.title });
  }

  /** What words say without numbers: 持平, 大于预算数. */
  private words(said: string, clause: Clause): void {
    const order = orderIn(said);
    if (order && this.subjects.current) {
      const start = clause.start + order.index;
      this.subjects.current.order ??= { ...order, place: placeIn(this.at, start, start + order.length) };
      return;
    }
    const same = phrase.same.exec(said);
    if (!same || this.base !== 'year') return;
    const topic = this.subjects.namedOrAwaited(said.slice(0, phrase.yearBase.exec(said)?.index ?? same.index));
    const start = clause.start + same.index;
    if (topic) addSame(topic, placeIn(this.at, start, start + same[0].length), isLoose(said, same.index, same[0].length));
  }

  private mention(clause: Clause, mention: Mention, lead: string, explains: boolean): void {
    const read = roleIn(clause, mention, lead, this.subjects.current);
    const role = isAnother(read, mention, this.subjects, this.adding, this.year) ? ({ kind: 'other' } as const) : read;
    const draft = draftOf(this.at, clause, mention, lead, this.entity);
    this.drafts.push(draft);
    if (this.paired?.of.has(mention) && !explains) {
      const { role, base, topic } = onePaired(this.paired, mention, this.base);
      if (topic) addChange(topic, role, draft, whereOf(this.at, clause, base, true));
      else this.leave(draft);
    } else if (role.kind === 'carry' && this.subjects.current) this.subjects.current.carry ??= draft;
    else if (role.kind === 'other' || role.kind === 'carry')
      this.leave(draft, mention.threshold ? 'extract.why.threshold' : 'extract.why.unbound');
    else if (explains) this.leave(draft, 'extract.why.explains');
    else {
      if (mention.bare || isHalf(this.at, mention, draft)) this.remarks.push(missingUnit(this.at, mention, draft));
      if (role.kind === 'whole') tellWhole(this.subjects, role.lead, draft);
      else if (role.kind === 'level' || role.kind === 'budget') this.level(role, draft, mention);
      else this.qualify(role, draft, clause);
    }
  }

  private get here() {
    return { at: this.at, subjects: this.subjects, entity: this.entity, year: this.year };
  }

  private readonly leave = (draft: Draft, why = 'extract.why.unbound') => this.loose.push({ draft, why });

  /** A rate, a share or a change: of the topic its clause names, else of the current one. */
  private qualify(
    role: Extract<Role, { kind: 'share' | 'completion' | 'change' | 'changeRate' }>,
    draft: Draft,
    clause: Clause,
  ): void {
    if (this.whole && phrase.allTold.test(role.lead)) this.subjects.current = this.whole;
    const told = this.subjects.named(role.lead);
    // «其中：A 增加 d，增长 p%», before any amount of A.
    const { current } = this.subjects;
    const awaited = !told && isOther(role, current, this.entity) ? this.subjects.await(role.lead) : null;
    if (awaited && current && role.kind !== 'completion') this.whole ??= current;
    const ofCount = this.counted.changed(
      role,
      told && draft.amount.kind !== 'count' ? [] : this.subjects.topics,
      draft,
      this.at.block,
    );
    const named = told ?? awaited;
    const topic = ofCount ?? named ?? current;
    // «A 增加 d，增长 p%»: the rate is of A as well, whatever was spoken of before.
    if (named && role.kind !== 'share') this.subjects.current = named;
    // «2022年度A 9 万元，比上年增加 1 万元。2023年度A …»: what is told of last year's amount, nothing here can bear out.
    if (this.past && (!named || named === current) && role.kind !== 'completion') this.leave(draft);
    else if (role.kind === 'share') {
      if (!tellShare(role, topic, draft, clause, this.here)) this.leave(draft);
    } else if (!topic) this.leave(draft);
    else if (role.kind === 'completion') topic.completions.push(completionOf(this.at, clause, draft, role.measure));
    else {
      const base = role.base ?? this.base ?? baseOf(topic, role);
      // Against another year's plan: nothing here tells what that was.
      if (base === 'other') this.leave(draft);
      else addChange(topic, role, draft, whereOf(this.at, clause, base, named !== null));
    }
  }

  private level(role: Extract<Role, { kind: 'level' | 'budget' }>, draft: Draft, mention: Mention): void {
    const unit = mention.amount.kind === 'count' ? mention.amount.unit : null;
    const behind = role.kind === 'level' && unit === null ? yearBehind(role.lead, this.year, this.entity) : null;
    if (behind) {
      const other = this.subjects.topicFor(behind.name, draft, null);
      this.past = other?.level === null;
      if (!tellLast(other, behind.year + 1 === this.year, draft)) this.leave(draft);
      return;
    }
    const isMoney = role.kind === 'level' && unit === null;
    const owner = isMoney ? ownerOfLast(role.lead, this.subjects, this.base, this.year) : null;
    if (this.counted.lastYear(role.lead, this.subjects.topics, draft, this.at.block)) return;
    if (owner) {
      const told = onBase(owner, draft, this.topics);
      if (!told) this.leave(draft);
      if (!owner.level && /\d{4}年/.test(role.lead)) this.past = true;
      this.subjects.current = told ?? owner;
      return;
    }
    const topic = this.subjects.topicFor(role.lead, draft, unit);
    if (topic?.path?.item && role.kind === 'level') Object.assign(draft, nameIn(this.at, topic.path.item, mention));
    const said = role.kind === 'budget' ? role.measure : unit === null ? this.at.section.measure : null;
    // «全年预算数 A，其中，基本支出预算数 B»: of the same budget.
    const measure = said === '预算' ? (topic?.list?.measure ?? said) : said;
    // «2022年度A 15 万元，2023年度A 18 万元»: last year may come first.
    if (topic && role.kind === 'level' && unit === null && !topic.level && saysLastYear(role.lead, this.year)) {
      topic.previous ??= draft;
      this.past = true;
      return;
    }
    this.past = false;
    const planned = measure ?? (phrase.outcomeBefore.test(role.lead) ? null : (topic?.list?.measure ?? null));
    if (!topic || (planned && topic.budgets.has(planned))) this.leave(draft);
    else if (planned) tellBudget(topic, planned, draft);
    else if (!topic.level) Object.assign(topic, { level: draft, lastBudget: null });
    else if (role.kind === 'level' && (role.again || repeats(topic, role.lead, this.entity, this.year, this.subjects.lists))) {
      this.subjects.latest = tellAgain(topic, draft);
    } else {
      if (takeBack(topic)) this.past = true;
      else doubtTwin(topic.level, role.lead);
      this.leave(draft);
    }
  }

  private opener(clause: Clause, last: boolean): void {
    const opening = openingIn(this.at.passage, clause, last);
    if (!opening) return;
    this.explaining = false;
    this.subjects.open(opening.kind, clause.end + 1 < this.at.passage.plain.s.length, opening);
  }

  private closing(mark: string): void {
    if (mark === '（') this.subjects.openBracket();
    if (mark === '）') this.subjects.closeBracket();
    if (mark === '。') this.subjects.endSentence();
    if (mark === '；') this.subjects.endPart();
    if (mark === '。') this.adding = false;
    if (mark !== '。' && mark !== '；') return;
    this.date = '';
    this.base = this.paired = null;
    this.past = false;
    this.counted.endPart();
    this.explained = mark === '；' && this.explaining;
    this.explaining = false;
  }
}
