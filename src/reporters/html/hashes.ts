/** SHA-256 of the page's style and script, for its policy: nothing else runs in it. A test holds them to the texts. */
export const STYLE_HASH = 'CNeXkPgBa6ZOajhacatQHfkV+T/fq8NL/xYISv++MgQ=';
export const SCRIPT_HASH = 'CSwT+kILRSucPruXQ46j4rE9PZLYY/qRu6aA9S/tZo4=';
