import { expect, it } from 'vitest';
import { apiDocuments } from '../../scripts/check/api/documents.ts';
import { breaches } from '../../scripts/check/api/rules.ts';
import type { CheckedDocument, Operation } from '../../scripts/check/api/shapes.ts';

const { v10, v4, v3 } = (await apiDocuments()) as Record<'v10' | 'v4' | 'v3', CheckedDocument>;

it('the documents say all that the rules ask for', () => {
  expect([v10, v4, v3].flatMap(breaches)).toEqual([]);
});

const Part = { type: 'string', description: 'a part', maxLength: 1 };
const planted = (schema: object): CheckedDocument => ({
  ...v3,
  components: { ...v3.components, schemas: { ...v3.components.schemas, Planted: schema } },
});

it.each([
  ['a named schema has no description', { type: 'object', properties: { part: Part } }],
  ['a property has no description', { properties: { part: { ...Part, description: '' } } }],
  ['a property has no description', { properties: { part: { type: 'boolean' } } }],
  ['a string has neither', { properties: { part: { type: 'string', description: 'a part' } } }],
  ['a string has neither', { type: 'array', items: { anyOf: [{ type: ['string', 'null'] }] } }],
  [
    'a number has no minimum',
    { properties: { part: { type: 'integer', description: 'a part', minimum: 0 } } },
  ],
  ['a number has no minimum', { type: 'object', additionalProperties: { type: 'number', maximum: 1 } }],
  ['an object in place', { properties: { part: { description: 'a part', properties: { inner: Part } } } }],
])('of a schema it is found that %s', (words, schema) => {
  const found = breaches(
    planted({ description: 'planted', ...schema, ...(words.includes('named') ? { description: '' } : {}) }),
  );
  expect(found.filter((line) => line.startsWith('Planted') && line.includes(words))).toHaveLength(1);
});

const PATH = '/udm/v3/files/{filename}';
const operation = redirect();
const { 200: _followed, ...unfollowed } = operation.responses;

it.each([
  ['it is guarded, but not by', { security: [{ bearer: [] }] }],
  ['the OAuth2 scheme has no scope', { security: [{ oauth2: ['nothing'] }, { bearer: [] }] }],
  ['it redirects and declares no 200', { responses: unfollowed }],
  ['declares no header X-Request-Id', { responses: { 204: {} } }],
  ['declares no header Retry-After', { responses: { 429: {} } }],
  ['has no description', { responses: { 204: { headers: { 'X-Request-Id': { schema: Part } } } } }],
  ['the parameter part has no description', { parameters: [{ name: 'part', schema: Part }] }],
])('of an operation it is found that %s', (words, change) => {
  const document = { ...v3, paths: { [PATH]: { get: { ...operation, ...change } } } };
  expect(breaches(document).some((line) => line.includes(words))).toBe(true);
});

/** The redirect to a file. */
function redirect(): Operation {
  const declared = v3.paths[PATH]?.['get'];
  if (!declared) throw new Error('v3 has no redirect to a file');
  return declared;
}
