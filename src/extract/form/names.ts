import { form } from '../../domain/index.ts';
import { type Block, distance, type Remark, type Text } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { originOf, plain } from '../plain.ts';
import { notesUnder } from './notes.ts';
import { onceAt, remarkAt } from './remark.ts';
import { titlesOf } from './titles.ts';

const compiled = (patterns: readonly string[]) =>
  patterns.map(pattern => new RegExp(pattern.replace('{name}', form.names.body), 'g'));
const told = compiled(form.names.told);
const titles = compiled([...form.names.titles, ...form.names.corners]);
const corners = compiled(form.names.corners);
const nobody = new RegExp(form.names.nobody);
const above = new RegExp(form.names.above);
const off = new RegExp(form.names.off, 'g');
const units = new RegExp(form.names.units);
const offices = new Set(form.names.offices);
const renamed = new RegExp(form.names.renamed);

/**
 * One report tells the accounts of one body: the name in its sentences, its headings and the titles of its tables is the same
 * throughout, in full or shortened. Told only where the report is regular: at least three times one name, at most twice another one,
 * which is no body of the department and no name it bore before. A near-miss of the name may stand more often. `entity`: whose report
 * it is by its title.
 */
export function namesCarried(blocks: readonly Block[], narrative: Narrative, entity: string | null): Remark[] {
  const found = blocks.flatMap((block, i) => {
    const section = narrative.sections.get(i);
    if (section?.silent && block.kind !== 'table') return [];
    const at = (text: Text, patterns: readonly RegExp[]) =>
      namesIn(text, patterns, entity).map(({ name, start, end }) => ({
        name,
        isCorner: corners.some(pattern => plain(text).s.search(pattern) >= 0),
        remark: remarkAt(text, start, end, i, section?.title ?? ''),
      }));
    if (block.kind === 'heading') return at(block.text, titles);
    const cornered = block.kind === 'paragraph' && block.text.content.length < LINE ? at(block.text, corners) : [];
    const under = notesUnder(block).flatMap(text => at(text, told));
    const named = [...titlesOf(block).flatMap(text => at(text, titles)), ...cornered, ...under];
    return block.kind === 'paragraph' && !named.length ? at(block.text, told) : named;
  });
  const often = mostOften(found.map(one => one.name));
  // A slip that was copied from sentence to sentence is one all the same: the title of the report says whose it is.
  const front = blocks.slice(0, FRONT).flatMap(block => ('text' in block ? namesIn(block.text, titles, null) : []))[0]?.name;
  const titled =
    front !== undefined && often !== null && front !== often && isNear(often, front) && found.some(one => one.name === front);
  const usual = titled ? front : often;
  const own = found.filter(one => usual !== null && isShort(one.name, usual));
  if (usual === null) return [];
  const strangers = found.filter(one => !own.includes(one));
  // The title of the report is one more place that names it, against a slip of it and against what a table says that it is of.
  const isClear =
    strangers.every(one => one.isCorner || isNear(one.name, usual) || isAbove(one.name, usual)) ||
    (strangers.length === 1 && isPeer(strangers[0]!.name, usual));
  const times = own.length + (isClear && entity !== null && isShort(entity, usual) ? 1 : 0);
  if (times < (titled ? FEW - 1 : FEW)) return [];
  const known = ({ name }: { readonly name: string }) => narrative.bodies.includes(name) || isKnown(name, blocks, narrative);
  const missed = strangers.filter(one => isNear(one.name, usual) && !known(one));
  const others = strangers.filter(one => !missed.includes(one));
  const rare = titled || missed.length < times;
  const regular = rare && others.length <= 2 && !others.some(known);
  // A name a character or two off is a slip, whatever else is named; another body is told only where it is an exception.
  const judged = regular ? found : rare ? [...own, ...missed] : [];
  if (!regular && missed.length === 0) return [];
  return judged.map(({ name, remark }) => ({
    ...remark,
    rule: 'FRM-011',
    holds: own.some(one => one.name === name),
    expected: usual,
    params: { name, expected: usual },
  }));
}

