import type { RowDefinition } from '../parts/edged-table.ts';
import { type Bytes, sprmsOf, T_DEF_TABLE } from './bytes.ts';

const T_MERGE = 0x5624;
const T_VERT_MERGE = 0xd62b;

/** TDefTable ([MS-DOC] 2.9.318): the edges of the cells and, for each, how it is merged; later modifications may merge more. */
export function definitionOf(grpprls: readonly Uint8Array[]): RowDefinition {
  const edges: number[] = [];
  const flags: { horizontal: number; vertical: number }[] = [];
  for (const { code, operand } of grpprls.flatMap(grpprl => [...sprmsOf(grpprl)])) {
    if (code === T_DEF_TABLE) readDefinition(operand, edges, flags);
    else if (code === T_VERT_MERGE) {
      const flag = flags[operand.u8(0)];
      if (flag) flag.vertical = operand.u8(1) & 3;
    } else if (code === T_MERGE) {
      for (let i = operand.u8(0) + 1; i < Math.min(operand.u8(1), flags.length); i++) flags[i]!.horizontal = 1;
    }
  }
  return { edges, flags };
}

function readDefinition(operand: Bytes, edges: number[], flags: { horizontal: number; vertical: number }[]): void {
  const cells = Math.min(operand.u8(0), 63);
  edges.length = 0;
  flags.length = 0;
  for (let i = 0; i <= cells; i++) edges.push(operand.i16(1 + 2 * i));
  for (let i = 0; i < cells; i++) {
    const at = 1 + 2 * (cells + 1) + 20 * i;
    const bits = at + 2 <= operand.length ? operand.u16(at) : 0;
    flags.push({ horizontal: bits & 3, vertical: (bits >> 5) & 3 });
  }
}
