import type { Direction, Measure } from '../../../model/index.ts';
import { scopeIn } from '../../labels.ts';
import type { Mention } from '../../mentions.ts';
import { phrase } from '../../phrases.ts';
import type { Topic } from '../topics.ts';
import { besideIn, type Clause, leadOf, type Passage } from './clauses.ts';
import { OPENING } from './naming.ts';

/** `base`, `measure`: what it is against, where its own words say so. */
interface ChangeRole<Kind> {
  readonly kind: Kind;
  readonly lead: string;
  readonly direction: Direction;
  readonly base: 'year' | 'budget' | null;
  readonly measure: Measure | null;
}

/** What a number does in its clause. `lead` is what is left of the words before it to name it. */
export type Role =
  | { readonly kind: 'level'; readonly lead: string; readonly again: boolean }
  | { readonly kind: 'budget'; readonly lead: string; readonly measure: Measure }
  | ChangeRole<'change'>
  | ChangeRole<'changeRate'>
  | { readonly kind: 'share'; readonly lead: string; readonly base: string | null }
  | { readonly kind: 'whole'; readonly lead: string }
  | { readonly kind: 'completion'; readonly lead: string; readonly measure: Measure | null }
  | { readonly kind: 'carry' }
  | { readonly kind: 'other' };

/** Reads a mention's role from the words before it (its lead, see clauses.ts). */
export function roleOf(mention: Mention, lead: string): Role {
  const choice = phrase.choice.exec(lead);
  if (choice) {
    const chosen = roleOf(mention, lead.slice(0, choice.index + choice.groups!.word!.length));
    // Which of the two is meant is not said.
    return chosen.kind === 'change' || chosen.kind === 'changeRate' ? { ...chosen, direction: null } : chosen;
  }
  const { kind } = mention.amount;
  // «执行率达到 98%» is a rate, «满意度达到 95%» a target.
  if (mention.threshold && !(kind === 'percent' && phrase.rateName.test(lead))) return { kind: 'other' };
  if (kind === 'percent') return percentRole(mention, lead);
  if (kind === 'other' || kind === 'score' || phrase.average.test(lead)) return { kind: 'other' };
  const change = phrase.changeBefore.exec(lead);
  if (change && !/(?:购置|新增|不)$/.test(lead.slice(0, change.index))) {
    return {
      kind: 'change',
      lead: lead.slice(0, change.index),
      base: null,
      measure: null,
      direction: directionOf(change.groups!.word!, mention),
    };
  }
  if (kind === 'count') return { kind: 'level', lead, again: false };
  const gap = gapIn(lead);
  if (gap) return { kind: 'change', ...gap };
  if (/使用|动用|^(?:其中|包括|包含|含)/.test(lead) && phrase.carryOver.test(lead)) return { kind: 'carry' };
  // «由上年的 8 万元增加到 9 万元»
  const reached = phrase.reached.exec(lead);
  if (reached) return { kind: 'level', lead: lead.slice(0, reached.index), again: true };
  const unfunded = withoutFund(lead);
  const budget = phrase.budgetBefore.exec(unfunded);
  if (budget)
    return {
      kind: 'budget',
      lead: lead.slice(0, lead.length - (unfunded.length - budget.index)).replace(/(?:完成了?|占|相当于)$/, ''),
      measure: measureIn(budget[0]),
    };
  return {
    kind: 'level',
    lead,
    again: /均为|都为/.test(lead) || phrase.againOnly.test(lead) || (phrase.againStart.test(lead) && lead.length <= 6),
  };
}

/** The role of a mention in its clause, beside what is spoken of. */
export function roleIn(clause: Clause, mention: Mention, lead: string, current: Topic | null): Role {
  const at = clause.mentions.indexOf(mention);
  const before = clause.mentions[at - 1];
  // «完成预算 22.76 万元的 36.14%»: the rate is of the budget before it.
  if (mention.amount.kind === 'percent' && lead === '的' && before) {
    const of = roleOf(before, leadOf(clause, at - 1));
    if (of.kind === 'budget') return { kind: 'completion', lead: '', measure: of.measure };
    const whole = wholeIn(leadOf(clause, at - 1));
    if (whole && before.amount.kind === 'money') return { kind: 'share', ...whole };
  }
  const role = roleOf(mention, lead);
  const next = clause.mentions[at + 1];
  // «占本年支出 510 万元的 60.78%»: what the share is of, told with it.
  if (
    role.kind === 'level' &&
    mention.amount.kind === 'money' &&
    next?.amount.kind === 'percent' &&
    leadOf(clause, at + 1) === '的'
  ) {
    const whole = wholeIn(lead);
    if (whole) return { kind: 'whole', lead: whole.base };
  }
  // «收入总计 9 万元，其中上年结转 1 万元»: the balance itself.
  const isBalance = role.kind === 'carry' && OPENING.has(current?.indicator ?? '') && !/使用|动用/.test(lead);
  return isBalance ? { kind: 'level', lead, again: false } : role;
}

