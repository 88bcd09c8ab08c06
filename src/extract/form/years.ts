import { form } from '../../domain/index.ts';
import { type Block, formatLike, type Remark, type Table, type Text } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import type { Topic } from '../narrative/topics.ts';
import { notesUnder } from './notes.ts';
import { numberEnd, onceAt, remarkAt } from './remark.ts';
import { titlesOf } from './titles.ts';

const sentences = form.years.sentences.map(pattern => new RegExp(pattern, 'g'));
const broken = new RegExp(form.years.broken, 'g');
const closing = new RegExp(form.years.closing, 'g');
const opening = new RegExp(form.years.opening);
const headings = new RegExp(form.years.headings, 'g');
const plannedHeadings = new RegExp(form.years.plannedHeadings, 'g');
const owned = new RegExp(form.years.owned);
const titles = new RegExp(form.years.titles, 'g');
const corners = new RegExp(form.years.corners, 'g');
const YEAR = /20\d{2}(?=\s*年)/g;

/** The report's year in what tells of it: sentences, closing dates, headings, titles of tables, the lines under them. */
export function yearsCarried(blocks: readonly Block[], narrative: Narrative, year: number): Remark[] {
  return blocks.flatMap((block, i): Remark[] => {
    const section = narrative.sections.get(i);
    const at = ({ text, start, expected = year }: Stated): Remark => {
      const stated = text.content.slice(start, start + 4);
      const remark = remarkAt(text, start, start + 4, i, section?.title ?? '');
      const params = { stated, expected };
      return { ...remark, rule: 'FRM-002', holds: Number(stated) === expected, expected: String(expected), params };
    };
    if (block.kind === 'table')
      return titlesOf(block)
        .flatMap(text => [...alone(text, titles), ...alone(text, corners)])
        .concat(
          notesUnder(block).flatMap(text =>
            sentences.flatMap(pattern => found(text, pattern)).filter(one => !isInTable(one, block)),
          ),
        )
        .filter(one => !compares(one, year))
        .map(at);
    if (section?.silent || (section?.year ?? year) !== year || (block.kind !== 'paragraph' && block.kind !== 'heading'))
      return [];
    const { text } = block;
    const torn = [...text.content.matchAll(broken)].map((match): Remark => {
      const remark = remarkAt(text, match.index, match.index + match[0].length, i, section?.title ?? '');
      const params = { stated: match.groups!.year!, expected: year };
      return { ...remark, rule: 'FRM-002', expected: `${year}年度`, params };
    });
    if (block.kind === 'heading')
      return [...torn, ...found(text, headings).map(at), ...(narrative.planned ? found(text, plannedHeadings).map(at) : [])];
    const told = sentences
      .flatMap(pattern => found(text, pattern))
      .filter(one => !compares(one, year) && !tellsBefore(one, i, narrative));
    const all = [
      ...told,
      ...found(text, closing)
        .filter(one => !isOpening(one, year))
        .flatMap(one => (narrative.planned ? closedBefore(one, year) : [one])),
      ...(titlesOf(block).length ? alone(text, titles) : []),
      // «项目支出绩效自评表», and below it «（2023年度）».
      ...(isTitled(blocks[i - 1]) ? alone(text, corners) : []),
    ];
    return [...torn, ...onceAt(all).map(at)];
  });
}

/** A table that has a column of that year may be told of it. */
function isInTable({ text, start }: Stated, { cells }: Table): boolean {
  const stated = text.content.slice(start, start + 4);
  return cells.some(cell => cell.text.content.includes(stated)) || cells.some(cell => /上年|去年|上一年/.test(cell.text.content));
}

/** Whether a block is the title of a table. */
function isTitled(block: Block | undefined): boolean {
  if (block?.kind === 'heading') return isTitled({ ...block, kind: 'paragraph' } as Block);
  return block?.kind === 'paragraph' && titlesOf(block).length > 0;
}

interface Stated {
  readonly text: Text;
  readonly start: number;
  /** Absent: the report's year. */
  readonly expected?: number;
}

/** A budget is made before its year: what there was is told as of the end of the one before. */
function closedBefore(one: Stated, year: number): Stated[] {
  const stated = one.text.content.slice(one.start, one.start + 4);
  if (stated === String(year - 1)) return [];
  return stated === String(year) ? (owned.test(sentenceAt(one)) ? [{ ...one, expected: year - 1 }] : []) : [one];
}

function found(text: Text, pattern: RegExp): Stated[] {
  const behind = numberEnd(text);
  return [...text.content.slice(behind).matchAll(pattern)].map(match => ({
    text,
    start: behind + match.index + match[0].indexOf(match.groups!.year!),
  }));
}

/** Of a text that names one year only: one that names several compares them. */
function alone(text: Text, pattern: RegExp): Stated[] {
  const all = new Set(Array.from(text.content.matchAll(YEAR), match => match[0]));
  return all.size === 1 ? found(text, pattern) : [];
}

/**
 * «2023年度A 15 万元，较上年增加 2 万元。2022年度A 为 13 万元。»: the sentence tells last year's amount of what was told before it, which
 * is another than this year's.
 */
function tellsBefore({ text, start }: Stated, block: number, { topics }: Narrative): boolean {
  const sentence = text.content.slice(start).split(/[。；]/)[0]!;
  // «A 300 万元，较上年增加 20 万元» elsewhere: 280 is what A was last year.
  const amounts = new Set(Array.from(sentence.matchAll(/(?<![\d,])\d[\d,]*\.\d+/g), ([digits]) => digits.replaceAll(',', '')));
  const isLast = topics.some(topic => lastOf(topic).some(amount => amounts.has(amount)));
  return (
    isLast ||
    topics.some(
      ({ level, previous }) =>
        level &&
        previous?.place.block === block &&
        sentence.includes(previous.printed) &&
        !previous.amount.value.eq(level.amount.value) &&
        (level.place.block ?? 0) <= block,
    )
  );
}

/** What a topic's own amount and its changes make of the year before, in its unit and at its decimals. */
function lastOf({ level, unit, changes }: Topic): string[] {
  if (!level || unit !== null) return [];
  return changes.flatMap(({ base, change, direction }) => {
    if (base !== 'year' || !change || !direction || change.amount.unit !== level.amount.unit) return [];
    const last = level.amount.value.minus(change.amount.value.times(direction));
    return last.gt(0) ? [formatLike(last, level.amount)] : [];
  });
}

/** «截至2022年12月31日 …；截至2023年12月31日 …», «年初结转 …（截至2022年12月31日）»: the end of the year before is meant. */
function isOpening({ text, start }: Stated, year: number): boolean {
  if (text.content.slice(start, start + 4) !== String(year - 1)) return false;
  const both = [...text.content.matchAll(closing)].some(match => match.groups!.year === String(year));
  return both || opening.test(sentenceAt({ text, start }));
}

/** The sentence a year stands in. */
function sentenceAt({ text, start }: Stated): string {
  return [text.content.slice(0, start), text.content.slice(start)]
    .map((side, i) => side.split(/[。；]/).at(i ? 0 : -1)!)
    .join('');
}

/** «2022年度A 15 万元，2023年度A 18 万元。» in a report of 2023. */
function compares({ text, start }: Stated, year: number): boolean {
  const stated = text.content.slice(start, start + 4);
  const sentence = text.content.slice(start).split(/[。；]/)[0]!;
  return stated !== String(year) && sentence.includes(`${year}年`);
}
