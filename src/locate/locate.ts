import {
  type Audit,
  Big,
  type Check,
  type Figure,
  type Finding,
  type Issue,
  type LinearRelation,
  type Reading,
  type Rule,
  type Spot,
  type Term,
  type Unchecked,
} from '../model/index.ts';
import { areExchanged, type Cause, causeOf, causeOfNote, itself } from './causes.ts';
import { issuesOf } from './issues.ts';
import { joinMoved } from './moved.ts';
import { firstNotBefore, inReadingOrder } from './ordered.ts';
import { copiesAmong } from './suspects/copies.ts';
import { type Diagnosis, diagnose } from './suspects/diagnosis.ts';
import { type Arithmetic, Evidence, type Exhibit } from './suspects/evidence.ts';
import { misreadingIn } from './suspects/misread.ts';
import type { Change } from './suspects/moves.ts';
import { type Accused, accuse, accuseNote } from './suspects/suspects.ts';
import { toFinding } from './telling/finding.ts';
import { fingerprints } from './telling/fingerprint.ts';
import { boundedOf, heldOf, tiesOf, uncheckedOf, undecidedOf } from './telling/ledger.ts';
import { distinctNotes } from './telling/notes.ts';

const zero = new Big(0);
/** Failing checks of one component that the search always gets through. */
const FEW = 8;

/** What becomes of the checks of one report. */
export interface Located {
  /** In reading order. */
  readonly findings: readonly Finding[];
  /** What a person has to do about them, in document order. */
  readonly issues: readonly Issue[];
  readonly unchecked: readonly Unchecked[];
  readonly undecided: Audit['undecided'];
  /** Figure id → how many decided relations speak of it. */
  readonly ties: ReadonlyMap<string, number>;
  /** Ids of figures that decided relations only bound. */
  readonly bounded: ReadonlySet<string>;
}

/**
 * Checks → findings: which figure is wrong, why it is likely, what follows from it, and what was not checked.
 * `arithmetic` is that of check/, handed over because no step of the road knows another. The order of the checks does
 * not matter.
 */
export function locate(
  checks: readonly Check[],
  reading: Reading,
  { rules }: { readonly rules: readonly Rule[] },
  arithmetic: Arithmetic,
): Located {
  const after = firstNotBefore(reading.figures);
  const ordered = inReadingOrder(checks, reading, after);
  const hints = new Set(rules.filter(rule => rule.severity === 'note').map(rule => rule.id));
  const evidence = new Evidence(ordered, reading, arithmetic, hints);
  const diagnoses = diagnose(evidence, copiesAmong(reading.figures, evidence));
  const byRule = new Map(rules.map(rule => [rule.id, rule]));

  const ties = tiesOf(ordered, reading);
  const fingerprint = fingerprints(reading.year);
  const failed = casesOf(evidence, diagnoses);
  const cases = [...failed, ...notesOf(evidence, failed)].sort((a, b) => a.exhibit.index - b.exhibit.index);
  const names = new Map<string, string>();
  const nameOf = (key: string) => {
    if (!names.has(key)) names.set(key, `c${names.size + 1}`);
    return names.get(key)!;
  };
  const explained = cases.map(({ exhibit, accused, cause, complete }) => {
    const { check } = exhibit;
    const rule = byRule.get(check.relation.rule);
    const misread = misreadingIn(check, arithmetic);
    const known = { cause: nameOf(cause.key), fingerprint: fingerprint(check) };
    return { finding: toFinding({ check, rule, accused, complete, misread, ...known }), changes: cause.changes };
  });
  const position = ({ figure, place }: Spot) => (figure ? evidence.position(figure) : after(place) - 0.5);
  return {
    findings: explained.map(({ finding }) => finding),
    issues: issuesOf(explained, position, heldOf(ordered)),
    unchecked: uncheckedOf(ordered, reading, ties),
    undecided: undecidedOf(ordered),
    ties,
    bounded: boundedOf(ordered, reading),
  };
}

export interface Case {
  readonly exhibit: Exhibit;
  readonly accused: readonly Accused[];
  readonly cause: Cause;
  readonly complete: boolean;
}

/** Failing checks with their suspects; those that one change explains have one cause. */
function casesOf(evidence: Evidence, diagnoses: readonly Diagnosis[]): Case[] {
  const failing = evidence.exhibits.filter(({ check }) => check.verdict === 'fails');
  const diagnosisOf = byExhibit(diagnoses);
  const cases = failing.map((exhibit): Case => {
    const diagnosis = diagnosisOf(exhibit);
    if (!diagnosis) return { exhibit, accused: [], cause: itself(exhibit), complete: true };
    const accused = accuse(exhibit, diagnosis, evidence);
    // A handful of failing checks is looked through whole, found a way out or not; only among more may a smaller change have been missed.
    const complete = diagnosis.complete || diagnosis.failing.length <= FEW;
    return { exhibit, accused, cause: causeOf(exhibit, diagnosis, accused), complete };
  });
  return joinObserved(joinBounds(joinAlike(joinMoved(joinExchanged(cases), evidence))));
}

