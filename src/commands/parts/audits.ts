import { audit } from '../../audit.ts';
import { type Audit, type Failure, Problem } from '../../model/index.ts';
import { problemWords } from '../../reporters/parts/problems.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { loadRules } from '../../rules/index.ts';
import { type Found, gather, load } from './files.ts';
import { tell } from './output.ts';

/** Which files make one report: all of them, each by itself, or as their content says. */
export type Grouping = 'together' | 'separate' | 'auto';

export interface AuditAllOptions {
  readonly grouping: Grouping;
  readonly lang: Lang;
  readonly quiet: boolean;
}

/** Audits what the arguments name. What cannot be audited is told on standard error and never hides the others. */
export async function auditAll(paths: readonly string[], { grouping, lang, quiet }: AuditAllOptions) {
  const found = await gather(paths);
  if (!quiet) await tellSkipped(found.skipped, lang);
  const audits: Audit[] = [];
  const failures: Failure[] = [];
  const fail = async (failure: Failure) => {
    failures.push(failure);
    await tell(problemWords(failure.file, failure.problem, lang));
  };
  for (const failure of found.failures) await fail(failure);
  const rules = loadRules();
  const groups = grouping === 'together' ? [found.files] : found.files.map(file => [file]);
  for (const group of groups.filter(files => files.length > 0)) {
    try {
      const inputs = await Promise.all(group.map(load));
      audits.push(await audit(inputs, { rules }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await fail({ file: error.place?.file ?? group.join(' + '), problem: error });
    }
  }
  return { audits, failures };
}

async function tellSkipped(skipped: Found['skipped'], lang: Lang): Promise<void> {
  for (const why of new Set(skipped.map(one => one.why))) {
    const files = skipped.filter(one => one.why === why).map(one => one.file);
    await tell(say(lang, why, { count: files.length, files: files.slice(0, 5), more: files.length > 5 ? ' …' : '' }));
  }
}
