import type { Text } from '../../model/index.ts';

/** One line of the file without extraction debris. */
export interface Line {
  readonly text: Text;
  readonly raw: string;
  readonly number: number;
}
