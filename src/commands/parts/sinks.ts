import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { Audit, Failure } from '../../model/index.ts';
import type { Skipped } from '../../reporters/parts/open.ts';
import type { Origin } from '../../reporters/parts/origin.ts';
import type { FileReporter, Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import { deliver, print } from './output.ts';
import { asProblem, freeName } from './saving.ts';
import type { Target } from './targets.ts';

/** One output of a run, told of results as they come. */
export interface Sink {
  audit(audit: Audit, origin?: Origin): Promise<void>;
  failure(failure: Failure, origin?: Origin): Promise<void>;
  skip(one: Skipped, origin?: Origin): Promise<void>;
  /** A last piece that is no result. */
  end(last?: string): Promise<void>;
  /** The run broke off: nothing of a file stays. */
  drop(): Promise<void>;
}

/** A format that can be told in pieces goes out as results come; of others everything is kept to the end. */
export async function sinkOf({ format, file }: Target<Reporter | FileReporter>, options: ReporterOptions): Promise<Sink> {
  return 'stream' in format && format.stream
    ? streaming(format.stream(options), await writerTo(file))
    : keeping(format, file, options);
}

function keeping(format: Reporter | FileReporter, file: string | null, options: ReporterOptions): Sink {
  const audits: Audit[] = [];
  const failures: Failure[] = [];
  const skipped: Skipped[] = [];
  return {
    audit: async audit => void audits.push(audit),
    failure: async failure => void failures.push(failure),
    skip: async one => void skipped.push(one),
    async end() {
      const whole = { ...options, skipped };
      await deliver('bytes' in format ? format.bytes(audits, failures, whole) : format.render(audits, failures, whole), file);
    },
    drop: async () => {},
  };
}

function streaming(out: ReturnType<NonNullable<Reporter['stream']>>, writer: Writer): Sink {
  let begun = false;
  const write = async (text: string) => {
    const piece = begun ? text : out.begin() + text;
    begun = true;
    if (piece !== '') await writer.write(piece);
  };
  return {
    audit: (audit, origin) => write(out.audit(audit, origin)),
    failure: (failure, origin) => write(out.failure(failure, origin)),
    skip: (one, origin) => write(out.skip(one, origin)),
    async end(last = '') {
      await write(out.end() + last);
      await writer.end();
    },
    drop: () => writer.drop(),
  };
}

interface Writer {
  write(text: string): Promise<void>;
  end(): Promise<void>;
  drop(): Promise<void>;
}

/** Standard output, or a file beside the one that is meant, which takes its name at the end: what stood there stays whole till then. */
async function writerTo(file: string | null): Promise<Writer> {
  if (file === null) return { write: print, end: async () => {}, drop: async () => {} };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asProblem(error as NodeJS.ErrnoException, file);
    }
  };
  const there = await stat(file).catch(() => undefined);
  const target = there?.isFile() ? await realpath(file) : file;
  const isAside = !there || there.isFile();
  const beside = isAside ? await freeName(target) : target;
  const handle = await guarded(() => open(beside, isAside ? 'wx' : 'w', there?.isFile() ? there.mode : undefined));
  return {
    write: text => guarded(async () => void (await handle.writeFile(text))),
    end: () =>
      guarded(async () => {
        if (isAside) await handle.sync();
        await handle.close();
        if (isAside) await rename(beside, target);
      }),
    async drop() {
      await handle.close().catch(() => {});
      if (isAside) await rm(beside, { force: true });
    },
  };
}
