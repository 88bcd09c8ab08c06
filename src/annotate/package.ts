import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Changed or new parts of an office file; all others stay byte for byte as they were, in the order they had. */
export class Parts {
  private readonly entries: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.entries = unzipSync(bytes);
  }

  get names(): readonly string[] {
    return Object.keys(this.entries);
  }

  /** A part as text; undefined where there is none. */
  text(name: string): string | undefined {
    const bytes = Object.hasOwn(this.entries, name) ? this.entries[name] : undefined;
    if (!bytes) return undefined;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
    return strFromU8(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
  }

  set(name: string, text: string): void {
    // A part that was in another encoding says so in its declaration; it is UTF-8 from here on.
    this.entries[name] = strToU8(text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8'));
  }

  /** No clock: the same file marked again is the same copy. */
  bytes(): Uint8Array {
    return zipSync(this.entries, { mtime: '1980-01-02T12:00:00' });
  }

  /** The main part a package names, or the usual one. */
  main(usual: string): string {
    const relations = (this.text('_rels/.rels') ?? '').match(/<Relationship\b[^<>]*>/g) ?? [];
    const target = relations.find(relation => relation.includes('/officeDocument"'));
    const name = /\bTarget="\/?([^"]*)"/.exec(target ?? '')?.[1];
    return name && Object.hasOwn(this.entries, name) ? name : usual;
  }

  /** The target of a part's first relation of a type, as a part name; undefined where there is none. */
  related(part: string, type: string): string | undefined {
    for (const { 0: relation } of (this.text(relationsOf(part)) ?? '').matchAll(/<Relationship\b[^<>]*>/g)) {
      if (!new RegExp(`\\bType="[^"]*/${type}"`).test(relation)) continue;
      const target = /\bTarget="([^"]*)"/.exec(relation)?.[1];
      if (target) return resolve(part, target);
    }
    return undefined;
  }

  /** The target of a part's relation of an id. */
  target(part: string, id: string): string | undefined {
    for (const { 0: relation } of (this.text(relationsOf(part)) ?? '').matchAll(/<Relationship\b[^<>]*>/g)) {
      if (!relation.includes(`Id="${id}"`)) continue;
      const target = /\bTarget="([^"]*)"/.exec(relation)?.[1];
      return target && resolve(part, target);
    }
    return undefined;
  }

  /** Adds a relation and gives its id. */
  relate(part: string, type: string, target: string): string {
    const name = relationsOf(part);
    const old =
      this.text(name) ??
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    let n = 1;
    while (old.includes(`"rIdCheck${n}"`)) n++;
    const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
    const relation = `<Relationship Id="rIdCheck${n}" Type="${kind}" Target="${target}"/>`;
    const open = old.replace(/<Relationships\b([^<>]*)\/>/, '<Relationships$1></Relationships>');
    this.set(
      name,
      open.replace(/<\/Relationships>/, () => `${relation}</Relationships>`),
    );
    return `rIdCheck${n}`;
  }

  /** Says of what content type a new part is. */
  declare(part: string, type: string): void {
    const name = '[Content_Types].xml';
    const old = this.text(name) ?? '';
    if (old.includes(`PartName="/${part}"`)) return;
    this.set(
      name,
      old.replace(/<\/Types>/, () => `<Override PartName="/${part}" ContentType="${type}"/></Types>`),
    );
  }

  /** Says of what content type the parts of an ending are. */
  declareEnding(ending: string, type: string): void {
    const name = '[Content_Types].xml';
    const old = this.text(name) ?? '';
    if (new RegExp(`<Default\\b[^<>]*Extension="${ending}"`, 'i').test(old)) return;
    this.set(
      name,
      old.replace(/<Types\b[^<>]*>/, tag => `${tag}<Default Extension="${ending}" ContentType="${type}"/>`),
    );
  }
}

const relationsOf = (part: string) => {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of (part.slice(0, part.lastIndexOf('/') + 1) + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
