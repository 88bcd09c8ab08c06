import {
  type Audit,
  type Check,
  type DistrictSum,
  type Fact,
  type Figure,
  type LinearRelation,
  plus,
  type UnitAmount,
} from '../model/index.ts';

/** What a district states of all its units together. */
export type Totals = readonly Pick<Figure, 'label' | 'printed' | 'amount' | 'fact' | 'place'>[];

/** One body by its name, and the reports of a year that count for it. */
interface Member {
  readonly name: string;
  readonly amounts: ReadonlyMap<string, UnitAmount>;
}

/** The name under which the relation is decided; it is no rule of the catalogue, for no single report can break it. */
const RELATION = 'SUM-ALL';

/** Adds up what units state, report after report; only what the district states too is kept. */
export class Sums {
  private readonly totals: Totals;
  private readonly wanted: ReadonlySet<string>;
  private readonly years = new Map<number, Map<string, Member>>();
  private isWhole = true;

  constructor(totals: Totals) {
    const seen = new Set<string>();
    this.totals = totals.filter(({ fact }) => isWhole(fact) && !seen.has(keyOf(fact)) && seen.add(keyOf(fact)));
    this.wanted = seen;
  }

  /** A report counts for its unit and year once: of two drafts, or two files of one report, the first. */
  take({ entity, file, year, kind }: Pick<Audit, 'entity' | 'file' | 'year' | 'kind'>, amounts: readonly UnitAmount[]): void {
    if (this.wanted.size === 0 || year === null || kind === 'dataset') return;
    const members = this.years.get(year) ?? new Map<string, Member>();
    this.years.set(year, members);
    const name = entity ?? file;
    if (members.has(name)) return;
    const own = amounts.filter(({ fact }) => this.wanted.has(keyOf(fact)));
    members.set(name, { name, amounts: new Map(own.map(one => [keyOf(one.fact), one])) });
  }

  /** A report that could not be audited: what it states is missing in every sum. */
  fail(): void {
    this.isWhole = false;
  }

  /**
   * A sum that fits fits. One that does not is told as wrong only where every unit of the year states the amount and none seems to be
   * part of another; else it is undecided.
   */
  end(decide: (relation: LinearRelation) => Check): DistrictSum[] {
    return this.totals.map(total => {
      const key = keyOf(total.fact);
      const members = [...(this.years.get(total.fact.period!)?.values() ?? [])];
      const stating = members.filter(({ amounts }) => amounts.has(key));
      const lacking = members.filter(({ amounts }) => !amounts.has(key)).map(({ name }) => name);
      const nested = nestedIn(stating.map(({ name }) => name));
      const whole: Figure = { ...total, id: 'total', section: '', quote: '' };
      const relation: LinearRelation = {
        kind: 'linear',
        rule: RELATION,
        about: total.label,
        total: [plus(whole)],
        parts: stating.map(({ name, amounts }, i) => plus(figureOf(`u${i + 1}`, name, amounts.get(key)!, whole))),
        compare: '=',
      };
      const check = decide(relation);
      const isOpen =
        stating.length === 0 || (check.verdict === 'fails' && (lacking.length > 0 || nested.length > 0 || !this.isWhole));
      return {
        label: total.label,
        fact: total.fact,
        printed: total.printed,
        unit: total.amount.unit,
        check: isOpen ? { ...check, verdict: 'undecided' } : check,
        units: stating.length,
        lacking,
        nested,
        isWhole: this.isWhole,
      };
    });
  }
}

const keyOf = ({ indicator, scope, period, measure }: Fact) => [indicator, scope, period, measure].join('\n');
const isWhole = (fact: Fact) => fact.indicator !== null && fact.period !== null && fact.measure !== null;

function figureOf(id: string, name: string, { printed, amount, fact }: UnitAmount, { place }: Figure): Figure {
  return { id, printed, amount, fact, place: { file: place.file }, label: name, section: '', quote: '' };
}

/** Bodies whose names begin with the whole name of another: an office and what belongs to it. */
function nestedIn(names: readonly string[]): string[] {
  const sorted = [...names].sort();
  let outer = '';
  return sorted.filter(name => {
    const isInside = outer !== '' && name.startsWith(outer);
    if (!isInside) outer = name;
    return isInside;
  });
}
