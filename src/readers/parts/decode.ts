import { Problem } from '../../model/index.ts';

/**
 * Bytes to text: by byte order mark, else UTF-16 when every other byte is 0, else strict UTF-8, else GB18030 (of which GBK and
 * GB2312 are subsets; what Chinese Windows programs write as «ANSI»). Throws `reader.not-text` for anything that is none of these.
 */
export function decode(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) throw new Problem('reader.not-text', {}, { file });
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  if (text === undefined || looksBinary(text)) throw new Problem('reader.not-text', {}, { file });
  return text;
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark: line ends and digits leave zero bytes on one side only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2) return undefined;
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 ? odd++ : even++;
  });
  // Characters like 一 (4E00) put some zeros on the other side.
  if (odd > sample.length / 50 && odd > 2 * even && reads('utf-16le', sample)) return 'utf-16le';
  if (even > sample.length / 50 && even > 2 * odd && reads('utf-16be', sample)) return 'utf-16be';
  return undefined;
}

function reads(encoding: string, sample: Uint8Array): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  return (
    !looksBinary(text) && (text.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\x20-\x7e\s]/g)?.length ?? 0) > text.length * 0.9
  );
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return odd > Math.max(2, sample.length / 50);
}
