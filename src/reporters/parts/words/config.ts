import type { Messages } from './messages.ts';

/** audit.yaml, the baseline, and what became of them. */
export const config: Messages = {
  'config.syntax': {
    zh: '这里的写法不合 YAML 格式。请检查缩进（用空格，不用制表符）、冒号后的空格和引号是否成对。',
    en: 'This is not valid YAML. Check the indentation (blanks, not tabs), the blank after the colon, and the quotes.',
  },
  'config.first-indented': {
    zh: '“{found}”前面多了空格：它和后面顶格的项是同一级，请也从行首写起。',
    en: 'There are blanks before “{found}”, though it is of one level with the lines at the margin. Begin it at the margin too.',
  },
  'config.quote': {
    zh: '“{found}”以 * 开头，在 YAML 里有别的意思，请加引号，写成 "{found}"。',
    en: '“{found}” begins with *, which means something else in YAML. Put it in quotes: "{found}".',
  },
  'config.odd-key': {
    zh: '“{given}”不能用作名称。请改掉这一项。',
    en: '“{given}” cannot be a name here. Change this entry.',
  },
  'config.duplicate': {
    zh: '这一项写了两次。请留下一个，或把两处合并。',
    en: 'This key is there twice. Keep one, or put the two together.',
  },
  'config.unknown-key': {
    zh: '不认识“{given}”。这里可以写：{names}。',
    en: 'Unknown key “{given}”. Possible here are {names}.',
  },
  'config.unknown-key-near': {
    zh: '不认识“{given}”，是不是“{guess}”？这里可以写：{names}。',
    en: 'Unknown key “{given}”. Did you mean “{guess}”? Possible here are {names}.',
  },
  'config.unknown-rule': {
    zh: '没有编号为“{given}”的规则。用“audit rules”查看全部规则。',
    en: 'There is no rule “{given}”. “audit rules” lists them all.',
  },
  'config.unknown-rule-near': {
    zh: '没有编号为“{given}”的规则，是不是“{guess}”？用“audit rules”查看全部规则。',
    en: 'There is no rule “{given}”. Did you mean “{guess}”? “audit rules” lists them all.',
  },
  'config.bad-value': {
    zh: '“{key}”不能写“{value}”。可以写：{values}。',
    en: '“{key}” cannot be “{value}”. Possible are {values}.',
  },
  'config.bad-value-near': {
    zh: '“{key}”不能写“{value}”，是不是“{guess}”？可以写：{values}。',
    en: '“{key}” cannot be “{value}”. Did you mean “{guess}”? Possible are {values}.',
  },
  'config.missing': {
    zh: '缺少“{key}”。每一条不计的问题都要写明理由（reason）。',
    en: '“{key}” is missing. Everything that is not to count needs a reason.',
  },
  'config.lacks': { zh: '这里缺少“{key}”，请补上。', en: '“{key}” is missing here.' },
  'config.which': {
    zh: '这一条要写 rule（规则编号）、problem（问题编号）或 fingerprint（指纹）中的一个，而且只写一个。',
    en: 'Name one of rule, problem (its id) or fingerprint here, and only one.',
  },
  'config.date': {
    zh: '“{key}”写的“{value}”不是日期。请写成 2025-12-31 的样子。',
    en: '“{value}” in “{key}” is no date. Write it like 2025-12-31.',
  },
  'config.not-text': { zh: '“{key}”应当是一段文字，不能空着。', en: '“{key}” should be a text and not empty.' },
  'config.not-switch': { zh: '“{key}”只能写 true 或 false。', en: '“{key}” can only be true or false.' },
  'config.not-list': {
    zh: '“{key}”应当是清单：每项一行，以“- ”开头。',
    en: '“{key}” should be a list: one item a line, beginning with “- ”.',
  },
  'config.not-entries': {
    zh: '“{key}”应当写成“名称: 取值”的样子，每行一项。',
    en: '“{key}” should be written as “name: value”, one a line.',
  },
  'config.no-entries': {
    zh: '这里应当写成“名称: 取值”的样子，每行一项。',
    en: 'This should be written as “name: value”, one a line.',
  },
  'config.list-bare': {
    zh: '这一列前面缺少一行“{key}:”。请在它前面加上这一行，下面每一行再缩进两格。',
    en: 'A line “{key}:” is missing before this list. Add it, and indent all that follows by two blanks.',
  },
  'config.no-file': {
    zh: '这是文件夹或设备，不是文件。请改名或移走它，或者用 --config、--baseline 指定正确的文件。',
    en: 'This is a folder or a device, no file. Rename it or move it away, or name the right file with --config or --baseline.',
  },
  'config.dangling': {
    zh: '这是一个失效的链接，它指向的文件已经不在。请修好链接，或者删去它。',
    en: 'This is a broken link: the file it leads to is gone. Mend the link, or delete it.',
  },
  'config.not-found': { zh: '没有这个文件。请检查文件名和路径。', en: 'There is no such file. Check its name and path.' },
  'config.no-baseline': {
    zh: '没有这个基线文件。第一次使用时请加 --write-baseline 生成它。',
    en: 'There is no such baseline. Add --write-baseline to make it the first time.',
  },
  'config.baseline-file': {
    zh: '--write-baseline 要和 --baseline 文件名 一起用，说明写到哪里。',
    en: '--write-baseline goes with --baseline FILE, which says where to write it.',
  },
  'config.pair': {
    zh: '“{given}”后面要写 规则编号=级别，例如 FRM-001=warning。',
    en: '“{given}” takes RULE=LEVEL, for example FRM-001=warning.',
  },

  'config.unused': {
    zh: '不计的条目没有用上，可以删去：{what}（理由：{reason}）',
    en: 'A suppression met nothing and can go: {what} (reason: {reason})',
  },
  'config.expired': {
    zh: '不计的条目已于 {until} 到期，不再有效：{what}（理由：{reason}）',
    en: 'A suppression expired on {until} and does not count any more: {what} (reason: {reason})',
  },
  'config.vanished': {
    zh: '基线中的 {count} 条问题已不再出现，可以用 --write-baseline 更新基线：',
    en: '{count} finding(s) of the baseline are gone; --write-baseline brings it up to date:',
  },
  'config.vanished-one': { zh: '  - {file}：{message}（{rule}）', en: '  - {file}: {message} ({rule})' },
  'config.written': { zh: '基线已写入 {file}，共 {count} 条不符。', en: 'The baseline {file} now has {count} mismatch(es).' },
  'finding.known-changed': {
    zh: '基线中的问题变了：原来写的是 {known}。',
    en: ' The baseline knows this mistake with another number: {known}.',
  },
  'config.bad-percent': {
    zh: '“{key}”写的“{value}”不是 0 到 100 的百分比。请写成 80 的样子。',
    en: '“{value}” in “{key}” is no percentage from 0 to 100. Write it like 80.',
  },
  'problem.baseline': { zh: '基线 {file} 有误：{message}', en: 'The baseline {file} is not right: {message}' },
  'problem.rules': { zh: '规则文件 {file} 有误：{message}', en: 'The rules in {file} are not right: {message}' },
  'problem.forms': { zh: '表样文件 {file} 有误：{message}', en: 'The forms in {file} are not right: {message}' },
  'problem.config': { zh: '配置文件 {file} 有误：{message}', en: 'The configuration {file} is not right: {message}' },

  'form.like': { zh: '没有叫“{given}”的表样。可以写：{names}。', en: 'There is no form “{given}”. Possible are {names}.' },
  'form.like-near': { zh: '没有叫“{given}”的表样，是不是“{guess}”？', en: 'There is no form “{given}”. Did you mean “{guess}”?' },
  'form.twice': { zh: '表样“{given}”已经有了，请换一个 key。', en: 'There is a form “{given}” already. Take another key.' },
  'form.shapeless': {
    zh: '这个表样要写 shape（sides、codes、economic、travel、details），或者用 like 说明它像哪一个已有的表样。',
    en: 'This form needs a shape (sides, codes, economic, travel, details), or like: the form it is like.',
  },
  'form.columnless': {
    zh: '按编码列示的表样要写 columns：每一列的表头用什么字、说的是哪个指标。',
    en: 'A form by codes needs columns: the words of each header, and what it states.',
  },
  'form.rule': { zh: '没有编号为“{given}”的规则。', en: 'There is no rule “{given}”.' },
  'form.rule-near': {
    zh: '没有编号为“{given}”的规则，是不是“{guess}”？',
    en: 'There is no rule “{given}”. Did you mean “{guess}”?',
  },
  'form.part': { zh: '这个表样里没有“{given}”。可以写：{names}。', en: 'This form has no “{given}”. Possible are {names}.' },
  'form.part-near': {
    zh: '这个表样里没有“{given}”，是不是“{guess}”？可以写：{names}。',
    en: 'This form has no “{given}”. Did you mean “{guess}”? Possible are {names}.',
  },
  'form.indicator': {
    zh: '不认识指标“{given}”。新的指标请先写在 indicators 里。',
    en: 'Unknown indicator “{given}”. Name new ones under indicators.',
  },
  'form.indicator-near': {
    zh: '不认识指标“{given}”，是不是“{guess}”？新的指标请先写在 indicators 里。',
    en: 'Unknown indicator “{given}”. Did you mean “{guess}”? Name new ones under indicators.',
  },
};
