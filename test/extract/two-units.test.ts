import { describe, expect, it } from 'vitest';
import { readingOf } from './telling.ts';

/** Pairs of figures that are said to be one. */
const pairs = async (sentence: string) =>
  (await readingOf(`清江县文化馆2023年度部门决算\n三、支出决算情况说明\n${sentence}`)).statements.flatMap(one =>
    one.kind === 'same' ? [one.figures.map(({ printed, amount }) => printed + amount.unit).join(' ')] : [],
  );

describe('one amount in two units', () => {
  it.each<[string, string, string[]]>([
    ['in brackets', '2023年度支出合计970.00万元（9,700,000.00元）。', ['970.00万元 9,700,000.00元']],
    ['with a word in brackets', '2023年度支出合计970.00万元（即9,800,000.00元）。', ['970.00万元 9,800,000.00元']],
    ['behind a comma', '2023年度支出合计9,700,000.00元，折合970.00万元。', ['9,700,000.00元 970.00万元']],
    ['with the word of cheques', '2023年度支出合计970.00万元（人民币9,700,000.00元整）。', ['970.00万元 9,700,000.00元']],
    ['of ten thousand times', '2023年度支出合计1.25亿元（12,500.00万元）。', ['1.25亿元 12,500.00万元']],
    ['with the sign of currency', '2023年度支出合计970.00万元（￥9,700,000.00）。', ['970.00万元 9,700,000.00元']],
    ['a part of it', '2023年度支出合计970.00万元（其中：结余9,700.00元）。', []],
    ['a price', '2023年度支出合计970.00万元（9,700.00元/人）。', []],
    ['of one unit', '2023年度支出合计970.00万元（650.00万元）。', []],
    ['about', '2023年度支出合计970.00万元（约10,000,000元）。', []],
    ['another amount', '2023年度支出合计970.00万元（35元）。', []],
  ])('%s', async (_, sentence, expected) => expect(await pairs(sentence)).toEqual(expected));
});
