import type { Messages } from './messages.ts';

/** The drop page: the tool as one file, for people without a command line. */
export const page: Messages = {
  'cli.page.usage': { zh: '[选项]', en: '[options]' },
  'cli.page.summary': { zh: '写出一个离线网页，不用安装就能核对', en: 'write the tool as one offline page' },
  'cli.page.description': {
    zh: '写出一个网页文件：双击在浏览器里打开，把报告拖进去就能核对，不用安装，不联网，文件不离开电脑。\n可以发给同事，或放在共享文件夹、内网里。\n退出码：0 已写出；2 不能写出，或参数有误。',
    en: 'Writes one file: opened in a browser, it audits the reports that are dropped onto it. Nothing to install, no network; files never leave the computer.\nHand it to colleagues, or put it into a shared folder.\nExit code: 0 written; 2 it could not be written, or a wrong argument.',
  },
  'cli.page.examples': {
    zh: `  audit page                       写出 audit.html
  audit page --output 核对工具.html`,
    en: `  audit page                       writes audit.html
  audit page --output check.html`,
  },
  'cli.page.output': { zh: '写到哪个文件（默认 audit.html）', en: 'the file to write (default audit.html)' },
  'cli.page.written': {
    zh: '已写出 {file}（{size} MB）。双击打开，把报告拖进去。',
    en: 'Wrote {file} ({size} MB). Open it and drop a report onto it.',
  },
  'output.no-page': {
    zh: '安装里没有这个网页，请先构建：npm run build',
    en: 'The page is not part of this installation; build it first: npm run build',
  },

  'page.title': { zh: '决算数字核对', en: 'Final accounts audit' },
  'page.language': { zh: '中文', en: 'English' },
  'page.drop': { zh: '把报告拖到这里', en: 'Drop reports here' },
  'page.choose': { zh: '或者选择文件', en: 'or choose files' },
  'page.formats': {
    zh: 'Word（docx、doc、rtf）· Excel（xlsx、xls）· WPS · LibreOffice（odt、ods）· PDF · OFD · 网页 · 文本',
    en: 'Word (docx, doc, rtf) · Excel (xlsx, xls) · WPS · LibreOffice (odt, ods) · PDF · OFD · web pages · text',
  },
  'page.hint.one': {
    zh: '部门决算或预算公开报告：合计、占比、增减、完成率、文字与报表，逐个核对，写错的数指出位置和改法。',
    en: 'Departmental accounts and budgets: sums, shares, changes, completion rates, text against tables. Every wrong figure with its place and its cure.',
  },
  'page.hint.several': {
    zh: '一份报告分成几个文件（文字、报表），一起拖进来，合在一起核对。也可以拖整个文件夹。',
    en: 'A report in several files (text, tables): drop them together. Whole folders too.',
  },
  'page.hint.years': {
    zh: '同一单位的两个年度、或同一份报告的两稿，一起拖进来，另外给出比较。',
    en: 'Two years of one body, or two drafts of one report, are compared as well.',
  },
  'page.hint.private': {
    zh: '文件不离开这台电脑：本页不联网，断网也能用。核对完可以存下标好的 Word、Excel、PDF 副本。',
    en: 'Files never leave this computer: the page uses no network. Marked copies of Word, Excel and PDF files can be saved.',
  },
  'page.foot': {
    zh: '扫描件（图片）读不出文字，会写明哪几页没有读到。',
    en: 'Scanned pages cannot be read; which ones is told.',
  },
  'page.working': { zh: '正在核对 {file} …', en: 'Auditing {file} …' },
  'page.working-of': { zh: '正在核对第 {nth} 个，共 {count} 个：{file} …', en: 'Auditing {nth} of {count}: {file} …' },
  'page.stop': { zh: '停止', en: 'Stop' },
  'page.again': { zh: '换一份', en: 'Other files' },
  'page.copies': { zh: '标好的副本', en: 'Marked copy' },
  'page.track': { zh: '改正写成修订', en: 'tracked changes' },
  'page.track-why': {
    zh: '能确定的改正写成 Word 修订，接受即改好（仅 docx）',
    en: 'Certain corrections as tracked changes (docx only)',
  },
  'page.ticks': { zh: '相符的打勾', en: 'tick what agrees' },
  'page.ticks-why': { zh: '核对过、相符的数也标出', en: 'A tick behind every figure that agrees' },
  'page.paper': { zh: '底稿（xlsx）', en: 'Working paper (xlsx)' },
  'page.paper-suffix': { zh: '（底稿）', en: ' (paper)' },
  'page.list': { zh: '清单（csv）', en: 'List (csv)' },
  'page.list-suffix': { zh: '（清单）', en: ' (list)' },
  'page.save': { zh: '存这个网页', en: 'Save this page' },
  'page.print': { zh: '打印', en: 'Print' },
  'page.results': { zh: '核对结果', en: 'Results' },
  'page.years': { zh: '两年比较', en: 'Two years' },
  'page.drafts': { zh: '两稿比较', en: 'Two drafts' },
  'page.diff-suffix': { zh: '（比较）', en: ' (compared)' },
  'page.making': { zh: '正在制作副本 …', en: 'Making copies …' },
  'page.nothing': { zh: '没有拖进来可以核对的文件。', en: 'There was no file to audit.' },
  'page.broken': {
    zh: '核对中断了（{reason}）。请重试；仍然不行的话，换一种格式存盘再试，如 doc 另存为 docx。',
    en: 'The audit broke off ({reason}). Try again; if it does so again, save the file in another format first.',
  },
};
