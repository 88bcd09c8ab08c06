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
};
