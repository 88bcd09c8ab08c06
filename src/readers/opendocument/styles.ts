import type { ListLevel } from '../parts/numbering.ts';
import { child, descendants, type Element } from '../parts/xml.ts';

/** What matters of a style, those it is based on included (ISO/IEC 26300-1, 16.2). */
export interface Style {
  /** 1 for the highest heading. */
  readonly level?: number;
  readonly list?: string;
  readonly hidden?: boolean;
  readonly crossedOut?: boolean;
  /** False for a sheet that is not shown. */
  readonly shown?: boolean;
  /** A style of entries of a table of contents. */
  readonly contents?: boolean;
}

/** The styles and lists of a document, by family and name; those of the content stand before those of the document. */
export class Styles {
  private readonly raw = new Map<string, Element>();
  private readonly known = new Map<string, Style>();
  private readonly lists = new Map<string, readonly ListLevel[]>();
  /** How headings outside of lists are numbered. */
  readonly outline: readonly ListLevel[];

  /** `roots`: the parts that hold styles; later ones win. */
  constructor(roots: readonly Element[]) {
    let outline: readonly ListLevel[] = [];
    for (const root of roots)
      for (const name of ['styles', 'automatic-styles']) {
        for (const one of child(root, name)?.children ?? []) {
          if (one.name === 'style') this.raw.set(`${one.attrs.family}/${one.attrs.name}`, one);
          else if (one.name === 'list-style') this.lists.set(one.attrs.name ?? '', levelsOf(one));
          else if (one.name === 'outline-style') outline = levelsOf(one);
        }
      }
    this.outline = outline;
  }

  list(name: string | undefined): readonly ListLevel[] {
    return this.lists.get(name ?? '') ?? [];
  }

  of(family: string, name: string | undefined, depth = 0): Style {
    const key = `${family}/${name ?? ''}`;
    const found = this.known.get(key);
    const element = this.raw.get(key);
    if (found || !element || depth > 20) return found ?? {};
    const parent = element.attrs['parent-style-name'];
    const style = { ...(parent === undefined ? {} : this.of(family, parent, depth + 1)), ...own(element) };
    this.known.set(key, style);
    return style;
  }
}

function own(element: Element): Style {
  const { attrs } = element;
  const text = child(element, 'text-properties')?.attrs;
  const sheet = child(element, 'table-properties')?.attrs;
  const level = Number(attrs['default-outline-level'] || Number.NaN);
  const list = attrs['list-style-name'];
  const through = text?.['text-line-through-style'] ?? text?.['text-line-through-type'];
  return {
    ...(Number.isInteger(level) ? { level } : {}),
    ...(list ? { list } : {}),
    ...(text?.display !== undefined ? { hidden: text.display === 'none' } : {}),
    ...(through !== undefined ? { crossedOut: through !== 'none' } : {}),
    ...(sheet?.display !== undefined ? { shown: sheet.display !== 'false' } : {}),
    ...(/^(?:Contents|TOC|目录)(?:_20_|\s)?\d+$/i.test(attrs.name ?? '') ? { contents: true } : {}),
  };
}

/** The formats of numbers in lists, as Word names them: by the first sign of the sample that stands in the file. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '１': 'decimalFullWidth',
  '①': 'decimalEnclosedCircle',
};

function levelsOf(style: Element): ListLevel[] {
  const levels: ListLevel[] = [];
  for (const one of descendants(style, 'list-level-style-number').concat(descendants(style, 'outline-level-style'))) {
    const level = Number(one.attrs.level);
    if (level >= 1 && level <= 10) levels[level - 1] = levelOf(one, level);
  }
  return levels;
}

function levelOf({ attrs }: Element, level: number): ListLevel {
  const sample = attrs['num-format'] ?? '';
  const above = Math.max(1, Math.min(level, Number(attrs['display-levels'] ?? 1) || 1));
  const numbers = Array.from({ length: above }, (_, i) => `%${level - above + 1 + i}`).join('.');
  const written = attrs['num-list-format']?.replace(/%(\d{1,2})%/g, '%$1');
  return {
    start: Number(attrs['start-value'] ?? 1) || 1,
    format: FORMATS[sample[0] ?? ''] ?? 'decimal',
    text: sample === '' ? '' : (written ?? `${attrs['num-prefix'] ?? ''}${numbers}${attrs['num-suffix'] ?? ''}`),
  };
}
