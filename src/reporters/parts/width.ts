import { eastAsianWidth } from 'get-east-asian-width';

const ESCAPE = /\x1b\[[0-9;]*m/g;
/** Never at the start of a line, never at its end. */
const CLOSING = new Set('，。、；：？！）》」』】〉”’％%…·,.;:?!)]}');
const OPENING = new Set('（《「『【〈“‘([{');

/** How many terminal columns a text takes: a Chinese character takes two, colour escapes none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text.replace(ESCAPE, '')) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  const code = char.codePointAt(0)!;
  if (code < 0x7f) return code < 0x20 ? 0 : 1;
  if (/\p{Mark}/u.test(char)) return 0;
  return eastAsianWidth(code);
}

/** Fills a text with blanks up to a width in terminal columns. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'right' ? text + blanks : blanks + text;
}

/** Cuts a text to a width in terminal columns; what is cut off is marked by «…». Meant for text without colour. */
export function fit(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const char of text) {
    used += charWidth(char);
    if (used > width) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** Cuts a text in its middle: names of files often begin alike and differ at the end. */
export function fitMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const chars = [...text];
  let used = 1;
  let head = 0;
  while (used + charWidth(chars[head]!) <= width * 0.4) used += charWidth(chars[head++]!);
  let tail = chars.length;
  while (tail > head && used + charWidth(chars[tail - 1]!) <= width) used += charWidth(chars[--tail]!);
  return `${chars.slice(0, head).join('')}…${chars.slice(tail).join('')}`;
}

/** What must stay together: a word or number, one Chinese character, each with the punctuation and colour around it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let waiting = '';
  let blank = true;
  for (const atom of text.match(/\x1b\[[0-9;]*m|[\w.,%+\-/#~]+|\s+|./gsu) ?? []) {
    const ends = /^\x1b\[(?:0|2\d|39|49)m$/.test(atom);
    if (waiting === '' && !blank && (ends || CLOSING.has(atom))) {
      found[found.length - 1] += atom;
    } else if (OPENING.has(atom) || (atom.startsWith('\x1b') && !ends)) {
      waiting += atom;
    } else {
      found.push(waiting + atom);
      blank = waiting === '' && /^\s/.test(atom);
      waiting = '';
    }
  }
  return waiting === '' ? found : [...found, waiting];
}

/**
 * Breaks a text into lines of at most `width` terminal columns. Numbers and words stay whole unless one is wider than
 * a line; punctuation that closes does not start a line. `\n` in the text is kept as a line break.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const piece of pieces(paragraph)) {
      for (const part of displayWidth(piece) > width ? (piece.match(/\x1b\[[0-9;]*m|./gsu) ?? []) : [piece]) {
        const wide = displayWidth(part);
        if (used > 0 && used + wide > width && !/^\s+$/.test(part)) {
          lines.push(line.trimEnd());
          line = '';
          used = 0;
        }
        if (used === 0 && /^\s+$/.test(part) && lines.length > 0) continue;
        line += part;
        used += wide;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Wrapped lines behind a first-line prefix; the following lines are indented to its width. */
export function hang(prefix: string, text: string, width: number): string[] {
  const indent = displayWidth(prefix);
  return wrap(text, Math.max(20, width - indent)).map((line, i) => (i === 0 ? prefix : ' '.repeat(indent)) + line);
}
