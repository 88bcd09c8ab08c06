import { equationOf } from '../../audit.ts';
import { Twins } from '../../joining/index.ts';
import type { Severity } from '../../model/index.ts';
import type { Lang } from '../../reporters/parts/words/index.ts';
import type { FileReporter, Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import type { Event } from '../batch/events.ts';
import { coloured, columns } from './output.ts';
import type { Parser } from './parser.ts';
import type { Settings } from './settings.ts';
import { type Sink, sinkOf } from './sinks.ts';
import type { Target } from './targets.ts';
import { judged, verdictOn } from './verdict.ts';
import { version } from './version.ts';

/** The switches that say how results are told and judged; those of an ordinary run and of one that is put together from parts. */
export interface TellingFlags {
  readonly all?: true;
  readonly ledger?: true;
  readonly quiet?: true;
  readonly statistics?: true;
  readonly strict?: true;
  readonly strictReadings?: true;
  readonly minCoverage?: number;
  readonly bom?: true;
  readonly sort: 'document' | 'severity';
  readonly failOn: Severity | 'never';
}

/** Tells results as they come, to every output; what does not count is taken out on the way. Gives the exit code. */
export async function deliverAll(
  events: AsyncIterable<Event>,
  outputs: readonly Target<Reporter | FileReporter>[],
  given: {
    readonly flags: TellingFlags;
    readonly settings: Settings;
    readonly lang: Lang;
    readonly parser: Parser;
    /** A last line for formats that keep account of parts. */
    readonly last?: (target: Target<Reporter | FileReporter>) => string;
    /** Outputs that are no single file. */
    readonly more?: readonly ((options: ReporterOptions) => Sink)[];
  },
): Promise<number> {
  const { flags, lang, parser, last, more = [] } = given;
  const { config, rules, counting } = given.settings;
  const { all = false, ledger = false, quiet = false, bom = false, statistics = false, sort } = flags;
  const shown = (file: string | null): ReporterOptions => {
    const common = { sort, lang, version, all, ledger, quiet, statistics, bom, rules };
    return { ...common, width: columns(), color: coloured(file), equation: equationOf };
  };
  const sinks: [Target<Reporter | FileReporter> | null, Sink][] = [];
  const failOn = parser.getOptionValueSource('failOn') === 'default' ? (config.failOn ?? flags.failOn) : flags.failOn;
  const bar = {
    failOn,
    coverage: flags.minCoverage ?? config.minCoverage ?? 0,
    strict: flags.strictReadings ? ('readings' as const) : (flags.strict ?? config.strict ?? false),
  };
  const codes = new Set<number>();
  const counted = counting();
  const twins = new Twins();
  let skipped = 0;
  try {
    for (const target of outputs) sinks.push([target, await sinkOf(target, shown(target.file))]);
    for (const open of more) sinks.push([null, open(shown(''))]);
    for await (const event of events) {
      const { origin } = event;
      if ('audit' in event) {
        const audit = counted.take(origin.isAuto ? twins.take(event.audit) : event.audit, lang);
        codes.add(verdictOn(audit, bar));
        for (const [, sink] of sinks) await sink.audit(audit, origin);
      } else if ('failure' in event) {
        codes.add(2);
        for (const [, sink] of sinks) await sink.failure(event.failure, origin);
      } else {
        skipped++;
        for (const [, sink] of sinks) await sink.skip(event.skipped, origin);
      }
    }
    await counted.end({ lang, quiet });
    while (sinks[0]) {
      const [target, sink] = sinks[0];
      await sink.end(target === null ? undefined : last?.(target));
      sinks.shift();
    }
  } finally {
    for (const [, sink] of sinks) await sink.drop();
  }
  return judged([...codes], { ...bar, skipped });
}
