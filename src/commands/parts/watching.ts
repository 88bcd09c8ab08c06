import { type Audit, type Failure, Problem } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { problemWords } from '../../reporters/parts/problems.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import { terminal } from '../../reporters/terminal/index.ts';
import { turnedWords } from '../../reporters/terminal/turned.ts';
import { type AuditAllOptions, type Audited, auditAll, type Grouping } from './audits.ts';
import { filesIn, gather } from './files.ts';
import { print, tell } from './output.ts';
import { pause, saves } from './saves.ts';

export interface Beside {
  readonly lang: Lang;
  readonly grouping: Grouping;
  readonly audit: Omit<AuditAllOptions, 'grouping'>;
  /** Takes out what does not count. */
  count(audits: readonly Audit[]): Promise<readonly Audit[]>;
  shown(): ReporterOptions;
  /** Writes the outputs that go to files anew. */
  write(audits: readonly Audit[], failures: readonly Failure[]): Promise<void>;
}

/** How often, and how long apart (milliseconds), a file that cannot be read is tried again: it may not be whole yet. */
const TRIES = 5;
const APART = 300;

/** Audits, waits for saves and audits again what they touch, until the program is told to end. */
export async function stayBeside(paths: readonly string[], beside: Beside): Promise<void> {
  const { lang } = beside;
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const files = async () => (await gather(paths, beside.audit.leave)).files;
    const saved = await saves({ files, signal: ending.signal });
    let state = await audited(paths, beside.grouping, beside, false);
    if (state.audits.length + state.failures.length === 0) throw new Problem('files.no-reports', {}, { file: paths.join(' ') });
    await print(terminal.render(state.audits, state.failures, beside.shown()));
    await beside.write(state.audits, state.failures);
    await tell(say(lang, 'watch.waiting', { files: paths.map(clean) }));
    for await (const changed of saved) {
      state = await renewed(state, [...changed], paths, beside, ending.signal);
      if (ending.signal.aborted) return;
      await beside.write(state.audits, state.failures);
    }
  } finally {
    ending.abort();
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

type State = Pick<Audited, 'audits' | 'failures'>;

/** The state after a save: of a report that was there, only that report is read again; what comes or goes changes the whole. */
async function renewed(
  state: State,
  saved: readonly (readonly [file: string, state: string | null])[],
  paths: readonly string[],
  beside: Beside,
  signal: AbortSignal,
): Promise<State> {
  const { lang } = beside;
  const changed = new Set(saved.map(([file]) => file));
  for (const [file, there] of saved)
    if (there === null) await print(`${say(lang, 'watch.gone', { time: clock(), file: clean(file) })}\n`);
  const parts = await Promise.all(state.audits.map(async audit => ({ audit, files: await filesIn(audit.file) })));
  const touched = parts.filter(({ files }) => files.some(file => changed.has(file)));
  const known = new Set(parts.flatMap(({ files }) => files));
  const isWhole = saved.some(([file, there]) => there === null || !known.has(file));
  if (isWhole) {
    const now = await patiently(() => audited(paths, beside.grouping, beside, true), signal);
    for (const audit of now.audits) {
      const before = state.audits.find(one => one.file === audit.file);
      if (!before || audit.file.split(' + ').some(file => changed.has(file))) await tellTurned(before, audit, beside);
    }
    await tellFailures(
      now.failures.filter(({ file }) => changed.has(file)),
      lang,
    );
    return now;
  }
  let { audits, failures } = state;
  for (const { audit, files } of touched) {
    const grouping = files.length > 1 ? 'together' : 'separate';
    const now = await patiently(() => audited(files, grouping, beside, true), signal);
    const [after] = now.audits;
    await tellFailures(now.failures, lang);
    failures = [...failures.filter(({ file }) => !files.includes(file)), ...now.failures];
    if (!after) continue;
    await tellTurned(audit, after, beside);
    audits = audits.map(one => (one === audit ? after : one));
  }
  return { audits, failures };
}

/** A file that cannot be read may be one that is still being written: it is tried again before anybody is told. */
async function patiently(work: () => Promise<State>, signal: AbortSignal): Promise<State> {
  for (let tries = 1; ; tries++) {
    const state = await work();
    if (state.failures.length === 0 || tries >= TRIES || signal.aborted) return state;
    await pause(APART, signal);
  }
}

async function audited(paths: readonly string[], grouping: Grouping, { audit, count }: Beside, unsaid: boolean): Promise<State> {
  const { audits, failures } = await auditAll(paths, { ...audit, grouping, unsaid });
  return { audits: await count(audits), failures };
}

async function tellTurned(before: Audit | undefined, after: Audit, beside: Beside): Promise<void> {
  await print(turnedWords(before, after, beside.shown(), clock()));
}

async function tellFailures(failures: readonly Failure[], lang: Lang): Promise<void> {
  for (const { file, problem } of failures) await tell(`${clock()} ${problemWords(file, problem, lang)}`);
}

/** The time on the clock of whoever sits there. */
function clock(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(part => String(part).padStart(2, '0')).join(':');
}
