export { equationOf } from './equation.ts';
export type { Arithmetic } from './evidence.ts';
export { gapsOf } from './gaps.ts';
export { issuesOf } from './issues.ts';
export { type Located, locate } from './locate.ts';
export { storyOf } from './story.ts';
