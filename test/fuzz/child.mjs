// Audits mutants one after the other and tells its parent of each; whatever ends or halts it, the parent sees at which one.
import process from 'node:process';
import { mutant } from './mutants.mjs';
import { randomOf } from './random.mjs';

const { audit, loadRules, Problem, reporters } = await import('../../dist/index.js');
const { reader, seed, from, to } = JSON.parse(process.argv[2]);
const rules = loadRules();
const OPTIONS = {
  lang: 'zh',
  version: '0',
  width: 100,
  color: false,
  all: true,
  ledger: true,
  quiet: false,
  bom: false,
  equation: () => null,
};
process.send({ ready: true });
for (let run = from; run < to; run++) {
  process.send({ run });
  const random = randomOf(`${seed}/${reader}/${run}`);
  let outcome = 'read';
  try {
    const shown = run % 4 === 0;
    const audited = await audit([mutant(reader, random)], { rules, documents: shown || undefined });
    // Every fourth in all outputs.
    if (shown) for (const reporter of reporters) reporter.render([audited], [], { ...OPTIONS, rules: rules.rules });
  } catch (error) {
    if (error instanceof Problem && error.trace === undefined) outcome = 'refused';
    else outcome = { crash: String(error?.trace ?? error?.stack ?? error) };
  }
  const { heapUsed, external } = process.memoryUsage();
  process.send({ run, outcome, bytes: heapUsed + external });
}
process.disconnect();
