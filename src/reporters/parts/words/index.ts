import type { Params } from '../../../model/index.ts';
import { annotate } from './annotate.ts';
import { batch } from './batch.ts';
import { cli } from './cli.ts';
import { complete } from './complete.ts';
import { config } from './config.ts';
import { dataset } from './dataset.ts';
import { diff } from './diff.ts';
import { doubts } from './doubts.ts';
import { extract } from './extract.ts';
import { figures } from './figures.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { formats } from './formats.ts';
import { html } from './html.ts';
import { issues } from './issues.ts';
import type { Messages } from './messages.ts';
import { observed } from './observed.ts';
import { ocr } from './ocr.ts';
import { overview } from './overview.ts';
import { own } from './own.ts';
import { page } from './page.ts';
import { pdf } from './pdf.ts';
import { pictures } from './pictures.ts';
import { places } from './places.ts';
import { readers } from './readers.ts';
import { rules } from './rules.ts';
import { selfeval } from './selfeval.ts';
import { tables } from './tables.ts';
import { terminal } from './terminal.ts';
import { xlsx } from './xlsx.ts';

export type Lang = 'zh' | 'en';

/** Every message for people, one file for each area; only a list. */
const all: Messages = {
  ...dataset,
  ...diff,
  ...readers,
  ...batch,
  ...cli,
  ...complete,
  ...config,
  ...files,
  ...ocr,
  ...overview,
  ...own,
  ...page,
  ...pdf,
  ...pictures,
  ...doubts,
  ...extract,
  ...figures,
  ...findings,
  ...formats,
  ...html,
  ...annotate,
  ...issues,
  ...places,
  ...observed,
  ...rules,
  ...selfeval,
  ...tables,
  ...terminal,
  ...xlsx,
};

/** Whether there is such a message. */
export function has(code: string): boolean {
  return code in all;
}

/** The sentence for a message code; an unknown code is a defect of this program and says so by name. */
export function say(lang: Lang, code: string, params: Params = {}): string {
  const message = all[code];
  if (!message) return `[${code}]`;
  return message[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value.join(lang === 'zh' ? '、' : ', ') : String(value);
  });
}
