import { AUTHOR, find, type Mark, type State, together } from '../mark.ts';
import { type Edit, escapeXml } from '../splice.ts';
import type { Comments } from './comments.ts';
import type { Spots } from './scan.ts';
import { cellKey, type Piece, paragraphKey, type Spot } from './sketch.ts';

/** Marks that stand on the same characters of one spot. */
interface Stand {
  readonly spot: Spot;
  readonly start: number;
  readonly end: number;
  readonly marks: Mark[];
}

/** Finds where each mark stands; those that stand nowhere come back as they are. */
export function placed(spots: Spots, marks: readonly Mark[]): { stands: Stand[]; missed: Mark[] } {
  const stands = new Map<string, Stand>();
  const missed: Mark[] = [];
  for (const mark of marks) {
    const key = keyOf(mark);
    const found = (key === null ? [] : (spots.get(key) ?? [])).flatMap((spot, i) => {
      const range = find(spot.text, mark.printed, mark.place.column);
      return range && whole(spot, range) ? [{ spot, range, name: `${key} ${i} ${range.join(' ')}` }] : [];
    })[0];
    if (!found) missed.push(mark);
    else if (stands.has(found.name)) stands.get(found.name)!.marks.push(mark);
    else stands.set(found.name, { spot: found.spot, start: found.range[0], end: found.range[1], marks: [mark] });
  }
  return { stands: apart([...stands.values()]), missed };
}

function keyOf({ place }: Mark): string | null {
  if (place.footnote ?? place.endnote ?? place.chart ?? place.embedded) return null;
  if (place.tableNumber !== undefined) return cellKey(place.tableNumber, place.rowNumber ?? 0, place.columnNumber ?? 0);
  return place.paragraph === undefined ? null : paragraphKey(place.paragraph);
}

/** Whether somebody typed all of it: generated signs cannot be marked. */
const whole = (spot: Spot, [start, end]: readonly [number, number]) =>
  spot.chars.slice(start, end).every((one, i) => one !== null || /\s/.test(spot.text[start + i]!));

/** Marks that overlap without being the same number: the longer one stays, and takes over what is said of the other. */
function apart(stands: Stand[]): Stand[] {
  const kept: Stand[] = [];
  for (const one of stands.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const over = kept.find(other => other.spot === one.spot && other.start < one.end && one.start < other.end);
    if (over) over.marks.push(...one.marks);
    else kept.push(one);
  }
  return kept;
}

const LOOK: Readonly<Record<State, string>> = {
  wrong: '<w:highlight w:val="yellow"/>',
  candidate: '<w:highlight w:val="cyan"/>',
  involved: '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>',
  tied: '',
};
/** A tick of the font Wingdings: a symbol, not a character of the text. */
const TICK =
  '<w:r><w:rPr><w:color w:val="00803C"/><w:sz w:val="16"/><w:vertAlign w:val="superscript"/></w:rPr><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>';

/** The edits that mark the main part; comments are handed out by `comments`, ids of changes count on from `nextId`. */
export function editsOf(xml: string, stands: readonly Stand[], comments: Comments, nextId: number, track: boolean): Edit[] {
  let id = nextId;
  const fresh = () => id++;
  const edits = stands.flatMap(stand => editsOfStand(xml, stand, comments, track ? fresh : null));
  const pieces = new Set(stands.flatMap(stand => stretchesOf(stand).map(({ piece }) => piece)));
  return [...[...pieces].flatMap(piece => preserved(xml, piece)), ...edits];
}

/** A stretch of one piece that a mark covers. */
interface Stretch {
  readonly piece: Piece;
  readonly start: number;
  end: number;
}

function stretchesOf({ spot, start, end }: Stand): Stretch[] {
  const stretches: Stretch[] = [];
  for (const one of spot.chars.slice(start, end)) {
    if (!one) continue;
    const last = stretches.at(-1);
    if (last?.piece === one.piece) last.end = one.end;
    else stretches.push({ piece: one.piece, start: one.start, end: one.end });
  }
  return stretches;
}

