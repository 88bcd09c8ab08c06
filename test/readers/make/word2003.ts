import { strFromU8, unzipSync } from 'fflate';

const FORMATS: Readonly<Record<string, number>> = { decimal: 0, chineseCounting: 37, chineseCountingThousand: 39 };

/** A docx as Word 2003 kept it: one XML file, notes where they are referred to, changes as annotations, smart tags around words. */
export function word2003(docx: Uint8Array): string {
  const parts = unzipSync(docx);
  const part = (name: string) => (parts[`word/${name}`] ? strFromU8(parts[`word/${name}`]!) : '');
  const inner = (xml: string, name: string) => new RegExp(`<w:${name}(?: [^>]*)?>([\\s\\S]*)</w:${name}>`).exec(xml)?.[1] ?? '';
  const notes = new Map(
    [...part('footnotes.xml').matchAll(/<w:footnote w:id="(\d+)">([\s\S]*?)<\/w:footnote>/g)].map(one => [one[1]!, one[2]!]),
  );
  const older = (xml: string) =>
    xml
      .replace(/<w:footnoteReference w:id="(\d+)"\/>/g, (_, id: string) => `<w:footnote>${notes.get(id) ?? ''}</w:footnote>`)
      .replace(
        /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/g,
        (_, depth, id) => `<w:listPr><w:ilvl w:val="${depth}"/><w:ilfo w:val="${id}"/><wx:t wx:val="x"/></w:listPr>`,
      )
      .replace(
        /<w:(ins|del) [^>]*?(\/?)>/g,
        (_, kind: string, end: string) =>
          `<aml:annotation aml:id="1" w:type="Word.${kind === 'ins' ? 'Insertion' : 'Deletion'}">${end ? '</aml:annotation>' : '<aml:content>'}`,
      )
      .replace(/<\/w:(?:ins|del)>/g, '</aml:content></aml:annotation>')
      .replace(/<w:vMerge\b/g, '<w:vmerge')
      .replace(
        /(<w:r>(?:(?!<\/w:r>).)*2021年度本年收入合计(?:(?!<\/w:r>).)*<\/w:r>)/,
        '<st1:chsdate w:st="on" Year="2021">$1</st1:chsdate>',
      );
  const lists = part('numbering.xml')
    .replace(/<w:abstractNum w:abstractNumId="(\d+)">/g, '<w:listDef w:listDefId="$1">')
    .replace(/<\/w:abstractNum>/g, '</w:listDef>')
    .replace(/<w:numFmt w:val="(\w+)"\/>/g, (_, format: string) => `<w:nfc w:val="${FORMATS[format]}"/>`)
    .replace(/<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"\/>/g, '<w:list w:ilfo="$1"><w:ilst w:val="$2"/>')
    .replace(/<\/w:num>/g, '</w:list>');
  const names =
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" ' +
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:st1="urn:schemas-microsoft-com:office:smarttags" ' +
    'xmlns:r="r" xmlns:v="v" xmlns:o="o" xmlns:wp="wp" xmlns:a="a" xmlns:c="c" xmlns:wps="wps" xmlns:mc="mc"';
  const section = `<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉 9.99 万元</w:t></w:r></w:p></w:hdr></w:sectPr>`;
  const body = older(inner(part('document.xml'), 'body')).replace(/<w:sectPr[\s\S]*?<\/w:sectPr>|<w:sectPr\/>/g, '');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<w:wordDocument ${names} w:macrosPresent="no"><w:lists>${inner(lists, 'numbering')}</w:lists><w:styles>${older(inner(part('styles.xml'), 'styles'))}</w:styles><w:body><wx:sect><wx:sub-section>${body}</wx:sub-section>${section}</wx:sect></w:body></w:wordDocument>`;
}
