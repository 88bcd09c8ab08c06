import { type CellBlock, plain, type Report, type TableBlock } from '../../../generator/report.ts';

/** How a report is set: everything a PDF reader has to see through. */
export interface Setting {
  /** Tables stand on pages of their own, lying on their side when they have more columns than this. */
  readonly landscapeFrom: number;
  /** Header rows come again on every page a table goes on to. */
  readonly repeatHeader: boolean;
  /** First lines stand in, lines are justified. */
  readonly indent: boolean;
  readonly justify: boolean;
  /** A running header, and a page number at the foot. */
  readonly furniture: boolean;
  /** A table of contents with page numbers at its head. */
  readonly contents: boolean;
  /** Figures stand at the top of their row, or in its middle. */
  readonly figures: 'top' | 'middle';
  /** Characters of short labels are spread over the width of their cell. */
  readonly spread: boolean;
  readonly size: number;
}

export const PLAIN: Setting = {
  landscapeFrom: 7,
  repeatHeader: false,
  indent: true,
  justify: true,
  furniture: true,
  contents: true,
  figures: 'middle',
  spread: false,
  size: 12,
};

const xml = (text: string) => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
const isFigure = (text: string) => /^-?[\d,]+(?:\.\d+)?%?$/.test(text);

/** The report as a flat OpenDocument text (OASIS ODF 1.3), which LibreOffice turns into a PDF. */
export function emitFodt(report: Report, setting: Setting): string {
  const parts: string[] = [];
  const columns: string[] = [];
  parts.push(paragraph('Cover', report.title));
  if (setting.contents) parts.push(contentsOf(report));
  let first = true;
  for (const block of report.blocks) {
    if (block.kind === 'heading') {
      parts.push(paragraph(first ? 'HeadingBreak' : `Heading${block.level}`, plain(block.inline)));
      first = false;
    } else if (block.kind === 'paragraph') parts.push(paragraph('Body', plain(block.inline)));
    else if (block.kind === 'table') parts.push(tableOf(block, setting, columns));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Han" svg:font-family="'Noto Serif CJK SC'"/><style:font-face style:name="Latin" svg:font-family="'DejaVu Serif'"/></office:font-face-decls>
<office:styles>${styles(setting)}</office:styles>
<office:automatic-styles>${pages(setting)}${columns.join('')}</office:automatic-styles>
<office:master-styles>${masters(setting, report.title)}</office:master-styles>
<office:body><office:text>${parts.join('\n')}</office:text></office:body></office:document>`;
}

const paragraph = (style: string, text: string) =>
  `<text:p text:style-name="${style}">${text.split('\n').map(xml).join('<text:line-break/>')}</text:p>`;

function contentsOf(report: Report): string {
  const headings = report.blocks.filter(block => block.kind === 'heading').filter(block => block.level <= 2);
  const entries = headings.map(
    (block, i) => `<text:p text:style-name="Entry">${xml(plain(block.inline))}<text:tab/>${3 + Math.floor(i / 3)}</text:p>`,
  );
  return paragraph('ContentsTitle', '目 录') + entries.join('');
}

function styles({ size, indent, justify }: Setting): string {
  const style = (name: string, properties: string, text = '', tabs = '') =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${properties}>${tabs}</style:paragraph-properties><style:text-properties ${text}/></style:style>`;
  const large = (points: number) => `fo:font-size="${points}pt" style:font-size-asian="${points}pt"`;
  return [
    `<style:default-style style:family="paragraph"><style:paragraph-properties style:text-autospace="ideograph-alpha" style:punctuation-wrap="simple"/><style:text-properties style:font-name="Latin" style:font-name-asian="Han" ${large(size)} fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style>`,
    '<style:style style:name="Standard" style:family="paragraph"/>',
    style('Cover', 'fo:text-align="center" fo:margin-top="6cm"', large(size + 10)),
    style('ContentsTitle', 'fo:text-align="center" fo:break-before="page"', large(size + 4)),
    style(
      'Entry',
      'fo:line-height="150%"',
      '',
      '<style:tab-stops><style:tab-stop style:position="15cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>',
    ),
    style(
      'Heading1',
      'fo:text-align="center" fo:margin-top="0.5cm" fo:margin-bottom="0.3cm" fo:line-height="120%"',
      large(size + 4),
    ),
    style('HeadingBreak', 'fo:text-align="center" fo:break-before="page"', large(size + 4)),
    ...[2, 3, 4].map(level =>
      style(`Heading${level}`, `fo:line-height="150%" ${indent ? `fo:text-indent="${size * 2}pt"` : ''}`),
    ),
    style(
      'Body',
      `fo:line-height="150%" ${indent ? `fo:text-indent="${size * 2}pt"` : ''} ${justify ? 'fo:text-align="justify"' : ''}`,
    ),
    style('Title', 'fo:text-align="center" fo:margin-top="0.4cm"', large(size + 2)),
    style('Corner', 'fo:text-align="end"', large(size - 2)),
    style('Note', '', large(size - 2)),
    style('Label', 'fo:text-align="start"', large(size - 2)),
    style('Spread', 'fo:text-align="justify" fo:text-align-last="justify"', large(size - 2)),
    style('Head', 'fo:text-align="center"', large(size - 2)),
    style('Figure', 'fo:text-align="end"', large(size - 2)),
  ].join('');
}

function pages({ figures }: Setting): string {
  const layout = (name: string, width: number, height: number) =>
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}cm" fo:page-height="${height}cm" style:print-orientation="${width > height ? 'landscape' : 'portrait'}" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style/><style:footer-style/></style:page-layout>`;
  const cell = (name: string, align: string) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm" style:vertical-align="${align}"/></style:style>`;
  const start = (name: string, master: string) =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Title" style:master-page-name="${master}"/>`;
  return [
    layout('Up', 21, 29.7),
    layout('Lying', 29.7, 21),
    cell('Cell', 'middle'),
    cell('FigureCell', figures === 'top' ? 'top' : 'middle'),
    start('TitleUp', 'Up'),
    start('TitleLying', 'Lying'),
  ].join('');
}

