export { type Known, parseBaseline, valuesOf, writeBaseline } from './baseline.ts';
export { type Config, NO_CONFIG, parseConfig, type Suppression } from './config.ts';
export { byFolder } from './folders.ts';
export { parseForms } from './forms.ts';
export { filesNamedIn, type OwnRules, parseOwnRules } from './own-rules.ts';
export { chosen, withSeverities } from './rules.ts';
export { Aside, type Counted, namesAround, type SetAside, setAside } from './suppress.ts';
