// Makes the fixtures that other programs write: node test/readers/make/libreoffice.mjs (needs LibreOffice Writer and Calc).
// The outputs are checked in, so that the tests need no LibreOffice.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const target = join(import.meta.dirname, '../../../fixtures/readers');
const { module } = await runnerImport(join(import.meta.dirname, 'source.ts'), { configFile: false });
const work = mkdtempSync(join(tmpdir(), 'fixtures-'));
mkdirSync(target, { recursive: true });

function convert(source, extension, filter, name) {
  execFileSync(
    'soffice',
    ['--headless', '--convert-to', `${extension}:${filter}`, '--outdir', join(work, 'out'), join(work, source)],
    { stdio: 'ignore' },
  );
  copyFileSync(join(work, 'out', `${source.split('.')[0]}.${extension}`), join(target, name));
}

writeFileSync(join(work, 'report.docx'), module.reportDocx());
writeFileSync(join(work, 'settled.docx'), module.reportDocx(false));
writeFileSync(join(work, 'sheets.xlsx'), module.reportXlsx());
convert('report.docx', 'docx', 'MS Word 2007 XML', 'libreoffice.docx');
convert('report.docx', 'doc', 'MS Word 97', 'libreoffice.doc');
convert('settled.docx', 'html', 'HTML (StarWriter)', 'libreoffice.html');
convert('report.docx', 'rtf', 'Rich Text Format', 'rtf-named.doc');
convert('report.docx', 'xml', 'MS Word 2003 XML', 'libreoffice-2003.xml');
convert('report.docx', 'odt', 'writer8', 'libreoffice.odt');
convert('report.docx', 'fodt', 'OpenDocument Text Flat XML', 'libreoffice.fodt');
convert('sheets.xlsx', 'xlsx', 'Calc MS Excel 2007 XML', 'libreoffice.xlsx');
convert('sheets.xlsx', 'xls', 'MS Excel 97', 'libreoffice.xls');
convert('sheets.xlsx', 'html', 'HTML (StarCalc)', 'libreoffice-sheets.html');
convert('sheets.xlsx', 'ods', 'calc8', 'libreoffice.ods');
convert('sheets.xlsx', 'fods', 'OpenDocument Spreadsheet Flat XML', 'libreoffice.fods');
rmSync(work, { recursive: true });
