import { bareSubject } from '../../../domain/index.ts';
import { type Block, type Remark, slice } from '../../../model/index.ts';
import type { Narrative } from '../../narrative/index.ts';
import { originOf, plain } from '../../plain.ts';
import type { Line, Sheet } from '../forms/sheet.ts';
import { remarkOn } from './remark.ts';

const LIST = /(?<who>人员经费|公用经费)[^。；]{0,60}?主要(?:包括|用于)：?(?<list>[^。；]{4,600})/g;
const CLASSES = { 人员经费: ['301', '303'], 公用经费: ['302', '307', '309', '310', '311', '312', '313', '399'] };

/** «人员经费…主要包括：基本工资、津贴补贴…» against the rows of T6 that have figures. */
export function listedSubjects(sheet: Sheet, lines: readonly Line[], blocks: readonly Block[], narrative: Narrative): Remark[] {
  if (sheet.def.shape !== 'economic') return [];
  const items = lines.filter(line => line.code.length === 5);
  const all = namesIn(sheet);
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent) return [];
    const text = plain(block.text);
    return [...text.s.matchAll(LIST)].flatMap(match => {
      const { who, list } = match.groups as { who: keyof typeof CLASSES; list: string };
      const open = /等[^、]{0,8}$/.test(list);
      const told = list
        .replace(/等[^、]{0,8}$/, '')
        .split(/[、，]|以及|和(?=其他)/)
        .map(bareSubject);
      const own = items.filter(line => CLASSES[who].includes(line.code.slice(0, 3)));
      const filled = own.filter(line => line.figures.get('sum')?.amount.value.gt(0));
      const names = new Set(filled.map(line => bareSubject(line.name)));
      const listed = told.filter(name => all.has(name) && !names.has(name));
      const absent = open ? [] : filled.filter(line => !told.includes(bareSubject(line.name))).map(line => line.name);
      if (!listed.length || told.filter(name => names.has(name)).length < 2) return [];
      const [start, end] = originOf(text, match.index, match.index + match[0].length);
      const section = narrative.sections.get(i)?.title ?? '';
      const params = { listed, absent: absent.length ? absent : ['—'], table: sheet.title };
      return [remarkOn('TXT-010', slice(block.text, start, end), { block: i, section }, params)];
    });
  });
}

/** The names of all rows, with figures or without. */
function namesIn({ grid, head }: Sheet): ReadonlySet<string> {
  const names = new Set<string>();
  for (let row = head; row < grid.rows; row++)
    for (const { s } of grid.row(row)) if (/[\u4e00-\u9fa5]{2}/.test(s)) names.add(bareSubject(s.replace(/^\d+/, '')));
  return names;
}