/** «A 占 B»: what words before a number name as the whole of a share, and what they name before that. */
function wholeIn(lead: string): { readonly lead: string; readonly base: string } | null {
  const match = phrase.shareBefore.exec(lead);
  const base = match?.groups?.base?.replace(/[为是]$/, '');
  return match && base ? { lead: lead.slice(0, match.index), base } : null;
}

function percentRole(mention: Mention, lead: string): Role {
  const completion = phrase.completionBefore.exec(withoutFund(lead)) ?? phrase.rateName.exec(lead);
  if (completion) {
    const text = withoutFund(completion.groups?.base ?? completion[0]);
    return {
      kind: 'completion',
      lead: lead.slice(0, Math.max(0, lead.length - completion[0].length)),
      measure: /预算/.test(text) ? measureIn(text) : null,
    };
  }
  const share = phrase.shareBefore.exec(lead);
  if (share) return { kind: 'share', lead: lead.slice(0, share.index), base: share.groups!.base || null };
  const gap = gapIn(lead);
  if (gap) return { kind: 'changeRate', ...gap };
  const change = phrase.changeBefore.exec(lead);
  if (change)
    return { kind: 'changeRate', lead: lead.slice(0, change.index), measure: null, ...changeIn(change.groups!.word!, mention) };
  return { kind: 'other' };
}

/** «决算数小于年初预算数 40 万元», «高于上年 10%»: how far the outcome is from what the words name. */
function gapIn(lead: string): Omit<ChangeRole<'change'>, 'kind'> | null {
  const unfunded = withoutFund(lead);
  const { word, planned } = phrase.gapBefore.exec(unfunded)?.groups ?? {};
  if (!word) return null;
  return {
    lead: lead.slice(0, phrase.gapBefore.exec(unfunded)!.index).replace(OUTCOME, ''),
    direction: phrase.below.test(word) ? -1 : 1,
    base: planned ? 'budget' : 'year',
    measure: planned ? measureIn(planned) : null,
  };
}

const OUTCOME = /(?:支出)?(?:决算|执行|实际)数?$/;

/** «政府性基金预算财政拨款支出» is no budget: funds' names are blanked before budget words are looked for. */
function withoutFund(lead: string): string {
  let text = lead;
  for (let scoped = scopeIn(text); scoped; scoped = scopeIn(text)) {
    text = text.slice(0, scoped.start) + '·'.repeat(scoped.end - scoped.start) + text.slice(scoped.end);
  }
  return text;
}

export function measureIn(text: string): Measure {
  if (phrase.budgetNames.年初预算.test(text)) return '年初预算';
  return phrase.budgetNames.全年预算.test(text) ? '全年预算' : '预算';
}

/** «预决算差异率» says itself what it is against. */
function changeIn(word: string, mention: Mention): { direction: Direction; base: 'budget' | null } {
  return { direction: directionOf(word, mention), base: word.startsWith('预决算') ? 'budget' : null };
}

/** «增加» is up, «减少» down; a difference tells its direction by a minus sign, or not at all. */
function directionOf(word: string, { amount }: Mention): Direction {
  if (phrase.difference.test(word)) return amount.value.lt(0) ? 1 : null;
  return phrase.up.test(word) ? 1 : -1;
}

/** «基本持平», «大致与预算数持平»: not meant to the last digit. */
export function isLoose(text: string, index: number, length: number): boolean {
  return phrase.loose.test(text.slice(Math.max(0, index - 4), index + length));
}

/** «决算数大于预算数»: the order and the words that say it, when a clause says one. */
export function orderIn(
  text: string,
): { direction: Direction; word: string; index: number; length: number; loose: boolean } | null {
  const unfunded = withoutFund(text);
  const match = phrase.order.exec(unfunded);
  if (!match || !/预算/.test(match[0]) || !/决算|支出|执行数|预算数?(?:大|小|等|持|基|一|高|低|超|少|多)|预算数?$/.test(unfunded))
    return null;
  if (/\d/.test(match[0])) return null;
  const word = match.groups!.word!;
  const direction = phrase.above.test(word) ? 1 : phrase.below.test(word) ? -1 : 0;
  return {
    direction,
    word,
    index: match.index,
    length: match[0].length,
    loose: isLoose(unfunded, match.index, match[0].length),
  };
}

/** Where a clause begins to explain («主要原因是…»); −1 where it does not. */
export function reasonAt(text: string): number {
  const match = phrase.reason.exec(text);
  if (!match) return -1;
  const not = phrase.reasonNot.exec(text.slice(match.index));
  return not?.index === 0 ? -1 : match.index;
}

/** The clause after one names something and tells its amount. */
export function tellsNext(passage: Passage, clause: Clause): boolean {
  const next = besideIn(passage, clause, 1);
  const first = next?.mentions[0];
  return first?.amount.kind === 'money' && reasonAt(next!.text) < 0 && /[\u4e00-\u9fa5]/.test(leadOf(next!, 0));
}
