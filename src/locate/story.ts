import { amountOf, type Check, type Figure, type Finding, figuresOf, type Relation, type Term } from '../model/index.ts';
import { equationOf } from './equation.ts';

/** One relation as it is printed, and as it would be after the proposed change. */
export interface Turn {
  readonly check: Check;
  readonly before: string | null;
  readonly after: string | null;
  readonly verdict: Check['verdict'];
}

/** What would follow if the first suspect of a finding were set to what it should be. */
export interface Story {
  readonly figure: Figure;
  readonly implied: string;
  /** Relations that fail and would not, that hold and would fail, and that move without changing their verdict. */
  readonly mended: readonly Turn[];
  readonly broken: readonly Turn[];
  readonly moved: readonly Turn[];
}

/** The whole story of one finding; null where no figure with a value is accused. `decide` is that of check/. */
export function storyOf(finding: Finding, checks: readonly Check[], decide: (relation: Relation) => Check): Story | null {
  const [best] = finding.suspects;
  const figure = best && finding.spots[best.place]?.figure;
  if (!figure || best.implied === null) return null;
  const { kind, unit } = figure.amount;
  const amount = amountOf(best.implied.replace(/[%％‰倍]$/, ''), kind, unit);
  if (!amount) return null;
  const changed: Figure = { ...figure, printed: best.implied, amount };
  const turns = checks
    .filter(
      ({ relation, verdict }) =>
        relation.kind !== 'form' && verdict !== 'undecided' && figuresOf(relation).some(({ id }) => id === figure.id),
    )
    .map((check): Turn => {
      const next = decide(withFigure(check.relation, changed));
      return { check, before: equationOf(check), after: equationOf(next), verdict: next.verdict };
    });
  const [failed, fails] = [({ check }: Turn) => check.verdict === 'fails', ({ verdict }: Turn) => verdict === 'fails'];
  return {
    figure,
    implied: best.implied,
    mended: turns.filter(turn => failed(turn) && !fails(turn)),
    broken: turns.filter(turn => !failed(turn) && fails(turn)),
    moved: turns.filter(turn => failed(turn) === fails(turn)),
  };
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
