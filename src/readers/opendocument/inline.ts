import { type Element, TEXT } from '../parts/xml.ts';
import type { Styles } from './styles.ts';

/** What a paragraph holds besides its text, in order: drawings and notes. */
export interface Content {
  text: string;
  readonly drawings: Element[];
  readonly notes: Element[];
}

/** What is counted over the whole document and told once. */
export interface Counts {
  hidden: number;
  crossedOut: number;
}

/** Remarks, readings above the characters, numbers of pages and what only programs see. */
const LEFT_OUT = new Set([
  'annotation',
  'annotation-end',
  'ruby-text',
  'page-number',
  'page-count',
  'page-continuation',
  'hidden-text',
  'hidden-paragraph',
  'note-citation',
  'tracked-changes',
  'script',
  'index-entry-tab-stop',
]);
const DRAWINGS = new Set(['frame', 'g', 'custom-shape', 'rect', 'ellipse', 'a-frame']);
const SPACES = 1000;

/** Collects the visible text of paragraphs in the state that accepts all changes. What is deleted may begin and end anywhere. */
export class InlineReader {
  readonly counts: Counts = { hidden: 0, crossedOut: 0 };
  private readonly styles: Styles;
  /** The changes that delete, by id. */
  private readonly deletions: ReadonlySet<string>;
  private readonly deleting = new Set<string>();

  constructor(styles: Styles, deletions: ReadonlySet<string>) {
    this.styles = styles;
    this.deletions = deletions;
  }

  /** Whether a deletion is open: a paragraph that ends in it goes on in the next one. */
  get isDeleting(): boolean {
    return this.deleting.size > 0;
  }

  read(paragraph: Element): Content {
    const content: Content = { text: '', drawings: [], notes: [] };
    this.collect(paragraph.children, content);
    return content;
  }

  /** A change may begin and end between paragraphs too. */
  mark({ name, attrs }: Element): void {
    const id = attrs['change-id'] ?? '';
    if (name === 'change-start' && this.deletions.has(id)) this.deleting.add(id);
    else if (name === 'change-end') this.deleting.delete(id);
  }

  private collect(elements: readonly Element[], into: Content): void {
    for (const one of elements) {
      const { name, attrs } = one;
      if (name === 'change-start' || name === 'change-end') this.mark(one);
      else if (LEFT_OUT.has(name)) {
        if (name.startsWith('hidden-')) this.counts.hidden++;
      } else if (name === TEXT) this.put(one.text.replace(/[ \t\r\n]+/g, ' '), into);
      else if (name === 's') this.put(' '.repeat(Math.max(1, Math.min(SPACES, Number(attrs.c ?? 1) || 1))), into);
      else if (name === 'tab') this.put('\t', into);
      else if (name === 'line-break') this.put('\n', into);
      else if (name === 'note') {
        if (!this.isDeleting) into.notes.push(one);
      } else if (DRAWINGS.has(name)) {
        if (!this.isDeleting) into.drawings.push(one);
      } else if (name === 'span') this.span(one, into);
      else this.collect(one.children, into);
    }
  }

  private span(span: Element, into: Content): void {
    const { hidden, crossedOut } = this.styles.of('text', span.attrs['style-name']);
    if (!hidden && !crossedOut) {
      this.collect(span.children, into);
      return;
    }
    const inside: Content = { text: '', drawings: [], notes: [] };
    this.collect(span.children, inside);
    if (hidden && inside.text.trim() !== '') this.counts.hidden++;
    else if (crossedOut && /\d/.test(inside.text)) this.counts.crossedOut++;
  }

  private put(text: string, into: Content): void {
    if (!this.isDeleting) into.text += text;
  }
}
