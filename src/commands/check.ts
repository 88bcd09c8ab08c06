import type { Severity } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import type { Grouping } from './parts/audits.ts';
import { coloured, columns, deliver } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import { targetsOf } from './parts/targets.ts';
import { verdictOf } from './parts/verdict.ts';
import { version } from './parts/version.ts';

interface CheckFlags {
  readonly all?: true;
  readonly ledger?: true;
  readonly quiet?: true;
  readonly strict?: true;
  readonly bom?: true;
  readonly together?: true;
  readonly separate?: true;
  readonly failOn: Severity | 'never';
}

/** `audit check`: audits reports and reports what does not hold. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { reporters } = await import('../reporters/index.ts');
  const targets = targetsOf(reporters);
  return new Parser('check', lang)
    .paths()
    .repeated('--format <name>', 'cli.format', targets)
    .repeated('--output <file>', 'cli.output', targets)
    .flag('--all', 'cli.check.all')
    .flag('--ledger', 'cli.check.ledger')
    .choice('--fail-on <level>', 'cli.check.fail-on', ['error', 'warning', 'note', 'never'], 'error')
    .flag('--strict', 'cli.check.strict')
    .flag('--bom', 'cli.figures.bom')
    .flag('--together', 'cli.together')
    .flag('--separate', 'cli.separate')
    .flag('--quiet', 'cli.check.quiet')
    .language()
    .action(async (paths: string[], flags: CheckFlags) => {
      const grouping: Grouping = flags.together ? 'together' : flags.separate ? 'separate' : 'auto';
      const { equationOf } = await import('../audit.ts');
      const { auditAll } = await import('./parts/audits.ts');
      const { rules } = (await import('../rules/index.ts')).loadRules();
      const { audits, failures } = await auditAll(paths, { grouping, lang, quiet: flags.quiet === true });
      const { all = false, ledger = false, quiet = false } = flags;
      for (const { format, file } of targets.list()) {
        const options = { lang, version, all, ledger, quiet, width: columns(), color: coloured(file), equation: equationOf, bom: flags.bom === true, rules };
        await deliver(format.render(audits, failures, options), file);
      }
      settle(verdictOf(audits, failures, flags));
    });
}
