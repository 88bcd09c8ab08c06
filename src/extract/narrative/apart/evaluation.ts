import { selfEvaluation } from '../../../domain/index.ts';
import {
  type EquationStatement,
  formatLike,
  intervalOf,
  type Remark,
  remarkAtFigure,
  type Source,
  type Statement,
  withinWhole,
} from '../../../model/index.ts';
import { anyOf } from '../../phrases.ts';
import type { Draft, Evaluation, Topic } from '../topics.ts';
import { draftAt, figureIn, type Standing } from '../words/drafts.ts';

const rating = anyOf(selfEvaluation.ratings);
/** «对 4 个项目开展绩效自评», «绩效自评的2023年度项目 4 个». */
const EVALUATED = [
  /(?<!\d)(?<n>\d+)个[^，。；：\d]{0,16}(?:开展|进行|实施|组织|参与|参加|纳入|完成)[^，。；：\d]{0,8}自评/,
  /自评(?:工作)?[，；]?(?:共)?涉及(?:预算|支出)?项目(?:共|有|为|数为|数量为|总数){0,4}(?<n>\d+)个/,
  /自评的?(?:20\d{2}年度?)?[^，。；：（\d]{0,8}项目(?:共|有|为|数为|数量为){0,4}(?<n>\d+)个/,
];
/** «等级为优的项目 3 个», «良 1 个»; «3 个项目评为优». */
const RATED = [
  new RegExp(
    `(?<=[为是评级次，、；：（])(?<word>${rating})(?:等?[级次])?的?(?:预算)?(?:项目)?(?:共|有|为|数为)*(?<n>\\d+)个`,
    'g',
  ),
  new RegExp(
    `(?<!\\d)(?<n>\\d+)个(?:项目)?的?(?:绩效|自评|评价|评定)*(?:等[级次]|结果|结论)?(?:评定?为|为|是)(?<word>${rating})(?=[，、；。）等]|$)`,
    'g',
  ),
];
const MEAN = /平均(?:绩效|自评)*(?:得分|评分|分数|分)(?:为|是)?(?<n>\d+(?:\.\d+)?)分/;
const MONEY = /涉及(?:财政|预算|项目)*(?:资金|金额)(?:总额|总量|共计|合计|共|为)*(?<n>\d[\d,]*(?:\.\d+)?)(?:万|亿)?元/;

/** «编报绩效目标的项目 4 个，涉及预算金额 598.00 万元；…绩效自评的项目 4 个，涉及…». */
const STAGE = new RegExp(
  `(?<stage>编报|跟踪|监控|自评)[^，。；：\\d]{0,16}(?:20\\d{2}年度?)?[^，。；：\\d]{0,8}项目(?:共|有|为|数为|数量为){0,4}\\d+个[，（]?${MONEY.source}`,
  'g',
);

/** «自评得分 95 分，评价等级为优». */
const GRADED = new RegExp(
  `(?<!平均)(?<!平均自评)(?:得分|评分|总分)(?:为|是)?(?<n>\\d+(?:\\.\\d+)?)分[，；、（]?[^，。；\\d]{0,8}(?:等[级次]|结果|结论|评定|评价)(?:为|是|：)“?(?<word>${rating})”?(?=[，。；、）]|$)`,
  'g',
);

/** What a paragraph says about the projects that were self-evaluated; null when it says nothing of the kind. */
export function evaluationIn(standing: Standing, drafts: readonly Draft[]): Evaluation | null {
  const { s } = standing.passage.plain;
  if (!s.includes('自评')) return null;
  const found = EVALUATED.map(pattern => pattern.exec(s)).find(match => match !== null);
  const projects = found && draftAt(standing, found, drafts);
  if (!projects) return null;
  // «对 6 个项目开展绩效自评»: what is counted stands behind the number.
  if (!/自评|项目/.test(projects.label)) projects.label = '绩效自评的项目';
  const after = (pattern: RegExp) => {
    const match = pattern.exec(s.slice(found.index));
    return match ? draftAt(standing, match, drafts, found.index) : null;
  };
  const ratings = new Map<string, Draft>();
  for (const pattern of RATED)
    for (const match of s.slice(found.index).matchAll(pattern)) {
      const draft = draftAt(standing, match, drafts, found.index);
      const word = match.groups!.word!;
      if (draft && draft !== projects && !ratings.has(word)) ratings.set(word, draft);
    }
  return { projects, ratings, mean: after(MEAN), money: after(MONEY) };
}

/** Every project has one rating. A list of all ratings, those without projects included, is whole; a shorter one may not be. */
export function ratingStatements(evaluation: Evaluation): Statement[] {
  const { projects } = evaluation;
  const ratings = [...evaluation.ratings.values()];
  if (ratings.length < 2) return [];
  const complete = ratings.length > 2 ? 'yes' : 'unknown';
  return [
    { kind: 'sum', source: 'narrative', total: projects, parts: ratings, complete, about: projects.label },
    ...meanFits(evaluation),
  ];
}

