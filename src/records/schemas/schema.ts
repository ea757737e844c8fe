/** The types that the guide's export schemas give to properties. */
export type PropertyType = 'string' | 'integer' | 'object';

/** A draft-07 JSON Schema in the one shape that this service ships: an object, its properties' types, what it requires. */
export interface RecordSchema {
  readonly $schema: 'http://json-schema.org/draft-07/schema#';
  readonly $id: string;
  readonly type: 'object';
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type: PropertyType }>>;
}

/** Property names of one schema, by type, each list as words parted by white space. */
interface Names {
  readonly required: readonly string[];
  readonly string: string;
  readonly integer: string;
  readonly object?: string;
}

/**
 * The schema `urn:udm:schema:<name>`: strings first, then integers, then objects. Unknown keys are allowed, because
 * records keep theirs. Valid in ajv's strict mode.
 */
export function recordSchema(name: string, names: Names): RecordSchema {
  const typed = (type: PropertyType) =>
    (names[type] ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((property) => [property, { type }] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:udm:schema:${name}`,
    type: 'object',
    required: names.required,
    properties: Object.fromEntries([...typed('string'), ...typed('integer'), ...typed('object')]),
  };
}
