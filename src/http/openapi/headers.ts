import type { Version } from '../versions.ts';
import { NAME } from './fields.ts';
import { operationsOf, type ApiDocument } from './operations.ts';

const header = (description: string, required: boolean, schema: object) => ({
  description,
  required,
  schema: { type: 'string' as const, ...schema },
});

/** Headers of answers that no route declares for itself: what stands around the routes sets them. */
const HEADERS = {
  'X-Request-Id': header('The id under which the operator finds the request.', true, {
    maxLength: 36,
    example: '0f0e7a9c-0c3e-4a53-9a2b-5a3f3b1d7c11',
  }),
  'Cache-Control': header('What an answer says is for whoever asked.', true, {
    ...NAME,
    example: 'no-store',
  }),
  'X-Content-Type-Options': header('The content is what its type says.', true, { enum: ['nosniff'] }),
  Deprecation: header('Since when this version is deprecated (RFC 9745).', true, {
    pattern: '^@[0-9]{1,16}$',
    example: '@1767225600',
  }),
  Link: header('The path of the current version that follows this one (RFC 8288).', true, {
    maxLength: 16_384,
    example: '</udm/v10/version>; rel="successor-version"',
  }),
  'WWW-Authenticate': header('The scheme to use (RFC 9110, section 11.6.1).', true, {
    ...NAME,
    example: 'Bearer realm="udm"',
  }),
  'Retry-After': header('Seconds to wait.', false, { pattern: '^[0-9]{1,9}$', example: '3' }),
  Allow: header('With 405: the methods that the path has.', false, {
    ...NAME,
    example: 'GET, HEAD, OPTIONS',
  }),
};
type Name = keyof typeof HEADERS;

const ALWAYS: readonly Name[] = ['X-Request-Id', 'Cache-Control', 'X-Content-Type-Options'];
const OLDER: readonly Name[] = ['Deprecation', 'Link'];
const BY_STATUS: Readonly<Record<string, readonly Name[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
  '4XX': ['Allow', 'Retry-After'],
  '5XX': ['Retry-After'],
};

/** The document with the headers of every answer beside those that its route declares. */
export function withHeaders(document: ApiDocument, version: Version): ApiDocument {
  const used = new Set<Name>();
  const paths: NonNullable<ApiDocument['paths']> = {};
  for (const { path, method, operation } of operationsOf(document)) {
    const older = !version.current && path.startsWith(`${version.base}/`) ? OLDER : [];
    const responses = Object.entries(operation.responses ?? {}).map(([status, response]) => {
      const names = [...ALWAYS, ...older, ...(BY_STATUS[status] ?? [])];
      for (const name of names) used.add(name);
      const shared = names.map((name) => [name, { $ref: `#/components/headers/${name}` }]);
      // The routes of this service declare their answers in place.
      const own = (response as { headers?: object }).headers;
      return [status, { ...response, headers: { ...Object.fromEntries(shared), ...own } }];
    });
    paths[path] = {
      ...paths[path],
      [method]: { ...operation, responses: Object.fromEntries(responses) },
    };
  }
  const headers = Object.fromEntries([...used].map((name) => [name, HEADERS[name]]));
  return { ...document, paths, components: { ...document.components, headers } };
}
