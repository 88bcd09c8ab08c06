import CFB from 'cfb';
import { unzipSync, zipSync } from 'fflate';
import { NASTY, number, sentence } from './words.mjs';

const text = bytes => new TextDecoder().decode(bytes);
const bytesOf = string => new TextEncoder().encode(string);

/** Elements, their attributes and texts exchanged, repeated, nested, renamed, left out (XML and HTML). */
export function markup(source, random, most = 6) {
  const tokens = source.match(/<[^>]*>|[^<]+/g) ?? [];
  const tags = tokens.flatMap((token, i) => (token[0] === '<' ? [i] : []));
  if (tags.length < 2) return source;
  for (let n = 1 + random.below(most); n > 0; n--) {
    const at = random.pick(tags);
    const other = random.pick(tags);
    switch (random.below(9)) {
      case 0:
        tokens[at] = '';
        break;
      case 1:
        tokens[at] = tokens[other];
        break;
      case 2: {
        const [from, to] = [Math.min(at, other), Math.min(Math.max(at, other), Math.min(at, other) + 200)];
        tokens[at] += tokens
          .slice(from, to)
          .join('')
          .slice(0, 20_000)
          .repeat(1 + random.below(3));
        break;
      }
      case 3:
        tokens[at] = tokens[at].repeat(1 + random.below(random.chance(0.1) ? 500 : 5));
        break;
      case 4:
      case 5:
      case 6: {
        const values = [...tokens[at].matchAll(/="([^"]*)"/g)];
        if (!values.length) break;
        const { 0: whole, index } = random.pick(values);
        const foreign = /="([^"]*)"/.exec(tokens[other])?.[1] ?? '';
        const value = random.chance(0.6) ? random.pick(NASTY) : foreign;
        tokens[at] = `${tokens[at].slice(0, index)}="${value.replace(/[<&"]/g, '')}"${tokens[at].slice(index + whole.length)}`;
        break;
      }
      default:
        if (tokens[at + 1] && tokens[at + 1][0] !== '<') tokens[at + 1] = random.chance(0.5) ? sentence(random) : number(random);
        else tokens[at] += random.chance(0.9) ? number(random) : '&#0;';
    }
  }
  return tokens.join('').slice(0, 3_000_000);
}

/** Members of an archive: their markup, their names, what is in which; now and then its bytes. */
export function archive(bytes, random) {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  for (let n = 1 + random.below(3); n > 0; n--) {
    const name = random.pick(names);
    if (!parts[name]) continue;
    const kind = random.below(12);
    if (kind === 0) delete parts[name];
    else if (kind === 1) parts[random.pick(names)] = parts[name];
    else if (kind === 2) parts[`${name}${random.pick(['/', '2', '\u0000'])}`] = parts[name];
    else if (kind === 3) parts[name] = flipped(parts[name], random);
    else if (/\.(?:xml|rels|vml)$/.test(name)) parts[name] = bytesOf(markup(text(parts[name]), random));
  }
  const packed = zipSync(parts, { level: 1 });
  return random.chance(0.1) ? flipped(packed, random) : packed;
}

/** Single bytes and whole numbers changed, or the end cut off. */
export function flipped(bytes, random) {
  const copy = Uint8Array.from(bytes);
  if (copy.length < 8) return copy;
  const view = new DataView(copy.buffer);
  for (let n = 1 + random.below(8); n > 0; n--) {
    const at = random.below(copy.length - 4);
    if (random.chance(0.5)) copy[at] = random.below(256);
    else
      view.setUint32(at, random.pick([0, 1, 2, 0xff, 0x7fff, 0xffff, 0xfffffffe, 0xffffffff, random.below(copy.length)]), true);
  }
  return random.chance(0.1) ? copy.subarray(0, random.below(copy.length)) : copy;
}

