import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { textAt } from '../../model/index.ts';
import { addUp, type Branch, type Draft, emptyBranch, type Item, offered } from './branch.ts';
import { type Key, root, type Shape, shapes } from './keys.ts';
import type { Mistakes, Span } from './mistakes.ts';
import { isBlank, readFigure, readText, readWord, spanOf, textOf } from './scalars.ts';
import { nearbyKey } from './unknown.ts';

/** What is known of a figure from the keys around it. */
interface Surroundings {
  readonly path: readonly string[];
  readonly label: string;
  readonly indicator: string;
  readonly scope: string;
}

/** A mapping's first key: where something is missing. */
function startOf(node: YAMLMap): Span {
  const first = node.items[0]?.key as Node | undefined;
  return first ? spanOf(first) : spanOf(node);
}

/** What holds for the whole file. */
export interface Setting {
  readonly source: string;
  readonly year: number | undefined;
  /** The unit of amounts without one. */
  readonly unit: string;
  readonly mistakes: Mistakes;
}

/** Follows the keys of a dataset and notes every figure, in the order of the file, and every mistake. */
export function walk(top: YAMLMap, setting: Setting): Draft[] {
  const drafts: Draft[] = [];
  const shares: { draft: Draft; whole: readonly string[] }[] = [];
  const { mistakes } = setting;
  let lists = 0;
  const tree = mapping(top, root, { path: [], label: '', indicator: '', scope: '全部资金' });
  for (const { draft, whole } of shares) {
    const level = whole.reduce<Branch | undefined>((branch, key) => branch?.children.get(key), tree)?.item.level;
    if (level) draft.base = level;
  }
  return drafts;

  function mapping(node: YAMLMap, shape: Shape, around: Surroundings): Branch {
    const branch = emptyBranch();
    const parts: { key: Key; items: readonly Item[] }[] = [];
    for (const pair of node.items) {
      const key = keyOf(pair, shape, node);
      if (!key || isBlank(pair.value as Node | null)) continue;
      const items = value(key, pair.value as Node, shape, around, branch);
      if (key.adds) parts.push({ key, items });
    }
    for (const key of shape.keys.values()) {
      if (key.required && !node.items.some(pair => textOf(pair.key as Node) === key.name)) {
        mistakes.add('dataset.missing-key', { key: key.name, where: around.path.join(' › ') || '文件' }, startOf(node));
      }
    }
    bind(branch, shape);
    sumUp(parts, branch);
    limit(branch, shape);
    return branch;
  }

  /** Ties addends to their wholes: those of one total make one list, free names a list of their own. */
  function sumUp(parts: readonly { key: Key; items: readonly Item[] }[], branch: Branch): void {
    const groups = new Map<string, { key: Key; items: Item[] }>();
    for (const { key, items } of parts) {
      const name = key.is === 'map' ? key.name : (key.to ?? '');
      const group = groups.get(name) ?? { key, items: [] };
      group.items.push(...items);
      groups.set(name, group);
    }
    for (const { key, items } of groups.values()) {
      const whole = key.to ? branch.children.get(key.to)?.item : branch.item;
      if (whole && (whole.level || whole.budgets.size > 0)) addUp(whole, items, ++lists, key.adds === 'all');
      else if (key.adds === 'all' && !key.to) branch.passed.push(...items);
    }
  }

  /** The key of a pair; an unknown one is a mistake. */
  function keyOf(pair: Pair, shape: Shape, node: YAMLMap): Key | undefined {
    const name = textOf(pair.key as Node) ?? '';
    const key = shape.keys.get(name);
    if (!key) {
      const [code, params] = nearbyKey(name, shape, Boolean(node.flow));
      mistakes.add(code, params, spanOf(pair.key as Node));
    }
    return key;
  }

  /** Reads what stands behind a key; gives the addends it offers. */
  function value(key: Key, node: Node, shape: Shape, around: Surroundings, branch: Branch): readonly Item[] {
    switch (key.is) {
      case 'one':
        return one(key, node, shape, around, branch);
      case 'map':
        return map(key, node, around);
      case 'list':
        return list(key, node, around, branch);
      case 'word': {
        const word = readWord(node, key.words!, key.name, mistakes);
        if (word) branch.order = word;
        return [];
      }
      case 'money':
      case 'percent':
      case 'count':
      case 'value': {
        const draft = figure(key, node, shape.level === key.name ? levelOf(key, around, true) : below(key, shape, around));
        if (key.is === 'value') branch.texts.set(key.name, textOf(node) ?? '');
        if (!draft) return [];
        branch.figures.set(key.name, draft);
        return [{ level: draft, budgets: new Map() }];
      }
      default: {
        const text = readText(node, key, mistakes);
        if (text !== undefined) branch.texts.set(key.name, text);
        return [];
      }
    }
  }

  function one(key: Key, node: Node, shape: Shape, around: Surroundings, branch: Branch): readonly Item[] {
    const inner = shapes.get(key.shape!)!;
    const inside = below(key, shape, around);
    const child = isMap(node) ? mapping(node, inner, inside) : bare(key, node, inner, inside, branch);
    if (!child) return [];
    branch.children.set(key.name, child);
    if (!inner.level && key.below === 'same') for (const [name, draft] of child.figures) branch.figures.set(name, draft);
    return offered(child);
  }

  /** A mapping written as its own figure («支出: 80.20») or as a word («比上年: 持平»). */
  function bare(key: Key, node: Node, inner: Shape, inside: Surroundings, branch: Branch): Branch | undefined {
    if (inner.word && isScalar(node)) {
      const word = readWord(node, inner.word, key.name, mistakes);
      if (word) branch.steady = word.word;
      return undefined;
    }
    if (!inner.level || !isScalar(node)) {
      mistakes.add('dataset.expected-mapping', { key: key.name, example: [...inner.keys.keys()].slice(0, 3) }, spanOf(node));
      return undefined;
    }
    const child = emptyBranch();
    const amount = inner.keys.get(inner.level)!;
    const draft = figure(amount, node, levelOf(amount, inside, false), key.name);
    if (draft) child.figures.set(inner.level, draft);
    bind(child, inner);
    return child;
  }

  /** Free names, each with a figure. */
  function map(key: Key, node: Node, around: Surroundings): readonly Item[] {
    if (!isMap(node)) {
      mistakes.add('dataset.expected-mapping', { key: key.name, example: ['名称'] }, spanOf(node));
      return [];
    }
    return node.items.flatMap(pair => {
      const name = textOf(pair.key as Node);
      if (!name || isBlank(pair.value as Node | null)) return [];
      const entry: Key = { name, is: 'one', says: name, shape: key.shape!, below: 'path' };
      const path = { ...around, path: [...around.path, key.name] };
      return one(entry, pair.value as Node, shapes.get(key.shape!)!, path, emptyBranch());
    });
  }

  function list(key: Key, node: Node, around: Surroundings, branch: Branch): readonly Item[] {
    const inner = shapes.get(key.shape!)!;
    if (!isSeq(node)) {
      mistakes.add('dataset.expected-list', { key: key.name, first: inner.title ?? [...inner.keys.keys()][0]! }, spanOf(node));
      return [];
    }
    const trunk = key.below ? around.indicator : (key.indicator ?? key.name);
    const branches = node.items.flatMap((item, i) => {
      if (!isMap(item)) {
        mistakes.add('dataset.expected-item', { key: key.name, first: inner.title ?? '' }, spanOf((item as Node | null) ?? node));
        return [];
      }
      const title = inner.title ? textOf(item.get(inner.title, true)) : undefined;
      const name = title ?? String(i + 1);
      const inside = { ...around, path: [...around.path, key.name, name], label: name, indicator: `${trunk}/${name}` };
      return [mapping(item, inner, inside)];
    });
    if (key.costs) costs(key.costs, branches, branch);
    return branches.flatMap(offered);
  }

  /** Indicator rows that repeat the project's money add up to it. */
  function costs({ where, word, to }: NonNullable<Key['costs']>, rows: readonly Branch[], branch: Branch): void {
    const whole = to.reduce<Branch | undefined>((inner, key) => inner?.children.get(key), branch)?.item;
    const money = (draft: Draft | undefined) => draft === undefined || /元$|^[万亿]$/.test(draft.unit);
    const chosen = rows
      .filter(row => row.texts.get(where)?.includes(word) && [...row.figures.values()].some(money))
      .map(row => row.item);
    if (whole && chosen.length > 0) addUp(whole, chosen, ++lists, true);
  }

  function figure(key: Key, node: Node, around: Surroundings, called = key.name): Draft | undefined {
    const written = readFigure(node, key, called, setting.unit, mistakes);
    if (!written) return undefined;
    const period = setting.year === undefined ? undefined : setting.year - (key.role === 'previous' ? 1 : 0);
    const draft: Draft = {
      path: around.path,
      label: around.label,
      text: textAt(written.number, mistakes.place(written.span)),
      unit: written.unit,
      keys: {
        ...(around.indicator ? { indicator: around.indicator } : {}),
        scope: around.scope,
        ...(key.measure ? { measure: key.measure } : {}),
        ...(period ? { period } : {}),
      },
      role: key.role as Draft['role'],
      quote: lineAt(written.span[0]),
      ...(key.direction ? { direction: key.direction } : {}),
      ...(written.limit ? { limit: written.limit } : {}),
      ...(written.approximate ? { approximate: true } : {}),
    };
    if (key.whole) shares.push({ draft, whole: key.whole });
    drafts.push(draft);
    return draft;
  }

  /** Ties the figures of one mapping together: which is the amount, which are its budgets, what qualifies it. */
  function bind(branch: Branch, shape: Shape): void {
    const level = shape.level ? branch.figures.get(shape.level) : undefined;
    if (level) branch.item.level = level;
    for (const [name, draft] of branch.figures) {
      const key = shape.keys.get(name);
      if (draft === level) continue;
      if (level && !key?.adds) draft.of ??= level;
      if (draft.role === 'budget' && draft.keys.measure) branch.item.budgets.set(draft.keys.measure, draft);
      const base = key?.base?.map(one => branch.figures.get(one)).find(Boolean);
      if (base) draft.base = base;
      const [target, actual, reason] = (key?.told ?? []).map(one => branch.texts.get(one) ?? '');
      if (target !== undefined) draft.told = { target, actual: actual!, reason: reason! };
    }
    const { order, steady } = branch;
    const derived = branch.texts.get('推算');
    if (level && order) level.order = order;
    if (level && steady) level.steady = steady;
    if (level && derived) level.derived = derived;
  }

  /** Notes what can be no larger than what, and shares of wholes elsewhere. */
  function limit(branch: Branch, shape: Shape): void {
    for (const key of shape.keys.values()) {
      const own = branch.figures.get(key.name) ?? branch.children.get(key.name)?.item.level;
      const larger = key.within && (branch.figures.get(key.within) ?? branch.children.get(key.within)?.item.level);
      if (own && larger) own.within = larger;
      const share = key.whole && key.is === 'one' && branch.children.get(key.name)?.figures.get('占比');
      if (share) shares.push({ draft: share, whole: key.whole! });
    }
  }

  /** What is known of the figures behind a key. */
  function below(key: Key, shape: Shape, around: Surroundings): Surroundings {
    const inherited = key.is === 'one' ? key.name : around.indicator;
    return {
      path: [...around.path, key.name],
      label: key.below === 'same' ? around.label : key.is === 'one' && shape.level ? key.name : around.label + key.name,
      indicator:
        key.below === 'same' ? around.indicator : key.below ? `${around.indicator}/${key.name}` : (key.indicator ?? inherited),
      scope: key.scope ?? around.scope,
    };
  }

  /** What is known of a mapping's own amount. */
  function levelOf(key: Key, around: Surroundings, written: boolean): Surroundings {
    return {
      path: written ? [...around.path, key.name] : around.path,
      label: key.name === '合计' ? `${around.label}合计` : around.label,
      indicator: key.indicator ?? around.indicator,
      scope: around.scope,
    };
  }

  function lineAt(offset: number): string {
    const start = setting.source.lastIndexOf('\n', offset - 1) + 1;
    const end = setting.source.indexOf('\n', offset);
    return setting.source.slice(start, end < 0 ? undefined : end).trim();
  }
}
