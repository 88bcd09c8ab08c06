import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesInside } from '../../src/readers/archive.ts';
import { read } from '../../src/readers/index.ts';
import { docx, p } from './make/docx.ts';
import { outlineOf } from './make/say.ts';

const HEAD = 'From: <a@b.cn>\r\nTo: <c@d.cn>\r\nSubject: =?GBK?B?vvbL4w==?=\r\nMIME-Version: 1.0\r\n';
const base64 = (bytes: Uint8Array) =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
const GBK = Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]);
const report = docx(p('本年收入合计100.00万元。'));
const attachment = (name: string, bytes: Uint8Array, type = 'application/octet-stream') =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; ${name}\r\n\r\n${base64(bytes)}\r\n`;
const text = (body: string) => `Content-Type: text/plain; charset=GBK\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
const mail = (...parts: string[]) =>
  Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary="--=x"\r\n\r\n${parts.map(part => `----=x\r\n${part}`).join('')}----=x--\r\n`,
    'latin1',
  );
const names = (bytes: Uint8Array) => filesInside({ file: 'a.eml', bytes })?.map(one => one.file);
const greeting = text(base64(GBK));

describe('a mail is read as a folder of what is attached', () => {
  it.each([
    ['as an encoded word of GBK', 'filename="=?GBK?B?vvbL4w==?=.docx"'],
    ['as an encoded word in quoted signs', 'filename="=?utf-8?Q?=E5=86=B3=E7=AE=97?=.docx"'],
    ['with its charset', "filename*=UTF-8''%E5%86%B3%E7%AE%97.docx"],
    ['as bytes of GBK', `filename="${GBK.toString('latin1')}.docx"`],
    ['without marks', `filename=${GBK.toString('latin1')}.docx`],
  ])('named %s', async (_, name) => {
    const files = filesInside({ file: 'a.eml', bytes: mail(greeting, attachment(name, report)) })!;
    expect(files.map(one => one.file)).toEqual(['a.eml/决算.docx']);
    expect(outlineOf(await read(files[0]!.open()))).toEqual(['本年收入合计100.00万元。']);
  });

  it('opens archives and mails that are attached, and keeps names inside', () => {
    const inner = mail(greeting, attachment('filename="a.docx"', report));
    const zip = zipSync({ 'b.docx': report });
    expect(
      names(mail(attachment('filename="../../z.zip"', zip), attachment('filename="i.eml"', inner, 'message/rfc822'))),
    ).toEqual(['a.eml/z.zip/b.docx', 'a.eml/i.eml/a.docx']);
  });

  it('reads its own text where that states figures, or where nothing is attached', async () => {
    const figures = text(base64(Buffer.concat([GBK, Buffer.from('100.00')])));
    expect(names(mail(figures, attachment('filename="a.docx"', report)))).toEqual(['a.eml/正文.txt', 'a.eml/a.docx']);
    expect(names(mail(greeting))).toEqual(['a.eml/正文.txt']);
    const page = 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
    const html = mail(figures, page + Buffer.from('<p>收入200.00万元</p>').toString('latin1'));
    const [own] = filesInside({ file: 'a.eml', bytes: html })!;
    expect(own!.file).toBe('a.eml/正文.html');
    expect(outlineOf(await read(own!.open()))).toEqual(['收入200.00万元']);
  });

  it('leaves saved pages and texts what they are', () => {
    const mht = HEAD.replace(/^To:.*\r\n/m, '');
    expect(names(strToU8(`${mht}Content-Type: text/html\r\n\r\n<p>1.00</p>`))).toBeUndefined();
    expect(names(strToU8('某局2023年度部门决算\n收入1.00万元'))).toBeUndefined();
    expect(names(report)).toBeUndefined();
  });
});
