import type { Label } from '../../labels.ts';
import { openList, type PartList, type Topic } from '../topics.ts';

/**
 * The lists of parts that are open while a narrative is read: inside a sentence («其中：A …，B …；C …。»), innermost last, and
 * over paragraphs («其中：» at a paragraph's end, then one part a paragraph).
 */
export class OpenLists {
  private sentence: { list: PartList; semicolons: boolean; bracket?: boolean; direct?: boolean }[] = [];
  /** Each knows how its paragraphs are numbered, once the first has come, and how the one that opened it is. */
  private paragraphs: { list: PartList; style: number | null; opened: number }[] = [];

  clear(): void {
    this.sentence = [];
    this.paragraphs = [];
  }

  /**
   * A new paragraph begins, numbered in a style (0: not). It ends the lists inside the items before it, unless its number is the
   * first of a list that was just opened.
   */
  paragraph(style: number, isFirst: boolean): void {
    this.sentence = [];
    if (!style || (isFirst && this.paragraphs.at(-1)?.style === null)) return;
    const goesOn = this.paragraphs.findLastIndex(one => one.style === style);
    if (goesOn >= 0) this.paragraphs.length = goesOn + 1;
    for (let last = this.paragraphs.at(-1); last && endsAt(last, style); last = this.paragraphs.at(-1)) this.paragraphs.pop();
  }

  /** `direct`: its first part follows the opening word without a mark («其中A 1 万元»). */
  openInSentence(parent: Topic, opener: PartList['opener'], direct = false): PartList {
    const outer = this.sentence.at(-1)?.list;
    const list = openList(parent, opener, outer?.parent === parent ? outer.measure : null);
    this.sentence.push({ list, semicolons: false, direct });
    return list;
  }

  /** A list found to be about another parent. */
  replace(list: PartList, parent: Topic): PartList {
    const own = openList(parent, list.opener);
    this.sentence = this.sentence.map(one => (one.list === list ? { ...one, list: own } : one));
    return own;
  }

  /** «基本支出 5 万元（人员经费 3 万元，公用经费 2 万元），…»: what a bracket adds are parts of what stands before it. */
  openBracket(parent: Topic): void {
    this.sentence.push({ list: openList(parent, 'part', parent.lastBudget), semicolons: false, bracket: true });
  }

  /** Gives what the bracket was about, which is spoken of again. */
  closeBracket(): Topic | null {
    const at = this.sentence.findLastIndex(one => one.bracket);
    if (at < 0) return null;
    const { list } = this.sentence[at]!;
    this.sentence.length = at;
    return list.parent;
  }

  /** The parts of `list` are the paragraphs that follow (a new list unless one is given). */
  openOverParagraphs(list: PartList, opened: number): void {
    this.paragraphs.push({ list, style: null, opened });
  }

  /** Whether parts are told one a paragraph. */
  get overParagraphs(): boolean {
    return this.paragraphs.length > 0;
  }

  /** Whether parts are told in paragraphs without numbers. */
  get areUnnumbered(): boolean {
    return this.paragraphs.at(-1)?.style === 0;
  }

  /** The list a new topic is a part of: the innermost whose members are of its kind. */
  listFor(topic: { unit: string | null; kind: string; first: boolean; label: Label; style: number }): PartList | null {
    for (const { list } of [...this.sentence].reverse()) {
      const whole = list.parent.level ?? [...list.parent.budgets.values()][0];
      if (list.parent.unit === topic.unit && (!whole || whole.amount.kind === topic.kind)) return list;
    }
    const items = this.paragraphs.at(-1);
    if (this.sentence.length || topic.unit !== null || !items) return null;
    if (!topic.first && topic.label.path?.item === undefined && !isFellow(topic, items)) return null;
    if ((items.style ?? topic.style) !== topic.style) return topic.style ? null : this.outerFor(topic.label);
    items.style = topic.style;
    return items.list;
  }

  /** «教育支出 …。其中：», its numbered items, then «卫生健康支出 …»: the list whose parts came without numbers goes on. */
  private outerFor(label: Label): PartList | null {
    const at = this.paragraphs.findLastIndex(({ style, list }) => style === 0 && list.children.every(isFunctional));
    if (at < 0 || !isFunctional(label)) return null;
    this.paragraphs.length = at + 1;
    return this.paragraphs[at]!.list;
  }

  /** The innermost list of the sentence. */
  get innermost(): PartList | null {
    return this.sentence.at(-1)?.list ?? null;
  }

  /** A full stop ends all lists of the sentence; what the outermost was about is spoken of again. */
  endSentence(): Topic | null {
    const outer = this.sentence[0]?.list.parent ?? null;
    this.sentence = [];
    return outer;
  }

  /**
   * A semicolon ends an inner list where an outer one is separated by semicolons, and a list whose parts stood between commas:
   * what that one was about is spoken of again.
   */
  endPart(): Topic | null {
    const last = this.sentence.at(-1);
    if (this.sentence.length > 1 && this.sentence.at(-2)!.semicolons && !last!.bracket) this.sentence.pop();
    const inner = this.sentence.at(-1);
    if (!inner) return null;
    // Whether «其中A 1 万元；B 2 万元», or an inner list, goes on with B nothing says.
    const isOpen = inner.direct || (!inner.bracket && this.sentence.length > 1);
    if (isOpen && !inner.semicolons && inner.list.children.length === 1) inner.list.sure ??= 1;
    if (!inner.bracket && !inner.semicolons && inner.list.children.length > 1) {
      this.sentence.pop();
      return inner.list.parent;
    }
    inner.semicolons = true;
    return null;
  }
}

/** «（一）A …：», «1. …», «（二）B …»: a number of an outer style, or of the style of the item that opened the list, ends it. */
function endsAt({ style: own, opened }: { style: number | null; opened: number }, style: number): boolean {
  return own === null ? opened === style : own !== style && (own === 0 || style < own);
}

/** «具体包括：», then «A（类）5 万元，B（类）3 万元，…» in one paragraph. */
function isFellow({ label, style }: { label: Label; style: number }, items: { list: PartList; style: number | null }): boolean {
  const last = items.list.children.at(-1)?.path;
  return style === 0 && items.style === 0 && label.path !== null && last != null && depthOf(last) === depthOf(label.path);
}

const depthOf = (path: NonNullable<Label['path']>): number => [path.class, path.group, path.item].filter(Boolean).length;

function isFunctional({ path, indicator }: Pick<Label, 'path' | 'indicator'>): boolean {
  return path !== null || indicator?.startsWith('功能/') === true;
}
