import { form } from '../../domain/index.ts';
import { type Block, type Cell, type Figure, type Remark, remarkAtSpot, type Table, type Text } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { ordinalStyle } from '../ordinals.ts';
import { plain } from '../plain.ts';
import type { Whose } from '../whose.ts';
import { completeness } from './complete.ts';
import { oppositeReasons } from './directions.ts';
import { namesCarried } from './names.ts';
import { strangeNatures } from './natures.ts';
import { notesUnder } from './notes.ts';
import { nothingsAmongUses } from './nothings.ts';
import { numberingKept } from './numbering.ts';
import { provinceTables } from './provinces.ts';
import { unpairedQuotes } from './quotes.ts';
import { reasonsToldTwice } from './reasons.ts';
import { numberEnd, remarkAt } from './remark.ts';
import { calledSettled } from './settled.ts';
import { missingStops } from './stops.ts';
import { subjectNames } from './subjects.ts';
import { tracesIn } from './traces.ts';
import { strangeUses, usesTold } from './uses.ts';
import { weightsOfParts } from './weights.ts';
import { yearsCarried } from './years.ts';

const unsaid = new RegExp(form.unsaid);

/**
 * What the wording itself gives away: doubled marks, placeholders, template choices, open brackets, another year, another body,
 * another subject's use. `figures`: all that the report states.
 */
export function readForm(
  blocks: readonly Block[],
  narrative: Narrative,
  figures: readonly Figure[],
  { year, entity }: Pick<Whose, 'year' | 'entity'>,
): Remark[] {
  const remarks: Remark[] = [];
  blocks.forEach((block, i) => {
    const section = narrative.sections.get(i);
    const title = section?.title ?? '';
    const add = (text: Text, start: number, end: number, rule: string, rest: Partial<Remark> = {}) =>
      remarks.push({ ...remarkAt(text, start, end, i, title), rule, ...rest });
    const scan = (text: Text, cell?: Cell) => {
      const traces = tracesIn(text.content, cell !== undefined);
      const quote = cell && traces.length > 0 ? { quote: rowQuote(block as Table, cell.row) } : {};
      for (const { rule, start, end, expected } of traces)
        add(text, start, end, rule, { ...(expected ? { expected } : {}), ...quote });
    };
    if (block.kind === 'table') {
      for (const cell of block.cells) scan(cell.text, cell);
      for (const note of notesUnder(block)) scan(note);
    }
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return;
    scan(block.text);
    const behindNumber = numberEnd(block.text);
    const content = block.text.content.slice(behindNumber);
    if (block.kind === 'paragraph') {
      const hanging = hangingEnd(block.text, blocks[i + 1]);
      if (hanging !== null) add(block.text, hanging, hanging + 1, 'FRM-008', { expected: '。' });
      const announced = tellsOn(blocks[i + 1]) ? null : unsaid.exec(block.text.content);
      if (announced) add(block.text, announced.index, block.text.content.length, 'FRM-013');
      const open = unpaired(content);
      if (open !== null) add(block.text, behindNumber + open, behindNumber + open + 1, 'FRM-007');
    }
  });
  if (year !== null)
    remarks.push(
      ...yearsCarried(blocks, narrative, year),
      ...comparedYears(narrative, year),
      ...calledSettled(blocks, narrative, year),
    );
  const uses = usesTold(blocks, narrative);
  remarks.push(...namesCarried(blocks, narrative, entity), ...strangeUses(uses), ...strangeNatures(uses, figures));
  remarks.push(
    ...completeness(blocks, narrative),
    ...subjectNames(blocks, narrative, year),
    ...nothingsAmongUses(blocks, narrative),
    ...reasonsToldTwice(blocks, narrative),
    ...oppositeReasons(blocks, narrative),
    ...weightsOfParts(blocks),
    ...provinceTables(blocks, year, entity),
  );
  remarks.push(...numberingKept(blocks, narrative), ...unpairedQuotes(blocks, narrative), ...missingStops(blocks, narrative));
  return remarks;
}

/** What a row of a table says, for quotes. */
function rowQuote(table: Table, row: number): string {
  const texts = table.cells
    .filter(cell => cell.row <= row && row < cell.row + cell.rowSpan)
    .map(cell => cell.text.content.replace(/\s+/g, ' ').trim());
  return texts
    .filter(text => text)
    .join(' ')
    .slice(-120);
}

function comparedYears(narrative: Narrative, year: number): Remark[] {
  return narrative.comparedYears.map(one => {
    const params = { stated: one.year, expected: year - 1 };
    const said = { holds: one.year === year - 1, expected: String(year - 1), params };
    return remarkAtSpot('YOY-006', 'narrative', { ...one, printed: String(one.year) }, said);
  });
}

/** The offset of a «；» or «，» that ends a paragraph although a heading follows; null elsewhere. */
function hangingEnd(text: Text, next: Block | undefined): number | null {
  const end = text.content.trimEnd().length - 1;
  // «1.…；», then «3.…» without its stop, which looks like a heading: a list goes on.
  const goesOn = next?.kind === 'heading' && ordinalStyle(plain(text).s) === ordinalStyle(plain(next.text).s);
  return next?.kind === 'heading' && !goesOn && text.content.length > 12 && /[；;，,、]/.test(text.content[end] ?? '')
    ? end
    : null;
}

/** Whether a paragraph may tell what the one before it announced. */
const tellsOn = (next: Block | undefined) => next !== undefined && next.kind !== 'heading';

const CLOSING: Readonly<Record<string, string>> = { '（': '）', '(': '）', '【': '】', '《': '》', '〔': '〕' };
const CLOSERS = new Set([...Object.values(CLOSING), ')']);
const BRACKET = /[（）()【】《》〔〕]/;
/** Full-width and half-width brackets close one another. */
const partner = (c: string) => (c === ')' ? '）' : c);

/** The offset of a bracket that has no partner in its paragraph; null when all are paired. Ordinals like «1）» need none. */
function unpaired(content: string): number | null {
  if (!BRACKET.test(content)) return null;
  const stack: { at: number; closing: string }[] = [];
  for (let i = 0; i < content.length; i++) {
    const c = content[i]!;
    const closing = CLOSING[c];
    if (closing) stack.push({ at: i, closing });
    if (!CLOSERS.has(c)) continue;
    if (stack.at(-1)?.closing === partner(c)) stack.pop();
    else if (!/[\d①-⑳一二三四五六七八九十a-zA-Z]\s*$/.test(content.slice(Math.max(0, i - 3), i))) return stack.at(-1)?.at ?? i;
  }
  return stack[0]?.at ?? null;
}
