import type { Audit, Edit, Figure, Issue, Outcome } from '../model/index.ts';

/**
 * What became of each problem from one draft to the next. A problem is known by its id, else by the figure that is to be corrected:
 * one that was changed and is still wrong breaks other relations, and has another id.
 */
export function outcomesOf(before: Audit, after: Audit, edits: readonly Edit[]): Outcome[] {
  const [old, fresh] = [loud(before), loud(after)];
  const byId = new Map(old.map(issue => [issue.id, issue]));
  const came = new Map(edits.flatMap(({ before: one, after: other }) => (one && other ? [[other.id, one.id] as const] : [])));
  const byFigure = new Map(old.flatMap(issue => figuresOf(issue).map(({ id }) => [id, issue] as const)));
  const used = new Set<Issue>();
  const take = (issue: Issue | undefined) => {
    if (!issue || used.has(issue)) return null;
    used.add(issue);
    return issue;
  };
  const same = new Map(fresh.map(issue => [issue, take(byId.get(issue.id))]));
  const told = fresh.map((issue): Outcome => {
    const known =
      same.get(issue) ??
      figuresOf(issue).reduce<Issue | null>((found, { id }) => found ?? take(byFigure.get(came.get(id) ?? '')), null);
    if (!known) return { kind: 'new', before: null, after: issue };
    return { kind: stateOf(known) === stateOf(issue) ? 'open' : 'wrong', before: known, after: issue };
  });
  const gone = old.filter(issue => !used.has(issue)).map((issue): Outcome => ({ kind: 'mended', before: issue, after: null }));
  return [...told, ...gone];
}

const loud = ({ issues }: Audit) => issues.filter(({ severity }) => severity !== 'note');

const changesOf = ({ corrections, candidates }: Issue) => (corrections.length > 0 ? corrections : candidates);

function figuresOf(issue: Issue): Figure[] {
  return changesOf(issue).flatMap(({ spot }) => spot.figure ?? []);
}

/** What is printed where it is to be corrected; where nothing tells which, the equation. */
function stateOf(issue: Issue): string {
  const changes = changesOf(issue);
  return changes.length > 0 ? changes.map(({ now }) => now).join('|') : (issue.lead.equation ?? '');
}
