import { selfEvaluation } from '../../domain/index.ts';
import { lookUp, type Measure, type Statement } from '../../model/index.ts';
import type { Draft } from '../narrative/topics.ts';
import { numberIn, type Sheet, WEIGHT, weightIn } from './figures.ts';
import { columnRole, fundingPart, type Row, roleOf } from './grid.ts';

/** One row of the funding block. */
export interface FundingRow {
  readonly part: string;
  readonly name: string;
  readonly values: ReadonlyMap<string, Draft>;
}

/** A header row, and what its columns hold. */
export interface Header {
  readonly row: Row;
  readonly columns: ReadonlyMap<number, string>;
}

const MEASURE: Readonly<Record<string, Measure>> = {
  budgetStart: '年初预算',
  budget: '全年预算',
  outcome: '决算',
  rate: '完成率',
};

/** Reads «年度资金总额 | 40 | 35.10 | 88%» under its header row. */
export function fundingRow(row: Row, { row: header, columns }: Header, sheet: Sheet, project: string): FundingRow | null {
  const isMoney = [...columns.values()].some(role => role === 'budget' || role === 'outcome');
  const sum = (s: string) => (isMoney && selfEvaluation.sum.includes(s) ? { part: 'total', name: s } : null);
  const label = row.cells.find(one => fundingPart(one.s) ?? sum(one.s));
  const part = label ? (fundingPart(label.s) ?? sum(label.s)) : null;
  if (!part || !label) return null;
  const values = new Map<string, Draft>();
  for (const cell of row.cells) {
    const role = roleOf(cell, row, columns, sheet.irregular);
    if (!role || cell.col <= label.col || values.has(role)) continue;
    const kind = role === 'rate' ? 'percent' : role === 'weight' || role === 'score' ? 'score' : 'money';
    const draft = numberIn(cell, kind, { row, sheet, name: part.name, column: role });
    if (!draft) continue;
    bind(draft, project, part.part === 'total' ? null : part.name, lookUp(MEASURE, role) ?? null);
    values.set(role, draft);
  }
  // «预算执行情况（20分）» beside the rows of the block, or above them.
  const isScored = part.part === 'total' && values.has('score') && !values.has('weight');
  const stated = isScored ? [...row.cells, ...header.cells].find(one => WEIGHT.test(one.s)) : null;
  const weight = stated ? weightIn(stated, { row, sheet, name: part.name, column: 'weight' }) : null;
  if (weight) values.set('weight', weight);
  return { ...part, values };
}

/**
 * Some forms have no header row: «预算数： | 702.00 | 执行数： | 695.00», «其中：财政拨款 | … | 其中：财政拨款 | …».
 * The first pair of a row is the budget, the second the outcome.
 */
export function pairedRow(row: Row, sheet: Sheet, project: string): FundingRow | null {
  const values = new Map<string, Draft>();
  let part: { part: string; name: string } | null = null;
  let pairs = 0;
  row.cells.forEach((cell, i) => {
    const name = cell.s.replace(/：$/, '');
    if (/\d/.test(name)) return;
    const role = columnRole(name);
    const here = role === 'budget' || role === 'outcome' || role === 'rate' ? { part: 'total', name } : fundingPart(cell.s);
    if (!here || (part && here.part !== part.part)) return;
    part ??= here;
    const side = role ?? (pairs === 0 ? 'budget' : 'outcome');
    pairs++;
    const value = row.cells[i + 1];
    const kind = side === 'rate' ? 'percent' : 'money';
    const draft = value && numberIn(value, kind, { row, sheet, name: here.name, column: side });
    if (!draft || values.has(side)) return;
    bind(draft, project, here.part === 'total' ? null : here.name, lookUp(MEASURE, side) ?? null);
    values.set(side, draft);
  });
  return part && pairs >= 2 ? { ...(part as { part: string; name: string }), values } : null;
}

/** «年度资金总额 | 40», «其中：财政拨款 | 30»: what a table of targets plans for a project, a pair a row. */
export function plannedRow(row: Row, sheet: Sheet, project: string): FundingRow | null {
  const filled = row.cells.filter(one => one.s);
  const at = filled.findIndex(one => fundingPart(one.s) !== null);
  const part = at < 0 ? null : fundingPart(filled[at]!.s);
  const value = filled[at + 1];
  if (!part || !value || filled.length > at + 2) return null;
  const draft = numberIn(value, 'money', { row, sheet, name: part.name, column: 'budget' });
  if (!draft) return null;
  bind(draft, project, part.part === 'total' ? null : part.name, MEASURE.budget!);
  return { ...part, values: new Map([['budget', draft]]) };
}

function bind(draft: Draft, project: string, part: string | null, measure: Measure | null): void {
  draft.fact = { indicator: `项目/${project}${part ? `/${part}` : ''}`, scope: null, period: null, measure };
  draft.label = `${project} ${draft.label}`;
}

/** 年度资金总额 = 上级 + 本级 + 其他 in each column; 执行率 = 执行 / 预算 in each row. */
export function fundingStatements(rows: readonly FundingRow[]): Statement[] {
  const statements: Statement[] = [];
  const total = rows.find(row => row.part === 'total');
  // Money by where it comes from, and once more by what it is spent on.
  const byNature = rows.filter(row => NATURES.includes(row.part));
  const bySource = rows.filter(row => row.part !== 'total' && !byNature.includes(row));
  for (const parts of [bySource, byNature]) statements.push(...sumsOf(total, parts));
  for (const { values } of rows) {
    const outcome = values.get('outcome');
    const rate = values.get('rate');
    const budget = values.get('budget') ?? values.get('budgetStart');
    if (outcome && rate && rate.amount.kind === 'percent') statements.push(completion(outcome, budget ?? null, rate));
  }
  return statements;
}

const NATURES = ['basic', 'project'];

function sumsOf(total: FundingRow | undefined, parts: readonly FundingRow[]): Statement[] {
  const statements: Statement[] = [];
  for (const role of ['budgetStart', 'budget', 'outcome']) {
    const whole = total?.values.get(role);
    const addends = parts.map(row => row.values.get(role)).filter(draft => draft !== undefined);
    if (!whole || !addends.length) continue;
    // A form that names 财政拨款 alone does not say that there is no other source.
    const alone = parts.length === 1 && ['current', ...NATURES].includes(parts[0]!.part);
    if (alone) statements.push({ kind: 'bound', source: 'selfeval', smaller: addends[0]!, larger: whole, about: whole.label });
    else statements.push({ kind: 'sum', source: 'selfeval', total: whole, parts: addends, complete: 'yes', about: whole.label });
  }
  return statements;
}

export function completion(outcome: Draft, budget: Draft | null, rate: Draft): Statement {
  return {
    kind: 'completion',
    source: 'selfeval',
    outcome,
    budget,
    rate,
    order: null,
    orderWord: null,
    orderPlace: null,
    carry: null,
    loose: false,
  };
}
