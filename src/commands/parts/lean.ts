import { rememberRole, rememberStated } from '../../joining/index.ts';
import type { Audit } from '../../model/index.ts';

/**
 * An audit without what no output of findings needs: the figures and checks of a report take a hundred times the memory of what is
 * said about it, and a run may hold thousands of reports to its end. Of each file one figure stays, to tell that there are several.
 */
export function lean(audit: Audit): Audit {
  const first = new Map(audit.figures.map(figure => [figure.place.file, figure]));
  const kept: Audit = {
    ...audit,
    figures: [...first.values()],
    statements: [],
    checks: [],
    ties: new Map(),
    bounded: new Set(),
  };
  rememberRole(audit, kept);
  rememberStated(audit, kept);
  return kept;
}
