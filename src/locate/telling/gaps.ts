import type { Gap, Notice, Reading } from '../../model/index.ts';

/**
 * What of the readers' notices says that something was there and was not read; the others only say how it was read, or what is odd
 * about the file. Macros, links and hidden text are no figures that anybody sees.
 */
const LOST: Readonly<Record<string, Gap['what']>> = {
  'audit.without-file': 'file',
  'reader.attachments': 'file',
  'reader.part-damaged': 'file',
  'reader.part-missing': 'file',
  'reader.part-twice': 'file',
  'reader.pdf.attachments': 'file',
  'reader.embedded-document': 'file',
  'reader.pdf.pages-without-text': 'page',
  'reader.ofd.pages-without-text': 'page',
  'reader.pdf.pictures': 'page',
  'reader.pdf.cut': 'page',
  'reader.pdf.damaged-data': 'page',
  'reader.pdf.uncounted-pages': 'page',
  'reader.pdf.too-many-pages': 'page',
  'reader.pdf.repaired': 'page',
  'reader.pictures': 'table',
  'reader.sheet-lost': 'table',
  'reader.pdf.unruled-table': 'table',
  'reader.pdf.nameless-rows': 'table',
  'reader.scattered': 'table',
  'reader.embedded-workbook': 'table',
  'reader.embedded-object': 'table',
  'reader.formula-without-value': 'cell',
  'reader.error-value': 'cell',
  'reader.strings-lost': 'cell',
  'reader.note-missing': 'cell',
  'reader.pdf.form': 'cell',
  'reader.embedded-chart': 'figure',
  'reader.chart-without-values': 'figure',
};

/** The reason for which a whole table was left out. */
const TABLE = 'extract.why.table-unread';

/** What was there and was not read: as the readers noticed it, then tables that were taken for no known one. */
export function gapsOf(notices: readonly Notice[], { unread }: Pick<Reading, 'unread'>): Gap[] {
  const noticed = notices.flatMap(({ code, params, place = {} }): Gap[] => {
    const what = LOST[code];
    return what ? [{ what, place, why: code, params }] : [];
  });
  const tables = unread
    .filter(({ why }) => why === TABLE)
    .map(({ place, why, params = {} }): Gap => ({ what: 'table', place, why, params }));
  return [...noticed, ...tables];
}
