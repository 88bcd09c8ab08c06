import type { Place } from '../../../model/index.ts';
import { labelOf } from '../../labels.ts';
import { phrase, withoutBase } from '../../phrases.ts';
import type { ChangeDraft, Draft, Topic } from '../topics.ts';
import type { Clause, Passage } from '../words/clauses.ts';
import { placeIn, type Standing } from '../words/drafts.ts';
import type { Role } from '../words/roles.ts';

type Told = Extract<Role, { kind: 'change' | 'changeRate' }>;

/** What a change is against, whether its own words name what it is of, and where it is told. */
interface Where {
  readonly base: ChangeDraft['base'];
  readonly named: boolean;
  /** Its base was freed of something, or made alike: it is not the one printed. */
  readonly adjusted: boolean;
  readonly place: Place;
}

/** «减少 d», «下降 p%»: said of a topic; a rate goes with the amount before it. */
export function addChange(topic: Topic, role: Told, draft: Draft, where: Where): void {
  const { base, adjusted } = where;
  // «较预算数 9 万元增加 1 万元（其中：A 6 万元»: what follows is told as what was spoken of, no longer as its budget.
  topic.lastBudget = null;
  const open = topic.changes.at(-1);
  // «办公费增加 3 万元，水电费下降 2%»: of something else, which it names itself; «增加 8 万元，下降 3.81%» contradicts itself.
  const opposite = open !== undefined && role.direction !== null && open.direction === -role.direction;
  const isOther = opposite && /[\u4e00-\u9fa5]/.test(withoutBase(role.lead));
  if (isOther) {
    const [change, rate] = role.kind === 'change' ? [draft, null] : [null, draft];
    topic.changes.push({ ...pair(topic, role, where), change, rate });
    return;
  }
  if (
    role.kind === 'changeRate' &&
    open &&
    !open.rate &&
    open.base === base &&
    open.direction !== 0 &&
    open.adjusted === adjusted
  ) {
    open.rate = draft;
    open.rateDirection = role.direction;
    open.direction ??= role.direction;
    return;
  }
  const { direction } = role;
  // «增长 p%，增加 d»: the rate may come first; not «增长 p%。相应结转下年增加 d».
  const isOfIt = where.named || !isNameOfItsOwn(role.lead, topic);
  if (role.kind === 'change' && open?.rate && !open.change && open.base === base && open.direction !== 0 && isOfIt) {
    open.change = draft;
    open.direction = direction ?? open.direction;
    return;
  }
  const [change, rate] = role.kind === 'change' ? [draft, null] : [null, draft];
  topic.changes.push({ ...pair(topic, role, where), change, rate });
}

/** How a change is told, before its amount and rate are known. */
function pair(topic: Topic, { measure, direction, lead }: Told, { base, named, adjusted, place }: Where) {
  const stranger = topic.unit === null && !named && base === 'year' && isNameOfItsOwn(lead, topic);
  return { base, measure, direction, rateDirection: direction, wordPlace: place, loose: false, named, stranger, adjusted };
}

/** «与上年持平». */
export function addSame(topic: Topic, wordPlace: Place, loose: boolean): void {
  const untold = { change: null, rate: null, rateDirection: null, measure: null, stranger: false, adjusted: false };
  topic.changes.push({ base: 'year', ...untold, direction: 0, wordPlace, loose, named: true });
}

/** «财政补助 6 万元，…；事业支出增长 3 万元»: words that name something, which is not what is spoken of. */
function isNameOfItsOwn(lead: string, topic: Topic): boolean {
  const { key } = labelOf(withoutBase(lead), null);
  const own = topic.label.key || topic.label.core;
  return key.length >= 2 && own !== '' && !own.includes(key) && !key.includes(own) && !topic.section.title.includes(key);
}

/** Where a change is told. */
export function whereOf(standing: Standing, clause: Clause, base: Where['base'], named: boolean): Where {
  const place = placeIn(standing, clause.start, clause.end);
  return { base, named, adjusted: isAdjusted(standing.passage, clause), place };
}

/** «剔除一次性因素，按可比口径增长 5.10%»: a change on a base that nothing here prints. */
function isAdjusted({ clauses }: Passage, clause: Clause): boolean {
  for (let i = clauses.indexOf(clause); i >= 0; i--) {
    const { text, mark } = clauses[i]!;
    if (clauses[i] !== clause && (mark === '。' || mark === '；')) return false;
    if (phrase.adjusted.test(text)) return true;
  }
  return false;
}
