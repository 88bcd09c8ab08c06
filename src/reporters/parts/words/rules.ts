import type { Messages } from './index.ts';

/** The list of rules and the explanation of one. */
export const rules: Messages = {
  'rules.id': { zh: '编号', en: 'id' },
  'rules.severity': { zh: '级别', en: 'severity' },
  'rules.title': { zh: '规则', en: 'rule' },
  'rules.must': { zh: '必须成立', en: 'What must hold' },
  'rules.why': { zh: '为什么', en: 'Why' },
  'rules.basis': { zh: '依据', en: 'Basis' },
  'rules.example': { zh: '例子', en: 'Example' },
  'rules.exceptions': { zh: '例外', en: 'Exceptions' },
  'rules.fix': { zh: '怎么改', en: 'How to fix it' },
  'rules.formula': { zh: '公式', en: 'Formula' },
  'rules.total': {
    zh: '共 {count} 条规则；audit explain 编号 说明其中一条',
    en: '{count} rules; audit explain ID explains one',
  },
  'rules.heading': { zh: '规则目录', en: 'Catalogue of rules' },

  'rule.schema': {
    zh: '“{path}”写得不对：{reason}。请对照别的规则改正。',
    en: '“{path}” is not right: {reason}. Compare it with the other rules.',
  },
  'rule.duplicate': {
    zh: '编号 {rule} 用了两次。每条规则的编号只能用一次，请换一个新的编号。',
    en: 'The id {rule} is used twice. Give one of the rules a new id.',
  },
  'rule.formula': {
    zh: '规则 {rule} 的公式“{formula}”在第 {column} 字读不下去，这里应当是：{expected}。',
    en: 'The formula “{formula}” of rule {rule} cannot be read at character {column}; expected: {expected}.',
  },
};
