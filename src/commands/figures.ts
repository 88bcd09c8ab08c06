import { allow, type Limit } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import type { Grouping } from './parts/audits.ts';
import type { Kind } from './parts/kind.ts';
import { coloured, columns, deliver } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import { targetsOf } from './parts/targets.ts';
import { version } from './parts/version.ts';

interface FiguresFlags {
  readonly addresses?: true;
  readonly config?: string;
  readonly bom?: true;
  readonly together?: true;
  readonly separate?: true;
  readonly ocr?: true;
  readonly kind: Kind;
  readonly debug?: true;
  readonly limit?: Readonly<Partial<Record<Limit, number>>>;
}

/** `audit figures`: lists every printed number that states something about the accounts. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { figureReporters } = await import('../reporters/figures/index.ts');
  const targets = targetsOf(figureReporters);
  return new Parser('figures', lang)
    .paths()
    .delivers(targets)
    .flag('--addresses', 'cli.figures.addresses')
    .text('--config <file>', 'cli.check.config')
    .flag('--bom', 'cli.figures.bom')
    .groups()
    .bounds()
    .language()
    .action(async (paths: string[], flags: FiguresFlags) => {
      const grouping: Grouping = flags.together ? 'together' : flags.separate ? 'separate' : 'auto';
      const { settingsOf } = await import('./parts/settings.ts');
      const { leave } = await settingsOf(flags.config === undefined ? {} : { config: flags.config });
      const { auditAll } = await import('./parts/audits.ts');
      const ocr = flags.ocr ? (await import('./parts/ocr.ts')).openRecogniser() : null;
      const outputs = targets.list();
      const writes = outputs.map(output => output.file);
      allow(flags.limit ?? {});
      const debug = flags.debug === true;
      const options = {
        grouping,
        lang,
        quiet: false,
        debug,
        depth: 'whole' as const,
        kind: flags.kind,
        ocr: ocr ?? undefined,
        leave,
        writes,
      };
      const { audits, failures } = await auditAll(paths, options).finally(() => ocr?.close());
      if (flags.addresses) {
        const { addressesOf } = await import('../rules/index.ts');
        const { addressReporters } = await import('../reporters/figures/addresses.ts');
        for (const { format, file } of outputs) {
          const shown = { lang, bom: flags.bom === true, width: columns() };
          await deliver(
            addressReporters[format.name]!(
              audits.map(audit => ({ audit, addresses: addressesOf(audit) })),
              shown,
            ),
            file,
          );
        }
        return settle(failures.length > 0 ? 2 : 0);
      }
      for (const { format, file } of outputs) {
        const shown = { lang, version, bom: flags.bom === true, width: columns(), color: coloured(file) };
        await deliver(format.render(audits, failures, shown), file);
      }
      settle(failures.length > 0 ? 2 : 0);
    });
}
