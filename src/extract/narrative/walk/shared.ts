import { bindShare } from '../facts.ts';
import type { Draft, Topic } from '../topics.ts';
import type { Clause } from '../words/clauses.ts';
import type { Standing } from '../words/drafts.ts';
import type { Role } from '../words/roles.ts';
import type { Subjects } from './subjects.ts';
import { amountAfter, sharesOf } from './told.ts';

/** Where a share is told, and what is known there. */
interface Here {
  readonly at: Standing;
  readonly subjects: Subjects;
  readonly entity: string | null;
  readonly year: number | null;
}

/** Gives a share to what it is of; false where nothing says what that is. */
export function tellShare(
  role: Extract<Role, { kind: 'share' }>,
  topic: Topic | null,
  draft: Draft,
  clause: Clause,
  { at, subjects, entity, year }: Here,
): boolean {
  const share = { rate: draft, base: role.base };
  const own = topic !== null && sharesOf(topic, role.lead, entity);
  const amount = own ? null : amountAfter(at.passage, clause);
  // «基本支出占 70%，为 210.00 万元»: the share comes first.
  const of = own ? topic : amount && subjects.topicFor(role.lead, { ...draft, amount }, null);
  if (of && !of.share) of.share = share;
  else if (of?.share && (share.base || of.again.length)) of.otherShares.push(share);
  else return bindShare(draft, role, entity, year);
  return true;
}
