// Measures the tool on generated budgets, straight from the sources (no build):
//   node test/generator/budgets/sweep.mjs [--budgets 120] [--from 0] [--changes 5] [--show 12]
// First what it says about budgets in which nothing is wrong, by rule; then, for figures changed one at a time, how many are
// noticed and located. Asked for: no alarm, 98% noticed, 92% located. Each form meets each format (html, docx, xlsx, pdf).
import { createServer, loadConfigFromFile } from 'vite';

const flag = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [budgets, from, changes, show] = [flag('budgets', 120), flag('from', 0), flag('changes', 5), flag('show', 12)];
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' });
const server = await createServer({
  ...config,
  configFile: false,
  ssr: {},
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
const percent = (list, of) => `${((100 * list.filter(of).length) / Math.max(1, list.length)).toFixed(1)}%`;
function grouped(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}
const byForm = one => one.name.replace(/-\d+$/, '');
try {
  const { quiet, changed } = await server.ssrLoadModule('/test/generator/budgets/sweep.ts');
  const results = await quiet(from, from + budgets);
  const sum = key => results.reduce((all, one) => all + one[key], 0);
  console.log(
    `${budgets} budgets: ${sum('marked')} figures written, ${sum('figures')} read, ${sum('checked')} checked; ${results.filter(one => one.alarms.length).length} with an alarm; not taken for a budget: ${results.filter(one => one.kind !== 'budget').length}`,
  );
  for (const [name, list] of grouped(results, byForm))
    console.log(
      `  ${name}: ${list.reduce((all, one) => all + one.checked, 0)} checked of ${list.reduce((all, one) => all + one.marked, 0)}`,
    );
  const alarms = results.flatMap(({ name, alarms: all }) => all.map(one => ({ name, ...one })));
  for (const [key, list] of grouped(alarms, one => `${one.rule} ${byForm(one)}`).slice(0, show)) {
    console.log(`\n${list.length} × ${key}`);
    for (const one of list.slice(0, 2)) console.log(`    ${one.name} ${one.text.slice(0, 400)}`);
  }
  if (changes > 0) {
    const all = await changed(from, from + budgets, changes);
    const told = all.filter(one => !one.lone);
    const share = list =>
      `${list.length} changed, ${percent(list, one => one.noticed)} noticed, ${percent(list, one => one.located)} located`;
    console.log(`\n${all.length - told.length} changed figures stand alone, and the tool says so: left out\n${share(told)}`);
    for (const [name, list] of grouped(told, byForm)) console.log(`  ${name}: ${share(list)}`);
    const shape = one => `${byForm(one)} ${one.fact.replace(/\d{3,}/g, '#')}`;
    for (const why of ['noticed', 'located'])
      for (const [key, list] of grouped(
        told.filter(one => !one[why] && (why === 'noticed' || one.noticed)),
        shape,
      ).slice(0, show))
        console.log(`not ${why} ${list.length} × ${key}: ${list[0].name} ${list[0].kind} ${list[0].what}`);
  }
} finally {
  await server.close();
}
