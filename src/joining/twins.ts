import { type Audit, digest, type Input, type Notice } from '../model/index.ts';
import { statedBy } from './known.ts';

/** Files of folders that hold the same bytes as one before them: «… - 副本.docx». */
export class Copies {
  readonly found: { readonly file: string; readonly same: string }[] = [];
  private readonly seen = new Map<string, string>();

  isOne({ file, bytes }: Input): boolean {
    const content = digest(bytes);
    const same = this.seen.get(content);
    if (same === undefined) this.seen.set(content, file);
    else this.found.push({ file, same });
    return same !== undefined;
  }
}

/** Reports of one entity and year in several files (docx and pdf side by side, two drafts) say so: they are not two reports. */
export class Twins {
  private readonly firsts = new Map<string, { readonly file: string; readonly stated: string }>();

  /** An audit as it is told, beside those that were taken before it. */
  take(audit: Audit): Audit {
    if (audit.entity === null || audit.year === null || audit.kind === 'dataset') return audit;
    const key = JSON.stringify([audit.entity, audit.year, audit.kind]);
    const stated = statedBy(audit);
    const first = this.firsts.get(key);
    if (!first) this.firsts.set(key, { file: audit.file, stated });
    return first ? { ...audit, notices: [noticeOf(first, stated), ...audit.notices] } : audit;
  }
}

/** The same for reports that are all there. */
export function withTwins(audits: readonly Audit[]): Audit[] {
  const twins = new Twins();
  return audits.map(audit => twins.take(audit));
}

function noticeOf(first: { readonly file: string; readonly stated: string }, stated: string): Notice {
  return { code: first.stated === stated ? 'files.same-report' : 'files.other-draft', params: { file: first.file } };
}
