import { Ajv } from 'ajv';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/import/record.ts';
import { SCHEMA_OF } from '../../src/records/schemas/of-kind.ts';
import { KINDS, type Kind } from '../../src/model/records.ts';

const strict = () => new Ajv({ strict: true, strictRequired: true, strictTypes: true, strictTuples: true });
const sample = (kind: Kind) => new URL(`../../../shared/contact-history/${kind}.jsonl.gz`, import.meta.url);

describe('the schemas of an archive', () => {
  it.each(KINDS)('are valid in strict mode: %s', (kind) => {
    const { schema } = SCHEMA_OF[kind];
    expect(strict().validateSchema(schema)).toBe(true);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    strict().compile(schema);
  });

  it('carry the names, types and required lists of the guide', () => {
    const shape = (kind: Kind) => {
      const { $id, required, properties } = SCHEMA_OF[kind].schema;
      const types = Object.values(properties).map((property) => property.type);
      const count = (type: string) => types.filter((other) => other === type).length;
      return [$id, required, count('string'), count('integer'), count('object')];
    };
    expect(shape('interactions')).toEqual(['urn:udm:schema:interaction', ['IXNID'], 67, 25, 1]);
    expect(shape('documents')).toEqual(['urn:udm:schema:document', [], 7, 2, 0]);
    expect(shape('contacts')).toEqual(['urn:udm:schema:contact', ['CONTACTID'], 18, 3, 0]);
    expect(shape('contact-attributes')).toEqual(['urn:udm:schema:contactattribute', [], 10, 3, 0]);
    const names = Object.keys(SCHEMA_OF.interactions.schema.properties);
    expect(names).toContain('QUEUENAME');
    expect(names).not.toContain('QUEUEENAME');
  });

  it.each(KINDS)('take and refuse what import takes and refuses by type: %s', (kind) => {
    const { schema } = SCHEMA_OF[kind];
    const validate = strict().compile(schema);
    for (const [name, { type }] of Object.entries(schema.properties)) {
      const right = { string: 'x', integer: 7, object: {} }[type];
      const wrong = { string: 7, integer: 7.5, object: [] }[type];
      const id = schema.required[0] ?? 'ID';
      expect(validate({ [id]: 'x', [name]: right })).toBe(true);
      for (const value of [wrong, null]) {
        const record = { [id]: 'x', [name]: value };
        expect(validate(record)).toBe(false);
        const parsed = parseRecord(kind, JSON.stringify(record));
        expect(parsed.ok ? null : parsed.failure.field).toBe(name);
      }
    }
  });

  it.skipIf(!existsSync(sample('interactions'))).each(KINDS)(
    'fit every record of the sample history: %s',
    async (kind) => {
      const validate = strict().compile(SCHEMA_OF[kind].schema);
      const lines = createInterface({
        input: createReadStream(sample(kind)).pipe(createGunzip()),
        crlfDelay: Infinity,
      });
      let records = 0;
      for await (const line of lines) {
        records += 1;
        const fits = validate(JSON.parse(line)) && parseRecord(kind, line).ok;
        if (!fits) throw new Error(`record ${records} does not fit`);
      }
      expect(records).toBeGreaterThan(500);
    },
  );
});
