import type { Messages } from './messages.ts';

/** What was observed of several places at once. */
export const observed: Messages = {
  'finding.form.TIE-003': {
    zh: '同一句原因写了两遍，一处是 {one}，另一处是 {other}。',
    en: 'The same reason is told twice, once with {one} and once with {other}.',
  },
  'finding.form.FRM-026': {
    zh: '“{name}”是 {printed}，不必列在“主要用于”之中。',
    en: '“{name}” is {printed}; what cost nothing is no use of the money.',
  },
};
