declare const AUDIT_VERSION: string;

/** The version in package.json, put in when the tool is built. */
export const version = AUDIT_VERSION;
