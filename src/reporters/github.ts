import type { Audit, Issue, Severity } from '../model/index.ts';
import { clean } from './parts/clean.ts';
import { changesOf, cureWords, followersOf, followingSpots, reasonWords } from './parts/issues.ts';
import { barrenTold, gapsTold, type Open, skippedTold } from './parts/open.ts';
import { pathOf } from './parts/paths.ts';
import { gathered, whole } from './parts/pieces.ts';
import { mistakesOf } from './parts/problems.ts';
import { RANK } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/**
 * Workflow commands that GitHub Actions turns into annotations: «::error file=…,line=…,col=…,title=…::message».
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * One for each problem, the gravest first, then what was not read. GitHub shows ten of a level for each step and drops the rest
 * silently, so the rest is told in one line that says how many and where.
 */
export const github: Reporter = {
  name: 'github',
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { lang } = options;
  const [broken, barren, problems, gaps]: Annotation[][] = [[], [], [], []];
  return gathered(
    {
      audit(audit) {
        const finder = finderOf(audit, lang);
        problems!.push(...audit.issues.map(issue => annotation(audit, issue, finder)));
        const message = barrenTold(audit, lang);
        if (message !== null) barren!.push({ level: 'error', file: audit.file, title: say(lang, 'csv.unreadable'), message });
        gaps!.push(...gapsTold(audit, lang).map(one => open(one, lang)));
      },
      failure({ file, problem }) {
        const told = mistakesOf(problem, lang).map(({ code, message, line, column }): Annotation => {
          return { level: 'error', file, line, column, title: code, message: say(lang, 'format.cannot', { message }) };
        });
        broken!.push(...told);
      },
      skip: one => void gaps!.push(...skippedTold([one], lang).map(each => open(each, lang))),
    },
    () => shown([...broken!, ...barren!, ...byLevel(problems!), ...gaps!], lang),
  );
}

/** As many of each level as GitHub shows, and the rest in a line. */
function shown(all: readonly Annotation[], lang: Lang): string {
  const left: Annotation[] = [];
  const room: Record<Severity, number> = { error: MOST, warning: MOST, note: MOST - 1 };
  const told = all.filter(one => {
    room[one.level] -= 1;
    if (room[one.level] < 0) left.push(one);
    return room[one.level] >= 0;
  });
  return [...told, ...(left.length > 0 ? [rest(left, lang)] : [])].map(one => `${command(one)}\n`).join('');
}

const byLevel = (all: readonly Annotation[]) => [...all].sort((a, b) => RANK[a.level] - RANK[b.level]);

/** Annotations of one level that GitHub shows for a step. */
const MOST = 10;
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

interface Annotation {
  readonly level: Severity;
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly length?: number | undefined;
  readonly title: string;
  readonly message: string;
}

function annotation(audit: Audit, issue: Issue, finder: Finder): Annotation {
  const { lang } = finder;
  const { lead, severity, id } = issue;
  const spot = changesOf(issue)[0]?.spot ?? lead.spots[0];
  const { file, line, column, length } = spot?.place ?? { file: audit.file };
  const message = [...cureWords(issue, finder), reasonWords(issue, lang), lead.equation ?? '', also(issue, finder)]
    .filter(Boolean)
    .join('\n');
  return { level: severity, file: file || audit.file, line, column, length, title: `${lead.rule} #${id}`, message };
}

/** Followers that are named by their places before the rest is only counted. */
const FEW = 4;

function also(issue: Issue, finder: Finder): string {
  const followers = followersOf(issue);
  const places = [...new Set(followingSpots(issue).map(spot => whereWords(spot, finder)))].slice(0, FEW);
  return followers.length === 0 ? '' : say(finder.lang, 'issue.also', { count: followers.length, places });
}

function open({ file, code, message, line }: Open, lang: Lang): Annotation {
  return { level: 'warning', file, line, title: code, message: say(lang, 'unread.told', { message }) };
}

function rest(left: readonly Annotation[], lang: Lang): Annotation {
  const counts = new Map<string, number>();
  for (const { file } of left) counts.set(file, (counts.get(file) ?? 0) + 1);
  const files = [...counts].map(([file, count]) => say(lang, 'issue.in-file', { file: clean(file), count }));
  const message = say(lang, 'issue.rest', { count: left.length, files });
  return { level: 'note', file: left[0]!.file, title: 'audit', message };
}

/** What has no lines (pages, cells) is put on the first; its place is told in words. A column needs a line. */
function command({ level, file, line, column, length, title, message }: Annotation): string {
  const end = column !== undefined && length ? column + length - 1 : undefined;
  const columns = line === undefined ? {} : { col: column, endColumn: end };
  const properties = Object.entries({ file: pathOf(file), line: line ?? 1, ...columns, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[level]} ${properties.join(',')}::${data(message)}`;
}

/** A message is one line; what would end it is written as an escape. */
function data(text: string): string {
  return text.split('\n').map(clean).join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
