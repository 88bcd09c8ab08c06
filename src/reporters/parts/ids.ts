import type { Audit, Finding } from '../../model/index.ts';

/** Enough characters of a fingerprint for a person to type; more where two findings begin alike. */
const SHORT = 6;
/** Fewer characters name nothing. */
const FEWEST = 4;

/**
 * A short id for each finding, unique within a run: the first characters of its fingerprint. Where a finding is alike to an
 * earlier one, its number stays behind («a1b2c3-2»).
 */
export function shortIds(audits: readonly Pick<Audit, 'findings'>[]): ReadonlyMap<Finding, string> {
  const findings = audits.flatMap(audit => audit.findings);
  const ids = new Map<Finding, string>();
  for (let size = SHORT, open = findings; open.length > 0; size++) {
    const owners = new Map<string, Set<string>>();
    for (const { fingerprint } of open) {
      const id = shorten(fingerprint, size);
      owners.set(id, (owners.get(id) ?? new Set()).add(fingerprint));
    }
    const longest = Math.max(...open.map(finding => finding.fingerprint.length));
    const unique = (finding: Finding) => size >= longest || owners.get(shorten(finding.fingerprint, size))!.size === 1;
    for (const finding of open.filter(unique)) ids.set(finding, shorten(finding.fingerprint, size));
    open = open.filter(finding => !unique(finding));
  }
  return ids;
}

/** The findings whose fingerprint begins like an id. */
export function findingsOf({ findings }: Pick<Audit, 'findings'>, id: string): readonly Finding[] {
  const wanted = partsOf(id.trim().toLowerCase());
  return findings.filter(({ fingerprint }) => {
    const own = partsOf(fingerprint);
    return wanted.head.length >= FEWEST && own.head.startsWith(wanted.head) && own.count === wanted.count;
  });
}

function shorten(fingerprint: string, size: number): string {
  const { head, count } = partsOf(fingerprint);
  return head.slice(0, size) + count;
}

/** «a1b2c3d4e5f6-2»: the hash, and which of several that are alike. */
function partsOf(fingerprint: string): { readonly head: string; readonly count: string } {
  const count = /-\d+$/.exec(fingerprint)?.[0] ?? '';
  return { head: fingerprint.slice(0, fingerprint.length - count.length), count };
}
