import type { Messages } from './messages.ts';

/** Rules, forms and settings that a bureau brings itself; the tool beside Word. */
export const own: Messages = {
  'cli.rules.usage': { zh: '[选项]', en: '[options]' },
  'cli.rules.summary': { zh: '列出全部规则', en: 'list all rules' },
  'cli.rules.description': {
    zh: '列出全部核对规则：编号、级别、必须成立的关系。--check 和 --test 检查自己写的规则文件：退出码 2 写错，1 例子不符。',
    en: 'Lists all rules: id, severity, what must hold. --check and --test are for files of your own rules: exit code 2 for mistakes, 1 for examples that come out otherwise.',
  },
  'cli.rules.examples': {
    zh: `  audit rules
  audit rules --format markdown --output 规则.md
  audit rules --check 省规则.yaml              自己的规则写得对不对
  audit rules --test 省规则.yaml               规则里的例子是否如所说`,
    en: `  audit rules
  audit rules --format markdown --output rules.md
  audit rules --check ours.yaml               are our own rules written rightly
  audit rules --test ours.yaml                do their examples come out as they say`,
  },
  'cli.rules.check': {
    zh: '检查自己写的规则文件，一次指出全部写错的地方；可多次使用',
    en: 'check a file of your own rules and tell all its mistakes at once; may be repeated',
  },
  'cli.rules.test': {
    zh: '运行规则文件里的例子（examples）；可多次使用',
    en: 'run the examples of a file of your own rules; may be repeated',
  },
  'cli.figures.addresses': {
    zh: '列出报告里可以写进规则的地址和它们的数',
    en: 'list the addresses a report offers to rules, with their figures',
  },
  'cli.check.own-rules': {
    zh: '再用这个文件里自己的规则（audit rules --check 检查它）；可多次使用',
    en: 'apply the rules of this file as well (audit rules --check checks it); may be repeated',
  },
  'figures.address': { zh: '地址', en: 'address' },
  'figures.addresses-total': {
    zh: '共 {count} 个地址；方括号里不写口径的，按指标通常的口径',
    en: '{count} addresses; without brackets the money is what the indicator usually counts',
  },

  'skip.excluded': {
    zh: '按 exclude 略过 {count} 个文件：{files}{more}',
    en: '{count} file(s) left aside as exclude says: {files}{more}',
  },
  'cli.watch.sample': { zh: '决算公开.docx', en: 'report.docx' },
  'cli.watch.usage': { zh: '[选项] <文件...>', en: '[options] <path...>' },
  'cli.watch.summary': {
    zh: '开着 Word 边改边核对：每次保存只说变了什么',
    en: 'stay open beside Word: each save tells what changed',
  },
  'cli.watch.description': {
    zh: '核对一遍，然后等着：在 Word、WPS 或 LibreOffice 里每保存一次就重新核对，只说变了什么（已改对、新出现、还不对）。按 Ctrl+C 结束。',
    en: 'Checks once, then waits: every save in Word, WPS or LibreOffice is checked anew, and only what changed is told (mended, new, still wrong). Ctrl+C ends it.',
  },
  'cli.watch.examples': {
    zh: `  audit watch 决算公开.docx
  audit watch 报告/                                          文件夹里的每一份
  audit watch 决算公开.docx --format html --output 核对.html    网页跟着更新，刷新就看到`,
    en: `  audit watch report.docx
  audit watch reports/                                      every report in a folder
  audit watch report.docx --format html --output page.html  keeps the page up to date`,
  },
  'cli.watch.format': {
    zh: '另写文件的格式：{values}；与 --output 成对使用',
    en: 'format of a file that is kept up to date: {values}; in pairs with --output',
  },
  'cli.watch.output': { zh: '每次保存后重写的文件', en: 'file that is written anew after each save' },
  'watch.output': {
    zh: '屏幕上只说变了什么，不能是 {format}。请加 --output 文件名。',
    en: 'The screen tells what changed and cannot be {format}. Add an --output file.',
  },
  'watch.waiting': {
    zh: '在等 {files} 保存，每次保存后说变了什么；按 Ctrl+C 结束。',
    en: 'Waiting for {files} to be saved; each save tells what changed. Ctrl+C ends it.',
  },
  'watch.turned': {
    zh: '{time} {file}：已改对 {mended} · 新出现 {appeared} · 改了仍不对 {changed} · 还有 {left} 处',
    en: '{time} {file}: {mended} mended · {appeared} new · {changed} changed, still wrong · {left} left',
  },
  'watch.none': {
    zh: '{time} {file}：已改对 {mended}，没有要改的了',
    en: '{time} {file}: {mended} mended, nothing left to be done',
  },
  'watch.same': { zh: '{time} {file}：已保存，问题没有变化，还有 {left} 处', en: '{time} {file}: saved, no change, {left} left' },
  'watch.same-none': { zh: '{time} {file}：已保存，没有要改的', en: '{time} {file}: saved, nothing to be done' },
  'watch.gone': {
    zh: '{time} {file}：文件不在了；回来后接着核对',
    en: '{time} {file}: the file is gone; when it is back it is checked again',
  },
  'watch.mended': { zh: '已改对', en: 'mended' },
  'watch.appeared': { zh: '新出现', en: 'new' },
  'watch.changed': { zh: '还不对', en: 'still wrong' },

  'cli.check.print-config': {
    zh: '只列出现在起作用的设置，以及各来自哪里',
    en: 'only print the settings in force, and where each comes from',
  },
  'config.in-force': { zh: '# 现在起作用的设置（配置文件：{file}）', en: '# The settings in force (configuration: {file})' },
  'config.in-force-none': { zh: '# 现在起作用的设置（没有配置文件）', en: '# The settings in force (no configuration file)' },
  'config.from-default': { zh: '默认', en: 'default' },
  'config.from-file': { zh: '来自 {file}', en: 'from {file}' },
  'config.from-cli': { zh: '来自命令行', en: 'from the command line' },

  'cli.init.sample': { zh: '报告', en: 'reports' },
  'cli.init.usage': { zh: '[选项] [文件夹]', en: '[options] [folder]' },
  'cli.init.summary': { zh: '看一看文件夹，写一份带说明的 audit.yaml', en: 'look at a folder and write a commented audit.yaml' },
  'cli.init.description': {
    zh: '看一看文件夹里有哪些报告、规则、表样和基线，写一份带说明的 audit.yaml。已有的 audit.yaml 不会改动。',
    en: 'Looks for reports, rules, forms and a baseline in a folder and writes a commented audit.yaml. One that is there stays as it is.',
  },
  'cli.init.examples': { zh: '  audit init\n  audit init 报告', en: '  audit init\n  audit init reports' },
  'cli.init.folder': { zh: '文件夹（默认：当前文件夹）', en: 'folder (default: this one)' },
  'init.exists': {
    zh: '配置文件已经有了，没有改动它。要看现在起作用的设置，用 audit check --print-config。',
    en: 'There is a configuration already; it was left as it is. “audit check --print-config” prints the settings in force.',
  },
  'init.written': {
    zh: '已写入 {file}（找到 {count} 个报告文件）。去掉行首的 # 就起作用；audit check --print-config 列出现在的设置。',
    en: '{file} was written ({count} report files found). Take off a # to make a line count; “audit check --print-config” prints the settings in force.',
  },
  'init.head': {
    zh: '# audit.yaml：核对部门决算、预算时每次都用的设置。去掉行首的“# ”就起作用；命令行上的选项优先。\n# 这个文件夹里有 {count} 个报告文件：',
    en: '# audit.yaml: what every run goes by. Take off the “# ” to make a line count; switches of the command line come first.\n# This folder has {count} report files:',
  },
  'init.more': { zh: '……另有 {count} 个', en: '… and {count} more' },
  'init.fail-on': {
    zh: '# 达到哪一级算不通过：error | warning | note | never',
    en: '# What fails a run: error | warning | note | never',
  },
  'init.strict': { zh: '# 没有读到的、未能判断的是否也算不通过', en: '# Whether what was not read or not decided fails, too' },
  'init.min-coverage': {
    zh: '# 有关系核对的数至少占百分之几',
    en: '# How many per cent of the figures have to be checked',
  },
  'init.severity': {
    zh: '# 改变规则的级别（audit rules 列出全部规则）',
    en: '# Other severities of rules (audit rules lists them all)',
  },
  'init.skip': { zh: '# 不用的规则或规则组', en: '# Rules or groups that are left out' },
  'init.exclude': {
    zh: '# 文件夹里略过哪些文件：* 不跨文件夹，** 跨',
    en: '# Files of folders that are left aside: * stays within a folder, ** does not',
  },
  'init.folders': { zh: '# 某个文件夹里的报告用别的级别', en: '# Other severities for the reports of a folder' },
  'init.own-rules': {
    zh: '# 自己的规则（audit rules --check 检查，--test 运行其中的例子）',
    en: '# Rules of your own (audit rules --check checks them, --test runs their examples)',
  },
  'init.own-forms': { zh: '# 本省自己的表样和说法', en: '# Forms and wordings of your own' },
  'init.baseline': {
    zh: '# 基线：其中已有的问题不再算（audit check 报告 --baseline 基线.json --write-baseline 生成它）',
    en: '# Baseline: what it holds does not count (audit check reports --baseline base.json --write-baseline makes it)',
  },
  'init.suppress': { zh: '# 不计的问题：一定要写明理由', en: '# What is not to count: never without a reason' },
  'init.reason': { zh: '两处口径不同，说明里已经写明', en: 'two scopes, as the text explains' },
};
