import type { Messages } from './messages.ts';

/** What is said about mistakes in a hand-written dataset. */
export const dataset: Messages = {
  'dataset.unknown-key': { zh: '不认识“{key}”，是不是“{near}”？', en: '“{key}” is not known here. Did you mean “{near}”?' },
  'dataset.misplaced-key': {
    zh: '“{key}”不能写在“{where}”里；它可以写在：{homes}。请检查缩进和上一级的名称。',
    en: '“{key}” does not belong in “{where}”; it can stand in: {homes}. Check its indentation and the key above it.',
  },
  'dataset.strange-key': {
    zh: '不认识“{key}”。“{where}”里可以写：{keys} 等。自拟的名称请写在“明细”或“其中”下面。',
    en: '“{key}” is not known. “{where}” takes: {keys} and more. Names of your own go under “明细” or “其中”.',
  },
  'dataset.duplicate-key': {
    zh: '“{key}”在同一处写了两次。请留下一个；如果是两个项目，请各写一项，以“- ”开头。',
    en: '“{key}” stands twice in the same place. Keep one; if these are two items, begin each with “- ”.',
  },
  'dataset.missing-key': { zh: '{where}：缺少“{key}”，这一项必须写。', en: '{where}: “{key}” is missing and has to be given.' },
  'dataset.not-a-number': {
    zh: '“{key}”应当是一个数，这里写的是“{found}”。请写成 12.50、1,234.56 或 30万元；没有数就留空。',
    en: '“{key}” should be a number, but it says “{found}”. Write 12.50, 1,234.56 or 30万元; leave it empty if there is none.',
  },
  'dataset.not-a-figure': {
    zh: '“{key}”应当只写一个数，这里却有下一级内容或列表。',
    en: '“{key}” should be a single number, but a mapping or a list stands here.',
  },
  'dataset.not-money': {
    zh: '“{key}”是金额，“{unit}”不是金额单位（这里写的是“{found}”）。可用：元、千元、万元、百万元、亿元。',
    en: '“{key}” is an amount of money and “{unit}” is no unit of money (it says “{found}”). Use 元, 千元, 万元, 百万元 or 亿元.',
  },
  'dataset.percent-sign': {
    zh: '“{key}”是百分比，“{found}”后面缺少百分号。请写成 86% 这样。',
    en: '“{key}” is a percentage, and “{found}” lacks its per cent sign. Write it like 86%.',
  },
  'dataset.not-a-rate': {
    zh: '“{key}”是百分比，这里写的是“{found}”。请写成 86% 这样。',
    en: '“{key}” is a percentage, but it says “{found}”. Write it like 86%.',
  },
  'dataset.not-a-count': {
    zh: '“{key}”是数量，这里写的是“{found}”。请写成 9 或 9批次 这样。',
    en: '“{key}” is a count, but it says “{found}”. Write it like 9 or 9批次.',
  },
  'dataset.not-a-text': {
    zh: '“{key}”应当是一行文字，这里却有下一级内容或列表。',
    en: '“{key}” should be a line of text, but a mapping or a list stands here.',
  },
  'dataset.not-a-year': {
    zh: '“{key}”应当是四位数的年份，如 2021，这里写的是“{found}”。',
    en: '“{key}” should be a year of four digits such as 2021, but it says “{found}”.',
  },
  'dataset.not-a-unit': {
    zh: '“{key}”不认识“{found}”。可用：元、百元、千元、万元、百万元、千万元、亿元。',
    en: '“{key}”: “{found}” is not known. Use 元, 百元, 千元, 万元, 百万元, 千万元 or 亿元.',
  },
  'dataset.not-a-code': {
    zh: '“{key}”应当是三位（类）、五位（款）或七位（项）数字，这里写的是“{found}”。',
    en: '“{key}” should have three (类), five (款) or seven (项) digits, but it says “{found}”.',
  },
  'dataset.wrong-word': {
    zh: '“{key}”写的是“{found}”，这里可以写：{words}；有金额的写成 {减少: 0.02, 下降: 10%} 这样。',
    en: '“{key}” says “{found}”; it takes: {words}; with figures write it like {减少: 0.02, 下降: 10%}.',
  },
  'dataset.expected-mapping': {
    zh: '“{key}”下面应当另起一行、缩进两格，写“{example}”等内容。',
    en: '“{key}” should be followed by an indented block with keys such as {example}.',
  },
  'dataset.expected-list': {
    zh: '“{key}”是列表：每一项另起一行，以“- {first}: …”开头。',
    en: '“{key}” is a list: begin each item on a line of its own with “- {first}: …”.',
  },
  'dataset.expected-item': {
    zh: '“{key}”的每一项应当以“- {first}: …”开头，再写它的各项内容。',
    en: 'Each item of “{key}” should begin with “- {first}: …”, followed by its other keys.',
  },
  'dataset.derived-wrong': {
    zh: '“{key}”写的是 {found}，可是推算“{derived}”得 {sum}。请改正其中一个。',
    en: '“{key}” says {found}, but its derivation “{derived}” comes to {sum}. Correct one of them.',
  },
  'dataset.colon': {
    zh: '“{key}”后面要用半角冒号加一个空格，写成“{key}: ”，这里写的是“{found}”。',
    en: 'After “{key}” there must be an ASCII colon and a blank, “{key}: ”; here it says “{found}”.',
  },
  'dataset.comma-in-braces': {
    zh: '花括号里的逗号会把数字断开：“{found}”成了单独的一项。请去掉千分位逗号，或给数字加引号，如 "1,234.56"。',
    en: 'Inside braces a comma splits the number: “{found}” became a key of its own. Drop the thousands separator or quote the number, like "1,234.56".',
  },
  'dataset.alias': {
    zh: '“{key}”用了 YAML 的引用（*）。请直接写出内容。',
    en: '“{key}” uses a YAML alias (*). Write the value itself.',
  },
  'dataset.tab': {
    zh: '这一行用制表符（Tab）缩进。YAML 只认空格：请改成空格，每级两个。',
    en: 'This line is indented with a tab. YAML takes blanks only: use two for each level.',
  },
  'dataset.first-indented': {
    zh: '“{found}”前面多了空格：它和后面顶格的项是同一级，请也从行首写起。',
    en: 'There are blanks before “{found}”, though it is of one level with the lines at the margin. Begin it at the margin too.',
  },
  'dataset.indent': {
    zh: '这一行的缩进和同级的其他行不一致。同一级要从同一列开始，每级缩进两个空格；括号要在同一级里闭合。',
    en: 'The indentation of this line does not match its neighbours. Lines of one level begin in the same column; brackets close within their level.',
  },
  'dataset.missing-char': {
    zh: '这里之前少了一个符号：可能是键后面的“: ”，或没有闭合的引号、括号。',
    en: 'A character is missing before this point: a “: ” after a key, or a closing quote or bracket.',
  },
  'dataset.unclosed': {
    zh: '这里的“{found}”没有闭合。请在同一级里补上对应的另一半。',
    en: 'The “{found}” opened here is never closed. Add its other half.',
  },
  'dataset.several-documents': {
    zh: '一个文件只能写一份数据集，请删去分隔线“---”或分成两个文件。',
    en: 'One file holds one dataset: remove the “---” line or split the file.',
  },
  'dataset.two-on-one-line': {
    zh: '一行里有两个“键: 值”。请分成两行，或写成 {决算: 1.00, 占比: 2%} 这样。',
    en: 'Two “key: value” pairs stand on one line. Use two lines, or braces like {决算: 1.00, 占比: 2%}.',
  },
  'dataset.braces': {
    zh: '花括号里的内容断开了：“{found}”。各项之间要用半角逗号加空格，如 {决算: 1.00, 占比: 2%}。',
    en: 'The braces are broken at “{found}”. Separate the pairs with an ASCII comma and a blank, like {决算: 1.00, 占比: 2%}.',
  },
  'dataset.quote-it': {
    zh: '“{found}”以 YAML 的专用符号开头，请给它加上引号。',
    en: '“{found}” begins with a character YAML reserves: put it in quotes.',
  },
  'dataset.syntax': {
    zh: '这里不合 YAML 的写法（{code}）：“{found}”。常见的原因：少了冒号后面的空格，缩进不齐，或文字里有特殊符号而没有加引号。',
    en: 'This is not valid YAML ({code}): “{found}”. Usual reasons: no blank after a colon, uneven indentation, or special characters without quotes.',
  },
  'dataset.too-deep': {
    zh: '内容一层套一层，太深了，无法读取。请检查是否有大量没有闭合的括号。',
    en: 'The file is nested too deeply to be read. Look for many unclosed brackets.',
  },
  'dataset.not-a-dataset': {
    zh: '这个 YAML 文件不是数据集：最外层应当是“年度: 2021”这样的“键: 值”，可以写：{keys} 等。',
    en: 'This YAML file is no dataset: its outermost level should be “key: value” lines such as “年度: 2021”; it takes {keys} and more.',
  },
};
