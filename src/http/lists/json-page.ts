import type { Context, TypedResponse } from 'hono';
import { inThisInvocation } from '../../platform/invocation.ts';
import type { List, Position } from '../../store/lists/list.ts';

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

/** A list to write as JSON. */
interface ShownList<Row> extends List<Row> {
  readonly from: number;
  readonly size: number;
  /** The JSON text of an item. */
  readonly show: (row: Row) => string;
  /** The text of a cursor for where the list goes on. */
  readonly cursorOf: (position: Position) => string;
}

/**
 * Streams `{"count":…,"from":…,"items":[…],"size":…}`, one page of items at a time and only as the client reads. The
 * first page is read before the answer begins, so that a failing store is still a 500. `nextCursor` stands where more items
 * follow: asked by cursor, when there is no `count`, or when one request cannot read all that was asked for. `empty` tells that no item stands in it.
 */
export async function streamList<Row>(
  list: ShownList<Row>,
): Promise<{ readonly empty: boolean; readonly answer: AnyAnswer }> {
  const encoder = new TextEncoder();
  const turn = async () => {
    const page = await list.pages.next();
    return page.done ? page : { done: false as const, value: page.value.map(list.show).join(',') };
  };
  let next = await turn();
  const empty = next.done;
  let lead = `{${list.count === null ? '' : `"count":${list.count},`}"from":${list.from},"items":[`;
  const body = new ReadableStream<Uint8Array>(
    {
      // The client reads when it likes, but at the cost of the invocation that answers it.
      pull: inThisInvocation(async (controller: ReadableStreamDefaultController<Uint8Array>) => {
        if (next.done) {
          const cursor = next.value ? `"nextCursor":${JSON.stringify(list.cursorOf(next.value))},` : '';
          controller.enqueue(encoder.encode(`${lead.replace(/^,$/, '')}],${cursor}"size":${list.size}}`));
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(lead + next.value));
        lead = ',';
        next = await turn();
      }),
      async cancel() {
        await list.pages.return(null);
      },
    },
    { highWaterMark: 0 },
  );
  return { empty, answer: new Response(body, { headers: HEADERS }) as AnyAnswer };
}
