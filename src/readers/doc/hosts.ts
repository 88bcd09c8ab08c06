import type { Place } from '../../model/index.ts';
import { type DocFile, PART, type Story } from './fib.ts';

/** A stretch of characters: [from, to). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A note's text, and which one it is. */
export interface Note extends Stretch {
  readonly which: Pick<Place, 'footnote' | 'endnote'>;
}

/** Notes and text boxes by the character that refers to them; boxes without an anchor come last. */
export interface Hosted {
  readonly notes: ReadonlyMap<number, Note>;
  readonly boxes: ReadonlyMap<number, Stretch>;
  readonly loose: readonly Stretch[];
}

export function readHosted(doc: DocFile): Hosted {
  const numbered =
    (kind: 'footnote' | 'endnote') =>
    ([cp, stretch]: [number, Stretch], i: number): [number, Note] => [cp, { ...stretch, which: { [kind]: i + 1 } }];
  const notes = new Map([
    ...references(doc, 'footnotes', PART.footnoteRefs, PART.footnoteTexts).map(numbered('footnote')),
    ...references(doc, 'endnotes', PART.endnoteRefs, PART.endnoteTexts).map(numbered('endnote')),
  ]);
  const boxes = new Map<number, Stretch>();
  const byShape = shapes(doc);
  const anchors = doc.part(PART.anchors);
  const count = Math.max(0, Math.floor((anchors.length - 4) / 30));
  for (let i = 0; i < count; i++) {
    const shape = anchors.u32(4 * (count + 1) + 26 * i);
    const box = byShape.get(shape);
    if (!box) continue;
    boxes.set(anchors.u32(4 * i), box);
    byShape.delete(shape);
  }
  return { notes, boxes, loose: [...byShape.values()] };
}

/** Where notes are referred to, and where their texts lie ([MS-DOC] 2.8.14, 2.8.15). */
function references(doc: DocFile, story: Story, refPart: number, textPart: number): [number, Stretch][] {
  const { start, length } = doc.stories[story];
  if (length === 0) return [];
  const refs = doc.part(refPart);
  const texts = doc.part(textPart);
  const count = Math.max(0, Math.floor((refs.length - 4) / 6));
  return Array.from({ length: count }, (_, i): [number, Stretch] => [
    refs.u32(4 * i),
    { from: start + texts.u32(4 * i), to: start + Math.min(length, texts.u32(4 * i + 4)) },
  ]);
}

/** The texts of the text boxes by the shape that shows them ([MS-DOC] 2.8.32). */
function shapes(doc: DocFile): Map<number, Stretch> {
  const { start, length } = doc.stories.boxes;
  const found = new Map<number, Stretch>();
  if (length === 0) return found;
  const texts = doc.part(PART.boxTexts);
  const count = Math.max(0, Math.floor((texts.length - 4) / 26));
  for (let i = 0; i < count; i++) {
    const from = texts.u32(4 * i);
    const to = Math.min(length, texts.u32(4 * i + 4));
    const shape = texts.u32(4 * (count + 1) + 22 * i + 14);
    if (to > from && shape !== 0) found.set(shape, { from: start + from, to: start + to });
  }
  return found;
}
