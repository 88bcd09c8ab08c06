/** The notice for an object of another program that stands in a text, by the program («Excel.Sheet.12», «MSGraph.Chart.8»). */
export function noticeOfObject(program: string): string {
  if (/Chart|Graph/i.test(program)) return 'reader.embedded-chart';
  return /^Excel|^ET\.|Sheet/i.test(program) ? 'reader.embedded-workbook' : 'reader.embedded-object';
}
