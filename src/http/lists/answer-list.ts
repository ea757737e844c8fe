import type { Context } from 'hono';
import { ok, type Result } from '../../model/failures.ts';
import type { Listing, PageRequest } from '../../store/lists/pages.ts';
import type { AppEnv } from '../context.ts';
import { writeCursor } from './cursor.ts';
import { jsonPage, type AnyAnswer } from './json-page.ts';
import { pageOf, type PageQuery } from './parameters.ts';

/** A list to answer: what was asked, and how it is read and shown. */
interface ListSpec<Order extends string, Row> {
  /** Tells its cursors from those of other lists. */
  readonly name: string;
  readonly query: PageQuery<Order>;
  readonly newest: Order;
  readonly filter: object;
  readonly read: (page: PageRequest<Order>) => Promise<Listing<Row>>;
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
  const asked = pageOf(spec.query, spec.newest, [spec.name, c.var.caller.ccid, spec.filter]);
  if (!asked.ok) return asked;
  const { page, scope } = asked.value;
  const { count: matches, pages } = await spec.read(page);
  const count = page.after === undefined ? matches : null;
  const cursorOf = (position: Parameters<typeof writeCursor>[1]) => writeCursor(scope, position);
  const shown = showPages(pages, spec.show);
  const { empty, answer } = await jsonPage({
    count,
    from: page.from,
    size: page.size,
    pages: shown,
    cursorOf,
  });
  // A page behind the end is a page; a list without anything in it is no content.
  const nothing = count === 0 || (count === null && empty && page.size > 0 && page.after === null);
  // A declared answer of every list with `empty: 204`.
  if (spec.empty === 204 && nothing) return ok(c.body(null, 204) as unknown as AnyAnswer);
  return ok(answer);
}

async function* showPages<Row>(pages: Listing<Row>['pages'], show: (row: Row) => string) {
  for (;;) {
    const next = await pages.next();
    if (next.done) return next.value;
    yield next.value.map(show);
  }
}
