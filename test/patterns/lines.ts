import { readdirSync, readFileSync } from 'node:fs';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { randomOf } from '../generator/random.ts';
import type { Pattern } from './collect.ts';

/** A line that is made to be hard: something, something else again and again, and an end on which it fails. */
export interface Shape {
  readonly before: string;
  readonly again: string;
  readonly after: string;
}

/** A line of a shape, of about so many characters. */
export function lineOf({ before, again, after }: Shape, length: number): string {
  return before + again.repeat(Math.max(1, Math.round((length - before.length - after.length) / again.length))) + after;
}

/** What reports are written with, a few of each kind; the first that belongs to a class stands for it. */
const CHARACTERS = [...'字1 a，。（）：；、一的.-/(),:"\'<>=|　\tA_[]《》0９％%万元年类\n\u0000🙂'];
/** No pattern ends on it. */
const END = '\u0000';
const FEW = 3;
const flagsOf = (flags: string) => flags.replace(/[gmy]/g, '');

/**
 * Lines for one pattern, out of its own source: for each part that may be repeated so often, what leads to it once and the part without end; what
 * leads to it again and again; and both with an end that it does not expect.
 */
export function shapesFor({ source, flags }: Pattern, repeated: number): Shape[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: /u/.test(flags),
    unicodeSets: /v/.test(flags),
  });
  const shapes = new Map<string, Shape>();
  const add = (before: string, again: string, stop: string) => {
    if (again === '') return;
    for (const start of new Set([before, END + before]))
      for (const after of new Set(['', END, stop + END])) {
        const shape = { before: start, again, after };
        shapes.set(JSON.stringify(shape), shape);
      }
  };
  visitRegExpAST(pattern, {
    onQuantifierEnter(node) {
      if (node.max < repeated) return;
      const { raw, type } = node.element;
      const one = /Character/.test(type) ? new RegExp(`^(?:${raw})$`, flagsOf(flags)) : undefined;
      const stop = [...raw.slice(1), ...CHARACTERS].find(char => one && !one.test(char)) ?? END;
      const parts = samplesOf(node.element, flags);
      const leads = beforeOf(node, flags);
      const [next] = afterOf(node, flags);
      for (const lead of leads) {
        for (const part of parts) {
          add(lead, part, stop);
          add('', lead + part, stop);
          if (next) add(lead, part + next, stop);
        }
        add('', lead, stop);
        if (parts.length > 1) add(lead, parts.join(''), stop);
      }
    },
  });
  return [...shapes.values()];
}

/** Short texts that a part of a pattern matches, each begun in another way. */
function samplesOf(node: AST.Element | AST.Alternative, flags: string): string[] {
  switch (node.type) {
    case 'Character':
      return [String.fromCodePoint(node.value)];
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const one = new RegExp(`^(?:${node.raw})$`, flagsOf(flags));
      const own = [...node.raw.matchAll(/[\u4e00-\u9fa5A-Za-z0-9]/g)].map(match => match[0]);
      return [...new Set([...CHARACTERS, ...own])].filter(char => one.test(char)).slice(0, FEW);
    }
    case 'Alternative':
      return node.elements.reduce<string[]>((starts, element) => joined(starts, samplesOf(element, flags)), ['']);
    case 'Group':
    case 'CapturingGroup': {
      const each = node.alternatives.map(one => samplesOf(one, flags));
      // Of a long list of words some from its beginning, its middle and its end.
      const step = Math.max(1, Math.floor(each.length / FEW));
      return [...new Set(each.filter((_, i) => i % step === 0).flat())].slice(0, FEW);
    }
    case 'Quantifier': {
      const once = samplesOf(node.element, flags);
      const least = once.map(text => text.repeat(Math.min(node.min, 20)));
      return node.min === 0 ? ['', ...once].slice(0, FEW) : least;
    }
    default:
      return [''];
  }
}

function joined(starts: readonly string[], ends: readonly string[]): string[] {
  const [end = ''] = ends;
  return [...new Set([...starts.map(start => start + end), ...ends.map(one => (starts[0] ?? '') + one)])].slice(0, FEW);
}

/** What stands before a part, in its own alternative and in those around it. */
function beforeOf(node: AST.Quantifier, flags: string): string[] {
  return aside(node, flags, (elements, at) => elements.slice(0, at)).reduce<string[]>(
    (inner, outer) => joined(outer, inner),
    [''],
  );
}

function afterOf(node: AST.Quantifier, flags: string): string[] {
  return aside(node, flags, (elements, at) => elements.slice(at + 1, at + 2))[0] ?? [];
}

/** The texts beside a part at each level, from the inside outwards. */
function aside(
  node: AST.Element,
  flags: string,
  take: (elements: readonly AST.Element[], at: number) => readonly AST.Element[],
): string[][] {
  const levels: string[][] = [];
  for (let one: AST.Node | null = node; one; one = one.parent) {
    const parent: AST.Node | null = one.parent;
    if (parent?.type !== 'Alternative') continue;
    const beside = take(parent.elements, parent.elements.indexOf(one as AST.Element));
    levels.push(beside.reduce<string[]>((starts, element) => joined(starts, samplesOf(element, flags)), ['']));
  }
  return levels;
}

/** Lines for all patterns, out of the words of src/domain: single words, two in turn, and words of which the last sign is wrong. */
export function shapesOfWords(seed: number, count: number): Shape[] {
  const random = randomOf(seed);
  const words = [
    ...new Set(
      readdirSync('src/domain')
        .filter(name => name.endsWith('.yaml'))
        .flatMap(wordsIn),
    ),
  ];
  return Array.from({ length: count }, (_, i): Shape => {
    const [one, other] = [random.pick(words), random.pick(words)];
    const again = [one, one + other, `${one.slice(0, -1)}某`, `${one}1.00万元`, `${one}（`, `${one}，`][i % 6]!;
    return { before: i % 2 ? '' : other, again, after: i % 3 ? END : '' };
  });
}

function wordsIn(name: string): string[] {
  return readFileSync(`src/domain/${name}`, 'utf8').match(/[\u4e00-\u9fa5]{1,12}/g) ?? [];
}
