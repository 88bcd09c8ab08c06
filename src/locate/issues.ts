import type { Correction, Figure, Finding, Issue, Relation, Severity, Spot, Suspect } from '../model/index.ts';
import type { Change } from './suspects/moves.ts';
import { inThrees } from './telling/equation.ts';
import { impliedFor } from './telling/finding.ts';

/** A finding, with the changes of the move that explains it and where its problem stands in the report. */
export interface Explained {
  readonly finding: Finding;
  readonly changes?: readonly Change[];
}

/**
 * Findings → problems: those of one cause are one problem. What is to be changed is told once, by the finding that says best why;
 * the others hang below it. In document order: by the first passage that is to be changed, as `position` tells it. `held`: ids of
 * figures that other relations hold to be right; where an observation may blame any of its figures, these are left alone.
 */
export function issuesOf(
  explained: readonly Explained[],
  position: (spot: Spot) => number = () => 0,
  held: ReadonlySet<string> = new Set(),
): Issue[] {
  const groups = new Map<string, Explained[]>();
  for (const one of explained) {
    const group = groups.get(one.finding.cause);
    if (group) group.push(one);
    else groups.set(one.finding.cause, [one]);
  }
  const ids = idsOf([...groups.values()].map(group => leadOf(group).finding.fingerprint));
  const issues = [...groups.values()].map((group, i) => issueFrom(group, ids[i]!, held));
  const placed = issues.map((issue, i) => ({ issue, at: Math.min(...spotsOf(issue).map(position)), i }));
  return placed.sort((a, b) => a.at - b.at || a.i - b.i).map(({ issue }) => issue);
}

function issueFrom(group: readonly Explained[], id: string, held: ReadonlySet<string>): Issue {
  const lead = leadOf(group);
  const findings = [lead.finding, ...group.filter(one => one !== lead).map(one => one.finding)];
  const severity = findings.reduce(
    (worst, one) => (RANK[one.severity] < RANK[worst] ? one.severity : worst),
    findings[0]!.severity,
  );
  return { id, cause: lead.finding.cause, severity, lead: lead.finding, findings, ...cureOf(lead, findings, held) };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

type Cure = Pick<Issue, 'corrections' | 'candidates' | 'choices'>;

/** What is to be done: the changes, or the choices where nothing decides between them. */
function cureOf({ finding, changes = [] }: Explained, findings: readonly Finding[], held: ReadonlySet<string>): Cure {
  if (finding.verdict === 'form') return blamed(finding, held) ?? decided(findings.flatMap(formCorrection));
  const [best] = finding.suspects;
  if (!best) return NONE;
  const even = finding.suspects.filter(other => weight(other) === weight(best));
  const all = Number(finding.params.tied ?? even.length);
  if (even.length > 1 && !even.every(one => one.together))
    return { corrections: [], candidates: even.map(one => suspected(finding, one)), choices: Math.max(all, even.length) };
  if (even.length > 1) return decided(even.map(one => suspected(finding, one)));
  const own = suspected(finding, best);
  const others = changes.filter(({ figure }) => own.spot.figure && figure.id !== own.spot.figure.id);
  return decided([own, ...(changes.some(({ figure }) => figure.id === own.spot.figure?.id) ? others.map(changed) : [])]);
}

function decided(corrections: readonly Correction[]): Cure {
  const seen = new Set<Spot['place']>();
  return {
    corrections: corrections.filter(({ spot }) => !seen.has(spot.place) && seen.add(spot.place)),
    candidates: [],
    choices: 0,
  };
}

const NONE: Cure = { corrections: [], candidates: [], choices: 0 };

/** Where an observation knows no cure, what it says about who may be wrong; null where it says nothing. */
function blamed({ check: { relation }, suspects, spots }: Finding, held: ReadonlySet<string>): Cure | null {
  if (relation.kind !== 'form' || suspects.some(({ implied }) => implied !== null)) return null;
  if (relation.blame === 'none') return NONE;
  if (relation.blame !== 'any') return null;
  const doubtful = spots.filter(({ figure }) => figure && !held.has(figure.id));
  const candidates = doubtful.map((spot): Correction => ({ spot, now: spot.printed, to: null, slip: null }));
  return candidates.length === 1 ? decided(candidates) : { corrections: [], candidates, choices: candidates.length };
}

/** Where a form finding stands, and what belongs there. */
function formCorrection(finding: Finding): Correction[] {
  const [best] = finding.suspects;
  if (best) return [suspected(finding, best)];
  // A limit that is not kept: the number may well be right.
  if (finding.check.relation.kind === 'form' && finding.check.relation.by) return [];
  const [spot] = finding.spots;
  return spot ? [{ spot, now: spot.printed, to: finding.expected === spot.printed ? null : finding.expected, slip: null }] : [];
}

function suspected({ spots }: Finding, { place, implied, slip }: Suspect): Correction {
  const spot = spots[place]!;
  return { spot, now: spot.printed, to: implied === null ? null : groupedAs(implied, spots), slip };
}

function changed({ figure, value, slip }: Change): Correction {
  const { place, printed, label, section, quote } = figure;
  const spot = { place, printed, label, section, quote, figure };
  return { spot, now: printed, to: groupedAs(impliedFor(figure, value, slip), [spot]), slip };
}

/** Thousands separators, where the figures at hand are printed with them. */
function groupedAs(number: string, spots: readonly Pick<Figure, 'printed'>[]): string {
  if (!/^[-−]?\d/.test(number) || !spots.some(({ printed }) => /\d[,，]\d{3}/.test(printed))) return number;
  return number.replace(/\d+/, whole => inThrees(whole).join(','));
}

function weight({ explains, breaks, slip }: Suspect): string {
  return `${explains} ${breaks} ${slip === null}`;
}

/** All passages to look at, for the order; where nothing is to be changed, those of the lead. */
function spotsOf({ corrections, candidates, lead }: Issue): Spot[] {
  const told = [...corrections, ...candidates].map(({ spot }) => spot);
  return told.length > 0 ? told : [...lead.spots];
}

/**
 * The gravest first; of equals, one that decides which figure is wrong; of those, one that states this very figure (a sum that
 * blames its own total, not one of ten addends); then a sum before a rate before a bound; then what stands close together.
 */
function leadOf(group: readonly Explained[]): Explained {
  return [...group].sort((a, b) => compare(a.finding, b.finding))[0]!;
}

function compare(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    decides(a) - decides(b) ||
    states(a) - states(b) ||
    says(a.check.relation) - says(b.check.relation) ||
    scattered(a) - scattered(b)
  );
}

