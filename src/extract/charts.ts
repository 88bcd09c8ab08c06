import { amountOf, type Chart, placeOf, type Statement, type Text } from '../model/index.ts';
import { endingsOf, withoutEnd } from './labels.ts';
import type { Draft, Topic } from './narrative/topics.ts';
import { plain } from './plain.ts';

/** Figures of a chart, and the statement that they are those of the text. */
export interface ChartReading {
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
}

/** What a chart's numbers may be, where it does not say: the amounts of a list in one unit, or its shares. */
const UNITS = ['万元', '元', '亿元', '%'] as const;
type Unit = (typeof UNITS)[number];

/**
 * Ties a chart to the list of the narrative it draws: the one whose parts carry the chart's labels. Where several do
 * (基本支出 and 项目支出 stand in three sections), the one with the most equal figures, then the first; so it is with units.
 */
export function readChart(chart: Chart, topics: readonly Topic[], section: string, block: number): ChartReading {
  const drawn = unitsOf(chart).map(unit => chart.points.map(({ label, value }) => draftOf(label, value, unit, section, block)));
  const readings = drawn.filter((drafts): drafts is Draft[] => drafts.every(draft => draft !== null));
  if (!readings.length) return { drafts: drawn[0]!.filter(draft => draft !== null), statements: [] };
  const lists = topics.flatMap(topic => topic.lists.map(list => list.children));
  const best = readings
    .flatMap(points => {
      const told = lists.some(list => pair(list, points)) ? lists : parts(topics);
      return told.map(list => ({ points, pairs: pair(list, points) }));
    })
    .filter((one): one is { points: Draft[]; pairs: Pair[] } => one.pairs !== null)
    .map(one => ({ ...one, equal: one.pairs.filter(({ told, point }) => isSame(told, point)).length }))
    .sort((a, b) => b.equal - a.equal)[0];
  if (!best) return { drafts: readings[0]!, statements: [] };
  const statements = best.pairs.map(({ told, point }): Statement => {
    point.fact = { ...told.fact };
    return { kind: 'same', source: 'chart', figures: [told, point], about: point.label };
  });
  return { drafts: best.points, statements };
}

function unitsOf({ title, points }: Chart): readonly Unit[] {
  if (points.some(({ value }) => /[%％]/.test(value.content))) return ['%'];
  const stated = /[亿万]?元/.exec(title?.content ?? '')?.[0] as Unit | undefined;
  return stated ? [stated] : UNITS;
}

function draftOf(label: Text, value: Text, unit: Unit, section: string, block: number): Draft | null {
  const digits = value.content.trim().replace(/[%％]$/, '');
  const amount = amountOf(digits, unit === '%' ? 'percent' : 'money', unit);
  if (!amount) return null;
  const start = value.content.indexOf(digits);
  const name = plain(label).s;
  return {
    id: '',
    printed: digits,
    amount,
    place: { ...placeOf(value, start, start + digits.length), block },
    label: name,
    section,
    quote: `${name} ${digits}`,
    fact: { indicator: null, scope: null, period: null, measure: null },
  };
}

/** As far as both are printed. */
function isSame({ amount: one }: Draft, { amount: other }: Draft): boolean {
  return one.value.minus(other.value).abs().times(2).lte(one.step.plus(other.step));
}

/** Where no list holds all that a chart draws (one paragraph for each): what a part of the report tells under its main heading. */
function parts(topics: readonly Topic[]): readonly (readonly Topic[])[] {
  const byHeading = new Map<string | undefined, Topic[]>();
  for (const topic of topics) {
    if (topic.unit !== null || !topic.level) continue;
    const heading = topic.section.headings[0];
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), topic]);
  }
  return [...byHeading.values()];
}

/** What a list tells, and the point that draws it. */
interface Pair {
  readonly told: Draft;
  readonly point: Draft;
}

function pair(list: readonly Topic[], points: readonly Draft[]): Pair[] | null {
  const pairs: Pair[] = [];
  for (const point of points) {
    const told = list
      .filter(child => core(child.label.core) === core(point.label))
      .map(child => (point.amount.kind === 'percent' ? child.share?.rate : child.level))
      .find(draft => draft?.amount.kind === point.amount.kind && !pairs.some(taken => taken.told === draft));
    if (!told) return null;
    pairs.push({ told, point });
  }
  return pairs;
}

const dropped = endingsOf(['收入', '支出', '费用', '费', '财政拨款', '运行维护', '运行']);

/** Charts abbreviate: 收入, 支出, 费用, 财政拨款 and marks at the end are dropped on both sides. */
function core(label: string): string {
  return withoutEnd(label.replace(/（\d*[类款项]）/g, ''), dropped);
}
