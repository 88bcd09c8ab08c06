import type { Finding } from '../model/index.ts';
import { ofFile, parseWith, type Source } from './mistakes.ts';
import { baselineSchema } from './schema.ts';

/** A finding that was there when the baseline was written. `file`: seen from the baseline's folder, with slashes. */
export interface Known {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly message: string;
  /** What was stated and by how much it was off, as printed; absent in baselines of older versions, which know a place only. */
  readonly stated?: string | null | undefined;
  readonly difference?: string | null | undefined;
  /** The figures it spoke of, as printed. */
  readonly printed?: readonly string[] | undefined;
}

/** What a baseline remembers of a finding's numbers. */
export function valuesOf({ stated, difference, spots }: Finding): Pick<Known, 'stated' | 'difference' | 'printed'> {
  return { stated, difference, printed: spots.map(spot => spot.printed) };
}

/** Whether a finding is still the one that was known: a wrong number that is now another wrong number is a new mistake. */
export function isSame(known: Known, finding: Finding): boolean {
  if (known.printed === undefined && known.stated === undefined) return true;
  const now = valuesOf(finding);
  const stated = known.stated === now.stated && known.difference === now.difference && known.stated !== null;
  return stated || (known.printed !== undefined && known.printed.join('\n') === now.printed!.join('\n'));
}

/** Reads a baseline; throws a Problem that tells what is wrong with it. */
export function parseBaseline(source: Source): readonly Known[] {
  try {
    return parseWith(source, baselineSchema).findings;
  } catch (error) {
    throw ofFile('baseline', error);
  }
}

/** A baseline as text: sorted, so that changes to it are easy to review. */
export function writeBaseline(findings: readonly Known[]): string {
  const keyOf = ({ file, fingerprint }: Known) => `${file}\n${fingerprint}`;
  const unique = [...new Map(findings.map(one => [keyOf(one), one])).values()];
  const sorted = unique.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, findings: sorted }, null, 2)}\n`;
}
