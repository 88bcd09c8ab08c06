// Measures how well changed figures are noticed and located in generated reports, straight from the sources (no build):
//   node test/locate/measure.mjs [--reports 12] [--changes 12] [--from 0] [--show 10] [--format text] [--at 1]
// One figure changed at a time and two at a time, in text, docx and xlsx. Asked for: of single changes 99% noticed and 95%
// located (among the first three suspects), of two at once both located in 85%. Then, with text, three to eight mistakes of
// different kinds at once: how many causes are told for them, and how often one figure is accused that is right.
import { createServer, loadConfigFromFile } from 'vite';

const flag = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const only = name => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
const [reports, changes, from, show] = [flag('reports', 12), flag('changes', 12), flag('from', 0), flag('show', 10)];
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
try {
  const { measure, formats } = await server.ssrLoadModule('/test/locate/measure.ts');
  for (const at of [1, 2].filter(one => one === Number(only('at') ?? one))) {
    for (const format of formats.filter(one => one === (only('format') ?? one))) {
      const outcomes = await measure(format, [from, from + reports], changes, at);
      const times = outcomes.map(one => one.milliseconds).sort((a, b) => a - b);
      const [noticed, located, righted] = ['noticed', 'located', 'righted'].map(key => percent(outcomes, one => one[key]));
      console.log(
        `${at} changed, ${format}: ${outcomes.length} reports, ${noticed} noticed, ${located} located, ${righted} with the right value; median ${times[times.length >> 1]?.toFixed(0)} ms`,
      );
      for (const one of outcomes.filter(other => !other.located).slice(0, show)) {
        console.log(
          `    ${one.report} ${one.noticed ? 'not located' : 'not noticed'}: ${one.what.join('; ')}  ${one.facts.join('; ')} ${one.kinds.join(' ')}`,
        );
      }
    }
  }
  if (only('at') === undefined && (only('format') ?? 'text') === 'text') {
    const { planted } = await server.ssrLoadModule('/test/locate/planted.ts');
    const all = await planted(from, from + reports);
    const mistakes = all.flatMap(one => one.mistakes);
    const [causes, accusations] = ['causes', 'accusations'].map(key => all.reduce((sum, one) => sum + one[key], 0));
    const innocent = all.flatMap(one => one.innocent.map(text => `${one.report} ${text}`));
    console.log(
      `several, text: ${mistakes.length} mistakes in ${all.length} reports, ${percent(mistakes, one => one.noticed)} noticed, ${percent(mistakes, one => one.located)} located; ${causes} causes, as many as mistakes in ${percent(all, one => one.causes === one.mistakes.length)} of the reports; ${accusations} accusations, ${innocent.length} of figures that are right`,
    );
    for (const { report, mistakes } of all)
      for (const one of mistakes.filter(other => !other.located))
        console.log(`    ${report} ${one.noticed ? 'not located' : 'not noticed'}: ${one.what}`);
    for (const text of innocent) console.log(`    ${text}`);
  }
} finally {
  await server.close();
}
