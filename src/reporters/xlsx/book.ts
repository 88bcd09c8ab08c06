import { strToU8, zipSync } from 'fflate';
import { xml } from '../parts/escape.ts';
import { displayWidth } from '../parts/width.ts';
import { DIFFERENTIAL, type Look, Styles } from './styles.ts';

/** A cell: a text, which never becomes a formula; or a number; or a formula of ours with the value it has now. */
export interface Cell {
  readonly text?: string;
  /** Plain digits. */
  readonly number?: string;
  /** Without the sign of equality. Its value stands in `number` or `text`. */
  readonly formula?: string;
  readonly look?: Look;
  /** Digits behind the point; of a number that is not to be shown as it comes. */
  readonly decimals?: number;
  /** Where a click leads: «数据!F12». */
  readonly link?: string;
}

export interface Column {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** It says the same in every row. */
  readonly hidden?: boolean;
}

export interface Sheet {
  readonly name: string;
  /** Stands in the first cell; by it the sheet is known again. */
  readonly title: string;
  /** What to do with the sheet, beside the title. */
  readonly hint: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Rows behind the list, which no filter hides. */
  readonly foot?: readonly (readonly (Cell | null)[])[];
  /** Columns (from 0) whose words are coloured, and the words. */
  readonly states?: { readonly columns: readonly number[]; readonly words: readonly StateWord[] };
}

export interface StateWord {
  readonly word: string;
  readonly as: keyof typeof DIFFERENTIAL;
}

/** The row of a sheet's first record: the title and the head stand above. */
export const FIRST_ROW = 3;
/** What a cell holds at most, and how many links Excel opens in a sheet. */
const LONGEST = 32_767;
const LINKS = 60_000;
/** Characters of a column's width that the title takes. */
const TITLE = 42;
/** Points of a line of text, as LibreOffice and WPS set it with Chinese fonts. */
const LINE = 14;
/** Lines a row shows at most, and how much more room a text takes than its characters say: lines break where they can. */
const LINES = 8;
const SPARE = 1.15;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as a file (ECMA-376 part 1, 18). No clock: the same sheets are the same bytes. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const styles = new Styles();
  const parts = sheets.map((sheet, i) => sheetXml(sheet, styles, i === 0));
  const overrides = [
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.worksheet+xml`]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  const links = [...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]), ['styles', 'styles.xml']].map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  const text = (content: string) => strToU8(DECLARATION + content);
  const files: Record<string, Uint8Array | [Uint8Array, { level: 0 }]> = {
    // First and as it is, so that the tool finds by the first bytes that it wrote this file itself.
    'docProps/app.xml': [
      text(
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>audit</Application></Properties>',
      ),
      { level: 0 },
    ],
    '[Content_Types].xml': text(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': text(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${RELATIONS}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text(bookXml(sheets)),
    'xl/_rels/workbook.xml.rels': text(`<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`),
    'xl/styles.xml': text(styles.xml()),
  };
  for (const [i, part] of parts.entries()) files[`xl/worksheets/sheet${i + 1}.xml`] = text(part);
  return zipSync(files, { mtime: '1980-01-02T12:00:00' });
}

/** A1 style: column 0 is A. */
export function cellName(column: number, row: number): string {
  return `${letters(column)}${row}`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;

function bookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map((sheet, i) => `<sheet name="${xml(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const names = sheets.flatMap((sheet, i) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xml(`${quoted(sheet.name)}!${absolute(rangeOf(sheet))}`)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xml(`${quoted(sheet.name)}!$1:$${FIRST_ROW - 1}`)}</definedName>`,
  ]);
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`;
}

/** The head and the records below it: what the filter takes. */
function rangeOf({ columns, rows }: Sheet): string {
  return `A${FIRST_ROW - 1}:${cellName(columns.length - 1, FIRST_ROW - 1 + Math.max(1, rows.length))}`;
}

const absolute = (range: string) => range.replace(/([A-Z]{1,3})(\d{1,7})/g, '$$$1$$$2');

function sheetXml(sheet: Sheet, styles: Styles, first: boolean): string {
  const { title, hint, columns, rows, foot = [] } = sheet;
  const links: string[] = [];
  const row = (cells: readonly (Cell | null)[], n: number, height = '') =>
    `<row r="${n}"${height}>${cells.map((cell, i) => (cell ? cellXml(cell, cellName(i, n), styles, links) : '')).join('')}</row>`;
  const last = FIRST_ROW + rows.length;
  const head = columns.map((column): Cell => ({ text: column.head, look: 'head' }));
  const data = [
    row([{ text: title, look: 'title' }, ...beside(columns), { text: hint, look: 'hint' }], 1, ' ht="24" customHeight="1"'),
    row(head, FIRST_ROW - 1),
    ...rows.map((cells, i) => row(cells, FIRST_ROW + i, heightOf(cells, columns))),
    ...foot.map((cells, i) => row(cells, last + i)),
  ];
  const cols = columns.map(
    ({ width, hidden }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  );
  const pane = `<pane ySplit="${FIRST_ROW - 1}" topLeftCell="A${FIRST_ROW}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${FIRST_ROW}" sqref="A${FIRST_ROW}"/>`;
  return [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>${data.join('')}</sheetData>`,
    `<autoFilter ref="${rangeOf(sheet)}"/>`,
    statesXml(sheet),
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ].join('');
}

