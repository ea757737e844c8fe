import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { SCHEMA_OF } from '../../records/schemas/of-kind.ts';
import { issueOf } from '../../model/api/carried-failure.ts';
import { ok } from '../../model/failures.ts';
import { OPERATORS, operatorsOf } from '../../model/filter.ts';
import type { Kind } from '../../model/records.ts';
import { listSeenKeys } from '../../store/seen-keys.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { NAME, nameField, textField } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, V10 } from '../versions.ts';

/** What `entities` names, and the kind of records behind it. */
const ENTITIES = { interaction: 'interactions', contact: 'contacts' } as const satisfies Record<string, Kind>;
type Entity = keyof typeof ENTITIES;
// Object.keys of a literal table: its keys are the names.
const NAMES = Object.keys(ENTITIES) as Entity[];

const Attribute = z
  .object({
    name: nameField(
      'The key in the record, or in its `ALLATTRIBUTES`; of contacts also what an attribute is called.',
    ),
    entity: z.enum(NAMES).openapi({ description: 'Which records have it.' }),
    type: textField({
      ...NAME,
      description: 'A JSON type; of a key that no schema names, the first one seen.',
    }),
    operators: z.array(z.enum(OPERATORS)).readonly().openapi({
      description: 'What `jobParams.filters` may ask of it; of texts gt, gte, lt and lte compare dates.',
    }),
  })
  .openapi('Attribute', {
    description: 'A key of records.',
    example: { name: 'SUBJECT', entity: 'interaction', type: 'string', operators: ['eq', 'contains'] },
  });

const entities = z
  .string()
  .optional()
  .transform((text, context): readonly Entity[] => {
    const words = (text ?? '')
      .split(',')
      .map((word) => word.trim().toLowerCase())
      .filter(Boolean);
    const unknown = words.find((word) => !Object.hasOwn(ENTITIES, word));
    if (unknown === undefined) return words.length > 0 ? NAMES.filter((name) => words.includes(name)) : NAMES;
    context.addIssue(issueOf('not-some-of', { choices: NAMES.join(', ') }));
    return z.NEVER;
  })
  .openapi({
    type: 'string',
    ...NAME,
    description: `${NAMES.join(', ')}, comma-separated; both unless given.`,
    example: 'interaction,contact',
  });

const getAttributes = createRoute({
  ...declared(V10, 'Data'),
  method: 'get',
  path: `${V10.base}/data/attributes`,
  operationId: 'getAttributes',
  summary: 'List the attributes of records',
  description:
    'The fields of the schemas, and up to 1,000 other keys that import has seen in the records, of interactions in `ALLATTRIBUTES`, too; of contacts the names of their attributes.',
  security: bearer,
  middleware: [requires('data.read')],
  request: { query: z.object({ entities }) },
  responses: { 200: json('The attributes.', z.array(Attribute)), ...errors(400, 401, 403) },
});

/** What interactions and contacts can be filtered on. */
export function attributeRoutes({ db }: Pick<Services, 'db'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getAttributes, async (c) => {
    const wanted = c.req.valid('query').entities;
    const kinds = wanted.map((entity) => ENTITIES[entity]);
    const seen = await listSeenKeys(db, c.var.caller.ccid, kinds);
    const attributes = wanted.flatMap((entity) => [
      ...schemaFields(entity),
      ...seen
        .filter(({ kind }) => kind === ENTITIES[entity])
        .map(({ name, type }) => ({ name, entity, type, operators: operatorsOf(type) })),
    ]);
    return ok(c.json(attributes, 200));
  });
  return routes;
}

const schemaFields = (entity: Entity) =>
  Object.entries(SCHEMA_OF[ENTITIES[entity]].schema.properties).map(([name, { type }]) => ({
    name,
    entity,
    type,
    operators: operatorsOf(type),
  }));
