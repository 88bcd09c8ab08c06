import type { Messages } from './messages.ts';

/** What the formats for CI systems and spreadsheets say around the findings. */
export const formats: Messages = {
  'format.cannot': { zh: '无法审核：{message}', en: 'Could not be audited: {message}' },
  'format.missing': { zh: '未能判断，缺少：{missing}', en: 'Undecided, missing: {missing}' },
  'format.undecided': { zh: '未能判断', en: 'Undecided' },
  'format.suppressed': { zh: '不计：{reason}', en: 'Not counted: {reason}' },
  'format.off': { zh: '不计：这条规则没有启用', en: 'Not counted: the rule is switched off' },
  'format.number': { zh: '{about}（第 {number} 条）', en: '{about} ({number})' },

  'suppressed.baseline': { zh: '基线中已有', en: 'already in the baseline' },

  'csv.file': { zh: '文件', en: 'file' },
  'csv.severity': { zh: '级别', en: 'severity' },
  'csv.rule': { zh: '规则', en: 'rule' },
  'csv.message': { zh: '问题', en: 'message' },
  'csv.equation': { zh: '算式', en: 'equation' },
  'csv.stated': { zh: '写的是', en: 'stated' },
  'csv.expected': { zh: '应为', en: 'expected' },
  'csv.difference': { zh: '相差', en: 'difference' },
  'csv.unit': { zh: '单位', en: 'unit' },
  'csv.place': { zh: '位置', en: 'place' },
  'csv.section': { zh: '章节', en: 'section' },
  'csv.quote': { zh: '原文', en: 'quote' },
  'csv.suspect': { zh: '最可能写错的', en: 'suspect' },
  'csv.cause': { zh: '原因', en: 'cause' },
  'csv.fingerprint': { zh: '指纹', en: 'fingerprint' },
  'csv.unreadable': { zh: '无法审核', en: 'not audited' },

  'md.title': { zh: '决算核对', en: 'Final accounts audit' },
  'md.report': { zh: '报告', en: 'Report' },
  'md.errors': { zh: '错误', en: 'Errors' },
  'md.warnings': { zh: '警告', en: 'Warnings' },
  'md.notes': { zh: '提示', en: 'Notes' },
  'md.undecided': { zh: '未能判断', en: 'Undecided' },
  'md.checked': { zh: '核对范围', en: 'Coverage' },
  'md.coverage': { zh: '{checked} / {figures} 个数', en: '{checked} of {figures} figures' },
  'md.barren': { zh: '没有一条关系可以判断', en: 'nothing could be decided' },
  'md.place': { zh: '位置', en: 'Place' },
  'md.finding': { zh: '问题', en: 'Finding' },
  'md.suspect': { zh: '最可能写错的', en: 'Suspect' },
  'md.failures': { zh: '无法审核的文件', en: 'Could not be audited' },
  'md.suppressed': { zh: '另有 {count} 条按基线或配置不计。', en: '{count} more do not count, by baseline or configuration.' },
  'md.open': {
    zh: '未能判断的 {count} 条不等于通过。',
    en: 'The {count} undecided are no pass.',
  },
};
