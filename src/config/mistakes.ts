import * as v from 'valibot';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { indentedFirst, lookUp, type Params, Problem, together } from '../model/index.ts';
import { nearest } from './near.ts';

export interface Source {
  readonly file: string;
  readonly text: string;
}

type Schema = v.GenericSchema;
type Issue = v.BaseIssue<unknown>;

/**
 * Parses YAML or JSON and holds it against a schema. Throws one Problem with every mistake, each with its line and
 * column. `known`: the words a check of the schema compares with, by the check's message.
 */
export function parseWith<S extends Schema>(
  source: Source,
  schema: S,
  known: Readonly<Record<string, readonly string[]>> = {},
): v.InferOutput<S> {
  const { output, mistakes } = openWith(source, schema, known);
  raiseSorted(mistakes);
  return output as v.InferOutput<S>;
}

/** A mistake, and where in its file it stands: they are told in the order of the file. */
export interface Located {
  readonly offset: number;
  readonly problem: Problem;
}

/** A file that was held against its schema; what the schema cannot know is added to its mistakes by whoever opened it. */
export interface Opened<T> {
  /** What it says, where it is as the schema wants it. */
  readonly output: T | undefined;
  /** What it says, whatever it is. */
  readonly plain: unknown;
  readonly mistakes: readonly Located[];
  /** A mistake at the value of a path (or its `key`), at a character (from 0) within its text. */
  at(code: string, params: Params, path: readonly (string | number)[], within?: number, key?: boolean): Located;
}

/** A mistake in another file than audit.yaml is told as one of that file. */
export function ofFile(of: 'baseline' | 'rules' | 'forms', error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  return new Problem(error.code, { ...error.params, of }, error.place, error.others);
}

/** Throws all mistakes, in the order of the file. */
export function raiseSorted(mistakes: readonly Located[]): void {
  raise([...mistakes].sort((a, b) => a.offset - b.offset).map(one => one.problem));
}

/** As parseWith, but mistakes against the schema are handed over and not thrown. Throws for what is no YAML. */
export function openWith<S extends Schema>(
  { file, text }: Source,
  schema: S,
  known: Readonly<Record<string, readonly string[]>> = {},
): Opened<v.InferOutput<S>> {
  const lines = new LineCounter();
  const document = parsed(text, lines, file);
  // Numbers stay as they are written: a fingerprint may look like one (12345e678901).
  const anchors = new Set<string>();
  const unquoted: { readonly found: string; readonly at: number }[] = [];
  const odd: { readonly given: string; readonly at: number }[] = [];
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
    },
    Scalar: (key, node) => {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
      if (key === 'key' && INHERITED.has(String(node.value))) odd.push({ given: String(node.value), at: node.range?.[0] ?? 0 });
    },
    Alias: (_, node) => {
      if (!anchors.has(node.source)) unquoted.push({ found: `*${node.source}`, at: node.range?.[0] ?? 0 });
    },
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  // What stands where * begins a text is told better than what the parser makes of it.
  raise(unquoted.map(({ found, at }) => new Problem('config.quote', { found }, place(at))));
  const slip = document.errors.length > 0 ? indentedFirst(text) : undefined;
  if (slip) throw new Problem('config.first-indented', { found: text.slice(...slip) }, place(slip[0]));
  // What follows the first mistake of syntax is its echo.
  const grave = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  raise(
    document.errors
      .filter(error => error === grave || (error.code === 'DUPLICATE_KEY' && (!grave || error.pos[0] < grave.pos[0])))
      .map(({ code, pos }) => new Problem(code === 'DUPLICATE_KEY' ? 'config.duplicate' : 'config.syntax', {}, place(pos[0]))),
  );
  raise(odd.map(({ given, at }) => new Problem('config.odd-key', { given }, place(at))));
  if (document.contents !== null && !isMap(document.contents)) {
    const [only, ...others] = keysAt(schema, []);
    const isBare = isSeq(document.contents) && only !== undefined && others.length === 0;
    throw new Problem(isBare ? 'config.list-bare' : 'config.no-entries', isBare ? { key: only } : {}, place(0));
  }
  const plain = plainOf(document, file) ?? {};
  const result = v.safeParse(schema, plain);
  const at: Opened<v.InferOutput<S>>['at'] = (code, params, path, within = 0, key = false) => {
    const offset = offsetOf(document, path, key) + (key ? 0 : innerOf(document, path, text, within));
    return { offset, problem: new Problem(code, params, place(offset)) };
  };
  if (result.success) return { output: result.output, plain, mistakes: [], at };
  const mistakes = result.issues.flatMap(withSiblings(schema, plain)).map(issue => {
    const path = (issue.path ?? []).map(item => item.key as string | number);
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    const aboutKey = unknown || (issue.path ?? []).some(item => item.origin === 'key');
    const offset = offsetOf(document, aboutKey || issue.received !== 'undefined' ? path : path.slice(0, -1), aboutKey);
    const [code, params] = told(issue, path, unknown, schema, known);
    return { offset, problem: new Problem(code, params, place(offset)) };
  });
  return { output: undefined, plain, mistakes, at };
}

