import type { AnnotateOptions, Mark, Marked } from '../mark.ts';
import { Parts } from '../package.ts';
import { splice } from '../splice.ts';
import { Comments } from './comments.ts';
import { editsOf, placed } from './marks.ts';
import { scan } from './scan.ts';

const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/**
 * A copy of a Word file with marks: the figures highlighted, notes as comments, corrections as tracked changes where asked for.
 * Only the main part, the comments and what names them change; in the main part only the places that are marked.
 */
export function annotateDocx(bytes: Uint8Array, marks: readonly Mark[], options: AnnotateOptions = {}): Marked {
  const parts = new Parts(bytes);
  const main = parts.main('word/document.xml');
  const xml = parts.text(main) ?? '';
  const { stands, missed } = placed(scan(xml), marks);
  const known = parts.related(main, 'comments');
  const comments = new Comments(known === undefined ? undefined : parts.text(known));
  const ids = [...xml.matchAll(/\bw:id="(\d{1,9})"/g)].map(match => Number(match[1]));
  const nextId = ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  parts.set(main, splice(xml, editsOf(xml, stands, comments, nextId, options.track === true)));
  if (!comments.empty) {
    const name = known ?? `${main.slice(0, main.lastIndexOf('/') + 1)}comments.xml`;
    parts.set(name, comments.part());
    if (known === undefined) parts.relate(main, 'comments', 'comments.xml');
    parts.declare(name, COMMENTS);
  }
  return { bytes: parts.bytes(), missed };
}
