import { ListCounter, type ListLevel, NUMBER_FORMATS } from '../parts/numbering.ts';
import type { Bytes } from './bytes.ts';
import { type DocFile, PART } from './fib.ts';

interface ListUse {
  readonly family: string;
  readonly levels: (ListLevel | undefined)[];
  readonly restarts: (number | undefined)[];
}

/** The labels Word generates in a .doc ([MS-DOC] 2.9.131–2.9.150), counted along the document. */
export class DocLists {
  private readonly uses: (ListUse | undefined)[] = [];
  private readonly counter = new ListCounter();
  private readonly met = new Set<string>();

  constructor(doc: DocFile) {
    const families = readFamilies(doc);
    const { at, length } = doc.span(PART.listUses);
    if (length < 4) return;
    const { table } = doc;
    const count = Math.min(table.u32(at), 4096);
    let data = at + 4 + 16 * count;
    for (let i = 0; i < count; i++) {
      const id = table.i32(at + 4 + 16 * i);
      const overrides = table.u8(at + 4 + 16 * i + 12);
      const use: ListUse = { family: String(id), levels: [...(families.get(id) ?? [])], restarts: [] };
      data += 4;
      for (let n = 0; n < Math.min(overrides, 9) && data < table.length; n++) {
        const flags = table.u32(data + 4);
        const depth = flags & 0xf;
        if (flags & 0x10) use.restarts[depth] = table.i32(data);
        data += 8;
        if (flags & 0x20) {
          const { level, size } = levelAt(table, data);
          use.levels[depth] = level;
          data += size;
        }
      }
      this.uses.push(use);
    }
  }

  /** The label of the next item of the list with this (one-based) number, '' when it has none. */
  label(number: number, depth: number): string {
    const use = this.uses[number - 1];
    if (!use || depth > 8) return '';
    const key = `${number}/${depth}`;
    const restart = this.met.has(key) ? undefined : use.restarts[depth];
    this.met.add(key);
    return this.counter.next(use.family, use.levels, depth, restart);
  }
}

function readFamilies(doc: DocFile): Map<number, ListLevel[]> {
  const families = new Map<number, ListLevel[]>();
  const { at, length } = doc.span(PART.lists);
  if (length < 2) return families;
  const { table } = doc;
  const count = Math.min(table.u16(at), 4096);
  // The levels of all lists follow behind the part, in the order of the lists.
  let data = at + length;
  for (let i = 0; i < count; i++) {
    const list = at + 2 + 28 * i;
    const levels: ListLevel[] = [];
    const depth = table.u8(list + 26) & 1 ? 1 : 9;
    for (let n = 0; n < depth && data < table.length; n++) {
      const { level, size } = levelAt(table, data);
      levels.push(level);
      data += size;
    }
    families.set(table.i32(list), levels);
  }
  return families;
}

/** A level ([MS-DOC] 2.9.148): 28 bytes, its properties, its text with the numbers' levels as characters 0–8. */
function levelAt(table: Bytes, at: number): { level: ListLevel; size: number } {
  const flags = table.u8(at + 5);
  const properties = table.u8(at + 24) + table.u8(at + 25);
  const letters = table.u16(at + 28 + properties);
  const format = NUMBER_FORMATS[table.u8(at + 4)] ?? 'none';
  const text = [...table.wide(at + 30 + properties, letters)]
    .map(char => (char.charCodeAt(0) < 9 ? `%${char.charCodeAt(0) + 1}` : char))
    .join('');
  const level: ListLevel = {
    start: table.i32(at),
    format,
    text: format === 'bullet' ? undefined : text,
    legal: (flags & 4) !== 0,
    ...(flags & 8 ? { restart: table.u8(at + 26) } : {}),
  };
  return { level, size: 30 + properties + letters * 2 };
}
