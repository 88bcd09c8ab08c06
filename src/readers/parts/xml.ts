import { SaxesParser } from 'saxes';
import { Problem } from '../../model/index.ts';
import { LIMITS, megabytes } from './limits.ts';

/**
 * An element of an office file's XML. Names and attributes are without their prefixes: the vocabularies used here do not
 * clash, and producers choose prefixes freely. `text` is the text directly inside it.
 */
export interface Element {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** An element that is still being read. */
interface Open {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** Most elements have no attributes or no children, and there are ten thousands of them: they share these. */
const NO_ATTRS: Readonly<Record<string, string>> = Object.freeze({});
const NO_CHILDREN: Element[] = Object.freeze([]) as unknown as Element[];

/** A name without its namespace prefix. */
export const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** The name of a text between elements, where texts and elements alternate (`mixed`). */
export const TEXT = '#text';

/**
 * Parses an XML part (`name`) into elements; `mixed`: texts are children too, in their order among the elements. Entities of a document type are never expanded: office files have none, so a document
 * type is refused. Throws `reader.damaged-part`, `reader.entities`, `reader.too-deep`, `reader.too-large`.
 */
export function parseXml(bytes: Uint8Array, file: string, name: string, { mixed = false } = {}): Element {
  const root: Open = { name: '', attrs: NO_ATTRS, children: NO_CHILDREN, text: '' };
  const open: Open[] = [root];
  let top = root;
  const names = new Map<string, string>();
  const named = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, local(name));
    return local(name);
  };
  let elements = 0;
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw new Problem('reader.entities', {}, { file });
  });
  parser.on('opentag', tag => {
    if (open.length > LIMITS.depth) throw new Problem('reader.too-deep', { limit: LIMITS.depth }, { file });
    if (++elements > LIMITS.elements) throw new Problem('reader.too-large', tooLarge(bytes), { file });
    let attrs: Record<string, string> | undefined;
    for (const name in tag.attributes) {
      attrs ??= {};
      attrs[named(name)] = tag.attributes[name] as string;
    }
    const element: Open = { name: named(tag.name), attrs: attrs ?? NO_ATTRS, children: NO_CHILDREN, text: '' };
    if (top.children === NO_CHILDREN) top.children = [element];
    else top.children.push(element);
    if (tag.isSelfClosing) return;
    open.push(element);
    top = element;
  });
  parser.on('closetag', tag => {
    if (tag.isSelfClosing) return;
    open.pop();
    top = open.at(-1)!;
  });
  const add = (text: string) => {
    top.text += text;
    if (!mixed || open.length === 1) return;
    const last = top.children.at(-1) as Open | undefined;
    if (last?.name === TEXT) last.text += text;
    else if (top.children === NO_CHILDREN) top.children = [textOf(text)];
    else top.children.push(textOf(text));
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(decodeXml(bytes)).close();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('reader.damaged-part', { part: name }, { file });
  }
  return root.children[0] ?? root;
}

const textOf = (text: string): Open => ({ name: TEXT, attrs: NO_ATTRS, children: NO_CHILDREN, text });

const tooLarge = (bytes: Uint8Array) => ({ size: megabytes(bytes.length), limit: megabytes(LIMITS.part) });

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(one => one.name === name);
}

/** The element down a path of names; undefined where it breaks off. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce((from, name) => child(from, name), element);
}

/** The `val` attribute of a child: how WordprocessingML and DrawingML write a property. */
export function val(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attrs.val;
}

/** Whether an on/off property is there and on (ECMA-376 part 1, 17.17.4). */
export function isOn(element: Element | undefined, name: string): boolean {
  const found = child(element, name);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attrs.val ?? '1');
}

/** Of an AlternateContent only one branch is shown: the newest form, else the fallback. */
export function chosen(element: Element): readonly Element[] {
  return (child(element, 'Choice') ?? child(element, 'Fallback'))?.children ?? [];
}

/** All elements of a name below this one, in document order. */
export function descendants(element: Element, name: string, into: Element[] = []): readonly Element[] {
  for (const one of element.children) {
    if (one.name === name) into.push(one);
    descendants(one, name, into);
  }
  return into;
}
