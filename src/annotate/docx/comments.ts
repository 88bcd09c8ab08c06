import { AUTHOR } from '../mark.ts';
import { escapeXml } from '../splice.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The comments of a Word file: those it has stay as they are, ours count on from the largest id. */
export class Comments {
  private readonly existing: string | undefined;
  private readonly added: string[] = [];
  private next: number;

  /** `existing`: the part as it is, undefined where the file has none. */
  constructor(existing: string | undefined) {
    this.existing = existing;
    const ids = [...(existing ?? '').matchAll(/<(?:[\w.-]+:)?comment\b[^<>]*?\bid="(\d+)"/g)].map(match => Number(match[1]));
    this.next = ids.reduce((most, id) => Math.max(most, id), -1) + 1;
  }

  /** Takes a comment in, a line for each of its lines, and gives its id. No date: a copy made again is the same copy. */
  add(note: string): number {
    const id = this.next++;
    const lines = note.split('\n').map(line => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
    const name = `w:author="${AUTHOR}" w:initials="核对"`;
    this.added.push(`<w:comment xmlns:w="${MAIN}" w:id="${id}" ${name}>${lines.join('')}</w:comment>`);
    return id;
  }

  get empty(): boolean {
    return this.added.length === 0;
  }

  /** The part with ours behind those that were there. */
  part(): string {
    const ours = this.added.join('');
    if (this.existing === undefined)
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${MAIN}">${ours}</w:comments>`;
    const end = /<\/(?:[\w.-]+:)?comments\s*>\s*$/.exec(this.existing);
    if (end) return this.existing.slice(0, end.index) + ours + this.existing.slice(end.index);
    // «<w:comments … />»: no comment yet.
    return this.existing.replace(/<((?:[\w.-]+:)?comments)\b([^<>]*)\/>\s*$/, (_, name: string, attrs: string) => {
      return `<${name}${attrs}>${ours}</${name}>`;
    });
  }
}
