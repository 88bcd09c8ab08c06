/** What a text has to hold for a pattern to match in it: one string at least of every list. */
export type Needed = readonly (readonly string[])[];

const OPENING = /^\(\?(?:[:=!]|<[=!]|<[^>]*>)/;
const ESCAPE = /^\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|k<[^>]*>|.)/s;
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/;
/** Escapes that stand for many characters, or for none. */
const KINDS = 'sSwWdDbBpPk123456789nrtvf0c';
/** Characters of a class that are worth looking for one by one. */
const WIDEST = 24;

/**
 * Reads out of a pattern's source what any text that it matches must hold, so that a text that does not is never searched: most
 * patterns speak of words that stand in hardly any text. Whatever it does not understand it asks nothing of.
 */
export function neededBy(source: string): Needed {
  const reading = new Reading(source);
  const needed = reading.alternatives();
  // What few things can meet is asked first.
  return reading.isAtEnd ? [...needed].sort((a, b) => a.length - b.length || b[0]!.length - a[0]!.length) : [];
}

/**
 * A text that is asked for many words, of which it holds hardly any: one of whose characters it has none is not looked for.
 * Characters that share a place in the table cost a look for nothing. One text at a time.
 */
export class Sought {
  private readonly letters = new Uint8Array(PLACES);
  private content = '';

  /** Takes the next text. */
  in(content: string): this {
    this.content = content;
    this.letters.fill(0);
    for (let i = 0; i < content.length; i++) this.letters[content.charCodeAt(i) % PLACES] = 1;
    return this;
  }

  has(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.letters[word.charCodeAt(i) % PLACES] === 0) return false;
    return this.content.includes(word);
  }

  hasOneOf(words: readonly string[]): boolean {
    for (const word of words) if (this.has(word)) return true;
    return false;
  }

  /** Whether it holds what is needed. */
  holds(needed: Needed): boolean {
    for (const words of needed) if (!this.hasOneOf(words)) return false;
    return true;
  }
}

const PLACES = 4096;

class Reading {
  private at = 0;
  constructor(private readonly source: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Up to the end, or to the bracket that closes the group. */
  alternatives(): Needed {
    const all = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      all.push(this.sequence());
    }
    if (all.length === 1) return all[0]!;
    // Of each alternative what is rarest; one that needs nothing makes the others free.
    const each = all.map(needed => needed.toSorted((a, b) => a.length - b.length || b[0]!.length - a[0]!.length)[0]);
    return each.every(words => words !== undefined) ? [[...new Set(each.flat() as string[])]] : [];
  }

  private sequence(): Needed {
    const needed: (readonly string[])[] = [];
    let word = '';
    const end = () => {
      if (word) needed.push([word]);
      word = '';
    };
    while (!this.isAtEnd && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const atom = this.atom();
      const least = this.quantifier();
      const letter = atom?.length === 1 && atom[0]!.length === 1 && atom[0]![0]!.length === 1 ? atom[0]![0] : undefined;
      if (letter !== undefined && least === undefined) {
        word += letter;
        continue;
      }
      end();
      if (least !== 0) needed.push(...atom);
    }
    end();
    return needed;
  }

  private atom(): Needed {
    const c = this.source[this.at]!;
    if (c === '(') return this.group();
    if (c === '[') return this.characters();
    if (c === '\\') {
      const letter = this.escape();
      return letter === undefined ? [] : [[letter]];
    }
    this.at++;
    return c === '.' || c === '^' || c === '$' ? [] : [[c]];
  }

  private group(): Needed {
    const opening = OPENING.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? '(';
    this.at += opening.length;
    const needed = this.alternatives();
    this.at++;
    return opening.endsWith('!') ? [] : needed;
  }

  /** [ab], [^ab], [a-c]; a class of many asks for nothing. */
  private characters(): Needed {
    const isNot = this.source[++this.at] === '^';
    if (isNot) this.at++;
    const found: string[] = [];
    let isWide = isNot;
    let from: string | undefined;
    while (!this.isAtEnd && this.source[this.at] !== ']') {
      const isRange = this.source[this.at] === '-' && from !== undefined && this.source[this.at + 1] !== ']';
      if (isRange) this.at++;
      const letter = this.source[this.at] === '\\' ? this.escape() : this.source[this.at++];
      if (letter === undefined) isWide = true;
      else if (isRange) {
        const [low, high] = [from!.charCodeAt(0), letter.charCodeAt(0)];
        if (high - low > WIDEST) isWide = true;
        else for (let code = low + 1; code <= high; code++) found.push(String.fromCharCode(code));
      } else found.push(letter);
      from = isRange ? undefined : letter;
    }
    this.at++;
    return isWide || found.length > WIDEST || found.length === 0 ? [] : [found];
  }

  /** The one character that an escape stands for; undefined for all others. */
  private escape(): string | undefined {
    const [all, four, two] = ESCAPE.exec(this.source.slice(this.at, this.at + 40))!;
    this.at += all.length;
    const code = four ?? two;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return KINDS.includes(all[1]!) ? undefined : all[1];
  }

  /** How often what stands before it must stand there; undefined without a quantifier. */
  private quantifier(): number | undefined {
    const found = QUANTIFIER.exec(this.source.slice(this.at, this.at + 12));
    if (!found) return undefined;
    this.at += found[0].length;
    if (found[1] !== undefined) return Number(found[1]);
    return found[0][0] === '+' ? 1 : 0;
  }
}