function editsOfStand(xml: string, stand: Stand, comments: Comments, fresh: (() => number) | null): Edit[] {
  const { state, notes, to } = together(stand.marks);
  const stretches = stretchesOf(stand);
  const ids = notes.map(note => comments.add(note));
  const change = fresh && to !== undefined && stretches.every(({ piece }) => !piece.inserted) ? { to, fresh } : null;
  return stretches.map(({ piece, start, end }, i): Edit => {
    const first = i === 0;
    const last = i === stretches.length - 1;
    const w = piece.prefix;
    const own = named(w);
    const raw = xml.slice(start, end);
    const before = first ? ids.map(one => own(`<w:commentRangeStart w:id="${one}"/>`)).join('') : '';
    const after = last
      ? ids.map(one => own(`<w:commentRangeEnd w:id="${one}"/><w:r><w:commentReference w:id="${one}"/></w:r>`)).join('') +
        (state === 'tied' ? own(TICK) : '')
      : '';
    const marked = change
      ? // What comes stands behind all that goes, and looks as its beginning did.
        changed(piece, raw, last ? { to: change.to, properties: stretches[0]!.piece.properties } : null, change.fresh)
      : run(piece, withLook(piece.properties, LOOK[state], w), raw);
    const text = `${own('</w:t></w:r>')}${before}${marked}${after}${own('<w:r>')}${piece.properties}${own('<w:t xml:space="preserve">')}`;
    return { at: start, length: end - start, text };
  });
}

/** Elements of ours, in the document's own prefix. */
const named = (prefix: string) => (text: string) => (prefix === 'w:' ? text : text.replace(/(<\/?| )w:/g, `$1${prefix}`));

const run = (piece: Piece, properties: string, raw: string) =>
  `${named(piece.prefix)('<w:r>')}${properties}${named(piece.prefix)('<w:t xml:space="preserve">')}${raw}${named(piece.prefix)('</w:t></w:r>')}`;

function changed(
  piece: Piece,
  raw: string,
  comes: { readonly to: string; readonly properties: string } | null,
  fresh: () => number,
): string {
  const own = named(piece.prefix);
  const who = `w:author="${AUTHOR}"`;
  const gone = own(
    `<w:del w:id="${fresh()}" ${who}><w:r>${'\u0000'}<w:delText xml:space="preserve">${'\u0001'}</w:delText></w:r></w:del>`,
  );
  const come = own(`<w:ins w:id="${comes ? fresh() : 0}" ${who}><w:r>${'\u0000'}<w:t>${'\u0001'}</w:t></w:r></w:ins>`);
  const filled = (made: string, properties: string, words: string) =>
    made.replace('\u0000', () => properties).replace('\u0001', () => words);
  return filled(gone, piece.properties, raw) + (comes ? filled(come, comes.properties, escapeXml(comes.to)) : '');
}

/** The piece is cut in two: blanks at the cut count. */
function preserved(xml: string, { tag, tagEnd }: Piece): Edit[] {
  const own = xml.slice(tag, tagEnd);
  return /\bxml:space\s*=/.test(own) ? [] : [{ at: tagEnd - 1, length: 0, text: ' xml:space="preserve"' }];
}

/** What may stand in front of a highlight or a shading among the properties of a run (ECMA-376 part 1, 17.3.2.28). */
const BEFORE_HIGHLIGHT = new Set(
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs'.split(
    ' ',
  ),
);
const BEFORE_SHADING = new Set([...BEFORE_HIGHLIGHT, 'highlight', 'u', 'effect', 'bdr']);

/** Properties of a run with a look of ours in place of what it had, at the place the schema wants. */
function withLook(properties: string, look: string, prefix: string): string {
  if (!look) return properties;
  const own = named(prefix);
  const kind = look.includes('highlight') ? 'highlight' : 'shd';
  const inner = /^<[^>]*\/>$/.test(properties) ? '' : properties.replace(/^<[^>]*>/, '').replace(/<\/[^<>]*>$/, '');
  const before = kind === 'highlight' ? BEFORE_HIGHLIGHT : BEFORE_SHADING;
  const children = topLevel(inner).filter(one => one.name !== kind);
  const at = children.findIndex(one => !before.has(one.name));
  const split = at < 0 ? children.length : at;
  const text = (list: typeof children) => list.map(one => one.text).join('');
  return `${own('<w:rPr>')}${text(children.slice(0, split))}${own(look)}${text(children.slice(split))}${own('</w:rPr>')}`;
}

/** The elements directly inside, as written. */
function topLevel(inner: string): { name: string; text: string }[] {
  const elements: { name: string; text: string }[] = [];
  let depth = 0;
  let from = 0;
  for (const tag of inner.matchAll(/<[^<>]*>/g)) {
    if (depth === 0) from = tag.index;
    if (tag[0].startsWith('</')) depth--;
    else if (!tag[0].endsWith('/>')) depth++;
    if (depth > 0) continue;
    const text = inner.slice(from, tag.index + tag[0].length);
    elements.push({ name: /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1] ?? '', text });
  }
  return elements;
}
