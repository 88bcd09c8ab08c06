import type { Mention } from '../../mentions.ts';
import type { Topic } from '../topics.ts';
import { besideIn, type Clause, leadOf, type Passage } from '../words/clauses.ts';
import { isFlow } from '../words/naming.ts';
import { type Role, roleOf } from '../words/roles.ts';
import type { Against } from './against.ts';

type Told = Extract<Role, { kind: 'change' | 'changeRate' }>;
type Two = readonly [Topic, Topic];

/** What is spoken of. */
interface Spoken {
  readonly topics: readonly Topic[];
  readonly latest: Topic | null;
}

/** «收入、支出总计各增加 8 万元、9 万元»: two changes in one clause, and of what they are; null where that is told nowhere. */
export interface Paired {
  readonly role: Told;
  readonly of: ReadonlyMap<Mention, Topic | null>;
  readonly both: Two | null;
}

const AND = /^(?:[、，和与及]|以及)$/;
const EACH = /(?:各自?|分别|均)(?:较|比|同比|比?上年)?$/;
const SIDES = /^(?<name>.*?)收(?:入)?[、和与及]?支(?:出)?/;

/** What a clause says of two things at once; `before`: what its sentence said so («…，增长 8%、9%»). */
export function pairedIn(passage: Passage, clause: Clause, { topics, latest }: Spoken, before: Paired | null): Paired | null {
  const [first] = clause.mentions;
  if (!first || before?.of.has(first)) return before;
  const second = secondIn(passage, clause);
  if (!second || first.amount.kind !== second.amount.kind) return null;
  const role = roleOf(first, leadOf(clause, 0));
  if (role.kind !== 'change' && role.kind !== 'changeRate') return null;
  const lead = role.lead.trim();
  if (!EACH.test(lead) && !(before && lead === '')) return null;
  const both =
    (SIDES.test(lead) ? sidesOf(topics, latest) : null) ?? (lead.replace(EACH, '') === '' ? (before?.both ?? null) : null);
  const [one, other] = both ?? [null, null];
  return {
    role,
    both,
    of: new Map([
      [first, one],
      [second, other],
    ]),
  };
}

/** What one of the two amounts is said of, and against what; null where nothing here can bear it out. */
export function onePaired({ role, of }: Paired, mention: Mention, before: Against | null) {
  const base = role.base ?? before ?? 'year';
  return base === 'other' ? { role, base: 'year' as const, topic: null } : { role, base, topic: of.get(mention) ?? null };
}

/** «8 万元和 9 万元», «8 万元、9 万元»: a second amount by no name, and no third. */
function secondIn(passage: Passage, clause: Clause): Mention | null {
  const { mentions } = clause;
  if (mentions.length === 2) return AND.test(leadOf(clause, 1)) ? mentions[1]! : null;
  const next = mentions.length === 1 ? besideIn(passage, clause, 1) : null;
  return next?.mentions.length === 1 && leadOf(next, 0) === '' ? next.mentions[0]! : null;
}

/** The income and the expenditure that were told last, of one account. */
function sidesOf(topics: readonly Topic[], here: Topic | null): Two | null {
  const told = (flow: string) =>
    topics.findLast(
      one => one.level && one.section === here?.section && one.paragraph.number === here.paragraph.number && isFlow(one, flow),
    );
  const [income, spending] = [told('收入'), told('支出')];
  return income && spending && income !== spending ? [income, spending] : null;
}
