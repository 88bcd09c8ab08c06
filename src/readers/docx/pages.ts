import type { Place, Text } from '../../model/index.ts';
import { descendants, type Element } from '../parts/xml.ts';
import type { Content } from './inline.ts';

/**
 * The pages of a Word file as it was last laid out (ECMA-376 part 1, 17.3.3.13: lastRenderedPageBreak). A file that carries none has no
 * pages that could be told: nothing is guessed from breaks that somebody typed.
 */
export class Pages {
  private readonly isKnown: boolean;
  private page = 1;

  constructor(root: Element) {
    this.isKnown = descendants(root, 'lastRenderedPageBreak').length > 0;
  }

  /** A place, and the page that is reached. */
  at(place: Place): Place {
    return this.isKnown ? { ...place, shownPage: this.page } : place;
  }

  /** Pages that begin before the first character of a paragraph. */
  begin(content: Content): void {
    this.page += content.pageBreaks.filter(at => at <= blankOf(content)).length;
  }

  /** Pages that begin further on; gives back what puts them into the text of the paragraph, which ends like `content`. */
  goOn(content: Content): (text: Text) => Text {
    const turns = content.pageBreaks.filter(at => at > blankOf(content)).map(at => ({ at, page: ++this.page }));
    return text => {
      const shift = text.content.length - content.text.length;
      const { start, place } = text.runs.at(-1)!;
      const runs = turns.map(({ at, page }) => ({
        start: shift + at,
        place: { ...place, shownPage: page, column: (place.column ?? 1) + shift + at - start },
      }));
      // Behind the last character there is nothing that would stand anywhere.
      return { ...text, runs: [...text.runs, ...runs.filter(run => run.start < text.content.length)] };
    };
  }

  /** The cells of a row lie side by side: a row ends where the longest of its cells does. */
  table(): { cell<T>(row: number, read: () => T): T; end(): void } {
    let [current, from, to] = [-1, this.page, this.page];
    return {
      cell: (row, read) => {
        if (row !== current) [current, from] = [row, to];
        this.page = from;
        const result = read();
        to = Math.max(to, this.page);
        return result;
      },
      end: () => {
        this.page = to;
      },
    };
  }

  /** What hangs on a page and does not go on to the next: a text box, a note. */
  aside<T>(read: () => T): T {
    const { page } = this;
    const result = read();
    this.page = page;
    return result;
  }
}

const blankOf = ({ text }: Content) => text.length - text.trimStart().length;
