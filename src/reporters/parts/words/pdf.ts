import type { Messages } from './messages.ts';

/** What the PDF reader says: problems (nothing can be read) and notices (something on a page was noticed or left out). */
export const pdf: Messages = {
  'reader.pdf.encrypted': {
    zh: '这个 PDF 设了打开密码，读不出内容。请取消密码后另存一份再试，或者改用 Word、Excel 原稿。',
    en: 'This PDF wants a password before it opens. Save a copy without one, or use the Word or Excel original.',
  },
  'reader.pdf.protected': {
    zh: '这个 PDF 用了专门的保护方式（例如数字版权保护），读不出内容。请取消保护后另存一份再试，或者改用 Word、Excel 原稿。',
    en: 'This PDF is protected in a way that cannot be opened here (such as DRM). Save a copy without it, or use the Word or Excel original.',
  },
  'reader.pdf.damaged': {
    zh: '这个 PDF 已经损坏，打不开。请重新下载，或者从 Word、Excel 原稿再导出一次。',
    en: 'This PDF is damaged and does not open. Download it again, or export it once more from the Word or Excel original.',
  },
  'reader.pdf.truncated': {
    zh: '这个 PDF 不完整，文件末尾缺了一截，可能是没有下载完。请重新下载后再试。',
    en: 'This PDF is incomplete: its end is missing, perhaps the download was cut off. Download it again.',
  },
  'reader.pdf.too-large': {
    zh: '这个 PDF 太大（约 {megabytes} MB），内存不够。请拆成几个文件后再试。',
    en: 'This PDF is too large (about {megabytes} MB) for the memory there is. Split it into several files.',
  },
  'reader.pdf.no-text': {
    zh: '这个 PDF 第 {pages} 页没有文字层，看到的字都是图片（扫描件），一个数字也读不出来，所以没有核对。请改用由 Word 或 Excel 直接导出的 PDF；只有扫描件的，可以加 --ocr 先做文字识别（识别组件要另外安装一次，加上 --ocr 会说明怎样安装）。',
    en: 'Pages {pages} of this PDF carry no text: what you see are pictures (scans), so no figure could be read and nothing was checked. Use a PDF exported from Word or Excel. If there is nothing but the scan, --ocr recognises its text (an extra installed once; with --ocr the tool says how).',
  },
  'reader.pdf.blank': {
    zh: '文件的 {count} 页都是空白，没有任何文字。请确认选对了文件。',
    en: 'All {count} pages of this file are blank. Check that it is the right file.',
  },
  'reader.pdf.garbled': {
    zh: '这个 PDF 的文字层是乱码（字体没有带通用编码），页面上看得到的字读不出来，所以没有核对。请从 Word、Excel 原稿重新导出 PDF，或者加 --ocr 先做文字识别。',
    en: 'The text of this PDF is garbled (its fonts carry no usable encoding), so nothing was checked. Export it again from the Word or Excel original, or recognise its text with --ocr.',
  },
  'reader.pdf.pictures': {
    zh: '第 {pages} 页有大幅图片，图片里的文字和数字没有读到，没有核对。如果图片是表格，请换成由 Word 或 Excel 直接导出的表格。',
    en: 'Pages {pages} have large pictures; words and figures inside them were not read and not checked. If a picture is a table, put the table itself in its place.',
  },
  'reader.pdf.pages-without-text': {
    zh: '第 {pages} 页没有文字层，看到的字都是图片（扫描件），全文 {total} 页中有 {count} 页没有读到，数字没有核对。请换成由 Word 或 Excel 直接导出的页，或者加 --ocr 先做文字识别。',
    en: 'Pages {pages} carry no text: they are pictures (scans). These {count} of {total} pages were not read and their figures not checked. Replace them by pages exported from Word or Excel, or recognise their text with --ocr.',
  },
  'reader.pdf.recognised': {
    zh: '第 {pages} 页没有文字层，其中的文字和数字是从图片识别出来的，可能有认错的字。这几页上的问题请先对照纸面核实。',
    en: 'Pages {pages} carry no text; their words and figures were recognised in pictures and may be misread. Compare findings there with the page itself.',
  },
  'reader.pdf.hidden-text': {
    zh: '第 {pages} 页是扫描件，文字来自隐藏的识别结果，可能有认错的数字。发现的问题请先对照纸面核实。',
    en: 'Pages {pages} are scans; their text is a hidden recognition result and may hold misread digits. Compare findings with the page itself.',
  },
  'reader.pdf.unruled-table': {
    zh: '第 {pages} 页有没有画线的表格，行列分不清楚，没有当作表格读；其中的数字没有核对。请给表格加上边框线后重新导出，或者改用 Word、Excel 原稿。',
    en: 'Page {pages} has a table without drawn lines whose rows and columns are not plain; it was not read as a table and its figures were not checked. Add borders and export again, or use the Word or Excel original.',
  },
  'reader.pdf.nameless-rows': {
    zh: '第 {pages} 页的表格太宽，分开印在几页上，右边几页的行没有名称，行数或高低又对不上，分不清哪个数属于哪一行，没有当作表格读；其中的数字没有核对。请把整张表排在一页宽以内后重新导出，或者改用 Word、Excel 原稿。',
    en: 'The table on pages {pages} is too wide for one page. The rows of its right part have no names and do not match those of its left part, so its figures could not be told apart; they were not checked. Export with the whole table within one page’s width, or use the Word or Excel original.',
  },
  'reader.pdf.vertical': {
    zh: '第 {pages} 页是竖排文字，已按从右到左的列读取，请留意核对。',
    en: 'Pages {pages} are set vertically; they were read in columns from right to left. Look at their figures with care.',
  },
  'reader.pdf.turned': {
    zh: '第 {pages} 页的内容是转了方向的，已按转正后的样子读取。',
    en: 'The content of pages {pages} is turned; it was read as if turned upright.',
  },
  'reader.pdf.aslant': {
    zh: '第 {pages} 页有 {count} 个斜着或横着的字（多半是水印、边注），没有读入。',
    en: 'Pages {pages} have {count} characters that run aslant or sideways (mostly watermarks); they were left out.',
  },
  'reader.pdf.private-glyphs': {
    zh: '第 {pages} 页有 {count} 个自造字，文字层里没有通用编码，读出来可能不对。',
    en: 'Pages {pages} have {count} characters of a private encoding; what was read for them may be wrong.',
  },
  'reader.pdf.unmapped-glyphs': {
    zh: '第 {pages} 页有 {count} 个字在文字层里没有可靠的编码，读出来可能是错字或“�”。相关的文字和数字请对照页面核实。',
    en: 'Pages {pages} have {count} characters without a reliable encoding; they may have been read wrongly or as «�». Compare the words and figures there with the page.',
  },
  'reader.pdf.replaced-glyphs': {
    zh: '第 {pages} 页有 {count} 个连字或部首字形（看着一样、编码不同），已换成普通的字。',
    en: 'Pages {pages} have {count} ligatures or radicals that only look like ordinary characters; they were read as these.',
  },
  'reader.pdf.cut': {
    zh: '第 {pages} 页内容有损坏或过多，没有读到或只读了一部分；没有读到的部分没有核对。请对照页面看看缺了什么，重新下载，或者从 Word、Excel 原稿再导出一次。',
    en: 'Pages {pages} are damaged or hold too much; nothing or only a part was read, the rest was not checked. See what is missing there, download the file again, or export it once more from the Word or Excel original.',
  },
  'reader.pdf.too-many-pages': {
    zh: '文件有 {total} 页，只读了前 {read} 页，后面的没有核对。请把要核对的部分单独存成一个文件，或者用 --limit pages=页数 放宽。',
    en: 'This PDF has {total} pages; only the first {read} were read. Save the part to be checked as a file of its own, or allow more with --limit pages=NUMBER.',
  },
  'reader.pdf.damaged-data': {
    zh: '这个 PDF 里有 {count} 处数据损坏，看不出在第几页，可能缺字、缺表；读到的部分照常核对。请重新下载，或者从 Word、Excel 原稿再导出一次。',
    en: 'In this PDF {count} piece(s) of data are damaged, on which page cannot be told; words or tables may be missing. What was read is checked. Download it again, or export it once more from the Word or Excel original.',
  },
  'reader.pdf.uncounted-pages': {
    zh: '这个 PDF 的页目录有损坏：多列了 {count} 页，没有读到，没有核对（读到 {read} 页）。请核对页数，重新下载，或者从原稿再导出一次。',
    en: 'The list of pages of this PDF is damaged: it names {count} page(s) more than it counts; these were not read and not checked ({read} were read). Compare the page count, download it again, or export it once more from the original.',
  },
  'reader.pdf.attachments': {
    zh: '文件带有 {count} 个附件，没有打开，附件里的内容没有核对。',
    en: 'This PDF carries {count} attached files. They were not opened and not checked.',
  },
  'reader.pdf.javascript': {
    zh: '这个 PDF 里有脚本（{count} 段），没有运行。公开的决算报告一般不应带脚本，请留意文件来源。',
    en: 'This PDF contains scripts ({count}). They were not run. Published accounts should carry none: mind where the file comes from.',
  },
  'reader.pdf.form': {
    zh: '第 {pages} 页有 {count} 个表单填写框，里面填的内容没有写明怎样显示，没有读入，没有核对。请打印成 PDF 或另存一份后再试。',
    en: 'Pages {pages} have {count} filled form fields that do not say how they look; they were not read and not checked. Print to PDF, or save a copy, and try again.',
  },
  'reader.pdf.repaired': {
    zh: '这个 PDF 的结尾不完整，已尽量修复后读取，可能缺页。请核对页数，最好重新下载。',
    en: 'The end of this PDF is incomplete. It was repaired as far as possible; pages may be missing. Compare the page count, or download it again.',
  },
};
