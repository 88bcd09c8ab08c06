import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { Problem } from '../../model/index.ts';
import { LIMITS, megabytes } from '../parts/limits.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const attr = (element: Element, name: string): string | undefined => element.attrs.find(one => one.name === name)?.value;

/** Parses a page (WHATWG HTML). Throws `reader.too-deep`, `reader.too-large`. */
export function parsePage(text: string, file: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  let elements = 0;
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attrs) {
        if (++elements > LIMITS.elements)
          throw new Problem('reader.too-large', { size: megabytes(text.length), limit: megabytes(LIMITS.part) }, { file });
        return defaultTreeAdapter.createElement(name, namespace, attrs);
      },
      onItemPush() {
        if (++depth > LIMITS.pageDepth) throw new Problem('reader.too-deep', { limit: LIMITS.pageDepth }, { file });
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

/** Whether an element's own attributes keep it from being shown. */
export function isHidden(element: Element): boolean {
  const style = attr(element, 'style') ?? '';
  return attr(element, 'hidden') !== undefined || HIDING.test(style);
}

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i;

/** Whether it takes no room either: the cells behind a cell that is not shown move up. */
export function isGone(element: Element): boolean {
  return attr(element, 'hidden') !== undefined || /display\s*:\s*none/i.test(attr(element, 'style') ?? '');
}

/** Whether its text is crossed out: it stands in the page, and no longer counts. */
export function isCrossedOut(element: Element): boolean {
  return (
    /^(?:s|strike|del)$/.test(element.tagName) ||
    (attr(element, 'style') ?? '')
      .split(';')
      .some(rule => /line-through/i.test(rule) && /text-decoration[\w-]{0,20}\s*:/i.test(rule))
  );
}

/** All text below a node. */
export function plainText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(plainText).join('') : '';
}
