import type { Lang } from '../reporters/parts/words/index.ts';
import { say } from '../reporters/parts/words/index.ts';
import { outputSchemas } from '../reporters/schema/index.ts';
import { deliver } from './parts/output.ts';
import { Parser } from './parts/parser.ts';

/** `audit schema NAME`: prints a JSON Schema. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const names = [...Object.keys(outputSchemas), 'dataset'];
  return new Parser('schema', lang)
    .oneOf('<name>', 'cli.schema.name', names)
    .option('--output <file>', say(lang, 'cli.output'))
    .language()
    .action(async (name: string, flags: { output?: string }) => {
      const schema = outputSchemas[name] ?? (await import('../audit.ts')).datasetSchema();
      await deliver(`${JSON.stringify(schema, null, 2)}\n`, flags.output ?? null);
      settle(0);
    });
}