function masters({ furniture }: Setting, title: string): string {
  const inside = furniture
    ? `<style:header><text:p text:style-name="Corner">${xml(title)}</text:p></style:header><style:footer><text:p text:style-name="Head">- <text:page-number/> -</text:p></style:footer>`
    : '';
  return ['Standard', 'Up', 'Lying']
    .map(
      name =>
        `<style:master-page style:name="${name}" style:page-layout-name="${name === 'Lying' ? 'Lying' : 'Up'}">${inside}</style:master-page>`,
    )
    .join('');
}

function tableOf(block: TableBlock, setting: Setting, columns: string[]): string {
  const lying = block.title !== '' && block.cols > setting.landscapeFrom;
  const number = columns.length;
  const widths = widthsOf(block, lying ? 24.7 : 16);
  columns.push(
    widths
      .map(
        (width, i) =>
          `<style:style style:name="T${number}.${i}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(3)}cm"/></style:style>`,
      )
      .join('') +
      `<style:style style:name="T${number}" style:family="table"><style:table-properties style:width="${(lying ? 24.7 : 16).toFixed(1)}cm" table:align="margins" table:border-model="collapsing"/></style:style>`,
  );
  const rows = Array.from({ length: block.rows }, (_, row) => `<table:table-row>${rowOf(block, row, setting)}</table:table-row>`);
  const head = setting.repeatHeader
    ? `<table:table-header-rows>${rows.slice(0, block.head).join('')}</table:table-header-rows>`
    : rows.slice(0, block.head).join('');
  const table = `<table:table table:style-name="T${number}" table:name="T${number}">${widths.map((_, i) => `<table:table-column table:style-name="T${number}.${i}"/>`).join('')}${head}${rows.slice(block.head).join('')}</table:table>`;
  return [
    // A table without a title goes on in the text, upright, as the forms of self-evaluation do.
    ...(block.title ? [paragraph(lying ? 'TitleLying' : 'TitleUp', block.title)] : []),
    ...block.corner.map(text => paragraph('Corner', text)),
    table,
    ...block.notes.map(text => paragraph('Note', text)),
    paragraph('Note', ''),
  ].join('');
}

/** Columns of codes are narrow, columns of words wide enough to wrap the longest. */
function widthsOf(block: TableBlock, total: number): number[] {
  const weights = Array.from({ length: block.cols }, (_, col) => {
    const own = block.cells
      .filter(cell => cell.col === col && cell.colSpan === 1 && cell.row >= block.head)
      .map(cell => plain(cell.inline));
    const longest = Math.max(2, ...own.map(text => (isFigure(text) ? text.length * 0.62 : text.length)));
    return Math.min(longest, 11) + 1;
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map(weight => (weight / sum) * total);
}

function rowOf(block: TableBlock, row: number, setting: Setting): string {
  return Array.from({ length: block.cols }, (_, col) => {
    const cell = block.cells.find(c => c.row <= row && row < c.row + c.rowSpan && c.col <= col && col < c.col + c.colSpan);
    if (!cell) return '<table:table-cell table:style-name="Cell"><text:p text:style-name="Label"/></table:table-cell>';
    return cell.row === row && cell.col === col ? cellOf(cell, block.head, setting) : '<table:covered-table-cell/>';
  }).join('');
}

function cellOf(cell: CellBlock, head: number, { spread }: Setting): string {
  const text = plain(cell.inline);
  const figure = isFigure(text);
  const style = cell.row < head ? 'Head' : figure ? 'Figure' : spread && text.length > 2 && text.length < 8 ? 'Spread' : 'Label';
  const spans = `${cell.colSpan > 1 ? ` table:number-columns-spanned="${cell.colSpan}"` : ''}${cell.rowSpan > 1 ? ` table:number-rows-spanned="${cell.rowSpan}"` : ''}`;
  return `<table:table-cell table:style-name="${figure && cell.row >= head ? 'FigureCell' : 'Cell'}"${spans}>${paragraph(style, text)}</table:table-cell>`;
}
