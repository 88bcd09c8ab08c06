import { isMap, type Node } from 'yaml';
import { type Document, type Input, Problem } from '../../model/index.ts';
import { decode } from '../parts/decode.ts';
import type { Reader } from '../reader.ts';
import { type Draft, settle } from './branch.ts';
import { root } from './keys.ts';
import type { Mistakes } from './mistakes.ts';
import { derivedOtherwise } from './number.ts';
import { parse } from './parse.ts';
import { spanOf, textOf } from './scalars.ts';
import { walk } from './walk.ts';

/** How much of a file is looked at to tell a dataset from a report. */
const HEAD = 4096;

/**
 * The hand-written dataset (手写数据集): a YAML mapping with the keys of keys.yaml. It becomes a Document with one block of facts.
 * Throws one Problem for all mistakes of the file (codes `dataset.…`), each with its line and column.
 */
export const dataset: Reader = {
  format: 'yaml',
  recognises,
  read(input: Input): Document {
    const source = decode(input.bytes, input.file);
    const { document, mistakes } = parse(source, input.file);
    if (!document) return settleAndStop(mistakes);
    const top = document.contents as Node | null;
    if (!isMap(top)) {
      mistakes.add('dataset.not-a-dataset', { keys: [...root.keys.keys()].slice(0, 5) }, top ? spanOf(top) : [0, 1]);
      return settleAndStop(mistakes);
    }
    const text = (key: string) => textOf(top.get(key, true))?.trim();
    const year = /^\d{4}/.exec(text('年度') ?? '')?.[0];
    const unit = text('金额单位') ?? '万元';
    const drafts = walk(top, { source, year: year ? Number(year) : undefined, unit, mistakes });
    checkDerivations(drafts, mistakes);
    mistakes.settle();
    const entity = text('单位');
    const title = text('标题');
    return {
      file: input.file,
      format: 'yaml',
      ...(entity ? { entity } : {}),
      ...(year ? { year: Number(year) } : {}),
      ...(title ? { title } : {}),
      blocks: [{ kind: 'facts', facts: settle(drafts) }],
      notices: [],
    };
  },
};

/** By the name (.yaml, .yml), or by a line «年度:» together with one more key of the dataset at the left margin. */
function recognises({ file, bytes }: Input): boolean {
  if (/\.ya?ml$/i.test(file)) return true;
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD));
  const keys = new Set(
    [...head.matchAll(/^["']?([\p{L}（）]+)["']?:(?=\s|$)/gmu)].map(match => match[1]!).filter(key => root.keys.has(key)),
  );
  return keys.has('年度') && keys.size > 1;
}

function settleAndStop(mistakes: Mistakes): never {
  mistakes.settle();
  throw new Problem('dataset.syntax', { code: '', found: '' }, { file: mistakes.file });
}

/** A derived figure must be what its own sum comes to. */
function checkDerivations(drafts: readonly Draft[], mistakes: Mistakes): void {
  for (const { derived, text, label } of drafts) {
    if (derived === undefined) continue;
    const sum = derivedOtherwise(derived, text.content);
    const { line, column } = text.runs[0]!.place;
    if (sum === undefined || line === undefined || column === undefined) continue;
    const start = mistakes.lines.lineStarts[line - 1]! + column - 1;
    mistakes.add('dataset.derived-wrong', { key: label, found: text.content, derived, sum }, [
      start,
      start + text.content.length,
    ]);
  }
}
