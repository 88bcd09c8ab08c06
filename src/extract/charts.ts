import { amountOf, type Chart, placeOf, type Statement, type Text } from '../model/index.ts';
import type { Draft, Topic } from './narrative/topics.ts';
import { plain } from './plain.ts';

/** Figures of a chart, and the statement that they are those of the text. */
export interface ChartReading {
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
}

/**
 * Ties a chart to the list of the narrative it draws: the one whose parts carry the chart's labels. Where several do
 * (基本支出 and 项目支出 stand in three sections), the one with the most equal amounts, then the first.
 */
export function readChart(chart: Chart, topics: readonly Topic[], section: string, block: number): ChartReading {
  const drafts = chart.points.map(({ label, value }) => draftOf(label, value, section, block));
  if (drafts.some(draft => !draft)) return { drafts: drafts.filter(draft => draft !== null), statements: [] };
  const points = drafts as Draft[];
  const lists = topics.flatMap(topic => topic.lists.map(list => list.children));
  const told = lists.some(list => pair(list, points)) ? lists : parts(topics);
  const best = told
    .map(list => ({ list, pairs: pair(list, points) }))
    .filter(one => one.pairs !== null)
    .map(one => ({
      ...one,
      equal: one.pairs!.filter(([topic, point]) => topic.level!.amount.value.eq(point.amount.value)).length,
    }))
    .sort((a, b) => b.equal - a.equal)[0];
  if (!best) return { drafts: points, statements: [] };
  const statements = best.pairs!.map(([topic, point]): Statement => {
    point.fact = { ...topic.level!.fact };
    return { kind: 'same', source: 'chart', figures: [topic.level!, point], about: point.label };
  });
  return { drafts: points, statements };
}

function draftOf(label: Text, value: Text, section: string, block: number): Draft | null {
  const digits = value.content.trim().replace(/[%％]$/, '');
  const amount = amountOf(digits, /[%％]/.test(value.content) ? 'percent' : 'money', /[%％]/.test(value.content) ? '%' : '万元');
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

function pair(list: readonly Topic[], points: readonly Draft[]): [Topic, Draft][] | null {
  const pairs: [Topic, Draft][] = [];
  for (const point of points) {
    const topic = list.find(
      child =>
        child.level?.amount.kind === point.amount.kind &&
        core(child.label.core) === core(point.label) &&
        !pairs.some(([taken]) => taken === child),
    );
    if (!topic) return null;
    pairs.push([topic, point]);
  }
  return pairs;
}

/** Charts abbreviate: 收入, 支出, 费用, 财政拨款 and marks at the end are dropped on both sides. */
function core(label: string): string {
  return label.replace(/（\d*[类款项]）/g, '').replace(/(?:收入|支出|费用|费|财政拨款|运行维护|运行)+$/, '');
}
