import type { List } from '../../model/index.ts';
import { escapeXml } from '../splice.ts';
import { letters } from './sheet.ts';
import type { Styles } from './styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD_ROW = 2;

/** The sheet part: texts only, so that nothing out of a document becomes a formula. */
export function listSheet(list: List, styles: Styles): string {
  const [title, head, wrap, link] = [styles.plain('title'), styles.plain('head'), styles.plain('wrap'), styles.plain('link')];
  const cell = (row: number, col: number, text: string, style: number) =>
    `<c r="${letters(col + 1)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  const row = (n: number, texts: readonly string[], style: (col: number) => number) =>
    `<row r="${n}" ht="${heightOf(texts, n === 1 ? [] : list.widths)}" customHeight="1">${texts.map((text, col) => cell(n, col, text, style(col))).join('')}</row>`;
  const first = HEAD_ROW + 1;
  const rows = [
    row(1, [list.title], () => title),
    row(HEAD_ROW, list.head, () => head),
    ...list.rows.map((one, i) => row(first + i, one.cells, col => (one.link?.at === col ? link : wrap))),
  ];
  const links = list.rows.flatMap((one, i) => {
    if (!one.link) return [];
    const { at, sheet, cell: target } = one.link;
    return [
      `<hyperlink ref="${letters(at + 1)}${first + i}" location="${escapeXml(`'${sheet.replaceAll("'", "''")}'!${target}`)}"/>`,
    ];
  });
  const cols = list.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const pane = `<pane ySplit="${HEAD_ROW}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/>`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** Points a row needs: the most lines one of its texts takes in its column. Not every program finds that out by itself. */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, i) =>
    text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((1.15 * [...line].reduce(wide, 0)) / (widths[i] ?? 1000))), 0),
  );
  return 6 + 15 * Math.min(20, Math.max(1, ...lines));
}

/** Characters beyond Latin take the room of two. */
const wide = (room: number, sign: string) => room + (sign > '\u02ff' ? 2 : 1);

/** The workbook part with a sheet in front of the others: what counts sheets counts one more. */
export function withFirstSheet(workbook: string, name: string, id: string): string {
  const p = /<((?:[\w.-]+:)?)sheets\b/.exec(workbook)?.[1] ?? '';
  const ids = [...workbook.matchAll(/\bsheetId="(\d+)"/g)].map(match => Number(match[1]));
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = `<${p}sheet xmlns:r="${R}" name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${id}"/>`;
  return workbook
    .replace(/\blocalSheetId="(\d+)"/g, (_, n: string) => `localSheetId="${Number(n) + 1}"`)
    .replace(/\bactiveTab="\d+"/g, 'activeTab="0"')
    .replace(/\bfirstSheet="\d+"/g, 'firstSheet="0"')
    .replace(new RegExp(`<${p}sheets\\b[^<>]*>`), tag => tag + sheet);
}
