/** A small seeded generator (mulberry32): the same seed gives the same report on every machine. */
export interface Random {
  /** A whole number between both, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** `count` different elements, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
  /** An independent stream: what is drawn from it does not move what is drawn here. */
  fork(name: string): Random;
}

function hash(text: string): number {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ c.codePointAt(0)!, 16777619);
  return h >>> 0;
}

export function randomOf(seed: number | string): Random {
  const name = String(seed);
  let state = hash(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const shuffle = <T>(list: readonly T[]) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  };
  return {
    int,
    chance: probability => next() < probability,
    pick: list => list[int(0, list.length - 1)]!,
    shuffle,
    some: (list, count) => {
      const kept = new Set(shuffle(list.map((_, i) => i)).slice(0, count));
      return list.filter((_, i) => kept.has(i));
    },
    fork: child => randomOf(`${name}/${child}`),
  };
}
