import { parse, stringify } from 'devalue';
import { Big } from './big.ts';

/** Data as a text, for another thread, a disk or another machine: what is one stays one, decimals stay exact. */
export function packData(data: unknown): string {
  return stringify(data, { Big: value => value instanceof Big && value.toString() });
}

/** The data that was packed. Throws for what is none. */
export function unpackData(text: string): unknown {
  return parse(text, { Big: (value: string) => new Big(value) });
}
