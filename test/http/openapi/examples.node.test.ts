import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { apiDocuments } from '../../../scripts/check/api/documents.ts';

type Json = Readonly<Record<string, unknown>>;
interface Media {
  readonly schema: Json;
  readonly example?: unknown;
}
type Content = Readonly<Record<string, Media>>;
interface Operation {
  readonly security?: readonly Json[];
  readonly parameters?: readonly (Media & {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
  })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content; readonly headers?: Json }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** Everything of a document that can have an example, by name. */
function* exemplifiable(document: Document): Generator<[string, Media]> {
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      const at = `${method} ${path}`;
      for (const parameter of operation.parameters ?? [])
        yield [`${at} ${parameter.in} ${parameter.name}`, parameter];
      for (const media of Object.values(operation.requestBody?.content ?? {})) yield [`${at} body`, media];
      for (const [status, response] of Object.entries(operation.responses))
        for (const media of Object.values(response.content ?? {})) yield [`${at} ${status}`, media];
    }
}

/** A schema that takes nothing but the properties that it names, with its references in the document below. */
const strict = (schema: Json): Json =>
  JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"urn:test:document#/components/'),
    (_, part) =>
      part?.type === 'object' && part.properties && !('additionalProperties' in part)
        ? { ...part, additionalProperties: false }
        : part,
  );

/** What is wrong with the examples of a document, or with some of them. */
function findings(document: Document, some = [...exemplifiable(document)]): string[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ ...strict({ components: document.components }), $id: 'urn:test:document' });
  return some.flatMap(([name, { schema, example }]) => {
    if (example === undefined) return [`${name}: no example`];
    const validate = ajv.compile(strict(schema));
    return validate(example) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}`];
  });
}

const documents = (await apiDocuments()) as Readonly<Record<'v10' | 'v4' | 'v3', Document>>;

describe.each([
  ['v10', 200],
  ['v4', 90],
  ['v3', 60],
] as const)('the document of %s', (version, least) => {
  const document = documents[version];

  it('has a valid example at every parameter, body and answer', () => {
    expect([...exemplifiable(document)].length).toBeGreaterThan(least);
    expect(findings(document)).toEqual([]);
  });

  it('describes every parameter, and has a 401 and a 403 wherever a token is needed', () => {
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item)) {
        for (const { name, description } of operation.parameters ?? [])
          expect(description?.length ?? 0, `${method} ${path} ${name}`).toBeGreaterThan(5);
        const guarded = operation.security?.some((scheme) => 'bearer' in scheme) ?? false;
        const refusals = ['401', '403'].filter((status) => status in operation.responses);
        if (guarded) expect(refusals, `${method} ${path}`).toEqual(['401', '403']);
        const key = operation.parameters?.find(({ name }) => name === 'x-api-key');
        expect(key !== undefined, `${method} ${path}`).toBe(guarded && version === 'v10');
      }
  });

  it('would be found wrong without one of its examples, or with another', () => {
    const count = [...exemplifiable(document)].length;
    for (const example of [undefined, Number.NaN, { nonsense: true }])
      // A few of them, spread over the document: each is held against the whole of it.
      for (let at = 0; at < count; at += Math.ceil(count / 5)) {
        const broken = structuredClone(document);
        // The others are as they were, and compiling their schemas again takes minutes.
        const some = [...exemplifiable(broken)].slice(at, at + 1);
        const [, media] = some[0] ?? ['', { schema: {} }];
        Object.assign(media, { example });
        expect(findings(broken, some).length > 0 || Object.keys(media.schema).length === 0).toBe(true);
      }
  });
});
