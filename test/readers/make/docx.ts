import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run of text. */
export const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
/** A paragraph around runs, or around a text. */
export const p = (inner: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : r(inner)}</w:p>`;
/** A table cell: text or paragraphs, with its own properties (gridSpan, vMerge). */
export const tc = (inner: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<w:') ? inner : p(inner)}</w:tc>`;
export const tr = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
export const tbl = (rows: readonly string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
/** A plain table of texts. */
export const grid = (rows: readonly (readonly string[])[]) => tbl(rows.map(row => tr(row.map(text => tc(text)))));
/** A complex field with its result, all in one paragraph. */
export const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export interface Extras {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Part name below word/ → content; a relation rId1, rId2 … of the type is made for each. */
  readonly related?: readonly { readonly name: string; readonly type: string; readonly content: string | Uint8Array }[];
  /** Relations to things outside of the file. */
  readonly external?: readonly { readonly type: string; readonly target: string }[];
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

/** A small Word file around a body. */
export function docx(body: string, extras: Extras = {}): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...extras.more };
  const relations: string[] = [];
  const add = (name: string, type: string, content: string | Uint8Array) => {
    parts[`word/${name}`] = typeof content === 'string' ? strToU8(content) : content;
    relations.push(`<Relationship Id="rId${relations.length + 1}" Type="${R}/${type}" Target="${name}"/>`);
  };
  for (const one of extras.related ?? []) add(one.name, one.type, one.content);
  for (const type of ['styles', 'numbering', 'footnotes'] as const) {
    const content = extras[type];
    if (content) add(`${type}.xml`, type, `<w:${type} ${NAMESPACES}>${content}</w:${type}>`);
  }
  for (const one of extras.external ?? []) {
    relations.push(
      `<Relationship Id="rId${relations.length + 1}" Type="${R}/${one.type}" Target="${one.target}" TargetMode="External"/>`,
    );
  }
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  const kind = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;
  const override = (part: string, name: string) => `<Override PartName="/word/${part}.xml" ContentType="${kind(name)}"/>`;
  const overrides = [
    override('document', 'document.main'),
    ...(['styles', 'numbering', 'footnotes'] as const).filter(one => extras[one]).map(one => override(one, one)),
  ];
  parts['[Content_Types].xml'] = strToU8(
    `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  );
  parts['_rels/.rels'] = strToU8(
    `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  parts['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="${package_}/relationships">${relations.join('')}</Relationships>`,
  );
  parts['word/document.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  );
  return zipSync(parts, { mtime: '1980-01-01T00:00:00' });
}
