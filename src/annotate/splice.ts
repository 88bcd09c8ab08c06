/** Text to put at an offset, in place of `length` characters. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** Carries out edits, those at one offset in the order given; everything else stays as it was. */
export function splice(source: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, i) => ({ edit, i })).sort((a, b) => a.edit.at - b.edit.at || a.i - b.i);
  let out = '';
  let from = 0;
  for (const { edit } of sorted) {
    out += source.slice(from, edit.at) + edit.text;
    from = Math.max(from, edit.at + edit.length);
  }
  return out + source.slice(from);
}

/** Text as the content of an XML element or attribute. Characters that XML cannot hold become a blank. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
