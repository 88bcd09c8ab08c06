import type { Block, Heading } from '../../../model/index.ts';
import { ordinalStyle } from '../../ordinals.ts';
import { phrase } from '../../phrases.ts';
import { plain } from '../../plain.ts';

const YEAR = /20\d{2}(?=年)/g;
/** What may differ between two headings about one thing in two years. */
const SAID = /20\d{2}年度?|[预决]算|执行|安排|支出|使用|情况|说明|的|[“”"]/g;
/** What a budget tells of the year before. */
const OUTCOME = /决算|执行|完成情况/;
const SHORTEST = 3;

interface Dated {
  readonly block: number;
  readonly year: number;
  readonly level: number;
  readonly text: string;
  /** What it is about, the year aside. */
  readonly about: string;
}

/**
 * The headings under which a report tells another year's figures, with that year: «二、2021年“三公”经费决算情况» beside «一、2022年“三公”经费预算
 * 安排情况». That a heading bears another year is not enough, it may be a slip: the report has the same heading for its own year, or it is
 * a budget that tells what was spent before; and the text below says the same year.
 */
export function otherYears(blocks: readonly Block[], year: number | null, planned: boolean): ReadonlyMap<number, number> {
  const others = new Map<number, number>();
  if (year === null) return others;
  const dated = blocks.flatMap((block, i): Dated[] => {
    const one = block.kind === 'heading' ? datedOf(block, i) : null;
    return one ? [one] : [];
  });
  for (const one of dated) {
    if (one.year === year || one.level === 1) continue;
    const hasOwn = dated.some(
      own => own.year === year && own.level === one.level && own.about === one.about && own.about.length >= SHORTEST,
    );
    const isSpent = planned && one.year < year && OUTCOME.test(one.text);
    if ((hasOwn || isSpent) && saysAgain(blocks, one)) others.set(one.block, one.year);
  }
  return others;
}

function datedOf(heading: Heading, block: number): Dated | null {
  const text = plain(heading.text).s;
  const years = new Set(Array.from(text.matchAll(YEAR), match => Number(match[0])));
  if (years.size !== 1) return null;
  const about = (ordinalStyle(text) ? text.replace(phrase.ordinal, '') : text).replace(SAID, '');
  return { block, year: [...years][0]!, level: heading.level, text, about };
}

/** Whether the first words below a heading that tell a year tell the heading's. */
function saysAgain(blocks: readonly Block[], { block, year }: Dated): boolean {
  for (let i = block + 1; i < blocks.length; i++) {
    const below = blocks[i]!;
    if (below.kind === 'heading') return false;
    const told = below.kind === 'paragraph' ? plain(below.text).s.match(YEAR) : null;
    if (told) return Number(told[0]) === year;
  }
  return false;
}
