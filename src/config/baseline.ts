import type { Source } from './mistakes.ts';
import { parseWith } from './mistakes.ts';
import { baselineSchema } from './schema.ts';

/** A finding that was there when the baseline was written. `file`: seen from the baseline's folder, with slashes. */
export interface Known {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly message: string;
}

/** Reads a baseline; throws a Problem that tells what is wrong with it. */
export function parseBaseline(source: Source): readonly Known[] {
  return parseWith(source, baselineSchema).findings;
}

/** A baseline as text: sorted, so that changes to it are easy to review. */
export function writeBaseline(findings: readonly Known[]): string {
  const keyOf = ({ file, fingerprint }: Known) => `${file}\n${fingerprint}`;
  const unique = [...new Map(findings.map(one => [keyOf(one), one])).values()];
  const sorted = unique.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, findings: sorted }, null, 2)}\n`;
}
