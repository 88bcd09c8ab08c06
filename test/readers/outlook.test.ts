import CFB from 'cfb';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { filesInside } from '../../src/readers/archive.ts';
import { read } from '../../src/readers/index.ts';
import { docx, p } from './make/docx.ts';
import { outlineOf } from './make/say.ts';

/** Properties of a saved mail by their numbers, and what is attached to it. */
interface Message {
  readonly texts?: Readonly<Record<string, string>>;
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  readonly attached?: readonly (Message | readonly [name: string, bytes: Uint8Array])[];
}

const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));

/** A mail as Outlook saves it: a compound file, each property a stream, each attachment a storage. */
function msg(message: Message): Uint8Array {
  const container = CFB.utils.cfb_new();
  const add = (path: string, bytes: Uint8Array) => CFB.utils.cfb_add(container, `/${path}`, bytes);
  const write = ({ texts = {}, bytes = {}, attached = [] }: Message, at: string): void => {
    add(`${at}__properties_version1.0`, new Uint8Array(32));
    for (const [property, text] of Object.entries(texts)) add(`${at}__substg1.0_${property}001F`, wide(text));
    for (const [property, content] of Object.entries(bytes)) add(`${at}__substg1.0_${property}`, content);
    attached.forEach((one, i) => {
      const folder = `${at}__attach_version1.0_#${String(i).padStart(8, '0')}/`;
      add(`${folder}__properties_version1.0`, new Uint8Array(8));
      if (!Array.isArray(one)) write(one as Message, `${folder}__substg1.0_3701000D/`);
      else {
        add(`${folder}__substg1.0_3707001F`, wide(one[0] as string));
        add(`${folder}__substg1.0_37010102`, one[1] as Uint8Array);
      }
    });
  };
  write(message, '');
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

const report = docx(p('本年收入合计100.00万元。'));
const names = (message: Message | Uint8Array) =>
  filesInside({ file: 'a.msg', bytes: message instanceof Uint8Array ? message : msg(message) })?.map(one => one.file);

describe('a mail that Outlook saved is read as a folder of what is attached', () => {
  it('by name, whatever its text says of it', async () => {
    const bytes = msg({ texts: { '0037': '决算', '1000': '请查收附件。' }, attached: [['决算.docx', report]] });
    const files = filesInside({ file: 'a.msg', bytes })!;
    expect(files.map(one => one.file)).toEqual(['a.msg/决算.docx']);
    expect(outlineOf(await read(files[0]!.open()))).toEqual(['本年收入合计100.00万元。']);
  });

  it('opens archives and mails that are attached, and leads nowhere but into itself', () => {
    const inner: Message = { texts: { '0037': '转发: 报表/2023', '1000': '好' }, attached: [['内.docx', report]] };
    expect(names({ attached: [['../../z.zip', zipSync({ 'b.docx': report })], inner] })).toEqual([
      'a.msg/z.zip/b.docx',
      'a.msg/转发_ 报表_2023/内.docx',
    ]);
  });

  it('reads its own text where that states figures, or where nothing is attached', async () => {
    const page = Uint8Array.from([
      ...Buffer.from('<meta charset=gb2312><p>'),
      0xca,
      0xd5,
      0xc8,
      0xeb,
      ...Buffer.from('200.00</p>'),
    ]);
    const [own, other] = filesInside({
      file: 'a.msg',
      bytes: msg({ bytes: { '10130102': page }, attached: [['a.docx', report]] }),
    })!;
    expect([own!.file, other!.file]).toEqual(['a.msg/正文.html', 'a.msg/a.docx']);
    expect(outlineOf(await read(own!.open()))).toEqual(['收入200.00']);
    expect(names({ texts: { '1000': '收入100.00万元' } })).toEqual(['a.msg/正文.txt']);
    const narrow = Uint8Array.from([0xca, 0xd5, 0xc8, 0xeb, ...Buffer.from('1.00')]);
    const [text] = filesInside({ file: 'a.msg', bytes: msg({ bytes: { '1000001E': narrow } }) })!;
    expect(new TextDecoder().decode(text!.open().bytes)).toBe('收入1.00');
  });

  it('is a mail, in words, where there is nothing in it to read', async () => {
    expect(names({ texts: { '1000': ' ' } })).toEqual([]);
    const code = await read({ file: 'a.msg', bytes: msg({}) }).catch((error: unknown) =>
      error instanceof Problem ? error.code : error,
    );
    expect(code).toBe('reader.mail');
  });

  it('is told where it is damaged', async () => {
    const whole = msg({ attached: [['a.docx', report]] });
    for (let i = 1; i < 12; i++) {
      const cut = whole.subarray(0, Math.floor((whole.length * i) / 12));
      const inside = filesInside({ file: 'a.msg', bytes: cut });
      const codes = await Promise.all(
        (inside ?? [{ open: () => ({ file: 'a.msg', bytes: cut }) }]).map(one =>
          read(one.open()).then(
            () => 'read',
            (error: unknown) => (error instanceof Problem ? error.code : String(error)),
          ),
        ),
      );
      expect(codes.every(code => code.startsWith('reader.'))).toBe(true);
    }
  });
});
