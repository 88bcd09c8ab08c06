import type { Messages } from './messages.ts';

/** Problems: what to change, where, to what; and what was not read. */
export const issues: Messages = {
  'where.table': { zh: '“{table}”{cell}', en: '“{table}”, {cell}' },
  'where.heading': { zh: '{heading}“{text}”', en: '{heading}, “{text}”' },
  'where.text': { zh: '“{text}”', en: '“{text}”' },
  'where.with-place': { zh: '{words}（{place}）', en: '{words} ({place})' },

  'issue.change': { zh: '{now} 改为 {to}', en: 'change {now} to {to}' },
  'issue.insert': { zh: '补上 {to}', en: 'insert {to}' },
  'issue.mend': { zh: '{now} 要改', en: '{now} has to change' },
  'issue.arrow': { zh: '{now} → {to}', en: '{now} → {to}' },
  'issue.slip': { zh: '（{slip}）', en: ' ({slip})' },
  'issue.look': {
    zh: '现有的数字还不能判断是哪一处写错，请从{place}的 {printed} 查起。',
    en: 'The figures at hand do not tell which one is wrong; begin with {printed} in {place}.',
  },
  'issue.also': { zh: '同一原因还造成 {count} 处不符：{places}', en: 'The same cause makes {count} more mismatch(es): {places}' },
  'issue.named': { zh: '“{name}” {what}', en: '“{name}”: {what}' },
  'issue.printed': { zh: '{place} {printed}', en: '{place} {printed}' },
  'issue.against': { zh: '对照：{places}', en: 'Held against: {places}' },
  'issue.at': { zh: '位置：{places}', en: 'Where: {places}' },
  'todo.title': { zh: '要改 {count} 处', en: '{count} to correct' },
  'todo.why': { zh: '，{slip}', en: ', {slip}' },
  'todo.choice': {
    zh: '{place}等 {count} 处之一：{values}',
    en: '{place}, or another of {count}: {values}',
  },
  'todo.many': { zh: '{first}，同样的共 {count} 处', en: '{first}, and the like, {count} in all' },
  'list.or': { zh: ' 或 ', en: ' or ' },
  'issue.rest': {
    zh: '另有 {count} 个问题没有列在这里：{files}。全部结果见 csv 或 json 输出。',
    en: '{count} more problem(s) are not listed here: {files}. The csv and json outputs have them all.',
  },
  'issue.in-file': { zh: '{file} {count} 个', en: '{count} in {file}' },

  'unread.page': { zh: '没有读到的页', en: 'pages not read' },
  'unread.table': { zh: '没有读到的表格', en: 'tables not read' },
  'unread.cell': { zh: '没有读到的单元格', en: 'cells not read' },
  'unread.file': { zh: '没有读到的文件', en: 'files not read' },
  'unread.figure': { zh: '没有读到的数字', en: 'figures not read' },
  'unread.level': { zh: '未读', en: 'not read' },
  'unread.format': {
    zh: '{file} 的格式读不了，没有核对。请另存为 docx、xlsx 或 pdf。',
    en: '{file} is of a format that cannot be read; it was not checked. Save it as docx, xlsx or pdf.',
  },
  'unread.told': { zh: '没有读到，也没有核对：{message}', en: 'Not read and not checked: {message}' },
  'audit.barren': {
    zh: '没有一条关系可以判断：这份报告等于没有核对，不能当作通过。',
    en: 'Not one relation could be decided: this report has not been checked, and this is no pass.',
  },
};
