import type { Messages } from './messages.ts';

/** The command line: help texts and what is said about wrong arguments. */
export const cli: Messages = {
  'cli.title.usage': { zh: '用法：', en: 'Usage:' },
  'cli.title.arguments': { zh: '参数：', en: 'Arguments:' },
  'cli.title.options': { zh: '选项：', en: 'Options:' },
  'cli.title.commands': { zh: '命令：', en: 'Commands:' },
  'cli.title.examples': { zh: '例：', en: 'Examples:' },
  'cli.help': { zh: '显示这份说明', en: 'show this help' },
  'cli.version': { zh: '显示版本号', en: 'show the version' },
  'cli.lang': { zh: '输出语言：zh（中文，默认）| en（英文）', en: 'language of the output: zh (Chinese, the default) | en' },
  'cli.paths': {
    zh: '报告文件、文件夹或通配符；“-”表示从标准输入读取文件清单',
    en: 'report files, folders or patterns; “-” reads a list of paths from standard input',
  },
  'cli.format': {
    zh: '输出格式：{values}（默认 {initial}）；可与 --output 成对多次使用',
    en: 'output format: {values} (default {initial}); may be repeated in pairs with --output',
  },
  'cli.output': { zh: '写入文件而不是屏幕', en: 'write to a file instead of the screen' },
  'cli.together': {
    zh: '把所有文件当作同一份报告（如文字说明和报表）',
    en: 'take all files as one report (a narrative and its tables, say)',
  },
  'cli.separate': {
    zh: '每个文件各是一份报告，文件夹中的文件也不合并',
    en: 'take every file as a report of its own, also within folders',
  },

  'cli.audit.usage': { zh: '<命令> [选项]', en: '<command> [options]' },
  'cli.audit.summary': { zh: '核对部门决算公开报告的数字', en: 'check the figures of departmental final accounts' },
  'cli.audit.description': {
    zh: '核对部门决算公开报告：合计、占比、增减、完成率、文表一致、前后一致。每一处不符都给出算式、位置和最可能写错的数。',
    en: 'Checks departmental final accounts: sums, shares, growth, completion rates, text against tables. Every mismatch comes with its equation, its place and the figure most likely to be wrong.',
  },
  'cli.audit.examples': {
    zh: `  audit check 决算公开.docx                核对一份报告
  audit check --together 说明.docx 报表.xls  文字和报表一起核对
  audit figures 决算公开.docx              列出报告里的每一个数
  audit explain TIE-001                    说明一条规则
  audit check --help                       某个命令的用法`,
    en: `  audit check report.docx                  check one report
  audit check --together text.docx tables.xls   check text and tables together
  audit figures report.docx                list every figure of a report
  audit explain TIE-001                    explain a rule
  audit check --help                       how to use one command`,
  },

  'cli.check.sample': { zh: '决算公开.docx', en: 'report.docx' },
  'cli.check.usage': { zh: '[选项] <文件...>', en: '[options] <path...>' },
  'cli.check.summary': { zh: '核对报告，列出不符之处', en: 'check reports and list what does not hold' },
  'cli.check.description': {
    zh: '核对报告里的数字，列出不符之处、可能写错的数和没能核对的数。\n退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件无法审核，或参数有误。',
    en: 'Checks the figures of reports: what does not hold, which figure is likely wrong, what could not be checked.\nExit code: 0 nothing at or above --fail-on; 1 something; 2 a file could not be audited, or a wrong argument.',
  },
  'cli.check.examples': {
    zh: `  audit check 决算公开.docx
  audit check 2023/ 2024/                     核对文件夹里的所有报告
  audit check --together 说明.docx 报表.xls     两个文件是同一份报告
  audit check 决算公开.pdf --all                成立的也列出
  audit check *.docx --format json --output 结果.json
  audit check 决算公开.docx --fail-on warning   有警告也算不通过
  find . -name '*.docx' | audit check -       从标准输入读文件清单`,
    en: `  audit check report.docx
  audit check 2023/ 2024/                     every report in these folders
  audit check --together text.docx tables.xls two files of one report
  audit check report.pdf --all                list what holds as well
  audit check *.docx --format json --output result.json
  audit check report.docx --fail-on warning   warnings fail, too
  find . -name '*.docx' | audit check -       read the list from standard input`,
  },
  'cli.check.all': { zh: '逐条列出全部核对，成立的也列出', en: 'list every check, those that hold included' },
  'cli.check.split': {
    zh: '在这个文件夹里给每个单位写一个网页，另有目录 index.html',
    en: 'write a page for each unit into this folder, and an index.html',
  },
  'cli.check.ledger': { zh: '逐个列出数字，以及核对它的关系', en: 'list every figure with the relations that check it' },
  'cli.check.fail-on': {
    zh: '达到哪一级就以退出码 1 结束：{values}（默认 {initial}）',
    en: 'exit with 1 at this severity: {values} (default {initial})',
  },
  'cli.check.sort': {
    zh: '问题的次序：document 按报告里的先后，severity 错误在前',
    en: 'order of the problems: as in the document, or the gravest first',
  },
  'cli.kind': {
    zh: '报告是预算还是决算：{values}（默认 {initial}，按报告自己的标题）',
    en: 'whether the reports are budgets or final accounts: {values} (default {initial}, as their titles say)',
  },
  'cli.check.strict': {
    zh: '没有读到的、未能判断的也算不通过',
    en: 'what was not read or could not be decided fails, too',
  },
  'cli.check.min-coverage': {
    zh: '有关系核对的数少于这个百分比就算不通过，如 80',
    en: 'fail where fewer per cent of the figures than this are checked, such as 80',
  },
  'cli.bad-percent': {
    zh: '“{given}”不是 0 到 100 的百分比。请写成 80 的样子。',
    en: '“{given}” is no percentage from 0 to 100. Write it like 80.',
  },
  'cli.check.strict-readings': {
    zh: '同 --strict，读法没有把握而未判断的也算不通过',
    en: 'as --strict, and what was left undecided because its reading is not sure fails, too',
  },
  'cli.check.rule': {
    zh: '只用这条规则或这组（如 CPL）；可多次使用',
    en: 'apply this rule or group (CPL) only; may be repeated',
  },
  'cli.check.skip': { zh: '不用这条规则或这组（如 CPL）；可多次使用', en: 'leave this rule or group (CPL) out; may be repeated' },
  'cli.check.severity': {
    zh: '改变一条规则的级别，如 FRM-001=note：{values}；可以多次使用',
    en: 'change the severity of a rule, such as FRM-001=note: {values}; may be repeated',
  },
  'cli.check.config': {
    zh: '配置文件（默认：当前文件夹里的 audit.yaml，如果有）',
    en: 'configuration (default: audit.yaml in this folder, if there is one)',
  },
  'cli.check.baseline': {
    zh: '基线文件：其中已有的问题不再算，只算新的',
    en: 'baseline: what it holds does not count, only what is new does',
  },
  'cli.check.write-baseline': {
    zh: '把现有的问题写入 --baseline 指定的文件',
    en: 'write the findings there are now to the file of --baseline',
  },
  'cli.check.today': {
    zh: '判断到期所用的日期，如 2025-12-31（默认：今天）',
    en: 'the day against which expiry is judged, such as 2025-12-31 (default: today)',
  },
  'cli.check.statistics': { zh: '按规则统计问题的个数（屏幕输出）', en: 'count problems by rule (terminal output)' },
  'cli.check.quiet': {
    zh: '只列要改的和没有读到的；几份报告时留下合计',
    en: 'print only what has to be done, and the totals of several reports',
  },

  'cli.figures.sample': { zh: '决算公开.docx', en: 'report.docx' },
  'cli.figures.usage': { zh: '[选项] <文件...>', en: '[options] <path...>' },
  'cli.figures.summary': { zh: '列出报告里的每一个数', en: 'list every figure of a report' },
  'cli.figures.description': {
    zh: '列出报告里每一个说明收支情况的数：原文、名称、指标、口径、年度、位置，以及有几条关系核对过它。',
    en: 'Lists every number that states something about the accounts: as printed, its name, indicator, scope, year, place, and how many relations check it.',
  },
  'cli.figures.examples': {
    zh: `  audit figures 决算公开.docx
  audit figures 决算公开.docx --format csv --bom --output 数字.csv    用 Excel 打开
  audit figures 报表.xlsx --format json
  audit figures 决算公开.docx --addresses    可以写进规则的地址`,
    en: `  audit figures report.docx
  audit figures report.docx --format csv --bom --output figures.csv   to open in Excel
  audit figures tables.xlsx --format json
  audit figures report.docx --addresses     addresses for rules of your own`,
  },
  'cli.figures.bom': { zh: 'csv 开头加 BOM，便于用 Excel 打开', en: 'begin csv with a byte order mark, for Excel' },

  'cli.explain.sample': { zh: 'TIE-001', en: 'TIE-001' },
  'cli.explain.usage': { zh: '[选项] <规则编号 | 文件#编号>', en: '[options] <id | file#id>' },
  'cli.explain.summary': { zh: '说明一条规则，或一个问题的来龙去脉', en: 'explain a rule, or one finding' },
  'cli.explain.description': {
    zh: '说明一条规则：必须成立什么、为什么、依据、例子、例外、怎么改。\n或说明一个问题的来龙去脉：在哪里、哪一处写错、改正前后的算式、还会牵动什么。问题的编号列在 audit check 的结果里。',
    en: 'Explains a rule: what must hold, why, on what basis, an example, exceptions, how to fix it.\nOr tells the whole story of a finding: where it stands, which figure is wrong, the equations before and after, what else would move. Its id stands beside it in what audit check prints.',
  },
  'cli.explain.examples': {
    zh: `  audit explain TIE-001
  audit explain 决算公开.docx#00a288
  audit explain 决算公开.docx#readings      文字可以有几种读法的地方是怎样读的
  audit explain "说明.docx + 报表.xls#00a288"   两个文件是同一份报告`,
    en: `  audit explain TIE-001
  audit explain report.docx#00a288
  audit explain report.docx#readings      how it was read where its words leave a choice
  audit explain "text.docx + tables.xls#00a288"   two files of one report`,
  },
  'cli.explain.id': {
    zh: '规则编号，如 TIE-001（audit rules 列出全部）；或 文件#问题编号',
    en: 'a rule id such as TIE-001 (audit rules lists them), or FILE#id of a finding',
  },
  'cli.unknown-finding': {
    zh: '这份报告里没有编号为“{given}”的问题。报告可能已经改过；用 audit check 查看现在的问题和编号。',
    en: 'There is no finding “{given}” in this report. It may have been changed; audit check tells its findings.',
  },
  'cli.several-findings': {
    zh: '“{given}”不止一个问题以它开头：{ids}。请写全编号。',
    en: 'Several findings begin with “{given}”: {ids}. Give more of the id.',
  },

  'cli.schema.sample': { zh: 'check', en: 'check' },
  'cli.schema.usage': { zh: '[选项] <名称>', en: '[options] <name>' },
  'cli.schema.summary': { zh: '输出 JSON Schema', en: 'print a JSON Schema' },
  'cli.schema.description': {
    zh: '输出 JSON Schema，供脚本和编辑器校验 JSON 输出和手写数据集。',
    en: 'Prints a JSON Schema for scripts and editors: of the JSON outputs and of hand-written datasets.',
  },
  'cli.schema.examples': {
    zh: `  audit schema check      audit check --format json 的输出
  audit schema ndjson     audit check --format ndjson 的一行
  audit schema diff       audit diff --format json 的输出
  audit schema figures    audit figures --format json 的输出
  audit schema dataset    手写数据集（YAML）`,
    en: `  audit schema check      the output of audit check --format json
  audit schema ndjson     a line of audit check --format ndjson
  audit schema diff       the output of audit diff --format json
  audit schema figures    the output of audit figures --format json
  audit schema dataset    hand-written datasets (YAML)`,
  },
  'cli.schema.name': { zh: '{values}', en: '{values}' },

  'cli.completion.sample': { zh: 'bash', en: 'bash' },
  'cli.completion.usage': { zh: '[选项] <shell>', en: '[options] <shell>' },
  'cli.completion.summary': { zh: '输出命令行补全脚本', en: 'print a shell completion script' },
  'cli.completion.description': {
    zh: '输出补全脚本：在命令行里按 Tab 键，补全命令、选项、输出格式、规则编号和文件名。怎样安装写在脚本开头。',
    en: 'Prints a completion script: the tab key then completes commands, options, output formats, rule ids and file names. How to install it stands at its top.',
  },
  'cli.completion.examples': {
    zh: `  source <(audit completion bash)              写入 ~/.bashrc
  source <(audit completion zsh)               写入 ~/.zshrc
  audit completion fish > ~/.config/fish/completions/audit.fish
  audit completion powershell | Out-String | Invoke-Expression`,
    en: `  source <(audit completion bash)              a line for ~/.bashrc
  source <(audit completion zsh)               a line for ~/.zshrc
  audit completion fish > ~/.config/fish/completions/audit.fish
  audit completion powershell | Out-String | Invoke-Expression`,
  },
  'cli.completion.shell': { zh: '{values}', en: '{values}' },
  'cli.complete.sample': { zh: '-- check', en: '-- check' },
  'cli.complete.usage': { zh: '[选项] -- <词...>', en: '[options] -- <word...>' },
  'cli.complete.summary': { zh: '列出光标处可以写什么', en: 'list what may stand at the cursor' },
  'cli.complete.description': {
    zh: '列出光标处可以写什么，每行一个。由 audit completion 输出的脚本调用。',
    en: 'Lists what may stand at the cursor, one a line. Called by the scripts of audit completion.',
  },
  'cli.complete.examples': {
    zh: '  audit complete --word=js -- check --format',
    en: '  audit complete --word=js -- check --format',
  },
  'cli.complete.word': { zh: '光标处已经写下的部分', en: 'what stands at the cursor so far' },

  'cli.unknown-option': {
    zh: '不认识选项“{given}”。用“{command} --help”查看全部选项。',
    en: 'Unknown option “{given}”. “{command} --help” lists the options.',
  },
  'cli.unknown-option-near': {
    zh: '不认识选项“{given}”，是不是“{guess}”？用“{command} --help”查看全部选项。',
    en: 'Unknown option “{given}”. Did you mean “{guess}”? “{command} --help” lists the options.',
  },
  'cli.unknown-command': {
    zh: '不认识命令“{given}”。可用的命令有：{names}。',
    en: 'Unknown command “{given}”. The commands are {names}.',
  },
  'cli.unknown-command-near': {
    zh: '不认识命令“{given}”，是不是“{guess}”？可用的命令有：{names}。',
    en: 'Unknown command “{given}”. Did you mean “{guess}”? The commands are {names}.',
  },
  'cli.forgot-check': {
    zh: '“{given}”是文件，不是命令。核对它请用：audit check {given}',
    en: '“{given}” is a file, not a command. To check it: audit check {given}',
  },
  'cli.missing-argument': {
    zh: '没有说要处理什么。例如：{command} {example}；用“{command} --help”查看用法。',
    en: 'Nothing to work on. For example: {command} {example}; “{command} --help” tells more.',
  },
  'cli.missing-value': {
    zh: '选项“{given}”后面缺少取值。用“{command} --help”查看用法。',
    en: 'Option “{given}” needs a value. “{command} --help” tells more.',
  },
  'cli.excess-arguments': {
    zh: '多出的参数：{given}。用“{command} --help”查看用法。',
    en: 'Too many arguments: {given}. “{command} --help” tells more.',
  },
  'cli.bad-choice': {
    zh: '“{given}”不能取“{value}”。可以取：{values}。',
    en: '“{given}” cannot be “{value}”. Possible are {values}.',
  },
  'cli.bad-choice-near': {
    zh: '“{given}”不能取“{value}”，是不是“{guess}”？可以取：{values}。',
    en: '“{given}” cannot be “{value}”. Did you mean “{guess}”? Possible are {values}.',
  },
  'cli.two-outputs': {
    zh: '屏幕上一次只能输出一种格式，现在要求了：{names}。请给其余的加上 --output 文件名。',
    en: 'Only one format can go to the screen, but there are {names}. Give the others an --output file.',
  },
  'cli.unknown-rule': {
    zh: '没有编号为“{given}”的规则。用“audit rules”查看全部规则。',
    en: 'There is no rule “{given}”. “audit rules” lists them all.',
  },
  'cli.unknown-rule-near': {
    zh: '没有编号为“{given}”的规则，是不是“{guess}”？用“audit rules”查看全部规则。',
    en: 'There is no rule “{given}”. Did you mean “{guess}”? “audit rules” lists them all.',
  },
  'cli.defect': {
    zh: '程序出了意料之外的错误（{reason}），这不是报告的问题。',
    en: 'The program failed unexpectedly ({reason}); your report is not at fault.',
  },
};
