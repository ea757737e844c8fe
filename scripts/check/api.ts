import { parseArgs } from 'node:util';
import { clientTypesCurrent, writeClientTypes } from './api/client-types.ts';
import { apiDocuments } from './api/documents.ts';
import { lintDocument } from './api/lint.ts';
import { breaches } from './api/rules.ts';
import type { CheckedDocument } from './api/shapes.ts';

// Holds the API documents against the rules of swagger-parser, Redocly and Spectral and the project's own (src/http/README.md, "How an
// operation is declared"), and the client's types against the document; --write renews the types.
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const documents = await apiDocuments();
let wrong = 0;
for (const [version, document] of Object.entries(documents)) {
  const linted = await lintDocument(document);
  // What the linters let pass is an OpenAPI document.
  const findings = linted.length > 0 ? linted : breaches(document as CheckedDocument);
  for (const finding of findings) console.error(`${version}: ${finding}`);
  wrong += findings.length;
}
if (values.write) await writeClientTypes(documents.v10);
else if (!(await clientTypesCurrent(documents.v10))) {
  console.error('src/client/api.d.ts is not current; run: node scripts/check/api.ts --write');
  wrong += 1;
}
if (wrong > 0) process.exitCode = 1;
else console.log('3 API documents without findings; the client types are current');
