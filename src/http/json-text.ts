import type { TypedResponse } from 'hono';

/**
 * An answer whose JSON text exists already, typed to fit every declared body: the text was made from a value of that type
 * when it was stored, which the compiler cannot see.
 */
type JsonResponse = Response & TypedResponse<never, 200, 'json'>;

const HEADERS = { 'Content-Type': 'application/json' };

/** Answers 200 with a JSON text as it is stored. */
export const jsonText = (text: string): JsonResponse =>
  // The type parameters of TypedResponse exist for the compiler alone.
  new Response(text, { headers: HEADERS }) as JsonResponse;

/** A list as the reference has it, from JSON texts of its items. */
export interface JsonPage {
  readonly count: number;
  readonly from: number;
  readonly size: number;
  readonly pages: AsyncIterator<readonly string[], void>;
}

/**
 * Streams `{"count":…,"from":…,"items":[…],"size":…}`, one page of items at a time and only as the client reads. The
 * first page is read before the answer begins, so that a failing store is still a 500.
 */
export async function jsonPage({ count, from, size, pages }: JsonPage): Promise<JsonResponse> {
  const encoder = new TextEncoder();
  let next = await pages.next();
  let lead = `{"count":${count},"from":${from},"items":[`;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) {
          controller.enqueue(encoder.encode(`${lead.replace(/^,$/, '')}],"size":${size}}`));
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(lead + next.value.join(',')));
        lead = ',';
        next = await pages.next();
      },
      async cancel() {
        await pages.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: HEADERS }) as JsonResponse;
}
