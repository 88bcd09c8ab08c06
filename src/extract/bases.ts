import type { Figure, Measure, ShareStatement, Statement } from '../model/index.ts';
import { labelOf } from './labels.ts';

/**
 * «占一般公共预算项目支出总额的 p%»: a base that no sentence tells is one that a table prints. Only a base with the name of an
 * indicator and of a fund is looked for: without a fund it may be anybody's.
 */
export function withBases(
  statements: readonly Statement[],
  figures: readonly Figure[],
  year: number | null,
  level: Measure,
): Statement[] {
  return statements.map(statement =>
    statement.kind === 'share' && statement.whole === null && statement.base !== null
      ? { ...statement, whole: inTables(statement, figures, year, level) }
      : statement,
  );
}

function inTables(
  { base, part }: ShareStatement,
  figures: readonly Figure[],
  year: number | null,
  level: Measure,
): Figure | null {
  const { indicator, scope } = labelOf(base!.replace(/(?:总额|总数|总量)$/, ''), null);
  if (!indicator || !scope) return null;
  const isMeant = ({ at, amount, fact }: Figure) =>
    at !== undefined &&
    amount.kind === part.amount.kind &&
    fact.indicator === indicator &&
    fact.scope === scope &&
    fact.period === year &&
    fact.measure === level;
  return figures.find(isMeant) ?? null;
}
