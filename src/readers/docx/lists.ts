import { ListCounter, type ListLevel } from '../parts/numbering.ts';
import { at, child, type Element, isOn, val } from '../parts/xml.ts';

interface List {
  readonly family: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels that start anew when this list is first met. */
  readonly restarts: readonly (number | undefined)[];
}

/** The labels Word generates: numbering.xml (ECMA-376 part 1, 17.9), counted along the document. */
export class Lists {
  private readonly lists = new Map<string, List>();
  private readonly counter = new ListCounter();
  private readonly met = new Set<string>();

  constructor(root: Element | undefined) {
    const families = new Map<string, Element>();
    const styled = new Map<string, Element>();
    for (const one of root?.children ?? []) {
      if (one.name !== 'abstractNum') continue;
      families.set(one.attrs.abstractNumId ?? '', one);
      const style = val(one, 'styleLink');
      if (style) styled.set(style, one);
    }
    for (const one of root?.children ?? []) {
      if (one.name !== 'num') continue;
      const family = val(one, 'abstractNumId') ?? '';
      const linked = val(families.get(family), 'numStyleLink');
      const definition = (linked !== undefined ? styled.get(linked) : undefined) ?? families.get(family);
      if (definition) this.lists.set(one.attrs.numId ?? '', listOf(one, definition, family));
    }
  }

  /** The label of the next item of a list («一、»), '' when it has none. */
  label(id: string, depth: number): string {
    const list = this.lists.get(id);
    if (!list || !(depth >= 0 && depth < 9)) return '';
    const key = `${id}/${depth}`;
    const restart = this.met.has(key) ? undefined : list.restarts[depth];
    this.met.add(key);
    return this.counter.next(list.family, list.levels, depth, restart);
  }
}

function listOf(num: Element, definition: Element, family: string): List {
  const levels: (ListLevel | undefined)[] = [];
  const restarts: (number | undefined)[] = [];
  for (const one of definition.children) if (one.name === 'lvl') levels[Number(one.attrs.ilvl)] = levelOf(one);
  for (const override of num.children) {
    if (override.name !== 'lvlOverride') continue;
    const depth = Number(override.attrs.ilvl);
    const level = child(override, 'lvl');
    if (level) levels[depth] = levelOf(level);
    const start = val(override, 'startOverride');
    if (start !== undefined) restarts[depth] = Number(start);
  }
  return { family, levels: levels.slice(0, 9), restarts: restarts.slice(0, 9) };
}

function levelOf(element: Element): ListLevel {
  // A format that only newer programs know stands beside its replacement in an AlternateContent.
  const format = val(element, 'numFmt') ?? val(at(element, 'AlternateContent', 'Fallback'), 'numFmt') ?? 'decimal';
  const restart = val(element, 'lvlRestart');
  return {
    start: Number(val(element, 'start') ?? 0),
    format,
    text: format === 'bullet' ? undefined : (val(element, 'lvlText') ?? ''),
    legal: isOn(element, 'isLgl'),
    ...(restart !== undefined ? { restart: Number(restart) } : {}),
  };
}