/** A compound file: header, table of sectors, directory entries, and the streams in it. */
export function compound(bytes, random) {
  let copy = Uint8Array.from(bytes);
  if (random.chance(0.5)) copy = inStream(copy, random);
  if (random.chance(0.5)) return copy;
  const view = new DataView(copy.buffer);
  const sector = 1 << Math.min(12, view.getUint16(30, true));
  const write = (at, value) => at >= 0 && at + 4 <= copy.length && view.setUint32(at, value, true);
  const value = () =>
    random.pick([0, 1, 2, 3, 0xfffffffe, 0xffffffff, 0xfffffffd, random.below(64), random.below(copy.length / sector)]);
  for (let n = 1 + random.below(4); n > 0; n--) {
    const kind = random.below(4);
    if (kind === 0) write(24 + 4 * random.below(122), value());
    else if (kind === 1) write((view.getUint32(76, true) + 1) * sector + 4 * random.below(sector / 4), value());
    else if (kind === 2)
      write(
        (view.getUint32(48, true) + 1) * sector + 128 * random.below(sector / 128) + random.pick([64, 66, 68, 72, 76, 116, 120]),
        value(),
      );
    else copy = flipped(copy, random);
  }
  return copy;
}

/** Inside a stream: records of a workbook by their boundaries, whole numbers of a Word document. */
function inStream(bytes, random) {
  const file = CFB.read(bytes, { type: 'buffer' });
  const streams = file.FileIndex.filter(one => one.type === 2 && one.content?.length > 8);
  const stream = random.pick(streams);
  if (!stream) return bytes;
  const isBook = /^(?:Workbook|Book)$/.test(stream.name);
  stream.content = Buffer.from(isBook ? records(stream.content, random) : flipped(stream.content, random));
  stream.size = stream.content.length;
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }));
}

function records(bytes, random) {
  const source = Buffer.from(bytes);
  const list = [];
  for (let at = 0; at + 4 <= source.length; at += 4 + source.readUInt16LE(at + 2))
    list.push(source.subarray(at, at + 4 + source.readUInt16LE(at + 2)));
  for (let n = 1 + random.below(5); n > 0; n--) {
    const at = random.below(list.length);
    const one = Buffer.from(list[at]);
    const kind = random.below(7);
    if (kind === 0) list.splice(at, 1);
    else if (kind === 1) list.splice(at, 0, ...Array.from({ length: 1 + random.below(20) }, () => one));
    else if (kind === 2) list[at] = list[random.below(list.length)];
    else if (kind === 3 && one.length >= 4) one.writeUInt16LE(random.below(65_536), random.pick([0, 2]));
    else if (one.length > 8)
      for (let i = 1 + random.below(3); i > 0; i--) one[4 + random.below(one.length - 4)] = random.below(256);
    if (kind >= 3) list[at] = one;
    if (!list.length) break;
  }
  return Buffer.concat(list);
}

/** Objects of a PDF and the numbers and names in them; their streams' bytes. */
export function objects(bytes, random) {
  if (random.chance(0.25)) return flipped(bytes, random);
  let source = Buffer.from(bytes).toString('latin1');
  for (let n = 1 + random.below(4); n > 0; n--) {
    const found = [
      ...source.matchAll(
        /\d+ \d+ obj|endobj|stream\b|\/[A-Z][A-Za-z]{2,12}|\b\d+ \d+ R\b|(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]/>])/g,
      ),
    ];
    if (!found.length) break;
    const { 0: token, index } = random.pick(found);
    const other = random.pick(found);
    const value = random.pick(['', other[0], random.pick(NASTY.slice(0, 9)), `${random.below(60)} 0 R`]);
    if (random.chance(0.15))
      source = source.slice(0, index) + source.slice(other.index, other.index + 2000) + source.slice(index);
    else source = source.slice(0, index) + value + source.slice(index + token.length);
  }
  return Uint8Array.from(Buffer.from(source, 'latin1'));
}

/** Lines left out, repeated, moved, indented in another way, with another value or a mark of YAML in front of it. */
export function lines(source, random, values) {
  const list = source.split('\n');
  for (let n = 1 + random.below(8); n > 0; n--) {
    const at = random.below(list.length);
    const kind = random.below(8);
    if (kind === 0) list.splice(at, 1);
    else if (kind === 1)
      list.splice(at, 0, ...Array.from({ length: 1 + random.below(random.chance(0.1) ? 2000 : 3) }, () => list[at] ?? ''));
    else if (kind === 2) list[at] = list[random.below(list.length)] ?? '';
    else if (kind === 3) list[at] = ' '.repeat(random.below(6)) + (list[at] ?? '').trimStart();
    else list[at] = values(list[at] ?? '', random);
  }
  return list.join('\n');
}
