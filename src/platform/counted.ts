import { invocation, type Invocation } from './invocation.ts';
import { aroundStatements } from './statements.ts';

/*
 * The bindings as the service uses them, each call counted in the invocation that makes it. They stand below everything that
 * tries again, since the platform counts tries, too.
 */

const spendOne = (): void => invocation().spend({ statements: 0, subrequests: 1 });

/** What a call of a method is billed as. */
type Billed = (name: PropertyKey, args: readonly unknown[]) => Parameters<Invocation['use']>[0];

export const countedDatabase = (db: D1Database): D1Database =>
  aroundStatements(db, async (queries, call) => {
    const here = invocation();
    here.spend({ statements: queries.length, subrequests: 1 });
    const result = await call();
    here.use(rowsOf(result));
    return result;
  });

/** What D1 tells beside an answer; an answer in the raw has none. */
const metaOf = (answer: unknown): { readonly rows_read?: number; readonly rows_written?: number } | null =>
  typeof answer === 'object' && answer !== null && 'meta' in answer ? (answer.meta as D1Meta) : null; // D1's own

/** Rows as D1 tells of them; where it does not, it has read at least the rows that it answered. */
function rowsOf(result: unknown): { readonly d1RowsRead: number; readonly d1RowsWritten: number } {
  if (Array.isArray(result) && metaOf(result[0]) === null)
    return { d1RowsRead: result.length, d1RowsWritten: 0 };
  const metas = (Array.isArray(result) ? result : [result]).map(metaOf);
  return {
    d1RowsRead: metas.reduce((sum, meta) => sum + (meta?.rows_read ?? 1), 0),
    d1RowsWritten: metas.reduce((sum, meta) => sum + (meta?.rows_written ?? 0), 0),
  };
}

/** R2's classes of calls; deleting is free. */
const CLASS_A: ReadonlySet<PropertyKey> = new Set([
  'put',
  'list',
  'createMultipartUpload',
  'uploadPart',
  'complete',
]);
const CLASS_B: ReadonlySet<PropertyKey> = new Set(['get', 'head']);
const inBucket: Billed = (name) => ({
  r2ClassA: CLASS_A.has(name) ? 1 : 0,
  r2ClassB: CLASS_B.has(name) ? 1 : 0,
});
/** Written, read and deleted. */
const A_MESSAGE = 3;
const inQueue: Billed = (name, [messages]) => {
  if (name !== 'send' && name !== 'sendBatch') return {};
  return { queueOperations: A_MESSAGE * (Array.isArray(messages) ? messages.length : 1) };
};
const inObject: Billed = () => ({ objectRequests: 1 });

/** `target` whose methods each spend one subrequest, and which is itself for the rest. */
function countedMethods<T extends object>(
  target: T,
  billed: Billed,
  free: ReadonlySet<PropertyKey> = new Set(),
): T {
  return new Proxy(target, {
    get(inner, name) {
      const value: unknown = Reflect.get(inner, name, inner);
      if (typeof value !== 'function') return value;
      // Called on its owner: the properties of a stub are calls themselves, and have no `apply`.
      const owner = inner as Record<PropertyKey, (...args: unknown[]) => unknown>;
      return (...args: unknown[]) => {
        if (!free.has(name)) spendOne();
        invocation().use(billed(name, args));
        return owner[name]?.(...args);
      };
    },
  });
}

export function countedBucket(bucket: R2Bucket): R2Bucket {
  const counted = countedMethods(bucket, inBucket, new Set(['resumeMultipartUpload']));
  const create: R2Bucket['createMultipartUpload'] = async (...args) =>
    countedMethods(await counted.createMultipartUpload(...args), inBucket);
  const resume: R2Bucket['resumeMultipartUpload'] = (...args) =>
    countedMethods(counted.resumeMultipartUpload(...args), inBucket);
  return new Proxy(counted, {
    get: (inner, name) => {
      if (name === 'createMultipartUpload') return create;
      if (name === 'resumeMultipartUpload') return resume;
      return Reflect.get(inner, name, inner) as unknown;
    },
  });
}

export const countedQueue = (queue: Queue): Queue => countedMethods(queue, inQueue);

/** Objects of a class: finding one costs nothing, each call of one a subrequest. */
export const countedObjects = <T extends Rpc.DurableObjectBranded>(
  objects: DurableObjectNamespace<T>,
): DurableObjectNamespace<T> =>
  new Proxy(objects, {
    get(inner, name) {
      if (name === 'get')
        return (...args: Parameters<DurableObjectNamespace<T>['get']>) =>
          countedMethods(inner.get(...args), inObject);
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
    },
  });
