import { type Key, root, type Shape, shapes } from './keys.ts';

type Schema = Readonly<Record<string, unknown>>;

const NUMBER = '[-+]?[0-9][0-9,]*(\\.[0-9]+)?';
const BLANK: Schema = { type: 'null' };
const MONEY: Schema = {
  type: ['number', 'string', 'null'],
  pattern: `^(${NUMBER} *(元|百元|千元|万元|万|百万元|千万元|亿元|亿)?|[-—–/]*)$`,
};
const RATE: Schema = { anyOf: [{ const: 0 }, { type: 'string', pattern: `^(${NUMBER} *(%|‰|倍|个百分点)|[-—–/]*)$` }, BLANK] };
const COUNT: Schema = { type: ['number', 'string', 'null'], pattern: `^(${NUMBER}[^0-9%元]*|[-—–/]*)$` };

/** Shared by all keys of a kind. */
const scalars = { 数额: MONEY, 百分比: RATE, 数量: COUNT };

/**
 * The JSON Schema of the hand-written dataset, made from keys.yaml, for editors and other programs.
 * It is about shapes and spelling; what it cannot say (the sum of a derivation, say) the reader finds.
 */
export function datasetSchema(): Schema {
  const definitions = Object.fromEntries(
    [...shapes.values()].filter(shape => shape !== root).map(shape => [shape.id, schemaOf(shape)]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '手写数据集',
    description: '部门决算的手写数据集：一份报告的数字，用 YAML 写成。',
    ...mappingOf(root),
    definitions: { ...scalars, ...definitions },
  };
}

/** A mapping, or what may stand in its place: its own figure, or a word. */
function schemaOf(shape: Shape): Schema {
  const level = shape.level ? shape.keys.get(shape.level) : undefined;
  const instead = [...(level ? [contentOf(level)] : []), ...(shape.word ? [{ enum: Object.keys(shape.word) }] : []), BLANK];
  return { anyOf: [mappingOf(shape), ...instead] };
}

function mappingOf(shape: Shape): Schema {
  const keys = [...shape.keys.values()];
  const required = keys.filter(key => key.required).map(key => key.name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(keys.map(key => [key.name, { description: key.says, ...contentOf(key) }])),
  };
}

function contentOf(key: Key): Schema {
  const inner: Schema = { $ref: `#/definitions/${key.shape}` };
  switch (key.is) {
    case 'one':
      // Beside a $ref nothing else counts in draft-07.
      return { allOf: [inner] };
    case 'map':
      return { type: ['object', 'null'], additionalProperties: inner };
    case 'list':
      return { type: ['array', 'null'], items: inner };
    case 'money':
      return kind('数额');
    case 'percent':
      return kind('百分比');
    case 'count':
      return kind('数量');
    case 'word':
      return { enum: [...Object.keys(key.words ?? {}), null] };
    case 'unit':
      return { enum: ['元', '百元', '千元', '万元', '百万元', '千万元', '亿元'] };
    case 'year':
      return {
        anyOf: [
          { type: 'integer', minimum: 1900, maximum: 2099 },
          { type: 'string', pattern: '^(19|20)[0-9]{2}年?$' },
        ],
      };
    case 'code':
      return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^[0-9]{3}([0-9]{2}){0,2}$' }, BLANK] };
    default:
      return { type: ['string', 'number', 'null'] };
  }
}

function kind(name: keyof typeof scalars): Schema {
  return { allOf: [{ $ref: `#/definitions/${name}` }] };
}
