// Makes the report that LibreOffice wrote in its formats: node test/formats/make.mjs (needs LibreOffice Writer and Calc).
// The outputs are checked in under fixtures/formats, so that the tests need no LibreOffice.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, loadConfigFromFile } from 'vite';

const target = join(import.meta.dirname, '../../fixtures/formats');
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' });
const server = await createServer({
  ...config,
  configFile: false,
  ssr: {},
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
const module = await server.ssrLoadModule('/test/formats/report.ts');
const work = mkdtempSync(join(tmpdir(), 'formats-'));
mkdirSync(target, { recursive: true });

function convert(source, extension, filter) {
  execFileSync(
    'soffice',
    ['--headless', '--convert-to', `${extension}:${filter}`, '--outdir', join(work, 'out'), join(work, source)],
    { stdio: 'ignore' },
  );
  copyFileSync(join(work, 'out', `${source.split('.')[0]}.${extension}`), join(target, `${source.split('.')[0]}.${extension}`));
}

writeFileSync(join(target, 'report.txt'), module.fixtureText());
writeFileSync(join(work, 'report.docx'), module.fixtureDocx());
writeFileSync(join(work, 'tables.xlsx'), module.fixtureXlsx());
convert('report.docx', 'docx', 'MS Word 2007 XML');
convert('report.docx', 'doc', 'MS Word 97');
convert('report.docx', 'html', 'HTML (StarWriter)');
convert('report.docx', 'rtf', 'Rich Text Format');
convert('report.docx', 'odt', 'writer8');
convert('report.docx', 'fodt', 'OpenDocument Text Flat XML');
convert('tables.xlsx', 'xlsx', 'Calc MS Excel 2007 XML');
convert('tables.xlsx', 'xls', 'MS Excel 97');
convert('tables.xlsx', 'ods', 'calc8');
convert('tables.xlsx', 'fods', 'OpenDocument Spreadsheet Flat XML');
rmSync(work, { recursive: true });
await server.close();
