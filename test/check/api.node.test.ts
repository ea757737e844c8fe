import { expect, it } from 'vitest';
import { clientTypesCurrent } from '../../scripts/check/api/client-types.ts';
import { apiDocuments } from '../../scripts/check/api/documents.ts';
import { lintDocument } from '../../scripts/check/api/lint.ts';

it('Spectral finds nothing in the API documents', async () => {
  for (const document of Object.values(await apiDocuments()))
    expect(await lintDocument(document)).toEqual([]);
});

it('Spectral finds what is planted', async () => {
  const { v10 } = await apiDocuments();
  const { tags: _tags, ...untagged } = v10 as Record<string, unknown>;
  expect(await lintDocument(untagged)).not.toEqual([]);
});

it('the types of the command-line client are those of the document', async () => {
  const { v10 } = await apiDocuments();
  expect(await clientTypesCurrent(v10)).toBe(true);
  expect(await clientTypesCurrent({ ...v10, paths: {} })).toBe(false);
});
