import { resolve } from 'node:path';
import { type Audit, type Failure, Problem } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { KINDS, type Kind } from './parts/kind.ts';
import { coloured, columns, deliver, tell } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import { refuseToReplace } from './parts/saving.ts';
import type { SettingFlags } from './parts/settings.ts';
import { targetsOf } from './parts/targets.ts';
import { version } from './parts/version.ts';

interface WatchFlags extends SettingFlags {
  readonly together?: true;
  readonly separate?: true;
  readonly kind: Kind;
}

/** `audit watch`: stays open beside Word, audits again whenever the report is saved, and tells what changed. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { reporters } = await import('../reporters/index.ts');
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  const targets = targetsOf(reporters);
  return new Parser('watch', lang)
    .paths()
    .repeated('--format <name>', 'cli.watch.format', targets)
    .repeated('--output <file>', 'cli.watch.output', targets)
    .listOf('--rule <id>', 'cli.check.rule', ids)
    .listOf('--skip <id>', 'cli.check.skip', ids)
    .text('--config <file>', 'cli.check.config')
    .files('--own-rules <file>', 'cli.check.own-rules')
    .text('--baseline <file>', 'cli.check.baseline')
    .flag('--together', 'cli.together')
    .flag('--separate', 'cli.separate')
    .choice('--kind <kind>', 'cli.kind', KINDS, 'auto')
    .language()
    .action(async (paths: string[], flags: WatchFlags) => {
      const outputs = targets.list();
      for (const { format, file } of outputs)
        if (file === null && format.name !== 'terminal') throw new Problem('watch.output', { format: format.name });
      const { settingsOf } = await import('./parts/settings.ts');
      const { rules, choice, count, leave, reads } = await settingsOf(flags);
      const { equationOf } = await import('../audit.ts');
      const shows = outputs.some(({ format }) => format.documents);
      const writes = outputs.flatMap(({ file }) => file ?? []);
      await refuseToReplace(writes, [...paths, ...reads]);
      // What is written may lie in the folder that is watched.
      const own = new Set(writes.map(file => resolve(file)));
      const shown = { lang, version, all: false, ledger: false, quiet: false, bom: false, rules, equation: equationOf };
      const written = outputs.filter(output => output.file !== null);
      const { stayBeside } = await import('./parts/watching.ts');
      await stayBeside(paths, {
        lang,
        grouping: flags.together ? 'together' : flags.separate ? 'separate' : 'auto',
        audit: {
          lang,
          quiet: true,
          depth: shows ? ('documents' as const) : ('whole' as const),
          leave: file => (own.has(resolve(file)) ? 'skip.own' : leave(file)),
          choice,
          kind: flags.kind,
        },
        count: audits => count(audits, { lang, quiet: true }),
        shown: () => ({ ...shown, width: columns(), color: coloured(null) }),
        write: (audits, failures) =>
          writeAll(written, audits, failures, format => ({ ...shown, width: columns(), color: false, format })),
      });
      settle(0);
    });
}

type Shown = Parameters<Reporter['render']>[2];

async function writeAll(
  outputs: readonly { readonly format: Reporter; readonly file: string | null }[],
  audits: readonly Audit[],
  failures: readonly Failure[],
  shown: (format: Reporter) => Shown,
): Promise<void> {
  for (const { format, file } of outputs) {
    try {
      await deliver(format.render(audits, failures, shown(format)), file);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A page that another program holds open: it comes with the next save.
      const { problemWords } = await import('../reporters/parts/problems.ts');
      await tell(problemWords(file ?? '', error, shown(format).lang));
    }
  }
}
