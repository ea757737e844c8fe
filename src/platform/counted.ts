import { invocation } from './invocation.ts';
import { aroundStatements } from './statements.ts';

/*
 * The bindings as the service uses them, each call counted in the invocation that makes it. They stand below everything that
 * tries again, since the platform counts tries, too.
 */

const spendOne = (): void => invocation().spend({ statements: 0, subrequests: 1 });

export const countedDatabase = (db: D1Database): D1Database =>
  aroundStatements(db, (queries, call) => {
    invocation().spend({ statements: queries.length, subrequests: 1 });
    return call();
  });

/** `target` whose methods each spend one subrequest, and which is itself for the rest. */
function countedMethods<T extends object>(target: T, free: ReadonlySet<PropertyKey> = new Set()): T {
  return new Proxy(target, {
    get(inner, name) {
      const value: unknown = Reflect.get(inner, name, inner);
      if (typeof value !== 'function') return value;
      // Called on its owner: the properties of a stub are calls themselves, and have no `apply`.
      const owner = inner as Record<PropertyKey, (...args: unknown[]) => unknown>;
      return (...args: unknown[]) => {
        if (!free.has(name)) spendOne();
        return owner[name]?.(...args);
      };
    },
  });
}

export function countedBucket(bucket: R2Bucket): R2Bucket {
  const counted = countedMethods(bucket, new Set(['resumeMultipartUpload']));
  const create: R2Bucket['createMultipartUpload'] = async (...args) =>
    countedMethods(await counted.createMultipartUpload(...args));
  const resume: R2Bucket['resumeMultipartUpload'] = (...args) =>
    countedMethods(counted.resumeMultipartUpload(...args));
  return new Proxy(counted, {
    get: (inner, name) => {
      if (name === 'createMultipartUpload') return create;
      if (name === 'resumeMultipartUpload') return resume;
      return Reflect.get(inner, name, inner) as unknown;
    },
  });
}

export const countedQueue = (queue: Queue): Queue => countedMethods(queue);

/** Objects of a class: finding one costs nothing, each call of one a subrequest. */
export const countedObjects = <T extends Rpc.DurableObjectBranded>(
  objects: DurableObjectNamespace<T>,
): DurableObjectNamespace<T> =>
  new Proxy(objects, {
    get(inner, name) {
      if (name === 'get')
        return (...args: Parameters<DurableObjectNamespace<T>['get']>) => countedMethods(inner.get(...args));
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
    },
  });
