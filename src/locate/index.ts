export { equationOf } from './equation.ts';
export type { Arithmetic } from './evidence.ts';
export { type Located, locate } from './locate.ts';
export { type Story, storyOf, type Turn } from './story.ts';
