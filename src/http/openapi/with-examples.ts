import { fail } from '../../model/failures.ts';
import { errorBody } from '../errors.ts';
import { mapOperations, type ApiDocument } from './operations.ts';
import type { Schema } from './schema.ts';

/** A part of a document; the parts that this service makes are written out, but for schemas. */
type Part = Readonly<Record<string, unknown>>;
interface Operation {
  readonly parameters?: readonly Part[];
  readonly requestBody?: Part;
  readonly responses?: Readonly<Record<string, Part>>;
}
type Schemas = Readonly<Record<string, Schema>>;

/**
 * The document with an example at each parameter, body and answer. They are put together from those of the schemas, so that
 * a schema is the one place where its example stands; an answer that declares its own keeps it.
 */
export function withExamples(document: ApiDocument): ApiDocument {
  const schemas = (document.components?.schemas ?? {}) as Schemas; // OpenAPI 3.1 schemas are JSON Schemas
  // The routes of this service declare everything in place: nothing but schemas is a reference.
  return mapOperations(document, (operation) => exemplified(operation as object, schemas));
}

function exemplified(operation: Operation, schemas: Schemas): Operation {
  const { parameters = [], requestBody, responses = {} } = operation;
  const answers = Object.entries(responses).map(([status, response]) => {
    const refusal = status === '400' ? refusalOf(parameters) : undefined;
    return [status, withContent(response, schemas, refusal)];
  });
  return {
    ...operation,
    ...(parameters.length > 0 ? { parameters: parameters.map((one) => ofParameter(one, schemas)) } : {}),
    ...(requestBody ? { requestBody: withContent(requestBody, schemas) } : {}),
    responses: Object.fromEntries(answers),
  };
}

function ofParameter(parameter: Part, schemas: Schemas): Part {
  const { example: _, ...schema } = parameter['schema'] as Schema; // every parameter of this service has one
  return { ...parameter, schema, example: exampleOf(parameter['schema'] as Schema, schemas) };
}

/** A body or an answer; `refusal` is the example of an error that declares none. */
function withContent(part: Part, schemas: Schemas, refusal?: object): Part {
  const content = part['content'] as Readonly<Record<string, Part>> | undefined;
  if (!content) return part;
  const entries = Object.entries(content).map(([type, media]) => {
    const schema = media['schema'] as Schema; // every media type of this service has one
    const own = schema.$ref?.endsWith('/Error') ? refusal : undefined;
    return [type, { ...media, example: media['example'] ?? own ?? exampleOf(schema, schemas) }];
  });
  return { ...part, content: Object.fromEntries(entries) };
}

/** The refusal of a request, at the parameter that it is likeliest for. */
function refusalOf(parameters: readonly Part[]): object {
  const asked = parameters.filter((parameter) => parameter['in'] !== 'header');
  const blamed = asked.find((parameter) => parameter['required'] === true) ?? asked[0];
  const field = blamed ? String(blamed['name']) : 'title';
  return errorBody(fail('not-taken', field).failure);
}

/** The example of a schema: its own, or one put together from those of its parts; undefined where a part that is required has none. */
function exampleOf(schema: Schema, schemas: Schemas): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined)
    return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(choice, schemas);
  if (schema.items) {
    const item = exampleOf(schema.items, schemas);
    return item === undefined ? undefined : [item];
  }
  return schema.properties ? objectExample(schema, schemas) : undefined;
}

function objectExample({ properties = {}, required = [] }: Schema, schemas: Schemas): object | undefined {
  const made = Object.entries(properties)
    .map(([name, property]) => [name, exampleOf(property, schemas)] as const)
    .filter(([, value]) => value !== undefined);
  const example = Object.fromEntries(made);
  return required.every((name) => Object.hasOwn(example, name)) ? example : undefined;
}
