import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/reporters/figures/csv.ts';
import { json as figuresJson } from '../../src/reporters/figures/json.ts';
import { table } from '../../src/reporters/figures/table.ts';
import { json } from '../../src/reporters/json.ts';
import { displayWidth } from '../../src/reporters/parts/width.ts';
import { outputSchemas } from '../../src/reporters/schema/index.ts';
import { barrenAudit, failure, OPTIONS, sampleAudit } from './sample.ts';

const options = { ...OPTIONS, all: true };
const audits = [sampleAudit(), barrenAudit()];

/** A schema in which every field that is not described is a mistake: nothing undocumented is put out. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  return 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
}

function faults(schema: unknown, data: unknown): unknown {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(closed(schema) as object);
  return validate(data) ? [] : validate.errors;
}

describe('json', () => {
  it('is what the contract says', () =>
    expect(json.render(audits, [failure], options)).toMatchFileSnapshot('./golden/check.json'));
  it('fits its schema, with nothing undocumented', () => {
    expect(faults(outputSchemas.check, JSON.parse(json.render(audits, [failure], options)))).toEqual([]);
  });
  it('lists checks with --all only', () => {
    expect(JSON.parse(json.render(audits, [], { ...options, all: false })).reports[0]).not.toHaveProperty('checks');
    expect(JSON.parse(json.render(audits, [], options)).reports[0].checks).toHaveLength(5);
  });
  it('has no problems field when every file was audited', () => {
    expect(JSON.parse(json.render(audits, [], options))).not.toHaveProperty('problems');
  });
  it('lets no character through that a terminal would act on, and loses none', () => {
    const text = json.render(audits, [failure], options) + figuresJson.render(audits, [failure], options);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(text).toContain('\\u202e');
  });
  it('its schema refuses what it should', () => {
    const data = JSON.parse(json.render(audits, [], options));
    data.reports[0].findings[0].severity = 'fatal';
    expect(faults(outputSchemas.check, data)).not.toEqual([]);
  });
});

describe('figures', () => {
  it('as json', () =>
    expect(figuresJson.render(audits.slice(0, 1), [failure], options)).toMatchFileSnapshot('./golden/figures.json'));
  it('as json fits its schema, with nothing undocumented', () => {
    expect(faults(outputSchemas.figures, JSON.parse(figuresJson.render(audits, [failure], options)))).toEqual([]);
  });
  it('as csv', () => {
    const text = csv.render(audits.slice(0, 1), [], options);
    return expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot('./golden/figures.csv');
  });
  it('as table', () => expect(table.render(audits.slice(0, 1), [], options)).toMatchFileSnapshot('./golden/figures.txt'));
  it('as table fits the terminal', () => {
    for (const width of [80, 160]) {
      for (const line of table.render(audits, [], { ...options, width }).split('\n')) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });
  it('as csv begins with a byte order mark when asked', () => {
    expect(csv.render(audits, [], { ...options, bom: true }).startsWith('\ufeff')).toBe(true);
    expect(csv.render(audits, [], options).startsWith('\ufeff')).toBe(false);
  });
});
