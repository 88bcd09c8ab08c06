/**
 * Document text as it may be shown: terminal escapes and other control characters are gone, and so are marks that
 * turn the reading direction or take no room; line breaks and tabs are blanks.
 */
export function clean(text: string): string {
  return text
    .replace(/\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g, '')
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** Text for people's eyes: cleaned, and runs of blanks (full-width ones too) made one. */
export function tidy(text: string): string {
  return clean(text)
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}
