import type { Lang } from '../reporters/parts/words/index.ts';
import { coloured, columns, deliver, print, tell } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import { targetsOf } from './parts/targets.ts';

interface RulesFlags {
  readonly check?: readonly string[];
  readonly test?: readonly string[];
  readonly config?: string;
}

/** `audit rules`: lists the rules; `--check` and `--test` are for files of a bureau's own. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { ruleReporters } = await import('../reporters/rules/index.ts');
  const targets = targetsOf(ruleReporters);
  return new Parser('rules', lang)
    .files('--check <file>', 'cli.rules.check')
    .files('--test <file>', 'cli.rules.test')
    .text('--config <file>', 'cli.check.config')
    .delivers(targets)
    .language()
    .action(async (flags: RulesFlags) => {
      if (flags.check || flags.test) return settle(await tried(flags, lang));
      const { settingsOf } = await import('./parts/settings.ts');
      const { rules } = await settingsOf(flags.config === undefined ? {} : { config: flags.config });
      for (const { format, file } of targets.list()) {
        await deliver(format.render(rules, { lang, width: columns(), color: coloured(file) }), file);
      }
      settle(0);
    });
}

/** Exit code 2 where a file has mistakes, 1 where an example is not as it says. */
async function tried({ check = [], test = [], config }: RulesFlags, lang: Lang): Promise<number> {
  const { problemWords } = await import('../reporters/parts/problems.ts');
  const { checkedWords, testedWords } = await import('../reporters/rules/tested.ts');
  const { formsOf, readOwn } = await import('./parts/own.ts');
  const { text } = await import('./parts/setting-files.ts');
  const { Problem } = await import('../model/index.ts');
  let code = 0;
  await formsOf(config);
  for (const file of [...check, ...test.filter(one => !check.includes(one))]) {
    try {
      const own = await readOwn(file);
      if (check.includes(file)) await print(checkedWords(own.file, own.rules.length, lang));
      if (!test.includes(file)) continue;
      const { tryOut } = await import('../audit.ts');
      const results = [];
      for (const rule of own.rules) {
        const examples = (rule.written.examples ?? []).flatMap(one => Object.entries(one));
        const tries = [];
        for (const [expected, stated] of examples)
          if (stated !== undefined) tries.push({ expected, ...(await tryOut(rule, stated)) });
        results.push({ rule: rule.rule, tries });
      }
      const { words, failed } = testedWords(file, results, lang);
      await print(words);
      if (failed > 0) code = Math.max(code, 1);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      code = 2;
      const source = await text(file, 'config.not-found').catch(() => undefined);
      await tell(problemWords(file, error, lang, source === undefined ? undefined : new TextEncoder().encode(source)));
    }
  }
  return code;
}
