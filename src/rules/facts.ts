import { type Fact, type Figure, levelOf, type Measure, type Reading, type Scope, type Statement } from '../model/index.ts';
import { Lines } from './lines.ts';

/** The figures of a reading, to be found by what they state. */
export class Facts {
  readonly year: number | null;
  /** The measure of the report's own amounts. */
  readonly level: Measure;
  private readonly byKey = new Map<string, Figure[]>();
  private readonly changesOf = new Map<Figure, Extract<Statement, { kind: 'change' }>>();

  private known: Lines | undefined;
  private inTables: Facts | undefined;

  constructor(private readonly reading: Reading) {
    this.year = reading.year;
    this.level = levelOf(reading.kind);
    for (const figure of reading.figures) {
      const key = keyOf(figure);
      const same = key === null ? undefined : this.byKey.get(key);
      if (same) same.push(figure);
      else if (key) this.byKey.set(key, [figure]);
    }
    // Where several state one fact, those that surely do come first.
    for (const same of this.byKey.values()) if (same.some(one => one.grounds)) same.sort((a, b) => +!!a.grounds - +!!b.grounds);
    for (const statement of reading.statements) {
      if (statement.kind === 'change' && statement.base === 'year' && statement.current && !this.changesOf.has(statement.current))
        this.changesOf.set(statement.current, statement);
    }
  }

  /** All figures that state one fact, in reading order. */
  all(indicator: string, scope: Scope | null, measure: string = this.level, period = this.year): readonly Figure[] {
    return this.byKey.get(`${indicator}|${scope ?? ''}|${period ?? ''}|${measure}`) ?? [];
  }

  /** Every group of figures that state one and the same fact. */
  groups(): IterableIterator<readonly Figure[]> {
    return this.byKey.values();
  }

  /** The lines of the classification, by code. */
  get lines(): Lines {
    this.known ??= new Lines(this.reading);
    return this.known;
  }

  /** What the tables alone state. */
  get tables(): Facts {
    this.inTables ??= new Facts({ ...this.reading, figures: this.reading.figures.filter(({ at }) => at), statements: [] });
    return this.inTables;
  }

  /** Whether a cell that should state this could not be read. */
  isLost({ indicator, scope, period, measure }: Fact): boolean {
    return (this.reading.lost ?? []).some(
      one => one.indicator === indicator && one.scope === scope && one.period === period && one.measure === measure,
    );
  }

  /** What a figure's own sentence says about its change against last year. */
  changeOf(figure: Figure): Extract<Statement, { kind: 'change' }> | undefined {
    return this.changesOf.get(figure);
  }
}

/** indicator|scope|period|measure of a bound amount; null for rates, counts and unbound figures. */
export function keyOf(figure: Figure): string | null {
  const { indicator, scope, period, measure } = figure.fact;
  if (indicator === null || measure === null || figure.amount.kind !== 'money' || measure === '增减额' || measure === '结转使用')
    return null;
  return `${indicator}|${scope ?? ''}|${period ?? ''}|${measure}`;
}
