import type { Selection } from '../diff/index.ts';
import { type Audit, allow, Big, type Diff, type Limit, type Lone, moneyFactor, Problem } from '../model/index.ts';
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
    .delivers(targets)
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
      const { equationOf } = await import('../audit.ts');
      const { select } = await import('../diff/index.ts');
      const writes = outputs.map(output => output.file);
      const sides: Audit[][] = [];
      let failed = false;
      for (const path of paths) {
        const { audits, failures } = await reportsOf(path, {
          grouping: 'auto',
          lang,
          quiet: false,
          debug: flags.debug === true,
          depth: 'whole',
          choice,
          reads,
          writes,
        });
        if (audits.length === 0) return settle(2);
        failed ||= failures.length > 0;
        // What a suppression or the baseline takes out is no news of a draft; which of them met nothing is for check to say.
        sides.push([...(await count(audits, { lang, quiet: true }))]);
      }
      const { sort, only, minChange: least = null, indicator: about = null, all = false, bom = false } = flags;
      const { whole, lone } = await compared(sides, paths, lang);
      const shown = whole.map(one => select(one, { sort, only, least, about }));
      for (const { format, file } of outputs) {
        const sections = sort === 'report';
        const options = { lang, version, all, bom, sections, width: columns(), color: coloured(file), equation: equationOf };
        const [single, ...more] = shown;
        const isSingle = single && more.length === 0 && lone.length === 0;
        if ('bytes' in format) {
          if (!isSingle) throw new Problem('diff.several-format', { format: format.name });
          await deliver(format.bytes(single, options), file);
        } else await deliver(isSingle ? format.render(single, options) : format.several(shown, lone, options), file);
      }
      settle(failed ? 2 : whole.some(isAtOdds) ? 1 : 0);
    });
}

/** The comparisons that are to be made of one side or two: of two reports, or of two folders, body by body. */
async function compared(
  [before, after]: readonly Audit[][],
  [path, second]: readonly string[],
  lang: Lang,
): Promise<{ readonly whole: Diff[]; readonly lone: readonly Lone[] }> {
  const { diff } = await import('../audit.ts');
  const [first, ...more] = before!;
  if (!after) {
    if (more.length > 0) throw severalIn(before!, path!);
    return { whole: [diff(null, first!)], lone: [] };
  }
  if (more.length === 0 && after.length === 1) return { whole: [diff(...(await inOrder(first!, after[0]!, lang)))], lone: [] };
  const { pairUp } = await import('../diff/index.ts');
  const { pairs, lone } = pairUp(before!, after);
  const names = (audits: readonly Audit[]) => audits.map(({ entity, file }) => entity ?? file);
  if (pairs.length === 0) throw new Problem('diff.no-pair', { before: names(before!), after: names(after) });
  // Of the one body that is meant there are several reports: which of them, nobody said.
  const another = lone.find(({ why }) => why === 'another');
  if (another && pairs.length === 1) throw another.side === 'before' ? severalIn(before!, path!) : severalIn(after, second!);
  return { whole: pairs.map(([a, b]) => diff(...ordered(a, b))), lone };
}

/** The reports a path stands for; those that could not be audited have been told. */
async function reportsOf(path: string, options: AuditAllOptions) {
  const { auditAll } = await import('./parts/audits.ts');
  return auditAll([path], options);
}

const severalIn = (audits: readonly Audit[], file: string) =>
  new Problem('diff.several', { count: audits.length, files: audits.map(one => one.file) }, { file });

/** The earlier year first; says what is odd about the two. */
async function inOrder(first: Audit, second: Audit, lang: Lang): Promise<[Audit, Audit]> {
  const [before, after] = ordered(first, second);
  if (before !== first) await tell(say(lang, 'diff.swapped', { before: first.year ?? '', after: second.year ?? '' }));
  const years = before.year !== null && after.year !== null ? after.year - before.year : 1;
  if (years > 1) await tell(say(lang, 'diff.apart', { years }));
  if (before.entity !== null && after.entity !== null && before.entity !== after.entity) {
    await tell(say(lang, 'diff.entities', { before: before.entity, after: after.entity }));
  }
  return [before, after];
}

function ordered(first: Audit, second: Audit): [Audit, Audit] {
  const isTurned = first.year !== null && second.year !== null && first.year > second.year;
  return isTurned ? [second, first] : [first, second];
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
