import { type Lang, say } from '../reporters/parts/words/index.ts';
import { element, keep } from './dom.ts';
import type { Result } from './messages.ts';

/** What people can ask for. */
export interface Actions {
  choose(files: FileList): void;
  stop(): void;
  again(): void;
  copies(track: boolean, ticks: boolean): void;
  language(to: Lang): void;
}

/** What one sees first: where to put the files, and what became of the last ones if nothing did. */
export function startBody(told: readonly string[], lang: Lang, actions: Actions): HTMLBodyElement {
  const input = element('input', {
    type: 'file',
    multiple: true,
    id: 'files',
    onchange: () => input.files && input.files.length > 0 && actions.choose(input.files),
  });
  const other = lang === 'zh' ? 'en' : 'zh';
  const turn = element('button', { type: 'button', class: 'plain', lang: other, onclick: () => actions.language(other) });
  turn.append(say(other, 'page.language'));
  return element(
    'body',
    { class: 'start' },
    element('header', {}, element('h1', {}, say(lang, 'page.title')), turn),
    element(
      'main',
      {},
      toldList(told),
      element(
        'label',
        { class: 'drop', for: 'files' },
        element('strong', {}, say(lang, 'page.drop')),
        element('span', { class: 'choose' }, say(lang, 'page.choose')),
        element('span', { class: 'small' }, say(lang, 'page.formats')),
        input,
      ),
      element(
        'ul',
        { class: 'hints' },
        ...['one', 'several', 'years', 'private'].map(hint => element('li', {}, say(lang, `page.hint.${hint}`))),
      ),
    ),
    element('footer', {}, say(lang, 'page.foot')),
  );
}

/** While the thread works. */
export function workingBody(
  { at, count, file }: { readonly at: number; readonly count: number; readonly file: string },
  lang: Lang,
  { stop }: Pick<Actions, 'stop'>,
): HTMLBodyElement {
  const words = say(lang, count === 1 ? 'page.working' : 'page.working-of', { file, nth: at + 1, count });
  return element(
    'body',
    { class: 'working' },
    element('header', {}, element('h1', {}, say(lang, 'page.title'))),
    element(
      'main',
      {},
      element('p', { role: 'status', 'aria-live': 'polite' }, words),
      count === 1 ? element('progress') : element('progress', { max: String(count), value: String(at) }),
      element('p', {}, button(say(lang, 'page.stop'), stop)),
    ),
  );
}

/** What came of it: what can be taken away, and below it the page. */
export function resultBody(
  { views, list, paper, told }: Result,
  nth: number,
  page: readonly Element[],
  lang: Lang,
  actions: Actions & { turn(to: number): void },
): HTMLBodyElement {
  const view = views[nth]!;
  const [track, ticks] = [element('input', { type: 'checkbox' }), element('input', { type: 'checkbox' })];
  const tabs = views.map((one, i) =>
    element(
      'button',
      { type: 'button', role: 'tab', 'aria-selected': String(i === nth), onclick: () => actions.turn(i) },
      one.label,
    ),
  );
  return element(
    'body',
    { class: 'result' },
    element(
      'nav',
      { class: 'bar', 'aria-label': say(lang, 'page.title') },
      button(say(lang, 'page.again'), actions.again, 'again'),
      views.length > 1 && element('span', { class: 'tabs', role: 'tablist' }, ...tabs),
      element(
        'span',
        { class: 'group' },
        button(say(lang, 'page.copies'), () => actions.copies(track.checked, ticks.checked), 'main'),
        element('label', { title: say(lang, 'page.track-why') }, track, say(lang, 'page.track')),
        element('label', { title: say(lang, 'page.ticks-why') }, ticks, say(lang, 'page.ticks')),
      ),
      element(
        'span',
        { class: 'group' },
        paper && button(say(lang, 'page.paper'), () => keep(paper.name, paper.bytes)),
        list && button(say(lang, 'page.list'), () => keep(list.name, list.bytes)),
        button(say(lang, 'page.save'), () => keep(view.file, new TextEncoder().encode(view.html))),
        button(say(lang, 'page.print'), () => print()),
      ),
    ),
    element('div', { id: 'told', role: 'status' }, toldList(told)),
    ...page,
  );
}

/** Says something below the bar, in place of what was said there. */
export function tell(told: readonly string[]): void {
  document.getElementById('told')?.replaceChildren(toldList(told) ?? '');
}

function toldList(told: readonly string[]): HTMLElement | null {
  if (told.length === 0) return null;
  return element('ul', { class: 'told' }, ...told.map(one => element('li', {}, one)));
}

function button(words: string, act: () => void, look = ''): HTMLButtonElement {
  return element('button', { type: 'button', class: look, onclick: () => act() }, words);
}
