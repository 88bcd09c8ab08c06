import { coreOf } from '../../labels.ts';
import { withoutBase } from '../../phrases.ts';
import type { Draft, Topic } from '../topics.ts';
import type { Role } from '../words/roles.ts';

/** Counts against those of last year: «15 批次、120 人次，上年 18 批次，比上年减少 3 批次，下降 16.67%». */
export class Counted {
  /** The count whose change was told last: the rate behind it is of that count as well. */
  private last: Topic | null = null;

  constructor(
    private readonly entity: string | null,
    private readonly year: number | null,
  ) {}

  /** The count that a change, or the rate behind one, is of; null for changes of anything else. */
  changed({ kind, lead }: Extract<Role, { lead: string }>, topics: readonly Topic[], draft: Draft, block: number): Topic | null {
    if (kind === 'changeRate' && topics.length && /^[，、（]?$/.test(lead)) return this.last;
    const isCount = kind === 'change' && draft.amount.kind === 'count';
    this.last = isCount ? this.before(topics, draft, lead, block) : null;
    return this.last;
  }

  /** Takes a count of last year to what is counted in the same unit this year. */
  lastYear(lead: string, topics: readonly Topic[], draft: Draft, block: number): boolean {
    const name = draft.amount.kind === 'count' ? withoutLastYear(lead, this.year) : null;
    const topic = name === null ? null : this.before(topics, draft, name, block);
    if (!topic || topic.previous) return false;
    topic.previous = draft;
    return true;
  }

  endPart(): void {
    this.last = null;
  }

  /** What was counted last in this paragraph, in the same unit and by the name that a lead gives, if it gives one. */
  private before(topics: readonly Topic[], { amount: { unit } }: Draft, lead: string, block: number): Topic | null {
    const core = coreOf(withoutBase(lead), this.entity)
      .replace(/[数量]{1,2}$/, '')
      .replace(new RegExp(`(?<=.)${unit}$`), '');
    const near = topics.filter(one => one.unit === unit && one.level?.place.block === block);
    return near.findLast(({ label }) => core === '' || label.core.includes(core) || core.endsWith(label.core)) ?? null;
  }
}

const LAST_YEAR = /^[，、（]?[较比与同由从]?(?:(?<year>\d{4})年度?|上年度?|去年|上一年度?)(?:年?[末底]|同期)?/;
const COUNTED = /(?:的|为|是|共?有|数为?|接待|达)$/;

/** What is left of words that put a count into last year: its name, if any; null where they speak of no last year. */
function withoutLastYear(lead: string, year: number | null): string | null {
  const match = LAST_YEAR.exec(lead);
  if (!match || (match.groups!.year !== undefined && Number(match.groups!.year) + 1 !== year)) return null;
  return lead.slice(match[0].length).replace(COUNTED, '');
}
