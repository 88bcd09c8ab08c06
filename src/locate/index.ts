export { equationOf } from './equation.ts';
export type { Arithmetic } from './evidence.ts';
export { type Located, locate } from './locate.ts';
export { storyOf } from './story.ts';
