// Audits files whose structure was damaged at random, in a process that can be ended, and counts what must not be:
//   npm run fuzz -- [--reader docx] [--runs 1000] [--seed 1] [--from 0]
// A crash is anything thrown that is no Problem, a hang takes over ten seconds, and no run may hold more than 512 MB.
// Each is told with its run: the same seed, reader and run make the same file. Exit code 1 if there was any.
import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { READERS } from './mutants.mjs';

const SECONDS = 10;
const MEGABYTES = 512;
const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

const { values } = parseArgs({
  options: {
    reader: { type: 'string' },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const chosen = values.reader === undefined ? READERS : values.reader.split(',');
for (const reader of chosen) if (!READERS.includes(reader)) throw new Error(`--reader ${reader}: one of ${READERS.join(', ')}`);
let faults = 0;
for (const reader of chosen) {
  const from = Number(values.from);
  const counts = await fuzz(reader, values.seed, from, from + Number(values.runs));
  console.log(JSON.stringify({ reader, seed: values.seed, ...counts }));
  faults += counts.crashes + counts.hangs + counts.memory;
}
process.exitCode = faults > 0 ? 1 : 0;

async function fuzz(reader, seed, from, to) {
  const counts = { runs: to - from, read: 0, refused: 0, crashes: 0, hangs: 0, memory: 0 };
  let next = from;
  while (next < to) {
    const { run, fault } = await stretch({ reader, seed, from: next, to }, SECONDS, counts);
    // A busy machine makes many a file slow: alone, it has three times as long.
    if (fault === 'hangs') {
      const again = await stretch({ reader, seed, from: run, to: run + 1 }, SECONDS * 3, counts);
      if (again.fault) note(counts, again.fault, { reader, run });
    } else if (fault) note(counts, fault, { reader, run });
    next = run + 1;
  }
  return counts;
}

/** Runs one after the other in one process, up to the end or to what ended or halted it: `run` is the last one. */
function stretch({ reader, seed, from, to }, seconds, counts) {
  const job = JSON.stringify({ reader, seed, from, to });
  const child = fork(CHILD, [job], {
    execArgv: [`--max-old-space-size=${MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let run = from;
  let fault;
  let timer;
  const halt = () => {
    fault = 'hangs';
    child.kill('SIGKILL');
  };
  return new Promise(resolve => {
    child.on('message', message => {
      clearTimeout(timer);
      if (message.run === undefined) return;
      run = message.run;
      if (message.outcome === undefined) {
        timer = setTimeout(halt, seconds * 1000);
        return;
      }
      if (message.outcome.crash) note(counts, 'crashes', { reader, run, trace: message.outcome.crash });
      else counts[message.outcome]++;
      if (message.bytes > MEGABYTES * 1024 * 1024) note(counts, 'memory', { reader, run, bytes: message.bytes });
    });
    child.on('exit', code => {
      clearTimeout(timer);
      resolve({ run: code === 0 ? to - 1 : run, fault: code === 0 ? undefined : (fault ?? 'memory') });
    });
  });
}

function note(counts, fault, what) {
  counts[fault]++;
  console.error(JSON.stringify({ fault, ...what }));
}
