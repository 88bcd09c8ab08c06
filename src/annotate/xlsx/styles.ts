import type { State } from '../mark.ts';

const FILLS: Readonly<Record<State, string>> = {
  wrong: 'FFFFFF00',
  candidate: 'FF99E6FF',
  involved: 'FFFFF2CC',
  tied: 'FFE2F0D9',
};

type Kind = 'title' | 'head' | 'wrap' | 'link';

const FONTS: Readonly<Record<Kind, string>> = {
  title: '<p:b/><p:sz val="14"/>',
  head: '<p:b/><p:sz val="11"/>',
  wrap: '<p:sz val="11"/>',
  link: '<p:u/><p:sz val="11"/><p:color rgb="FF0563C1"/>',
};
const HEAD = 'FFDDE6F0';
const SIDES = ['left', 'right', 'top', 'bottom'].map(side => `<p:${side} style="thin"><p:color rgb="FFBFBFBF"/></p:${side}>`);
const BORDER = `<p:border>${SIDES.join('')}<p:diagonal/></p:border>`;
const solid = (color: string) =>
  `<p:fill><p:patternFill patternType="solid"><p:fgColor rgb="${color}"/><p:bgColor indexed="64"/></p:patternFill></p:fill>`;

/** The lists of a style part, in their order. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
/** Lists that are not there yet begin with what the format itself wants in them. */
const FIRST: Readonly<Record<string, string>> = {
  fills: '<p:fill><p:patternFill patternType="none"/></p:fill><p:fill><p:patternFill patternType="gray125"/></p:fill>',
  borders: '<p:border><p:left/><p:right/><p:top/><p:bottom/><p:diagonal/></p:border>',
  fonts: '<p:font><p:sz val="11"/></p:font>',
};

/**
 * The styles of a workbook with looks of ours behind those it has: a cell keeps everything it had but its fill (ECMA-376 part 1,
 * 18.8). Handles the main prefix, whatever it is.
 */
export class Styles {
  private xml: string;
  private readonly p: string;
  private readonly formats: readonly string[];
  private readonly made = new Map<string, number>();

  constructor(xml: string) {
    this.xml = xml;
    this.p = /<((?:[\w.-]+:)?)styleSheet\b/.exec(xml)?.[1] ?? '';
    this.formats = this.children('cellXfs');
  }

  /** The style of a cell with a state's fill in place of its own. */
  filled(style: number, state: State): number {
    return this.once(`${style} ${state}`, () => {
      const fill = this.append('fills', solid(FILLS[state]), state);
      return this.changed(this.formats[style] ?? this.own('<p:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'), {
        fillId: String(fill),
        applyFill: '1',
      });
    });
  }

  /** The looks of the list of corrections: its title, its head, its texts and its links. */
  plain(kind: Kind): number {
    return this.once(kind, () => {
      const font = this.append('fonts', `<p:font>${FONTS[kind]}</p:font>`, `font ${kind}`);
      const fill = kind === 'head' ? this.append('fills', solid(HEAD), 'head') : 0;
      const border = kind === 'title' ? 0 : this.append('borders', BORDER, 'line');
      const wrap = kind === 'title' ? '' : '<p:alignment vertical="top" wrapText="1"/>';
      return this.append(
        'cellXfs',
        `<p:xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrap}</p:xf>`,
        `xf ${kind}`,
      );
    });
  }

  part(): string {
    return this.xml;
  }

  private own(text: string): string {
    return text.replace(/(<\/?)p:/g, `$1${this.p}`);
  }

  private once(key: string, make: () => number): number {
    const known = this.made.get(key) ?? make();
    this.made.set(key, known);
    return known;
  }

  /** A format with other attributes. */
  private changed(format: string, attrs: Readonly<Record<string, string>>): number {
    const text = Object.entries(attrs).reduce((tag, [name, value]) => {
      const known = new RegExp(`^(<[^<>]*\\s${name}=")[^"]*`);
      return known.test(tag) ? tag.replace(known, `$1${value}`) : tag.replace(/^<([^\s/>]+)/, `<$1 ${name}="${value}"`);
    }, format);
    return this.append('cellXfs', text, text);
  }

  /** Puts an element at the end of a list, once, and gives its index. */
  private append(list: string, element: string, key: string): number {
    return this.once(`${list} ${key}`, () => {
      this.ensure(list);
      const count = this.children(list).length;
      const text = this.own(element);
      const end = `</${this.p}${list}>`;
      if (this.xml.includes(end)) this.xml = this.xml.replace(end, () => text + end);
      else this.xml = this.xml.replace(new RegExp(`<${this.p}${list}\\b[^<>]*/>`), () => `<${this.p}${list}>${text}${end}`);
      this.xml = this.xml.replace(
        new RegExp(`(<${this.p}${list}\\b[^<>]*\\bcount=")\\d+`),
        (_, head: string) => `${head}${count + 1}`,
      );
      return count;
    });
  }

  /** A list that is not there yet, at its place in the part's order. The first two fills are the format's own. */
  private ensure(list: string): void {
    if (new RegExp(`<${this.p}${list}[\\s>/]`).test(this.xml)) return;
    const later = ORDER.slice(ORDER.indexOf(list) + 1).join('|');
    const found = this.xml.search(new RegExp(`<${this.p}(?:${later})[\\s>/]`));
    const at = found >= 0 ? found : this.xml.indexOf(`</${this.p}styleSheet`);
    const start = FIRST[list] ?? '';
    this.xml = this.xml.slice(0, at) + this.own(`<p:${list}>${start}</p:${list}>`) + this.xml.slice(at);
  }

  /** The elements of a list, as written. */
  private children(list: string): string[] {
    const from = this.xml.search(new RegExp(`<${this.p}${list}[\\s>]`));
    const to = this.xml.indexOf(`</${this.p}${list}>`, from);
    if (from < 0 || to < 0) return [];
    const inner = this.xml.slice(this.xml.indexOf('>', from) + 1, to);
    const found: string[] = [];
    let depth = 0;
    let start = 0;
    for (const tag of inner.matchAll(/<[^<>]*>/g)) {
      if (tag[0].startsWith('<!') || tag[0].startsWith('<?')) continue;
      if (depth === 0) start = tag.index;
      if (tag[0].startsWith('</')) depth--;
      else if (!tag[0].endsWith('/>')) depth++;
      if (depth === 0) found.push(inner.slice(start, tag.index + tag[0].length));
    }
    return found;
  }
}
