/** «单位：万元», «金额单位：人民币万元»; `unit` is what stands after it. */
export const UNIT = /[（(]?(?:计量|金额|货币)?单位\s*[：:]\s*(?:人民币\s*)?(亿元|千万元|百万元|万元|千元|百元|元|%|％)\s*[）)]?/;
/** What else stands in the corner of a table: its number, who made it, and what the end of the page left of its unit. */
export const CORNER =
  /^金(?:额(?:单位?)?)?$|^(?:公开|附|财决|预决算公开|决算公开)?[\d\s]*表[\d一二三四五六七八九十]*$|^(?:编制|填报|填表|公开)?(?:部门|单位)(?:名称)?(?:[（(][^）)]*[）)])?\s*[：:]/;

/** Whether a line is what stands in the corner of a table: its unit, its number, who made it. */
export function isCorner(text: string): boolean {
  return UNIT.test(text) || CORNER.test(text.trim());
}
