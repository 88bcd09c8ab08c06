export { issuesOf } from './issues.ts';
export { type Located, locate } from './locate.ts';
export type { Arithmetic } from './suspects/evidence.ts';
export { equationOf } from './telling/equation.ts';
export { gapsOf } from './telling/gaps.ts';
export { storyOf } from './telling/story.ts';
