import { expect } from 'vitest';
import { z } from 'zod';
import type { App } from '../harness.ts';

type Json = Readonly<Record<string, unknown>>;

/** An API document as the service answers it, as much of it as the tests look at. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Declared>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly headers: Readonly<Record<string, Header>>;
  };
}
export interface Declared {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Json }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly headers?: Readonly<Record<string, Header>>;
        readonly content?: Readonly<Record<string, { schema: Json }>>;
      }
    >
  >;
}
interface Header {
  readonly $ref?: string;
  readonly required?: boolean;
  readonly schema: Json;
}

export async function documentOf(app: App, version: string): Promise<Document> {
  const response = await app.request(`/udm/${version}/openapi.json`);
  expect(response.status).toBe(200);
  return response.json<Document>();
}

/** Holds an answer against what the document declares of the operation: its status, its type, its body, nothing more. */
export async function expectDeclared(
  document: Document,
  operation: Declared,
  response: Response,
): Promise<unknown> {
  const declared = operation.responses[response.status];
  expect(declared, `${operation.operationId} declares ${response.status}`).toBeDefined();
  expectHeaders(document, operation, response);
  const text = await response.text();
  const [type] = Object.keys(declared?.content ?? {});
  if (!type) {
    expect(text).toBe('');
    return null;
  }
  expect(response.headers.get('Content-Type')).toMatch(type);
  const value: unknown = JSON.parse(text);
  const result = checker(document, declared?.content?.[type]?.schema ?? {}).safeParse(value);
  expect(
    result.error?.issues ?? [],
    `${operation.operationId} ${response.status}: ${text.slice(0, 300)}`,
  ).toEqual([]);
  return value;
}

/** What a document never declares: OpenAPI 3.1 (4.8.17) has the type by the content, and the length is the server's. */
const UNDECLARED = ['content-type', 'content-length'];

/** Holds the headers of an answer against those that are declared: no other, each as its schema says, none missing that is required. */
function expectHeaders(document: Document, operation: Declared, response: Response): void {
  const at = `${operation.operationId} ${response.status}`;
  const declared = Object.entries(operation.responses[response.status]?.headers ?? {});
  const names = declared.map(([name]) => name.toLowerCase());
  const others = [...response.headers.keys()].filter((name) => !UNDECLARED.includes(name));
  expect(
    others.filter((name) => !names.includes(name)),
    at,
  ).toEqual([]);
  for (const [name, inPlace] of declared) {
    const header = inPlace.$ref ? document.components.headers[inPlace.$ref.split('/').at(-1) ?? ''] : inPlace;
    const value = response.headers.get(name);
    if (value === null) expect(header?.required ?? false, `${at} ${name}`).toBe(false);
    else
      expect(
        checker(document, header?.schema ?? {}).safeParse(value).error?.issues ?? [],
        `${at} ${name}`,
      ).toEqual([]);
  }
}

const checkers = new WeakMap<Json, z.ZodType>();

function checker(document: Document, schema: Json): z.ZodType {
  const known = checkers.get(schema);
  if (known) return known;
  const whole = { ...(strict(schema) as Json), $defs: strict(document.components.schemas) };
  const made = z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]);
  checkers.set(schema, made);
  return made;
}

/** The schema with its references inside itself, and without room for properties that it does not name. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { example: _example, ...rest } = schema as Json;
  const entries = Object.entries(rest).map(([key, value]) =>
    key === '$ref' ? [key, String(value).replace('#/components/schemas/', '#/$defs/')] : [key, strict(value)],
  );
  const closed =
    'properties' in rest && !('additionalProperties' in rest) ? { additionalProperties: false } : {};
  return { ...(Object.fromEntries(entries) as Json), ...closed };
}
