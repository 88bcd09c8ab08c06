import { isAlias, isScalar, type Node } from 'yaml';
import { lookUp, type Text, textAt } from '../../model/index.ts';
import type { Key } from './keys.ts';
import type { Mistakes, Span } from './mistakes.ts';
import { isMoney, isRate, readWritten, type Written } from './number.ts';
import { colonAfterKey } from './unknown.ts';

/** A figure of the dataset: its number's characters and where they stand. */
export interface ReadFigure extends Written {
  readonly span: Span;
}

/** Where a node stands, without its comments and the blanks behind it. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 1];
  return [start, end];
}

/** Nothing, or what stands in tables where nothing applies. */
export function isBlank(node: Node | null): boolean {
  return (
    node === null ||
    (isScalar(node) && (node.value === null || /^(?:[-—–－/／]+|无)?$/.test(String(node.source ?? node.value).trim())))
  );
}

/** A scalar's characters as written, without quotes; undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return node.type === 'PLAIN' ? (node.source ?? String(node.value)) : String(node.value);
}

/** Reads a figure from the scalar as it is written, not from what YAML makes of it: 12.50 keeps its last digit. */
export function readFigure(node: Node, key: Key, called: string, unit: string, mistakes: Mistakes): ReadFigure | undefined {
  const text = textOf(node);
  const span = spanOf(node);
  if (text === undefined) {
    mistakes.add(isAlias(node) ? 'dataset.alias' : 'dataset.not-a-figure', { key: called }, span);
    return undefined;
  }
  const lead = text.length - text.trimStart().length;
  const written = readWritten(text.trim());
  if (!written) {
    if (key.is === 'value') return undefined;
    const colon = colonAfterKey(text);
    mistakes.add(colon ? 'dataset.colon' : 'dataset.not-a-number', { key: colon ?? called, found: text.trim() }, span);
    return undefined;
  }
  const found = unitFor(written, key, unit);
  if (found.mistake) mistakes.add(found.mistake, { key: called, found: text.trim(), unit: written.unit }, span);
  const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
  const start = span[0] + quoted + lead + written.start;
  // Rates are printed with their sign, amounts and counts without their unit.
  const end = isRate(written.unit) ? written.end : written.start + written.number.length;
  const number = text.trim().slice(written.start, end);
  return { ...written, number, unit: found.unit, span: [start, start + number.length] };
}

/** The unit a figure has, its own or the one that goes without saying; and what is wrong with it. */
function unitFor(written: Written, key: Key, unit: string): { readonly unit: string; readonly mistake?: string } {
  const own = written.unit;
  switch (key.is) {
    case 'money':
      return own === '' ? { unit } : isMoney(own) ? { unit: own } : { unit, mistake: 'dataset.not-money' };
    case 'percent':
      // A bare 0 is a rate of nothing; any other number without its sign may be a share of 1 or of 100.
      if (own === '' && /^[0.０．]+$/.test(written.number)) return { unit: '%' };
      return isRate(own) ? { unit: own } : { unit: '%', mistake: own === '' ? 'dataset.percent-sign' : 'dataset.not-a-rate' };
    case 'count':
      return isMoney(own) || isRate(own)
        ? { unit: key.unit ?? '', mistake: 'dataset.not-a-count' }
        : { unit: own || (key.unit ?? '') };
    default:
      return { unit: own };
  }
}

/** Reads a short text, a year, a code or a unit; notes what is wrong with it. */
export function readText(node: Node, key: Key, mistakes: Mistakes): string | undefined {
  const text = textOf(node)?.trim();
  if (text === undefined) {
    mistakes.add(isAlias(node) ? 'dataset.alias' : 'dataset.not-a-text', { key: key.name }, spanOf(node));
    return undefined;
  }
  const wrong =
    (key.is === 'year' && !/^(?:19|20)\d\d年?$/.test(text) && 'dataset.not-a-year') ||
    (key.is === 'unit' && !isMoney(text) && 'dataset.not-a-unit') ||
    (key.is === 'code' && !/^\d{3}(?:\d\d){0,2}$/.test(text) && 'dataset.not-a-code');
  if (!wrong) return text;
  mistakes.add(wrong, { key: key.name, found: text }, spanOf(node));
  return undefined;
}

/** Reads one of a few words. */
export function readWord(
  node: Node,
  words: Readonly<Record<string, 1 | -1 | 0>>,
  key: string,
  mistakes: Mistakes,
): { direction: 1 | -1 | 0; word: Text } | undefined {
  const text = textOf(node)?.trim() ?? '';
  const direction = lookUp(words, text);
  if (direction === undefined) {
    mistakes.add('dataset.wrong-word', { key, found: text, words: Object.keys(words) }, spanOf(node));
    return undefined;
  }
  return { direction, word: textAt(text, mistakes.place(spanOf(node))) };
}
