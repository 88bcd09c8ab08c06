/** SHA-256 of the page's style and script, for its policy: nothing else runs in it. A test holds them to the texts. */
export const STYLE_HASH = 'Z7U0E9Rto71liFPW5LMwdoPT21WKq9cxYf0Ap86wANQ=';
export const SCRIPT_HASH = 'LU9f9xg7q36M4pEIw8fTK+kM8q4gPCQVi7vrvccCvmI=';
