import { belonging } from '../../domain/index.ts';
import type { Heading } from '../../model/index.ts';
import { indicatorOfPath, type Label, pathOf, scopeIn } from '../labels.ts';
import { phrase } from '../phrases.ts';
import { plain } from '../plain.ts';
import type { Section } from './topics.ts';

/** The section before any heading. */
export const START: Section = { number: 0, headings: [], title: '', label: null, scope: null, silent: false };

/** Follows headings as they come: each one closes those of its level and below. */
export class Outline {
  private stack: { level: number; text: string; plain: string }[] = [];
  private count = 0;

  enter(heading: Heading): Section {
    const text = heading.text.content.replace(/\s+/g, ' ').trim();
    this.stack = this.stack.filter(one => one.level < heading.level);
    this.stack.push({ level: heading.level, text, plain: plain(heading.text).s });
    const inner = [...this.stack].reverse();
    const label = inner.map(one => labelOfHeading(one.plain)).find(found => found !== null) ?? null;
    const scope = inner.map(one => scopeIn(one.plain)?.scope).find(found => found !== undefined) ?? null;
    return {
      number: ++this.count,
      headings: this.stack.map(one => one.text),
      title: this.stack.map(one => one.text).join(' › '),
      label,
      scope,
      silent: this.stack.some(one => belonging.silent.some(word => one.plain.includes(word))),
    };
  }
}

function labelOfHeading(text: string): Label | null {
  const path = pathOf(text.replace(phrase.ordinal, ''));
  if (path) return { core: text.replace(phrase.ordinal, ''), key: text, indicator: indicatorOfPath(path), scope: null, path };
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
