/** What a group of an RTF file is for. */
export type Destination =
  | 'text'
  | 'fonts'
  | 'styles'
  | 'lists'
  | 'levelText'
  | 'overrides'
  | 'instruction'
  | 'label'
  | 'picture'
  | 'object'
  | 'program'
  | 'shape';

/** What holds within a group, and ends with it. */
export interface State {
  destination: Destination;
  font: number;
  /** How many signs stand behind a «\u» for programs that do not know it. */
  fallback: number;
  deleted: boolean;
  inserted: boolean;
  hidden: boolean;
  crossedOut: boolean;
  style: number;
  outline: number | undefined;
  inTable: boolean;
  depth: number;
  list: number;
  listDepth: number;
  /** What is to be done when this very group ends. */
  onClose: (() => void) | undefined;
}

export const initial = (font: number): State => ({
  destination: 'text',
  font,
  fallback: 1,
  ...PLAIN,
  ...PARAGRAPH,
  onClose: undefined,
});

/** «\plain»: letters as they are by themselves. */
export const PLAIN = { deleted: false, inserted: false, hidden: false, crossedOut: false } as const;
/** «\pard»: a paragraph as it is by itself. */
export const PARAGRAPH = { style: 0, outline: undefined, inTable: false, depth: 0, list: 0, listDepth: 0 } as const;

/** Destinations whose text is none of the report, besides all that begin with «\*» and are not known. */
export const LEFT_OUT = new Set([
  'colortbl',
  'info',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'nonshppict',
  'shprslt',
  'result',
  'nonesttables',
  'filetbl',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'levelnumbers',
  'objdata',
  'sp',
  'xe',
  'tc',
  'rxe',
  'txe',
  'annotation',
  'atnid',
  'atnauthor',
  'pgdsctbl',
  'mmathPict',
]);

/** Destinations that are followed although they begin with «\*». */
export const FOLLOWED = new Set([
  'fldinst',
  'listtable',
  'listoverridetable',
  'shpinst',
  'shppict',
  'nesttableprops',
  'objclass',
  'footnote',
  'ud',
  'do',
]);

/** Signs that have words of their own. */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '~': ' ',
  _: '-',
};

/** Destinations that only have to be remembered while their group lasts. */
export const HOLDING: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  listtable: 'lists',
  listoverridetable: 'overrides',
  leveltext: 'levelText',
  pict: 'picture',
  shpinst: 'shape',
  do: 'shape',
  objclass: 'program',
};
