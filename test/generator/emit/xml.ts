import { strToU8, zipSync } from 'fflate';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML and HTML need it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, c => ENTITIES[c]!);

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Packs the parts of an Office file; a fixed time makes the bytes the same every day. */
export function pack(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)]));
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}
