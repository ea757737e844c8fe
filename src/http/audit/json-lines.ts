import { inThisInvocation } from '../../platform/invocation.ts';
import type { Pages } from '../../store/lists/list.ts';
import type { AnyAnswer } from '../lists/json-page.ts';

const encoder = new TextEncoder();

/**
 * Answers rows as JSON Lines (application/x-ndjson), one page at a time and only as the client reads. Where one request cannot read them
 * all the connection ends before its time, so that no client takes a part for the whole.
 */
export function jsonLines<Row>(pages: Pages<Row>, show: (row: Row) => string): AnyAnswer {
  const pull = inThisInvocation(async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const page = await pages.next();
    if (!page.done) controller.enqueue(encoder.encode(page.value.map((row) => `${show(row)}\n`).join('')));
    else if (page.value === null) controller.close();
    else controller.error(new Error('one request cannot read so many entries'));
  });
  const body = new ReadableStream<Uint8Array>(
    {
      pull,
      async cancel() {
        await pages.return(null);
      },
    },
    { highWaterMark: 0 },
  );
  // A declared answer; its type parameters exist for the compiler alone.
  return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } }) as AnyAnswer;
}