function namesIn(text: Text, patterns: readonly RegExp[], entity: string | null) {
  const whole = plain(text);
  const isNobody = (name: string) => nobody.test(name) && (entity === null || (name !== entity && !isNear(name, entity)));
  const all = patterns.flatMap(pattern =>
    [...whole.s.matchAll(pattern)].flatMap(match => {
      const { name } = match.groups!;
      if (!name || isNobody(name)) return [];
      const from = match.index + match[0].indexOf(name);
      const [start, end] = originOf(whole, from, from + name.length);
      return [{ name, start, end }];
    }),
  );
  return onceAt(all);
}

/** A body of the department, or a name of before: listed, in a cell of its own, or told with words of change. */
function isKnown(name: string, blocks: readonly Block[], narrative: Narrative): boolean {
  return blocks.some((block, i) => {
    if (block.kind === 'table') return block.cells.some(cell => plain(cell.text).s.replace(/^[\d.、]+/, '') === name);
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
    const { s } = plain(block.text);
    if (!s.includes(name)) return false;
    // «某局所属各预算单位» says whose units these are, not that the body is one of them.
    return (
      s.includes(`原${name}`) ||
      renamed.test(s.replace(new RegExp(`${name}(?:及?所属|下属)`), '')) ||
      (block.kind === 'paragraph' && isList(narrative, i))
    );
  });
}

function isList(narrative: Narrative, block: number): boolean {
  const section = narrative.sections.get(block);
  // «某馆2023年度单位决算» heads all of a report, no list of units.
  const heading = section?.headings.at(-1)?.replace(/(?:部门|单位)[决预]算/g, '') ?? '';
  return section !== undefined && (section.silent || units.test(heading));
}

/** «某市水务局» beside «某市某区水务局»: the body of the place above. */
function isAbove(name: string, usual: string): boolean {
  const { above: place, rest } = above.exec(usual.replace(off, ''))?.groups ?? {};
  return place !== undefined && name.replace(off, '') === `${place}${rest}`;
}

/** «某县水利局» beside «某县交通运输局»: two offices of one place, of which neither is a unit of the other. */
function isPeer(name: string, usual: string): boolean {
  const [a, b] = [name, usual].map(one => PLACED.exec(one.replace(off, ''))?.groups);
  return a !== undefined && b !== undefined && a.place === b.place && a.end === b.end;
}
const PLACED = /^(?<place>[\u4e00-\u9fa5]{1,8}[省市县区旗州])[\u4e00-\u9fa5]{2,}(?<end>[局厅])$/;

function mostOften(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The title of a report is one of its first blocks. */
const FRONT = 3;
/** So often at least a report names its body, its title counted. */
const FEW = 3;
const PLACES = '省市县区旗州盟镇乡村';
/** Of names as long as this, one that lacks a character is no shorter form. */
const LOSING = 6;
/** A line above a table is no longer. */
const LINE = 60;

/** One name with a character or two put wrong: 水务与海洋局 for 水务和海洋局; the places before them are the same. */
function isNear(name: string, usual: string): boolean {
  const [a, b] = [name, usual].map(one => one.replace(off, '')) as [string, string];
  if (Math.min(a.length, b.length) < 5 || a.slice(0, 2) !== b.slice(0, 2)) return false;
  if (a.at(-1) === b.at(-1)) return distance(a, b) <= (b.length > 8 ? 2 : 1);
  return distance(a, b) === 1 && [a, b].every(name => offices.has(name.at(-1)!));
}

/** Whether one name is the other, or is it with characters left out: 市财政局 of 某某市财政局（本级）. */
function isShort(a: string, b: string): boolean {
  if (isAbove(a, b)) return false;
  const [short, long] = [a, b].map(name => name.replace(off, '')).sort((one, other) => one.length - other.length) as [
    string,
    string,
  ];
  let at = 0;
  let dropped = -1;
  for (const [i, c] of [...long].entries()) {
    if (c === short[at]) at++;
    else if (dropped < 0) dropped = i;
  }
  // A single character lost inside, but for that of a place («清江文化馆») or between two words, shortens nothing.
  const isLost = long.length - short.length === 1 && dropped > 1 && dropped < long.length - 1 && !PLACES.includes(long[dropped]!);
  return at === short.length && !(isLost && short.length > LOSING);
}
