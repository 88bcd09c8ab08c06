import { open } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Problem } from '../model/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import { Parser } from './parts/parser.ts';

/** Folders in which people keep what is not to be checked. */
const ASIDE = /^(?:存档|归档|备份|旧稿|旧|历史|废稿|草稿|模板|样表|old|backup|archive|drafts?|templates?)$/i;
const FOUND = 8;

/** `audit init`: looks at a folder and writes a commented audit.yaml into it. What is there stays. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  return new Parser('init', lang)
    .argument('[folder]', say(lang, 'cli.init.folder'), '.')
    .language()
    .action(async (folder: string) => {
      const { print } = await import('./parts/output.ts');
      const { present } = await import('./parts/setting-files.ts');
      for (const name of ['audit.yaml', 'audit.yml'])
        if (await present(join(folder, name))) throw new Problem('init.exists', {}, { file: join(folder, name) });
      const seen = await lookAt(folder);
      const file = join(folder, 'audit.yaml');
      await write(file, settingsFor(seen, lang));
      await print(`${say(lang, 'init.written', { file: clean(file), count: seen.reports.length })}\n`);
      settle(0);
    });
}

interface Seen {
  readonly reports: readonly string[];
  readonly aside: readonly string[];
  readonly rules: readonly string[];
  readonly forms: readonly string[];
  readonly baselines: readonly string[];
}

/** The reports of a folder, its folders of old drafts, and files of rules, forms and baselines that lie in it. */
async function lookAt(folder: string): Promise<Seen> {
  const { gather } = await import('./parts/files.ts');
  const { text } = await import('./parts/setting-files.ts');
  const { readdir } = await import('node:fs/promises');
  const { files, failures } = await gather([folder]);
  // An empty folder is told of like any other: there may be reports one day. One that is not there is not.
  const gone = failures.find(({ problem }) => problem.code !== 'files.no-reports');
  if (gone && gone.file === folder) throw gone.problem;
  const names = files.map(file => relative(folder, file).split(sep).join('/'));
  const own = { rules: [] as string[], forms: [] as string[] };
  const settings = new Set<string>();
  for (const name of names.filter(one => /\.ya?ml$/i.test(one))) {
    const said = await text(join(folder, name), 'config.not-found').catch(() => '');
    if (/^rules:/m.test(said)) own.rules.push(name);
    else if (/^(?:tables|wording|indicators):/m.test(said)) own.forms.push(name);
    else continue;
    settings.add(name);
  }
  const reports = names.filter(name => !settings.has(name));
  const aside = [...new Set(reports.flatMap(name => foldersOf(name)).filter(path => ASIDE.test(basename(path))))];
  const entries = await readdir(folder).catch(() => []);
  return { reports, aside, ...own, baselines: entries.filter(isBaseline) };
}

const isBaseline = (name: string) => /基线|baseline/i.test(name) && name.toLowerCase().endsWith('.json');

function foldersOf(name: string): string[] {
  const folder = dirname(name);
  return folder === '.' ? [] : [...foldersOf(folder), folder];
}

/** The file, in the user's language: what was found is set, all else stands there to be uncommented. */
function settingsFor({ reports, aside, rules, forms, baselines }: Seen, lang: Lang): string {
  const listed = reports.slice(0, FOUND).map(name => `#   ${clean(name)}`);
  const more = reports.length > FOUND ? [`#   ${say(lang, 'init.more', { count: reports.length - FOUND })}`] : [];
  const list = (names: readonly string[]) => `[${names.map(name => JSON.stringify(name)).join(', ')}]`;
  const line = (key: string, set: readonly string[], example: string) =>
    `${say(lang, `init.${key}`)}\n${set.length > 0 ? `${key}: ${list(set)}` : `# ${key}: ${example}`}`;
  const part = (key: string, example: string) => `${say(lang, `init.${key}`)}\n${example.replace(/^/gm, '# ')}`;
  return `${[
    [say(lang, 'init.head', { count: reports.length }), ...listed, ...more].join('\n'),
    part('fail-on', 'fail-on: error'),
    part('strict', 'strict: false'),
    part('min-coverage', 'min-coverage: 80'),
    part('severity', 'severity: {FRM-001: note}'),
    part('skip', 'skip: [CPL]'),
    line(
      'exclude',
      aside.map(path => `${path}/**`),
      '["存档/**", "*草稿*"]',
    ),
    part('folders', 'folders:\n  征求意见稿: {severity: {FRM: note}}'),
    line('own-rules', rules, '[省规则.yaml]'),
    line('own-forms', forms, '[省表样.yaml]'),
    baselines.length > 0
      ? `${say(lang, 'init.baseline')}\nbaseline: ${JSON.stringify(baselines[0])}`
      : part('baseline', 'baseline: 基线.json'),
    part(
      'suppress',
      `suppress:\n  - rule: TIE-001\n    file: "*.docx"\n    reason: ${say(lang, 'init.reason')}\n    until: 2030-12-31`,
    ),
  ].join('\n\n')}\n`;
}

/** Only where there is nothing yet, whatever came between looking and writing. */
async function write(file: string, content: string): Promise<void> {
  const { asProblem } = await import('./parts/saving.ts');
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(content);
    await handle.close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? new Problem('init.exists', {}, { file }) : asProblem(error as NodeJS.ErrnoException, file);
  }
}
