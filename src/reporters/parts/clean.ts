/**
 * Document text as it may be shown: terminal escapes and other control characters are gone, and so are marks that
 * turn the reading direction or take no room; line breaks and tabs are blanks.
 */
export function clean(text: string): string {
  return text
    .replace(/\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g, '')
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/**
 * Whole output as a terminal may be given it, whatever was put into it on the way: of control characters only line ends, tabs and the
 * colours of the tool itself are left.
 */
export function inert(output: string): string {
  return output.replace(
    /\x1b(?!\[\d{1,2}m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}

/** Text for people's eyes: cleaned, and runs of blanks (full-width ones too) made one. */
export function tidy(text: string): string {
  return clean(text)
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}
