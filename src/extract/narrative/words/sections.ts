import { belonging, indicatorList } from '../../../domain/index.ts';
import { type Heading, lookUp } from '../../../model/index.ts';
import { carryOn, indicatorOfPath, type Label, labelOf, pathOf, scopeIn } from '../../labels.ts';
import { ordinalStyle } from '../../ordinals.ts';
import { phrase } from '../../phrases.ts';
import { plain } from '../../plain.ts';
import type { SubjectNames } from '../../subject-names.ts';
import type { Section } from '../topics.ts';
import { isItemHead } from './items.ts';
import { isSpent } from './naming.ts';
import { asSettled } from './planned.ts';

/** The section before any heading. */
export const START: Section = {
  number: 0,
  headings: [],
  title: '',
  outer: '',
  label: null,
  scope: null,
  fund: null,
  year: null,
  measure: null,
  silent: false,
};

/** Follows headings as they come: each one closes those of its level and below. */
export class Outline {
  private stack: { level: number; text: string; plain: string; year: number | null }[] = [];
  private count = 0;

  constructor(
    private readonly names: SubjectNames,
    private readonly planned = false,
  ) {}

  /** `year`: that it tells of, where that is not the report's. */
  enter(heading: Heading, year: number | null = null): Section {
    const text = heading.text.content.replace(/\s+/g, ' ').trim();
    this.stack = this.stack.filter(one => one.level < heading.level);
    this.stack.push({
      level: heading.level,
      text,
      plain: (this.planned ? asSettled(plain(heading.text)) : plain(heading.text)).s,
      year,
    });
    const inner = [...this.stack].reverse();
    const above = inner.slice(1).flatMap(one => labelOfHeading(one.plain, this.names) ?? []);
    const own = inner[0]
      ? (labelOfHeading(inner[0].plain, this.names) ?? itemOfHeading(inner[0].plain, above[0], this.names))
      : null;
    const labels = own ? [own, ...above] : above;
    const scopes = inner.flatMap(one => scopeIn(one.plain)?.scope ?? []);
    return {
      number: ++this.count,
      headings: this.stack.map(one => one.text),
      title: this.stack.map(one => one.text).join(' › '),
      outer: (own?.path ? this.stack.slice(0, -1) : this.stack).flatMap(one => (pathOf(one.plain) ? [] : [one.text])).join(' › '),
      label: labels[0] ? within(labels[0], labels.slice(1)) : null,
      scope: scopes[0] ?? null,
      fund: scopes.find(scope => scope !== '财政拨款') ?? null,
      year: inner.find(one => one.year !== null)?.year ?? null,
      measure:
        inner[0] && /年初预算(?:数|安排)?(?:情况)?(?:说明)?$/.test(inner[0].plain) && !/决算|执行/.test(inner[0].plain)
          ? '年初预算'
          : null,
      silent: this.stack.some(one => belonging.silent.some(word => one.plain.includes(word))),
    };
  }
}

/** A 款 under the heading of its 类. */
function within(label: Label, outer: readonly Label[]): Label {
  if (!label.path) return label;
  const path = outer.reduce((inner, { path: next }) => carryOn(inner, next), label.path);
  return { ...label, path, indicator: indicatorOfPath(path) };
}

/** «1.机构运行» under a heading on expenditure: an item of it, by whatever name. */
function itemOfHeading(text: string, above: Label | undefined, names: SubjectNames): Label | null {
  if (!above?.indicator || above.path || !isSpent(above.indicator) || !isItemHead(text, '。', ordinalStyle(text))) return null;
  const path = names.path(text, true);
  const core = text.replace(phrase.ordinal, '');
  return { core, key: core, indicator: path ? indicatorOfPath(path) : null, scope: null, path };
}

function labelOfHeading(text: string, names: SubjectNames): Label | null {
  const path = pathOf(text.replace(phrase.ordinal, '')) ?? names.path(text, false);
  if (path) return { core: text.replace(phrase.ordinal, ''), key: text, indicator: indicatorOfPath(path), scope: null, path };
  const named = labelOf(text.replace(phrase.about, ''), null);
  if (named.indicator && lookUp(indicatorList, named.indicator)) return named;
  const found = belonging.headings.find(one => one.has.every(word => text.includes(word)));
  if (!found) return null;
  return {
    core: found.indicator,
    key: found.indicator,
    indicator: found.indicator,
    scope: scopeIn(text)?.scope ?? null,
    path: null,
  };
}
