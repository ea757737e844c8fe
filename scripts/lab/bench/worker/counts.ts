/** What the platform would write on the bill, by name; read and set back by `/bench/counts`. */
let counts: Record<string, number> = {};

function add(name: string, amount = 1): void {
  counts[name] = (counts[name] ?? 0) + amount;
}

/** The counts since the last call, or since the Worker began. */
export function takeCounts(): Response {
  const taken = counts;
  counts = {};
  return Response.json(taken);
}

/** An invocation of the Worker, by a client or by the queue: each is a request on the bill. */
export const countRequest = (): void => add('worker.requests');

/** The queue hands over messages: each is read once and deleted once. */
export const countDeliveries = (messages: number): void => add('queue.delivered', messages);

const counted = new WeakSet<object>();

/** Each prototype is taken once, however many bindings share it. */
function once(prototype: unknown, patch: (prototype: Record<string, unknown>) => void): void {
  if (typeof prototype !== 'object' || prototype === null) throw new TypeError('a binding has no prototype');
  if (counted.has(prototype)) return;
  counted.add(prototype);
  patch(prototype as Record<string, unknown>); // every object may be read by names
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Has methods called by `around`; throws for one that is not there: the runtime's inside has changed. */
function intercept(
  prototype: Record<string, unknown>,
  names: readonly string[],
  around: (name: string, call: () => unknown) => unknown,
): void {
  for (const name of names) {
    const method = prototype[name];
    if (typeof method !== 'function') throw new TypeError(`there is no ${name} to be counted`);
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      return around(name, () => (method as Method).apply(this, args)); // seen to be a function
    };
  }
}

/** Counts calls of methods as `<prefix>.<method>`. */
function countCalls(prefix: string, prototype: unknown, names: readonly string[]): void {
  once(prototype, (found) =>
    intercept(found, names, (name, call) => {
      add(`${prefix}.${name}`);
      return call();
    }),
  );
}

/**
 * Rows that D1 says it read and wrote. Every way of asking D1 ends in `_send`, the only place that still has the counts of
 * `raw` and `first`, which Drizzle uses.
 */
export function countD1(db: D1Database): void {
  const session: unknown = Reflect.get(db, 'alwaysPrimarySession');
  const prototype: unknown = Object.getPrototypeOf(Object.getPrototypeOf(session));
  once(prototype, (found) =>
    intercept(found, ['_send'], async (_, call) => {
      const answer = await call();
      for (const result of Array.isArray(answer) ? answer : [answer]) countMeta(result);
      return answer;
    }),
  );
}

function countMeta(result: unknown): void {
  const { meta } = result as { meta?: { rows_read?: number; rows_written?: number } }; // D1's answers, as its API declares them
  add('d1.statements');
  add('d1.rowsRead', meta?.rows_read ?? 0);
  add('d1.rowsWritten', meta?.rows_written ?? 0);
}

/** Calls of the bucket and of its uploads. */
export function countR2(bucket: R2Bucket): void {
  const names = ['head', 'get', 'put', 'delete', 'list', 'createMultipartUpload'];
  countCalls('r2', Object.getPrototypeOf(bucket), names);
  const upload = bucket.resumeMultipartUpload('none', 'none');
  countCalls('r2', Object.getPrototypeOf(upload), ['uploadPart', 'complete', 'abort']);
}

export function countQueue(queue: Queue): void {
  countCalls('queue', Object.getPrototypeOf(queue), ['send', 'sendBatch']);
}

/** Calls of an object's methods, alarms among them: each is a request on the bill. */
export function countObject(prototype: object): void {
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  countCalls('object', prototype, names);
}

/** Rows of the objects' own databases. A cursor knows them when it was read to its end, which the objects do at once. */
export function countSql(sql: SqlStorage): void {
  once(Object.getPrototypeOf(sql), (found) =>
    intercept(found, ['exec'], (_, call) => {
      const cursor = call() as SqlStorageCursor<Record<string, SqlStorageValue>>; // what exec answers
      queueMicrotask(() => {
        add('objectSql.rowsRead', cursor.rowsRead);
        add('objectSql.rowsWritten', cursor.rowsWritten);
      });
      return cursor;
    }),
  );
}
