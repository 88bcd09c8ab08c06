import type { Selection } from '../diff/index.ts';
import { type Audit, allow, Big, type Diff, type Limit, moneyFactor, Problem } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import { say } from '../reporters/parts/words/index.ts';
import type { AuditAllOptions } from './parts/audits.ts';
import { coloured, columns, deliver, tell } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import { targetsOf } from './parts/targets.ts';
import { version } from './parts/version.ts';

interface DiffFlags {
  readonly sort: Selection['sort'];
  readonly only: Selection['only'];
  readonly minChange?: Selection['least'];
  readonly indicator?: string;
  readonly config?: string;
  readonly all?: true;
  readonly bom?: true;
  readonly debug?: true;
  readonly limit?: Readonly<Partial<Record<Limit, number>>>;
}

/** `audit diff`: compares two years, two drafts, or one report with the year it implies. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { diffFormats } = await import('../reporters/diff/index.ts');
  const targets = targetsOf(diffFormats);
  return new Parser('diff', lang)
    .argument('<path...>', say(lang, 'cli.diff.paths'))
    .repeated('--format <name>', 'cli.format', targets)
    .repeated('--output <file>', 'cli.output', targets)
    .choice('--sort <order>', 'cli.diff.sort', ['report', 'change'], 'report')
    .choice('--only <kind>', 'cli.diff.only', ['all', 'disagreements', 'stated', 'changed', 'subjects'], 'all')
    .read('--min-change <size>', 'cli.diff.min-change', leastOf)
    .text('--indicator <text>', 'cli.diff.indicator')
    .flag('--all', 'cli.diff.all')
    .text('--config <file>', 'cli.check.config')
    .flag('--bom', 'cli.figures.bom')
    .bounds()
    .language()
    .action(async (paths: string[], flags: DiffFlags) => {
      if (paths.length > 2) throw new Problem('diff.too-many', { count: paths.length });
      const outputs = targets.list();
      allow(flags.limit ?? {});
      const { settingsOf } = await import('./parts/settings.ts');
      const { choice, count, reads } = await settingsOf(flags.config === undefined ? {} : { config: flags.config });
      const { diff, equationOf } = await import('../audit.ts');
      const { select } = await import('../diff/index.ts');
      const writes = outputs.map(output => output.file);
      const found: Audit[] = [];
      for (const path of paths) {
        const side = await oneReport(path, {
          grouping: 'auto',
          lang,
          quiet: false,
          debug: flags.debug === true,
          depth: 'whole',
          choice,
          reads,
          writes,
        });
        if (!side) return settle(2);
        found.push(side);
      }
      // What a suppression or the baseline takes out is no news of a draft; which of them met nothing is for check to say.
      const sides = await count(found, { lang, quiet: true });
      const [before, after] = await inOrder(sides, lang);
      const whole = diff(before, after);
      const { sort, only, minChange: least = null, indicator: about = null, all = false, bom = false } = flags;
      const shown = select(whole, { sort, only, least, about });
      for (const { format, file } of outputs) {
        const sections = sort === 'report';
        const options = { lang, version, all, bom, sections, width: columns(), color: coloured(file), equation: equationOf };
        await deliver('bytes' in format ? format.bytes(shown, options) : format.render(shown, options), file);
      }
      settle(isAtOdds(whole) ? 1 : 0);
    });
}

/** The report a path stands for; null when it could not be audited, which has been told. */
async function oneReport(path: string, options: AuditAllOptions): Promise<Audit | null> {
  const { auditAll } = await import('./parts/audits.ts');
  const { audits, failures } = await auditAll([path], options);
  const [only, ...more] = audits;
  if (failures.length > 0 || !only) return null;
  if (more.length > 0)
    throw new Problem('diff.several', { count: audits.length, files: audits.map(one => one.file) }, { file: path });
  return only;
}

/** The earlier year first; says what is odd about the two. */
async function inOrder(sides: readonly Audit[], lang: Lang): Promise<[Audit | null, Audit]> {
  const [first, second] = sides as [Audit, Audit?];
  if (!second) return [null, first];
  const turned = first.year !== null && second.year !== null && first.year > second.year;
  const [before, after] = turned ? [second, first] : [first, second];
  if (turned) await tell(say(lang, 'diff.swapped', { before: first.year ?? '', after: second.year ?? '' }));
  const years = before.year !== null && after.year !== null ? after.year - before.year : 1;
  if (years > 1) await tell(say(lang, 'diff.apart', { years }));
  if (before.entity !== null && after.entity !== null && before.entity !== after.entity) {
    await tell(say(lang, 'diff.entities', { before: before.entity, after: after.entity }));
  }
  return [before, after];
}

/** A stated change that does not fit both years, or an error the earlier draft did not have. */
function isAtOdds(diff: Diff): boolean {
  if (diff.kind === 'years') return diff.changes.some(({ verdict }) => verdict === 'fails');
  return diff.appeared.some(({ severity }) => severity === 'error');
}

/** «10%», «5万元», «5»; amounts without a unit are in 万元. */
function leastOf(given: string): Selection['least'] {
  const match = /^(\d+(?:\.\d+)?)\s*(%|％|(?:\S.{0,8})?元)?$/.exec(given.trim());
  const [, number = '', unit = '万元'] = match ?? [];
  const factor = moneyFactor(unit);
  if (match && (unit === '%' || unit === '％')) return { value: new Big(number), of: 'rate' };
  if (match && factor) return { value: new Big(number).times(factor), of: 'amount' };
  throw new Problem('diff.bad-change', { given });
}
