import type { Messages } from './messages.ts';

/** Why a number that was read could not be used. */
export const extract: Messages = {
  'extract.why.unbound': {
    zh: '没有认出它说的是哪一项',
    en: 'what it states was not recognised',
  },
  'extract.why.threshold': {
    zh: '是标准或界限（如“单价50万元以上”），不是收支数',
    en: 'it is a threshold or a standard, not an amount of the accounts',
  },
  'extract.why.explains': {
    zh: '是原因说明里的数，没有与它对应的收支数',
    en: 'it explains a cause; no figure of the accounts corresponds to it',
  },
};
