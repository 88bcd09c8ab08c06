import type { Finding } from '../../model/index.ts';
import { evenSuspects, suspectSentences } from '../parts/suspects.ts';
import { hang } from '../parts/width.ts';
import type { Sheet } from './sheet.ts';

export { evenSuspects };

/** Which figure is likely wrong and what it should be; where the evidence is even, all that are; where there is none, that. */
export function suspectLines(finding: Finding, sheet: Sheet, width: number): string[] {
  const sentences = suspectSentences(finding, sheet.finder);
  if (finding.suspects.length === 0) return sentences.flatMap(sentence => hang('', sentence, width));
  const [first, ...choices] = sentences;
  if (first === undefined) return [];
  return [...hang('', first, width), ...choices.flatMap(choice => hang('  - ', choice, width))].map(line =>
    sheet.paint.green(line),
  );
}
