import CFB from 'cfb';
import { describe, expect, it } from 'vitest';
import { openCompound } from '../../src/readers/parts/cfb.ts';

const patterned = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 0xff);

function file(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, name, content);
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as Uint8Array);
}

describe('compound files', () => {
  const streams = {
    '/WordDocument': patterned(5000),
    '/1Table': patterned(63),
    '/Data': patterned(4095),
    '/Edge': patterned(4096),
    '/ObjectPool/_1/\u0001CompObj': patterned(64),
    '/ObjectPool/_2/Workbook': patterned(70_001),
  };

  it('gives every stream, large or small, byte for byte', () => {
    const compound = openCompound({ file: 'a.doc', bytes: file(streams) })!;
    for (const [path, content] of Object.entries(streams)) expect(compound.stream(path.slice(1)), path).toEqual(content);
  });

  it('names storages with a slash, streams without, both by their path', () => {
    const { names, stream } = openCompound({ file: 'a.doc', bytes: file(streams) })!;
    expect(names).toContain('ObjectPool/_1/');
    expect(names).toContain('ObjectPool/_2/Workbook');
    expect(stream('ObjectPool/_1/')).toBeUndefined();
    expect(stream('Nothing')).toBeUndefined();
  });

  it('follows the second list of tables of a file beyond 7 MB', () => {
    const content = patterned(9_000_000);
    const { stream } = openCompound({ file: 'a.xls', bytes: file({ '/Workbook': content }) })!;
    expect(Buffer.compare(stream('Workbook')!, content)).toBe(0);
  });

  it('gives what is there of a file that was cut short', () => {
    const content = patterned(70_000);
    const whole = file({ '/First': patterned(9), '/Workbook': content });
    const compound = openCompound({ file: 'a.xls', bytes: whole.subarray(0, whole.length - 40_000) });
    // The directory may lie behind the cut; what is read is never longer or other than what was written.
    const read = compound?.stream('Workbook') ?? new Uint8Array();
    expect(Buffer.compare(read, content.subarray(0, read.length))).toBe(0);
  });

  it('does not follow a chain that comes back to itself', () => {
    const bytes = file({ '/Workbook': patterned(20_000) });
    const view = new DataView(bytes.buffer);
    const fat = (view.getUint32(76, true) + 1) * 512;
    const directory = (view.getUint32(48, true) + 1) * 512;
    for (let at = directory; at < directory + 512; at += 128)
      if (view.getUint32(at + 120, true) === 20_000) {
        const start = view.getUint32(at + 116, true);
        view.setUint32(fat + start * 4, start, true);
        view.setUint32(at + 120, 0x7fffffff, true);
      }
    expect(openCompound({ file: 'a.xls', bytes })!.stream('Workbook')!.length).toBeLessThanOrEqual(bytes.length);
  });
});
