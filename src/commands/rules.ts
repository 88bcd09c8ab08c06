import type { Lang } from '../reporters/parts/words/index.ts';
import { coloured, columns, deliver } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import { targetsOf } from './parts/targets.ts';

/** `audit rules`: lists the rules. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { ruleReporters } = await import('../reporters/rules/index.ts');
  const targets = targetsOf(ruleReporters);
  return new Parser('rules', lang)
    .repeated('--format <name>', 'cli.format', targets)
    .repeated('--output <file>', 'cli.output', targets)
    .language()
    .action(async () => {
      const { loadRules } = await import('../rules/index.ts');
      const { rules } = loadRules();
      for (const { format, file } of targets.list()) {
        await deliver(format.render(rules, { lang, width: columns(), color: coloured(file) }), file);
      }
      settle(0);
    });
}
