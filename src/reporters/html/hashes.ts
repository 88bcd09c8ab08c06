/** SHA-256 of the page's style and script, for its policy: nothing else runs in it. A test holds them to the texts. */
export const STYLE_HASH = '0ddCLOLjxnm5roFPwqN2anO5yQrmsemUYmT6tvaVcwc=';
export const SCRIPT_HASH = '8NDf2ZMGuOtZwV6ViidsDIGK9vv9lDzTM0GJsRexrCI=';
