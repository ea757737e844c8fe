import type { CheckedDocument, CheckedSchema } from './shapes.ts';

/** A schema of a document, where it stands, and what it is there. */
export interface SchemaPlace {
  readonly at: string;
  readonly schema: CheckedSchema;
  readonly use: 'named' | 'property' | 'other';
}

/** Every schema of a document, those inside others too. What is named is looked at once, where it stands. */
export function* schemasOf(document: CheckedDocument): Generator<SchemaPlace> {
  for (const [name, schema] of Object.entries(document.components.schemas))
    yield* within({ at: name, schema, use: 'named' });
  for (const [name, { schema }] of Object.entries(document.components.headers))
    if (schema) yield* within({ at: `header ${name}`, schema, use: 'other' });
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item))
      for (const [part, schema] of ofOperation(operation))
        yield* within({ at: `${method} ${path} ${part}`, schema, use: 'other' });
}

function* ofOperation(
  operation: CheckedDocument['paths'][string][string],
): Generator<[string, CheckedSchema]> {
  for (const { name, schema } of operation.parameters ?? []) yield [name, schema];
  for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) yield [type, schema];
  for (const [status, { headers = {}, content = {} }] of Object.entries(operation.responses)) {
    for (const [name, { schema }] of Object.entries(headers)) if (schema) yield [`${status} ${name}`, schema];
    for (const { schema } of Object.values(content)) yield [status, schema];
  }
}

function* within(place: SchemaPlace): Generator<SchemaPlace> {
  yield place;
  const { at, schema } = place;
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    yield* within({ at: `${at}.${name}`, schema: property, use: 'property' });
  const more = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  // What a schema adds to another one belongs to it.
  for (const part of schema.allOf ?? [])
    yield* within({ at, schema: part, use: place.use === 'named' ? 'named' : 'other' });
  const others = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...more];
  for (const part of [...others, ...(schema.items ? [schema.items] : [])])
    yield* within({ at, schema: part, use: 'other' });
}
