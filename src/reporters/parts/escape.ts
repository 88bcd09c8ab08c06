import { clean, tidy } from './clean.ts';

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML content or a quoted attribute. Characters that XML 1.0 knows no way to write (lone surrogates, U+FFFE) go. */
export function xml(text: string): string {
  const plain = text.split('\n').map(clean).join('\n');
  return plain.replace(/\p{Cs}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, char => XML[char]!);
}

/** Text within a line or a table cell of Markdown: nothing in it is markup, HTML, a mention or a link. */
export function markdown(text: string): string {
  return tidy(text)
    .replace(/[\\`*_{}[\]<>|~$&]/g, char => (char === '&' || char === '<' || char === '>' ? XML[char]! : `\\${char}`))
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/(https?):\/\//gi, '$1:\u200b//');
}
