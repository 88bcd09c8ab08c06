import { type Notice, type Place, Problem } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import { noticeOfObject } from '../parts/objects.ts';

type Kind = '' | 'changed' | 'hidden' | 'crossed';

/** Pictures of more than about 6 × 3 cm, in twips. */
const LARGE = { width: 3400, height: 1700 };

/** What is counted over the whole file and told once, and its fences. */
export class Tally {
  private readonly counts = { changed: 0, hidden: 0, crossed: 0 };
  private readonly pictures: Place[] = [];
  private readonly objects: Notice[] = [];
  private was = '';
  private characters = 0;
  private cells = 0;

  constructor(private readonly file: string) {}

  /** Letters of one kind in a row count once; `how` tells kinds apart that are told as one. */
  see(kind: Kind, how: string): void {
    if (how !== this.was && kind !== '') this.counts[kind]++;
    this.was = how;
  }

  change(): void {
    this.counts.changed++;
  }

  picture({ width, height }: { readonly width: number; readonly height: number }, place: Place): void {
    if (width > LARGE.width && height > LARGE.height) this.pictures.push(place);
  }

  object(program: string, place: Place): void {
    this.objects.push({ code: noticeOfObject(program), params: {}, place });
  }

  /** Throws `reader.too-many-characters`. What a file holds of them is twice what stands in a document: fallbacks, tables of fonts. */
  letters(count: number): void {
    this.characters += count;
    if (this.characters > 2 * LIMITS.characters)
      throw new Problem('reader.too-many-characters', { limit: LIMITS.characters }, { file: this.file });
  }

  /** Throws `reader.too-many-cells`. */
  cell(): void {
    if (++this.cells > LIMITS.cells) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file: this.file });
  }

  get notices(): Notice[] {
    const { changed, hidden, crossed } = this.counts;
    const tell = (code: string, count: number, place?: Place): Notice[] =>
      count > 0 ? [{ code, params: { count }, ...(place ? { place } : {}) }] : [];
    return [
      ...this.objects,
      ...tell('reader.tracked-changes', changed),
      ...tell('reader.hidden-text', hidden),
      ...tell('reader.crossed-out', crossed),
      ...tell('reader.pictures', this.pictures.length, this.pictures[0]),
    ];
  }
}
