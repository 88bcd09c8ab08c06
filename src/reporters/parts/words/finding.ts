import type { Finding } from '../../../model/index.ts';
import type { Lang } from './index.ts';

/** One sentence for a finding. */
export function phrase(finding: Finding, _lang: Lang): string {
  return finding.about;
}
