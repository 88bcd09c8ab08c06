import { clearLine, cursorTo } from 'node:readline';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { beforeWriting, tell } from '../parts/output.ts';

/** Milliseconds between two lines where nobody looks, and between two looks of somebody. */
const LINES = 10_000;
const LOOKS = 200;

/** Says on standard error how far a run is: in one line that changes on a terminal, elsewhere in lines, of long runs only. */
export interface Progress {
  step(): void;
  end(): void;
}

export const SILENT: Progress = { step: () => {}, end: () => {} };

export function progressOf(count: number, lang: Lang): Progress {
  const shown = process.stderr.isTTY === true;
  const began = performance.now();
  let done = 0;
  let told = began;
  const clear = () => {
    if (!shown) return;
    cursorTo(process.stderr, 0);
    clearLine(process.stderr, 0);
  };
  if (shown) beforeWriting(clear);
  const words = (now: number) => {
    const seconds = (now - began) / 1000;
    const rate = done / seconds;
    const left = Math.ceil((count - done) / rate);
    return say(lang, 'progress', { done, count, rate: rate.toFixed(1), left: timeWords(left, lang) });
  };
  return {
    step() {
      done++;
      const now = performance.now();
      if (done >= count || now - told < (shown ? LOOKS : LINES)) return;
      told = now;
      if (!shown) return void tell(words(now));
      clear();
      process.stderr.write(words(now));
    },
    end() {
      clear();
      beforeWriting(null);
    },
  };
}

function timeWords(seconds: number, lang: Lang): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return say(lang, 'progress.seconds', { seconds });
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return say(lang, 'progress.minutes', { minutes, seconds: seconds % 60 });
  return say(lang, 'progress.hours', { hours, minutes: minutes % 60 });
}
