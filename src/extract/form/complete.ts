import { form } from '../../domain/index.ts';
import type { Block, Heading, Remark } from '../../model/index.ts';
import type { Narrative, Topic } from '../narrative/index.ts';
import { plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

const { sections, whole, counts, reasons } = form.completeness;
const reason = new RegExp(reasons.words);

/**
 * What inspectors look for: the sections that have to be there, counts beside the money of the three expenses, a reason for the
 * change of a total. Only in accounts that are told in full: an excerpt is not held to it.
 */
export function completeness(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const headings = blocks.flatMap((block, i) => (block.kind === 'heading' ? [{ block, i, s: plain(block.text).s }] : []));
  const found = whole.filter(word => headings.some(({ s }) => s.includes(word)));
  // Titles of tables alone tell nothing in words.
  if (found.length < whole.length || !narrative.topics.some(topic => topic.level)) return [];
  if (!headings.some(({ s }) => s.includes('决算'))) return [];
  const texts = blocks.map(block =>
    'text' in block ? plain(block.text).s : block.kind === 'table' ? (block.title?.content ?? '') : '',
  );
  const last = headings.at(-1)!;
  return [
    ...missingSections(texts, last),
    ...missingCounts(blocks, narrative, texts),
    ...missingReasons(blocks, narrative, texts),
  ];
}

function missingSections(texts: readonly string[], { block, i }: { readonly block: Heading; readonly i: number }): Remark[] {
  return sections
    .filter(({ words }) => !texts.some(text => words.some(word => text.includes(word))))
    .map(({ name }) => ({
      ...remarkAt(block.text, 0, block.text.content.length, i, block.text.content),
      rule: 'CPL-001',
      params: { name },
    }));
}

/** Money that was spent, and nowhere in its section what was counted. */
function missingCounts(blocks: readonly Block[], narrative: Narrative, texts: readonly string[]): Remark[] {
  return counts.flatMap(({ indicator, units, name }): Remark[] => {
    const told = narrative.topics.filter(one => one.indicator === indicator && one.unit === null && one.level);
    const spent = told.find(one => one.level!.amount.value.gt(0));
    if (!spent || told.some(one => one.level!.amount.value.eq(0))) return [];
    const words = new RegExp(units);
    if (texts.some(text => words.test(text))) return [];
    return at(spent, blocks, 'CPL-002', { name: spent.label.core || indicator, count: name });
  });
}

/** A change of a total without its reason, where the report gives reasons for others. */
function missingReasons(blocks: readonly Block[], narrative: Narrative, texts: readonly string[]): Remark[] {
  const changed = narrative.topics.filter(
    one =>
      reasons.indicators.includes(one.indicator ?? '') &&
      !one.list &&
      one.changes.some(({ base, change }) => base === 'year' && change !== null && !change.amount.value.eq(0)),
  );
  const isGiven = (topic: Topic) => {
    const block = topic.changes[0]!.change?.place.block ?? topic.level?.place.block;
    return block === undefined || [block, block + 1].some(i => blocks[i]?.kind === 'paragraph' && reason.test(texts[i] ?? ''));
  };
  const missing = changed.filter(topic => topic.level && !isGiven(topic));
  return missing.length * 2 > changed.length
    ? []
    : missing.flatMap(topic => at(topic, blocks, 'CPL-003', { name: topic.label.core }));
}

function at({ level }: Topic, blocks: readonly Block[], rule: string, params: Remark['params']): Remark[] {
  if (!level) return [];
  const { place, printed, quote, section } = level;
  return blocks[place.block ?? -1]
    ? [{ kind: 'remark', source: 'narrative', rule, holds: false, place, printed, quote, section, params, figures: [level] }]
    : [];
}
