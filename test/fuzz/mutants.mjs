import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import { archive, compound, flipped, lines, markup, objects } from './structures.mjs';
import { NASTY, number, sentence } from './words.mjs';

const fixture = name => new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
const texts = bytes => new TextDecoder().decode(bytes);
const bytesOf = string => new TextEncoder().encode(string);

/** The same tables as an older kind of workbook. */
function savedAs(kind) {
  return new Uint8Array(XLSX.write(XLSX.read(fixture('readers/libreoffice.xlsx')), { type: 'array', bookType: kind }));
}

const once = make => {
  let made;
  return () => (made ??= make());
};
const seeds = {
  docx: once(() => [fixture('readers/libreoffice.docx'), fixture('formats/report.docx')]),
  xlsx: once(() => [fixture('readers/libreoffice.xlsx'), fixture('formats/tables.xlsx')]),
  doc: once(() => [fixture('readers/libreoffice.doc')]),
  rtf: once(() => [fixture('readers/rtf-named.doc'), fixture('formats/report.rtf')]),
  xls: once(() => [fixture('readers/libreoffice.xls'), savedAs('biff8'), savedAs('biff5')]),
  xml: once(() => [savedAs('xlml')]),
  pdf: once(() => [fixture('readers/pdf/landscape.pdf'), fixture('readers/pdf/three-pages.pdf')]),
  html: once(() => [fixture('readers/libreoffice.html')]),
  csv: once(() => [bytesOf(XLSX.utils.sheet_to_csv(Object.values(XLSX.read(fixture('readers/libreoffice.xlsx')).Sheets)[0]))]),
  txt: once(() => [fixture('rules/SUM-001.txt'), fixture('formats/report.txt')]),
  yaml: once(() => [fixture('2021.yaml')]),
};

/** How the value of a line of YAML is changed. */
const yamlValue = (line, random) => {
  const key = /^\s*(?:- )?[^:]*:/.exec(line)?.[0];
  const value = random.pick([
    ...NASTY,
    '*a',
    '&a 1',
    '<<: *a',
    '!!binary x',
    '[',
    '{',
    '? ',
    '- - - - 1',
    '|',
    '"',
    "'",
    '@',
    number(random),
  ]);
  return key && random.chance(0.8) ? `${key} ${value}` : `${value}${line}`;
};
const textValue = (line, random) =>
  random.pick([
    () => sentence(random),
    () => line + sentence(random),
    () => line.replace(/\d[\d.,]*/, () => number(random)),
    () => line.slice(random.below(line.length + 1)),
  ])();
const csvValue = (line, random) => {
  const cells = line.split(',');
  cells[random.below(cells.length)] = random.pick([number(random), sentence(random), '"', ',,,,', random.pick(NASTY)]);
  return cells.join(random.chance(0.05) ? '\t' : ',');
};
const asText = change => (bytes, random) => {
  const changed = change(texts(bytes), random);
  if (random.chance(0.05)) return flipped(bytesOf(changed), random);
  return random.chance(0.05) ? Uint8Array.from(Buffer.from(`\ufeff${changed}`, 'utf16le')) : bytesOf(changed);
};

/** Groups and control words of an RTF file are lost, doubled, moved, or given numbers of no sense. */
const words = (source, random) => {
  const pieces = source.split(/(\\[a-z]+-?\d* ?|\\'[0-9a-f]{2}|[{}])/);
  for (let n = 1 + random.below(12); n > 0; n--) {
    const at = random.below(pieces.length);
    const piece = pieces[at];
    const change = random.pick([
      () => '',
      () => piece + piece,
      () => pieces[random.below(pieces.length)],
      () => piece.replace(/-?\d+/, random.pick(['-1', '0', '65536', '2147483647', '-99999999999', '1e9'])),
      () =>
        random.pick([
          '{',
          '}',
          '{\\*\\footnote ',
          '\\row ',
          '\\nestcell ',
          '\\itap3 ',
          '{\\pict ',
          '\\bin5 ',
          '{\\field',
          '{\\shptxt ',
          '\\uc9 ',
          '\\u-1?',
        ]),
    ]);
    pieces[at] = change();
  }
  return pieces.join('');
};

const MUTATORS = {
  docx: archive,
  xlsx: archive,
  doc: compound,
  rtf: asText((source, random) => words(source, random)),
  xls: compound,
  xml: asText((source, random) => markup(source, random)),
  pdf: objects,
  html: asText((source, random) => markup(source, random, 12)),
  csv: asText((source, random) => lines(source, random, csvValue)),
  txt: asText((source, random) => lines(source, random, textValue)),
  yaml: asText((source, random) => lines(source, random, yamlValue)),
};
const ENDINGS = { xml: 'xls' };

export const READERS = Object.keys(MUTATORS);

/** A file of a kind, changed where its structure has joints. */
export function mutant(reader, random) {
  const bytes = MUTATORS[reader](random.pick(seeds[reader]()), random);
  return { file: `变.${ENDINGS[reader] ?? reader}`, bytes };
}
