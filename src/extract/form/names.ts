import { form } from '../../domain/index.ts';
import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { originOf, plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

const told = new RegExp(form.names.told, 'g');
const nobody = new RegExp(form.names.nobody);

/**
 * One report tells the accounts of one body: the name its statements begin with is the same throughout, in full or shortened.
 * Told only where the report is regular: at least three statements by one name, at most two by another.
 */
export function namesCarried(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const found = blocks.flatMap((block, i) => {
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent) return [];
    const text = plain(block.text);
    return [...text.s.matchAll(told)].flatMap(match => {
      const { name } = match.groups!;
      if (!name || nobody.test(name)) return [];
      const at = match.index + match[0].indexOf(name);
      const [start, end] = originOf(text, at, at + name.length);
      return [{ name, remark: remarkAt(block.text, start, end, i, narrative.sections.get(i)?.title ?? '') }];
    });
  });
  const names = found.map(one => one.name);
  const usual = mostOften(names);
  const own = found.filter(one => usual !== null && isShort(one.name, usual));
  const strangers = found.filter(one => !own.includes(one));
  if (usual === null || own.length < 3 || strangers.length > 2) return [];
  return found.map(({ name, remark }) => ({
    ...remark,
    rule: 'FRM-011',
    holds: own.some(one => one.name === name),
    expected: usual,
    params: { name, expected: usual },
  }));
}

function mostOften(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Whether one name is the other, or is it with characters left out: 市财政局 of 某某市财政局. */
function isShort(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}
