import { allow, type Limit, Problem, type Severity } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import type { Grouping } from './parts/audits.ts';
import { KINDS, type Kind, kindOf } from './parts/kind.ts';
import { coloured, columns, deliver } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import type { SettingFlags } from './parts/settings.ts';
import { targetsOf } from './parts/targets.ts';
import { verdictOf } from './parts/verdict.ts';
import { version } from './parts/version.ts';

interface CheckFlags extends SettingFlags {
  readonly all?: true;
  readonly ledger?: true;
  readonly printConfig?: true;
  readonly quiet?: true;
  readonly statistics?: true;
  readonly strict?: true;
  readonly strictReadings?: true;
  readonly minCoverage?: number;
  readonly bom?: true;
  readonly together?: true;
  readonly separate?: true;
  readonly ocr?: true;
  readonly kind: Kind;
  readonly sort: 'document' | 'severity';
  readonly debug?: true;
  readonly limit?: Readonly<Partial<Record<Limit, number>>>;
  readonly failOn: Severity | 'never';
}

/** `audit check`: audits reports and reports what does not hold. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { formats } = await import('../reporters/index.ts');
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  const targets = targetsOf(formats);
  return new Parser('check', lang)
    .paths()
    .repeated('--format <name>', 'cli.format', targets)
    .repeated('--output <file>', 'cli.output', targets)
    .flag('--all', 'cli.check.all')
    .flag('--ledger', 'cli.check.ledger')
    .choice('--sort <order>', 'cli.check.sort', ['document', 'severity'], 'document')
    .choice('--fail-on <level>', 'cli.check.fail-on', ['error', 'warning', 'note', 'never'], 'error')
    .flag('--strict', 'cli.check.strict')
    .read('--min-coverage <percent>', 'cli.check.min-coverage', percentOf)
    .flag('--strict-readings', 'cli.check.strict-readings')
    .listOf('--rule <id>', 'cli.check.rule', ids)
    .listOf('--skip <id>', 'cli.check.skip', ids)
    .pairs('--severity <id=level>', 'cli.check.severity', ids, ['error', 'warning', 'note'])
    .text('--config <file>', 'cli.check.config')
    .flag('--print-config', 'cli.check.print-config')
    .files('--own-rules <file>', 'cli.check.own-rules')
    .text('--baseline <file>', 'cli.check.baseline')
    .flag('--write-baseline', 'cli.check.write-baseline')
    .day('--today <date>', 'cli.check.today')
    .flag('--bom', 'cli.figures.bom')
    .flag('--together', 'cli.together')
    .flag('--separate', 'cli.separate')
    .choice('--kind <kind>', 'cli.kind', KINDS, 'auto')
    .flag('--ocr', 'cli.ocr')
    .flag('--statistics', 'cli.check.statistics')
    .flag('--quiet', 'cli.check.quiet')
    .bounds()
    .language()
    .action(async (paths: string[], flags: CheckFlags, parser: Parser) => {
      const { settingsOf } = await import('./parts/settings.ts');
      const grouping: Grouping = flags.together ? 'together' : flags.separate ? 'separate' : 'auto';
      const { all = false, ledger = false, quiet = false, bom = false } = flags;
      const outputs = targets.list();
      allow(flags.limit ?? {});
      if (flags.printConfig) return settle(await printConfig(flags, parser, lang));
      const { config, rules, road, count, leave, reads, writes: others } = await settingsOf(flags);
      // Forms of the settings are known before the road is loaded.
      const { equationOf } = await import('../audit.ts');
      const { auditAll } = await import('./parts/audits.ts');
      const writes = [...outputs.map(output => output.file), ...others];
      const shows = outputs.some(output => output.format.documents) ? { documents: true as const } : {};
      const ocr = flags.ocr ? (await import('./parts/ocr.ts')).openRecogniser() : null;
      const whole = all || ledger || outputs.some(({ format }) => format.whole || format.documents);
      const debug = flags.debug === true;
      const options = {
        grouping,
        lang,
        quiet,
        debug,
        whole,
        leave,
        reads,
        writes,
        road: { ...road, ...shows, ...kindOf(flags), ...(ocr ? { ocr } : {}) },
      };
      const { audits: found, failures, skipped } = await auditAll(paths, options).finally(() => ocr?.close());
      const audits = await count(found, { lang, quiet });
      for (const { format, file } of outputs) {
        const color = coloured(file);
        const shown = {
          sort: flags.sort,
          skipped,
          lang,
          version,
          all,
          ledger,
          quiet,
          statistics: flags.statistics === true,
          bom,
          width: columns(),
          color,
          rules,
          equation: equationOf,
        };
        const made = 'bytes' in format ? format.bytes(audits, failures, shown) : format.render(audits, failures, shown);
        await deliver(made, file);
      }
      const failOn = parser.getOptionValueSource('failOn') === 'default' ? (config.failOn ?? flags.failOn) : flags.failOn;
      settle(
        verdictOf(audits, failures, {
          failOn,
          coverage: flags.minCoverage ?? config.minCoverage ?? 0,
          skipped: skipped.length,
          strict: flags.strictReadings ? 'readings' : (flags.strict ?? config.strict ?? false),
        }),
      );
    });
}

/** Tells the settings in force, and where each comes from. */
async function printConfig(flags: CheckFlags, parser: Parser, lang: Lang): Promise<number> {
  const { settingsOf } = await import('./parts/settings.ts');
  const { inForce } = await import('./parts/in-force.ts');
  const { config, file, today } = await settingsOf(flags);
  const given = (name: string, value: unknown) => (parser.getOptionValueSource(name) === 'cli' ? value : undefined);
  const typed = {
    'fail-on': given('failOn', flags.failOn),
    strict: flags.strict,
    'min-coverage': flags.minCoverage,
    severity: flags.severity && Object.fromEntries(flags.severity),
    rule: flags.rule,
    skip: flags.skip,
    'own-rules': flags.ownRules,
    baseline: flags.baseline,
    today: flags.today,
  };
  await deliver(inForce({ config, file, typed, today }, lang), null);
  return 0;
}

/** «80», «80%». */
function percentOf(given: string): number {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*[%％]?$/.exec(given.trim());
  if (!match || Number(match[1]) > 100) throw new Problem('cli.bad-percent', { given });
  return Number(match[1]);
}
