/** SHA-256 of the page's style and script, for its policy: nothing else runs in it. A test holds them to the texts. */
export const STYLE_HASH = 'lrIHBztUvjBKw9SSGfnJWirrgiu9WQtg0/T3uI6DYLs=';
export const SCRIPT_HASH = '1/Lb6oM1H6xnUAu9XHEdoeXrosY0unk0qZU3docPZfM=';
