import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fail, ok, type Result } from '../../model/failures.ts';
import { invocation } from '../../platform/invocation.ts';
import { centerOfKey } from '../../store/object-keys.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errorBody, ErrorBody } from '../errors.ts';
import { FILE_NAME } from '../openapi/examples.ts';
import { nameField, SENTENCE } from '../openapi/fields.ts';
import { ContentRange, FILE_CONTENT, FileHeaders } from '../openapi/file-content.ts';
import { errors, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { DOWNLOAD_PATH, openLink } from './link.ts';
import { holdsIfRange, isKnown, parseRange, stillHolds, type ByteRange } from './range.ts';

const part = (description: string, example: string) =>
  z
    .unknown()
    .optional()
    .openapi({ ...SENTENCE, type: 'string', description, example });
const CHANGED = fail('file-changed', 'If-Match');
const unsatisfiable = (size: number) => fail('range-unsatisfiable', 'Range', { size });

const download = createRoute({
  method: 'get',
  path: `${DOWNLOAD_PATH}/{filename}`,
  operationId: 'download',
  summary: 'Download a file by a signed link',
  description:
    'The link of `GET /udm/v10/files/{filename}` is the permission; other credentials are ignored.',
  tags: ['Files'],
  security: [],
  request: {
    params: z.object({
      filename: nameField('The name of the file.').openapi({ example: FILE_NAME }),
    }),
    // Any shape: the signature decides over the query as it came, and a changed link is a 403, not a 400.
    query: z.object({
      key: part('Where the file is stored, as the link has it.', 'artifacts/demo/18/1'),
      expires: part('Until when the link is good, in milliseconds since 1970.', '1795176669000'),
      signature: part('Over name, key and expiry.', '0'),
    }),
  },
  responses: {
    200: { description: 'The whole file.', headers: FileHeaders, content: FILE_CONTENT },
    206: {
      description: 'The part that `Range` asks for.',
      headers: FileHeaders.extend({ 'Content-Range': ContentRange }),
      content: FILE_CONTENT,
    },
    304: {
      headers: FileHeaders,
      description: 'The file is the one that `If-None-Match` names, or no younger than `If-Modified-Since`.',
    },
    412: {
      description: 'The file is not the one that `If-Match` or `If-Unmodified-Since` names.',
      content: {
        'application/json': { schema: ErrorBody, example: errorBody(CHANGED.failure) },
      },
    },
    416: {
      description: 'The file does not have the part that `Range` asks for.',
      headers: FileHeaders.pick({ 'Accept-Ranges': true }).extend({ 'Content-Range': ContentRange }),
      content: {
        'application/json': { schema: ErrorBody, example: errorBody(unsatisfiable(1184).failure) },
      },
    },
    ...errors(403, 404),
  },
});

/** Downloads by signed link: no token is asked for, and none that comes along is looked at. */
export function downloadRoutes(services: Pick<Services, 'config' | 'bucket' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, download, async (c) => {
    const link = { name: c.req.param('filename'), query: new URL(c.req.url).searchParams };
    const target = openLink(services.config.linkKeys, link, services.now());
    if (!target.ok) return target;
    const ccid = centerOfKey(target.value.key);
    if (ccid !== null) invocation().workFor({ ccid, kind: 'downloads' });
    return sendFile(c, services.bucket, target.value);
  });
  return routes;
}

async function sendFile(
  c: Context,
  bucket: R2Bucket,
  { name, key }: { name: string; key: string },
): Promise<Result<Response>> {
  const object = await bucket.head(key);
  if (!object) return GONE;
  const headers = fileHeaders(object, name);
  const { method } = c.req;
  if (!stillHolds((header) => c.req.header(header), object.httpEtag, object.uploaded)) return CHANGED;
  if (isKnown((header) => c.req.header(header), object.httpEtag, object.uploaded)) {
    return ok(new Response(null, { status: 304, headers }));
  }
  const mayRange = holdsIfRange(c.req.header('if-range'), object.httpEtag, object.uploaded);
  // RFC 9110, 14.2: Range is for GET alone.
  const range = mayRange && method === 'GET' ? parseRange(c.req.header('range'), object.size) : 'whole';
  if (range === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${object.size}`);
    c.header('Accept-Ranges', 'bytes');
    return unsatisfiable(object.size);
  }
  headers.set('Content-Length', String(range === 'whole' ? object.size : range.length));
  if (range !== 'whole') headers.set('Content-Range', contentRange(range, object.size));
  const status = range === 'whole' ? 200 : 206;
  if (method === 'HEAD') return ok(new Response(null, { status, headers }));
  const found = await bucket.get(key, range === 'whole' ? {} : { range });
  return found ? ok(new Response(found.body, { status, headers })) : GONE;
}

function fileHeaders(object: R2Object, name: string): Headers {
  return new Headers({
    ETag: object.httpEtag,
    'Last-Modified': object.uploaded.toUTCString(),
    'Accept-Ranges': 'bytes',
    // Not application/pkcs7-mime: the file is a whole S/MIME message with its own headers, and nothing on the way may
    // take it for text and change it.
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': disposition(name),
    'Cache-Control': 'private, no-store, no-transform',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** RFC 6266 section 4.3 with RFC 8187 for what ASCII cannot say. */
function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const contentRange = ({ offset, length }: ByteRange, size: number): string =>
  `bytes ${offset}-${offset + length - 1}/${size}`;

const GONE = fail('file-gone', 'filename');
