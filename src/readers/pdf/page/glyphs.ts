/**
 * Radicals that fonts of some programs give instead of the character of the same look (⻓ for 长). Unicode's compatibility
 * mapping knows the Kangxi block (U+2F00) but not these of the supplement (U+2E80).
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

/** Latin ligatures, Kangxi radicals and compatibility ideographs: one look, another code. */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/;
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;

export type GlyphKind = 'plain' | 'replaced' | 'private' | 'unmapped' | 'blank' | 'none';

/** What the text layer gives for one glyph, as the character a person reads. `unit` is a UTF-32 value. */
export function readGlyph(unit: number, unmapped: boolean): { text: string; kind: GlyphKind } {
  const usual = (unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
  if (usual && !unmapped) return { text: String.fromCharCode(unit), kind: 'plain' };
  if (unit === 0 || unit === 0xfffd || unit === 0xfffe || unit === 0xffff || unit > 0x10ffff)
    return { text: '\ufffd', kind: 'unmapped' };
  if (unit >= 0xd800 && unit < 0xe000) return { text: '', kind: 'none' };
  const text = String.fromCodePoint(unit);
  if (/[\s\u00a0\u3000\u200b-\u200d\ufeff]/.test(text)) return { text: ' ', kind: 'blank' };
  if (unit < 0x20 || unit === 0xad) return { text: '', kind: 'none' };
  if (PRIVATE.test(text)) return { text, kind: 'private' };
  if (LOOKALIKE.test(text)) {
    const plain = RADICALS[text] ?? text.normalize('NFKC');
    return plain === text ? { text, kind: 'plain' } : { text: plain, kind: 'replaced' };
  }
  return unmapped ? { text, kind: 'unmapped' } : { text, kind: 'plain' };
}
