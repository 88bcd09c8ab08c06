import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseAst } from 'vite';

/** A regular expression of the program, and the first place that writes it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** What begins to run when it is loaded. */
const STARTS = new Set(['src/commands/batch/thread.ts', 'src/cli.ts', 'src/worker.ts', 'src/page/main.ts', 'src/page/worker.ts']);

type Node = Readonly<Record<string, unknown>> & { readonly type?: string; readonly start?: number };

/**
 * Every regular expression of src/: those written in the code, those that modules compile out of word lists when they are loaded, and
 * those that functions compile, with a word in place of what they are given. Nothing of src/ may have been loaded before.
 */
export async function patternsOf(): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const add = (source: string, flags: string, where: string) => {
    const key = `${flags}/${source}`;
    if (!found.has(key)) found.set(key, { source, flags, where });
  };
  for (const file of sources()) {
    const text = readFileSync(file, 'utf8');
    for (const { source, flags, at } of written(parseAst(text, { lang: 'ts' }) as unknown as Node))
      add(source, flags, `${relative('src', file)}:${text.slice(0, at).split('\n').length}`);
  }
  const original = globalThis.RegExp;
  const noting = new Proxy(original, {
    construct(target, [pattern, flags]: [string | RegExp, string?], newTarget) {
      const made = Reflect.construct(target, flags === undefined ? [pattern] : [pattern, flags], newTarget) as RegExp;
      const where = /\/src\/([^?:]+\.ts)\D+(\d+)/.exec(new Error().stack!.split('\n').find(line => line.includes('/src/')) ?? '');
      if (where) add(made.source, made.flags, `${where[1]}:${where[2]}`);
      return made;
    },
  });
  globalThis.RegExp = noting;
  try {
    for (const file of sources()) {
      if (STARTS.has(file)) continue;
      const module = (await import(/* @vite-ignore */ resolve(file))) as { readonly patterns?: () => unknown };
      // Where patterns are compiled when they are first needed, the module hands them out.
      module.patterns?.();
    }
  } finally {
    globalThis.RegExp = original;
  }
  return [...found.values()];
}

function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map(name => `src/${name}`);
}

function* written(node: Node): Iterable<{ readonly source: string; readonly flags: string; readonly at: number }> {
  const { regex } = node as { readonly regex?: { readonly pattern: string; readonly flags: string } };
  if (node.type === 'Literal' && regex) yield { source: regex.pattern, flags: regex.flags, at: node.start ?? 0 };
  if (node.type === 'NewExpression' && (node.callee as Node).name === 'RegExp') {
    const [source, flags] = (node.arguments as Node[]).map(textOf);
    if (source && compiles(source, flags ?? '')) yield { source, flags: flags ?? '', at: node.start ?? 0 };
  }
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && typeof one === 'object' && 'type' in one) yield* written(one as Node);
  }
}

/** The text of an argument, with a word for each value that is put into it; undefined for what only running tells. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { readonly value: { readonly cooked: string } }[]).map(part => part.value.cooked).join('某');
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== '';
  } catch {
    return false;
  }
}
