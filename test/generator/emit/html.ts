import { type Block, plain, type Report, type TableBlock } from '../report.ts';
import { escaped } from './xml.ts';

export interface HtmlOptions {
  /** Tables as pages saved by office programs have them: the title and the unit are rows of the table. */
  readonly titleInside?: boolean;
}

/** The report as a web page: headings h1 … h4, paragraphs, tables with rowspan and colspan; charts have no data in a page. */
export function emitHtml(report: Report, options: HtmlOptions = {}): string {
  const body = report.blocks.map(block => blockOf(block, options)).join('');
  return `<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>${escaped(report.title)}</title></head>\n<body>\n${body}</body>\n</html>\n`;
}

const lines = (text: string) =>
  escaped(text)
    .replace(/\n/g, '<br>')
    .replace(/ {2,}/g, blanks => '&nbsp;'.repeat(blanks.length));

function blockOf(block: Block, options: HtmlOptions): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${lines(plain(block.inline))}</h${block.level}>\n`;
    case 'paragraph':
      return `<p>${lines(plain(block.inline))}</p>\n`;
    case 'table':
      return table(block, options.titleInside ?? false);
    case 'chart':
      return `<p><img alt="${escaped(block.title)}" src="chart.png"></p>\n`;
  }
}

function table(block: TableBlock, titleInside: boolean): string {
  const above = titleInside
    ? ''
    : [block.title, ...block.corner]
        .filter(Boolean)
        .map(text => `<p>${lines(text)}</p>\n`)
        .join('');
  const inside = titleInside
    ? [block.title, ...block.corner]
        .filter(Boolean)
        .map(text => `<tr><td colspan="${block.cols}">${lines(text)}</td></tr>\n`)
        .join('')
    : '';
  const rows = Array.from({ length: block.rows }, (_, row) => {
    const cells = block.cells.filter(cell => cell.row === row);
    const tag = row < block.head ? 'th' : 'td';
    const spans = (cell: (typeof cells)[number]) =>
      (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') + (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '');
    return `<tr>${cells.map(cell => `<${tag}${spans(cell)}>${lines(plain(cell.inline))}</${tag}>`).join('')}</tr>\n`;
  });
  const notes = block.notes.map(note => `<p>${lines(note)}</p>\n`).join('');
  return `${above}<table border="1">\n${inside}${rows.join('')}</table>\n${notes}`;
}
