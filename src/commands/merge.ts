import { Problem, type Severity } from '../model/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import type { TellingFlags } from './parts/delivery.ts';
import { tell } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import type { SettingFlags } from './parts/settings.ts';
import { targetsOf } from './parts/targets.ts';

interface MergeFlags extends SettingFlags, TellingFlags {
  readonly failOn: Severity | 'never';
}

/** `audit merge`: puts the parts of a run together and tells them as the ordinary run would have. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { formats } = await import('../reporters/index.ts');
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  const targets = targetsOf(formats);
  return new Parser('merge', lang)
    .argument('<path...>', say(lang, 'cli.merge.paths'))
    .delivers(targets)
    .flag('--all', 'cli.check.all')
    .flag('--ledger', 'cli.check.ledger')
    .choice('--sort <order>', 'cli.check.sort', ['document', 'severity'], 'document')
    .choice('--fail-on <level>', 'cli.check.fail-on', ['error', 'warning', 'note', 'never'], 'error')
    .flag('--strict', 'cli.check.strict')
    .flag('--strict-readings', 'cli.check.strict-readings')
    .pairs('--severity <id=level>', 'cli.check.severity', ids, ['error', 'warning', 'note'])
    .text('--config <file>', 'cli.check.config')
    .files('--own-rules <file>', 'cli.check.own-rules')
    .text('--baseline <file>', 'cli.check.baseline')
    .flag('--write-baseline', 'cli.check.write-baseline')
    .day('--today <date>', 'cli.check.today')
    .flag('--bom', 'cli.figures.bom')
    .flag('--statistics', 'cli.check.statistics')
    .flag('--quiet', 'cli.check.quiet')
    .language()
    .action(async (paths: string[], flags: MergeFlags, parser: Parser) => {
      const { settingsOf } = await import('./parts/settings.ts');
      const { deliverAll } = await import('./parts/delivery.ts');
      const { refuseToReplace } = await import('./parts/saving.ts');
      const { eventsIn, partsIn } = await import('./batch/parts.ts');
      const outputs = targets.list();
      const settings = await settingsOf(flags);
      await refuseToReplace([...outputs.map(({ file }) => file), ...settings.writes], [...paths, ...settings.reads]);
      const isWhole =
        flags.all === true || flags.ledger === true || outputs.some(({ format }) => format.whole || format.documents);
      const { states, missing } = await partsIn(paths, isWhole);
      if (states.length === 0) throw new Problem('merge.nothing', {}, { file: clean(paths[0]!) });
      const code = await deliverAll(eventsIn(states), outputs, { flags, settings, lang, parser });
      if (missing.length > 0) await tell(say(lang, 'merge.missing', { parts: missing }));
      settle(missing.length > 0 ? 2 : code);
    });
}
