import type { Messages } from './messages.ts';

/** Files that cannot be found, read or written, and how a problem is introduced. */
export const files: Messages = {
  'problem.file': { zh: '无法审核 {file}：{message}', en: 'Cannot audit {file}: {message}' },
  'problem.general': { zh: '无法执行：{message}', en: 'Cannot run: {message}' },
  'problem.write': { zh: '无法写入 {file}：{message}', en: 'Cannot write {file}: {message}' },
  'problem.rule': { zh: '规则有误 {file}：{message}', en: 'Broken rule {file}: {message}' },
  'problem.several': { zh: '共 {count} 处错误。', en: '{count} mistakes.' },
  'problem.more': {
    zh: '另有 {count} 处没有列出。先改好上面这些，再运行一次。',
    en: '{count} more are not listed. Mend these first, then run again.',
  },
  'problem.at': { zh: '{place}：{message}', en: '{place}: {message}' },

  'files.missing': { zh: '文件不存在。请检查路径和文件名。', en: 'The file does not exist. Check the path and the name.' },
  'files.missing-near': {
    zh: '文件不存在，是不是“{guess}”？请检查路径和文件名。',
    en: 'The file does not exist. Did you mean “{guess}”? Check the path and the name.',
  },
  'files.no-folder': {
    zh: '文件夹“{folder}”不存在。请检查路径。',
    en: 'The folder “{folder}” does not exist. Check the path.',
  },
  'files.no-match': {
    zh: '没有文件符合这个通配符。请检查路径；文件名本身带有 * ? [ ] 时请加引号。',
    en: 'No file matches this pattern. Check the path; quote a name that itself contains * ? [ ].',
  },
  'files.no-reports': {
    zh: '文件夹里没有可以审核的报告（docx、doc、rtf、odt、xlsx、xls、ods、pdf、ofd、html、csv、txt、yaml 等）。请换一个文件夹，或直接写出文件名。',
    en: 'There is no report in this folder (docx, doc, rtf, odt, xlsx, xls, ods, pdf, ofd, html, csv, txt, yaml …). Choose another folder or name the file.',
  },
  'files.empty-list': {
    zh: '标准输入里没有文件名。“-”表示从标准输入读取文件清单，每行一个。',
    en: 'Standard input names no file. “-” reads a list of paths from it, one a line.',
  },
  'files.denied': {
    zh: '没有读取权限（{reason}）。请检查文件权限，或复制一份再试。',
    en: 'No permission to read it ({reason}). Check its permissions, or try a copy.',
  },
  'files.busy': {
    zh: '文件正被别的程序占用（{reason}）。请先关闭 Word、WPS 或 Excel 再试。',
    en: 'Another program holds the file ({reason}). Close Word, WPS or Excel and try again.',
  },
  'files.long-name': {
    zh: '路径太长（{reason}）。请换一个短一些的路径。',
    en: 'The path is too long ({reason}). Use a shorter one.',
  },
  'files.too-large': {
    zh: '文件有 {size} MB 以上，超过 {limit} MB 的上限，不像一份决算报告，没有读。请检查是不是选错了文件。',
    en: 'The file has {size} MB or more, above the {limit} MB allowed; that is no ordinary report. Check that it is the right file.',
  },
  'files.blank-name': {
    zh: '有一个文件名是空的。请检查引号之间或清单里是否漏写了文件名。',
    en: 'One of the file names is blank. Check for empty quotes or an empty line in the list.',
  },
  'files.broken-link': {
    zh: '这是一个失效的链接，它指向的文件已经不在。请找到原来的文件再试。',
    en: 'This is a broken link: the file it leads to is gone. Find the file itself.',
  },
  'files.unreadable': {
    zh: '读取失败（{reason}）。请确认文件完好；在网盘、U 盘或共享文件夹里时，请先复制到本机再试。',
    en: 'Reading failed ({reason}). Check that the file is intact; copy it to this computer first if it lies on a network or cloud drive.',
  },

  'files.joined': {
    zh: '{files} 说的是同一单位（{entity}）、同一年度（{year}），已合在一起核对；要分开核对请加 --separate。',
    en: '{files} state the same entity ({entity}) and year ({year}) and were audited as one report; --separate keeps them apart.',
  },

  'files.joined-nameless': {
    zh: '{files} 没有都写明单位，按文件夹和文件名看是同一份报告（{entity}，{year}），已合在一起核对；要分开核对请加 --separate。',
    en: 'Not all of {files} name the entity; by their folder and names they are one report ({entity}, {year}) and were audited as one; --separate keeps them apart.',
  },
  'files.could-join': {
    zh: '{files} 看起来是同一份报告的说明和报表，现在各算一份；要合在一起核对（文字和报表也互相核对）请加 --together。',
    en: '{files} look like the narrative and the tables of one report, and were audited apart; --together audits them as one, text against tables.',
  },
  'files.same-report': {
    zh: '与 {file} 是同一单位、同一年度的报告，数字也全部相同，是同一份报告的另一个文件。',
    en: '{file} is of the same entity and year and states the same figures: another file of the same report.',
  },
  'files.other-draft': {
    zh: '与 {file} 是同一单位、同一年度的报告，但读出的数字不全相同，可能是另一稿；用 audit diff 比较这两个文件可以看到哪些不同。',
    en: '{file} is of the same entity and year, but not all figures read are the same: perhaps another draft. audit diff of the two files shows what differs.',
  },

  'files.once': {
    zh: '{other} 和 {file} 是同一份报告的两种格式，只核对一次；两个文件里的数已经逐个对照。要各算一份请加 --separate。',
    en: '{other} and {file} are one report in two formats and were audited once; their figures were held against each other. --separate keeps them apart.',
  },
  'files.own-output': {
    zh: '这是 audit 自己的输出，不是报告，没有核对。请给出报告本身。',
    en: 'This is what audit itself has written about a report; it was not audited. Name the report.',
  },
  'skip.own': {
    zh: '跳过 {count} 个 audit 自己的输出：{files}{more}',
    en: 'Skipped {count} file(s) that audit itself has written: {files}{more}',
  },
  'skip.lock': {
    zh: '跳过 {count} 个 Word/Excel 打开文件时留下的临时文件：{files}{more}',
    en: 'Skipped {count} lock file(s) left by Word or Excel: {files}{more}',
  },
  'skip.copy': { zh: '跳过 {file}：与 {same} 完全相同。', en: 'Skipped {file}: the same as {same}, byte for byte.' },
  'skip.hidden': { zh: '跳过 {count} 个隐藏文件：{files}{more}', en: 'Skipped {count} hidden file(s): {files}{more}' },
  'skip.config': { zh: '跳过 {count} 个配置文件：{files}{more}', en: 'Skipped {count} config file(s): {files}{more}' },
  'skip.format': {
    zh: '跳过 {count} 个不是报告格式的文件：{files}{more}',
    en: 'Skipped {count} file(s) that are no report format: {files}{more}',
  },

  'output.document': {
    zh: '“{format}”是文字格式，不能写成 {ending} 文件。请换一个文件名，例如以 {instead} 结尾。',
    en: '“{format}” is a text format and cannot be written as a {ending} file. Choose another name, such as one ending in {instead}.',
  },
  'output.failed': { zh: '输出没有写完（{reason}）。', en: 'The output could not be written in full ({reason}).' },
  'output.no-folder': {
    zh: '要写入的文件夹不存在。请先建立文件夹，或换一个路径。',
    en: 'The folder to write into does not exist. Create it, or choose another path.',
  },
  'output.not-writable': {
    zh: '没有写成（{reason}）。请检查权限，或关闭正在打开它的程序。',
    en: 'It could not be written ({reason}). Check its permissions, or close the program that has it open.',
  },

  'output.full': {
    zh: '没有写完（{reason}）：磁盘满了，或超过了允许的大小。已有的文件没有动。请腾出空间，或换一个位置再试。',
    en: 'It could not be written in full ({reason}): the disk is full or a size limit is reached. What stood there is untouched. Make room, or choose another place.',
  },
  'output.interrupted': {
    zh: '写到一半被中断（{signal}）。已有的文件没有动。',
    en: 'Interrupted while writing ({signal}). What stood there is untouched.',
  },
  'output.is-input': {
    zh: '这个文件本次要读，写进去会把它毁掉，所以没有写。请给 --output 换一个文件名。',
    en: 'This run reads that file; writing to it would destroy it, so nothing was written. Give --output another name.',
  },
  'output.twice': {
    zh: '有两份输出要写进这一个文件，后一份会盖掉前一份。请给每个 --output 各写一个文件名。',
    en: 'Two outputs go to this one file, and the second would replace the first. Give each --output a name of its own.',
  },

  'cli.trace': { zh: '请把下面的内容告诉开发者：\n{trace}', en: 'Please tell the developers:\n{trace}' },
  'cli.no-trace': {
    zh: '加上 --debug 再运行一次，可以看到程序在哪里出的错，请告诉开发者。',
    en: 'Run it again with --debug to see where in the program it failed, and tell the developers.',
  },
  'cli.debug': { zh: '程序意外出错时，写出在程序的哪里出的错', en: 'when the program fails unexpectedly, tell where in it' },
  'cli.limit': {
    zh: '放宽一项上限，如 cells=800000；可多次使用：{values}',
    en: 'move a limit, as cells=800000; may be given several times: {values}',
  },
  'cli.bad-limit': {
    zh: '“{given}”应当写成 名称=数目 的样子，数目是大于 0 的整数，如 --limit cells=800000。',
    en: '“{given}” should be name=number with a whole number above 0, as in --limit cells=800000.',
  },

  'audit.defect': {
    zh: '程序处理这份文件时出了意料之外的错误（{reason}），它没有核对，其他文件不受影响。可以先用 Word 或 WPS 打开，另存为 docx（表格另存为 xlsx）再核对；仍然不行时，删去多余的页或工作表再试。',
    en: 'The program failed unexpectedly on this file ({reason}); it was not audited, the others are not affected. Open it in Word or WPS and save it as docx (tables as xlsx); if that fails too, leave pages or sheets out.',
  },
  'audit.too-many-figures': {
    zh: '读出的数超过 {limit} 个，不像正常的决算报告，没有核对。请检查文件来源；确属正常文件时，用 --limit figures=数目 放宽。',
    en: 'More than {limit} figures were read; that is no ordinary report, so it was not audited. Check where the file comes from; if it is sound, allow more with --limit figures=NUMBER.',
  },
  'audit.without-file': {
    zh: '{file} 没有读出来，这里核对的是其余文件：它里面的数没有核对，看不到的表和数可能就在其中。',
    en: '{file} could not be read; the other files were audited without it. Its figures were not checked, and what seems to be missing may stand in it.',
  },
  'audit.only-attachments': {
    zh: '网页里没有收支数字，报告在附件里（{names}）。请下载附件，直接核对附件。',
    en: 'The page itself holds not a single figure; the report is in its attachments ({names}). Download and audit those.',
  },
  'audit.only-pictures': {
    zh: '文件里没有文字的收支数字，只有 {count} 张图片，图片里的数字读不出来。请提供 docx、xlsx 等原始文件；只有扫描件时，请存成 PDF 后用 --ocr 识别。',
    en: 'There is not a single figure in text, only {count} pictures, which cannot be read. Provide the original docx or xlsx; where there are only scans, save them as PDF and use --ocr.',
  },
  'audit.empty-tables': {
    zh: '只有空表，并已注明没有数据：{tables}。没有可核对的数。',
    en: 'There are only empty tables, with a note that there is nothing: {tables}. There is nothing to check.',
  },
  'audit.no-figures': {
    zh: '没有找到任何收支数字，因此什么也没有核对。请确认这是部门决算（或预算）公开报告，而不是封面、目录或扫描件。',
    en: 'There is not a single figure in it, so nothing was checked. Make sure this is a report of final accounts, not a cover, a table of contents or a scan.',
  },
};
