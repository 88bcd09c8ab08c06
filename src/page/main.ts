import { gunzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import type { Input } from '../model/index.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import { keep } from './dom.ts';
import { chosen, dropped } from './files.ts';
import type { Answer, Ask, Made, Result } from './messages.ts';
import { type Actions, resultBody, startBody, tell, workingBody } from './views.ts';

declare const AUDIT_VERSION: string;

// The page that people open: they drop files, its thread audits them, it shows what came of it. Nothing here can reach a network: the
// page's own policy forbids every request, and the thread inherits it.

const packed = (id: string) => document.getElementById(id)!.textContent!.trim();
const [thread, engine] = [packed('thread'), packed('engine')];
const source = strFromU8(gunzipSync(strToU8(atob(thread), true)));
const script = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));

const lang = (): Lang => (document.documentElement.lang === 'en' ? 'en' : 'zh');

let worker: Worker | undefined;

function start(): Worker {
  const fresh = new Worker(script);
  fresh.addEventListener('message', event => heard((event as MessageEvent<Answer>).data));
  fresh.addEventListener('error', event => broken(event.message));
  worker = fresh;
  ask({ kind: 'start', engine });
  return fresh;
}

const ask = (what: Ask) => (worker ?? start()).postMessage(what);

function show(body: HTMLBodyElement): void {
  // A body of its own for each view: whatever listened to the one before is gone with it.
  document.body.replaceWith(body);
}

function heard(answer: Answer): void {
  if (answer.kind === 'progress') show(workingBody(answer, lang(), actions));
  else if (answer.kind === 'result') result(answer);
  else if (answer.kind === 'copies') copies(answer.files, answer.told);
  else broken(answer.reason);
}

function result(found: Result, nth = 0): void {
  const view = found.views[nth];
  if (!view) {
    begin(found.told);
    return;
  }
  const page = new DOMParser().parseFromString(view.html, 'text/html');
  const code = page.querySelector('script')?.textContent ?? '';
  for (const one of page.querySelectorAll('script')) one.remove();
  document.title = page.title;
  show(resultBody(found, nth, [...page.body.children], lang(), { ...actions, turn: to => result(found, to) }));
  scrollTo(0, 0);
  // The page's own script, known to the policy by its sum.
  const own = document.createElement('script');
  own.textContent = code;
  document.body.append(own);
}

function copies(files: readonly Made[], told: readonly string[]): void {
  tell(told);
  const [only, ...more] = files;
  if (!only) return;
  if (more.length === 0) {
    keep(only.name, only.bytes);
    return;
  }
  const all = zipSync(Object.fromEntries(files.map(one => [one.name, one.bytes])), { mtime: '1980-01-02T12:00:00' });
  keep(only.name.replace(/\.[^.]*$/, '.zip'), all);
}

function begin(told: readonly string[]): void {
  document.title = say(lang(), 'page.title');
  show(startBody(told, lang(), actions));
}

/** The thread is ended; the next files get a new one. */
function end(told: readonly string[] = []): void {
  worker?.terminate();
  worker = undefined;
  begin(told);
}

const broken = (reason: string) => end([say(lang(), 'page.broken', { reason })]);

async function audit(reading: Promise<Input[]>): Promise<void> {
  const files = await reading.catch(() => []);
  const [first] = files;
  if (!first) {
    begin([say(lang(), 'page.nothing')]);
    return;
  }
  show(workingBody({ at: 0, count: files.length, file: first.file }, lang(), actions));
  ask({ kind: 'audit', lang: lang(), version: AUDIT_VERSION, files });
}

const actions: Actions = {
  choose: files => void audit(chosen(files)),
  stop: () => end(),
  again: () => begin([]),
  copies(track, ticks) {
    tell([say(lang(), 'page.making')]);
    ask({ kind: 'copies', track, ticks });
  },
  language(to) {
    document.documentElement.lang = to === 'en' ? 'en' : 'zh-CN';
    begin([]);
  },
};

// Files may be dropped anywhere, and at any time: the browser would leave the page to show them.
addEventListener('dragover', event => {
  event.preventDefault();
  document.body.classList.add('over');
});
addEventListener('dragleave', event => {
  if (event.relatedTarget === null) document.body.classList.remove('over');
});
addEventListener('drop', event => {
  event.preventDefault();
  document.body.classList.remove('over');
  if (event.dataTransfer && !document.querySelector('.working')) void audit(dropped(event.dataTransfer));
});

begin([]);
