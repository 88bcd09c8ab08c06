import { lookUp, textAt } from '../../model/index.ts';
import { entryOf, type Flow, type GridCell, labelled } from '../parts/flow.ts';
import { formatNumber } from '../parts/numbering.ts';
import { attr, type Element, isCrossedOut, isElement, isHidden, type Node, plainText } from './dom.ts';
import { readGrid } from './grid.ts';

/** Elements that are no content of an article. */
const SILENT = new Set(
  'script style noscript template head nav footer aside iframe frame select button textarea input option svg object embed applet audio video canvas map title'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table caption section article main body html blockquote pre center form fieldset legend figure figcaption address hr header details summary tr td th tbody thead tfoot'.split(
    ' ',
  ),
);
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]/;

/** Walks a page and yields its flow; places hold the file alone, they are numbered afterwards. */
export class PageWalker {
  /** Hidden elements that hold amounts. */
  hidden = 0;
  /** Numbers that are crossed out. */
  crossedOut = 0;
  /** Files the page links to that may hold (more of) the report, by their address: what the link calls them. */
  readonly attachments = new Map<string, string>();
  /** Pictures that stand by themselves in a line, as pages of a scan and screenshots of tables do. */
  pictures = 0;
  private readonly file: string;
  private flow: Flow[] = [];
  private text = '';
  private label = '';
  private level: number | undefined;
  private asIs = false;
  /** Large pictures since the last line of text. */
  private images = 0;

  constructor(file: string) {
    this.file = file;
  }

  read(nodes: readonly Node[]): Flow[] {
    for (const node of nodes) this.node(node);
    this.flush();
    return this.flow;
  }

  private node(node: Node): void {
    if (node.nodeName === '#text' && 'value' in node) {
      this.text += this.asIs ? node.value.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ') : collapse(node.value);
      return;
    }
    if (!isElement(node)) return;
    const address = attr(node, lookUp(LINKS, node.tagName) ?? '');
    if (address !== undefined) this.link(node, address);
    if (SILENT.has(node.tagName)) return;
    if (node.tagName === 'img' && isLarge(node)) this.images++;
    if (isHidden(node)) {
      if (/\d\.\d/.test(plainText(node))) this.hidden++;
      return;
    }
    if (isCrossedOut(node)) {
      if (/\d/.test(plainText(node))) this.crossedOut++;
      return;
    }
    if (isNoteMark(node) || isFurniture(node)) return;
    if (isContents(node)) {
      this.contents(node);
      return;
    }
    const { tagName } = node;
    if (tagName === 'br') this.text += '\n';
    else if (tagName === 'table') this.table(node);
    else if (!BLOCKS.has(tagName)) this.children(node);
    else this.block(node);
  }

  private block(element: Element): void {
    this.flush();
    const { asIs, level } = this;
    const heading = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (heading) this.level = Number(heading);
    if (element.tagName === 'pre') this.asIs = true;
    if (element.tagName === 'ol') this.list(element);
    else this.children(element);
    this.flush();
    this.level = level;
    this.asIs = asIs;
  }

  private contents(element: Element): void {
    this.flush();
    const paragraphs = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'p' || tagName === 'div');
    for (const one of paragraphs.length ? paragraphs : [element])
      this.flow.push(...entryOf(collapse(plainText(one)), { file: this.file }));
  }

  private children(element: Element): void {
    for (const child of element.childNodes) this.node(child);
  }

  private list(element: Element): void {
    let number = Number.parseInt(attr(element, 'start') ?? '1', 10) || 1;
    for (const child of element.childNodes) {
      if (isElement(child) && child.tagName === 'li') {
        number = Number.parseInt(attr(child, 'value') ?? '', 10) || number;
        this.flush();
        this.label = labelOf(element, number++);
        this.block(child);
        this.label = '';
      } else this.node(child);
    }
  }

  private table(element: Element): void {
    this.flush();
    const caption = element.childNodes.find(child => isElement(child) && child.tagName === 'caption');
    if (caption) this.block(caption as Element);
    this.flow.push(
      readGrid(element, { file: this.file }, (cell): GridCell['flow'] => {
        const inner = new PageWalker(this.file);
        const flow = inner.read(cell.childNodes);
        this.hidden += inner.hidden;
        this.crossedOut += inner.crossedOut;
        this.pictures += inner.pictures;
        for (const [address, name] of inner.attachments) this.attachments.set(address, name);
        return flow;
      }),
    );
  }

  private link(element: Element, address: string): void {
    const path = address.split('#', 1)[0]!;
    const text = plainText(element).replace(/\s+/g, ' ').trim();
    if (!REPORT.test(path) && !REPORT.test(text)) return;
    this.attachments.set(address, text || (path.split(/[/=]/).at(-1) ?? ''));
  }

  private flush(): void {
    const text = this.text.replace(/ ?\n ?/g, '\n');
    this.text = '';
    if (!text.trim()) this.pictures += this.images;
    this.images = 0;
    if (!text.trim()) return;
    const label = this.label && !/^\s*(?:[\d一二三四五六七八九十]+\s*[、.．）)]|[（(①-⑳])/.test(text) ? this.label : '';
    this.label = '';
    const place = { file: this.file };
    this.flow.push({
      kind: 'line',
      text: label ? labelled(label, text.trim(), place) : textAt(text, { ...place, column: 1 }),
      ...(this.level ? { level: this.level } : {}),
    });
  }
}

