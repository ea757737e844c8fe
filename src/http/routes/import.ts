import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { failureText } from '../../labels/failures/words.ts';
import { fail, ok, type Failure, type Result } from '../../model/failures.ts';
import { MAX_SENT_BYTES } from '../../model/import-limits.ts';
import { allows } from '../../model/roles.ts';
import { KINDS } from '../../model/records.ts';
import type { ImportReport } from '../../records/import/importer.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { mediaType } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { RECORD_LINE } from '../openapi/examples.ts';
import { ImportAnswer } from '../openapi/record-schemas.ts';

/** Bytes, so that a generated client takes a file or a stream and changes nothing of it. */
const LINES = { type: 'string' as const, format: 'binary', example: RECORD_LINE };

const importRecords = createRoute({
  method: 'post',
  path: '/udm/v10/import/{kind}',
  operationId: 'importRecords',
  summary: 'Import records as JSON Lines',
  description: 'Every line is taken or refused for itself; a record that is there already is replaced.',
  tags: ['Import'],
  security: bearer,
  middleware: [requires('import')],
  request: {
    params: z.object({
      kind: z.enum(KINDS).openapi({ description: 'Which records the body has.', example: 'interactions' }),
    }),
    body: {
      required: true,
      description: 'One record a line; gzip with `Content-Encoding: gzip`.',
      content: {
        // What clients send of themselves with a file. It stands first: generated clients take the first type, and most of them would
        // write JSON under the other.
        'application/octet-stream': { schema: LINES },
        'application/x-ndjson': { schema: LINES },
      },
    },
  },
  responses: {
    200: json('What was done, by lines.', ImportAnswer),
    ...errors(400, 401, 403, 409, 413, 415, 503),
  },
});

const TYPES = ['application/x-ndjson', 'application/octet-stream'];

/** Import into the caller's contact center. The body is handed on as it arrives. */
export function importRoutes(services: Pick<Services, 'importRecords'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, importRecords, async (c) => {
    const encoding = checkHeaders(c);
    if (!encoding.ok) return encoding;
    const { kind } = c.req.valid('param');
    const body = c.req.raw.body ?? emptyBody();
    const length = c.req.header('content-length');
    const bytes = length === undefined ? null : Number(length);
    const { ccid } = c.var.caller;
    const shutOut = () => shutOutSince(c);
    const report = await services.importRecords({ ccid, kind, body, bytes, shutOut, ...encoding.value });
    if (!report.ok) return report;
    return ok(c.json({ ...report.value, errors: report.value.errors.map(shownError) }, 200));
  });
  return routes;
}

/** Judges the request's sender anew. A pace is no reason: it was let in. */
async function shutOutSince(c: Context<AppEnv>): Promise<Failure | null> {
  const again = await c.var.authenticate(c.req.raw);
  if (!again.ok) return again.failure.code === 'too-fast' ? null : again.failure;
  const may = allows(again.value.roles, 'import');
  return may ? null : fail('privilege-missing', 'import', { privilege: 'import' }).failure;
}

/** Why a line was refused, in words; its code, and the field where it is one, say the same to programs. */
const shownError = ({ line, failure }: ImportReport['errors'][number]) => ({
  line,
  code: failure.code,
  ...(failure.field === '' ? {} : { field: failure.field }),
  message: failureText(failure),
});

function checkHeaders(c: Context): Result<{ gzip: boolean }> {
  if (!TYPES.includes(mediaType(c))) return fail('json-lines-expected', 'Content-Type');
  const encoding = (c.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  // RFC 9110 section 8.4.1.3: "x-gzip" is the same.
  const gzip = encoding === 'gzip' || encoding === 'x-gzip';
  if (!gzip && encoding !== 'identity') return fail('import-encoding', 'Content-Encoding');
  if (Number(c.req.header('content-length') ?? 0) > MAX_SENT_BYTES)
    return fail('import-too-large', 'Content-Length', { max: MAX_SENT_BYTES });
  return ok({ gzip });
}

const emptyBody = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ start: (controller) => controller.close() });
