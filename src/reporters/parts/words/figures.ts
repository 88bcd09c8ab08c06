import type { Messages } from './messages.ts';

/** The list of figures: its column titles. */
export const figures: Messages = {
  'figures.file': { zh: '文件', en: 'file' },
  'figures.entity': { zh: '填报单位', en: 'body' },
  'figures.table': { zh: '表', en: 'table' },
  'figures.row': { zh: '行', en: 'row' },
  'figures.col': { zh: '列', en: 'column' },
  'figures.place': { zh: '位置', en: 'place' },
  'figures.section': { zh: '章节', en: 'section' },
  'figures.label': { zh: '名称', en: 'label' },
  'figures.printed': { zh: '原文', en: 'printed' },
  'figures.value': { zh: '数值', en: 'value' },
  'figures.unit': { zh: '单位', en: 'unit' },
  'figures.kind': { zh: '类型', en: 'kind' },
  'figures.indicator': { zh: '指标', en: 'indicator' },
  'figures.scope': { zh: '口径', en: 'scope' },
  'figures.period': { zh: '年度', en: 'year' },
  'figures.measure': { zh: '度量', en: 'measure' },
  'figures.fact': { zh: '指标 · 口径 · 年度 · 度量', en: 'indicator · scope · year · measure' },
  'figures.checks': { zh: '核对', en: 'checks' },
  'figures.total': {
    zh: '共 {figures} 个数：{checked} 个有关系核对，{unchecked} 个没有',
    en: '{figures} figures: {checked} checked by a relation, {unchecked} not',
  },
  'figures.kind.money': { zh: '金额', en: 'money' },
  'figures.kind.percent': { zh: '百分比', en: 'percent' },
  'figures.kind.count': { zh: '数量', en: 'count' },
  'figures.kind.score': { zh: '分数', en: 'score' },
  'figures.kind.other': { zh: '其他', en: 'other' },
};
