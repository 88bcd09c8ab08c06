import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideWith, implied, run } from '../../src/check/index.ts';
import { locate } from '../../src/locate/index.ts';
import { type Figure, formatLike, parseNumber, type Relation } from '../../src/model/index.ts';
import { locateAll, readingOf } from './scene.ts';
import { print, slips, type World, worlds } from './world.ts';

const SEED = 20240917;
const settings = (numRuns: number) => ({ seed: SEED, numRuns });

/** Which figures the findings name, the first three of each. */
function named({ findings }: ReturnType<typeof locateAll>): Set<string> {
  return new Set(findings.flatMap(({ suspects, spots }) => suspects.slice(0, 3).map(({ place }) => spots[place]!.figure!.id)));
}

/** A world with one or two of its repeated figures printed wrong. */
function mistakes(count: number): fc.Arbitrary<{ readonly world: World; readonly wrong: ReadonlyMap<string, string> }> {
  return worlds().chain(world =>
    fc
      .record({
        picks: fc.uniqueArray(fc.nat(world.repeated.length - 1), { minLength: count, maxLength: count }),
        roll: fc.array(fc.nat(), { minLength: count, maxLength: count }),
      })
      .map(({ picks, roll }) => {
        const wrong = new Map<string, string>();
        picks.forEach((pick, i) => {
          const id = world.repeated[pick]!;
          const ways = slips(world.drafts.find(draft => draft.id === id)!.printed);
          wrong.set(id, ways[roll[i]! % ways.length]!);
        });
        return { world, wrong };
      }),
  );
}

/** The report after everything that its problems say has been set to what it should be. */
function corrected({ figures, relations }: { readonly figures: readonly Figure[]; readonly relations: readonly Relation[] }) {
  const { findings, issues } = locateAll(relations, figures);
  const values = new Map<string, ReturnType<typeof parseNumber>>();
  const done = new Set<string>();
  for (const { corrections, cause } of issues) {
    for (const { spot, to } of corrections) if (to !== null && spot.figure) values.set(spot.figure.id, parseNumber(to)!);
    if (corrections.some(({ to }) => to !== null)) done.add(cause);
  }
  // Where nothing decides, the first that may be it.
  for (const { suspects, spots, cause } of findings.filter(finding => finding.verdict === 'fails')) {
    const [best] = suspects;
    if (!best?.implied || done.has(cause)) continue;
    done.add(cause);
    values.set(spots[best.place]!.figure!.id, parseNumber(best.implied)!);
  }
  const overrides = new Map(
    [...values].map(([id, number]) => [id, number!.value.times(figures.find(figure => figure.id === id)!.amount.factor)]),
  );
  return relations.filter(relation => decideWith(relation, overrides) === 'fails');
}

describe('a consistent report', () => {
  it('never fails and never gets a suspect', () => {
    fc.assert(
      fc.property(worlds(), world => {
        const { findings } = locateAll(print(world).relations);
        expect(findings.filter(finding => finding.verdict === 'fails' || finding.suspects.length > 0)).toEqual([]);
      }),
      settings(60),
    );
  });
});

describe('one mistake', () => {
  it('is noticed, and the figure is among the first suspects', () => {
    let runs = 0;
    fc.assert(
      fc.property(mistakes(1), ({ world, wrong }) => {
        const { figures, relations } = print(world, wrong);
        const located = locateAll(relations, figures);
        expect(located.findings.some(finding => finding.verdict === 'fails')).toBe(true);
        expect([...named(located)]).toContain([...wrong.keys()][0]);
        const [first] = located.findings
          .filter(finding => finding.verdict === 'fails')
          .map(({ suspects: [best], spots }) => [spots[best!.place]!.label, best!.implied]);
        expect(first).toEqual([[...wrong.keys()][0], world.drafts.find(draft => wrong.has(draft.id))!.printed]);
        runs++;
      }),
      settings(100),
    );
    expect(runs).toBe(100);
  });

  it('has one cause, and its correction leaves nothing that fails', () => {
    fc.assert(
      fc.property(mistakes(1), ({ world, wrong }) => {
        const scene = print(world, wrong);
        const { findings } = locateAll(scene.relations, scene.figures);
        expect(new Set(findings.filter(finding => finding.verdict === 'fails').map(finding => finding.cause)).size).toBe(1);
        expect(corrected(scene)).toEqual([]);
      }),
      settings(60),
    );
  });

  it('is told the same in whatever order the relations come', () => {
    fc.assert(
      fc.property(
        mistakes(2).chain(mistake =>
          fc.record({ mistake: fc.constant(mistake), keys: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }) }),
        ),
        ({ mistake: { world, wrong }, keys }) => {
          const { figures, relations } = print(world, wrong);
          const shuffled = relations
            .map((relation, i) => ({ relation, key: keys[i % 60]! * 7919 + i }))
            .sort((a, b) => (a.key % 1009) - (b.key % 1009))
            .map(entry => entry.relation);
          const tell = (list: readonly Relation[]) =>
            locate(run(list), readingOf(figures), { rules: [] }, { implied, decideWith });
          expect(JSON.stringify(tell(shuffled).findings)).toBe(JSON.stringify(tell(relations).findings));
        },
      ),
      settings(40),
    );
  });
});

describe('two mistakes at once', () => {
  it('are both located, and correcting them leaves nothing that fails', () => {
    let [both, clean] = [0, 0];
    const worse: string[] = [];
    fc.assert(
      fc.property(mistakes(2), ({ world, wrong }) => {
        const scene = print(world, wrong);
        const names = named(locateAll(scene.relations, scene.figures));
        const found = [...wrong.keys()].every(id => names.has(id));
        if (found) both++;
        else
          worse.push(
            [...wrong].map(([id, text]) => `${id} ${world.drafts.find(draft => draft.id === id)!.printed}→${text}`).join('; '),
          );
        if (corrected(scene).length === 0) clean++;
      }),
      settings(100),
    );
    expect(worse).toEqual([]);
    expect(both).toBe(100);
    expect(clean).toBe(100);
  });
});

it('says what should stand there in the digits that are printed', () => {
  fc.assert(
    fc.property(mistakes(1), ({ world, wrong }) => {
      const { figures, relations } = print(world, wrong);
      for (const { suspects, spots } of locateAll(relations, figures).findings) {
        for (const { place, implied: meant } of suspects) {
          const { amount } = spots[place]!.figure!;
          const value = parseNumber(meant!)!.value.times(amount.factor);
          expect(formatLike(value, amount)).toBe(meant!.replace('%', ''));
        }
      }
    }),
    settings(30),
  );
});
