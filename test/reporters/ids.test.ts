import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { findingsOf, shortIds } from '../../src/reporters/parts/ids.ts';

const finding = (fingerprint: string) => ({ fingerprint }) as Finding;
const idsOf = (...fingerprints: string[]) => [...shortIds([{ findings: fingerprints.map(finding) }]).values()];

describe('short ids', () => {
  it('are six characters where that is enough, more where two begin alike', () => {
    expect(idsOf('00a288ffffff', '614f14aaaaaa')).toEqual(['00a288', '614f14']);
    expect(idsOf('00a288f0ffff', '614f14aaaaaa', '00a288f1ffff')).toEqual(['614f14', '00a288f0', '00a288f1']);
  });

  it('tell alike findings apart by their number, and come to an end whatever the fingerprints are', () => {
    expect(idsOf('00a288ffffff', '00a288ffffff-2')).toEqual(['00a288', '00a288-2']);
    expect(idsOf('a', 'a-b', 'ab', 'a')).toHaveLength(4);
  });

  it('find their finding again', () => {
    const findings = ['00a288ffffff', '00a288ffffff-2', '614f14aaaaaa'].map(finding);
    for (const [one, id] of shortIds([{ findings }])) expect(findingsOf({ findings }, id)).toEqual([one]);
    expect(findingsOf({ findings }, '614F14')).toEqual([findings[2]]);
    expect(findingsOf({ findings }, '61')).toEqual([]);
  });
});
