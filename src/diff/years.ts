import {
  type Audit,
  type Big,
  type Change,
  type Check,
  type Figure,
  impliedBefore,
  type Kinship,
  type Level,
  type Statement,
  type YearDiff,
} from '../model/index.ts';
import { align, type Pair, withoutEnd } from './align.ts';
import { carriedOver, isAdjusted } from './carried.ts';
import { countsOf } from './counts.ts';
import { againstBoth, agreeing, changesStated, type Decide, told, withinOne, worst } from './judge.ts';
import { kin } from './kin.ts';
import { factKey, impliedLevel, printedLevel, type Subject, subjectsOf } from './subjects.ts';

/**
 * Compares two years of one entity: every fact of both, its change, and what the later report says about it, held against
 * both. Stated changes are judged only where `consecutive` (else they are told, not judged).
 */
export function compareYears(before: Audit, after: Audit, decide: Decide, consecutive = true): YearDiff {
  const earlier = subjectsOf({ ...before, figures: before.figures.map(marked) });
  const later = subjectsOf(after);
  const { pairs, onlyBefore, onlyAfter } = align(earlier.current, later.current);
  const statements = changesStated(after.statements);
  const byAfter = new Map(pairs.map(pair => [pair.after, pair]));
  const own = (subject: Subject) => subject.figures.flatMap(figure => statements.get(figure) ?? []);
  const closing = new Map(earlier.current.map(subject => [factKey(subject.figure), subject.figure]));
  const opened = consecutive && !isAdjusted(after.figures);
  const carried = (subject: Subject) => (opened ? carriedOver(subject, closing, decide) : []);
  const families = kin(onlyBefore, onlyAfter, subject => own(subject).map(impliedBefore).find(Boolean)?.value ?? null);

  const facts = later.current.map(subject => {
    const pair = byAfter.get(subject);
    const stated = own(subject);
    const repeated = later.previous.get(factKey(subject.figure)) ?? [];
    if (pair) return paired(pair, stated, repeated, consecutive ? decide : null, carried(subject));
    const family = families.get(subject);
    if (family?.whole === subject) return { ...lone(subject, 'merged', stated), formerly: family.parts.map(part => part.title) };
    if (family && family.parts.length === 1) {
      const former = family.whole;
      return paired({ before: former, after: subject }, stated, [], consecutive ? decide : null);
    }
    if (family) return { ...lone(subject, 'split', stated), formerly: [family.whole.title] };
    return lone(subject, isListed(subject, earlier.current) ? 'new' : 'lone', stated, repeated[0], carried(subject));
  });
  const gone = onlyBefore
    .filter(subject => families.get(subject)?.parts.length !== 1)
    .map(subject => {
      const family = families.get(subject);
      const kinship = family
        ? family.whole === subject
          ? 'split'
          : 'merged'
        : isListed(subject, later.current)
          ? 'dropped'
          : 'lone';
      return left(subject, kinship);
    });
  const changes = [...facts, ...gone];
  return {
    kind: 'years',
    before,
    after,
    changes,
    counts: countsOf(changes),
    unnamed: { before: earlier.unnamed, after: later.unnamed },
  };
}

/** One report by itself: the year before is what it implies. */
export function compareWithin(after: Audit, decide: Decide): YearDiff {
  const later = subjectsOf(after);
  const statements = changesStated(after.statements);
  const changes = later.current.flatMap((subject): Change[] => {
    const stated = subject.figures.flatMap(figure => statements.get(figure) ?? []);
    const previous = later.previous.get(factKey(subject.figure))?.[0];
    if (stated.length === 0 && !previous) return [];
    const checks = stated.flatMap(one =>
      previous ? againstBoth(one, previous, subject.title, decide) : withinOne(one, subject.title, decide),
    );
    const { before, after: now } = byItself(subject, stated, previous);
    return [change(subject, 'same', [], before, now, stated, checks)];
  });
  return { kind: 'years', before: null, after, changes, counts: countsOf(changes), unnamed: { before: 0, after: later.unnamed } };
}

type ChangeStatement = Extract<Statement, { kind: 'change' }>;

