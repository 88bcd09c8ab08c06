#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/cli.js';

// A report takes less than a second: too short for optimised code to pay for its making. Functions have to run fifteen times
// longer than is V8's habit before they get it. V8 11 (Node.js 20) knows this switch; later ones have a cheaper compiler in between.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

process.exitCode = await main(process.argv.slice(2));
