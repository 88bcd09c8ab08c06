import { form } from '../../domain/index.ts';
import type { Block, Remark, Text } from '../../model/index.ts';
import { plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

/** So many of the usual tables a report lists or has before one of its province is missed. */
const FEW = 5;
const TABLE = /(?:决算|收入支出)(?:明细|公开|总)*表(?:（[^（）]{0,20}）)?$/;

/** The tables that a province adds to the usual ones are listed, or there: in a report that names its province or a city of it. */
export function provinceTables(blocks: readonly Block[], year: number | null, entity: string | null): Remark[] {
  const province = form.provinces.find(
    ({ places, from, until }) =>
      year !== null &&
      year >= from &&
      year <= (until ?? year) &&
      entity !== null &&
      places.some(place => entity.startsWith(place)),
  );
  if (!province) return [];
  const lines = blocks.flatMap((block, i) => titlesIn(block).map(text => ({ text, i, s: plain(text).s })));
  const usual = lines.filter(({ s }) => TABLE.test(s.replace(/[.．·…\s\d-]{1,60}$/, '')));
  const last = usual.at(-1);
  if (
    !last ||
    new Set(usual.map(({ s }) => s.replace(/^[^\u4e00-\u9fa5]*[一二三四五六七八九十]*、?|[^\u4e00-\u9fa5]+$/g, ''))).size < FEW
  )
    return [];
  return province.tables
    .filter(({ words }) => !lines.some(({ s }) => words.every(word => s.includes(word))))
    .map(({ name }) => ({
      ...remarkAt(last.text, 0, last.text.content.length, last.i, ''),
      rule: 'CPL-006',
      params: { province: province.name, name },
    }));
}

/** Lines, and what a table is called. */
function titlesIn(block: Block): readonly Text[] {
  if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text];
  if (block.kind !== 'table') return [];
  return [...(block.title ? [block.title] : []), ...block.cells.filter(cell => cell.row === 0).map(cell => cell.text)];
}
