import { parse } from 'node:path';
import type { Mark } from '../annotate/index.ts';
import type { Audit, Format } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import type { Grouping } from './parts/audits.ts';
import { Parser } from './parts/parser.ts';
import type { SettingFlags } from './parts/settings.ts';

interface AnnotateFlags extends SettingFlags {
  readonly track?: true;
  readonly ticks?: true;
  readonly together?: true;
  readonly separate?: true;
  readonly ocr?: true;
}

/** `audit annotate`: a marked copy beside each file; the files themselves are never touched. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  return new Parser('annotate', lang)
    .paths()
    .flag('--track', 'cli.annotate.track')
    .flag('--ticks', 'cli.annotate.ticks')
    .listOf('--rule <id>', 'cli.check.rule', ids)
    .listOf('--skip <id>', 'cli.check.skip', ids)
    .text('--config <file>', 'cli.check.config')
    .text('--baseline <file>', 'cli.check.baseline')
    .day('--today <date>', 'cli.check.today')
    .flag('--together', 'cli.together')
    .flag('--separate', 'cli.separate')
    .flag('--ocr', 'cli.ocr')
    .language()
    .action(async (paths: string[], flags: AnnotateFlags) => {
      const { auditAll } = await import('./parts/audits.ts');
      const { settingsOf } = await import('./parts/settings.ts');
      const grouping: Grouping = flags.together ? 'together' : flags.separate ? 'separate' : 'auto';
      const { road, count } = await settingsOf(flags);
      const ocr = flags.ocr ? (await import('./parts/ocr.ts')).openRecogniser() : null;
      const options = { grouping, lang, quiet: false, road: { ...road, documents: true, ...(ocr ? { ocr } : {}) } };
      const { audits: found, failures } = await auditAll(paths, options).finally(() => ocr?.close());
      let missed = 0;
      for (const audit of await count(found, { lang, quiet: false })) missed += await copiesOf(audit, lang, flags);
      settle(failures.length > 0 || missed > 0 ? 2 : 0);
    });
}

/** Writes the copies of one report's files and says where; gives how many files no copy could be made of. */
async function copiesOf(audit: Audit, lang: Lang, flags: AnnotateFlags): Promise<number> {
  const { annotators } = await import('../annotate/index.ts');
  const { listRows, marksOf } = await import('./parts/marks.ts');
  const { load } = await import('./parts/files.ts');
  const { deliverBytes, fresh, print, tell } = await import('./parts/output.ts');
  const { say } = await import('../reporters/parts/words/index.ts');
  const { clean } = await import('../reporters/parts/clean.ts');
  const marks = marksOf(audit, lang, flags.ticks === true);
  const rows = listRows(audit, lang);
  let failed = 0;
  for (const { file, format } of audit.documents ?? []) {
    const own = marks.filter(({ place }) => place.file === file);
    const annotate = annotators[format];
    const said = { file: clean(file) };
    if (!annotate) {
      await tell(say(lang, 'annotate.other', { ...said, format: FORMATS[format] ?? format }));
      failed++;
      continue;
    }
    const { bytes } = await load(file);
    const list = {
      name: say(lang, 'annotate.list'),
      title: OWN_TITLE,
      head: HEAD.map(key => say(lang, `annotate.col.${key}`)),
      widths: WIDTHS,
      rows,
    };
    const { bytes: copy, missed } = annotate({ bytes, marks: own, list, options: { track: flags.track === true } });
    const { dir, name, ext } = parse(file);
    const target = await fresh(dir, `${name}${say(lang, 'annotate.suffix')}`, ext);
    await deliverBytes(copy, target);
    await print(`${say(lang, 'annotate.written', { ...said, copy: clean(target), count: countOf(own) })}\n`);
    const lost = missed.filter(({ state }) => state !== 'tied');
    if (lost.length > 0) await tell(say(lang, 'annotate.missed', { ...said, count: lost.length, numbers: lost.map(({ printed }) => clean(printed)) }));
  }
  return failed;
}

const countOf = (marks: readonly Mark[]) => marks.filter(({ state }) => state === 'wrong' || state === 'candidate').length;
