export { decide, decideWith, implied, type Overrides } from './decide.ts';
export { run } from './run.ts';
export type { Implied } from './terms.ts';
