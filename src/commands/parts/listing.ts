import { existsSync } from 'node:fs';

/**
 * A list of paths as programs of any system write it: UTF-8 or UTF-16 (what PowerShell redirects), with or without a mark at its
 * beginning, or the Chinese code page of Windows.
 */
export function decodeList(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decode(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be');
  const wide = wideness(bytes);
  if (wide !== null) return decode(bytes, wide);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'gb18030');
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** UTF-16 without a mark: points, strokes and line ends have a zero byte beside them, on one side only. */
function wideness(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let [little, big] = [0, 0];
  for (let i = 0; i < bytes.length; i += 2) {
    if (isPlain(bytes[i]!) && bytes[i + 1] === 0) little++;
    if (bytes[i] === 0 && isPlain(bytes[i + 1]!)) big++;
  }
  // A list whose paths end with zero bytes has few of them; one in UTF-16 has them in every point and line end.
  const least = Math.max(3, bytes.length / 40);
  if (little >= least && little > big * 4) return 'utf-16le';
  return big >= least && big > little * 4 ? 'utf-16be' : null;
}

const isPlain = (byte: number) => byte >= 0x20 && byte < 0x7f;

/** One path for each line (or between zero bytes), without the blanks around it. */
export function pathsIn(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/[\r\n\0]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/**
 * A path as it was meant: quotes that a shell handed on literally are taken off (cmd knows no single quotes, and takes `\"` for a
 * quote), and `\` is `/` elsewhere than on Windows. A file that really has such a name is found under it first.
 */
export function meantBy(path: string): string {
  if (existsSync(path)) return path;
  const bare = path.replace(/^(["'“‘])(.+)["'”’]$/, '$2').replace(/^([^"]+)"$/, '$1');
  if (bare !== path && existsSync(bare)) return bare;
  if (process.platform !== 'win32' && bare.includes('\\')) {
    const turned = bare.replaceAll('\\', '/');
    if (existsSync(turned)) return turned;
  }
  return bare;
}
