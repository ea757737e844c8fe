import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context.ts';

const encoder = new TextEncoder();
/** What the predecessor answered a success in; what was asked for is its `data`. */
const BEFORE = encoder.encode('{"status":{"code":0,"message":"successful","detail":{}},"data":');
const BEHIND = encoder.encode('}');

/** Puts the JSON of a success into the predecessor's envelope; failures and all else stay as they are. */
export const enveloped: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { body, ok, headers } = c.res;
  if (!ok || !body || !headers.get('content-type')?.startsWith('application/json')) return;
  const answer = new Response(inEnvelope(body), c.res);
  answer.headers.delete('Content-Length');
  // Hono adds the headers of an answer that is there to one that takes its place.
  c.res = undefined;
  c.res = answer;
};

/** The envelope about a body, which is read only as the client reads. */
function inEnvelope(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(BEFORE),
      async pull(controller) {
        const { done, value } = await reader.read();
        controller.enqueue(done ? BEHIND : value);
        if (done) controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
