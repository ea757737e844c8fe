import type { OpenAPIHono } from '@hono/zod-openapi';
import manifest from '../../../package.json' with { type: 'json' };
import type { AppEnv } from '../context.ts';
import type { Version } from '../versions.ts';
import { withApiKey } from './api-key.ts';
import { withHeaders } from './headers.ts';
import { withOtherFailures } from './other-failures.ts';
import { withExamples } from './with-examples.ts';
import { operationsOf, type ApiDocument } from './operations.ts';

const TAGS: Readonly<Record<string, string>> = {
  Service: 'The service itself.',
  'Sign-in': 'Access tokens, and sessions of browsers.',
  Certificate: 'The certificate that exports are encrypted for.',
  Data: 'What jobs can be made of, and the labels of a user interface.',
  Jobs: 'What is to be exported, and when.',
  History: 'Runs of jobs.',
  Destinations: 'Buckets that the files of jobs are copied to.',
  Webhooks: 'Addresses that are told what happens.',
  Files: 'Encrypted files, kept 30 days.',
  Selections: 'Rows of lists that are about to be acted on.',
  Import: 'The contact history that exports are made of.',
  Audit: 'What was done, and by whom.',
  Contacts: 'The people behind the history.',
  Access: 'Users, OAuth clients and API keys, and what they may do.',
};

/** The identifier is an SPDX expression (OpenAPI 3.1, 4.8.4); the library's type does not know it. */
const LICENSE = { name: manifest.license, identifier: manifest.license };

const DESCRIPTION = `Exports the history of a contact center as encrypted files.

Every operation needs an access token from \`POST /auth/v3/oauth/token\` but those that say otherwise. Times are UTC, ISO 8601. Errors are
\`{"status":{"code","message","detail"}}\`, with the offending input in \`detail.field\`
and what is wrong, as a word that stays the same, in \`detail.code\`. Every answer carries its request's id as \`X-Request-Id\`.`;

/** The document of a version's router, without servers: they are known when somebody asks. */
export function describe(router: OpenAPIHono<AppEnv>, version: Version): ApiDocument {
  const document = router.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `User Data Management API, ${version.name}`,
      version: `${version.name.slice(1)}.0.0+${manifest.version}`,
      description: version.current ? DESCRIPTION : `Deprecated: use version 10.\n\n${DESCRIPTION}`,
      contact: { name: 'The operator of this service' },
      license: LICENSE,
    },
  });
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []));
  const tags = Object.entries(TAGS)
    .filter(([name]) => used.has(name))
    .map(([name, description]) => ({ name, description }));
  const whole = withHeaders(withOtherFailures({ ...document, tags }), version);
  return withExamples(version.current ? withApiKey(whole) : whole);
}
