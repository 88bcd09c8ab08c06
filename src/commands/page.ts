import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Problem } from '../model/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import { Parser } from './parts/parser.ts';

const ENDING = '.html';

/** `audit page`: writes the drop page, the whole tool as one file for people who install nothing. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  return new Parser('page', lang)
    .text('--output <file>', 'cli.page.output')
    .language()
    .action(async ({ output = `audit${ENDING}` }: { readonly output?: string }) => {
      const { print } = await import('./parts/output.ts');
      const { save } = await import('./parts/saving.ts');
      const page = inLanguage(await built(), lang);
      await save(output, page);
      const size = (Buffer.byteLength(page) / 1e6).toFixed(1);
      await print(`${say(lang, 'cli.page.written', { file: clean(output), size })}\n`);
      settle(0);
    });
}

/** The page lies beside the built program. */
async function built(): Promise<string> {
  return readFile(fileURLToPath(new URL('../audit.html', import.meta.url)), 'utf8').catch(() => {
    throw new Problem('output.no-page');
  });
}

/** It speaks Chinese unless its first tag says otherwise; people can turn it. */
const inLanguage = (page: string, lang: Lang) => (lang === 'en' ? page.replace('<html lang="zh-CN">', '<html lang="en">') : page);