/**
 * White space as a browser shows it, except that a line break between two Chinese characters is only the source's; behind
 * «第一部分» a space stood where the line was broken.
 */
function collapse(value: string): string {
  return value
    .replace(/[ \t\r\n\f]+/g, (blank, offset: number) => {
      const sourceOnly =
        /[\r\n]/.test(blank) && CJK.test(value[offset - 1] ?? '') && CJK.test(value[offset + blank.length] ?? '');
      return sourceOnly && !/(?:部分|章)$/.test(value.slice(Math.max(0, offset - 2), offset)) ? '' : ' ';
    })
    .replaceAll('\u00a0', ' ')
    .replace(/[\u00ad\u200b\ufeff]/g, '');
}

/** Elements that lead to other files, and the attribute that says to which. */
const LINKS: Readonly<Record<string, string>> = { a: 'href', iframe: 'src', embed: 'src', object: 'data' };
const REPORT = /\.(?:docx?|wps|xlsx?|xlsm|et|pdf|ofd|zip|rar|7z)$/i;

/** A picture of unknown size, or one that could show a table; icons and lines are none. */
function isLarge(image: Element): boolean {
  const size = (side: string) =>
    Number.parseFloat(
      attr(image, side) ?? new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)`).exec(attr(image, 'style') ?? '')?.[1] ?? '999',
    );
  return size('width') > 220 && size('height') > 110 && !/\.(?:gif|svg|ico)\b|icon|logo|banner/i.test(attr(image, 'src') ?? '');
}

/** The raised number that leads to a note: read as text it would hang on to the figure before it. */
function isNoteMark(element: Element): boolean {
  if (element.tagName === 'sup') return /^[[(（［]?\s*\d{1,3}\s*[\])）］]?$/.test(plainText(element).trim());
  if (element.tagName !== 'a') return false;
  return /^sdfootnote/i.test(attr(element, 'class') ?? '') || /^#_(?:ftn|edn)/i.test(attr(element, 'href') ?? '');
}

/** Page headers, footers and comments of pages that were saved from Word or LibreOffice. */
function isFurniture(element: Element): boolean {
  const style = attr(element, 'style') ?? '';
  if (/mso-element\s*:\s*(?:header|footer|comment)/i.test(style)) return true;
  return element.tagName === 'div' && /^(?:header|footer)$/i.test(attr(element, 'title') ?? '');
}

/** Tables of contents of pages that were saved from Word or LibreOffice. */
function isContents(element: Element): boolean {
  if (/^MsoToc\d/i.test(attr(element, 'class') ?? '')) return true;
  return element.tagName === 'div' && /^Table of Contents\d*$/i.test(attr(element, 'id') ?? '');
}

const CHINESE_LISTS = /cjk-ideographic|(?:simp|trad)-chinese-(?:informal|formal)|japanese-informal/;
const TYPES: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };

function labelOf(list: Element, number: number): string {
  const style = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(attr(list, 'style') ?? '')?.[1] ?? '';
  if (/none/.test(style)) return '';
  if (CHINESE_LISTS.test(style)) return `${formatNumber(number, 'chineseCounting')}、`;
  return `${formatNumber(number, lookUp(TYPES, attr(list, 'type') ?? '') ?? 'decimal')}.`;
}
