import type { Place } from '../../model/index.ts';
import { isLayout } from '../parts/assemble.ts';
import { cellPlace, type Flow, moved } from '../parts/flow.ts';

/**
 * Gives a page's flow its places: paragraphs and data tables are counted in reading order; tables that only arrange the page are
 * none to the reader, so what stands in them counts as if they were not there.
 */
export function numbered(flow: readonly Flow[], file: string): Flow[] {
  let paragraphs = 0;
  let tables = 0;
  const number = (parts: readonly Flow[], inCell?: Place): Flow[] =>
    parts.map((one): Flow => {
      if (one.kind === 'chart' || one.kind === 'table') return one;
      if (one.kind === 'line') {
        if (!inCell && one.text.content.trim()) paragraphs++;
        return { ...one, text: moved(one.text, inCell ?? { file, paragraph: paragraphs }) };
      }
      if (isLayout(one)) return { ...one, cells: one.cells.map(cell => ({ ...cell, flow: number(cell.flow, inCell) })) };
      const table = ++tables;
      return {
        ...one,
        cells: one.cells.map(cell => {
          const place = cellPlace(file, table, cell.row, cell.col);
          return { ...cell, place, flow: number(cell.flow, place) };
        }),
      };
    });
  return number(flow);
}
