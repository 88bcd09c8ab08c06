/** SHA-256 of the page's style and script, for its policy: nothing else runs in it. A test holds them to the texts. */
export const STYLE_HASH = '1dwXNED0K4aDecGEevoo9mOjdOBk1n0iS2kWFrJt6J4=';
export const SCRIPT_HASH = 'CSwT+kILRSucPruXQ46j4rE9PZLYY/qRu6aA9S/tZo4=';
