import { ListCounter, type ListLevel, NUMBER_FORMATS } from '../parts/numbering.ts';

interface Use {
  family: string;
  readonly restarts: (number | undefined)[];
}

/** A level as it is being read. */
interface Level {
  format: number;
  start: number;
  text: string;
}

/**
 * The lists of an RTF file (RTF 1.9.1, «List Table»): words and texts of its two tables come in as they stand there. Most programs write
 * the label of an item beside it as well; these count where none is written.
 */
export class RtfLists {
  private readonly families = new Map<string, Level[]>();
  private readonly uses = new Map<number, Use>();
  private readonly counter = new ListCounter();
  private readonly met = new Set<string>();
  private levels: Level[] = [];
  private use: Use = { family: '', restarts: [] };

  /** A control word of «\listtable». */
  define(name: string, param: number): void {
    const level = this.levels.at(-1);
    if (name === 'list') this.levels = [];
    else if (name === 'listlevel') this.levels.push({ format: 0, start: 1, text: '' });
    else if (name === 'listid') this.families.set(String(param), this.levels);
    else if (level && (name === 'levelnfc' || name === 'levelnfcn')) level.format = param;
    else if (level && name === 'levelstartat') level.start = param;
  }

  /** What «\leveltext» says: how many signs come, then those, the numbers of levels among them as 0 to 8. */
  text(written: string): void {
    const level = this.levels.at(-1);
    if (!level) return;
    const signs = [...written.slice(1)].slice(0, written.charCodeAt(0));
    level.text = signs.map(sign => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign)).join('');
  }

  /** A control word of «\listoverridetable». */
  override(name: string, param: number): void {
    if (name === 'listoverride') this.use = { family: '', restarts: [] };
    else if (name === 'listid') this.use.family = String(param);
    else if (name === 'lfolevel') this.use.restarts.push(undefined);
    else if (name === 'levelstartat' && this.use.restarts.length > 0) this.use.restarts[this.use.restarts.length - 1] = param;
    else if (name === 'ls') this.uses.set(param, this.use);
  }

  /** The label of the next item of a list, '' where it has none. */
  label(list: number, depth: number): string {
    const use = this.uses.get(list);
    const levels = use && this.families.get(use.family);
    if (!use || !levels || depth < 0 || depth > 8) return '';
    const key = `${list}/${depth}`;
    const restart = this.met.has(key) ? undefined : use.restarts[depth];
    this.met.add(key);
    return this.counter.next(use.family, levels.map(levelOf), depth, restart);
  }
}

function levelOf({ format, start, text }: Level): ListLevel {
  const name = NUMBER_FORMATS[format] ?? 'decimal';
  return { start, format: name, text: format === 23 || format === 255 ? undefined : text };
}
