/** Bytes at either end of a file that are looked at. */
const LOOK = 64 * 1024;

/** What each of the tool's own text outputs begins with, or has in a line of its own. */
const MARKS: readonly RegExp[] = [
  /^核对结果 +(?:\d+ 条关系：)?(?:相符|成立) \d+ · (?:四舍五入可解释|舍入内) \d+ · (?:不符|不成立) \d+ · /m,
  /^ {2}\d+ 条关系：相符 \d+ · 四舍五入可解释 \d+ · /m,
  /^ {2}\d+ relations: holds \d+ · rounding \d+ · /m,
  /^Checks +(?:\d+ relations: )?holds \d+ · rounding \d+ · fails \d+ · /m,
  /^用 audit explain [^\s#]+#\S+ 查看/m,
  /^序号,级别,填报单位,年度,文件,要改的位置,/,
  /^number,severity,entity,year,file,change at,/,
  /^编号,文件,级别,规则,左边,右边,/,
  /^单位,年度,问题,错误,警告,提示,/,
  /^unit,year,problems,errors,warnings,notes,/,
  /^\d+ 份报告：\d+ 份有要改的（/,
  /^\d+ report\(s\): \d+ to be corrected \(/,
  /^文件,级别,规则,问题,算式,写的是,/,
  /^file,body,year,table,row,column,/,
  /^文件,(?:填报单位,年度,|位置,章节,名称,原文,|位置,)/,
  /^<testsuites name="audit"/m,
  /^\{"type":"(?:report|failure|unread|shard)","file":/,
  /^## 预?决算核对$/m,
  /^::(?:error|warning|notice) file=/,
  /"tool": \{\s+"name": "audit"/,
  /<meta name="generator" content="audit[ "]/,
];

/** Whether a file is what this tool printed or wrote about a report, as it is found in folders a day later. */
export function isOwnOutput(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return isPaper(bytes);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const read = (part: Uint8Array) =>
    new TextDecoder(encoding)
      .decode(part)
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n');
  const end = bytes.length > LOOK ? read(bytes.subarray(bytes.length - (LOOK - (LOOK % 2)))) : '';
  const begin = read(bytes.subarray(0, LOOK));
  return MARKS.some(mark => mark.test(begin) || (end !== '' && mark.test(end)));
}

/** A working paper: its first part, which is not compressed, says what wrote it. A copy that a program saved anew is known by its sheets. */
function isPaper(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 1024)).includes('<Application>audit</Application>');
}
