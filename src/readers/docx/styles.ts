import { child, type Element, isOn, val } from '../parts/xml.ts';

/** What a paragraph style says, its base styles included. */
export interface Style {
  readonly name: string;
  /** 1 for the highest heading; undefined for body text. */
  readonly level?: number;
  readonly list?: { readonly id?: string; readonly depth?: number };
  readonly hidden?: boolean;
  readonly contents?: boolean;
}

export interface Styles {
  of(id: string | undefined): Style | undefined;
}

/** Reads styles.xml (ECMA-376 part 1, 17.7); a file without one has no styles. */
export function readStyles(root: Element | undefined): Styles {
  const raw = new Map<string, Element>();
  let standard: string | undefined;
  for (const style of root?.children ?? []) {
    if (style.name !== 'style') continue;
    const id = style.attrs.styleId ?? '';
    raw.set(id, style);
    if (style.attrs.type === 'paragraph' && ['1', 'true', 'on'].includes(style.attrs.default ?? '')) standard = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style | undefined => {
    const found = known.get(id);
    const element = raw.get(id);
    if (found || !element || depth > 20) return found;
    const base = resolve(val(element, 'basedOn') ?? '', depth + 1);
    const style = { ...base, ...own(element) };
    if (base?.list && style.list) style.list = { ...base.list, ...style.list };
    known.set(id, style);
    return style;
  };
  return { of: id => resolve(id ?? standard ?? '', 0) };
}

function own(element: Element): Style {
  const name = (val(element, 'name') ?? '').trim();
  const properties = child(element, 'pPr');
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  const outline = val(properties, 'outlineLvl');
  const level = outline !== undefined ? Number(outline) + 1 : named ? Number(named) : undefined;
  const list = listOf(properties);
  return {
    name,
    ...(level !== undefined && level >= 1 && level <= 9 ? { level } : {}),
    ...(list ? { list } : {}),
    ...(child(child(element, 'rPr'), 'vanish') ? { hidden: isOn(child(element, 'rPr'), 'vanish') } : {}),
    contents: /^(?:toc|目录)\s*[1-9]$|^table of figures$|^图表目录$/i.test(name),
  };
}

/** The list a paragraph's or style's properties put it in. */
export function listOf(properties: Element | undefined): { id?: string; depth?: number } | undefined {
  const numbered = child(properties, 'numPr');
  if (!numbered) return undefined;
  const id = val(numbered, 'numId');
  const depth = val(numbered, 'ilvl');
  return { ...(id !== undefined ? { id } : {}), ...(depth !== undefined ? { depth: Number(depth) } : {}) };
}
