import { type Block, type EquationStatement, plus, type SameStatement, type Statement, type Term } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import type { Draft, Evaluation, Topic } from '../narrative/topics.ts';
import { plain } from '../plain.ts';
import { nameOf } from './copies.ts';
import type { ReadSheet } from './sheet.ts';

/** What is told of one project, in its table or in the text. */
interface Project {
  readonly score: Draft | null;
  readonly budgetStart: Draft | null;
  readonly budget: Draft | null;
  readonly outcome: Draft | null;
}

/**
 * The narrative tells again what the tables of the projects do: their money and scores one by one («某项目：全年预算数 …，执行数 …，
 * 自评得分 …»), and of all of them together the mean of their scores and the money they concern.
 */
export function narrated(sheets: readonly ReadSheet[], narrative: Narrative, blocks: readonly Block[]): Statement[] {
  const projects = narrative.topics.filter(isProject);
  const inText = projects.map(topic => projectOf(topic, narrative));
  const inTables = sheets.map(tableOf);
  const repeated = projects.flatMap((topic, i) => {
    const sheet = sheetOf(topic, sheets, blocks);
    return sheet < 0 ? [] : same(inText[i]!, inTables[sheet]!, topic.label.core);
  });
  const together = narrative.evaluations.flatMap(evaluation => {
    const scored = scoresAfter(evaluation, narrative);
    const all = [inTables, inText, scored].find(list => evaluation.projects.amount.value.eq(list.length));
    return all?.length ? [...meanOf(evaluation, all), ...moneyOf(evaluation, all)] : [];
  });
  const told = new Set(repeated.flatMap(one => (one.kind === 'same' ? one.figures : [])));
  return [
    ...repeated,
    ...together,
    ...scoresByName(sheets, narrative).filter(one => !one.figures.some(figure => told.has(figure))),
  ];
}

