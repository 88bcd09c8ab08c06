import type { Audit } from '../../src/model/index.ts';
import { type Mark, marksOf, type Report } from './report.ts';

/**
 * Facts of which a report may tell nothing else, so that nobody who reads it can see that they are wrong: what is counted once, an
 * amount that is only not above another, a budget without its rate or the total it belongs to. Where a reader could see it
 * (percentage points, shares by kind of procurement), a change unseen is a miss.
 */
const LONE: readonly RegExp[] = [
  /\/count\.(?:equipment\d+|planned|watched|evaluated)$/,
  /\/count\.(?:kept|bought|groups|travellers|rounds|guests|foreignRounds|foreignGuests)$/,
  /\/budget\.\w+\.(?:initial|adjusted|carried)$/,
  // A rate whose budget is not told: only with those of all other items does it say anything.
  /^rate\/T5\.\w+\.sum\/budget\.\w+\.(?:initial|adjusted)$/,
  /\/buy\.(?:reserved|elsewhere|elsewhereMicro)$/,
  // Where neither tables nor text tell the projects.
  /\/score\.mean$/,
  /\/evaluated\.outcome$/,
  /^share\/evaluated\.outcome\//,
];

/**
 * Whether a figure stands alone: its report tells nothing else that speaks of it, and the tool says so itself, by listing the figure
 * as unchecked or as held against a limit only. `report` holds, `audit` is what the tool says about it.
 */
export function isLone(mark: Mark, report: Report, { figures, ties, bounded }: Audit): boolean {
  if (!mayStandAlone(mark, report)) return false;
  const digits = (text: string) => text.replace(/[^\d.]/g, '');
  return figures.some(({ id, printed }) => digits(printed) === digits(mark.printed) && (!ties.get(id) || bounded.has(id)));
}

/** Whether a report may tell nothing else that speaks of a figure. */
export function mayStandAlone(mark: Mark, report: Report): boolean {
  return LONE.some(pattern => pattern.test(mark.fact)) && !isSpokenOf(mark, marksOf(report));
}

const isAmount = (fact: string) => /^\d{4}\//.test(fact);
const addressesOf = (fact: string) => fact.split('/').slice(1);

/** Whether a report tells a fact twice, or a share or rate with both amounts that it is computed from. */
function isSpokenOf({ fact }: Mark, marks: readonly Mark[]): boolean {
  const facts = marks.map(mark => mark.fact);
  const told = new Set(facts.filter(isAmount).flatMap(addressesOf));
  const isWhole = (ratio: string) => addressesOf(ratio).every(address => told.has(address));
  if (facts.filter(other => other === fact).length > 1) return true;
  if (!isAmount(fact)) return isWhole(fact);
  const [address] = addressesOf(fact);
  return facts.some(other => /^(?:share|rate)\//.test(other) && addressesOf(other).includes(address!) && isWhole(other));
}
