import { parse } from 'node:path';
import type { Audit, Rule } from '../model/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import type { Grouping } from './parts/audits.ts';
import { Parser } from './parts/parser.ts';
import type { SettingFlags } from './parts/settings.ts';
import { version } from './parts/version.ts';

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
      const { settingsOf } = await import('./parts/settings.ts');
      const grouping: Grouping = flags.together ? 'together' : flags.separate ? 'separate' : 'auto';
      const { choice, count, rules, leave } = await settingsOf(flags);
      const { auditAll } = await import('./parts/audits.ts');
      const ocr = flags.ocr ? (await import('./parts/ocr.ts')).openRecogniser() : null;
      const options = { grouping, lang, quiet: false, leave, choice, depth: 'documents' as const, undrawn: true as const };
      const { audits: found, failures } = await auditAll(paths, { ...options, ocr: ocr ?? undefined }).finally(() =>
        ocr?.close(),
      );
      const { groupBy } = await import('../reporters/parts/group.ts');
      // The reports of a compendium are marked in one copy.
      const counted = await count(found, { lang, quiet: false });
      const filesOf = ({ documents = [] }: Audit) => documents.map(({ file }) => file).join('\n');
      for (const audits of groupBy(counted, filesOf)) await copiesOf(audits, lang, flags, rules);
      settle(failures.length > 0 ? 2 : 0);
    });
}

/** Writes the copies of files and says where; most files hold one report, or a part of one. */
async function copiesOf(audits: readonly Audit[], lang: Lang, flags: AnnotateFlags, rules: readonly Rule[]): Promise<void> {
  const { annotators } = await import('../annotate/index.ts');
  const { listOf, marksOf } = await import('../reporters/marks/index.ts');
  const { load } = await import('./parts/files.ts');
  const { homeOf } = await import('./parts/packed.ts');
  const { print, tell } = await import('./parts/output.ts');
  const { freeBeside, save } = await import('./parts/saving.ts');
  const { startEngine } = await import('../audit.ts');
  const [first] = audits as [Audit];
  const marks = audits.flatMap(audit => marksOf(audit, lang, flags.ticks === true));
  const list = listOf(first, lang);
  // Another file of the same report was compared with this one; it is not marked as well.
  for (const { code, params } of first.notices) if (code === 'files.once') await tell(say(lang, 'annotate.once', params));
  for (const { file, format } of first.documents ?? []) {
    const { name, ext, ...parsed } = parse(file);
    const dir = homeOf(file, parsed.dir);
    const own = marks.filter(({ place }) => place.file === file);
    const said = { file: clean(file), format };
    const annotate = annotators[format];
    if (!annotate) {
      const copy = await freeBeside(dir, `${name}${say(lang, 'annotate.suffix')}`, '.html');
      await save(copy, await pageOf(audits, lang, rules));
      await print(`${say(lang, 'annotate.other', { ...said, copy: clean(copy) })}\n`);
      continue;
    }
    const { bytes } = await load(file);
    const engine = format === 'pdf' ? await startEngine() : null;
    const marked = annotate({ bytes, marks: own, list, engine, options: { track: flags.track === true } });
    const copy = await freeBeside(dir, `${name}${say(lang, 'annotate.suffix')}`, ext);
    await save(copy, marked.bytes);
    const count = own.filter(({ state }) => state === 'wrong' || state === 'candidate').length;
    await print(`${say(lang, 'annotate.written', { ...said, copy: clean(copy), count })}\n`);
    const lost = marked.missed.filter(({ state }) => state !== 'tied');
    const numbers = [...new Set(lost.map(({ printed }) => clean(printed)))];
    if (lost.length > 0) await tell(say(lang, 'annotate.missed', { ...said, count: numbers.length, numbers }));
  }
}

/** The web page that takes the place of a copy. */
async function pageOf(audits: readonly Audit[], lang: Lang, rules: readonly Rule[]): Promise<string> {
  const { html } = await import('../reporters/html/index.ts');
  const { equationOf } = await import('../audit.ts');
  const shown = { lang, version, all: false, ledger: false, quiet: false, bom: false, width: 100, color: false };
  return html.render(audits, [], { ...shown, rules, equation: equationOf });
}
