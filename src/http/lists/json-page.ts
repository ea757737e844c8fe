import type { Context, TypedResponse } from 'hono';
import type { Position } from '../../store/lists/pages.ts';

/**
 * An answer whose type the compiler cannot see: its JSON text existed already, or a version's projection made it. That it
 * is what the route declares is proved by the test that holds every answer against the API document.
 */
export type AnyAnswer = Response & TypedResponse<never, never, never>;

const HEADERS = { 'Content-Type': 'application/json' };

/** Answers 200 with a JSON text as it is stored. */
export const jsonText = (text: string): AnyAnswer =>
  // The type parameters of TypedResponse exist for the compiler alone.
  new Response(text, { headers: HEADERS }) as AnyAnswer;

/** Answers with a value that a version's projection made. */
export const projected = (c: Context, value: object | string, status: 200 | 201 | 202 = 200): AnyAnswer =>
  // As above.
  c.json(value, status) as unknown as AnyAnswer;

/** A list as the reference has it, from JSON texts of its items. */
export interface JsonPage {
  /** Null for a list by cursor, whose answer has no `count`. */
  readonly count: number | null;
  readonly from: number;
  readonly size: number;
  readonly pages: AsyncGenerator<readonly string[], Position | null>;
  /** The text of a cursor for where the list goes on. */
  readonly cursorOf: (position: Position) => string;
}

/**
 * Streams `{"count":…,"from":…,"items":[…],"size":…}`, one page of items at a time and only as the client reads. The
 * first page is read before the answer begins, so that a failing store is still a 500. By cursor `nextCursor` stands
 * where more items follow, and `count` does not. `empty` tells that no item stands in it.
 */
export async function jsonPage(page: JsonPage): Promise<{ empty: boolean; answer: AnyAnswer }> {
  const encoder = new TextEncoder();
  let next = await page.pages.next();
  const empty = next.done === true;
  let lead = `{${page.count === null ? '' : `"count":${page.count},`}"from":${page.from},"items":[`;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) {
          const cursor = next.value ? `"nextCursor":${JSON.stringify(page.cursorOf(next.value))},` : '';
          controller.enqueue(encoder.encode(`${lead.replace(/^,$/, '')}],${cursor}"size":${page.size}}`));
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(lead + next.value.join(',')));
        lead = ',';
        next = await page.pages.next();
      },
      async cancel() {
        await page.pages.return(null);
      },
    },
    { highWaterMark: 0 },
  );
  return { empty, answer: new Response(body, { headers: HEADERS }) as AnyAnswer };
}
