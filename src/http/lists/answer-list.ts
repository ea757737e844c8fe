import type { Context } from 'hono';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { List, ListRequest, Position } from '../../store/lists/list.ts';
import type { AppEnv } from '../context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { streamList, type AnyAnswer } from './json-page.ts';
import { DEFAULT_SIZE, type ListQuery } from './parameters.ts';

/** A list to answer: what was asked, and how it is read and shown. */
interface ListSpec<Order extends string, Row> {
  /** Tells its cursors from those of other lists. */
  readonly name: string;
  readonly query: ListQuery<Order>;
  readonly newest: Order;
  readonly filter: object;
  readonly read: (request: ListRequest<Order>) => Promise<List<Row>>;
  /** The JSON text of an item. */
  readonly show: (row: Row) => string;
  /** Status of the answer when nothing matches. */
  readonly empty: 200 | 204;
}

/** Answers a list, streamed. The same for every list and version. */
export async function answerList<Order extends string, Row>(
  c: Context<AppEnv>,
  spec: ListSpec<Order, Row>,
): Promise<Result<AnyAnswer>> {
  const { query } = spec;
  // Without `orderField` the order is the newest first.
  const order = query.orderField ?? spec.newest;
  const descending = query.descAsc ?? query.orderField === undefined;
  const scope = [spec.name, c.var.caller.ccid, spec.filter, order, descending];
  const after = afterCursor(scope, query);
  if (!after.ok) return after;
  const page = { from: query.from ?? 0, size: query.size ?? DEFAULT_SIZE };
  const { count, pages } = await spec.read({ ...page, order, descending, ...after.value });
  const shown = { count, ...page, pages, show: spec.show };
  const cursorOf = (position: Position) => writeCursor(scope, position);
  const { empty, answer } = await streamList({ ...shown, cursorOf });
  // A page behind the end is a page; a list without anything in it is no content.
  const nothing = count === 0 || (count === null && empty && page.size > 0 && after.value.after === null);
  // A declared answer of every list with `empty: 204`.
  if (spec.empty === 204 && nothing) return ok(c.body(null, 204) as unknown as AnyAnswer);
  return ok(answer);
}

/** Where a list goes on that was asked for by cursor. */
function afterCursor(
  scope: readonly unknown[],
  { cursor, from }: ListQuery<string>,
): Result<{ readonly after?: Position | null }> {
  if (cursor === undefined) return ok({});
  if (from) return fail('cursor-with-from', 'from');
  const after = readCursor(scope, cursor);
  return after.ok ? ok({ after: after.value }) : after;
}
