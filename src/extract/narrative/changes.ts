import type { Place } from '../../model/index.ts';
import type { Role } from './roles.ts';
import type { ChangeDraft, Draft, Topic } from './topics.ts';

/** «减少 d», «下降 p%»: said of a topic; a rate goes with the amount before it. */
export function addChange(
  topic: Topic,
  role: Extract<Role, { kind: 'change' | 'changeRate' }>,
  draft: Draft,
  { base, named, place }: { readonly base: ChangeDraft['base']; readonly named: boolean; readonly place: Place },
): void {
  const open = topic.changes.at(-1);
  if (role.kind === 'changeRate' && open && !open.rate && open.base === base && open.direction !== 0) {
    open.rate = draft;
    open.rateDirection = role.direction;
    open.direction ??= role.direction;
    return;
  }
  const { direction } = role;
  // «增长 p%，增加 d»: the rate may come first.
  if (role.kind === 'change' && open?.rate && !open.change && open.base === base && open.direction === direction) {
    open.change = draft;
    return;
  }
  const [change, rate] = role.kind === 'change' ? [draft, null] : [null, draft];
  topic.changes.push({
    base,
    measure: role.measure,
    change,
    rate,
    direction,
    rateDirection: direction,
    wordPlace: place,
    loose: false,
    named,
  });
}

/** «与上年持平». */
export function addSame(topic: Topic, wordPlace: Place, loose: boolean): void {
  const untold = { change: null, rate: null, rateDirection: null, measure: null };
  topic.changes.push({ base: 'year', ...untold, direction: 0, wordPlace, loose, named: true });
}
