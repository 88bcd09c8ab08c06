export { type Known, parseBaseline, valuesOf, writeBaseline } from './baseline.ts';
export { type Config, NO_CONFIG, parseConfig, type Suppression } from './config.ts';
export { filesNamedIn, type OwnRules, parseOwnRules } from './own-rules.ts';
export { chosen, withSeverities } from './rules.ts';
export { type Counted, type SetAside, setAside } from './suppress.ts';
