import { lookUp } from '../../../model/index.ts';
import { coreOf, type Label, labelOf } from '../../labels.ts';
import { withoutBase } from '../../phrases.ts';
import { moneyScope } from '../facts.ts';
import { newTopic, type PartList, type Section, type Topic } from '../topics.ts';
import { BARE_FLOW, isAgain, isFlow, isSame, OPPOSITE, sideOf } from '../words/naming.ts';

/** Income and expenditure together, by no name of their own. */
const BOTH = /^(?:收[、和与及]?支|收入[、和与及]?支出)$/;
const BOTH_TOTALS = /收[、和与及]?支|收入[、和与及]?支出/;

/** What was spoken of so far, and how words find it again. */
export abstract class Spoken {
  readonly topics: Topic[] = [];
  /** The topic money is told of, and the last one opened of any kind. */
  current: Topic | null = null;
  latest: Topic | null = null;
  protected section!: Section;
  protected paragraph = 0;
  protected style = 0;

  constructor(protected readonly entity: string | null) {}

  /** A topic of this part of the report that a lead names, for changes and rates that stand apart from their level. */
  named(lead: string): Topic | null {
    const core = coreOf(withoutBase(lead).replace(/[，、]$/, ''), this.entity);
    const flow = this.flowOf(core) ?? this.bothOf(core);
    if (flow) return flow;
    const label = core ? labelOf(core, this.entity) : null;
    if (!label?.key) return null;
    // «财政拨款收入总计 9 万元，…，收、支总计各增加»: without a fund of its own, it is the one that is spoken of.
    if (this.current && isAgain(this.current, label)) return this.current;
    return (
      this.topics.findLast(topic => this.isHere(topic) && topic.unit === null && isSame(topic, label)) ?? this.ofFund(label, core)
    );
  }

  /** «财政拨款支出总计增加», where a section of that fund told «支出总计 9 万元». */
  private ofFund({ indicator, scope }: Label, core: string): Topic | null {
    if (indicator !== '收支总计' || scope === null) return null;
    const side = sideOf(core);
    const isMeant = (one: Topic) => one.indicator === indicator && moneyScope(one) === scope && sideOf(one.label.core) === side;
    return this.topics.findLast(one => one.section === this.section && one.level && one.unit === null && isMeant(one)) ?? null;
  }

  /** «收入总计 9 万元，支出总计 9 万元。收支较上年增加»: the totals of both sides told in this section. */
  private bothOf(words: string): Topic | null {
    if (!BOTH.test(words)) return null;
    return this.topics.findLast(one => one.section === this.section && one.level && one.indicator === '收支总计') ?? null;
  }

  /** «收支总预算 9 万元。支出预算包括：…»: the one total of both sides, of which the words name one. */
  protected sideOf(words: string): Topic | null {
    if (!BARE_FLOW.test(words.replace(/(?:预算|决算)数?$/, ''))) return null;
    const total = this.topics.findLast(one => one.section === this.section && one.level && one.indicator === '收支总计');
    return total && BOTH_TOTALS.test(total.label.core) ? total : null;
  }

  /** In the same part of the report. */
  private isHere({ section }: Topic): boolean {
    return section.headings[0] === this.section.headings[0];
  }

  /** «今年收入», «支出具体情况»: the income or expenditure told in this section, the one the current item is a part of first. */
  protected flowOf(words: string): Topic | null {
    const flow = BARE_FLOW.exec(words)?.groups?.flow;
    if (!flow) return null;
    // «收入共计 9 万元，其中：财政拨款收入 8 万元。收入共计增加 1 万元»: what bears just this name.
    const bare = this.topics.findLast(
      one => one.section === this.section && one.level && one.unit === null && !one.list && one.label.core === words,
    );
    if (bare) return bare;
    for (let one = this.current; one; one = one.list?.parent ?? null) if (isFlow(one, flow)) return one;
    // «一般公共预算本年收入完成…；支出完成…»: expenditure of that fund, whichever section tells it.
    const fund = this.current && lookUp(OPPOSITE, this.current.indicator ?? '') === flow ? this.current.label.scope : null;
    const isMeant = (one: Topic) => (fund ? this.isHere(one) && moneyScope(one) === fund : one.section === this.section);
    return this.topics.findLast(one => one.level && isFlow(one, flow) && isMeant(one)) ?? null;
  }

  /** What a lead names for certain, its amount told later. */
  await(lead: string): Topic {
    return this.add(labelOf(withoutBase(lead), this.entity));
  }

  /** «其中：A 与上年持平»: what a lead names, told already or not, else what is spoken of. */
  namedOrAwaited(lead: string): Topic | null {
    const { indicator } = labelOf(lead, this.entity);
    return this.named(lead) ?? (indicator !== null && indicator !== this.current?.indicator ? this.await(lead) : this.current);
  }

  protected add(label: Label, unit: string | null = null, list: PartList | null = null): Topic {
    const topic = newTopic(label, this.section, { number: this.paragraph, style: this.style }, unit, list);
    this.topics.push(topic);
    return topic;
  }
}

/** «选取项目 1 个作为重点（资金 12 万元）»: the money of what the paragraph has just counted. */
export function isOfCounted(latest: Topic | null, paragraph: number, lead: string): boolean {
  return latest?.unit === '个' && latest.paragraph.number === paragraph && /^[（，]?资金$/.test(lead);
}