/** 0: names one figure with its value; 1: without, or several; 2: nobody. */
function decides({ suspects }: Finding): number {
  const [best, next] = suspects;
  if (!best) return 2;
  return best.implied === null || (next && weight(next) === weight(best)) ? 1 : 0;
}

/** 0 where the figure to be changed is the one that the finding's sentence begins with. */
function states({ suspects, spots, check: { relation } }: Finding): number {
  const figure = spots[suspects[0]?.place ?? 0]?.figure;
  if (!figure) return 1;
  if (relation.kind === 'linear') return Number(relation.total.length > 1 || relation.total[0]?.figure !== figure);
  if (relation.kind === 'ratio') return Number(relation.rate !== figure);
  return 0;
}

function says(relation: Relation): number {
  if (relation.kind === 'linear') return relation.compare === '=' ? 0 : 3;
  return relation.kind === 'ratio' ? 1 : 2;
}

/** In how many lines, rows, paragraphs or pages its figures stand. */
function scattered({ spots }: Finding): number {
  const lines = spots.map(({ place: { file, line, paragraph, page, sheet, cell, tableNumber, rowNumber } }) =>
    [file, line, paragraph, page, sheet, cell?.replace(/^[A-Z]+/, ''), tableNumber, rowNumber].join(' '),
  );
  return new Set(lines).size;
}

/** Enough characters of a fingerprint for a person to type; more where two begin alike. */
const SHORT = 6;

/** The first characters of each fingerprint («a1b2c3-2»: the number tells those apart that are alike). */
function idsOf(fingerprints: readonly string[]): string[] {
  const shorten = (print: string, size: number) => {
    const count = /-\d+$/.exec(print)?.[0] ?? '';
    return print.slice(0, print.length - count.length).slice(0, size) + count;
  };
  const distinct = [...new Set(fingerprints)];
  const counts: Map<string, number>[] = [];
  const countsAt = (size: number) => {
    const known = counts[size] ?? new Map<string, number>();
    if (!counts[size]) for (const print of distinct) known.set(shorten(print, size), (known.get(shorten(print, size)) ?? 0) + 1);
    counts[size] = known;
    return known;
  };
  return fingerprints.map(print => {
    for (let size = SHORT; size < print.length; size++) {
      const id = shorten(print, size);
      if (countsAt(size).get(id) === 1) return id;
    }
    return print;
  });
}
