import { expect, it } from 'vitest';
import { clientTypesCurrent } from '../../scripts/check/api/client-types.ts';
import { apiDocuments } from '../../scripts/check/api/documents.ts';
import { lintDocument } from '../../scripts/check/api/lint.ts';

const documents = await apiDocuments();

it.each(Object.keys(documents) as (keyof typeof documents)[])(
  'swagger-parser, Redocly and Spectral find nothing in the document of %s, not even a warning',
  async (version) => {
    expect(await lintDocument(documents[version])).toEqual([]);
  },
);

it.each([
  ['swagger-parser', { info: { title: 'a document', version: '1', license: { name: 'MIT' } } }],
  ['Redocly: security-defined', { security: [{ nobody: [] }] }],
  ['Redocly: no-unused-components', { components: { schemas: { Unused: { type: 'string' } } } }],
  ['Spectral: oas3-api-servers', { servers: [] }],
])('%s finds what is planted', async (finder, planted) => {
  const findings = await lintDocument({ ...documents.v3, ...planted });
  expect(findings.filter((finding) => finding.startsWith(finder))).not.toEqual([]);
});

it('the types of the command-line client are those of the document', async () => {
  const { v10 } = documents;
  expect(await clientTypesCurrent(v10)).toBe(true);
  expect(await clientTypesCurrent({ ...v10, paths: {} })).toBe(false);
});
