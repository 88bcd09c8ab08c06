import { createHash } from 'node:crypto';
import { Problem } from '../../model/index.ts';

/** One part of a run: the nth of so many. */
export interface Shard {
  readonly nth: number;
  readonly of: number;
}

/** «3/16». */
export function shardOf(given: string): Shard {
  const match = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(given.trim());
  const [nth, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || nth > of) throw new Problem('cli.bad-shard', { given });
  return { nth, of };
}

/** Whether what bears this name belongs to the part: the same on every machine, whatever else there is. */
export function isIn(key: string, shard: Shard | undefined): boolean {
  if (!shard) return true;
  const sum = createHash('sha256').update(key.replaceAll('\\', '/')).digest();
  return (sum.readUIntBE(0, 6) % shard.of) + 1 === shard.nth;
}
