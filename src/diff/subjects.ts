import type { Audit, Big, Figure, Level, Measure } from '../model/index.ts';
import { codeOf, headingOf, plainName } from './names.ts';

/** One fact of one report: what it is, and every figure that states it. */
export interface Subject {
  readonly indicator: string | null;
  readonly figures: readonly Figure[];
  /** The figure it is told by: of those that print what most print, the one with most digits. */
  readonly figure: Figure;
  /** As it is compared. */
  readonly name: string;
  /** As it is printed. */
  readonly title: string;
  readonly code: string | null;
  /** What tells apart facts of one name: scope, measure, kind of number, and for unbound figures where they stand. */
  readonly respect: string;
}

export interface Subjects {
  readonly current: readonly Subject[];
  /** Facts of the year before that this report tells: by fact key. */
  readonly previous: ReadonlyMap<string, readonly Figure[]>;
  /** Figures without a name that could be looked for. */
  readonly unnamed: number;
}

/** Measures that are levels; changes belong to the level they change. */
const CHANGES: ReadonlySet<Measure | null> = new Set<Measure | null>(['增减额', '增减率']);

/** The facts of a report, each once, in reading order. */
export function subjectsOf({ figures, year }: Pick<Audit, 'figures' | 'year'>): Subjects {
  const groups = new Map<string, Figure[]>();
  const previous = new Map<string, Figure[]>();
  let unnamed = 0;
  for (const figure of figures) {
    const { indicator, period, measure } = figure.fact;
    if (CHANGES.has(measure)) continue;
    const then = period !== null && year !== null && period !== year;
    if (then && (period !== year - 1 || indicator === null)) continue;
    const key = indicator === null ? nameKey(figure) : factKey(figure);
    if (key === null) {
      unnamed++;
      continue;
    }
    const into = then ? previous : groups;
    const group = into.get(key);
    if (group) group.push(figure);
    else into.set(key, [figure]);
  }
  const current: Subject[] = [];
  for (const group of groups.values()) {
    // Unbound figures of one name may be anything: only a name that is there once can be looked for.
    if (group[0]!.fact.indicator === null && group.length > 1) unnamed += group.length;
    else current.push(subject(group));
  }
  return { current, previous, unnamed };
}

/** indicator, scope, measure and kind of number. */
export function factKey({ fact, amount }: Figure): string {
  return `${fact.indicator}|${fact.scope ?? ''}|${fact.measure ?? ''}|${amount.kind}`;
}

/** What an unbound figure could be found by; null where it has no name of its own. */
function nameKey(figure: Figure): string | null {
  const { at, label, section, amount, fact } = figure;
  const name = plainName(at?.row || label);
  if (name.length < 2 || amount.kind === 'other') return null;
  return `${name}|${fact.measure ?? ''}|${amount.kind}|${at ? `${plainName(at.table)}|${plainName(at.col)}` : headingOf(section)}`;
}

function subject(figures: readonly Figure[]): Subject {
  const figure = spokesman(figures);
  const { fact, amount, at, label, section } = figure;
  const { indicator, scope, measure } = fact;
  const name = indicator === null ? plainName(at?.row || label) : plainName(indicator.split('/').at(-1)!);
  const where = indicator === null ? (at ? `${plainName(at.table)}|${plainName(at.col)}` : headingOf(section)) : '';
  const respect = `${indicator?.includes('/') ? indicator.split('/')[0] : ''}|${scope ?? ''}|${measure ?? ''}|${amount.kind}|${where}`;
  const code = figures.map(codeOf).find(found => found !== null) ?? null;
  const title = (indicator === null ? at?.row || label : indicator.split('/').at(-1)!).replace(/\s+/g, ' ').trim();
  return { indicator, figures, figure, name, title, code, respect };
}

/** Of several figures for one fact, one that prints what most of them print, with as many digits as there are. */
function spokesman(figures: readonly Figure[]): Figure {
  if (figures.length < 3) return figures.reduce((best, next) => (next.amount.step.lt(best.amount.step) ? next : best));
  const counts = new Map<string, number>();
  for (const { amount } of figures) counts.set(amount.value.toString(), (counts.get(amount.value.toString()) ?? 0) + 1);
  const rank = ({ amount }: Figure) => counts.get(amount.value.toString())!;
  return figures.reduce((best, next) => {
    const more = rank(next) - rank(best);
    return more > 0 || (more === 0 && next.amount.step.lt(best.amount.step)) ? next : best;
  });
}

/** What a subject amounts to, as printed. */
export function printedLevel({ figure, figures }: Subject): Level {
  return { value: figure.amount.value, amount: figure.amount, figures, source: 'printed' };
}

/** A value nobody printed, written like a figure that is. */
export function impliedLevel(value: Big, like: Figure, source: 'change' | 'rate'): Level {
  return { value, amount: like.amount, figures: [], source };
}
