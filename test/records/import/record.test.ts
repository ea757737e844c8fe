import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/labels/failures/words.ts';
import { FAILURES } from '../../../src/model/failure-codes.ts';
import { parseRecord } from '../../../src/records/import/record.ts';
import type { Kind } from '../../../src/model/records.ts';
import { attributeOf, contact, documentOf, interaction } from '../records.ts';

const NOON = '2024-02-29T12:00:00Z';
const value = (kind: Kind, line: string) => {
  const parsed = parseRecord(kind, line);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
};
const failure = (kind: Kind, line: string) => {
  const parsed = parseRecord(kind, line);
  return parsed.ok ? null : parsed.failure;
};

describe('parseRecord', () => {
  it('reads where a record stands', () => {
    const date = Date.UTC(2024, 1, 29, 12);
    expect(
      value('interactions', interaction('i', NOON, { ENTITYTYPEID: 7, MEDIATYPEID: 'WebForm' })),
    ).toEqual({
      id: 'i',
      owner: '',
      place: { entity: 7, media: 'webform', date },
      contact: null,
    });
    expect(value('interactions', interaction('i', NOON, { CONTACTID: 'c' })).contact).toBe('c');
    expect(value('contacts', contact('c', '2024-02-29 12:00:00.5')).place).toEqual({
      entity: 100,
      media: '',
      date: date + 500,
    });
    expect(value('documents', documentOf('d', 'i'))).toEqual({
      id: 'd',
      owner: 'i',
      place: null,
      contact: null,
    });
    expect(value('contact-attributes', attributeOf('a', 'c'))).toEqual({
      id: 'a',
      owner: 'c',
      place: null,
      contact: null,
    });
  });

  it('keeps unknown keys out of the way, told apart by case', () => {
    const odd = interaction('i', NOON, { subject: 5, ixnid: null, __proto__x: 1, toString: 2 });
    expect(value('interactions', odd).id).toBe('i');
    expect(value('interactions', interaction('i', NOON).replace('{', '{"__proto__":7,')).id).toBe('i');
    expect(value('interactions', interaction('i', NOON, { X: 0 }).replace('"X":0', '"X":1e400')).id).toBe(
      'i',
    );
  });

  it('takes integers as JSON Schema does', () => {
    const status = (text: string) =>
      failure(
        'interactions',
        interaction('i', NOON, { STATUS: 0 }).replace('"STATUS":0', `"STATUS":${text}`),
      );
    expect(status('1.0')).toBeNull();
    expect(status('1e2')).toBeNull();
    for (const text of ['1.5', '1e400', '"1"', 'null', 'true']) expect(status(text)?.field).toBe('STATUS');
  });

  it.each<[string, Kind, string, string]>([
    ['no JSON', 'contacts', '{"CONTACTID":', ''],
    ['an array', 'contacts', '[]', ''],
    ['null', 'contacts', 'null', ''],
    ['no id', 'interactions', '{}', 'IXNID'],
    ['an empty id', 'interactions', interaction('', NOON), 'IXNID'],
    ['an id too long', 'contacts', contact('x'.repeat(256), NOON), 'CONTACTID'],
    ['an id with U+0000', 'contacts', contact('a\u0000b', NOON), 'CONTACTID'],
    ['an id with half a pair', 'documents', documentOf('a\ud800', 'i'), 'ID'],
    [
      'a key in the wrong case',
      'contacts',
      JSON.stringify({ ContactId: 'c', CREATEDDATE: NOON }),
      'CONTACTID',
    ],
    ['no date', 'contacts', '{"CONTACTID":"c"}', 'CREATEDDATE'],
    ['a date that no calendar has', 'interactions', interaction('i', '2023-02-29T00:00:00Z'), 'STARTDATE'],
    ['a date in words', 'interactions', interaction('i', 'yesterday'), 'STARTDATE'],
    ['no media', 'interactions', interaction('i', NOON, { MEDIATYPEID: undefined }), 'MEDIATYPEID'],
    ['an empty media', 'interactions', interaction('i', NOON, { MEDIATYPEID: '' }), 'MEDIATYPEID'],
    ['no entity type', 'interactions', interaction('i', NOON, { ENTITYTYPEID: undefined }), 'ENTITYTYPEID'],
    ['entity type 4', 'interactions', interaction('i', NOON, { ENTITYTYPEID: 4 }), 'ENTITYTYPEID'],
    ['entity type 8', 'interactions', interaction('i', NOON, { ENTITYTYPEID: 8 }), 'ENTITYTYPEID'],
    ['no owner of a document', 'documents', '{"ID":"d"}', 'ENTITYID'],
    ['no owner of an attribute', 'contact-attributes', '{"ID":"a"}', 'CONTACTID'],
    ['DOCUMENTID for ID', 'documents', '{"DOCUMENTID":"d","ENTITYID":"i"}', 'ID'],
    ['a wrong type', 'interactions', interaction('i', NOON, { SUBJECT: 5 }), 'SUBJECT'],
    [
      'a text for ALLATTRIBUTES',
      'interactions',
      interaction('i', NOON, { ALLATTRIBUTES: '{}' }),
      'ALLATTRIBUTES',
    ],
  ])('refuses %s and names the key', (_, kind, line, field) => {
    const refused = failure(kind, line);
    expect(refused).toMatchObject({ field });
    expect(refused && FAILURES[refused.code].kind).toBe('invalid');
    const words = refused ? failureText(refused) : '';
    expect(words).toContain(field);
    expect(words.length).toBeLessThan(120);
  });
});
