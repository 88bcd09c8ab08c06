#!/usr/bin/env node
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

// A report takes less than a second: too short for optimised code to pay for its making. Functions have to run fifteen times
// longer than is V8's habit before they get it. V8 11 (Node.js 20) knows this switch; later ones have a cheaper compiler in between.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

// From Node.js 22.8 on what is compiled once is kept, among the temporary files or where NODE_COMPILE_CACHE says.
module.enableCompileCache?.();

const { main } = await import('../dist/cli.js');
process.exitCode = await main(process.argv.slice(2));
