import type { Messages } from './index.ts';

/** What is said of statutory tables: their form and completeness, and why one was not read. */
export const tables: Messages = {
  'finding.form.FRM-020': {
    zh: '科目编码 {code} 对应的名称是“{expected}”，这里写的是“{name}”。',
    en: 'Code {code} is named “{expected}”; here it is called “{name}”.',
  },
  'finding.form.FRM-021': {
    zh: '科目 {code} 在 {year} 年的名称是“{expected}”，这里仍用旧名称“{name}”。',
    en: 'In {year} code {code} is named “{expected}”; the old name “{name}” still stands here.',
  },
  'finding.form.FRM-022': {
    zh: '“{table}”里有科目 {code} {name}，却没有它的上级科目 {parent}。',
    en: '“{table}” has the code {code} {name}, but not {parent} above it.',
  },
  'finding.form.FRM-023': {
    zh: '“{table}”里科目 {code} 出现了 {count} 次。',
    en: 'In “{table}” the code {code} occurs {count} times.',
  },
  'finding.form.FRM-030': {
    zh: '目录列有“{table}”，正文没有这张表。',
    en: 'The contents list “{table}”, but the report has no such table.',
  },
  'finding.form.FRM-031': {
    zh: '“{table}”没有数据，表下和说明里都没有写明原因。',
    en: '“{table}” holds no figures, and neither a note nor the text says why.',
  },
  'finding.form.FRM-032': {
    zh: '“{table}”中“{name}”是空的，而它的各项有数。',
    en: 'In “{table}”, “{name}” is blank although its parts have figures.',
  },
  'finding.form.FRM-033': {
    zh: '“{table}”与说明矛盾：一处没有数据（写“无”），另一处却有金额。',
    en: '“{table}” contradicts the text: one has nothing, the other states amounts.',
  },
  'extract.why.no-number': {
    zh: '“{row}”的“{column}”不是一个能读的数',
    en: 'the “{column}” of “{row}” is no number that can be read',
  },
  'extract.why.no-tables': {
    zh: '报告列出了决算表（{tables}），但文件里没有读到任何决算表，表内、表间关系和文表一致性没有核对',
    en: 'the report lists statutory tables ({tables}) but none was found in the file; nothing was checked against them',
  },
  'extract.why.table-missing': {
    zh: '没有读到列出的决算表（{tables}）；文件里有图片，如果表是图片，其中的数没有核对',
    en: 'listed tables were not found ({tables}); the file has pictures, and tables among them were not checked',
  },
  'extract.why.table-unread': {
    zh: '这张表有合计，但行列结构看不清，没有核对表内相加',
    en: 'this table has totals, but its structure is not plain; its sums were not checked',
  },
};
