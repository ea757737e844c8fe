import type { Context, TypedResponse } from 'hono';
import { inThisInvocation } from '../../platform/invocation.ts';
import type { List, Position } from '../../store/lists/list.ts';

/**
 * An answer whose type the compiler cannot see: its JSON text existed already, or a version's projection made it. That it
 * is what the route declares is proved by the test that holds every answer against the API document.
 */
export type AnyAnswer = Response & TypedResponse<never, never, never>;

const HEADERS = { 'Content-Type': 'application/json' };

/** Bytes that are handed on at once. */
const CHUNK_BYTES = 64 * 1024;

/** Answers with a JSON text as it is stored. */
export const jsonText = (text: string, status: 200 | 202 = 200): AnyAnswer =>
  // The type parameters of TypedResponse exist for the compiler alone.
  new Response(text, { status, headers: HEADERS }) as AnyAnswer;

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

/** A page of items as JSON, in UTF-8; at the end where the list goes on, if it does. */
type Turn = IteratorResult<Uint8Array, Position | null>;

const encoder = new TextEncoder();

/**
 * Streams `{"count":…,"from":…,"items":[…],"size":…}`, one page of items at a time and only as the client reads: of one that takes
 * its time a page is held, as bytes, and nothing is read ahead. The first page is read before the answer begins, so that a
 * failing store is still a 500. `nextCursor` stands where more items follow: asked by cursor, when there is no `count`, or
 * when one request cannot read all that was asked for. `empty` tells that no item stands in it.
 */
export async function streamList<Row>(
  list: ShownList<Row>,
): Promise<{ readonly empty: boolean; readonly answer: AnyAnswer }> {
  const turn = async (): Promise<Turn> => {
    const page = await list.pages.next();
    return page.done ? page : { done: false, value: encoder.encode(page.value.map(list.show).join(',')) };
  };
  const first = await turn();
  const chunks = chunksOf(list, [first], turn);
  const body = new ReadableStream<Uint8Array>(
    {
      // The client reads when it likes, but at the cost of the invocation that answers it.
      pull: inThisInvocation(async (controller: ReadableStreamDefaultController<Uint8Array>) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      }),
      async cancel() {
        await list.pages.return(null);
      },
    },
    { highWaterMark: 0 },
  );
  return { empty: first.done === true, answer: new Response(body, { headers: HEADERS }) as AnyAnswer };
}

/** The answer in chunks. `ahead` has the page that was read before, which is let go of once it was handed on. */
async function* chunksOf<Row>(
  { count, from, size, cursorOf }: ShownList<Row>,
  ahead: Turn[],
  turn: () => Promise<Turn>,
): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`{${count === null ? '' : `"count":${count},`}"from":${from},"items":[`);
  for (let pages = 0; ; pages += 1) {
    const page = ahead.pop() ?? (await turn());
    if (page.done) {
      const cursor = page.value ? `"nextCursor":${JSON.stringify(cursorOf(page.value))},` : '';
      yield encoder.encode(`],${cursor}"size":${size}}`);
      return;
    }
    if (pages > 0) yield COMMA;
    for (let at = 0; at < page.value.length; at += CHUNK_BYTES)
      yield page.value.subarray(at, at + CHUNK_BYTES);
  }
}

const COMMA = encoder.encode(',');
