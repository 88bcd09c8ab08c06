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
};
