import { selfEvaluation } from '../../domain/index.ts';
import { addUp, type Statement } from '../../model/index.ts';
import type { Draft } from '../narrative/topics.ts';
import { unitStated } from '../unit.ts';
import type { Sheet } from './figures.ts';
import { type FundingRow, fundingRow, fundingStatements, type Header, pairedRow, plannedRow } from './funding.ts';
import { headerOf, isTitle, mayTellWhole, type Row } from './grid.ts';
import { type IndicatorRow, indicatorRow } from './indicators.ts';
import { ratingGiven, type ScoreTotals, scoreStatements, scoreTotals } from './scores.ts';

/** One self-evaluation table. */
export interface ReadSheet {
  /** The project's name; null for the table of the whole department. */
  readonly project: string | null;
  readonly funding: readonly FundingRow[];
  readonly indicators: readonly IndicatorRow[];
  /** The whole score. */
  readonly score: Draft | null;
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
}

/** Words without which budget and outcome beside each other are those of any other table. */
const AIMS = /绩效|自评|评价|目标|项目资金|资金总额|整体支出/;

/** Reads one sheet; null for a table that states no funding, which is no self-evaluation. */
export function readSheet(
  rows: readonly Row[],
  block: number,
  section: string,
  unit: string,
  above: string,
  year: number | null,
  irregular: boolean,
): ReadSheet | null {
  if (!mayTellWhole(rows)) return null;
  const name = projectName(rows);
  const title = rows.find(isTitle)?.cells.find(one => one.s)?.s ?? above.replace(/\s/g, '');
  const sheet: Sheet = { title: name ?? title, section, block, unit: unitIn(rows) ?? unit, irregular };
  const whole = name === null;
  const project = name ?? '部门整体';
  const isPlanned = /绩效目标/.test(title + above) && !/自评|完成情况/.test(title + above);
  const funding: FundingRow[] = [];
  const indicators: IndicatorRow[] = [];
  const levels = { level1: '', level2: '' };
  let header: Header | null = null;
  let totals: ScoreTotals | null = null;
  for (const row of rows) {
    const columns = headerOf(row);
    if (columns) {
      header = { row, columns };
      continue;
    }
    const inIndicators = header !== null && [...header.columns.values()].includes('target');
    // Above the indicators, 合计 is of money.
    if (inIndicators || !row.cells.some(one => selfEvaluation.sum.includes(one.s)))
      totals ??= scoreTotals(row, sheet, header === null);
    if (header && inIndicators) {
      const read = indicatorRow(row, header.columns, levels, sheet, whole);
      if (read) indicators.push(read);
    } else {
      const read = header
        ? fundingRow(row, header, sheet, project)
        : (pairedRow(row, sheet, project) ?? (isPlanned ? plannedRow(row, sheet, project) : null));
      if (read) funding.push(read);
    }
  }
  if (!funding.some(row => row.part === 'total' && row.values.size > 0)) return null;
  const words = [section, above, ...rows.flatMap(row => row.cells.map(one => one.s))];
  if (whole && !indicators.length && !totals && !words.some(text => AIMS.test(text))) return null;
  if (whole) bindWholeTotals(funding);
  const figures = [
    ...funding.flatMap(row => [...row.values.values()]),
    ...indicators.flatMap(row => [row.target, row.actual, row.rate, row.weight, row.score]),
    totals?.weight ?? null,
    totals?.score ?? null,
  ];
  const drafts = figures.filter(draft => draft !== null);
  for (const draft of drafts) draft.fact = { ...draft.fact, period: year };
  return {
    project: name,
    funding,
    indicators,
    score: totals?.score ?? null,
    drafts,
    statements: [
      ...fundingStatements(funding),
      ...indicators.flatMap(row => row.statements),
      ...costStatements(funding, indicators),
      ...scoreStatements(funding, indicators, totals),
      ...ratingGiven(rows, totals?.score ?? null),
    ],
  };
}

/** «项目名称 | …»; null for the table of the whole department. */
function projectName(rows: readonly Row[]): string | null {
  for (const row of rows) {
    const filled = row.cells.filter(one => one.s);
    const at = filled.findIndex(one => selfEvaluation.project.includes(one.s.replace(/：$/, '')));
    if (at >= 0 && filled[at + 1]) return filled[at + 1]!.s;
  }
  return null;
}

function unitIn(rows: readonly Row[]): string | null {
  for (const row of rows)
    for (const { s } of row.cells) {
      const unit = unitStated(s) ?? /（(万元|元)）/.exec(s)?.[1];
      if (unit) return unit;
    }
  return null;
}

/** The department's own totals: what was spent is 本年支出 of all funds, and of 财政拨款. */
function bindWholeTotals(funding: readonly FundingRow[]): void {
  for (const { part, values } of funding) {
    const scope = part === 'total' ? '全部资金' : part === 'current' ? '财政拨款' : null;
    const outcome = values.get('outcome');
    const budget = values.get('budget');
    if (!scope) continue;
    if (outcome) outcome.fact = { indicator: '本年支出', scope, period: null, measure: '决算' };
    if (budget) budget.fact = { indicator: '部门整体', scope, period: null, measure: '预算' };
  }
}

/** 成本指标 rows repeat the project's money: where one column adds up to the project's, the other must as well. */
function costStatements(funding: readonly FundingRow[], indicators: readonly IndicatorRow[]): Statement[] {
  const total = funding.find(row => row.part === 'total');
  const costs = indicators.filter(row => row.isCost && (row.target || row.actual));
  const statements: Statement[] = [];
  const columns = [
    { whole: total?.values.get('budget'), parts: costs.map(row => row.target) },
    { whole: total?.values.get('outcome'), parts: costs.map(row => row.actual) },
  ];
  const sound = columns.filter(({ whole, parts }) => whole && parts.length && parts.every(part => part !== null));
  const adds = sound.some(({ whole, parts }) => addUp(whole!, parts as Draft[]));
  for (const { whole, parts } of sound) {
    if (parts[0] === costs[0]?.target && costs.some(row => row.isLimit) && !addUp(whole!, parts as Draft[])) continue;
    statements.push({
      kind: 'sum',
      source: 'selfeval',
      total: whole!,
      parts: parts as Draft[],
      complete: adds ? 'yes' : 'unknown',
      about: whole!.label,
    });
  }
  return statements;
}
