import {
  type Audit,
  amountOf,
  type Check,
  type Figure,
  type Finding,
  figuresOf,
  type Relation,
  type Story,
  type Suspect,
  type Term,
  type Turn,
} from '../../model/index.ts';
import { equationOf } from './equation.ts';

/**
 * What would follow if the nth suspect of a finding (the first by default) were set to what it should be; null where it is
 * no figure or no value is known. Where two figures were exchanged, the other one, named by a finding of the same cause, is
 * set right as well; so are the others that are only mended together with it. `decide` is that of check/.
 */
export function storyOf(
  finding: Finding,
  { checks, findings }: Pick<Audit, 'checks' | 'findings'>,
  decide: (relation: Relation) => Check,
  nth = 0,
): Story | null {
  const own = changeOf(finding, finding.suspects[nth]);
  if (!own) return null;
  const { slip, together } = finding.suspects[nth]!;
  const twins = slip === 'swapped' ? twinsOf(own, finding, findings) : [];
  const sets =
    twins.length > 0 ? twins.map(twin => [own, twin]) : [[own, ...(together ? partnersOf(own, checks, findings) : [])]];
  const stories = sets.map(changes => tell(changes, checks, decide));
  const gain = ({ mended, broken }: Story) => mended.length - broken.length;
  return stories.reduce((best, other) => (gain(other) > gain(best) ? other : best));
}

function tell(changes: readonly Changed[], checks: readonly Check[], decide: (relation: Relation) => Check): Story {
  const ids = new Set(changes.map(({ figure }) => figure.id));
  const turns = checks
    .filter(
      ({ relation, verdict }) =>
        relation.kind !== 'form' && verdict !== 'undecided' && figuresOf(relation).some(({ id }) => ids.has(id)),
    )
    .map((check): Turn => {
      const next = decide(changes.reduce((relation, { changed }) => withFigure(relation, changed), check.relation));
      return { check, before: equationOf(check), after: equationOf(next), verdict: next.verdict };
    });
  const [failed, fails] = [({ check }: Turn) => check.verdict === 'fails', ({ verdict }: Turn) => verdict === 'fails'];
  return {
    changes: changes.map(({ figure, implied }) => ({ figure, implied })),
    mended: turns.filter(turn => failed(turn) && !fails(turn)),
    broken: turns.filter(turn => !failed(turn) && fails(turn)),
    moved: turns.filter(turn => failed(turn) === fails(turn)),
  };
}

interface Changed {
  readonly figure: Figure;
  readonly implied: string;
  /** The figure as it would be printed. */
  readonly changed: Figure;
}

function changeOf({ spots }: Finding, suspect: Suspect | undefined): Changed | null {
  const figure = suspect && spots[suspect.place]?.figure;
  if (!figure || suspect.implied === null) return null;
  const { implied } = suspect;
  const amount = amountOf(implied.replace(/[%％‰倍]$/, ''), figure.amount.kind, figure.amount.unit);
  return amount ? { figure, implied, changed: { ...figure, printed: implied, amount } } : null;
}

/** Who may be the other one of two exchanged figures: it prints what the first should be, and the other way round. */
function twinsOf({ figure, changed }: Changed, { cause }: Finding, findings: readonly Finding[]): Changed[] {
  const swapped = findings
    .filter(other => other.cause === cause)
    .flatMap(other => other.suspects.filter(({ slip }) => slip === 'swapped').map(suspect => changeOf(other, suspect)));
  const twins = new Map<string, Changed>();
  for (const twin of swapped) {
    if (!twin || twin.figure.id === figure.id || !twin.figure.amount.value.eq(changed.amount.value)) continue;
    if (twin.changed.amount.value.eq(figure.amount.value)) twins.set(twin.figure.id, twin);
  }
  return [...twins.values()];
}

/** The likeliest of other findings that are corrected together with a figure: those that fail in a relation of its own. */
function partnersOf({ figure }: Changed, checks: readonly Check[], findings: readonly Finding[]): Changed[] {
  const near = new Set<string>();
  for (const { relation, verdict } of checks) {
    const ids = verdict === 'fails' ? figuresOf(relation).map(({ id }) => id) : [];
    if (ids.includes(figure.id)) for (const id of ids) near.add(id);
  }
  const partners = new Map<string, Changed>();
  for (const other of findings) {
    const [best] = other.suspects;
    const partner = best?.together ? changeOf(other, best) : null;
    if (partner && partner.figure.id !== figure.id && near.has(partner.figure.id)) partners.set(partner.figure.id, partner);
  }
  return [...partners.values()];
}

/** The relation with one of its figures in another version. */
function withFigure(relation: Relation, figure: Figure): Relation {
  const swap = <F extends Figure | null>(one: F): F => (one?.id === figure.id ? (figure as F) : one);
  const terms = (list: readonly Term[]) => list.map(term => ({ ...term, figure: swap(term.figure) }));
  switch (relation.kind) {
    case 'linear':
      return { ...relation, total: terms(relation.total), parts: terms(relation.parts) };
    case 'ratio':
      return { ...relation, rate: swap(relation.rate), part: terms(relation.part), whole: terms(relation.whole) };
    case 'order':
      return {
        ...relation,
        left: terms(relation.left),
        right: Array.isArray(relation.right) ? terms(relation.right as readonly Term[]) : relation.right,
      };
    case 'implied': {
      const item = (one: typeof relation.total) => ({
        outcome: swap(one.outcome),
        rate: swap(one.rate),
        budget: swap(one.budget),
      });
      return { ...relation, total: item(relation.total), items: relation.items.map(item) };
    }
    default:
      return { ...relation, figures: relation.figures.map(swap) };
  }
}
