import type { Messages } from './messages.ts';

/** Marked copies: what stands in them, and what is said of them. */
export const annotate: Messages = {
  'cli.annotate.sample': { zh: '决算公开.docx', en: 'report.docx' },
  'cli.annotate.usage': { zh: '[选项] <文件...>', en: '[options] <path...>' },
  'cli.annotate.summary': { zh: '写出标好错处的副本', en: 'write marked copies' },
  'cli.annotate.description': {
    zh: '核对报告，并在原文件旁边写出一份副本，如“决算（核对）.docx”：写错的数标黄，批注说明改成多少、为什么；工作簿前面加一张改正清单。\n原文件不会改动。doc、xls、网页和文本没有带批注的副本，改为写出标好的网页。\n退出码：0 副本已写出；2 有文件无法审核，或参数有误。',
    en: 'Checks reports and writes a copy beside each file: the wrong figures highlighted, with a comment that says what they should be and why; a list of corrections in front of workbooks.\nThe files themselves are never touched. For doc, xls, html and text a marked web page is written instead.\nExit code: 0 copies written; 2 a file could not be audited, or a wrong argument.',
  },
  'cli.annotate.examples': {
    zh: `  audit annotate 决算公开.docx
  audit annotate 决算公开.docx --track      改正写成修订，接受修订即改好
  audit annotate 报表.xlsx 说明.docx --together
  audit annotate 决算公开.pdf --ticks       对上的数也打勾`,
    en: `  audit annotate report.docx
  audit annotate report.docx --track        corrections as tracked changes
  audit annotate tables.xlsx report.docx --together
  audit annotate report.pdf --ticks         ticks behind figures that agree`,
  },
  'cli.annotate.track': {
    zh: '能确定的改正写成修订（仅 docx），接受修订即改好',
    en: 'certain corrections as tracked changes (docx only)',
  },
  'cli.annotate.ticks': {
    zh: '相符的数也打勾（PDF 里在数下面画绿线）',
    en: 'a tick behind every figure that agrees (in a PDF a green line below it)',
  },
  'annotate.problem': { zh: '问题 {number}', en: 'Problem {number}.' },
  'annotate.change': { zh: '请把 {now} 改为 {to}{slip}。', en: 'Change {now} to {to}{slip}.' },
  'annotate.insert': { zh: '请补上 {to}{slip}。', en: 'Insert {to}{slip}.' },
  'annotate.mend': { zh: '{now} 要改{slip}。', en: '{now} has to change{slip}.' },
  'annotate.suffix': { zh: '（核对）', en: ' (checked)' },
  'annotate.list': { zh: '改正清单', en: 'Corrections' },
  'annotate.col.number': { zh: '序号', en: 'No.' },
  'annotate.col.level': { zh: '级别', en: 'Level' },
  'annotate.col.table': { zh: '表', en: 'Table' },
  'annotate.col.cell': { zh: '单元格', en: 'Cell' },
  'annotate.col.label': { zh: '科目', en: 'Subject' },
  'annotate.col.now': { zh: '现为', en: 'Now' },
  'annotate.col.to': { zh: '改为', en: 'To be' },
  'annotate.col.excess': { zh: '相差', en: 'Off by' },
  'annotate.col.equation': { zh: '算式', en: 'Equation' },
  'annotate.col.why': { zh: '说明', en: 'Why' },
  'annotate.col.done': { zh: '已改', en: 'Done' },
  'annotate.written': {
    zh: '{file}：标注了 {count} 处，写在 {copy}。原文件没有改动。',
    en: '{file}: {count} place(s) marked in {copy}. The file itself was not touched.',
  },
  'annotate.missed': {
    zh: '{file}：有 {count} 处在副本里标不上（脚注、图表或内嵌的表）：{numbers}。请对照 audit check 的结果改。',
    en: '{file}: {count} place(s) could not be marked in the copy (footnotes, charts or embedded tables): {numbers}. See audit check for them.',
  },
  'annotate.once': {
    zh: '{other}：和 {file} 是同一份报告的两种格式，只写了 {file} 的副本。要标注它，请单独给出它。',
    en: '{other}: one report with {file} in two formats; only {file} has a marked copy. To mark it, name it alone.',
  },
  'annotate.other': {
    zh: '{file}：{format} 文件不能写出带批注的副本，改为写出标好的网页 {copy}。也可以另存为 docx 或 xlsx 后再标注。',
    en: '{file}: no marked copy can be made of a {format} file; a marked web page was written instead: {copy}. Or save it as docx or xlsx and annotate that.',
  },
};