/** As high as its texts need, which not every program finds out by itself. */
function heightOf(cells: readonly (Cell | null)[], columns: readonly Column[]): string {
  const lines = cells.map((cell, i) => {
    const { width = 1, hidden = false } = columns[i] ?? {};
    return hidden || !cell?.text ? 1 : Math.ceil((displayWidth(cell.text) * SPARE) / width);
  });
  const most = Math.min(LINES, Math.max(1, ...lines));
  return ` ht="${most * LINE + 4}" customHeight="1"`;
}

/** Empty cells below the title, which is written over them. */
function beside(columns: readonly Column[]): null[] {
  const roomOf = ({ width, hidden }: Column) => (hidden ? 0 : width);
  let room = columns[0] ? roomOf(columns[0]) : 0;
  let count = 0;
  while (room < TITLE && count < columns.length - 1) room += roomOf(columns[++count]!);
  return Array.from({ length: count }, () => null);
}

function cellXml({ text, number, formula, look = 'text', decimals, link }: Cell, at: string, styles: Styles, links: string[]) {
  const linked = link !== undefined && links.length < LINKS;
  if (linked) links.push(`<hyperlink ref="${at}" location="${xml(link)}"/>`);
  const open = `<c r="${at}" s="${styles.of(linked ? 'link' : look, decimals)}"`;
  const calculated = formula === undefined ? '' : `<f>${xml(formula)}</f>`;
  if (number !== undefined) return `${open}>${calculated}<v>${number}</v></c>`;
  const content = written(text ?? '');
  if (formula !== undefined) return `${open} t="str">${calculated}<v>${content}</v></c>`;
  return content === '' ? `${open}/>` : `${open} t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
}

/** Text as a part holds it: «_x0041_» is an escape there, so that one of a document is escaped itself. */
function written(text: string): string {
  return xml(text.slice(0, LONGEST).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function statesXml({ states, rows }: Sheet): string {
  if (!states || rows.length === 0) return '';
  let priority = 0;
  return states.columns
    .map(column => {
      const rules = states.words.map(
        ({ word, as }) =>
          `<cfRule type="cellIs" dxfId="${DIFFERENTIAL[as]}" priority="${++priority}" operator="equal"><formula>${xml(`"${word}"`)}</formula></cfRule>`,
      );
      const range = `${cellName(column, FIRST_ROW)}:${cellName(column, FIRST_ROW + rows.length - 1)}`;
      return `<conditionalFormatting sqref="${range}">${rules.join('')}</conditionalFormatting>`;
    })
    .join('');
}