/** The diagnosis of a check: the one it is part of; else the first of which a move would mend it. */
function byExhibit(diagnoses: readonly Diagnosis[]): (exhibit: Exhibit) => Diagnosis | undefined {
  const own = new Map<Exhibit, Diagnosis>();
  const mending = new Map<Exhibit, Diagnosis>();
  const note = (known: Map<Exhibit, Diagnosis>, exhibit: Exhibit, diagnosis: Diagnosis) => {
    if (!known.has(exhibit)) known.set(exhibit, diagnosis);
  };
  for (const diagnosis of diagnoses) {
    const { failing, solutions, singles } = diagnosis;
    for (const exhibit of failing) note(own, exhibit, diagnosis);
    for (const move of [...solutions.flat(), ...singles]) for (const exhibit of move.mends) note(mending, exhibit, diagnosis);
  }
  return exhibit => own.get(exhibit) ?? mending.get(exhibit);
}

/** Two figures in each other's place may fail in checks that have nothing in common; it is one mistake all the same. */
function joinExchanged(cases: readonly Case[]): Case[] {
  const firsts = new Map<string, { key: string; change: Change }[]>();
  for (const { cause } of cases) {
    if (!cause.change) continue;
    const { figure, value } = cause.change;
    const kin = `${figure.amount.value} ${value}`;
    firsts.set(kin, [...(firsts.get(kin) ?? []), { key: cause.key, change: cause.change }]);
  }
  return cases.map(found => {
    const { change } = found.cause;
    const kin = change ? (firsts.get(`${change.value} ${change.figure.amount.value}`) ?? []) : [];
    const other = kin.find(one => one.key !== found.cause.key && areExchanged(change!, one.change));
    if (!change || !other) return found;
    const twin = { ...other.change, slip: 'swapped' as const };
    const key = [found.cause.key, other.key].sort().join(' ');
    const accused = found.accused.map(suspect =>
      suspect.figure === change.figure ? { ...suspect, slip: 'swapped' as const } : suspect,
    );
    return { ...found, accused, cause: { key, change, changes: [change, twin] } };
  });
}

/** A way of writing found more often than this is one habit, or one template that was not filled in. */
const OFTEN = 5;

/** The same thing written in the same way all over the report is one cause, however often it stands there. */
function joinAlike(cases: readonly Case[]): Case[] {
  const kinds = new Map<string, number>();
  const keys = cases.map(({ exhibit: { check } }) => formKey(check));
  for (const { exhibit } of cases) {
    const { kind, rule } = exhibit.check.relation;
    if (kind === 'form') kinds.set(rule, (kinds.get(rule) ?? 0) + 1);
  }
  return cases.map((found, i) => {
    const key = keys[i];
    const often = (kinds.get(found.exhibit.check.relation.rule) ?? 0) > OFTEN;
    return key && often ? { ...found, cause: { key, change: null, changes: [] } } : found;
  });
}

/**
 * A part above its whole that no change explains: of the same two figures by several rules, or by one rule of a line and of the lines
 * above it, which hold the same excess, it is one cause.
 */
function joinBounds(cases: readonly Case[]): Case[] {
  const keys = new Map<string, string>();
  return cases.map(found => {
    const { check } = found.exhibit;
    const { relation } = check;
    if (found.cause.change || relation.kind !== 'linear' || relation.compare === '=') return found;
    const figures = [...relation.total, ...relation.parts].map(({ figure }) => figure);
    const tables = figures.map(({ at }) => at?.table);
    const excess =
      relation.parts.length === 1 && tables.every(one => one) ? `${relation.rule} ${tables} ${gapOf(relation)}` : null;
    const same = figures
      .map(({ id }) => id)
      .sort()
      .join(' ');
    const known = keys.get(same) ?? (excess === null ? undefined : keys.get(excess));
    const key = known ?? found.cause.key;
    for (const one of [same, excess]) if (one !== null && !keys.has(one)) keys.set(one, key);
    return known === undefined ? found : { ...found, cause: { ...found.cause, key } };
  });
}

/** What is seen of figures («above its budget») and comes of one of them being wrong is no mistake beside that. */
function joinObserved(cases: readonly Case[]): Case[] {
  const wrong = new Map<Figure, string>();
  for (const { cause } of cases) if (cause.change && !wrong.has(cause.change.figure)) wrong.set(cause.change.figure, cause.key);
  return cases.map(found => {
    const { relation } = found.exhibit.check;
    if (found.cause.change || relation.kind !== 'form') return found;
    const key = (relation.figures ?? []).map(figure => wrong.get(figure)).find(one => one !== undefined);
    return key === undefined ? found : { ...found, cause: { ...found.cause, key } };
  });
}

function gapOf({ total, parts }: LinearRelation): string {
  const sum = (terms: readonly Term[]) =>
    terms.reduce((all, { figure, sign }) => all.plus(figure.amount.value.times(sign)), zero);
  return sum(total).minus(sum(parts)).toString();
}

/** The rule, how it is written («XX» and «XXXX», «12.5» and «8.00» are alike), and what else is told about it. */
function formKey({ relation }: Check): string | null {
  if (relation.kind !== 'form') return null;
  const form = relation.printed.replace(/[\d０-９.,，．\s]+/g, '0').replace(/(.)\1+/gu, '$1');
  return `form ${relation.rule} ${form} ${relation.expected} ${JSON.stringify(relation.params ?? {})}`;
}

/** Last-digit differences. */
function notesOf(evidence: Evidence, failed: readonly Case[]): Case[] {
  const changes = new Map<string, Cause>();
  for (const found of failed) if (found.cause.change) changes.set(found.cause.change.figure.id, found.cause);
  return distinctNotes(evidence).map(exhibit => {
    return { exhibit, accused: accuseNote(exhibit, evidence), cause: causeOfNote(exhibit, changes, evidence), complete: true };
  });
}
