import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok, type Result } from '../../model/failures.ts';
import { fold } from '../../model/fold.ts';
import { SOURCES } from '../../model/export-type.ts';
import { STATUS_LABELS } from '../../model/status.ts';
import { DATA_TYPES, JOB_TYPES, MEDIA_TYPES, type DataType } from '../../model/records.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { NAME, nameField } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';

const KeyValueItem = z
  .object({ label: nameField('As it is shown.'), value: nameField('As it is sent.') })
  .openapi('KeyValueItem', {
    description: 'A value and its label.',
    example: { label: 'In Progress', value: 'IN_PROGRESS' },
  });
const DataTypeItem = z
  .object({
    name: z.enum(JOB_TYPES).openapi({ description: 'As `jobParams.type` names it.' }),
    source: z.literal('UCS').openapi({ description: 'Where it comes from.' }),
  })
  .openapi('DataType', { description: 'A type of data.', example: { name: 'Interaction', source: 'UCS' } });
const SubType = z
  .object({
    name: nameField('As `jobParams.media` names it.'),
    displayName: nameField('As it is shown.'),
    source: z.literal('UCS').openapi({ description: 'Where it comes from.' }),
    dataType: z.enum(DATA_TYPES).openapi({ description: 'The type that has it.' }),
    enabled: z.boolean().openapi({ description: 'Whether it can be exported.' }),
  })
  .openapi('SubType', {
    description: 'A media type.',
    example: {
      name: 'email',
      displayName: 'E-mail',
      source: 'UCS',
      dataType: 'Interaction',
      enabled: true,
    },
  });

const sourceFilter = z
  .string()
  .optional()
  .openapi({ ...NAME, description: 'Of this source alone, by name or label.', example: 'UCS' });
const common = (version: Version) => ({
  ...declared(version, 'Data'),
  method: 'get' as const,
  security: bearer,
  middleware: [requires('data.read')],
});

/** The current version refuses parameters that there are not. */
const refusals = (version: Version) => ({ ...(version.current ? errors(400) : {}), ...errors(401, 403) });

const getStatuses = (version: Version) =>
  createRoute({
    ...common(version),
    path: `${version.base}/data/job-statuses`,
    operationId: 'getJobStatuses',
    summary: 'List the statuses of jobs',
    description: 'Every status that a job or history item can have, with the label that is shown for it.',
    responses: { 200: json('The statuses.', z.array(KeyValueItem)), ...refusals(version) },
  });
const getSources = (version: Version) =>
  createRoute({
    ...common(version),
    path: `${version.base}/data/sources`,
    operationId: 'getSources',
    summary: 'List the sources of data',
    description: 'What jobs can export from.',
    responses: { 200: json('The sources.', z.array(KeyValueItem)), ...refusals(version) },
  });
const getTypes = (version: Version) =>
  createRoute({
    ...common(version),
    path: `${version.base}/data/types`,
    operationId: 'getDataTypes',
    summary: 'List the types of data',
    description: 'What `jobParams.type` of a job can be.',
    request: { query: z.object({ source: sourceFilter }) },
    responses: { 200: json('The types.', z.array(DataTypeItem)), ...errors(400, 401, 403) },
  });
const getSubTypes = (version: Version) =>
  createRoute({
    ...common(version),
    path: `${version.base}/data/sub-types`,
    operationId: 'getSubTypes',
    summary: 'List the media types',
    description: 'What `jobParams.media` can name: the platform’s media and those of the records on file.',
    request: {
      query: z.object({
        source: sourceFilter,
        dataType: z
          .string()
          .optional()
          .openapi({
            ...NAME,
            description: `Of this type alone: ${DATA_TYPES.join(', ')}.`,
            example: 'Interaction',
          }),
      }),
    },
    responses: {
      200: json('The media types.', z.array(SubType)),
      204: { description: 'The type has none.' },
      ...errors(400, 401, 403),
    },
  });

/** What jobs can be made of: fixed lists, and the media of the contact center's own records. */
export function dataRoutes(
  { mediaTypes }: Pick<Services, 'mediaTypes'>,
  version: Version,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getStatuses(version), async (c) => ok(c.json(labelled(STATUS_LABELS), 200)));
  operation(routes, getSources(version), async (c) => ok(c.json(labelled(SOURCES), 200)));
  operation(routes, getTypes(version), async (c) => {
    const source = checkSource(c.req.valid('query').source);
    if (!source.ok) return source;
    return ok(
      c.json(
        (version.current ? JOB_TYPES : DATA_TYPES).map((name) => ({ name, source: 'UCS' as const })),
        200,
      ),
    );
  });
  operation(routes, getSubTypes(version), async (c) => {
    const query = c.req.valid('query');
    const source = checkSource(query.source);
    if (!source.ok) return source;
    const type = checkType(query.dataType);
    if (!type.ok) return type;
    // Contacts have no media.
    if (type.value === 'Contact') return ok(c.body(null, 204));
    return ok(c.json(subTypes(await mediaTypes(c.var.caller.ccid)), 200));
  });
  return routes;
}

const labelled = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ label, value }));

/** The platform's media, then the contact center's own. */
function subTypes(own: readonly string[]): z.infer<typeof SubType>[] {
  const others = own.filter((name) => !Object.hasOwn(MEDIA_TYPES, name)).map((name) => [name, name] as const);
  return [...Object.entries(MEDIA_TYPES), ...others].map(([name, displayName]) => ({
    name,
    displayName,
    source: 'UCS',
    dataType: 'Interaction',
    enabled: true,
  }));
}

function checkSource(text: string | undefined): Result<null> {
  const known = Object.entries(SOURCES).flat().map(fold);
  if (!text || known.includes(fold(text))) return ok(null);
  return fail('unknown-source', 'source');
}

function checkType(text: string | undefined): Result<DataType | null> {
  if (!text) return ok(null);
  const type = DATA_TYPES.find((name) => fold(name) === fold(text));
  return type ? ok(type) : fail('not-one-of', 'dataType', { choices: DATA_TYPES.join(', ') });
}
