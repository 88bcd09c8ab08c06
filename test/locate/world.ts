import fc from 'fast-check';
import { Big, type Figure, type Relation } from '../../src/model/index.ts';
import { agree, fig, growth, share, sum } from '../check/build.ts';

/** A figure as it will be printed, with the kind of unit it carries. */
interface Draft {
  readonly id: string;
  readonly printed: string;
  readonly unit: string;
}

/** A consistent report: what is printed, and how relations are made of the figures that are printed in the end. */
export interface World {
  readonly drafts: readonly Draft[];
  /** Figures that a sum, a rate and another place speak of: a mistake in them can be located. */
  readonly repeated: readonly string[];
  readonly relations: (of: (id: string) => Figure) => Relation[];
}

/** Two levels of sums, shares of the lower in the upper, growth of the total, and every amount told a second time. */
export function worlds(options: { readonly decimals?: number } = {}): fc.Arbitrary<World> {
  const amount = fc.integer({ min: 10_000, max: 9_999_999 });
  const groups = fc.array(fc.array(amount, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 4 });
  return fc
    .record({ groups, change: amount, decimals: fc.constantFrom(0, 1, 2) })
    .map(world => build(world.groups, world.change, options.decimals ?? world.decimals));
}

function build(groups: readonly (readonly number[])[], delta: number, decimals: number): World {
  const drafts: Draft[] = [];
  const add = (id: string, value: Big, unit = '') =>
    drafts.push({ id, printed: value.toFixed(unit === '%' ? decimals : 2), unit });
  const cents = (value: number) => new Big(value).div(100);
  const totals = groups.map(parts => parts.reduce((a, b) => a + b, 0));
  const total = totals.reduce((a, b) => a + b, 0);
  const makers: ((of: (id: string) => Figure) => Relation)[] = [];
  const repeated: string[] = [];
  const twice = (id: string, value: Big) => {
    add(id, value);
    add(`${id}'`, value);
    repeated.push(id);
    makers.push(of => agree(of(id), of(`${id}'`)));
  };
  twice('total', cents(total));
  groups.forEach((parts, g) => {
    twice(`g${g}`, cents(totals[g]!));
    add(`g${g}%`, new Big(totals[g]!).times(100).div(total), '%');
    makers.push(of => share(of(`g${g}%`), of(`g${g}`), of('total'), 0));
    parts.forEach((part, p) => {
      twice(`g${g}p${p}`, cents(part));
      add(`g${g}p${p}%`, new Big(part).times(100).div(totals[g]!), '%');
      makers.push(of => share(of(`g${g}p${p}%`), of(`g${g}p${p}`), of(`g${g}`), g + 1));
    });
    makers.push(of =>
      sum(
        of(`g${g}`),
        parts.map((_, p) => of(`g${g}p${p}`)),
      ),
    );
  });
  makers.push(of =>
    sum(
      of('total'),
      groups.map((_, g) => of(`g${g}`)),
    ),
  );
  add('change', cents(delta));
  add('rate', new Big(delta).times(100).div(total + delta), '%');
  makers.push(of => growth(-1, of('total'), of('change'), of('rate')));
  return { drafts, repeated, relations: of => makers.map(make => make(of)) };
}

/** Prints a world, some figures with other digits than they should have. */
export function print(
  world: World,
  wrong: ReadonlyMap<string, string> = new Map(),
): { readonly relations: Relation[]; readonly figures: Figure[] } {
  const figures = new Map(
    world.drafts.map(({ id, printed, unit }) => [id, fig(`${wrong.get(id) ?? printed}${unit}`, { id, label: id })]),
  );
  return { figures: [...figures.values()], relations: world.relations(id => figures.get(id)!) };
}

/** What a hand makes of a printed number; far enough from it that no rounding explains it. */
export function slips(printed: string): string[] {
  const digits = [...printed].map((char, i) => ({ char, i })).filter(({ char }) => char !== '.');
  const put = (i: number, char: string) => printed.slice(0, i) + char + printed.slice(i + 1);
  const changed = digits
    .slice(0, -1)
    .flatMap(({ char, i }) => [put(i, String((Number(char) + 3) % 10)), put(i, String((Number(char) + 7) % 10))]);
  const swapped = digits.slice(1).flatMap(({ char, i }, n) => {
    const left = digits[n]!;
    return left.char === char ? [] : [[...put(i, left.char)].map((c, at) => (at === left.i ? char : c)).join('')];
  });
  const dropped = digits.slice(0, -2).map(({ i }) => printed.slice(0, i) + printed.slice(i + 1));
  const all = [...changed, ...swapped, ...dropped].filter(text => /^(?:[1-9]\d*|0)\.\d\d$/.test(text));
  return all.filter(text => new Big(text).minus(printed).abs().gt(1));
}
