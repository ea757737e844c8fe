import { fc } from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, ObjectScanner } from '../../../src/encoding/json/object-scanner.ts';
import { knownMembers, parseRecord, scannedRecord } from '../../../src/records/import/record.ts';
import { KINDS, type Kind } from '../../../src/model/records.ts';
import { utf8 } from '../records.ts';

/** Reads a line as a long one is read, in chunks of `size` bytes. */
function scanned(kind: Kind, line: string, size: number) {
  const scanner = new ObjectScanner(knownMembers(kind));
  const bytes = utf8(line);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  return scannedRecord(kind, scanner.end());
}

const KEYS = [
  'IXNID',
  'ID',
  'ENTITYID',
  'CONTACTID',
  'STARTDATE',
  'CREATEDDATE',
  'MEDIATYPEID',
  'ENTITYTYPEID',
];
const OTHERS = ['STATUS', 'ALLATTRIBUTES', 'SUBJECT', 'THESIZE', 'ixnid', 'X', '__proto__', 'toString'];
const name = fc.constantFrom(...KEYS, ...OTHERS).map((text) => JSON.stringify(text));
const value = fc.oneof(
  fc.constantFrom(
    '"2024-02-29T12:00:00Z"',
    '"2024-02-29 12:00:00"',
    '"email"',
    '"id"',
    '0',
    '2',
    '-0',
    '7',
    '4',
    '1.0',
    '2e0',
  ),
  fc.constantFrom('9007199254740993', '9007199254740993.5', '1e400', '0.5', '123456789012345678901234567890'),
  fc.constantFrom(
    'null',
    'true',
    '{}',
    '{"IXNID":"inner"}',
    '[]',
    '[[{"ID":1}]]',
    '""',
    '"\\u0000"',
    '"\\ud800"',
    '"\\u0041"',
  ),
  fc.integer({ min: 253, max: 258 }).map((length) => JSON.stringify('n'.repeat(length))),
  fc.integer({ min: 253, max: 258 }).map((length) => `"${'\\u00e9'.repeat(length)}"`),
  fc.constantFrom(JSON.stringify('x'.repeat(2_000))),
  fc.json(),
);
/** Objects that are records more often than not: the keys of a whole one, then others, over and over. */
const whole = [
  ['IXNID', 'i'],
  ['ID', 'd'],
  ['ENTITYID', 'e'],
  ['CONTACTID', 'c'],
  ['STARTDATE', '2024-01-01'],
  ['CREATEDDATE', '2024-01-01'],
  ['MEDIATYPEID', 'Chat'],
].map(([key, text]) => `${JSON.stringify(key)}:${JSON.stringify(text)}`);
const record = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(name, value), { maxLength: 5 }))
  .map(([complete, members]) => {
    const more = members.map(([key, text]) => `${key}:${text}`);
    return `{${[...(complete ? [...whole, '"ENTITYTYPEID":2'] : []), ...more].join(', ')}}`;
  });
const kind = fc.constantFrom(...KINDS);
const size = fc.constantFrom(1, 2, 3, 7, 64, 100_000);

describe('a long line', () => {
  it('is taken and refused as a short one is, for the same reason', () => {
    fc.assert(
      fc.property(kind, record, size, (of, line, bytes) => {
        expect(scanned(of, line, bytes)).toEqual(parseRecord(of, line));
      }),
      { numRuns: 4_000 },
    );
  });

  it('is taken and refused as a short one is, when it is mutilated', () => {
    const edit = fc.tuple(
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', '"', '{', '}', '[', ',', ':', '\\', 'u', '0', '1', '\n', ' '),
    );
    fc.assert(
      fc.property(
        kind,
        record,
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        size,
        (of, line, edits, bytes) => {
          const mutilated = edits.reduce((text, [where, removed, added]) => {
            const at = where % (text.length + 1);
            return text.slice(0, at) + added + text.slice(at + removed);
          }, line);
          expect(scanned(of, mutilated, bytes)).toEqual(parseRecord(of, mutilated));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('may be nested as deep as a short one', () => {
    for (const depth of [MAX_DEPTH, MAX_DEPTH + 1, 100_000]) {
      const line = `{"CONTACTID":"c","CREATEDDATE":"2024-01-01","X":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
      const read = parseRecord('contacts', line);
      expect(read.ok).toBe(depth === MAX_DEPTH);
      expect(scanned('contacts', line, 1_000)).toEqual(read);
    }
  });
});
