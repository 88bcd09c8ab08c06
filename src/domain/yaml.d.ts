/** Data files become plain objects when the tool is built. */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}
