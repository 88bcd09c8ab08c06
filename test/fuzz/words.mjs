import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/domain/', import.meta.url);
const WORDS = [
  ...new Set(
    readdirSync(folder)
      .filter(name => name.endsWith('.yaml'))
      .flatMap(name => readFileSync(new URL(name, folder), 'utf8').match(/[\u4e00-\u9fa5]{1,12}/g) ?? []),
  ),
];
/** What breaks programs that take a number, a name or a size at its word. */
export const NASTY = [
  '',
  '-1',
  '0',
  '1',
  '65536',
  '4294967295',
  '99999999999999999999',
  '1e9',
  '1e-9',
  'NaN',
  '__proto__',
  'constructor',
].concat([
  '0.3333333333333333',
  '1,0,0',
  '１２３',
  '%',
  'A1:XFD1048576',
  '../../a',
  '#REF!',
  '\u202e',
  '额为'.repeat(20),
  '（'.repeat(300),
]);
const SIGNS = [
  '，',
  '。',
  '；',
  '：',
  '、',
  '（',
  '）',
  '“',
  '《',
  ' ',
  '　',
  '\t',
  '%',
  '万元',
  '亿元',
  '元',
  '个',
  '年',
  '2023年度',
  '-',
  '—',
  '…',
  '〔',
];

/** A few words of the domain with numbers and signs between them, as narratives have them; now and then again and again. */
export function sentence(random) {
  let text = '';
  for (let n = 2 + random.below(14); n > 0; n--) {
    const kind = random.below(10);
    if (kind < 5) text += random.pick(WORDS);
    else if (kind < 6) text += random.pick(WORDS).slice(0, -1);
    else if (kind < 8) text += number(random);
    else text += random.pick(SIGNS);
  }
  return random.chance(0.03) ? text.repeat(1 + random.below(200)) : text;
}

export function number(random) {
  const digits = String(random.below(10 ** (1 + random.below(8))));
  return random.chance(0.02)
    ? random.pick(NASTY)
    : `${digits}${random.chance(0.8) ? `.${String(random.below(100)).padStart(2, '0')}` : ''}${random.pick(['', '万元', '%', '元', '个'])}`;
}
