import { isCollection, isScalar, LineCounter, parseDocument, visit, type YAMLError, type Document as YamlDocument } from 'yaml';
import { indentedFirst } from '../../model/index.ts';
import { Mistakes } from './mistakes.ts';
import { colonAfterKey } from './unknown.ts';

/** YAML's own error codes for which there is a sentence of ours; every other one is told as `dataset.syntax`. */
const KNOWN: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'dataset.tab',
  DUPLICATE_KEY: 'dataset.duplicate-key',
  BAD_INDENT: 'dataset.indent',
  RESOURCE_EXHAUSTION: 'dataset.too-deep',
  MISSING_CHAR: 'dataset.missing-char',
  MULTIPLE_DOCS: 'dataset.several-documents',
  BLOCK_AS_IMPLICIT_KEY: 'dataset.two-on-one-line',
  BLOCK_IN_FLOW: 'dataset.braces',
  BAD_SCALAR_START: 'dataset.quote-it',
};

/** Errors that are looked at; thousands are the echo of one slip. */
const MOST = 200;
/** Characters of a line that are told. */
const SHOWN = 80;

/** Reads YAML with positions. Mistakes of syntax are noted, not thrown; what follows the first of them cannot be trusted. */
export function parse(source: string, file: string): { document: YamlDocument | undefined; mistakes: Mistakes } {
  const lines = new LineCounter();
  const mistakes = new Mistakes(file, lines, source);
  const slip = indentedFirst(source);
  const document = parseSafely(source, lines);
  if (slip) {
    mistakes.add('dataset.first-indented', { found: source.slice(...slip) }, slip);
    return { document: undefined, mistakes };
  }
  if (!document) {
    mistakes.add('dataset.too-deep', {}, [0, 1]);
    return { document: undefined, mistakes };
  }
  const exhausted = document.errors.find(error => error.code === 'RESOURCE_EXHAUSTION');
  const errors = exhausted ? [exhausted] : document.errors.slice(0, MOST);
  const colons = errors.some(isGrave) ? hiddenColons(source) : [];
  for (const { span, key } of colons) mistakes.add('dataset.colon', { key, found: source.slice(...span) }, span);
  const grave = errors.filter(isGrave);
  // A hidden colon makes the lines around it unreadable: its consequences say nothing new.
  const telling = colons.length > 0 ? errors.filter(error => !isGrave(error) || error.code === 'TAB_AS_INDENT') : errors;
  const open = openIn(document, source);
  // What a line says after its first mistake is the echo of that one.
  const told = new Set<number>();
  const isEcho = (error: YAMLError) => {
    const { line } = lines.linePos(error.pos[0]);
    return isGrave(error) && (told.has(line) || !told.add(line));
  };
  for (const error of telling) if (!isEcho(error)) report(error, source, open, mistakes);
  const first = Math.min(Number.POSITIVE_INFINITY, ...colons.map(colon => colon.span[0]), ...grave.map(error => error.pos[0]));
  if (grave.length > 0) mistakes.until = Math.min(topLine(source, first), ...open);
  return { document, mistakes };
}

/** Where the last line at the left margin begins, before an offset: what stands above it is sound. */
function topLine(source: string, before: number): number {
  let start = 0;
  for (const { index } of source.matchAll(/^[^\s#]/gm)) if (index <= before) start = index;
  return start;
}

/** Where quotes and brackets open that nothing closes. */
function openIn(document: YamlDocument, source: string): number[] {
  const open: number[] = [];
  visit(document, {
    Node(_key, node) {
      const [start, end] = node.range ?? [0, 0];
      const closing = { '"': '"', "'": "'", '[': ']', '{': '}' }[source.charAt(start)];
      const bracketed = (isCollection(node) && node.flow) || (isScalar(node) && node.type?.startsWith('QUOTE'));
      if (bracketed && closing && (end - start < 2 || source.charAt(end - 1) !== closing)) open.push(start);
    },
  });
  return open;
}

/** A key written twice leaves the rest of the file readable; everything else does not. */
function isGrave(error: YAMLError): boolean {
  return error.code !== 'DUPLICATE_KEY';
}

function parseSafely(source: string, lines: LineCounter): YamlDocument | undefined {
  try {
    return parseDocument(source, { lineCounter: lines, prettyErrors: false, merge: false });
  } catch {
    // Thousands of brackets one inside the other exhaust the parser's stack.
    return undefined;
  }
}

function report(error: YAMLError, source: string, open: readonly number[], mistakes: Mistakes): void {
  const [start, end] = error.pos;
  // The rest of the line; its first part is what the error is about.
  const rest = source
    .slice(start, start + SHOWN)
    .split(/[\r\n]/, 1)[0]!
    .trimEnd();
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(source.slice(start, start + SHOWN))?.[0] ?? '';
    mistakes.add('dataset.duplicate-key', { key }, [start, start + key.length]);
    return;
  }
  // «>=50次»: YAML takes the sign for the start of a folded text and complains of what follows it.
  if (/[>|]/.test(source.charAt(start - 1))) {
    mistakes.add('dataset.quote-it', { found: source.charAt(start - 1) + rest }, [start - 1, start + rest.length]);
    return;
  }
  const opened = open.filter(at => at < start).at(-1);
  if (opened !== undefined && (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT')) {
    mistakes.add('dataset.unclosed', { found: source.charAt(opened) }, [opened, opened + 1]);
    return;
  }
  mistakes.add(KNOWN[error.code] ?? 'dataset.syntax', { code: error.code, found: rest }, [
    start,
    Math.min(end, start + rest.length),
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
