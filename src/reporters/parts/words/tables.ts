import type { Messages } from './messages.ts';

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
  'finding.form.FRM-029': {
    zh: '文字写的是“{name}（{level}）”，表中是“{expected}”。',
    en: 'The text calls it “{name} ({level})”; the tables have “{expected}”.',
  },
  'finding.form.FRM-071': {
    zh: '预算说明里本年数写的是“决算”，应为“预算”。',
    en: 'The budget calls this year’s amount “决算” (final accounts); it should say “预算” (budget).',
  },
  'finding.form.FRM-022': {
    zh: '“{table}”里有科目 {code} {name}，却没有它的上级科目 {parent}。',
    en: '“{table}” has the code {code} {name}, but not {parent} above it.',
  },
  'finding.form.FRM-023': {
    zh: '“{table}”里科目 {code} 出现了 {count} 次。',
    en: 'In “{table}” the code {code} occurs {count} times.',
  },
  'finding.form.FRM-024': {
    zh: '“{table}”中“{name}”是负数 {printed}，收支数一般不为负。',
    en: 'In “{table}”, “{name}” is negative ({printed}); income and spending hardly ever are.',
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
    zh: '“{table}”没有数据，而说明写有“{name}”{told}。',
    en: '“{table}” is empty, but the text states {told} for “{name}”.',
  },
  'finding.form.FRM-035': {
    zh: '说明写没有，而“{table}”中有数据。',
    en: 'The text says that there is nothing, but “{table}” has figures.',
  },
  'finding.form.FRM-034': {
    zh: '“{table}”的单位写的是“{unit}”，而表中的数与其他各处都相差一万倍，应为“{expected}”。',
    en: '“{table}” says its unit is {unit}, but its figures differ from all others by ten thousand; it should be {expected}.',
  },
  'finding.form.FRM-060': {
    zh: '“{table}”从“{row}”起，“{columns}”各数上移了一行：这一行的数漏填，以下各数都填到了上一行。',
    en: 'In “{table}”, from “{row}” on the amounts of {columns} stand a row too high: the one of this row was left out.',
  },
  'finding.form.FRM-061': {
    zh: '“{table}”从“{row}”起，“{columns}”各数下移了一行：这里多填了一个数或一个空格，以下各数都填到了下一行。',
    en: 'In “{table}”, from “{row}” on the amounts of {columns} stand a row too low: one was told twice, or a blank put in.',
  },
  'finding.form.FRM-062': {
    zh: '“{table}”的“{columns}”两栏的数互换了位置。',
    en: 'In “{table}”, the columns {columns} hold each other’s amounts.',
  },
  'finding.form.FRM-063': {
    zh: '“{table}”的“{columns}”一栏与其他各栏的单位不同，相差一万倍。',
    en: 'In “{table}”, the column {columns} is in another unit than the others: it differs by ten thousand.',
  },
  'finding.form.TXT-010': {
    zh: '说明列举了“{listed}”，但“{table}”中没有数；表中有数而没有列举的：{absent}。',
    en: 'The text lists {listed}, on which “{table}” has nothing; it has figures but the text does not list: {absent}.',
  },
  'finding.form.TXT-011': {
    zh: '说明里的科目“{name}”（{amount}）在一般公共预算支出表中没有。',
    en: 'The item “{name}” ({amount}) of the text is no row of the table of general-budget expenditure.',
  },
  'finding.form.TXT-011.expected': {
    zh: '说明里的科目“{name}”（{amount}）在一般公共预算支出表中没有；表中同一金额的科目是“{expected}”，名称请核对。',
    en: 'The item “{name}” ({amount}) of the text is no row of the table of general-budget expenditure; the row with this amount is “{expected}”.',
  },
  'finding.form.TXT-012': {
    zh: '“{table}”中的科目“{name}”（{printed}）在逐项说明里没有写到。',
    en: 'The item “{name}” ({printed}) of “{table}” is not told in the text.',
  },
  'finding.form.TXT-013': {
    zh: '说明写“{name}”用于{nature}，而“{table}”中该科目没有{nature}，{amount} 是{other}。',
    en: 'The text says that “{name}” is {nature}; in “{table}” it has none, and {amount} is {other}.',
  },
  'finding.form.TXT-014': {
    zh: '说明只写“{name}”用于{nature}，而“{table}”中该科目还有{other} {amount}。',
    en: 'The text says that “{name}” is {nature}; in “{table}” it has {other} of {amount} as well.',
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
    zh: '没有认出列出的决算表（{tables}）：表可能是图片，或者没有标题；其中的数没有核对',
    en: 'listed tables were not recognised ({tables}): they may be pictures or have no title; their figures were not checked',
  },
  'extract.why.table-unread': {
    zh: '这张表有合计，但行列结构看不清，没有核对表内相加',
    en: 'this table has totals, but its structure is not plain; its sums were not checked',
  },
  'extract.why.table-unknown': {
    zh: '没有认出这是什么表，其中的数没有全部核对',
    en: 'what this table is was not recognised; not all of its figures were checked',
  },
};
