import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'oxfmt';

/** Where the types of the command-line client's requests and answers are kept. */
const FILE = fileURLToPath(new URL('../../../src/client/api.d.ts', import.meta.url));
const HEAD =
  '// Generated from the API document by `node scripts/check/api.ts --write`; a check holds it current.\n';

/** The types of a document's operations, as TypeScript in the project's own format. */
async function typesOf(document: object): Promise<string> {
  // A copy: the generator changes what it is given. It takes any OpenAPI 3 document; examples would become comments.
  const copy = JSON.stringify(document, (key, value: unknown) => (key === 'example' ? undefined : value));
  const text = HEAD + astToString(await openapiTS(JSON.parse(copy)));
  const { code } = await format(FILE, text, { printWidth: 110, singleQuote: true });
  return code;
}

/** Writes the client's types anew. */
export const writeClientTypes = async (document: object): Promise<void> =>
  writeFile(FILE, await typesOf(document));

/** Whether the client's types are those of the document. */
export const clientTypesCurrent = async (document: object): Promise<boolean> =>
  (await readFile(FILE, 'utf8').catch(() => '')) === (await typesOf(document));
