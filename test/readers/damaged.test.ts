import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/readers', name)));

/** Numbers between 0 and 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = bytes.slice();
  for (let n = 1 + Math.floor(random() * 20); n > 0; n--) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return random() < 0.15 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy;
}

/** Damage inside of a zip file: in its parts, where it does more than break the checksum. */
function damagePart(bytes: Uint8Array, random: () => number): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter(name => /\.(?:xml|rels)$/.test(name));
  const name = names[Math.floor(random() * names.length)]!;
  const part = parts[name]!.slice();
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--)
    part[Math.floor(random() * part.length)] = 32 + Math.floor(random() * 94);
  return zipSync({ ...parts, [name]: part }, { level: 0 });
}

describe('damaged files are read as far as they go, or refused in words', () => {
  it.each([
    ['libreoffice.doc', damage],
    ['libreoffice.xls', damage],
    ['libreoffice.html', damage],
    ['libreoffice.docx', damagePart],
    ['libreoffice.xlsx', damagePart],
    ['libreoffice.docx', damage],
  ] as const)('%s', async (name, hurt) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const random = numbers(20210630);
    const original = fixture(name);
    const outcomes = new Map<string, number>();
    for (let n = 0; n < 150; n++) {
      const outcome = await read({ file: name, bytes: hurt(original, random) }).then(
        document => (document.blocks.length ? 'read' : 'nothing'),
        (error: unknown) => (error instanceof Problem ? 'refused' : String(error)),
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
    expect([...outcomes.keys()].filter(outcome => !['read', 'refused', 'nothing'].includes(outcome))).toEqual([]);
    expect((outcomes.get('read') ?? 0) + (outcomes.get('refused') ?? 0)).toBeGreaterThan(100);
  });
});
