import { strFromU8, unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { annotators } from '../../src/annotate/index.ts';
import { audit, diff, equationOf, startEngine } from '../../src/audit.ts';
import type { Audit, Format } from '../../src/model/index.ts';
import { diffFormats } from '../../src/reporters/diff/index.ts';
import { html } from '../../src/reporters/html/index.ts';
import { splitPages } from '../../src/reporters/html/split.ts';
import { reporters } from '../../src/reporters/index.ts';
import { listOf, marksOf } from '../../src/reporters/marks/index.ts';
import { xlsx } from '../../src/reporters/xlsx/index.ts';
import { emitHtml } from '../generator/emit/html.ts';
import { emitPdf } from '../generator/emit/pdf.ts';
import { type Block, mapMarks, type Report } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { docx, grid, p } from '../readers/make/docx.ts';
import { xlsx as workbook } from '../readers/make/xlsx.ts';
import { OPTIONS } from '../reporters/sample.ts';

/** What a document may carry to act where it is shown: markup, a script, a formula, a turn of the reading direction, a word without end. */
const MARKUP = '</title><script>alert(1)</script><img src=http://a.invalid/x onerror=alert(1)>';
const FORMULA = '=HYPERLINK("http://a.invalid","x")';
const TURNED = '\u202e\u2066';
const LONG = '长'.repeat(600);
/** Names and texts of a report, each with something of it. */
const NAME = `${FORMULA}${MARKUP}${TURNED}办公费`;
const TITLE = `某某市${MARKUP}${TURNED}测试局2023年度部门决算`;
const SENTENCE = `${FORMULA}${MARKUP}本年支出合计120.00万元，其中：基本支出70.00万元，占58.33%；项目支出60.00万元，占41.67%。`;
const ROWS = [
  ['科目', '金额'],
  ['合计', '12.00'],
  [NAME, '7.00'],
  [`@SUM(A1)${LONG}`, '3.00'],
];

const bytesOf: Readonly<Record<string, () => Uint8Array>> = {
  'report.docx': () => docx(p(TITLE) + p(`二、${MARKUP}支出决算情况说明`) + p(SENTENCE) + p(LONG) + grid(ROWS)),
  'report.xlsx': () =>
    workbook([
      {
        name: '表',
        rows: [
          [`收入支出决算总表${MARKUP}`, null],
          ...ROWS.map(row => row.map((one, i) => (i > 0 && /^\d/.test(one) ? Number(one) : one))),
        ],
      },
    ]),
  'report.txt': () => new TextEncoder().encode([TITLE, `二、${MARKUP}支出决算情况说明`, SENTENCE, LONG].join('\n\n')),
  'report.html': () => new TextEncoder().encode(emitHtml(hostile())),
  'report.pdf': () => emitPdf(hostile()),
};

/** A generated report with a wrong figure and hostile paragraphs. */
function hostile(): Report {
  const { report } = sample(12);
  const wrong = mapMarks(report, mark => (mark.fact.endsWith('T1.IN') ? { ...mark, printed: '999999' } : mark));
  const added: Block[] = [{ kind: 'paragraph', inline: [`${MARKUP}支出1.00万元。`] }];
  return { ...wrong, entity: `某某市${MARKUP}测试局`, blocks: [...wrong.blocks, ...added] };
}

const ACTS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const options = { ...OPTIONS, all: true, ledger: true, equation: equationOf };

/** Parts of a package that hold markup, each well-formed. */
function partsOf(bytes: Uint8Array): [name: string, text: string][] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]): [string, string][] => {
    if (!/\.(?:xml|rels|vml)$/.test(name)) return [];
    const text = strFromU8(part);
    new SaxesParser().write(text).close();
    return [[name, text]];
  });
}

function expectInert(page: string): void {
  const names: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      names.push(node.tagName);
      for (const { name, value } of node.attrs) {
        expect(name).not.toMatch(/^on/);
        if (name === 'href' || name === 'src') expect(value).toMatch(/^(?:#|data:image\/png|[^/:]*\.html$)/);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  expect(names.filter(name => name === 'script')).toHaveLength(1);
  for (const name of ['img', 'iframe', 'object', 'embed', 'link', 'form']) expect(names).not.toContain(name);
  expect(ACTS.exec(page)?.[0]).toBeUndefined();
}

describe.each(Object.keys(bytesOf))('%s with all that acts', file => {
  const bytes = bytesOf[file]!();
  let found: Audit;
  beforeAll(async () => {
    found = await audit([{ file, bytes }], { documents: true });
  });

  it('has problems to tell', () => {
    expect(found.issues.filter(({ severity }) => severity !== 'note').length).toBeGreaterThan(0);
    expect(found.figures.length).toBeGreaterThan(2);
  });

  it('carries nothing of it into a text', () => {
    for (const reporter of reporters) {
      const text = reporter.render([found], [], options);
      expect(ACTS.exec(text)?.[0], reporter.name).toBeUndefined();
      if (reporter.name === 'markdown') expect(text).not.toMatch(/<(?:script|img)/);
      if (/^csv/.test(reporter.name)) expect(text).not.toMatch(/(?:^|[\n,])"?[=@]/);
    }
  });

  it('carries nothing of it into a page', () => {
    expectInert(html.render([found], [], options));
    for (const { name, html: page } of splitPages([found, { ...found, file: `b${file}` }], [], options)) {
      expectInert(page);
      expect(name).toMatch(/^[^<>"/\\]+$/);
    }
  });

  it('carries nothing of it into the working paper', () => {
    for (const [name, text] of partsOf(xlsx.bytes([found], [], options))) {
      for (const [, own] of text.matchAll(/<f[^>]*>([^<]*)<\/f>/g)) expect(own, name).not.toMatch(/http|SUM\(A1\)/);
      expect(text, name).not.toMatch(/TargetMode="External"|<script|<img/);
      expect(ACTS.exec(text)?.[0], name).toBeUndefined();
    }
  });

  it('carries nothing of it into a comparison', () => {
    const compared = diff(null, found);
    for (const format of diffFormats) {
      const own = { ...options, sections: true };
      const text = 'bytes' in format ? partsOf(format.bytes(compared, own)).join('\n') : format.render(compared, own);
      expect(ACTS.exec(text)?.[0], format.name).toBeUndefined();
      if (format.name === 'html') expectInert(text);
    }
  });

  it('makes a marked copy that is well-formed and reads the same', async () => {
    const annotate = annotators[found.format as Format];
    if (!annotate) return expect(['text', 'html']).toContain(found.format);
    const engine = found.format === 'pdf' ? await startEngine() : null;
    const marks = marksOf(found, 'zh', true);
    const marked = annotate({ bytes, marks, list: listOf(found, 'zh'), engine, options: { track: false } });
    const notes = marks.flatMap(({ note }) => note ?? []);
    for (const note of notes) expect(ACTS.exec(note)?.[0]).toBeUndefined();
    if (found.format !== 'pdf')
      for (const [name, text] of partsOf(marked.bytes)) {
        expect(text, name).not.toMatch(/TargetMode="External"|<script|<img/);
        for (const [, own] of text.matchAll(/<f[^>]*>([^<]*)<\/f>/g)) expect(own, name).not.toMatch(/http|SUM\(A1\)/);
      }
    const again = await audit([{ file, bytes: marked.bytes }]);
    expect(again.figures.map(({ printed }) => printed)).toEqual(found.figures.map(({ printed }) => printed));
  });
});
