import type { Block } from '../model/index.ts';
import { plain } from './plain.ts';
import { BODY } from './whose.ts';

/** «编制范围的单位包括：1.某局（本级）；2.某中心。» */
const LISTS = /单位[^。；]{0,20}(?:包括|包含|构成|如下|有：|为：)/;
const LISTED = new RegExp(`(?:[，；：、]|\\d[.、．]|（[\\d一二三四五六七八九十]{1,3}）)(?<name>${BODY})(?=[（；、，。]|$)`, 'g');
const ALONE = new RegExp(`^${BODY}$`);
/** Shorter ones are offices, not units. */
const SHORTEST = 6;
/** So often at least a report names the body that it is of, and oftener than any of its units. */
const FEW = 3;
/** No department has more; the rest are left as they are. */
const MOST = 300;

/**
 * The units that a report lists, its own body aside: what is told of one of them is nothing of the department. None where the report
 * does not name its own body regularly: then nobody knows which of them it is of.
 */
export function listedBodies(blocks: readonly Block[], entity: string | null): readonly string[] {
  if (entity === null) return [];
  const lines = blocks.flatMap(block => (block.kind === 'paragraph' || block.kind === 'heading' ? [plain(block.text).s] : []));
  const listed = new Set([...lines.filter(line => LISTS.test(line)).flatMap(namesIn), ...blocks.flatMap(cellsOf)]);
  if (listed.size === 0) return [];
  const times = (name: string) => lines.filter(line => line.includes(name)).length;
  const own = times(entity);
  const isOther = (name: string) => !entity.includes(name) && !name.includes(entity) && times(name) < own;
  return own < FEW ? [] : [...listed].slice(0, MOST).filter(name => name.length >= SHORTEST && isOther(name));
}

const namesIn = (line: string): string[] => [...line.matchAll(LISTED)].map(match => match.groups!.name!);

/** A table of units: «序号 | 单位名称». */
function cellsOf(block: Block): string[] {
  if (block.kind !== 'table') return [];
  const cells = block.cells.map(cell => plain(cell.text).s);
  return cells.includes('单位名称') ? cells.filter(cell => ALONE.test(cell)) : [];
}
