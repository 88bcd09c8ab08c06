import { pageOf, pageOfCharset, SYMBOLS } from './characters.ts';

/** What a paragraph style says that matters here. */
export interface Style {
  readonly level: number | undefined;
  readonly hidden: boolean;
  readonly contents: boolean;
}

const NONE: Style = { level: undefined, hidden: false, contents: false };

/** The fonts and styles of an RTF file, as their tables come in. */
export class Header {
  /** The code page of the file. */
  usual = 'windows-1252';
  private readonly pages = new Map<number, string>();
  private readonly styles = new Map<number, { name: string; base: number; level: number | undefined; hidden: boolean }>();
  private font = 0;
  private style = 0;

  pageOf(font: number): string | undefined {
    return this.pages.get(font);
  }

  /** A control word of «\fonttbl». */
  defineFont(name: string, param: number): void {
    if (name === 'f') this.font = param;
    const page = name === 'cpg' ? pageOf(param) : name !== 'fcharset' ? undefined : param === 2 ? SYMBOLS : pageOfCharset(param);
    if (page !== undefined) this.pages.set(this.font, page);
  }

  openStyle(): void {
    this.style = 0;
    this.styles.set(0, { name: '', base: -1, level: undefined, hidden: false });
  }

  /** A control word of a style. */
  defineStyle(name: string, param: number | undefined): void {
    if (name === 's') {
      this.style = param ?? 0;
      this.styles.set(this.style, { name: '', base: -1, level: undefined, hidden: false });
    }
    const style = this.styles.get(this.style);
    if (!style) return;
    if (name === 'sbasedon') style.base = param ?? -1;
    else if (name === 'outlinelevel') style.level = (param ?? 9) + 1;
    else if (name === 'v') style.hidden = param !== 0;
  }

  nameStyle(text: string): void {
    const style = this.styles.get(this.style);
    if (style && style.name.length < 100) style.name += text;
  }

  /** What a style says, with what it is based on. */
  of(number: number): Style {
    let found = this.styles.get(number);
    if (!found) return NONE;
    const name = found.name.replace(/;$/, '').trim();
    const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
    let { hidden } = found;
    let level = found.level ?? (named ? Number(named) : undefined);
    for (let steps = 0; steps < 20 && level === undefined; steps++) {
      found = this.styles.get(found.base);
      if (!found) break;
      level = found.level;
      hidden ||= found.hidden;
    }
    return {
      level: level !== undefined && level <= 9 ? level : undefined,
      hidden,
      contents: /^(?:toc|目录|contents)\s*[1-9]$|^table of figures$|^图表目录$/i.test(name),
    };
  }
}
