import { gunzipSync, strToU8 } from 'fflate';
import { supplyEngine } from '../audit.ts';
import { defectIn, type Input } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';
import { auditDropped, type Dropped, named } from './audits.ts';
import type { Answer, Ask } from './messages.ts';
import { copiesOf, resultOf } from './outputs.ts';

// The page's thread: it audits what was dropped, and makes what people take away. It keeps the files until others come.
const say = (answer: Answer) => postMessage(answer);

let last: {
  readonly dropped: Dropped;
  readonly files: ReadonlyMap<string, Input>;
  readonly lang: Lang;
  readonly version: string;
} | null = null;

async function answer(ask: Ask): Promise<void> {
  if (ask.kind === 'start') {
    const { engine } = ask;
    supplyEngine(() => gunzipSync(strToU8(atob(engine), true)).slice().buffer as ArrayBuffer);
  } else if (ask.kind === 'audit') {
    const { files, lang, version } = ask;
    const count = files.length;
    const dropped = await auditDropped(files, lang, (at, file) => say({ kind: 'progress', at, count, file }));
    last = { dropped, files: new Map(named(files).map(file => [file.file, file])), lang, version };
    say({ kind: 'result', ...resultOf(dropped, lang, version) });
  } else if (last) {
    const { track, ticks } = ask;
    say({ kind: 'copies', ...(await copiesOf(last.dropped.audits, last.files, { ...last, track, ticks })) });
  }
}

addEventListener('message', event => {
  answer((event as MessageEvent<Ask>).data).catch(error =>
    say({ kind: 'broken', reason: String(defectIn('', error).params.reason) }),
  );
});
