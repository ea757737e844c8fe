import type { CheckedDocument, CheckedHeader, Operation, CheckedSchema } from './shapes.ts';
import { schemasOf, type SchemaPlace } from './schema-places.ts';

/** What the project asks of a document beyond the linters: a line for each place that says too little. */
export function breaches(document: CheckedDocument): readonly string[] {
  const named = Object.entries(document.components.schemas);
  return [
    ...named
      .filter(([, schema]) => !schema.description)
      .map(([name]) => `${name}: a named schema has no description`),
    ...[...schemasOf(document)].flatMap((place) => breachesOf(place, document)),
    ...operationsOf(document).flatMap(([at, operation]) => operationBreaches(at, operation, document)),
  ];
}

/** What is missing of one schema. */
function breachesOf({ at, schema, use }: SchemaPlace, document: CheckedDocument): readonly string[] {
  const types = [schema.type ?? []].flat();
  const missing: string[] = [];
  if (use === 'property' && !descriptionOf(schema, document)) missing.push('a property has no description');
  if (schema.properties && use !== 'named') missing.push('an object in place is no named schema');
  const closed = schema.enum !== undefined || schema.const !== undefined;
  if (types.includes('string') && !closed && !isBoundText(schema))
    missing.push('a string has neither enum, format, pattern nor maxLength');
  if ((types.includes('integer') || types.includes('number')) && !closed && !isBoundNumber(schema))
    missing.push('a number has no minimum or no maximum');
  return missing.map((what) => `${at}: ${what}`);
}

const isBoundText = ({ format, pattern, maxLength }: CheckedSchema): boolean =>
  format !== undefined || pattern !== undefined || maxLength !== undefined;

const isBoundNumber = ({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: CheckedSchema): boolean =>
  (minimum ?? exclusiveMinimum) !== undefined && (maximum ?? exclusiveMaximum) !== undefined;

/** A property is described by itself or by the schema that it names. */
function descriptionOf(schema: CheckedSchema, document: CheckedDocument): string | undefined {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  return schema.description ?? document.components.schemas[name ?? '']?.description;
}

const operationsOf = (document: CheckedDocument): readonly (readonly [string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );

/** What is missing of an operation: how it is guarded, and the headers of its answers. */
function operationBreaches(at: string, operation: Operation, document: CheckedDocument): readonly string[] {
  const guarded = operation.security.some((scheme) => 'bearer' in scheme);
  const scopes = operation.security.flatMap((scheme) => scheme['oauth2'] ?? []);
  const known = Object.keys(document.components.securitySchemes.oauth2.flows.password.scopes);
  const missing = [
    guarded &&
      !operation.security.some((scheme) => 'oauth2' in scheme) &&
      'it is guarded, but not by the OAuth2 scheme',
    scopes.some((scope) => !known.includes(scope)) && `the OAuth2 scheme has no scope ${scopes.join(', ')}`,
    '303' in operation.responses && !('200' in operation.responses) && 'it redirects and declares no 200',
    ...Object.entries(operation.responses).flatMap(([status, { headers = {} }]) =>
      headerBreaches(status, headers),
    ),
    ...(operation.parameters ?? []).map(
      ({ name, description }) => !description && `the parameter ${name} has no description`,
    ),
  ];
  return missing.filter((what) => what !== false).map((what) => `${at}: ${what}`);
}

/** The headers that answers of a status have without exception. */
const NEEDED: Readonly<Record<string, string>> = {
  401: 'WWW-Authenticate',
  429: 'Retry-After',
  303: 'Location',
};

function headerBreaches(
  status: string,
  headers: Readonly<Record<string, CheckedHeader>>,
): (string | false)[] {
  const needed = ['X-Request-Id', NEEDED[status]].filter((name) => name !== undefined);
  return [
    ...needed.map((name) => !(name in headers) && `its ${status} declares no header ${name}`),
    ...Object.entries(headers).map(
      ([name, header]) =>
        !header.$ref && !header.description && `the header ${name} of its ${status} has no description`,
    ),
  ];
}
