import type { Document, Input } from '../../model/index.ts';
import type { Reader } from '../reader.ts';
import { root } from './keys.ts';

/** How much of a file is looked at to tell a dataset from a report. */
const HEAD = 4096;

/**
 * The hand-written dataset (手写数据集): a YAML mapping with the keys of keys.yaml. It becomes a Document with one block of facts.
 * Throws one Problem for all mistakes of the file (codes `dataset.…`), each with its line and column.
 */
export const dataset: Reader = {
  format: 'yaml',
  recognises,
  async read(input: Input): Promise<Document> {
    const { readDataset } = await import('./read.ts');
    return readDataset(input);
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
