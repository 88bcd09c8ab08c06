import { describe, expect, it } from 'vitest';
import { carryOn, coreOf, indicatorOfPath, labelOf, pathOf, scopeIn } from '../../src/extract/labels.ts';

const ENTITY = '清江县文化馆';
const read = (lead: string) => {
  const { indicator, scope } = labelOf(lead, ENTITY);
  return [indicator, scope];
};

describe('what a label names', () => {
  it.each<[string, string | null, string | null]>([
    ['收、支总计', '收支总计', null],
    ['2023年度收入支出总计均为', '收支总计', null],
    ['收入总计', '收支总计', null],
    ['支出决算总计', '收支总计', null],
    ['财政拨款收、支总计', '收支总计', '财政拨款'],
    ['2023年度财政拨款收入支出总计', '收支总计', '财政拨款'],
    ['本年收入合计', '本年收入', null],
    ['2023年本年收入合计为', '本年收入', null],
    ['清江县文化馆2023年度收入合计', '本年收入', null],
    ['本年支出合计', '本年支出', null],
    ['一般公共预算财政拨款收入', '本年收入', '一般公共预算'],
    ['一般公共预算财政拨款支出', '本年支出', '一般公共预算'],
    ['2023年一般公共预算财政拨款支出决算为', '本年支出', '一般公共预算'],
    ['一般公共预算支出', '本年支出', '一般公共预算'],
    ['政府性基金预算财政拨款支出', '本年支出', '政府性基金'],
    ['政府性基金收入', '本年收入', '政府性基金'],
    ['国有资本经营预算财政拨款支出', '本年支出', '国有资本'],
    ['财政拨款收入', '本年收入', '财政拨款'],
    ['财政拨款支出', '本年支出', '财政拨款'],
    ['基本支出', '基本支出', null],
    ['一般公共预算财政拨款基本支出', '基本支出', '一般公共预算'],
    ['财政拨款项目支出', '项目支出', '财政拨款'],
    ['其中：人员经费', '人员经费', null],
    ['日常公用经费', '公用经费', null],
    ['“三公”经费', '三公经费', null],
    ['“三公”经费财政拨款支出决算为', '三公经费', '财政拨款'],
    ['2023年度“三公”经费一般公共预算财政拨款支出', '三公经费', '一般公共预算'],
    ['公务接待费政府性基金预算财政拨款支出', '公务接待费', '政府性基金'],
    ['因公出国（境）费支出', '因公出国（境）费', null],
    ['因公出国（境）费用', '因公出国（境）费', null],
    ['公务用车购置及运行维护费支出', '公务用车购置及运行维护费', null],
    ['公务用车购置及运行费', '公务用车购置及运行维护费', null],
    ['公务用车运行维护费', '公务用车运行维护费', null],
    ['公务用车购置', '公务用车购置费', null],
    ['公务接待费支出', '公务接待费', null],
    ['国内公务接待', '国内公务接待费', null],
    ['清江县文化馆机关运行经费支出', '机关运行经费', null],
    ['政府采购支出总额', '政府采购', null],
    ['政府采购货物支出', '政府采购货物', null],
    ['授予中小企业合同金额', '授予中小企业合同', null],
    ['授予小微企业合同金额', '授予小微企业合同', null],
    ['年初结转和结余', '年初结转和结余', null],
    ['上年结转和结余', '年初结转和结余', null],
    ['年末财政拨款结转和结余', '年末结转和结余', '财政拨款'],
    ['使用非财政拨款结余', '使用非财政拨款结余', null],
    ['上级补助收入', '上级补助收入', null],
    ['事业收入', '事业收入', null],
    ['教育支出', '功能/教育', null],
    ['教育（类）支出', '功能/教育', null],
    ['社会保障和就业支出', '功能/社会保障和就业', null],
    ['办公楼维修', null, null],
    ['', null, null],
  ])('%s', (lead, indicator, scope) => expect(read(lead)).toEqual([indicator, scope]));
});

describe('the words left when years, connectors and closing words are taken off', () => {
  it.each([
    ['其中：本年收入合计为', '收入合计'],
    ['2023年度，清江县文化馆机关运行经费支出决算为', '机关运行经费支出'],
    ['1.基本支出', '基本支出'],
    ['（一）基本支出', '基本支出'],
    ['和项目支出共计', '项目支出'],
    ['（款）', ''],
    ['为', ''],
  ])('%s', (lead, core) => expect(coreOf(lead, ENTITY).replace(/^：|^本年/, '')).toBe(core));
});

describe('the fund a text names', () => {
  it.each<[string, string | null]>([
    ['一般公共预算财政拨款', '一般公共预算'],
    ['政府性基金预算财政拨款', '政府性基金'],
    ['国有资本经营预算', '国有资本'],
    ['财政拨款收入', '财政拨款'],
    ['使用非财政拨款结余', null],
    ['基本支出', null],
  ])('%s', (text, scope) => expect(scopeIn(text)?.scope ?? null).toBe(scope));
  it('the first of several', () => expect(scopeIn('政府性基金和一般公共预算')).toMatchObject({ scope: '政府性基金', start: 0 }));
});

describe('类款项', () => {
  it.each<[string, object | null, string | null]>([
    [
      '教育支出（类）普通教育（款）小学教育（项）',
      { class: '教育', group: '普通教育', item: '小学教育' },
      '功能/教育/普通教育/小学教育',
    ],
    ['“教育支出”（类）', { class: '教育' }, '功能/教育'],
    ['教育支出（205类）普通教育（02款）', { class: '教育', group: '普通教育' }, '功能/教育/普通教育'],
    [
      '1.文化旅游体育与传媒支出（类）文化和旅游（款）群众文化（项）',
      { class: '文化旅游体育与传媒', group: '文化和旅游', item: '群众文化' },
      '功能/文化旅游体育与传媒/文化和旅游/群众文化',
    ],
    ['其他文化和旅游支出（项）', { item: '其他文化和旅游支出' }, null],
    ['党委办公厅（室）及相关机构事务（款）', { group: '党委办公厅（室）及相关机构事务' }, null],
    ['基本支出', null, null],
  ])('%s', (text, path, indicator) => {
    expect(pathOf(text)).toEqual(path);
    if (path) expect(indicatorOfPath(path)).toBe(indicator);
  });

  it('a 款 or 项 alone goes on from the one before it', () => {
    const before = { class: '教育', group: '普通教育', item: '小学教育' };
    expect(carryOn({ item: '初中教育' }, before)).toEqual({ class: '教育', group: '普通教育', item: '初中教育' });
    expect(carryOn({ group: '职业教育', item: '中等职业教育' }, before)).toEqual({
      class: '教育',
      group: '职业教育',
      item: '中等职业教育',
    });
    expect(carryOn({ class: '住房保障' }, before)).toEqual({ class: '住房保障' });
    expect(carryOn({ item: '初中教育' }, null)).toEqual({ item: '初中教育' });
  });
});
