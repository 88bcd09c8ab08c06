import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { say } from '../../src/reporters/parts/words/index.ts';
import { docx, p } from './make/docx.ts';

function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, name, content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}
const ascii = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0));
const problem = (bytes: Uint8Array, file = '决算.doc') =>
  read({ file, bytes }).then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  );

describe('files that no reader reads', () => {
  it.each([
    [
      'a protected docx or xlsx',
      compound({ EncryptedPackage: new Uint8Array(600), EncryptionInfo: new Uint8Array(100) }),
      'reader.encrypted',
    ],
    ['a compound file of something else', compound({ Contents: new Uint8Array(600) }), 'reader.unknown-format'],
    ['a compound file that lost a stream', compound({ '1Table': new Uint8Array(600) }), 'reader.damaged'],
    ['a compound file cut off', compound({ Contents: new Uint8Array(6000) }).subarray(0, 600), 'reader.truncated'],
    ['a docx cut off', docx(p('字'.repeat(1000))).subarray(0, 700), 'reader.truncated'],
    ['an archive', zipSync({ '说明.txt': strToU8('字') }), 'reader.archive'],
    [
      'slides of OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.presentation'), 'content.xml': strToU8('<a/>') }),
      'reader.other-office',
    ],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'reader.other-office'],
    ['a file of Pages', zipSync({ 'Index/Document.iwa': strToU8('a') }), 'reader.other-office'],
    ['UOF', ascii('<?xml version="1.0"?>\n<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>'), 'reader.other-office'],
    ['XML of something else', ascii('<?xml version="1.0"?>\n<data>1.00</data>'), 'reader.other-office'],
    ['a picture of a telephone', ascii('\0\0\0\x18ftypheic\0\0\0\0'), 'reader.image-kind'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'reader.image'],
    ['RAR', ascii('Rar!\x1a\x07\x01\x00'), 'reader.archive'],
  ])('%s', async (_, bytes, code) => {
    const found = await problem(bytes);
    expect(found?.code).toBe(code);
    for (const lang of ['zh', 'en'] as const) expect(say(lang, found!.code, found!.params)).not.toMatch(/\[reader|\{\w+\}/);
  });
});
