import type { Messages } from './messages.ts';

/** What readers say: problems (a file cannot be read) and notices (something in it was noticed). */
export const readers: Messages = {
  'reader.empty': {
    zh: '文件是空的，没有任何内容。请确认保存成功后再试。',
    en: 'The file is empty. Check that it was saved, then try again.',
  },
  'reader.unknown-format': {
    zh: '认不出这个文件的格式。可以读的有：docx、doc、rtf、odt、xlsx、xls、xlsb、ods、pdf、ofd、html、csv、纯文本和 YAML 数据集。',
    en: 'The format of this file is not recognised. Readable are docx, doc, rtf, odt, xlsx, xls, xlsb, ods, pdf, ofd, html, csv, plain text and YAML datasets.',
  },
  'reader.not-text': {
    zh: '这个文件不是文字文件，也不是能认出的办公文档，可能是图片、压缩包或程序。请换成 docx、doc、xlsx、xls、pdf、ofd、html 或文本文件。',
    en: 'This is neither a text file nor a known office document (a picture, an archive or a program?). Use docx, doc, xlsx, xls, pdf, html or text.',
  },
  'reader.encrypted': {
    zh: '文件有打开密码，读不了。请在 Word、Excel 或 WPS 里打开，去掉密码另存一份后再核对。',
    en: 'The file is protected with a password. Open it, save a copy without the password, and audit that copy.',
  },
  'reader.damaged': {
    zh: '文件已损坏或不完整，读不出内容。请用原来的程序打开并重新保存；打不开时，请重新下载或向提供人再要一份。',
    en: 'The file is damaged or incomplete. Open it in its own program and save it again, or get a fresh copy.',
  },
  'reader.damaged-part': {
    zh: '文件已损坏：其中的 {part} 缺失、读不出来，或与校验和不符，读到的数字不可靠，所以没有核对。请用原来的程序打开并重新保存；打不开时，请重新下载或向提供人再要一份。',
    en: 'The file is damaged: its part {part} is missing, unreadable or does not agree with its checksum, so its figures cannot be trusted and were not checked. Open it in its own program and save it again, or get a fresh copy.',
  },
  'reader.part-damaged': {
    zh: '文件有损坏：其中的 {part} 读不出来或与校验和不符，这一部分没有核对。请用原来的程序打开，检查内容后重新保存，或重新下载。',
    en: 'The file is damaged: its part {part} is unreadable or does not agree with its checksum, and was not checked. Open the file in its own program, look it over and save it again, or get a fresh copy.',
  },
  'reader.part-missing': {
    zh: '文件不完整：正文引用的 {part} 不在文件里，这一部分没有核对。请用原来的程序打开，检查内容后重新保存，或重新下载。',
    en: 'The file is incomplete: its part {part}, which it refers to, is not there and was not checked. Open the file in its own program, look it over and save it again, or get a fresh copy.',
  },
  'reader.part-twice': {
    zh: '文件里有两份 {part}，内容可能不同，只读了后一份。请用原来的程序打开，检查内容后重新保存。',
    en: 'The file holds the part {part} twice, perhaps with different content; the second one was read. Open the file in its own program, look it over and save it again.',
  },
  'reader.sheet-lost': {
    zh: '工作表“{sheet}”缺失或已损坏，没有核对。请用原来的程序打开，检查内容后重新保存，或重新下载。',
    en: 'The sheet “{sheet}” is missing or damaged and was not checked. Open the file in its own program, look it over and save it again, or get a fresh copy.',
  },
  'reader.strings-lost': {
    zh: '工作表“{sheet}”有 {count} 个单元格（{cells}）的文字不在文件里，读不到。请用原来的程序打开，检查内容后重新保存，或重新下载。',
    en: 'In the sheet “{sheet}”, the words of {count} cells ({cells}) are not in the file and could not be read. Open the file in its own program, look it over and save it again, or get a fresh copy.',
  },
  'reader.note-missing': {
    zh: '有 {count} 处引用的脚注或尾注不在文件里，没有核对。请在 Word 里检查脚注。',
    en: 'There are {count} references to notes that are not in the file; they were not checked. Check the notes in Word.',
  },
  'reader.truncated': {
    zh: '文件不完整，后半部分缺失（多半是下载或复制没有完成）。请重新下载或向提供人再要一份。',
    en: 'The file is incomplete: its end is missing, as after an interrupted download or copy. Get a fresh copy.',
  },
  'reader.scattered': {
    zh: '文本中有 {lines} 行是表格里的数，行列已经散开，看不出属于哪一行哪一列，没有核对。请改用原来的 PDF、Word 或 Excel 文件核对。',
    en: '{lines} lines of the text are what is left of tables; which row and column their numbers stood in is lost, so they were not checked. Audit the original PDF, Word or Excel file instead.',
  },
  'reader.old-word': {
    zh: '这是 Word 97 以前的旧格式文件。请用 Word 或 WPS 打开，另存为 docx 后再核对。',
    en: 'The file was made by a Word older than 97. Open it in Word or WPS and save it as docx.',
  },
  'reader.other-office': {
    zh: '这是 {kind} 文件，不能直接读。请用原来的程序打开，另存为 {instead} 后再核对。',
    en: 'This is a file of type {kind}, which cannot be read. Open it in its own program and save it as {instead}.',
  },
  'reader.archive': {
    zh: '这是压缩包，里面的文件没有核对。请先解压，再核对里面的文件；rar、7z 等也可以重新压缩成 zip，zip 能直接核对。',
    en: 'This is an archive; the files inside were not audited. Unpack it first and audit them, or pack rar, 7z and the like anew as zip, which can be audited as it is.',
  },
  'reader.ofd.no-text': {
    zh: '这个 OFD 第 {pages} 页上看到的字都是图片，一个数字也读不出来，所以没有核对。请改用由 Word 或 Excel 直接导出的 OFD 或 PDF；只有扫描件的，请打印成 PDF，再加 --ocr 核对。',
    en: 'Pages {pages} of this OFD file are pictures, so no figure could be read and nothing was checked. Use one exported from Word or Excel; if there is nothing but the scan, print it to PDF and audit that with --ocr.',
  },
  'reader.ofd.pages-without-text': {
    zh: '第 {pages} 页看到的字都是图片，全文 {total} 页中有 {count} 页没有读到，数字没有核对。请换成由 Word 或 Excel 直接导出的页，或者打印成 PDF，再加 --ocr 核对。',
    en: 'Pages {pages} are pictures: these {count} of {total} pages were not read and their figures not checked. Replace them by pages exported from Word or Excel, or print the file to PDF and audit that with --ocr.',
  },
  'reader.ofd.garbled': {
    zh: '这个 OFD 里的文字是乱码（字体没有带通用编码），页面上看得到的字读不出来，所以没有核对。请从 Word、Excel 原稿重新导出 OFD 或 PDF。',
    en: 'The text of this OFD file is garbled (its fonts carry no usable encoding), so nothing was checked. Export it again from the Word or Excel original.',
  },
  'reader.too-many-files': {
    zh: '压缩包里的文件超过 {limit} 个，没有打开。请解压后只核对需要的文件夹。',
    en: 'The archive holds more than {limit} files and was not opened. Unpack it and audit the folders that matter.',
  },
  'reader.mail': {
    zh: '这是一封电子邮件，邮件和附件里的内容都没有核对。请把附件（docx、xlsx、pdf 等）另存出来再核对。',
    en: 'This is an e-mail; neither it nor what is attached was audited. Save the attachment (docx, xlsx, pdf) and audit that.',
  },
  'reader.image': {
    zh: '这是一张图片，不做文字识别就读不出数字，所以没有核对。请改用 docx、xlsx、pdf 等原始文件；只有扫描件或照片的（jpg、png、tif），请加 --ocr 核对。',
    en: 'This is a picture: without text recognition no figure can be read, so nothing was checked. Use the original docx, xlsx or pdf; if there is nothing but the scan or photograph (jpg, png, tif), audit it with --ocr.',
  },
  'reader.image-kind': {
    zh: '这种图片（gif、bmp、webp、heic）读不了，所以没有核对。请改用 docx、xlsx、pdf 等原始文件；只有图片的，请另存为 jpg 或 png，再加 --ocr 核对。',
    en: 'Pictures of this kind (gif, bmp, webp, heic) are not read, so nothing was checked. Use the original docx, xlsx or pdf; if there is nothing else, save it as jpg or png and audit that with --ocr.',
  },
  'reader.image.unreadable': {
    zh: '这张图片打不开：文件已损坏，或者用了读不了的压缩方式，所以没有核对。请用看图软件打开，另存为 jpg 或普通的 png 后再试。',
    en: 'This picture cannot be opened: it is damaged, or packed in a way that is not read, so nothing was checked. Open it in a viewer, save it as jpg or plain png, and try again.',
  },
  'reader.image.nothing': {
    zh: '这张图片里没有认出文字，所以没有核对。请检查图片是否清楚、方向是否端正，或者改用原始文件。',
    en: 'No text was recognised in this picture, so nothing was checked. See whether it is sharp and upright, or use the original file.',
  },
  'reader.image.pages-lost': {
    zh: '这个 tif 共 {total} 页，其中 {count} 页的压缩方式读不了，没有核对。请另存为 PDF 后再试。',
    en: 'Of the {total} pages of this tif, {count} are packed in a way that is not read; they were not checked. Save the file as PDF and try again.',
  },
  'reader.too-large': {
    zh: '文件里有一部分展开后达 {size} MB，超过 {limit} MB 的上限，不像正常的决算报告，没有继续读。请检查文件来源；确属正常文件时，请删去图片、附件后另存再试。',
    en: 'A part of the file unpacks to {size} MB, more than the {limit} MB allowed; that is no ordinary report, so reading stopped. Check where the file comes from, or save a copy without pictures and attachments.',
  },
  'reader.too-slow': {
    zh: '读了 {seconds} 秒还没有读完，已停止，多半是文件损坏。请用原来的程序打开，另存为 docx 或 xlsx 再核对；确属正常的大文件时，用 --limit seconds=秒数 放宽。',
    en: 'Reading took more than {seconds} seconds and was stopped; most likely the file is damaged. Open it in its own program and save it as docx or xlsx; for a sound large file allow more with --limit seconds=NUMBER.',
  },
  'reader.out-of-memory': {
    zh: '读它要用的内存超过 {limit} MB，已停止，多半是文件损坏。请用原来的程序打开，另存为 docx 或 xlsx 再核对；确属正常的大文件时，用 --limit memory=兆数 放宽。',
    en: 'Reading took more than {limit} MB of memory and was stopped; most likely the file is damaged. Open it in its own program and save it as docx or xlsx; for a sound large file allow more with --limit memory=NUMBER.',
  },
  'reader.too-many-characters': {
    zh: '文字展开后超过 {limit} 个字，不像正常的决算报告，没有继续读。请检查文件来源；确属正常文件时，用 --limit characters=数目 放宽。',
    en: 'The text unpacks to more than {limit} characters; that is no ordinary report, so reading stopped. Check where the file comes from; if it is sound, allow more with --limit characters=NUMBER.',
  },
  'reader.note-circle': {
    zh: '有脚注或尾注引用了自己，或脚注里又套了多层脚注，已在这里截断。请在 Word 里检查脚注。',
    en: 'A note refers to itself, or notes stand inside of notes many levels deep; they were cut off here. Check the notes in Word.',
  },
  'reader.long-number': {
    zh: '有 {count} 处数字在小数点前有 19 位以上（如 {printed}），任何账都装不下，没有当作数来核对。请检查是不是输错或几个数连在了一起。',
    en: 'There are {count} place(s) with a number of 19 or more digits before the point (as {printed}), more than any account can hold; none was read as a number. Check for a slip, or numbers run together.',
  },
  'reader.too-many-cells': {
    zh: '表格单元格超过 {limit} 个，不像正常的决算报表，没有继续读。请检查文件来源，或删去无关的工作表后另存再试。',
    en: 'The tables have more than {limit} cells; that is no ordinary report, so reading stopped. Check where the file comes from, or save a copy without the unrelated sheets.',
  },
  'reader.too-many-paragraphs': {
    zh: '文件里的段落和表格超过 {limit} 个，不像正常的决算报告，没有继续读。请检查文件来源，或只留下一个部门的报告另存再试。',
    en: 'The file has more than {limit} paragraphs and tables; that is no ordinary report, so reading stopped. Check where the file comes from, or save a copy with the report of one department only.',
  },
  'reader.paragraph-too-long': {
    zh: '文件里有一个段落超过 {limit} 个字，不像正常的决算报告，没有继续读。请检查文件来源，或把正文复制到新文件后再试。',
    en: 'A paragraph of the file has more than {limit} characters; that is no ordinary report, so reading stopped. Check where the file comes from, or copy the text into a new file.',
  },
  'reader.too-deep': {
    zh: '文件里的表格或段落一层套一层，超过 {limit} 层，不像正常的决算报告，没有继续读。请检查文件来源，或把内容复制到新文件后再试。',
    en: 'Tables or paragraphs are nested more than {limit} levels deep; that is no ordinary report, so reading stopped. Check where the file comes from, or copy the content into a new file.',
  },
  'reader.entities': {
    zh: '文件内部带有正常办公文档不会有的实体声明（DOCTYPE），可能是恶意文件，没有继续读。请检查文件来源，或用 Word、Excel 打开后另存一份再试。',
    en: 'The file carries a document type declaration, which no ordinary office file has and hostile ones use; reading stopped. Check where the file comes from, or save a fresh copy with Word or Excel.',
  },
  'reader.tracked-changes': {
    zh: '文件里有 {count} 处修订还没有接受或拒绝，这里按“全部接受”后的内容核对。定稿前请在“审阅”里处理完修订。',
    en: 'The file has {count} tracked changes; it was read as if all were accepted. Settle them before publishing.',
  },
  'reader.hidden-text': {
    zh: '文件里有 {count} 处隐藏文字，看不见，也没有核对。发布前请确认是否应当删除。',
    en: 'The file has {count} pieces of hidden text; they were not read. Decide whether to delete them before publishing.',
  },
  'reader.crossed-out': {
    zh: '文件里有 {count} 处带数字的文字加了删除线，按已经删去处理，没有核对。定稿前请真正删去。',
    en: 'The file has {count} crossed-out pieces of text with numbers; they were taken as deleted and not checked. Delete them before publishing.',
  },
  'reader.pictures': {
    zh: '文件里有 {count} 张较大的图片，图片里的表格和数字没有核对。如果是表格截图，请换成真正的表格。',
    en: 'The file has {count} larger pictures; tables and figures in them were not checked. Replace screenshots of tables by real tables.',
  },
  'reader.embedded-workbook': {
    zh: '这里嵌入了一个 Excel 工作簿，里面的数字没有核对。请把它另存为单独的文件一起核对，或粘贴为普通表格。',
    en: 'An Excel workbook is embedded here; its figures were not checked. Save it as a file of its own, or paste it as a table.',
  },
  'reader.embedded-object': {
    zh: '这里嵌入了其他程序的对象，里面的内容没有核对。',
    en: 'An object of another program is embedded here; its content was not checked.',
  },
  'reader.embedded-sheets-behind': {
    zh: '这里嵌入的 Excel 工作簿里还有工作表 {sheets}，页面上看不到，没有核对。发布前请确认是否应当删除。',
    en: 'The Excel workbook embedded here also has the sheets {sheets}, which the page does not show; they were not checked. Decide whether to delete them before publishing.',
  },
  'reader.chart-not-refreshed': {
    zh: '图上是 {shown}，图表数据表的 {cell} 是 {stored}：数据改过而图没有刷新，或图被单独改过。请在 Word 里“编辑数据”后核对。',
    en: 'The chart shows {shown}, yet {cell} of its own data sheet holds {stored}: the data was changed and the chart was not refreshed, or the other way round. Open “Edit data” in Word and compare.',
  },
  'reader.embedded-chart': {
    zh: '这里嵌入了其他程序的图表，图里的数字没有读出来，也没有与正文核对。请人工核对，或换成 Word 自带的图表后存为 docx。',
    en: 'A chart of another program is embedded here; its figures were neither read nor held against the text. Check them yourself, or replace it by a chart of Word in a docx.',
  },
  'reader.embedded-document': {
    zh: '这里插入了另一个文档的内容块，没有核对。请用 Word 打开并重新保存，使内容并入正文。',
    en: 'Another document is inserted here as a block; it was not checked. Open and save the file in Word to merge it.',
  },
  'reader.chart-without-values': {
    zh: '这里的图表没有保存数据，无法与正文核对。',
    en: 'The chart here carries no saved values; it could not be checked against the text.',
  },
  'reader.attachments': {
    zh: '网页上还有 {count} 个附件（{names}），没有下载，也没有核对。请下载后和网页放在一起，用 --together 核对。',
    en: 'The page links to {count} attachments ({names}), which were neither fetched nor checked. Download them and audit them with the page (--together).',
  },
  'reader.macros': {
    zh: '文件带有宏。宏没有运行，只读取了保存的内容。',
    en: 'The file carries macros. They were not run; only the saved content was read.',
  },
  'reader.external-links': {
    zh: '文件引用了 {count} 处外部文件或链接。没有打开它们，用的是文件里上次保存的值。',
    en: 'The file refers to {count} external files or links. They were not opened; the values last saved were used.',
  },
  'reader.own-sheet': {
    zh: '工作表“{sheet}”是本工具写的改正清单，没有当作报表来读。',
    en: 'The sheet “{sheet}” is a list of corrections that this tool wrote; it was not read as a part of the report.',
  },
  'reader.hidden-sheet': {
    zh: '工作表“{sheet}”是隐藏的，没有核对。如需核对，请取消隐藏后再试。',
    en: 'The sheet “{sheet}” is hidden and was not checked. Unhide it to have it checked.',
  },
  'reader.hidden-sheet-used': {
    zh: '工作表“{sheet}”是隐藏的，但 {cells} 的公式用到了它。看表的人无法核对这些数，请取消隐藏或改为数值。',
    en: 'The sheet “{sheet}” is hidden, yet the formulas in {cells} use it: nobody can follow these figures. Unhide it, or turn them into values.',
  },
  'reader.hidden-rows': {
    zh: '工作表“{sheet}”的第 {which} 行是隐藏的。其中的数仍参与核对，但看表的人看不到。',
    en: 'In the sheet “{sheet}” the rows {which} are hidden. Their figures take part in the checks, though nobody sees them.',
  },
  'reader.hidden-rows-in-sum': {
    zh: '工作表“{sheet}”隐藏的第 {which} 行参与了 {cells} 的公式计算，只把看得见的数相加会对不上。请取消隐藏，或在表下说明。',
    en: 'In the sheet “{sheet}” the hidden rows {which} take part in the formulas of {cells}: the visible figures alone do not add up to them. Unhide them, or explain.',
  },
  'reader.hidden-columns': {
    zh: '工作表“{sheet}”的{which} 列是隐藏的。其中的数仍参与核对，但看表的人看不到。',
    en: 'In the sheet “{sheet}” the columns {which} are hidden. Their figures take part in the checks, though nobody sees them.',
  },
  'reader.hidden-columns-in-sum': {
    zh: '工作表“{sheet}”隐藏的{which} 列参与了 {cells} 的公式计算，只把看得见的数相加会对不上。请取消隐藏，或在表下说明。',
    en: 'In the sheet “{sheet}” the hidden columns {which} take part in the formulas of {cells}: the visible figures alone do not add up to them. Unhide them, or explain.',
  },
  'reader.number-as-text': {
    zh: '工作表“{sheet}”有 {count} 个数字是按文本保存的（{cells}），公式求和时会被漏掉。请改成数值格式。',
    en: 'In the sheet “{sheet}”, {count} numbers are stored as text ({cells}); formulas leave them out of sums. Turn them into numbers.',
  },
  'reader.error-value': {
    zh: '工作表“{sheet}”的 {cells} 显示错误值（{values}），引用或计算已失效。请修正公式后再核对。',
    en: 'In the sheet “{sheet}”, {cells} show an error ({values}): a reference or calculation is broken. Mend the formulas first.',
  },
  'reader.formula-without-value': {
    zh: '工作表“{sheet}”的 {cells} 有公式但没有保存计算结果，读不到数。请用 Excel 或 WPS 打开，重新计算并保存。',
    en: 'In the sheet “{sheet}”, {cells} hold formulas without a saved result. Open the file in Excel or WPS, recalculate and save.',
  },
  'reader.charset-declared-wrong': {
    zh: '网页声明的编码是 {declared}，实际是 {actual}，已按实际编码读取。',
    en: 'The page declares the encoding {declared} but is in {actual}; it was read as {actual}.',
  },
  'reader.page-without-text': {
    zh: '网页里没有正文，只有脚本或框架。请在浏览器里打开后，把正文另存为网页或复制到 Word 里。',
    en: 'The page holds no text, only scripts or frames. Open it in a browser and save the article itself.',
  },
};
