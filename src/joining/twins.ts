import { type Audit, digest, type Figure, type Input, type Notice } from '../model/index.ts';

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
export function withTwins(audits: readonly Audit[]): Audit[] {
  const firsts = new Map<string, Audit>();
  return audits.map(audit => {
    if (audit.entity === null || audit.year === null || audit.kind === 'dataset') return audit;
    const key = JSON.stringify([audit.entity, audit.year, audit.kind]);
    const first = firsts.get(key);
    firsts.set(key, first ?? audit);
    return first ? { ...audit, notices: [noticeOf(first, audit), ...audit.notices] } : audit;
  });
}

function noticeOf(first: Audit, audit: Audit): Notice {
  const same = stated(first) === stated(audit);
  return { code: same ? 'files.same-report' : 'files.other-draft', params: { file: first.file } };
}

/** Of audits whose figures were let go. */
const STATED = new WeakMap<Audit, string>();

/** Lets an audit be known by what another one states. */
export function rememberStated(whole: Audit, kept: Audit): void {
  STATED.set(kept, stated(whole));
}

function stated(audit: Audit): string {
  const known = STATED.get(audit);
  return known ?? digest(audit.figures.map(told).sort().join('\n'));
}

const told = ({ amount, fact }: Figure) => [amount.value.toString(), amount.unit, ...Object.values(fact)].join('/');
