import { form } from '../../domain/index.ts';
import { type Block, type Figure, type Heading, type Remark, remarkAtFigure } from '../../model/index.ts';
import type { Narrative, Topic } from '../narrative/index.ts';
import { plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

const { sections, whole, counts, costs, reasons, nothing } = form.completeness;
const reason = new RegExp(reasons.words);
const leading = new RegExp(`^[^。；]{0,16}(?:${reasons.words})`);

/** A report that is told in full, and its texts in plain form, block by block. */
interface Told {
  readonly blocks: readonly Block[];
  readonly narrative: Narrative;
  readonly texts: readonly string[];
}

/**
 * What inspectors look for: the sections that have to be there, each of the three expenses with its amount and its counts, a reason for
 * the change of a total and for a completion far from 100 %. Only in accounts that are told in full: an excerpt is not held to it.
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
  const told = { blocks, narrative, texts };
  return [
    ...missingSections(texts, last),
    ...missingCosts(told),
    ...missingCounts(told),
    ...missingReasons(told),
    ...unexplained(told),
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

/** What the section on the three expenses says, its definitions aside; of a report without one, all that it says. */
function ofTravel({ narrative, texts }: Told): string[] {
  const said = texts.filter((_, i) => !narrative.sections.get(i)?.silent);
  const own = texts.filter((_, i) => {
    const section = narrative.sections.get(i);
    return section !== undefined && !section.silent && section.headings.some(heading => heading.includes('三公'));
  });
  return own.length ? own : said;
}

/** The three expenses are told, and one of their parts is told neither with an amount nor as not having occurred. */
function missingCosts(told: Told): Remark[] {
  const spent = told.narrative.topics.find(
    ({ indicator, level, unit }) => indicator === costs.of && unit === null && level?.amount.value.gt(0),
  );
  if (!spent) return [];
  const said = ofTravel(told).join('。');
  return costs.parts
    .filter(({ words }) => {
      const [of, none] = [words.join('|'), nothing.join('|')];
      return !new RegExp(`(?:${of})[^。；]{0,60}(?:\\d|${none})|(?:${none})[^。；]{0,40}(?:${of})`).test(said);
    })
    .flatMap(({ name }) => at(spent.level, told.blocks, 'CPL-004', { name }));
}

/** Money that was spent, and nowhere what was counted. */
function missingCounts(told: Told): Remark[] {
  const { narrative, blocks, texts } = told;
  return counts.flatMap(({ indicator, units, name, anywhere }): Remark[] => {
    const all = narrative.topics.filter(one => one.indicator === indicator && one.unit === null && one.level);
    const spent = all.find(one => one.level!.amount.value.gt(0));
    if (!spent || all.some(one => one.level!.amount.value.eq(0))) return [];
    const words = new RegExp(units);
    if (ofTravel(told).some(text => words.test(text))) return [];
    if (anywhere && texts.some(text => text.includes(anywhere))) return [];
    return at(spent.level, blocks, 'CPL-002', { name: spent.label.core || indicator, count: name });
  });
}

/** Whether a reason follows a figure: in its paragraph from its sentence on, or at the head of the next one. */
function isExplained(figure: Figure, { blocks, texts }: Told): boolean {
  const { block } = figure.place;
  if (block === undefined) return true;
  const text = texts[block] ?? '';
  const digits = figure.printed.replace(/[%％]$/, '');
  const from = text.lastIndexOf('。', Math.max(0, text.indexOf(digits))) + 1;
  const next = blocks[block + 1]?.kind === 'paragraph' ? (texts[block + 1] ?? '') : '';
  return reason.test(text.slice(from)) || leading.test(next);
}

/** Those of which the fewer lack a reason: where most do, that is how the report is told. */
const fewer = <T>(missing: readonly T[], all: readonly T[]): readonly T[] => (missing.length * 2 > all.length ? [] : missing);

/** A change of a total without its reason, where the report gives reasons for others. */
function missingReasons(told: Told): Remark[] {
  const changed = told.narrative.topics.filter(
    one =>
      reasons.indicators.includes(one.indicator ?? '') &&
      !one.list &&
      one.changes.some(({ base, change }) => base === 'year' && change !== null && !change.amount.value.eq(0)),
  );
  const isGiven = (topic: Topic) => {
    const figure = topic.changes[0]!.change ?? topic.level;
    return !figure || isExplained(figure, told);
  };
  const missing = changed.filter(topic => topic.level && !isGiven(topic));
  return fewer(missing, changed).flatMap(topic => at(topic.level, told.blocks, 'CPL-003', { name: topic.label.core }));
}

/** Money of which much less or much more than its budget was spent, and nothing says why. */
function unexplained(told: Told): Remark[] {
  const { least, most } = reasons.completion;
  const apart = told.narrative.topics.flatMap(({ completions: [first], level, label, unit }) =>
    first && level?.amount.value.gt(0) && unit === null && !first.rate.amount.value.eq(100)
      ? [{ rate: first.rate, name: label.core }]
      : [],
  );
  const isFar = ({ amount: { value } }: Figure) => value.lt(least) || value.gt(most);
  const missing = apart.filter(({ rate }) => isFar(rate) && !isExplained(rate, told));
  return fewer(missing, apart).flatMap(({ rate, name }) => at(rate, told.blocks, 'CPL-005', { name, rate: rate.printed }));
}

function at(figure: Figure | null, blocks: readonly Block[], rule: string, params: Remark['params']): Remark[] {
  if (!figure) return [];
  return blocks[figure.place.block ?? -1]
    ? [remarkAtFigure(rule, 'narrative', figure, { holds: false, blame: 'none', params })]
    : [];
}
