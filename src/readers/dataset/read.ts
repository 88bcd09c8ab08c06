import { isMap, type Node } from 'yaml';
import { type Document, type Input, Problem } from '../../model/index.ts';
import { decode } from '../parts/decode.ts';
import { type Draft, settle } from './branch.ts';
import { root } from './keys.ts';
import type { Mistakes } from './mistakes.ts';
import { derivedOtherwise } from './number.ts';
import { parse } from './parse.ts';
import { spanOf, textOf } from './scalars.ts';
import { walk } from './walk.ts';

/** Throws one Problem for all mistakes of the file (codes `dataset.…`), each with its line and column. */
export function readDataset(input: Input): Document {
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
