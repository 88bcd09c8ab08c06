import { type Input, type Notice, type Place, Problem } from '../../model/index.ts';
import { type Element, parseXml } from './xml.ts';
import { type Archive, openZip } from './zip.ts';

export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** An office file as parts and relations (ECMA-376 part 2). Nothing outside of the file is ever opened. */
export interface Package {
  readonly archive: Archive;
  /** The main part's name. */
  readonly main: string;
  /** What the file promises and does not hold, or holds damaged, once for each part. */
  readonly notices: readonly Notice[];
  /** A part that nothing can be read without, undefined when there is none. Throws `reader.damaged-part`. */
  xml(name: string): Element | undefined;
  /** A part that something else refers to: what can be read is read without it, and it is told. */
  promised(name: string): Element | undefined;
  promisedBytes(name: string): Uint8Array | undefined;
  /** Tells of a part that is promised and not there; `place`: where it belongs. */
  tellMissing(name: string, place?: Place): void;
  /** The relations of a part, by id. Those of the main part are needed, the others are told where they are damaged. */
  relations(part: string): ReadonlyMap<string, Relation>;
}

/** `usual`: where the main part lies if the file does not say so. */
export function openPackage(input: Input, usual: string): Package {
  const { file } = input;
  const archive = openZip(input);
  const notices: Notice[] = archive.twice.map(part => ({ code: 'reader.part-twice', params: { part }, place: { file } }));
  const told = new Set<string>();
  const known = new Map<string, ReadonlyMap<string, Relation>>();
  const tell = (code: string, part: string, place: Place = { file }) => {
    if (!told.has(part)) notices.push({ code, params: { part }, place });
    told.add(part);
  };
  const tellMissing = (part: string, place?: Place) => tell('reader.part-missing', part, place);
  const xml = (name: string) => {
    const bytes = archive.part(name);
    return bytes && parseXml(bytes, file, name);
  };
  const spared = <T>(name: string, step: () => T | undefined): T | undefined => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'reader.damaged-part') throw error;
      tell('reader.part-damaged', String(error.params.part ?? name));
      return undefined;
    }
  };
  const promised = <T>(name: string, step: () => T | undefined): T | undefined => {
    if (!archive.has(name)) tellMissing(name);
    return spared(name, step);
  };
  const relations = (part: string) => {
    const earlier = known.get(part);
    if (earlier) return earlier;
    const name = relationsOf(part);
    const root = part === main ? xml(name) : spared(name, () => xml(name));
    const map = new Map<string, Relation>();
    for (const { attrs } of root?.children ?? []) {
      const external = attrs.TargetMode === 'External';
      const target = external ? (attrs.Target ?? '') : resolvePart(part, attrs.Target ?? '');
      map.set(attrs.Id ?? '', { type: (attrs.Type ?? '').split('/').at(-1)!, target, external });
    }
    known.set(part, map);
    return map;
  };
  let main: string | undefined;
  const root = [...relations('').values()].find(one => one.type === 'officeDocument' && !one.external);
  main = root && archive.has(root.target) ? root.target : usual;
  return {
    archive,
    main,
    notices,
    xml,
    promised: name => promised(name, () => xml(name)),
    promisedBytes: name => promised(name, () => archive.part(name)),
    tellMissing,
    relations,
  };
}

/** The part that holds a part's relations. */
export function relationsOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

function resolvePart(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of (part.slice(0, part.lastIndexOf('/') + 1) + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
