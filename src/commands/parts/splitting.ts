import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audit, Failure } from '../../model/index.ts';
import { say } from '../../reporters/parts/words/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import { tell } from './output.ts';
import { asProblem, refuseToReplace, save } from './saving.ts';
import type { Sink } from './sinks.ts';

/** Writes a page for each unit and an index into a folder when all is known; what was audited is never replaced. */
export const splitting =
  (folder: string) =>
  (options: ReporterOptions): Sink => {
    const audits: Audit[] = [];
    const failures: Failure[] = [];
    return {
      audit: async audit => void audits.push(audit),
      failure: async failure => void failures.push(failure),
      skip: async () => {},
      async end() {
        const index = await written(folder, audits, failures, options);
        if (!options.quiet) await tell(say(options.lang, 'html.split', index));
      },
      drop: async () => {},
    };
  };

/** Gives the index's path and the number of units. */
async function written(
  folder: string,
  audits: readonly Audit[],
  failures: readonly Failure[],
  options: ReporterOptions,
): Promise<{ readonly file: string; readonly count: number }> {
  const { splitPages } = await import('../../reporters/html/split.ts');
  const pages = splitPages(audits, failures, options).map(({ name, html }) => ({ path: join(folder, name), html }));
  const read = audits.flatMap(({ documents = [] }) => documents.map(({ file }) => file));
  await mkdir(folder, { recursive: true }).catch(error => {
    throw asProblem(error as NodeJS.ErrnoException, folder);
  });
  await refuseToReplace(
    pages.map(({ path }) => path),
    [...read, ...failures.map(({ file }) => file)],
  );
  for (const { path, html } of pages) await save(path, html);
  return { file: pages[0]!.path, count: pages.length - 1 };
}
