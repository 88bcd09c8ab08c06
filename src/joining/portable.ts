import { type Audit, packData, unpackData } from '../model/index.ts';
import { type Known, knownOf, remember } from './known.ts';

/** An audit as a text, for another thread, a disk or another machine. */
export function pack(audit: Audit): string {
  return packData({ audit, known: knownOf(audit) });
}

/** The audit that was packed. Throws for what is none. */
export function unpack(text: string): Audit {
  const { audit, known } = unpackData(text) as { audit: Audit; known: Known };
  remember(audit, known);
  return audit;
}
