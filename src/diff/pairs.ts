import type { Audit, Lone, Pairs } from '../model/index.ts';

/**
 * Pairs the reports of two folders by the body they are of; where a report does not say whose it is, by the name of its file without
 * its numbers. Of a body that has several reports on a side, those of one kind (budget, accounts) go together, the first of each.
 */
export function pairUp(before: readonly Audit[], after: readonly Audit[]): Pairs {
  const left = new Set(before);
  const right = new Set(after);
  const found = new Map<Audit, Audit>();
  for (const keyOf of ROUNDS)
    for (const one of after) {
      const key = keyOf(one);
      const other = right.has(one) && key !== '' ? [...left].find(audit => keyOf(audit) === key) : undefined;
      if (!other) continue;
      left.delete(other);
      right.delete(one);
      found.set(one, other);
    }
  const bodies = new Set([...found].flat().map(bodyOf));
  const lone = (side: Lone['side'], audits: ReadonlySet<Audit>) =>
    [...audits].map((audit): Lone => {
      const isKnown = bodyOf(audit) !== '' && bodies.has(bodyOf(audit));
      return { side, audit, why: isKnown ? 'another' : 'unmatched' };
    });
  const pairs = after.flatMap(one => (found.has(one) ? [[found.get(one)!, one] as const] : []));
  return { pairs, lone: [...lone('before', left), ...lone('after', right)] };
}

/** What two reports have in common, the surest first. */
const ROUNDS: readonly ((audit: Audit) => string)[] = [
  audit => (bodyOf(audit) === '' ? '' : `${bodyOf(audit)} ${audit.kind}`),
  audit => bodyOf(audit),
  audit => nameOf(audit),
];

const bodyOf = ({ entity }: Audit) => (entity ?? '').replace(/[\s（）()]/g, '');

/** «2022/甲局2022年决算.docx» and «2023/甲局2023年决算.docx» are of one body, if the files say so and the reports do not. */
function nameOf(audit: Audit): string {
  if (bodyOf(audit) !== '') return '';
  const file = audit.file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return file.replace(/[\d０-９\s年度]/g, '');
}
