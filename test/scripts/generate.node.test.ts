import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PERIOD, historyBytes, historyLines } from '../../scripts/generate/history.ts';
import { SCHEMA_OF } from '../../src/records/schemas/of-kind.ts';
import { parseRecord } from '../../src/records/import/record.ts';
import { INTERACTION_ENTITIES, KINDS } from '../../src/model/records.ts';
import type { Kind } from '../../src/model/records.ts';

const OPTIONS = { ...DEFAULT_PERIOD, seed: 7, interactions: 600 };

const records = (kind: Kind): Record<string, unknown>[] =>
  [...historyLines(kind, OPTIONS)].map((line) => JSON.parse(line));
const digest = (kind: Kind, seed: number): string => {
  const hash = createHash('sha256');
  for (const chunk of historyBytes(kind, { ...OPTIONS, seed })) hash.update(chunk);
  return hash.digest('hex');
};

describe.each(KINDS)('generated %s', (kind) => {
  it('validate against their schema, whose names are the only ones they use', () => {
    const { schema } = SCHEMA_OF[kind];
    const validate = new Ajv({ strict: true }).compile({ ...schema, additionalProperties: false });
    const list = records(kind);
    expect(list.length).toBeGreaterThan(100);
    for (const record of list) expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
  });

  it('are records that import takes, each with an id of its own', () => {
    const parsed = [...historyLines(kind, OPTIONS)].map((line) => parseRecord(kind, line));
    expect(parsed.filter((result) => !result.ok)).toEqual([]);
    const ids = parsed.flatMap((result) => (result.ok ? [result.value.id] : []));
    expect(new Set(ids).size).toBe(parsed.length);
    expect(ids.filter((id) => !/^[0-9A-Z]{16}$/.test(id))).toEqual([]);
  });

  it('are the same for a seed, and others for another one', () => {
    expect(digest(kind, 7)).toBe(digest(kind, 7));
    expect(digest(kind, 7)).not.toBe(digest(kind, 8));
  });
});

it('covers every entity type and compresses about like real text', () => {
  const entities = new Set(records('interactions').map((record) => record['ENTITYTYPEID']));
  expect(entities).toEqual(new Set(INTERACTION_ENTITIES.map(({ code }) => code)));
  const bytes = Buffer.concat([...historyBytes('interactions', OPTIONS)]);
  const ratio = deflateRawSync(bytes, { level: 6 }).length / bytes.length;
  expect(ratio).toBeGreaterThan(0.25);
  expect(ratio).toBeLessThan(0.35);
});

it('ties documents to interactions and attributes to contacts', () => {
  const interactions = new Set(records('interactions').map((record) => record['IXNID']));
  expect(records('documents').filter((record) => !interactions.has(record['ENTITYID']))).toEqual([]);
  const contacts = new Set(records('contacts').map((record) => record['CONTACTID']));
  expect(records('contact-attributes').filter((record) => !contacts.has(record['CONTACTID']))).toEqual([]);
  expect(records('interactions').filter((record) => !contacts.has(record['CONTACTID']))).toEqual([]);
});
