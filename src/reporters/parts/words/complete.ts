import type { Messages } from './messages.ts';

/** What has to be told and is not. */
export const complete: Messages = {
  'finding.form.CPL-006': {
    zh: '{province}的部门决算另有“{name}”，本报告的目录和正文中没有。',
    en: 'Accounts in this province ({province}) have a table “{name}” as well; this report neither lists nor has it.',
  },
  'finding.form.CPL-001': {
    zh: '全文没有说明“{name}”；没有发生的，也应写明“无”。',
    en: 'Nothing is told of “{name}”; what did not occur is to be said so.',
  },
  'finding.form.CPL-002': {
    zh: '写了“{name}”的金额，没有写{count}。',
    en: 'The amount of “{name}” is told without its count ({count}).',
  },
  'finding.form.CPL-003': {
    zh: '写了“{name}”与上年相比的增减，没有写原因。',
    en: 'The change of “{name}” is told without its reason.',
  },
  'finding.form.CPL-004': {
    zh: '“三公”经费的说明没有写“{name}”；没有发生的，也应写明未发生。',
    en: 'The three expenses are told without “{name}”; what did not occur is to be said so.',
  },
  'finding.form.CPL-005': {
    zh: '“{name}”完成预算 {rate}，没有写原因。',
    en: 'The completion of “{name}”, {rate}, is told without its reason.',
  },
};
