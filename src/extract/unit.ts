/** «单位：万元»; not the body of «编制单位：元江县…». */
const UNIT = /(?<![制报施管算开设任])单位：?(?:人民币)?（?(?<unit>百万元|千万元|万元|亿元|千元|百元|元)/;

/** The unit that a text states for a whole table; null for none. */
export function unitStated(s: string): string | null {
  return UNIT.exec(s)?.groups?.unit ?? null;
}
