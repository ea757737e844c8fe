import { fc } from '../../support/property.ts';
import { expect, it } from 'vitest';
import { makeApp } from '../harness.ts';
import { carryOut, historyItem, submit } from '../../support/center.ts';
import { documentOf, expectDeclared, type Declared, type Document } from '../openapi/documents.ts';
import { makeCenter } from './real-center.ts';
import type { Things } from './seed.ts';
import { inLength } from '../../support/mode.ts';

/** Requests. */
const REQUESTS = inLength(2_000, 20_000);

const { app } = makeApp();

interface Operation {
  readonly document: Document;
  readonly path: string;
  readonly method: string;
  readonly declared: Declared;
}
interface Fuzzed {
  readonly operation: Operation;
  readonly path: string;
  readonly init: RequestInit;
}

const NASTY = [
  '',
  ' ',
  '%',
  '%00',
  '\0',
  "'",
  '"',
  '--',
  '../..',
  'ß',
  'İ',
  'ı',
  '😀',
  '\ud800',
  '1e9',
  '-1',
  '0',
  '9007199254740992',
  '[]',
  '{}',
  'null',
  '__proto__',
  'constructor',
  'x'.repeat(1_000),
  'a,b,,c',
  'true',
  'eyJ',
];

/** Values of a parameter: what is on file, what is nasty, numbers, words, any text. */
const textOf = (things: Things): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...Object.values(things)),
    fc.constantFrom(...NASTY),
    fc.integer({ min: -5, max: 100 }).map(String),
    fc.constantFrom(
      'id',
      'createdDate',
      'title',
      'name',
      'asc',
      'UCS',
      'Interaction',
      'contact',
      'Finished',
      '2026-11-20',
      'true',
      'false',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

/** A body for a schema: as declared, declared in part, with values of other types, or no JSON at all. */
function bodyOf(
  document: Document,
  schema: Readonly<Record<string, unknown>>,
  depth = 0,
): fc.Arbitrary<unknown> {
  const ref = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  if (ref) return bodyOf(document, document.components.schemas[ref] ?? {}, depth);
  const wrong = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...NASTY));
  const properties = schema['properties'] as Record<string, Record<string, unknown>> | undefined;
  if (properties && depth < 5) {
    const parts = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, bodyOf(document, part, depth + 1)]),
    );
    return fc.oneof(
      { weight: 8, arbitrary: fc.record(parts) },
      { weight: 2, arbitrary: fc.record(parts, { requiredKeys: [] }) },
      { weight: 1, arbitrary: wrong },
    );
  }
  const fitting: Record<string, fc.Arbitrary<unknown>> = {
    boolean: fc.boolean(),
    array: fc.array(fc.constantFrom('email', 'chat', 'all', 'ß'), { maxLength: 4 }),
    string: fc.constantFrom(
      'UCS',
      'DataSync',
      'Interaction',
      'Contact',
      '2026-11-20',
      'once',
      'true',
      'false',
      '0 * * * *',
      'P1D',
      '1 MB',
    ),
  };
  return fc.oneof(
    { weight: 9, arbitrary: fitting[String(schema['type'])] ?? wrong },
    { weight: 1, arbitrary: wrong },
  );
}

function requests(operation: Operation, things: Things): fc.Arbitrary<Fuzzed> {
  const parameters = operation.declared.parameters ?? [];
  const text = textOf(things);
  const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const inQuery = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const query = fc.array(
    fc.tuple(inQuery.length > 0 ? fc.constantFrom(...inQuery) : fc.constant('other'), text),
    { maxLength: 5 },
  );
  const [type, content] = Object.entries(operation.declared.requestBody?.content ?? {})[0] ?? [];
  const body = content
    ? fc.oneof(
        bodyOf(operation.document, content.schema).map((value) => JSON.stringify(value) ?? ''),
        fc.string({ unit: 'binary' }),
      )
    : fc.constant(null);
  const mediaType = fc.constantFrom(
    type ?? 'application/json',
    type ?? 'text/plain',
    'application/json; charset=x',
    'multipart/form-data; boundary=b',
    '',
  );
  return fc
    .tuple(fc.array(text, { minLength: inPath.length, maxLength: inPath.length }), query, body, mediaType)
    .map(([values, pairs, sent, contentType]) => {
      const path = inPath.reduce(
        (whole, name, at) =>
          whole.replace(`{${name}}`, encodeURIComponent((values[at] ?? '').toWellFormed())),
        operation.path,
      );
      const search = new URLSearchParams(
        pairs.map(([name, value]) => [name, value.toWellFormed()]),
      ).toString();
      const init: RequestInit = { method: operation.method.toUpperCase() };
      if (sent !== null) Object.assign(init, { body: sent, headers: { 'Content-Type': contentType } });
      return { operation, path: `${path}${search ? `?${search}` : ''}`, init };
    });
}

/** The one 500 that the reference prescribes: what a bulk deletion of an older version left. */
async function expectPartial({ operation, init }: Fuzzed, response: Response): Promise<void> {
  const { Remaining } = operation.document.components.schemas;
  expect([init.method, Remaining !== undefined]).toEqual(['DELETE', true]);
  expect(Array.isArray(await response.clone().json())).toBe(true);
}

it(
  `${REQUESTS} requests made from the API documents are answered as declared, never with a defect`,
  { timeout: 600_000 },
  async () => {
    const { ccid, things, call } = await makeCenter();
    const operations: Operation[] = [];
    for (const version of ['v10', 'v4', 'v3']) {
      const document = await documentOf(app, version);
      for (const [path, item] of Object.entries(document.paths))
        for (const [method, declared] of Object.entries(item))
          operations.push({ document, path, method, declared });
    }
    const statuses = new Map<number, number>();
    const answered = async ({ operation, path, init }: Fuzzed): Promise<void> => {
      const response = await call(path, init);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status >= 500) await expectPartial({ operation, path, init }, response);
      // A parameter of dots or of nothing leads to another path, which may be none.
      const elsewhere =
        new URL(path, 'http://x').pathname.split('/').length !== operation.path.split('/').length ||
        /\/(%20|\.{0,2}|%2E%2E)(\/|$|\?)/i.test(path);
      const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
      if (elsewhere || (!isJson && response.status === 200)) return;
      await expectDeclared(operation.document, operation.declared, response);
    };
    const any = fc.oneof(...operations.map((operation) => requests(operation, things)));
    await fc.assert(fc.asyncProperty(any, answered), { numRuns: REQUESTS, endOnFailure: true });
    // The requests are not all refused at the door.
    for (const status of [200, 204, 400, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(5);
    // And none of them broke anything: an export still works.
    const after = await submit(ccid, { title: 'after' });
    await carryOut(ccid, after);
    expect(await historyItem(ccid, after)).toMatchObject({ status: 'Finished' });
  },
);
