import type { Messages } from './messages.ts';

/** Text recognition of scanned pages: how to get it, and how what it read is marked. */
export const ocr: Messages = {
  'cli.ocr': {
    zh: '没有文字层的 PDF 页（扫描件）、图片（jpg、png、tif）先做文字识别再核对；需另外安装一次识别组件',
    en: 'recognise the text of PDF pages that are pictures (scans), and of jpg, png and tif; needs an extra that is installed separately',
  },
  'ocr.not-installed': {
    zh: '--ocr 要用的文字识别组件还没有安装（约 350 MB，只需装一次，识别时不联网）。请在当前目录运行：{command}',
    en: '--ocr needs a text recognition extra that is not installed (about 350 MB, once; nothing is sent anywhere). Run in this folder: {command}',
  },
  'ocr.broken': {
    zh: '文字识别组件不能启动（{reason}）。请在当前目录重新安装：{command}',
    en: 'The text recognition extra does not start ({reason}). Install it again in this folder: {command}',
  },
  'place.recognised': { zh: '{place}（图片识别 {percent}%）', en: '{place} (recognised, {percent}%)' },
  'finding.misread': {
    zh: '其中第 {page} 页的 {printed} 是从图片识别出来的，纸面上也可能是 {meant}，请先对照纸面。',
    en: ' {printed} on page {page} was recognised in a picture and may well be {meant} on paper: look there first.',
  },
};