/** Quotes, a closing 项目 and what is told of it («绩效自评综述») make no difference between two names of one project. */
const canonical = (name: string) =>
  name
    .replace(/[“”"'《》]/g, '')
    .replace(/(?:绩效)?自评(?:综述|情况|结果)?$/, '')
    .replace(/(?<=.{2})项目$/, '');

/** The sheet of a project: by its name, or where the text calls it «项目», by the one name that stands in its paragraph. */
function sheetOf({ label, level }: Topic, sheets: readonly ReadSheet[], blocks: readonly Block[]): number {
  const named = sheets.findIndex(one => canonical(nameOf(one)) === canonical(label.core));
  const block = blocks[level!.place.block ?? -1];
  if (named >= 0 || !/^(?:该|本)?(?:项目)?(?:实际)?(?:执行|支出)?$/.test(canonical(label.core)) || block?.kind !== 'paragraph')
    return named;
  const { s } = plain(block.text);
  const found = sheets.flatMap((one, i) => (canonical(nameOf(one)).length > 3 && s.includes(canonical(nameOf(one))) ? [i] : []));
  return found.length === 1 ? found[0]! : -1;
}

/** A project of the self-evaluation: what was spent beside what could be, told as 执行数. */
function isProject({ unit, level, budgets, path, indicator }: Topic): boolean {
  return unit === null && !path && !indicator && budgets.size > 0 && level !== null && /执行数|执行资金/.test(level.quote);
}

function projectOf(topic: Topic, { drafts, topics }: Narrative): Project {
  const { level, budgets } = topic;
  const from = drafts.indexOf(level!);
  const next = topics.find(other => other !== topic && other.level && drafts.indexOf(other.level) > from);
  const until = next ? drafts.indexOf(next.level!) : drafts.length;
  const isScore = (one: Draft) => one.amount.kind === 'score' && one.place.block === level!.place.block;
  // «自评得分 97 分。全年预算数 …，执行数 …»: the scores of a passage come first, where that of its first project does.
  const leading = topics.find(other => isProject(other) && other.level!.place.block === level!.place.block);
  const comesFirst = leading && drafts.slice(0, drafts.indexOf(leading.level!)).some(isScore);
  const score = comesFirst ? drafts.slice(0, from).findLast(isScore) : drafts.slice(from, until).find(isScore);
  return {
    score: score ?? null,
    budgetStart: budgets.get('年初预算') ?? null,
    budget: budgets.get('全年预算') ?? budgets.get('预算') ?? null,
    outcome: level,
  };
}

/** «水库养护项目自评得分 98 分»: of the sheet whose project its words name. */
function scoresByName(sheets: readonly ReadSheet[], { drafts }: Narrative): SameStatement[] {
  const named = sheets.flatMap(sheet => (sheet.score ? [{ score: sheet.score, name: canonical(nameOf(sheet)) }] : []));
  return drafts.flatMap((draft): SameStatement[] => {
    if (draft.amount.kind !== 'score' || !/(?<!平均)(?:得分|评分|总分)/.test(draft.label)) return [];
    const own = named.filter(({ name }) => name.length > 3 && draft.label.includes(name));
    return own.length === 1 ? [{ kind: 'same', source: 'selfeval', figures: [draft, own[0]!.score], about: draft.label }] : [];
  });
}

/** «…平均得分 93 分。其中：A 项目自评得分 96 分，B 项目 90 分»: the scores of the projects, told after their mean. */
function scoresAfter({ mean }: Evaluation, { drafts }: Narrative): Project[] {
  if (!mean) return [];
  const scores = drafts
    .slice(drafts.indexOf(mean) + 1)
    .filter(({ amount, place }) => amount.kind === 'score' && place.block === mean.place.block);
  return scores.map(score => ({ score, budgetStart: null, budget: null, outcome: null }));
}

function tableOf({ funding, score }: ReadSheet): Project {
  const values = funding.find(row => row.part === 'total')?.values;
  const [budgetStart = null, budget = null, outcome = null] = ['budgetStart', 'budget', 'outcome'].map(role => values?.get(role));
  return { score, budgetStart, budget, outcome };
}

const MEASURES = ['budgetStart', 'budget', 'outcome', 'score'] as const satisfies readonly (keyof Project)[];

function same(one: Project, other: Project, about: string): Statement[] {
  return MEASURES.flatMap((measure): Statement[] => {
    const figures = [one[measure], other[measure]];
    return figures.every(figure => figure !== null) ? [{ kind: 'same', source: 'selfeval', figures, about }] : [];
  });
}

/** mean × n = Σ scores: a mean may have been cut off, which deciding it allows for. */
function meanOf({ mean }: Evaluation, projects: readonly Project[]): Statement[] {
  const scores = projects.map(project => project.score);
  if (!mean || !scores.every(score => score !== null)) return [];
  if (scores.length === 1) return [{ kind: 'same', source: 'selfeval', figures: [mean, scores[0]!], about: mean.label }];
  return [equation('PRJ-013', mean, scores.map(plus), scores.length)];
}

/** Which money of the projects is meant the text does not always say: the nearest of budget and outcome. */
function moneyOf({ money }: Evaluation, projects: readonly Project[]): Statement[] {
  if (!money) return [];
  const sums = (['budgetStart', 'budget', 'outcome'] as const).flatMap(measure => {
    const parts = projects.map(project => project[measure]);
    if (!parts.every(part => part !== null)) return [];
    const sum = parts.reduce((all, part) => all.plus(part.amount.value), money.amount.value.times(0));
    return [{ parts, apart: sum.minus(money.amount.value).abs() }];
  });
  const [nearest] = sums.sort((a, b) => a.apart.cmp(b.apart));
  return nearest ? [{ ...equation('PRJ-014', money, nearest.parts.map(plus), 1), soft: true }] : [];
}

function equation(rule: string, total: Draft, parts: readonly Term[], times: number): EquationStatement {
  const { label } = total;
  return { kind: 'equation', source: 'selfeval', rule, total: Array(times).fill(plus(total)), parts, compare: '=', about: label };
}