function paired(
  { before, after }: Pair,
  stated: readonly ChangeStatement[],
  previous: readonly Figure[],
  decide: Decide | null,
  carried: readonly Check[] = [],
): Change {
  const [repeated] = previous;
  const checks: Check[] = decide
    ? [
        ...stated.flatMap(one => againstBoth(one, before.figure, after.title, decide)),
        ...(repeated && repeated.amount.kind === before.figure.amount.kind
          ? [decide(agreeing(repeated, before.figure, after.title))]
          : []),
        ...carried,
      ]
    : [];
  const renamed = withoutEnd(before.name) !== withoutEnd(after.name);
  return change(
    after,
    renamed ? 'renamed' : 'same',
    renamed ? [before.title] : [],
    printedLevel(before),
    printedLevel(after),
    stated,
    checks,
  );
}

/** A fact without a counterpart: what its own report says about the year before is told, and marked as implied. */
function lone(
  subject: Subject,
  kinship: Kinship,
  stated: readonly ChangeStatement[],
  previous?: Figure,
  carried: readonly Check[] = [],
): Change {
  const { before, after } = byItself(subject, stated, previous);
  return kinship === 'lone'
    ? change(subject, kinship, [], before, after, stated, carried)
    : change(subject, kinship, [], null, printedLevel(subject), stated, carried);
}

/** Both years as one report tells them: the year before as repeated, else as implied by the sentence about the change. */
function byItself(
  subject: Subject,
  stated: readonly ChangeStatement[],
  previous?: Figure,
): { before: Level | null; after: Level } {
  const after = printedLevel(subject);
  if (previous) {
    const { value } = previous.amount;
    return { before: { value, amount: previous.amount, figures: [previous], source: 'printed' }, after };
  }
  for (const one of stated) {
    const implied = impliedBefore(one);
    // The level that the sentence itself names: a table may print another one.
    if (implied && one.current) {
      const { amount } = one.current;
      return {
        before: impliedLevel(implied.value, implied.like, implied.source),
        after: { ...after, value: amount.value, amount },
      };
    }
  }
  return { before: null, after };
}

function left(subject: Subject, kinship: Kinship): Change {
  return change(subject, kinship, [], printedLevel(subject), null, [], []);
}

function change(
  { title, code, figure, indicator }: Subject,
  kinship: Kinship,
  formerly: readonly string[],
  before: Level | null,
  after: Level | null,
  stated: readonly ChangeStatement[],
  checks: readonly Check[],
): Change {
  const { scope, measure } = figure.fact;
  const difference = differenceOf(before, after);
  const rate = difference && before && !before.value.eq(0) ? difference.times(100).div(before.value.abs()) : null;
  const { section } = figure;
  return {
    kinship,
    name: title,
    formerly,
    code,
    section,
    table: figure.at?.table ?? null,
    indicator,
    scope,
    measure,
    before,
    after,
    difference,
    rate,
    stated: stated.map(told),
    verdict: worst(checks),
    checks,
  };
}

function differenceOf(before: Level | null, after: Level | null): Big | null {
  if (!before || !after || before.amount.kind !== after.amount.kind) return null;
  return after.value.minus(before.value);
}

/**
 * Whether its absence from the other report means something: that one lists subjects of this one's kind (of one
 * classification, flow, scope and depth), and does not know this one in any other respect either.
 */
function isListed({ indicator, code, respect }: Subject, others: readonly Subject[]): boolean {
  const path = (one: string | null) => one?.split('/').slice(1).join('/') ?? '';
  const classified = (one: Pick<Subject, 'indicator' | 'code'>) => one.code !== null || one.indicator?.includes('/') === true;
  if (!classified({ indicator, code })) return false;
  const depth = indicator?.split('/').length ?? 0;
  const known = others.some(other => path(indicator) !== '' && path(other.indicator) === path(indicator));
  const listed = others.some(
    other => other.respect === respect && classified(other) && (other.indicator?.split('/').length ?? 0) === depth,
  );
  return listed && !known;
}

/** Ids are unique within one report only. */
function marked(figure: Figure): Figure {
  return { ...figure, id: `before ${figure.id}` };
}
