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
  return statements.map(statement => {
    if (statement.kind !== 'share' || statement.whole !== null) return statement;
    if (statement.base !== null) return { ...statement, whole: inTables(statement, figures, year, level) };
    const whole = inHeading(statement, figures, year, level);
    return whole ? { ...statement, whole, grounds: ['base'], together: `shares of ${whole.section}` } : statement;
  });
}

const STRUCTURE = /结构(?:情况)?(?:的?说明)?。?$/;
const above = (section: string) => section.slice(0, Math.max(0, section.lastIndexOf('›')));

/**
 * «（一）一般公共预算当年拨款规模变化情况», which tells the total, then «（二）一般公共预算当年拨款结构情况», which tells shares alone: they
 * are of what the section before told, as far as those of one list bear that out.
 */
function inHeading({ part }: ShareStatement, figures: readonly Figure[], year: number | null, level: Measure): Figure | null {
  if (!STRUCTURE.test(part.section)) return null;
  const isMeant = ({ at, amount, fact, section }: Figure) =>
    !at &&
    amount.kind === part.amount.kind &&
    (fact.indicator === '本年收入' || fact.indicator === '本年支出') &&
    fact.scope === part.fact.scope &&
    fact.period === year &&
    fact.measure === level &&
    above(section) === above(part.section);
  return figures.slice(0, Math.max(0, figures.indexOf(part))).findLast(isMeant) ?? null;
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
