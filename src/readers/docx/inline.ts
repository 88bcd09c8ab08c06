import { lookUp } from '../../model/index.ts';
import { type Fields, isNoContent } from '../parts/fields.ts';
import type { Element } from '../parts/xml.ts';
import { child, chosen, isOn, val } from '../parts/xml.ts';
import type { Styles } from './styles.ts';

/** What a paragraph holds besides its text, in order: drawings, old pictures and objects, notes it refers to. */
export interface Content {
  text: string;
  /** What it holds of a generated table of contents. */
  listed: string;
  readonly drawings: Element[];
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  /** Where new pages began in its text when the file was last laid out. */
  readonly pageBreaks: number[];
}

/** What is counted over the whole document and told once. */
export interface Counts {
  changes: number;
  hidden: number;
  crossedOut: number;
}

const WRAPPERS = new Set(['hyperlink', 'smartTag', 'customXml', 'dir', 'bdo', 'sdtContent', 'rubyBase']);
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Collects the visible text of a paragraph in the state that accepts all tracked changes (ECMA-376 part 1, 17.3). */
export class InlineReader {
  private readonly fields: Fields;
  private readonly styles: Styles;
  private readonly counts: Counts;

  constructor(fields: Fields, styles: Styles, counts: Counts) {
    this.fields = fields;
    this.styles = styles;
    this.counts = counts;
  }

  read(paragraph: Element): Content {
    const content: Content = { text: '', listed: '', drawings: [], notes: [], pageBreaks: [] };
    this.collect(paragraph.children, content);
    return content;
  }

  private collect(elements: readonly Element[], into: Content): void {
    for (const one of elements) {
      const { name } = one;
      if (name === 'r') this.run(one, into);
      else if (WRAPPERS.has(name)) this.collect(one.children, into);
      else if (name === 'ins' || name === 'moveTo') {
        this.counts.changes++;
        this.collect(one.children, into);
      } else if (name === 'del' || name === 'moveFrom') {
        this.counts.changes++;
        this.keep(one, into);
      } else if (name === 'sdt') {
        if (!isOn(child(one, 'sdtPr'), 'showingPlcHdr')) this.collect(child(one, 'sdtContent')?.children ?? [], into);
      } else if (name === 'fldSimple') {
        if (!isNoContent(one.attrs.instr ?? '')) this.collect(one.children, into);
      } else if (name === 'AlternateContent') this.collect(chosen(one), into);
      else if (name === 'oMath' || name === 'oMathPara') into.text += mathText(one);
    }
  }

  private run(run: Element, into: Content): void {
    const properties = child(run, 'rPr');
    const style = val(properties, 'rStyle');
    const own = child(properties, 'vanish');
    const hidden = own ? isOn(properties, 'vanish') : style !== undefined && this.styles.of(style)?.hidden === true;
    if (hidden) {
      if (run.children.some(one => one.name === 't' && one.text.trim() !== '')) this.counts.hidden++;
      this.keep(run, into);
      return;
    }
    if (isOn(properties, 'strike') || isOn(properties, 'dstrike')) {
      if (run.children.some(one => one.name === 't' && /\d/.test(one.text))) this.counts.crossedOut++;
      this.keep(run, into);
      return;
    }
    this.runContent(run.children, into);
  }

  private runContent(elements: readonly Element[], into: Content): void {
    for (const one of elements) {
      const { name } = one;
      if (name === 't' || Object.hasOwn(SIGNS, name)) this.text(lookUp(SIGNS, name) ?? one.text, into);
      else if (name === 'fldChar' || name === 'instrText') this.field(one);
      else if (name === 'lastRenderedPageBreak') into.pageBreaks.push(into.text.length);
      else if (name === 'drawing' || name === 'pict' || name === 'object') into.drawings.push(one);
      else if (name === 'footnoteReference') into.notes.push({ kind: 'footnote', id: one.attrs.id ?? '' });
      else if (name === 'endnoteReference') into.notes.push({ kind: 'endnote', id: one.attrs.id ?? '' });
      else if (name === 'AlternateContent') this.runContent(chosen(one), into);
      else if (name === 'ruby') this.collect(child(one, 'rubyBase')?.children ?? [], into);
    }
  }

  private text(text: string, into: Content): void {
    if (this.fields.lists) into.listed += text;
    if (!this.fields.silent) into.text += text;
  }

  private field(one: Element): void {
    if (one.name === 'instrText') this.fields.instruction(one.text);
    else if (one.attrs.fldCharType === 'begin') this.fields.begin();
    else if (one.attrs.fldCharType === 'separate') this.fields.separate();
    else if (one.attrs.fldCharType === 'end') this.fields.end();
  }

  /** Deleted and hidden runs are not read, but a field may begin or end in them, and a page. */
  private keep(element: Element, into: Content): void {
    for (const one of element.children) {
      if (one.name === 'fldChar' || one.name === 'instrText') this.field(one);
      else if (one.name === 'lastRenderedPageBreak') into.pageBreaks.push(into.text.length);
      else this.keep(one, into);
    }
  }
}

function mathText(element: Element): string {
  return (element.name === 't' ? element.text : '') + element.children.map(mathText).join('');
}
