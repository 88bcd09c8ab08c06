import type { Messages } from './messages.ts';

/** Places, as people say them. */
export const places: Messages = {
  'place.line': { zh: '第 {line} 行', en: 'line {line}' },
  'place.column': { zh: '第 {line} 行第 {column} 字', en: 'line {line}, character {column}' },
  'place.page': { zh: '第 {page} 页', en: 'page {page}' },
  'place.paragraph': { zh: '第 {paragraph} 段', en: 'paragraph {paragraph}' },
  'place.footnote': { zh: '脚注 {footnote}', en: 'footnote {footnote}' },
  'place.endnote': { zh: '尾注 {endnote}', en: 'endnote {endnote}' },
  'place.chart': { zh: '图 {chart}', en: 'chart {chart}' },
  'place.embedded': { zh: '内嵌工作簿 {place}', en: 'embedded workbook {place}' },
  'place.embedded-nth': { zh: '内嵌工作簿 {embedded} {place}', en: 'embedded workbook {embedded} {place}' },
  'place.table': { zh: '表 {tableNumber}', en: 'table {tableNumber}' },
  'place.row': { zh: '表 {tableNumber} 第 {rowNumber} 行', en: 'table {tableNumber}, row {rowNumber}' },
  'place.table-cell': {
    zh: '表 {tableNumber} 第 {rowNumber} 行第 {columnNumber} 列',
    en: 'table {tableNumber}, row {rowNumber}, column {columnNumber}',
  },
};
