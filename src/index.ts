export { type AuditOptions, audit, diff } from './audit.ts';
export type * from './model/index.ts';
export { Big, Problem } from './model/index.ts';
export { reporters } from './reporters/index.ts';
export { loadRules, type RuleSet } from './rules/index.ts';