/** How far behind the beginning of a text in the file its nth character stands: behind its quote; 0 where it goes over several lines. */
function innerOf(document: Document, path: readonly (string | number)[], text: string, within: number): number {
  const node = document.getIn(path, true) as Node | undefined;
  const [start, end] = node?.range ?? [0, 0];
  const written = text.slice(start, end);
  if (!isScalar(node) || written.includes('\n') || /^[|>]/.test(written)) return 0;
  return within + (/^["']/.test(written) ? 1 : 0);
}

/** The schema stops at the first key it does not know; all of them are told at once. */
function withSiblings(schema: Schema, data: unknown): (issue: Issue) => Issue[] {
  return issue => {
    if (issue.type !== 'strict_object' || issue.expected !== 'never' || !issue.path) return [issue];
    const path = issue.path.map(item => item.key as string | number);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], data);
    const known = new Set(keysAt(schema, path.slice(0, -1)));
    const unknown = Object.keys((parent ?? {}) as object).filter(key => !known.has(key));
    const last = issue.path.at(-1)!;
    return unknown.map(key => ({ ...issue, path: [...issue.path!.slice(0, -1), { ...last, key }] }) as unknown as Issue);
  };
}

/** Names that every object has: a key of this name would say nothing, and be seen by nobody. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

function parsed(text: string, lineCounter: LineCounter, file: string): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, schema: 'core' });
  } catch {
    // Thousands of brackets one inside the other exhaust the parser's stack.
    throw new Problem('config.syntax', {}, { file });
  }
}

function plainOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch {
    // Aliases that stand for each other without end.
    throw new Problem('config.syntax', {}, { file });
  }
}

function raise(problems: readonly Problem[]): void {
  const problem = together(problems);
  if (problem) throw problem;
}

/** Values that are words of the program, as people say them. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  错误: 'error',
  警告: 'warning',
  提示: 'note',
  决算: 'final-accounts',
  预算: 'budget',
  表: 'tables',
  表格: 'tables',
};

/** Which message says what is wrong. */
function told(
  issue: Issue,
  path: readonly (string | number)[],
  unknown: boolean,
  schema: Schema,
  known: Readonly<Record<string, readonly string[]>>,
): [string, Params] {
  const given = String(path.at(-1) ?? '');
  if (unknown) return guessed('config.unknown-key', { given }, given, keysAt(schema, path.slice(0, -1)));
  if (issue.received === 'undefined') return [given === 'reason' ? 'config.missing' : 'config.lacks', { key: given }];
  const value = String(issue.input);
  if (issue.type === 'picklist') {
    const values = ((issue.requirement ?? (issue as { expected?: string | null }).expected ?? '') as string).toString();
    const choices = [...values.matchAll(/"([^"]+)"/g)].map(match => match[1]!);
    return guessed('config.bad-value', { key: given, value, values: choices }, lookUp(IN_CHINESE, value) ?? value, choices);
  }
  if (issue.message === 'which') return ['config.which', {}];
  if (issue.message === 'id') return ['rule.bad-id', { given: value }];
  if (issue.message === 'slug') return ['rule.bad-slug', { given: value }];
  const candidates = known[issue.message];
  if (candidates) return guessed('config.unknown-rule', { given: value }, value, candidates);
  if (issue.message === 'percent') return ['config.bad-percent', { key: given, value }];
  if (issue.type === 'check') return ['config.date', { key: given, value }];
  const kind = {
    string: 'text',
    boolean: 'switch',
    array: 'list',
    strict_object: 'entries',
    record: 'entries',
    object: 'entries',
    union: 'text',
  }[issue.type];
  return [`config.not-${kind ?? 'text'}`, { key: given }];
}

function guessed(code: string, params: Params, word: string, candidates: readonly string[]): [string, Params] {
  const guess = nearest(word, candidates);
  return guess === undefined
    ? [code, { ...params, names: candidates }]
    : [`${code}-near`, { ...params, guess, names: candidates }];
}

/** The keys a schema knows at a path. */
function keysAt(schema: unknown, path: readonly (string | number)[]): string[] {
  type Any = { wrapped?: Any; item?: Any; pipe?: readonly Any[]; entries?: Record<string, Any> };
  let at = schema as Any | undefined;
  const open = (one: Any | undefined): Any | undefined =>
    one?.wrapped ? open(one.wrapped) : one?.pipe && !one.entries ? one.pipe[0] : one;
  at = open(at);
  for (const key of path) at = open(typeof key === 'number' ? at?.item : at?.entries?.[key]);
  return Object.keys(at?.entries ?? {});
}

/** Where the value at a path stands, or its key; the nearest thing around it that there is. */
function offsetOf(document: Document, path: readonly (string | number)[], key: boolean): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (key && isMap(parent)) {
    const pair = parent.items.find(item => isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let length = path.length; length >= 0; length--) {
    const node = (length === 0 ? document.contents : document.getIn(path.slice(0, length), true)) as Node | null | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
