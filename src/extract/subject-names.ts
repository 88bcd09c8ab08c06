import { bareSubject, functionalCodes, functionalNames } from '../domain/index.ts';
import type { Block, Table } from '../model/index.ts';
import { classKey, type FunctionalPath } from './labels.ts';
import { phrase } from './phrases.ts';
import { plain } from './plain.ts';

const CODE = /(?<!\d)2\d{2}(?:\d{2}){0,2}(?!\d)/;
/** A code in its brackets, or bare. */
const CODED = /[（[【〔]?(?:科目)?(?:编码|代码)?：?(?<![\d.])(?<code>2\d{2}\d{2}(?:\d{2})?)(?![\d.])(?:[类款项])?[）\]】〕]?/;
const DASH = /[—–－\-―─/>＞]+/;
const CHINESE = /[\u4e00-\u9fa5]{2}/;

/** Code → name, as the tables of a report print it. */
export type PrintedSubjects = ReadonlyMap<string, string>;

/** The codes and names that stand side by side, or in one cell, in the tables of a report; what is printed first counts. */
export function printedSubjects(blocks: readonly Block[]): PrintedSubjects {
  const printed = new Map<string, string>();
  for (const block of blocks) if (block.kind === 'table') take(block, printed);
  return printed;
}

function take({ cells }: Table, printed: Map<string, string>): void {
  for (const [i, { text, row }] of cells.entries()) {
    const { s } = plain(text);
    const joined = /^(?<code>2\d{2}(?:\d{2}){0,2})(?<name>[^\d.,%].*)?$/.exec(s)?.groups;
    if (!joined) continue;
    const next = cells[i + 1]?.row === row ? plain(cells[i + 1]!.text).s : '';
    const name = joined.name ?? next;
    if (CHINESE.test(name) && !printed.has(joined.code!)) printed.set(joined.code!, name);
  }
}

/**
 * The 类, 款 and 项 of a report: by the codes and names of its own tables, else of the classification. Narratives name them without
 * （类）（款）（项） as well: by their code, joined by dashes, one behind the other, or by the last name alone.
 */
export class SubjectNames {
  /** Code → name, as the report's tables print it. */
  private readonly printed: PrintedSubjects;
  private readonly codesByName = new Map<string, Set<string>>();

  constructor(blocks: readonly Block[]) {
    this.printed = printedSubjects(blocks);
    for (const [code, name] of this.printed) {
      const key = bareSubject(name);
      this.codesByName.set(key, (this.codesByName.get(key) ?? new Set()).add(code));
    }
  }

  /**
   * The subject that some words name, and nothing else; null where they do not. `alone`: the name of a 款 or 项 by itself counts, too;
   * elsewhere only what its code, its 类 or dashes tell.
   */
  path(words: string, alone: boolean): FunctionalPath | null {
    const text = words
      .replace(/^\d{1,2}[.、．](?=2\d{6})/, '')
      .replace(phrase.ordinal, '')
      .replace(/^(?:其中|主要用于|用于)?[：，、]?/, '')
      .replace(/(?:科目)?(?:支出)?(?:决算数?)?(?:为|是|：|，|。){0,8}$/, '');
    return this.byCode(text) ?? this.byParts(text) ?? this.inARow(text) ?? (alone ? this.byName(text) : null);
  }

  /** «行政运行（2010101）», «2010101行政运行». */
  private byCode(text: string): FunctionalPath | null {
    const match = CODED.exec(text);
    const code = match?.groups?.code;
    if (!match || !code || !this.nameOf(code.slice(0, 3))) return null;
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    const name = rest
      .split(DASH)
      .at(-1)!
      .replace(/^[—、.．\s]+|[，：]$/g, '')
      .replace(/(?<=.{2})科目$/, '');
    if (!CHINESE.test(name) || /[，。；：\d]/.test(name)) return null;
    return this.pathOf(code, name);
  }

  /** «教育支出—普通教育—高等教育». */
  private byParts(text: string): FunctionalPath | null {
    const parts = text.split(DASH);
    if (parts.length < 2 || parts.length > 3 || parts.some(part => !CHINESE.test(part) || /[，。；：\d]/.test(part))) return null;
    const [first, ...more] = parts as [string, ...string[]];
    const known = this.codesOf(first).find(code => code.length === 3);
    if (!known) {
      // «普通教育—高等教育»
      const last = this.byName(parts.at(-1)!);
      return last?.group && bareSubject(last.group) === bareSubject(first) ? last : null;
    }
    const [group, item] = more.length === 2 ? more : [undefined, more[0]];
    return { class: classKey(first), ...(group ? { group } : {}), item: item! };
  }

  /** «教育支出普通教育高等教育»: each name known, none left over. */
  private inARow(text: string): FunctionalPath | null {
    if (text.length > 80 || /[，。；：\d]/.test(text)) return null;
    for (const code of this.starting(text, 3, '')) {
      const rest = text.slice(code.name.length);
      for (const group of this.starting(rest, 5, code.code)) {
        const item = rest.slice(group.name.length);
        if (this.codesOf(item).some(one => one.length === 7 && one.startsWith(group.code)))
          return { class: classKey(code.name), group: group.name, item };
      }
      if (this.codesOf(rest).some(one => one.length === 7 && one.startsWith(code.code)))
        return { class: classKey(code.name), item: rest };
    }
    return null;
  }

  /** The codes below `of` whose names a text begins with, the longest first. */
  private starting(text: string, length: number, of: string): { code: string; name: string }[] {
    const found: { code: string; name: string }[] = [];
    for (let end = Math.min(text.length - 2, 24); end >= 2; end--) {
      const name = text.slice(0, end);
      for (const code of this.codesOf(name)) if (code.length === length && code.startsWith(of)) found.push({ code, name });
    }
    return found;
  }

  /** A 款 or 项 by its name alone, where only one has it: in the tables of the report, else in the classification. */
  private byName(text: string): FunctionalPath | null {
    const name = text.replace(/（[^（）]*）$/, '');
    const own = [...(this.codesByName.get(bareSubject(name)) ?? [])].filter(code => code.length > 3);
    const items = own.filter(code => code.length === 7);
    const [code, ...others] = items.length ? items : own;
    if (code && !others.length) return this.pathOf(code, name);
    const known = functionalCodes(name).filter(one => one.length === 7);
    if (!known.length && !code) return null;
    const classes = new Set([...known, ...own].map(one => one.slice(0, 3)));
    // Many 款 have an item of this name («行政运行»); which one it is, the tables tell, or nobody.
    return classes.size === 1 && known.length === 1 ? this.pathOf(known[0]!, name) : { item: name, alone: true };
  }

  private pathOf(code: string, name: string): FunctionalPath | null {
    const top = this.nameOf(code.slice(0, 3));
    if (!top) return null;
    if (code.length === 3) return { class: classKey(top) };
    if (code.length === 5) return { class: classKey(top), group: name };
    const group = this.nameOf(code.slice(0, 5));
    return { class: classKey(top), ...(group ? { group } : {}), item: name };
  }

  private nameOf(code: string): string | undefined {
    return this.printed.get(code) ?? functionalNames(code)[0]?.name;
  }

  private codesOf(name: string): readonly string[] {
    const key = bareSubject(name);
    return [...new Set([...(this.codesByName.get(key) ?? []), ...functionalCodes(name)])];
  }

  /** Whether a code or a known name stands in some words, so that it is worth to look closer. */
  static mayName(text: string): boolean {
    return text.length < 120 && CHINESE.test(text) && (CODE.test(text) || DASH.test(text) || text.length < 60);
  }
}
