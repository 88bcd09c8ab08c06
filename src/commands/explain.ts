import { Argument } from 'commander';
import { nearest } from '../config/near.ts';
import { Problem } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import { say } from '../reporters/parts/words/index.ts';
import { withGuess } from './parts/guess.ts';
import { coloured, columns, print } from './parts/output.ts';
import { Parser } from './parts/parser.ts';

/**
 * `audit explain ID` tells one rule in full; the id may be typed in small letters, or be the rule's slug.
 * `audit explain FILE#ID` tells the whole story of one finding; ID is its short id or its fingerprint.
 * `audit explain FILE#readings` tells how the report was read where its words leave a choice.
 */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  return new Parser('explain', lang)
    .addArgument(new Argument('<id>', say(lang, 'cli.explain.id')).choices(ids).argParser(given => given))
    .language()
    .action(async (given: string) => {
      const hash = given.lastIndexOf('#');
      settle(hash > 0 ? await finding(given.slice(0, hash), given.slice(hash + 1), lang) : await rule(given, lang));
    });
}

async function rule(id: string, lang: Lang): Promise<number> {
  const { explain } = await import('../reporters/rules/index.ts');
  const { settingsOf } = await import('./parts/settings.ts');
  const { rules } = await settingsOf({});
  const wanted = id.trim().toUpperCase();
  const found = rules.find(one => one.id === wanted || one.slug.toUpperCase() === wanted);
  if (!found) {
    const guess = nearest(
      id,
      rules.flatMap(one => [one.id, one.slug]),
    );
    throw withGuess('cli.unknown-rule', { given: id }, guess);
  }
  await print(explain(found, { lang, width: columns(), color: coloured(null) }));
  return 0;
}

/** Exit code 0, or 2 where the report cannot be audited; it is not this command's business to fail a report. */
async function finding(path: string, id: string, lang: Lang): Promise<number> {
  const { filesIn, partIn } = await import('./parts/files.ts');
  const { settingsOf } = await import('./parts/settings.ts');
  const { findingsOf } = await import('../reporters/parts/ids.ts');
  const { tellFinding } = await import('../reporters/terminal/story.ts');
  const { rules, choice } = await settingsOf({});
  const { equationOf, story } = await import('../audit.ts');
  const { auditAll } = await import('./parts/audits.ts');
  const { file, part } = await partIn(path);
  const { audits, failures } = await auditAll(await filesIn(file), {
    grouping: 'together',
    lang,
    quiet: true,
    choice,
    depth: 'whole',
  });
  const meant = part === undefined ? audits : audits.filter(one => one.file === path);
  if (meant.length === 0 || failures.length > 0) return 2;
  if (id === 'readings') {
    const { tellReadings } = await import('../reporters/terminal/readings.ts');
    const shown = { lang, width: columns(), color: coloured(null), equation: equationOf };
    for (const audit of meant) await print(tellReadings(audit, shown));
    return 0;
  }
  const found = meant.flatMap(audit => findingsOf(audit, id).map(one => ({ audit, one })));
  if (!found[0]) throw new Problem('cli.unknown-finding', { given: id });
  const { audit, one } = found[0];
  if (found.length > 1) throw new Problem('cli.several-findings', { given: id, ids: found.map(other => other.one.fingerprint) });
  const shown = { lang, width: columns(), color: coloured(null), rules };
  await print(tellFinding(audit, one, { ...shown, story: nth => story(audit, one, nth) }));
  return 0;
}
