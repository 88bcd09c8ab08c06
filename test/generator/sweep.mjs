// Measures the tool on generated reports, straight from the sources (no build):
//   node test/generator/sweep.mjs [--reports 40] [--changes 20] [--show 25]
// First what it says about reports in which nothing is wrong, by rule and by shape of sentence; then, for figures changed one
// at a time, how many are noticed and located, by kind of slip and by where they stand. --changes 0 leaves the second part out.
import { createServer, loadConfigFromFile } from 'vite';

const flag = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const reports = flag('reports', 40);
const changes = flag('changes', 20);
const show = flag('show', 25);

// The project's own configuration, for its YAML; packages are left to Node.
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' });
const server = await createServer({
  ...config,
  configFile: false,
  ssr: {},
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
try {
  const { quiet, changed } = await server.ssrLoadModule('/test/generator/sweep.ts');
  const results = await quiet(0, reports);
  const total = key => results.reduce((all, one) => all + (typeof one[key] === 'number' ? one[key] : one[key].length), 0);
  console.log(
    `${reports} reports without mistakes: ${total('marked')} figures, ${total('unread')} of them not read, ${total('checked')} checked`,
  );
  const alarms = results.flatMap(one => one.alarms);
  const silent = results.filter(one => one.alarms.length === 0).length;
  console.log(`${alarms.length} false alarms; ${silent} reports with none`);
  const words = quote =>
    quote
      .replace(/[\d０-９][\d０-９,，.． ]*/g, '#')
      .replace(/#[万亿 ]*元/g, '#')
      .slice(-34, -4);
  const shape = alarm => `${alarm.rule} ${alarm.severity} ${words(alarm.quotes[0] ?? '')}`;
  print(alarms, shape, alarm => [`${alarm.report} ${alarm.equation ?? ''}`, ...alarm.quotes.slice(0, 4)]);
  console.log('\nnot read:');
  print(
    results.flatMap(one => one.unread),
    text => text.replace(/\d{7}|\d+(\.\d+)?/g, '#').split(' ')[0],
    text => [text],
  );
  if (changes > 0) {
    const all = await changed(0, reports, changes);
    const outcomes = all.filter(one => !one.lone);
    console.log(`\n${all.length - outcomes.length} changed figures stand alone in their report, and the tool says so: left out`);
    const share = list =>
      `${list.length} changed, ${percent(list, one => one.noticed)} noticed, ${percent(list, one => one.located)} located`;
    console.log(`\n${share(outcomes)}`);
    for (const by of ['kind', 'where'])
      for (const [name, list] of group(outcomes, one => one[by])) console.log(`  ${name}: ${share(list)}`);
    console.log('\nnot noticed:');
    print(
      outcomes.filter(one => !one.noticed),
      one => `${one.where} ${one.fact.replace(/\d{3,}/g, '#')}`,
      one => [`${one.report} ${one.kind}: ${one.from} → ${one.to}  ${one.quote}`],
    );
  }
} finally {
  await server.close();
}

function group(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}
function percent(list, of) {
  return list.length === 0 ? '–' : `${((100 * list.filter(of).length) / list.length).toFixed(1)}%`;
}
function print(list, key, lines) {
  for (const [name, same] of group(list, key).slice(0, show)) {
    console.log(`\n${same.length} × ${name}`);
    for (const line of lines(same[0])) console.log(`    ${line}`);
  }
}
