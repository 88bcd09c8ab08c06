import { type Block, type CellBlock, type Inline, plain, type Report, type TableBlock } from '../report.ts';
import { DECLARATION, escaped, pack } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const INLINE = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface DocxOptions {
  /** Numbers at the start of a paragraph («1.») become Word's own numbering, so the text has none. */
  readonly numbering?: boolean;
  /** Figures stand in runs of their own, cut once more inside, as editing leaves them. */
  readonly splitRuns?: boolean;
}

/** The report as a Word file (ECMA-376): real tables with gridSpan and vMerge, heading styles, numbering, charts with their data. */
export function emitDocx(report: Report, options: DocxOptions = {}): Uint8Array {
  const charts = report.blocks.filter(block => block.kind === 'chart');
  const body = report.blocks
    .map(block => blockXml(block, options, block.kind === 'chart' ? charts.indexOf(block) + 1 : 0))
    .join('');
  const document = `${DECLARATION}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${body}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:body></w:document>`;
  const chartParts = Object.fromEntries(charts.map((chart, i) => [`word/charts/chart${i + 1}.xml`, chartXml(chart)]));
  const relations = [
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdNumbering', 'numbering', 'numbering.xml'],
    ...charts.map((_, i) => [`rIdChart${i + 1}`, 'chart', `charts/chart${i + 1}.xml`]),
  ];
  const overrides = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/numbering.xml', `${WORD}.numbering+xml`],
    ...charts.map((_, i) => [
      `/word/charts/chart${i + 1}.xml`,
      'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
    ]),
  ];
  return pack({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}">${relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    'word/styles.xml': styles(),
    'word/numbering.xml': `${DECLARATION}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...chartParts,
  });
}

function styles(): string {
  const headings = [1, 2, 3, 4].map(
    level =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  );
  return `${DECLARATION}<w:styles xmlns:w="${MAIN}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headings.join('')}</w:styles>`;
}

function blockXml(block: Block, options: DocxOptions, chart: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(runs(block.inline, options), `<w:pStyle w:val="Heading${block.level}"/>`);
    case 'paragraph': {
      const [first, ...rest] = block.inline;
      const number = options.numbering && typeof first === 'string' && /^\d+\.(?=\D|$)/.exec(first)?.[0];
      if (!number) return paragraph(runs(block.inline, options));
      const inline = [(first as string).slice(number.length), ...rest];
      return paragraph(runs(inline, options), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    }
    case 'table':
      return tableXml(block, options);
    case 'chart':
      return paragraph(
        `<w:r><w:drawing><wp:inline xmlns:wp="${INLINE}"><wp:extent cx="4572000" cy="2743200"/><wp:docPr id="${chart}" name="图表${chart}"/><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rIdChart${chart}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      );
  }
}

const TABLE = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders></w:tblPr>`;
const paragraph = (content: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content}</w:p>`;
const run = (text: string) =>
  `<w:r>${text
    .split('\n')
    .map(line => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;

function runs(inline: Inline, options: DocxOptions): string {
  if (!options.splitRuns) return inline.length > 0 ? run(plain(inline)) : '';
  return inline
    .flatMap(piece => {
      if (typeof piece === 'string') return [piece];
      const middle = Math.ceil(piece.printed.length / 2);
      return [piece.printed.slice(0, middle), piece.printed.slice(middle)];
    })
    .filter(text => text !== '')
    .map(run)
    .join('');
}

function tableXml(block: TableBlock, options: DocxOptions): string {
  const above = [block.title, ...block.corner].filter(Boolean).map(text => paragraph(run(text)));
  const grid = `<w:tblGrid>${'<w:gridCol w:w="1200"/>'.repeat(block.cols)}</w:tblGrid>`;
  const rows = Array.from({ length: block.rows }, (_, row) => `<w:tr>${rowXml(block, row, options)}</w:tr>`).join('');
  const notes = block.notes.map(note => paragraph(run(note)));
  return `${above.join('')}<w:tbl>${TABLE}${grid}${rows}</w:tbl>${notes.join('')}${paragraph('')}`;
}

/** A merged cell is in every row it covers: it restarts in the first and continues, empty, in the others. */
function rowXml(block: TableBlock, row: number, options: DocxOptions): string {
  const own = block.cells.filter(cell => cell.row <= row && row < cell.row + cell.rowSpan).sort((a, b) => a.col - b.col);
  return own.map(cell => cellXml(cell, cell.row === row, options)).join('');
}

function cellXml(cell: CellBlock, first: boolean, options: DocxOptions): string {
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
  const merge = cell.rowSpan > 1 ? (first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(first ? runs(cell.inline, options) : '')}</w:tc>`;
}

function chartXml(block: Extract<Block, { kind: 'chart' }>): string {
  const points = (values: readonly string[]) =>
    values.map((value, i) => `<c:pt idx="${i}"><c:v>${escaped(value)}</c:v></c:pt>`).join('');
  const count = `<c:ptCount val="${block.points.length}"/>`;
  const title = `<c:title><c:tx><c:rich><a:p><a:r><a:t>${escaped(block.title)}</a:t></a:r></a:p></c:rich></c:tx></c:title>`;
  const labels = `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${block.points.length + 1}</c:f><c:strCache>${count}${points(block.points.map(point => point.label))}</c:strCache></c:strRef></c:cat>`;
  const values = `<c:val><c:numRef><c:f>Sheet1!$B$2:$B$${block.points.length + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>${count}${points(block.points.map(point => point.value.printed))}</c:numCache></c:numRef></c:val>`;
  return `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:chart>${title}<c:plotArea><c:pieChart><c:ser><c:idx val="0"/><c:order val="0"/>${labels}${values}</c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>`;
}
