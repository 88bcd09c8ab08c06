import { xml } from '../parts/escape.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { SCRIPT_HASH, STYLE_HASH } from './hashes.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** A whole page around a body. Its policy lets its own style and script run, and forbids every request. */
export function shell(title: string, body: string, { lang, version }: { readonly lang: Lang; readonly version: string }): string {
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; script-src 'sha256-${SCRIPT_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return [
    `<!doctype html>\n<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta name="generator" content="audit ${xml(version)}">`,
    `<title>${xml(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>`,
    body,
    `<footer>${xml(say(lang, 'html.foot', { version }))}</footer>`,
    `<script>${SCRIPT}</script>\n</body>\n</html>\n`,
  ].join('\n');
}
