import type { Input } from '../../model/index.ts';
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
  xml(name: string): Element | undefined;
  /** The relations of a part, by id. */
  relations(part: string): ReadonlyMap<string, Relation>;
}

export function openPackage(input: Input): Package {
  const archive = openZip(input);
  const xml = (name: string) => {
    const bytes = archive.part(name);
    return bytes && parseXml(bytes, input.file);
  };
  const relations = (part: string) => {
    const cut = part.lastIndexOf('/') + 1;
    const map = new Map<string, Relation>();
    for (const { attrs } of xml(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`)?.children ?? []) {
      const external = attrs.TargetMode === 'External';
      const target = external ? (attrs.Target ?? '') : resolvePart(part.slice(0, cut), attrs.Target ?? '');
      map.set(attrs.Id ?? '', { type: (attrs.Type ?? '').split('/').at(-1)!, target, external });
    }
    return map;
  };
  const root = [...relations('').values()].find(one => one.type === 'officeDocument' && !one.external);
  const main = root && archive.names.includes(root.target) ? root.target : 'word/document.xml';
  return { archive, main, xml, relations };
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
