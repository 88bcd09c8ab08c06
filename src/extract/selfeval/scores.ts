import { selfEvaluation } from '../../domain/index.ts';
import { Big, type EquationStatement, plus, type Remark, remarkAtFigure, type Statement } from '../../model/index.ts';
import { ratingRemark } from '../narrative/apart/evaluation.ts';
import type { Draft } from '../narrative/topics.ts';
import { anyOf } from '../phrases.ts';
import { withoutBrackets } from '../plain.ts';
import { numberIn, type Sheet, WEIGHT } from './figures.ts';
import type { FundingRow } from './funding.ts';
import type { Row } from './grid.ts';
import type { IndicatorRow } from './indicators.ts';

/** The row of the whole score: «总分 | 100 | 97». */
export interface ScoreTotals {
  readonly weight: Draft | null;
  readonly score: Draft | null;
}

/**
 * Reads the total row: its last number is the score, the one before it the weight; a single one is the score.
 * In the sheet's head («项目名称 | … | 自评总分 | 97») the label may stand last but one.
 */
export function scoreTotals(row: Row, sheet: Sheet, inHead: boolean): ScoreTotals | null {
  const all = row.cells.filter(cell => cell.s);
  const at = all.findIndex(cell => selfEvaluation.total.includes(withoutBrackets(cell.s).replace(/：/g, '')));
  if (at < 0 || (at > 0 && !(inHead && at === all.length - 2 && /分/.test(all[at]!.s)))) return null;
  const filled = all.slice(at);
  const label = filled[0]!;
  const numbers = filled.slice(1).filter(cell => /^\d+(?:\.\d+)?分?$/.test(cell.s));
  const read = (cell: (typeof numbers)[number] | undefined, column: string) =>
    cell ? numberIn(cell, 'score', { row, sheet, name: label.s, column }) : null;
  if (!numbers.length) return null;
  return { weight: numbers.length > 1 ? read(numbers.at(-2), 'weight') : null, score: read(numbers.at(-1), 'score') };
}

/**
 * What the scores of one sheet say about each other (财政部《项目支出绩效评价管理办法》, its table of self-evaluation): the weights
 * make 100, the scores make the whole score, no score is above its weight, and the execution score is its weight times the rate.
 */
export function scoreStatements(
  funding: readonly FundingRow[],
  indicators: readonly IndicatorRow[],
  totals: ScoreTotals | null,
): Statement[] {
  const execution = funding.find(row => row.part === 'total');
  const rows = [
    { weight: execution?.values.get('weight') ?? null, score: execution?.values.get('score') ?? null },
    ...indicators.map(({ weight, score }) => ({ weight, score })),
  ].filter(row => row.weight || row.score);
  const weights = rows.flatMap(row => (row.weight ? [row.weight] : []));
  const scores = rows.flatMap(row => (row.score ? [row.score] : []));
  const statements: Statement[] = [];
  if (weights.length > 2 && weights.length === rows.length) statements.push(hundred(weights), ...levelWeights(indicators));
  const sum = (total: Draft | null, parts: Draft[]) => {
    if (total && parts.length > 2 && parts.length === rows.length)
      statements.push({ kind: 'sum', source: 'selfeval', total, parts, complete: 'yes', about: total.label });
  };
  sum(totals?.weight ?? null, weights);
  // Without weights, a row that has no score is not known to have none.
  if (weights.length || indicators.every(row => row.score)) sum(totals?.score ?? null, scores);
  for (const { weight, score } of rows) {
    if (weight && score)
      statements.push({ kind: 'bound', source: 'selfeval', smaller: score, larger: weight, about: score.label });
  }
  const earned = executionScore(execution);
  return earned ? [...statements, earned] : statements;
}

function hundred(weights: readonly Draft[]): EquationStatement {
  const total = weights.map(plus);
  return {
    kind: 'equation',
    source: 'selfeval',
    rule: 'PRJ-011',
    total,
    parts: [],
    fixed: new Big(100),
    compare: '=',
    about: '分值',
  };
}

/** Weight × rate, at most the weight, to the score's printed decimals. Some provinces score by steps: then it tells nothing. */
function executionScore(row: FundingRow | undefined): Remark | null {
  const [weight, rate, score] = ['weight', 'rate', 'score'].map(role => row?.values.get(role));
  if (!weight || !score || rate?.amount.kind !== 'percent') return null;
  const full = rate.amount.value.gte(100) ? weight.amount.value : weight.amount.value.times(rate.amount.value).div(100);
  const slack = score.amount.step.plus(weight.amount.value.times(rate.amount.step).div(100)).div(2);
  const expected = full.round(2).toString();
  return remarkAtFigure('PRJ-012', 'selfeval', score, {
    holds: full.minus(score.amount.value).abs().lte(slack),
    expected,
    params: { name: score.label, weight: weight.printed, rate: rate.printed, score: score.printed, expected },
    figures: [score, weight, rate],
  });
}

/** «产出指标（50分）»: the weights of its rows make up what it says. */
function levelWeights(indicators: readonly IndicatorRow[]): Remark[] {
  return [...new Set(indicators.map(row => row.level1))].flatMap(level1 => {
    const stated = WEIGHT.exec(level1)?.groups?.weight;
    const weights = indicators.filter(row => row.level1 === level1).map(row => row.weight);
    const [first] = weights;
    if (!stated || !first || weights.some(weight => !weight)) return [];
    const found = weights.reduce((sum, weight) => sum.plus(weight!.amount.value), new Big(0));
    const params = { name: level1, stated, found: found.toString() };
    const figures = weights.filter(weight => weight !== null);
    return [remarkAtFigure('PRJ-021', 'selfeval', first, { holds: found.eq(stated), params, figures })];
  });
}

/** «（自评等级：优）» in one cell. */
const RATED = new RegExp(`^（?(?:${anyOf(selfEvaluation.ratingLabels)})：(?<word>[^（）：]{1,3})）?$`);

/** The rating a sheet gives itself («自评等级 | 优») is that of its score. */
export function ratingGiven(rows: readonly Row[], score: Draft | null): Remark[] {
  for (const row of score ? rows : []) {
    const filled = row.cells.filter(cell => cell.s);
    const at = filled.findIndex(cell => selfEvaluation.ratingLabels.includes(cell.s.replace(/：$/, '')));
    const word = at < 0 ? filled.map(cell => RATED.exec(cell.s)?.groups?.word).find(found => found) : filled[at + 1]?.s;
    if (word && selfEvaluation.ratings.includes(word)) return [ratingRemark(score!, word, 'selfeval')];
  }
  return [];
}
