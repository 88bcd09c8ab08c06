/** SHA-256 of the page's style and script, for its policy: nothing else runs in it. A test holds them to the texts. */
export const STYLE_HASH = 'lrIHBztUvjBKw9SSGfnJWirrgiu9WQtg0/T3uI6DYLs=';
export const SCRIPT_HASH = 'ZMyoGpsP1vn5kFzMdTy8L+2lY0Cqw04Sf7f7cza2bog=';