/** The mean score lies between the least and the most that the ratings of all projects stand for. */
function meanFits({ projects, ratings, mean }: Evaluation): Remark[] {
  const ranges = [...ratings].flatMap(([word, { amount }]) => {
    const score = selfEvaluation.ratingScores.find(one => one.words.includes(word));
    return score ? [{ count: amount.value, from: score.from, to: Math.min(score.to, 100) }] : [];
  });
  const all = projects.amount.value;
  if (!mean || all.lte(0) || ranges.length < ratings.size) return [];
  const sum = (of: (one: (typeof ranges)[number]) => Draft['amount']['value']) =>
    ranges.reduce((total, one) => total.plus(of(one)), all.times(0));
  if (!sum(one => one.count).eq(all)) return [];
  const [least, most] = [sum(one => one.count.times(one.from)).div(all), sum(one => one.count.times(one.to)).div(all)];
  const { low, high } = intervalOf(mean.amount);
  const holds = high.gte(least) && low.lte(most);
  const params = { mean: mean.printed, least: formatLike(least, mean.amount), most: formatLike(most, mean.amount) };
  return [
    remarkAtFigure('PRJ-020', 'narrative', mean, { holds, blame: 'any', params, figures: [mean, projects, ...ratings.values()] }),
  ];
}

/** Projects at one stage of the year's evaluation, and the money they concern. */
export interface Stage {
  readonly stage: string;
  readonly money: Draft;
}

export function stagesIn(standing: Standing, drafts: readonly Draft[]): Stage[] {
  return [...standing.passage.plain.s.matchAll(STAGE)].flatMap(match => {
    const money = draftAt(standing, match, drafts);
    return money ? [{ stage: match.groups!.stage!, money }] : [];
  });
}

/** What is followed up and evaluated was among what targets were set for. */
export function stageStatements(stages: readonly Stage[]): EquationStatement[] {
  // «涉及» alone names nothing.
  for (const { stage, money } of stages) money.label = `${stage}项目涉及金额`;
  const [planned, ...others] = stages.filter(({ stage }) => stage === '编报');
  if (!planned || others.length > 0) return [];
  return stages
    .filter(({ stage }) => stage !== '编报')
    .map(({ money }) => withinWhole('PRJ-015', planned.money, [money], { source: 'narrative', soft: true }));
}

/** A rating that is told with its score fits it. */
export function gradedScores(standing: Standing, drafts: readonly Draft[]): Remark[] {
  return [...standing.passage.plain.s.matchAll(GRADED)].flatMap(match => {
    const score = draftAt(standing, match, drafts);
    const word = match.groups!.word!;
    if (score?.amount.kind !== 'score') return [];
    return [ratingRemark(score, word, 'narrative')];
  });
}

/** Whether a rating is the one its score stands for. */
export function ratingRemark(score: Draft, word: string, source: Source): Remark {
  const { low, high } = intervalOf(score.amount);
  const fitting = ({ from, to }: (typeof selfEvaluation.ratingScores)[number]) => high.gte(from) && low.lt(to);
  const holds = selfEvaluation.ratingScores.some(one => one.words.includes(word) && fitting(one));
  const fitted = selfEvaluation.ratingScores.find(fitting)?.words.at(-1) ?? word;
  return remarkAtFigure('PRJ-017', source, score, {
    holds,
    params: { score: score.printed.replace(/分$/, ''), word, fitting: fitted },
  });
}

/** «…资金 150.00 万元，占一般公共预算项目支出总额的 75%». */
const PART =
  /(?:资金|金额)(?:总额|总量|共计|合计|共|为)*(?<n>\d[\d,]*(?:\.\d+)?)(?:万|亿)?元，占(?:[^，。；\d]{0,24})项目支出(?:决算)?(?:总额|总数|总量|合计)?的?(?<share>\d+(?:\.\d+)?)%/g;

/** The money of the projects that were evaluated, and the share of 项目支出 it is told to be. */
export interface PartOfProjects {
  readonly money: Draft;
  readonly rate: Draft;
}

export function partsOfProjects(standing: Standing, drafts: readonly Draft[]): PartOfProjects[] {
  const { s } = standing.passage.plain;
  if (!s.includes('自评')) return [];
  return [...s.matchAll(PART)].flatMap(match => {
    const money = draftAt(standing, match, drafts);
    const end = match.index + match[0].length;
    const rate = figureIn(standing, end - match.groups!.share!.length - 1, end, drafts);
    return money && rate ? [{ money, rate }] : [];
  });
}

/**
 * Whether the share is one of any amount of 项目支出 that is told. What was evaluated is often told by its budget: a hint, no more.
 */
export function partStatements(parts: readonly PartOfProjects[], topics: readonly Topic[]): Remark[] {
  const wholes = topics.flatMap(({ indicator, unit, level, budgets, previous }) =>
    indicator === '项目支出' && unit === null ? [level, previous, ...budgets.values()].flatMap(one => one ?? []) : [],
  );
  const told = wholes.filter(({ amount }) => amount.kind === 'money' && amount.value.gt(0));
  const [first] = told;
  if (!first) return [];
  return parts.map(({ money, rate }) => {
    const shareOf = (whole: Draft) => money.amount.value.div(whole.amount.value).times(100);
    const holds = told.some(whole => shareOf(whole).minus(rate.amount.value).abs().lte(rate.amount.step));
    const params = {
      money: money.printed,
      share: rate.printed,
      total: first.printed,
      computed: formatLike(shareOf(first), rate.amount),
    };
    return remarkAtFigure('PRJ-024', 'narrative', rate, { holds, blame: 'any', params, figures: [rate, money, first] });
  });
}
