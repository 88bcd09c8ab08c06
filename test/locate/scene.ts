import { decideWith, implied, run } from '../../src/check/index.ts';
import { type Located, locate } from '../../src/locate/index.ts';
import {
  type Figure,
  type Finding,
  figuresOf,
  type Reading,
  type Relation,
  type Rule,
  type Severity,
} from '../../src/model/index.ts';

export function ruleOf(id: string, severity: Severity = 'error'): Rule {
  const texts = { title: id, must: '', why: '', fix: '' };
  return { id, slug: id.toLowerCase(), severity, ...texts, basis: '', example: '', exceptions: '', en: texts };
}

/** A reading of just these figures, in this order. */
export function readingOf(figures: readonly Figure[], more: Partial<Reading> = {}): Reading {
  return { entity: null, year: 2021, title: null, kind: 'final-accounts', figures, statements: [], unread: [], ...more };
}

/** Decides and locates; the figures stand in the order in which the relations name them. */
export function locateAll(relations: readonly Relation[], figures?: readonly Figure[], rules: readonly Rule[] = []): Located {
  const all = figures ?? [...new Map(relations.flatMap(figuresOf).map(figure => [figure.id, figure])).values()];
  return locate(run(relations), readingOf(all), { rules }, { implied, decideWith });
}

/** The suspects of a finding in short: «516.82→516.49 transposed». */
export function suspectsOf(finding: Finding): string[] {
  return finding.suspects.map(
    ({ place, implied: meant, slip }) => `${finding.spots[place]!.printed}→${meant}${slip ? ` ${slip}` : ''}`,
  );
}
