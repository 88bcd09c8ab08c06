import { strToU8, zipSync } from 'fflate';
import { escaped } from './docx.ts';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a cell of a test sheet is: a number or a text, or the inside of a <c> element with its attributes. */
export type TestCell = string | number | null | { readonly attrs?: string; readonly inner: string };

export interface TestSheet {
  readonly name: string;
  readonly rows?: readonly (readonly TestCell[])[];
  /** Instead of rows: the inside of <worksheet>. */
  readonly xml?: string;
  readonly state?: string;
  readonly hiddenRows?: readonly number[];
  readonly before?: string;
  readonly after?: string;
}

/** A number with a cell style (its index in `formats`). */
export const styled = (value: number | string, style: number): TestCell => ({ attrs: `s="${style}"`, inner: `<v>${value}</v>` });
/** A formula and its cached value, if it has one. */
export const formula = (f: string, value?: number | string): TestCell => ({
  inner: `<f>${escaped(f)}</f>${value === undefined ? '' : `<v>${value}</v>`}`,
});

const letter = (col: number) => String.fromCharCode(65 + col);

function cellXml(cell: TestCell, ref: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return `<c r="${ref}" ${cell.attrs ?? ''}>${cell.inner}</c>`;
}

/** A small workbook; `formats` are number format codes, the nth is style n + 1. */
export function xlsx(
  sheets: readonly TestSheet[],
  formats: readonly string[] = [],
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts: Record<string, Uint8Array> = {};
  const list = sheets.map(
    (one, i) => `<sheet name="${one.name}" sheetId="${i + 1}" r:id="rId${i + 1}"${one.state ? ` state="${one.state}"` : ''}/>`,
  );
  parts['xl/workbook.xml'] = strToU8(`<workbook xmlns="${main}" xmlns:r="${R}"><sheets>${list.join('')}</sheets></workbook>`);
  const numbers = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`).join('');
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`)].join('');
  parts['xl/styles.xml'] = strToU8(
    `<styleSheet xmlns="${main}"><numFmts>${numbers}</numFmts><cellXfs>${styles}</cellXfs></styleSheet>`,
  );
  sheets.forEach((one, s) => {
    const rows = (one.rows ?? []).map(
      (row, r) =>
        `<row r="${r + 1}"${one.hiddenRows?.includes(r + 1) ? ' hidden="1"' : ''}>${row.map((cell, c) => cellXml(cell, letter(c) + (r + 1))).join('')}</row>`,
    );
    const inner = one.xml ?? `${one.before ?? ''}<sheetData>${rows.join('')}</sheetData>${one.after ?? ''}`;
    parts[`xl/worksheets/sheet${s + 1}.xml`] = strToU8(`<worksheet xmlns="${main}">${inner}</worksheet>`);
  });
  const relations = [
    ...sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${R}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`),
    `<Relationship Id="rId99" Type="${R}/styles" Target="styles.xml"/>`,
  ];
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    `<Relationships xmlns="${packaged}/relationships">${relations.join('')}</Relationships>`,
  );
  parts['_rels/.rels'] = strToU8(
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const overrides = sheets
    .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type('worksheet')}"/>`)
    .join('');
  parts['[Content_Types].xml'] = strToU8(
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/>${overrides}</Types>`,
  );
  Object.assign(parts, more);
  return zipSync(parts, { mtime: '1980-01-01T00:00:00' });
}
