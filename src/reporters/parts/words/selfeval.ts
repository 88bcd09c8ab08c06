import type { Messages } from './messages.ts';

/** What is said of self-evaluations of projects and of the whole department. */
export const selfeval: Messages = {
  'finding.form.PRJ-005': {
    zh: '“{name}”的指标值与完成值写得一样，完成率却是 {rate}，应为 100%。',
    en: 'Target and outcome of “{name}” are told in the same words, but its rate is {rate}; it should be 100%.',
  },
  'finding.form.PRJ-006': {
    zh: '“{name}”的指标值是 {target}，完成值是 {actual}，与完成率 {rate} 不符。',
    en: 'The target of “{name}” is {target} and its outcome {actual}; a rate of {rate} does not fit.',
  },
  'finding.form.PRJ-007': {
    zh: '“{name}”的完成率是 {rate}，没有写明原因。',
    en: 'The rate of “{name}” is {rate}, and no reason is given.',
  },
  'finding.form.PRJ-008': {
    zh: '正文写自评项目 {stated} 个，所附自评表是 {found} 张。',
    en: 'The text speaks of {stated} self-evaluated projects, {found} tables are attached.',
  },
  'finding.fixed.PRJ-011': {
    zh: '各项分值合计是 {total} 分，应为 100 分。',
    en: 'The weights add up to {total}; they should make 100.',
  },
  'finding.form.PRJ-012': {
    zh: '“{name}”是 {score}，按分值 {weight} 和执行率 {rate} 计算是 {expected}。',
    en: '“{name}” is {score}; weight {weight} and rate {rate} make {expected}.',
  },
  'finding.form.PRJ-017': {
    zh: '得分是 {score} 分，写的等级是“{word}”，按得分应为“{fitting}”。',
    en: 'The score is {score} and the rating “{word}”; by the score it should be “{fitting}”.',
  },
  'finding.form.PRJ-018': {
    zh: '“{name}”的指标值是 {target}，实际完成值是 {actual}，没有达到，得分却是满分 {score} 分。',
    en: 'The target of “{name}” is {target}, the outcome {actual} misses it, yet it has the full score of {score}.',
  },
  'finding.form.PRJ-019': {
    zh: '“{name}”的分值是 {weight} 分，只得 {score} 分，没有写明原因。',
    en: '“{name}” has {score} of {weight}, and no reason is given.',
  },
  'finding.form.PRJ-020': {
    zh: '平均得分写的是 {mean} 分，按各等级的项目数应在 {least} 至 {most} 分之间。',
    en: 'The mean score is {mean}; by the ratings it should be between {least} and {most}.',
  },
  'finding.form.PRJ-021': {
    zh: '“{name}”写的分值是 {stated} 分，其下各行的分值相加是 {found} 分。',
    en: '“{name}” says a weight of {stated}; its rows add up to {found}.',
  },
  'finding.form.PRJ-025': {
    zh: '{count} 个部分（{names}）的分值相加是 {found} 分，不是 100 分。',
    en: 'The points of the {count} parts ({names}) add up to {found}, not to 100.',
  },
  'finding.form.PRJ-024': {
    zh: '自评项目涉及的 {money} 写的是占项目支出的 {share}，文中的项目支出是 {total}，按此计算是 {computed}%。',
    en: 'The {money} that were evaluated are told as {share} of project expenditure; of the {total} told they are {computed}%.',
  },
};
