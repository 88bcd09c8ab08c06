import type { Messages } from './messages.ts';

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
  'rules.formula.legend': { zh: '（{signs}）', en: ' ({signs})' },
  'rules.formula.scope': { zh: '方括号内是资金口径', en: 'square brackets: which money is counted' },
  'rules.formula.optional': {
    zh: '带 ? 的一项报告没有写时按没有计',
    en: '? : counts as nothing where the report does not state it',
  },
  'rules.formula.last-year': { zh: '@上年是上一年度的数', en: '@上年: last year’s figure' },
  'rules.total': {
    zh: '共 {count} 条规则；audit explain 编号 说明其中一条',
    en: '{count} rules; audit explain ID explains one',
  },
  'rules.heading': { zh: '规则目录', en: 'Catalogue of rules' },
  'rules.about': {
    zh:
      '每条规则的编号固定不变，可以引用。SUM：合计与明细；TIE：同一个数在各处、各表之间；PCT：占比与完成率；YOY：与上年相比；' +
      'PRJ：绩效自评表；FRM：文字与格式；CPL：应公开的内容是否齐全，可以整组关闭。级别是规则不成立时的级别：错误（必有一处写错）、警告（很可能有错，或口径需要说明）、提示；' +
      '只差末位、写出的位数可以解释的，一律只作提示。',
    en:
      'Ids never change and can be quoted. SUM: totals and parts; TIE: one figure in several places and tables; PCT: shares and ' +
      'completion rates; YOY: against last year; PRJ: project self-evaluation; FRM: wording and form; CPL: completeness, can be left out as a group. The severity is that of a rule ' +
      'that does not hold; a difference that the printed digits explain is never more than a note.',
  },

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
