import { selfEvaluation } from '../../domain/index.ts';
import { type Figure, type Remark, remarkAtFigure, type Statement } from '../../model/index.ts';
import { labelOf } from '../labels.ts';
import type { Draft } from '../narrative/topics.ts';
import { isMoneyUnit, LIMIT, moneyIn, numberIn, type Sheet, weightIn } from './figures.ts';
import { completion } from './funding.ts';
import { type GridCell, quoteOf, type Row, roleOf } from './grid.ts';
import { comparable, farthest, isMet, near, type Told } from './targets.ts';

/** One indicator row. */
export interface IndicatorRow {
  readonly name: string;
  /** The words of the 一级指标 it stands under. */
  readonly level1: string;
  readonly isCost: boolean;
  /** The target is a limit («≤86.40万元»): it may be above the project's budget. */
  readonly isLimit: boolean;
  readonly target: Draft | null;
  readonly actual: Draft | null;
  readonly rate: Draft | null;
  readonly weight: Draft | null;
  readonly score: Draft | null;
  readonly statements: readonly Statement[];
}

/** Levels carry down over the empty cells of merged ones. */
export interface Levels {
  level1: string;
  level2: string;
}

/** Reads a row under the header 一级 | 二级 | 三级 | 指标值 | 完成值 | 完成率 | 原因. Null for rows without target and outcome. */
export function indicatorRow(
  row: Row,
  columns: ReadonlyMap<number, string>,
  levels: Levels,
  sheet: Sheet,
  whole: boolean,
): IndicatorRow | null {
  const cells = new Map<string, GridCell>();
  for (const cell of row.cells) {
    const role = roleOf(cell, row, columns, sheet.irregular);
    if (role && !cells.has(role)) cells.set(role, cell);
  }
  for (const cell of row.cells) if (selfEvaluation.cost.includes(cell.s)) cells.set('level2', cell);
  const s = (role: string) => cells.get(role)?.s ?? '';
  if (s('level1')) levels.level1 = s('level1');
  if (s('level2')) levels.level2 = s('level2');
  else if (/指标$/.test(s('level1')) && !columnsHave(columns, 'level2')) levels.level2 = s('level1');
  const target = cells.get('target');
  const actual = cells.get('actual');
  if (!target || !actual || (!target.s && !actual.s)) return null;
  const name = s('level3') || levels.level2 || levels.level1;
  const isCost = selfEvaluation.cost.some(word => levels.level2.includes(word) || s('level1').includes(word));
  const read = (role: string, kind: 'percent' | 'score') => {
    const cell = cells.get(role);
    return cell ? numberIn(cell, kind, { row, sheet, name, column: role === 'rate' ? 'completion' : role }) : null;
  };
  // A column of units says what a bare number counts: prices («元/人») and rates are no money of the project.
  const unit = s('unit');
  const money = (cell: GridCell, column: string) =>
    isCost && (!unit || isMoneyUnit(unit))
      ? moneyIn(cell, { row, sheet: unit ? { ...sheet, unit } : sheet, name, column })
      : null;
  const result = {
    name,
    level1: levels.level1,
    isCost,
    isLimit: LIMIT.test(target.s),
    target: money(target, 'target'),
    actual: money(actual, 'actual'),
    rate: read('rate', 'percent'),
    weight:
      read('weight', 'score') ??
      (cells.get('level3') ? weightIn(cells.get('level3')!, { row, sheet, name, column: 'weight' }) : null),
    score: read('score', 'score'),
  };
  if (whole && isCost) bindWhole(result.actual, name);
  const told = { target: s('sign') + inUnit(target.s, unit), actual: inUnit(actual.s, unit), reason: s('reason') };
  const hasReasons = columnsHave(columns, 'reason');
  const statements = [...statementsOf(result, told, hasReasons, row), ...scoreRemarks(result, told, hasReasons)];
  return { ...result, statements };
}

function columnsHave(columns: ReadonlyMap<number, string>, role: string): boolean {
  return [...columns.values()].includes(role);
}

/** A bare number counts what the column of units says. */
const inUnit = (s: string, unit: string) => (/^\d[\d.,]*$/.test(s) ? s + unit : s);

/** The whole-department table repeats 基本支出 and 项目支出 of all funds. */
function bindWhole(draft: Draft | null, name: string): void {
  const indicator = labelOf(name, null).indicator;
  if (draft && indicator) draft.fact = { indicator, scope: '全部资金', period: null, measure: '决算' };
}

function statementsOf(row: Omit<IndicatorRow, 'statements'>, told: Told, hasReasons: boolean, grid: Row): Statement[] {
  const { rate } = row;
  if (row.isCost && row.target && row.actual) return rate ? [completion(row.actual, row.target, rate)] : [];
  return rate ? rateRemarks(row.name, rate, told, hasReasons, quoteOf(grid)) : [];
}

/** A target that was not met has no full score, and a score that is not full has a reason. */
function scoreRemarks({ name, weight, score }: Omit<IndicatorRow, 'statements'>, told: Told, hasReasons: boolean): Remark[] {
  if (!weight || !score) return [];
  const full = score.amount.value.gte(weight.amount.value);
  const params = { name, weight: weight.printed, score: score.printed };
  const met = isMet(told);
  const said = { figures: [score, weight], params: { ...params, target: told.target, actual: told.actual } };
  return [
    ...(met === null ? [] : [remarkAtFigure('PRJ-018', 'selfeval', score, { holds: met || !full, ...said })]),
    ...(hasReasons
      ? [remarkAtFigure('PRJ-019', 'selfeval', score, { holds: full || told.reason !== '', blame: 'none', ...said })]
      : []),
  ];
}

/** Whether a rate fits what its row says in words: the same words, one number each of the same unit, a reason. */
export function rateRemarks(name: string, rate: Figure, told: Told, hasReasons: boolean, quote: string): Remark[] {
  if (rate.amount.kind !== 'percent') return [];
  const full = rate.amount.value.eq(100);
  const remark = (rule: string, holds: boolean, params: Record<string, string> = {}): Remark =>
    remarkAtFigure(rule, 'selfeval', rate, { holds, quote, expected: '100%', params: { name, rate: rate.printed, ...params } });
  const statements: Remark[] = [];
  if (told.target === told.actual && told.target) statements.push(remark('PRJ-005', full));
  else {
    const pairs = comparable(told.target, told.actual);
    if (pairs.length) {
      const met = pairs.every(({ target, actual }) => actual.amount.value.gte(target.amount.value));
      const fits = (met && full) || near(farthest(pairs), rate);
      const list = (side: 'target' | 'actual') => pairs.map(pair => pair[side].digits + pair[side].amount.unit).join('、');
      statements.push(remark('PRJ-006', fits, { target: list('target'), actual: list('actual') }));
    }
  }
  if (hasReasons) statements.push(remark('PRJ-007', full || told.reason !== ''));
  return statements;
}
