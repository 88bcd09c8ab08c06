import { SaxesParser } from 'saxes';

/** What JUnit XML may hold, as the schema of Jenkins' xUnit plugin has it: elements with their children and attributes. */
const ELEMENTS: Readonly<Record<string, { readonly children: readonly string[]; readonly attributes: readonly string[] }>> = {
  testsuites: { children: ['testsuite'], attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'] },
  testsuite: { children: ['testcase'], attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'] },
  testcase: { children: ['failure', 'error', 'skipped'], attributes: ['classname', 'name', 'time'] },
  failure: { children: [], attributes: ['message', 'type'] },
  error: { children: [], attributes: ['message', 'type'] },
  skipped: { children: [], attributes: ['message'] },
};

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads JUnit XML and throws for anything the schema does not allow, counts that do not add up included. */
export function readJUnit(text: string): Node {
  const parser = new SaxesParser();
  const open: Node[] = [];
  let root: Node | undefined;
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const known = ELEMENTS[name];
    const parent = open.at(-1);
    if (!known || (parent && !ELEMENTS[parent.name]!.children.includes(name))) throw new Error(`<${name}> is not allowed here`);
    for (const key of Object.keys(attributes)) if (!known.attributes.includes(key)) throw new Error(`${name} has no ${key}`);
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    parent?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('text', piece => {
    const node = open.at(-1);
    if (node) node.text += piece;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (root?.name !== 'testsuites') throw new Error('no testsuites');
  for (const node of [root, ...root.children]) {
    const cases = node.name === 'testsuites' ? node.children.flatMap(suite => suite.children) : node.children;
    const having = (name: string) => cases.filter(one => one.children.some(child => child.name === name)).length;
    const counts = { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') };
    for (const [key, count] of Object.entries(counts)) {
      if (node.attributes[key] !== String(count)) throw new Error(`${node.name} ${key}: ${node.attributes[key]} ≠ ${count}`);
    }
  }
  return root;
}
