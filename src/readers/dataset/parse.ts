import { LineCounter, parseDocument, type YAMLError, type Document as YamlDocument } from 'yaml';
import { Mistakes } from './mistakes.ts';
import { colonAfterKey } from './unknown.ts';

/** YAML's own error codes for which there is a sentence of ours; every other one is told as `dataset.syntax`. */
const KNOWN: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'dataset.tab',
  DUPLICATE_KEY: 'dataset.duplicate-key',
  BAD_INDENT: 'dataset.indent',
  MISSING_CHAR: 'dataset.missing-char',
  MULTIPLE_DOCS: 'dataset.several-documents',
  BLOCK_AS_IMPLICIT_KEY: 'dataset.two-on-one-line',
  BLOCK_IN_FLOW: 'dataset.braces',
  BAD_SCALAR_START: 'dataset.quote-it',
};

/** Reads YAML with positions. Mistakes of syntax are noted, not thrown; what follows the first of them cannot be trusted. */
export function parse(source: string, file: string): { document: YamlDocument | undefined; mistakes: Mistakes } {
  const lines = new LineCounter();
  const mistakes = new Mistakes(file, lines);
  const document = parseSafely(source, lines);
  if (!document) {
    mistakes.add('dataset.too-deep', {}, [0, 1]);
    return { document: undefined, mistakes };
  }
  const errors = [...document.errors];
  const colons = errors.some(isGrave) ? hiddenColons(source) : [];
  for (const { span, key } of colons) mistakes.add('dataset.colon', { key, found: source.slice(...span) }, span);
  let first = Math.min(Number.POSITIVE_INFINITY, ...colons.map(colon => colon.span[0]));
  for (const error of errors) {
    // A hidden colon makes the lines around it unreadable: its consequences say nothing new.
    if (colons.length === 0 || !isGrave(error) || error.code === 'TAB_AS_INDENT') report(error, source, mistakes);
    if (isGrave(error)) first = Math.min(first, error.pos[0]);
  }
  if (first < Number.POSITIVE_INFINITY) mistakes.until = source.lastIndexOf('\n', first - 1) + 1;
  return { document, mistakes };
}

/** A key written twice leaves the rest of the file readable; everything else does not. */
function isGrave(error: YAMLError): boolean {
  return error.code !== 'DUPLICATE_KEY';
}

function parseSafely(source: string, lines: LineCounter): YamlDocument | undefined {
  try {
    return parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'silent', merge: false });
  } catch {
    // Thousands of brackets one inside the other exhaust the parser's stack.
    return undefined;
  }
}

function report(error: YAMLError, source: string, mistakes: Mistakes): void {
  const [start, end] = error.pos;
  const line = source.slice(start, Math.min(end, source.indexOf('\n', start) < 0 ? source.length : source.indexOf('\n', start)));
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(source.slice(start))?.[0] ?? '';
    mistakes.add('dataset.duplicate-key', { key }, [start, start + key.length]);
    return;
  }
  mistakes.add(KNOWN[error.code] ?? 'dataset.syntax', { code: error.code, found: line.trim() }, [
    start,
    Math.max(start + 1, start + line.length),
  ]);
}

/** Lines that begin with a known key and a colon YAML does not see: a full-width one, or one without a blank behind it. */
function hiddenColons(source: string): { span: readonly [number, number]; key: string }[] {
  const found: { span: readonly [number, number]; key: string }[] = [];
  for (const match of source.matchAll(/^[ \t]*(?:- +)*/gm)) {
    const start = match.index + match[0].length;
    const end = source.indexOf('\n', start);
    const key = colonAfterKey(source.slice(start, end < 0 ? undefined : end));
    if (key) found.push({ span: [start, start + key.length + 1], key });
  }
  return found;
}
