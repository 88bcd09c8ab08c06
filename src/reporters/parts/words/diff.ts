import type { Messages } from './messages.ts';

/** Comparing two years, or two drafts. */
export const diff: Messages = {
  'cli.diff.sample': { zh: '2020.yaml 2021.yaml', en: '2020.yaml 2021.yaml' },
  'cli.diff.usage': { zh: '[选项] [前一份] <后一份>', en: '[options] [before] <after>' },
  'cli.diff.summary': {
    zh: '比较两个年度、同一年度的预算和决算，或同一份报告的两稿',
    en: 'compare two years, the budget and the accounts of a year, or two drafts of one report',
  },
  'cli.diff.description': {
    zh: '两个年度：逐项列出两年的数、增减额和增减率，并核对后一年报告所写的增减与两年的数是否相符。\n同一年度的预算和决算：逐项列出预算数和决算数，并核对决算报告所写的年初预算与预算公开的数是否相符。\n只给一份报告：上年数按报告所写的增减推算。\n两个文件夹：按单位配对，逐个单位比较，没有配上的写明。\n同一年度的两稿：增加、删去、改动的数，以及新出现和已消除的问题。\n退出码：0 都相符；1 有不符，或新稿出现新的错误；2 有文件无法审核，或参数有误。',
    en: 'Two years: every fact of both, its change in amount and rate, and whether what the later report says about the change agrees with both.\nBudget and final accounts of one year: every fact of both, and whether the initial budget that the accounts tell is the budget’s.\nOne report alone: the year before is what it implies.\nTwo folders: paired by body and compared one by one; what has no counterpart is told.\nTwo drafts of one year: figures added, removed and changed; findings that appeared and vanished.\nExit code: 0 all agree; 1 something does not, or the later draft has new errors; 2 a file could not be audited, or a wrong argument.',
  },
  'cli.diff.examples': {
    zh: `  audit diff 2020.yaml 2021.yaml
  audit diff 2021决算.docx                        只有一份：上年数由它推算
  audit diff 2023预算.docx 2023决算.docx          同一年度：预算与决算
  audit diff 初稿.docx 二稿.docx                  同一年度：比较两稿
  audit diff 2020/ 2021/                          两个文件夹：按单位一一比较
  audit diff 2020/ 2021/ --sort change --min-change 10%
  audit diff 2020.pdf 2021.pdf --only disagreements
  audit diff 2020.pdf 2021.pdf --format csv --output 对比.csv`,
    en: `  audit diff 2020.yaml 2021.yaml
  audit diff report2021.docx                      one alone: it implies the year before
  audit diff budget2023.docx report2023.docx      one year: its budget and its accounts
  audit diff draft1.docx draft2.docx              one year: two drafts
  audit diff 2020/ 2021/                          two folders: body by body
  audit diff 2020/ 2021/ --sort change --min-change 10%
  audit diff 2020.pdf 2021.pdf --only disagreements
  audit diff 2020.pdf 2021.pdf --format csv --output changes.csv`,
  },
  'cli.diff.paths': {
    zh: '一份或两份报告（文件或文件夹），前一年度在前',
    en: 'one or two reports (files or folders), the earlier one first',
  },
  'cli.diff.sort': {
    zh: '次序：{values}（默认 {initial}，按报告的次序；change：变动大的在前）',
    en: 'order: {values} (default {initial}, as in the report; change: the widest change first)',
  },
  'cli.diff.only': {
    zh: '只列哪些：{values}（默认 {initial}；依次为全部、不符的、报告写明增减的、有变动的、新增撤销改名的科目）',
    en: 'what to list: {values} (default {initial})',
  },
  'cli.diff.min-change': {
    zh: '变动至少多少才列出，如 10% 或 5万元（没有单位的按万元）',
    en: 'list changes of at least this much, such as 10% or 5 (in units of 10,000 yuan)',
  },
  'cli.diff.indicator': {
    zh: '只列名称、指标或科目编码含有这段文字的',
    en: 'list only what has this in its name, indicator or code',
  },
  'cli.diff.all': {
    zh: '全部列出：占比和完成率、只见于一份报告的、两年都是 0 的、同表重复的',
    en: 'list everything: shares and rates, facts of one report only, what is 0 in both or repeats another',
  },

  'diff.too-many': {
    zh: '一次比较一份或两份报告，现在给了 {count} 份。',
    en: 'One or two reports can be compared, but there are {count}.',
  },
  'diff.several': {
    zh: '这里有 {count} 份报告：{files}。请指明看哪一份；几个单位两个年度的报告，请放在两个文件夹里，一次给出两个文件夹。',
    en: 'There are {count} reports here: {files}. Name the one to look at; for several bodies in two years, give two folders.',
  },
  'diff.several-format': {
    zh: '几个单位一起比较，不能写成 {format}。请改用 csv 或 html，或者一次比较一个单位。',
    en: 'Comparisons of several bodies cannot be written as {format}. Use csv or html, or compare one body at a time.',
  },
  'diff.no-pair': {
    zh: '两个文件夹里没有同一单位的报告，没有可以比较的。前一个文件夹有：{before}；后一个文件夹有：{after}。',
    en: 'The two folders hold no reports of one body: nothing can be compared. The first holds {before}; the second holds {after}.',
  },
  'diff.all': {
    zh: '比较了 {count} 个单位，{bad} 个有不符',
    en: '{count} bodies compared, {bad} with mismatches',
  },
  'diff.all.bad': { zh: '{name}：不符 {count} 项', en: '{name}: {count} mismatch(es)' },
  'diff.all.count': { zh: '不符 {count} 项', en: '{count} mismatch(es)' },
  'diff.all.title': { zh: '{count} 个单位的比较', en: 'Comparison of {count} bodies' },
  'diff.lone.unmatched': {
    zh: '没有比较：{name}（{file}），另一个文件夹里没有这个单位的报告',
    en: 'Not compared: {name} ({file}): the other folder has no report of this body',
  },
  'diff.lone.another': {
    zh: '没有比较：{name}（{file}），这个单位比较的是另一份报告',
    en: 'Not compared: {name} ({file}): another report of this body was',
  },
  'diff.bad-change': {
    zh: '“{given}”不是变动的大小。请写成 10%、5万元 或 5 的样子。',
    en: '“{given}” is not the size of a change. Write it like 10%, 5万元 or 5.',
  },
  'diff.swapped': {
    zh: '前一份是 {before} 年度，后一份是 {after} 年度，已按年度先后对调。',
    en: 'The first report is of {before}, the second of {after}; they were put in the order of their years.',
  },
  'diff.apart': {
    zh: '两份报告相隔 {years} 年，报告写的是比上年的增减，因此只列出，不核对。',
    en: 'The reports are {years} years apart; what they say about the year before is shown, but not held against them.',
  },
  'diff.entities': {
    zh: '两份报告的单位不同：{before}、{after}。',
    en: 'The reports are of different entities: {before}, {after}.',
  },
  'diff.implied': {
    zh: '只有一份报告：{year} 年度的数按它所写的增减推算。',
    en: 'One report alone: the figures of {year} are what it implies.',
  },

  'diff.year': { zh: '{year}年', en: '{year}' },
  'diff.planned': { zh: '{year}年预算', en: 'budget {year}' },
  'diff.settled': { zh: '{year}年决算', en: 'accounts {year}' },
  'diff.before': { zh: '前一份', en: 'before' },
  'diff.after': { zh: '后一份', en: 'after' },
  'diff.name-unit': { zh: '项目（{unit}）', en: 'fact ({unit})' },
  'diff.contradicted': { zh: '报告写的增减与两年的数不符 {count} 项', en: 'Changes told that do not fit the two years: {count}' },
  'diff.largest': { zh: '变动最大的 {count} 项', en: 'The {count} largest changes' },
  'diff.moved': {
    zh: '新增、不再列、拆分或合并的科目 {count} 项',
    en: 'Subjects that came, went, were split or merged: {count}',
  },
  'diff.seen': { zh: '见{place}', en: 'see {place}' },
  'diff.seen-also': { zh: '见{place}，另见 {count} 处', en: 'see {place} and {count} more' },
  'diff.compared': {
    zh: '相符、不符：后一年报告写的增减，与两年的数算出的增减相比。',
    en: 'holds, fails: the change that the later report tells, against the change computed from both years.',
  },
  'diff.contradicted.plan': {
    zh: '决算所写的年初预算与预算公开的数不符 {count} 项',
    en: 'Initial budgets told in the accounts that are not those of the budget: {count}',
  },
  'diff.compared.plan': {
    zh: '相符、不符：决算报告写的年初预算，与预算公开的数相比。',
    en: 'holds, fails: the initial budget that the accounts tell, against the budget itself.',
  },
  'diff.name': { zh: '项目', en: 'fact' },
  'diff.difference': { zh: '增减', en: 'change' },
  'diff.rate': { zh: '增减率', en: 'rate' },
  'diff.bar': { zh: '减 | 增', en: 'less | more' },
  'diff.stated': { zh: '报告所写', en: 'stated' },
  'diff.verdict': { zh: '结论', en: 'verdict' },
  'diff.kinship': { zh: '科目变化', en: 'subject' },
  'diff.section': { zh: '章节', en: 'section' },
  'diff.code': { zh: '编码', en: 'code' },
  'diff.unit': { zh: '单位', en: 'unit' },
  'diff.scope': { zh: '口径', en: 'scope' },
  'diff.measure': { zh: '度量', en: 'measure' },
  'diff.equation': { zh: '算式', en: 'equation' },
  'diff.place': { zh: '位置', en: 'place' },
  'diff.edit': { zh: '改动', en: 'edit' },
  'diff.was': { zh: '前稿', en: 'before' },
  'diff.is': { zh: '后稿', en: 'after' },

  'diff.verdict.holds': { zh: '相符', en: 'agrees' },
  'diff.verdict.rounding': { zh: '四舍五入可解释', en: 'rounding' },
  'diff.verdict.fails': { zh: '不符', en: 'differs' },
  'diff.verdict.undecided': { zh: '未核对', en: 'undecided' },

  'diff.stated.same': { zh: '持平', en: 'unchanged' },
  'diff.stated.up': { zh: '增加 {printed}', en: 'up {printed}' },
  'diff.stated.down': { zh: '减少 {printed}', en: 'down {printed}' },
  'diff.stated.open': { zh: '增减 {printed}', en: 'changed by {printed}' },
  'diff.stated.rate-up': { zh: '增长 {printed}', en: 'up {printed}' },
  'diff.stated.rate-down': { zh: '下降 {printed}', en: 'down {printed}' },
  'diff.stated.rate-open': { zh: '增减 {printed}', en: 'changed by {printed}' },
  'diff.stated.previous': { zh: '上年 {printed}', en: 'year before {printed}' },
  'diff.stated.planned': { zh: '预算 {printed}', en: 'budgeted {printed}' },
  'diff.says': { zh: '报告写：{stated}', en: 'stated: {stated}' },

  'diff.kin.new': { zh: '新增', en: 'new' },
  'diff.kin.dropped': { zh: '不再列', en: 'dropped' },
  'diff.kin.renamed-from': { zh: '原名{names}', en: 'formerly {names}' },
  'diff.kin.split': { zh: '已拆分', en: 'split' },
  'diff.kin.split-from': { zh: '由{names}拆分', en: 'split from {names}' },
  'diff.kin.merged': { zh: '已合并', en: 'merged' },
  'diff.kin.merged-from': { zh: '由{names}合并', en: 'merged from {names}' },

  'diff.html.fine.plan': { zh: '决算写明的年初预算没有不符', en: 'No initial budget disagrees' },
  'diff.html.bad.plan': { zh: '决算写明的年初预算有 {count} 项不符', en: '{count} initial budget(s) disagree' },
  'diff.html.fine': { zh: '报告写明的增减没有不符', en: 'No stated change disagrees' },
  'diff.html.bad': { zh: '写明的增减有 {count} 项不符', en: '{count} stated change(s) disagree' },

  'diff.heading': { zh: '{before} 与 {after} 比较', en: '{before} compared with {after}' },
  'diff.mark': { zh: '* 推算的上年数', en: '* implied, not printed' },
  'diff.count': {
    zh: '{facts} 项两年都有，其中 {judged} 项报告写明了增减：相符 {holds} · 四舍五入可解释 {rounding} · 不符 {fails} · 未核对 {undecided}',
    en: '{facts} facts in both; {judged} with a stated change: agrees {holds} · rounding {rounding} · differs {fails} · undecided {undecided}',
  },
  'diff.count.plan': {
    zh: '{facts} 项预算和决算都有，其中 {judged} 项决算写明了年初预算：相符 {holds} · 四舍五入可解释 {rounding} · 不符 {fails} · 未核对 {undecided}',
    en: '{facts} facts in both; {judged} with the initial budget told: agrees {holds} · rounding {rounding} · differs {fails} · undecided {undecided}',
  },
  'diff.count-one': {
    zh: '{facts} 项写明了比上年的增减，其中 {judged} 项可以核对：相符 {holds} · 四舍五入可解释 {rounding} · 不符 {fails} · 未核对 {undecided}',
    en: '{facts} facts with a stated change; {judged} can be judged: agrees {holds} · rounding {rounding} · differs {fails} · undecided {undecided}',
  },
  'diff.left-out': {
    zh: '按所选条件未列出 {count} 项。',
    en: '{count} are left out by what was asked for.',
  },
  'diff.hidden': {
    zh: '未列出 {count} 项（占比和完成率、只见于一份报告的、两年都是 0 的、与同表同名科目重复的）；--all 全部列出。',
    en: '{count} not shown (shares and rates, facts of one report only, 0 in both, repetitions within a table); --all lists them.',
  },
  'diff.unnamed': {
    zh: '另有 {before} 个（前）和 {after} 个（后）数没有可以对照的名称，没有比较。',
    en: '{before} figures (before) and {after} (after) have no name to be looked for and were not compared.',
  },
  'diff.nothing': { zh: '没有可列出的变动。', en: 'No changes to show.' },

  'diff.drafts': { zh: '两稿比较：{before} → {after}', en: 'Two drafts: {before} → {after}' },
  'diff.edit.added': { zh: '增加', en: 'added' },
  'diff.edit.removed': { zh: '删去', en: 'removed' },
  'diff.edit.changed': { zh: '改动', en: 'changed' },
  'diff.edit.moved': { zh: '移动', en: 'moved' },
  'diff.edits': {
    zh: '数字：改动 {changed} · 增加 {added} · 删去 {removed} · 移动 {moved} · 不变 {kept}',
    en: 'Figures: changed {changed} · added {added} · removed {removed} · moved {moved} · kept {kept}',
  },
  'diff.outcome.mended': { zh: '已改对 {count} 处', en: 'Corrected: {count}' },
  'diff.outcome.wrong': { zh: '改成另一个错数 {count} 处', en: 'Changed into another wrong number: {count}' },
  'diff.outcome.open': { zh: '还没有改 {count} 处', en: 'Not corrected yet: {count}' },
  'diff.outcome.new': { zh: '新出现 {count} 处', en: 'New: {count}' },
  'diff.outcome.change': { zh: '原为 {before}，现 {after}', en: 'was {before}, now {after}' },
  'diff.outcomes': {
    zh: '问题：已改对 {mended} · 改成另一个错数 {wrong} · 还没有改 {open} · 新出现 {fresh}',
    en: 'problems: corrected {mended} · changed into another wrong number {wrong} · not corrected yet {open} · new {fresh}',
  },
  'diff.appeared': { zh: '新出现的问题 {count} 条', en: 'Findings that appeared: {count}' },
  'diff.vanished': { zh: '已消除的问题 {count} 条', en: 'Findings that vanished: {count}' },
};
