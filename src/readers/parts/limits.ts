import { LIMITS } from '../../model/index.ts';

export { LIMITS };

/** As people say it in messages. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** Blanks cost nothing, however many there are. */
export const isTooLong = (paragraph: string): boolean =>
  paragraph.length > LIMITS.paragraph && paragraph.replace(/\s+/g, ' ').length > LIMITS.paragraph;
