import { belonging, economicClasses, functionalClasses, indicatorList, words } from '../domain/index.ts';
import type { Scope } from '../model/index.ts';
import { phrase } from './phrases.ts';

/** What a label says about the figure it names. */
export interface Label {
  /** The words as they stand, without years, connectors and closing words; '' when nothing is left (a generic label). */
  readonly core: string;
  /** Names by which labels are compared. */
  readonly key: string;
  readonly indicator: string | null;
  readonly scope: Scope | null;
  /** 类, 款, 项 names, as far as the label gives them. */
  readonly path: FunctionalPath | null;
}

export interface FunctionalPath {
  readonly class?: string;
  readonly group?: string;
  readonly item?: string;
  /** A 项 named by itself that several 款 may have: it goes on from nothing. */
  readonly alone?: true;
}

const scopeNames = belonging.scopes
  .flatMap(one => one.names.map(name => ({ scope: one.scope, name })))
  .sort((a, b) => b.name.length - a.name.length);

/** Labels are compared without quotes, brackets' kind, 、, «的» and funds' names. */
function canonical(text: string): string {
  return text.replace(/[、“”"'《》\s]/g, '').replace(/的/g, '');
}

const byName = new Map(
  Object.entries(indicatorList).flatMap(([indicator, one]) =>
    [indicator, ...one.names].map(name => [canonical(name), indicator]),
  ),
);
const classNames = new Map(Object.entries(functionalClasses.classes).map(([code, name]) => [classKey(name), code]));
const economicNames = new Map(
  [...economicClasses].flatMap(([code, names]) => names.map(({ name }) => [canonical(name).replace(/支出$/, ''), code] as const)),
);
const flowWord = /^(?:预算)?(?:财政拨款|拨款)?(?:本年|总)?(?<flow>收入|支出)(?:(?:决算)?(?:合计|总额|总数)|决算数?)?$/;
/** Words by their last character, the longest first: few of many have to be held against a text's end. */
type Endings = ReadonlyMap<string, readonly string[]>;

export function endingsOf(all: readonly string[]): Endings {
  const by = new Map<string, string[]>();
  for (const word of [...all].sort((a, b) => b.length - a.length)) {
    const end = word.at(-1)!;
    by.set(end, [...(by.get(end) ?? []), word]);
  }
  return by;
}

const closing = endingsOf([...words.trailing, ...words.closing]);
const trailing = endingsOf([...words.trailing, '，', '、', '：', '；', '。']);
const linking = endingsOf(['总共', '累计', '共计', '均为', '为', '是', '达', '：', '，']);
const namesByEnd = endingsOf([...byName.keys()]);

/** Takes words off the end as long as one of them stands there. */
export function withoutEnd(text: string, endings: Endings): string {
  for (let rest = text; ; ) {
    const ending = endings.get(rest.at(-1) ?? '')?.find(one => rest.endsWith(one));
    if (!ending) return rest;
    rest = rest.slice(0, -ending.length);
  }
}

/** A 类 (or 款, 项) name as it is compared: without quotes, codes and «支出» at the end. */
export function classKey(name: string): string {
  return canonical(name)
    .replace(/（\d+[类款项]?）|^\d{3,7}|\d{3,7}$/g, '')
    .replace(/支出$/, '');
}

/** Takes years, connectors, closing words and the entity off both ends of a lead. */
export function coreOf(lead: string, entity: string | null): string {
  let core = lead.replace(phrase.ordinal, '');
  for (let before = ''; before !== core; ) {
    before = core;
    core = core.replace(phrase.leading, '');
    if (entity && core.startsWith(entity)) core = core.slice(entity.length);
  }
  return withoutEnd(withoutEnd(core, trailing).replace(/\d{4}年度?$/, ''), trailing).replace(/^（[^）]*）$/, '');
}

/** The fund a text names first (the longest name wins at one position). */
export function scopeIn(text: string): { scope: Scope; start: number; end: number } | null {
  let best: { scope: Scope; start: number; end: number } | null = null;
  for (const { scope, name } of scopeNames) {
    const start = text.indexOf(name);
    if (start < 0 || isDenied(text, start)) continue;
    if (!best || start < best.start || (start === best.start && start + name.length > best.end))
      best = { scope, start, end: start + name.length };
  }
  return best;
}

/** «非财政拨款», «使用非财政拨款结余» name no fund. */
function isDenied(text: string, start: number): boolean {
  return text[start - 1] === '非';
}

/** Reads a lead («2021年一般公共预算财政拨款支出决算为») into a label. */
export function labelOf(lead: string, entity: string | null): Label {
  const begun = lead.replace(phrase.ordinal, '').replace(phrase.leading, '');
  const raw = withoutEnd(begun, linking).replace(/(?:决算数?|数)$/, '');
  const path = pathOf(raw);
  if (path) return { core: coreOf(raw, entity), key: keyOf(raw), indicator: indicatorOfPath(path), scope: null, path };
  const core = coreOf(lead, entity);
  const scoped = scopeIn(raw);
  const indicator = indicatorOf(raw, scoped) ?? indicatorOf(core, scopeIn(core));
  return { core, key: keyOf(core), indicator, scope: scoped?.scope ?? null, path: null };
}

function keyOf(core: string): string {
  return withoutEnd(canonical(core).replace(/（[类款项]）/g, ''), closing);
}

/** The indicator a label names: exactly, or at its end («某单位机关运行经费»). */
function indicatorOf(label: string, scoped: { start: number; end: number } | null): string | null {
  const whole = canonical(label);
  const exact = byName.get(whole) ?? byName.get(withoutEnd(whole, closing));
  if (exact || !scoped) return exact ?? nameOf(whole);
  const rest = canonical(label.slice(scoped.end).replace(phrase.leading, ''));
  const flow = flowWord.exec(rest)?.groups?.flow;
  if (flow && scoped.start === 0) return flow === '收入' ? '本年收入' : '本年支出';
  // «“三公”经费一般公共预算财政拨款支出»: what is named before the fund.
  const named = flow ? byName.get(canonical(label.slice(0, scoped.start))) : undefined;
  if (named) return named;
  return (rest === '' ? null : nameOf(rest)) ?? nameOf(whole);
}

/** The indicator whose name a text is, and nothing else. */
export const indicatorNamed = (text: string): string | null => byName.get(canonical(text)) ?? null;

/** A short name counts at a label's end only after one of these («工资福利等基本支出»): 公共服务支出 is no 服务支出. */
const JOINTS = /(?:[等的及和与其中厅局委院校馆站所队会处部办镇乡]|安排|年度?|街道|中心|单位|部门|机关|本级)$/;

function nameOf(label: string): string | null {
  const exact = byName.get(label) ?? byName.get(withoutEnd(label, closing));
  if (exact) return exact;
  const stripped = label.replace(/（[^（）]*）$/, '');
  if (stripped !== label && byName.has(stripped)) return byName.get(stripped)!;
  if (className(label)) return `功能/${classKey(label)}`;
  const economic = economicNames.get(label.replace(/支出$/, ''));
  if (economic) return `经济/${economic}`;
  const [name] = [label, withoutEnd(label, closing)].flatMap(nameEnding).sort((a, b) => b.length - a.length);
  return name === undefined ? null : byName.get(name)!;
}

/** The longest name that counts at a label's end. */
function nameEnding(label: string): string | [] {
  return (
    namesByEnd.get(label.at(-1) ?? '')?.find(name => {
      if (!label.endsWith(name)) return false;
      const before = label.slice(0, -name.length);
      return !before.includes('企业') && (name.length >= 5 || (name.length === 4 && JOINTS.test(before)));
    }) ?? []
  );
}

function className(label: string): boolean {
  return classNames.has(classKey(label));
}

/** 类款项 in any of the ways they are marked: «教育（类）», «“教育支出”（类）», «教育支出（205类）». */
export function pathOf(text: string): FunctionalPath | null {
  if (!/（\d*[类款项]）/.test(text)) return null;
  const marks = [
    ...text.matchAll(
      /(?<name>[^（）；，。：]{1,200}?(?:（(?!\d*[类款项]）)[^）]{0,200}）[^（）；，。：]{0,200}?){0,4})（\d*(?<mark>[类款项])）/g,
    ),
  ];
  if (!marks.length) return null;
  const path: { class?: string; group?: string; item?: string } = {};
  for (const match of marks) {
    const name = canonical(match.groups!.name!)
      .replace(/^\d+[.、．]|\d{3,7}$/g, '')
      .replace(/^(?:其中|支出)(?=.{3})/, '');
    const field = match.groups!.mark === '类' ? 'class' : match.groups!.mark === '款' ? 'group' : 'item';
    path[field] = field === 'class' ? classKey(name) : name;
  }
  return path;
}

/** Stands for the 款 of a 项 that is told without it. */
const SOME_GROUP = '*';

/** 功能/类/款/项, as far as known; null for a 项 whose 类 is not known. */
export function indicatorOfPath({ class: top, group, item }: FunctionalPath): string | null {
  if (!top) return null;
  return ['功能', top, item === undefined ? group : (group ?? SOME_GROUP), item].filter(part => part !== undefined).join('/');
}

/** Completes a path from the one before it: «…（款）A（项）：…；B（项）：…». */
export function carryOn(path: FunctionalPath, previous: FunctionalPath | null): FunctionalPath {
  if (path.class || path.alone || !previous) return path;
  if (path.group) return { ...(previous.class ? { class: previous.class } : {}), ...path };
  return { ...(previous.class ? { class: previous.class } : {}), ...(previous.group ? { group: previous.group } : {}), ...path };
}
