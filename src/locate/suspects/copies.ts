import type { Big, Figure, Slip } from '../../model/index.ts';
import type { Evidence } from './evidence.ts';

/** Last digits by which a copied number must be off: nearer ones are next to what was meant for another reason. */
const FEW = 5;

/** Tells whether what is printed for a figure is really another figure's number. */
export interface Copies {
  /** `meant`: what should stand there (base unit). */
  slipOf(figure: Figure, meant: Big): Slip | null;
}

/**
 * Looks for the printed number among its neighbours: the same indicator of another scope (the all-funds figure in a
 * 财政拨款 sentence), of last year, in another measure (budget for outcome), or the row above or below, the column beside.
 * Numbers of fewer than three digits repeat by chance and prove nothing.
 */
export function copiesAmong(figures: readonly Figure[], evidence: Evidence): Copies {
  // Made when the first figure is suspected: a report in which all holds asks for neither.
  let byValue: ReadonlyMap<string, readonly Figure[]> | undefined;
  let beside: ReturnType<typeof neighbours> | undefined;
  return {
    slipOf(figure, meant) {
      if (figure.amount.value.minus(meant).abs().lte(figure.amount.step.times(FEW))) return null;
      const key = keyOf(figure);
      byValue ??= valued(figures);
      const twins = key ? (byValue.get(key) ?? []).filter(other => other !== figure) : [];
      for (const twin of twins) {
        const slip = kinship(figure, twin);
        if (slip) return slip;
      }
      if (twins.length === 0) return null;
      beside ??= neighbours(figures, evidence);
      const near = beside.get(figure.id);
      return twins.some(twin => near?.has(twin.id)) ? 'neighbour' : null;
    },
  };
}

/** The figures by what they print. */
function valued(figures: readonly Figure[]): Map<string, Figure[]> {
  const byValue = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const same = key === null ? undefined : byValue.get(key);
    if (same) same.push(figure);
    else if (key) byValue.set(key, [figure]);
  }
  return byValue;
}

function keyOf({ amount }: Figure): string | null {
  return amount.value.c.length < 3 ? null : `${amount.kind} ${amount.value}`;
}

/** In which single respect two figures of one indicator differ. */
function kinship(figure: Figure, twin: Figure): Slip | null {
  const [a, b] = [figure.fact, twin.fact];
  if (a.indicator === null || a.indicator !== b.indicator) return null;
  const scope = a.scope === b.scope;
  const measure = a.measure === b.measure;
  const period = a.period === b.period;
  if (!scope && measure && period && a.scope !== null && b.scope !== null) return 'scope';
  if (scope && !measure && period && a.measure !== null && b.measure !== null) return 'measure';
  if (scope && measure && a.period !== null && b.period === a.period - 1) return 'last-year';
  return null;
}

/** Next to each other in a column or row of a table, in a list of addends or in a list of shares. */
function neighbours(figures: readonly Figure[], evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const lines = new Map<string, Figure[]>();
  const add = (key: string, figure: Figure) => {
    const line = lines.get(key);
    if (line) line.push(figure);
    else lines.set(key, [figure]);
  };
  for (const figure of figures) {
    if (!figure.at) continue;
    add(`column ${figure.at.table} ${figure.at.col}`, figure);
    add(`row ${figure.at.table} ${figure.at.row}`, figure);
  }
  for (const { check, index } of evidence.exhibits) {
    const { relation } = check;
    if (relation.kind === 'linear') for (const term of relation.parts) add(`sum ${index}`, term.figure);
    if (relation.kind === 'ratio' && relation.list !== undefined) {
      add(`rates ${relation.list}`, relation.rate);
      if (relation.part.length === 1) add(`parts ${relation.list}`, relation.part[0]!.figure);
    }
  }
  const beside = new Map<string, Set<string>>();
  const join = (a: Figure, b: Figure) => beside.set(a.id, (beside.get(a.id) ?? new Set()).add(b.id));
  for (const line of lines.values()) {
    line.sort((a, b) => evidence.position(a) - evidence.position(b));
    for (let i = 1; i < line.length; i++) {
      join(line[i]!, line[i - 1]!);
      join(line[i - 1]!, line[i]!);
    }
  }
  return beside;
}
