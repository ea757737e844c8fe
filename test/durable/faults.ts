import type { RunProtocol } from '../../src/model/protocol.ts';
import type { PackedReading } from '../../src/records/packed/protocol.ts';

/** What happens to one call: nothing, a fault before it takes effect, or a fault once it has. */
export type Fate = 'passes' | 'fails before' | 'fails after';

/** Every call from a run to storage, queue and object goes through here, under the name of its point. */
export type Through = <T>(point: string, call: () => Promise<T>) => Promise<T>;

/** What a planted fault throws; in words that storage uses for a fault of its own. */
export class PlantedFault extends Error {
  constructor(point: string, when: Fate) {
    super(`${point}: internal error; retry (10001), planted: ${when}`);
  }
}

/** Lets calls through and decides each one's fate; a fault stands in place of the answer. */
export const injecting =
  (decide: (point: string) => Fate): Through =>
  async (point, call) => {
    const fate = decide(point);
    if (fate === 'fails before') throw new PlantedFault(point, fate);
    const answer = await call();
    if (fate === 'fails after') throw new PlantedFault(point, fate);
    return answer;
  };

/** A bucket all of whose calls go through `through`, those of its uploads too. */
export function faultyBucket(bucket: R2Bucket, through: Through, prefix = ''): R2Bucket {
  const named = <T>(name: string, call: () => Promise<T>) => through(`${prefix}R2 ${name}`, call);
  const upload = (inner: R2MultipartUpload): R2MultipartUpload => ({
    key: inner.key,
    uploadId: inner.uploadId,
    uploadPart: (...args) => named('uploadPart', () => inner.uploadPart(...args)),
    abort: () => named('abort', () => inner.abort()),
    complete: (parts) => named('complete', () => inner.complete(parts)),
  });
  return withMethods(bucket, {
    createMultipartUpload: (key: string, options?: R2MultipartOptions) =>
      named('createMultipartUpload', async () => upload(await bucket.createMultipartUpload(key, options))),
    resumeMultipartUpload: (key: string, id: string) => upload(bucket.resumeMultipartUpload(key, id)),
    put: (...args: Parameters<R2Bucket['put']>) => named('put', () => bucket.put(...args)),
    get: (key: string) => named('get', () => bucket.get(key)),
    head: (key: string) => named('head', () => bucket.head(key)),
    list: (options?: R2ListOptions) => named('list', () => bucket.list(options)),
    delete: (keys: string | string[]) => named('delete', () => bucket.delete(keys)),
  });
}

/** A database all of whose statements go through `through`. */
export function faultyDatabase(db: D1Database, through: Through, prefix = ''): D1Database {
  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const statement = (inner: D1PreparedStatement): D1PreparedStatement => {
    const named = <T>(name: string, call: () => Promise<T>) => through(`${prefix}D1 ${name}`, call);
    const outer = withMethods(inner, {
      bind: (...values: unknown[]) => statement(inner.bind(...values)),
      all: () => named('all', () => inner.all()),
      run: () => named('run', () => inner.run()),
      raw: (...args: [{ columnNames: true }]) => named('raw', () => inner.raw(...args)),
      first: (...args: [string]) => named('first', () => inner.first(...args)),
    });
    originals.set(outer, inner);
    return outer;
  };
  return withMethods(db, {
    prepare: (query: string) => statement(db.prepare(query)),
    batch: (items: D1PreparedStatement[]) =>
      through(`${prefix}D1 batch`, () => db.batch(items.map((item) => originals.get(item) ?? item))),
  });
}

/** A store of records whose questions may be lost on the way there or back. */
export const faultyStore = (store: PackedReading, through: Through): PackedReading => ({
  begin: (run) => through('object begin', async () => await store.begin(run)),
  unpin: (run) => through('object unpin', async () => await store.unpin(run)),
  page: (query, at) => through('object page', async () => await store.page(query, at)),
  changedOwners: (query, at) =>
    through('object changedOwners', async () => await store.changedOwners(query, at)),
  keys: (query, at) => through('object keys', async () => await store.keys(query, at)),
  departed: (query) => through('object departed', async () => await store.departed(query)),
  totals: (counting) => through('object totals', async () => await store.totals(counting)),
  state: () => through('object state', async () => await store.state()),
  mediaTypes: () => through('object mediaTypes', async () => await store.mediaTypes()),
});

/** A job's object whose calls may be lost on the way there ("before") or on the way back ("after"). */
export const faultyJob = (job: RunProtocol, through: Through): RunProtocol => ({
  lease: (runId, seq, volume) => through('object lease', async () => await job.lease(runId, seq, volume)),
  renew: (token, exported) => through('object renew', async () => await job.renew(token, exported)),
  fixPlan: (token, plan) => through('object fixPlan', async () => await job.fixPlan(token, plan)),
  opened: (token, volume) => through('object opened', async () => await job.opened(token, volume)),
  commit: (token, commit) => through('object commit', async () => await job.commit(token, commit)),
  laidOut: (token, slice) => through('object laidOut', async () => await job.laidOut(token, slice)),
  finish: (token, stored) => through('object finish', async () => await job.finish(token, stored)),
  restarted: (token, reason) => through('object restarted', async () => await job.restarted(token, reason)),
  stumbled: (token, fault) => through('object stumbled', async () => await job.stumbled(token, fault)),
  failed: (token, reason) => through('object failed', async () => await job.failed(token, reason)),
});

/** `target` with some methods replaced; the others stay bound to it. */
function withMethods<T extends object>(target: T, methods: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get(inner, name) {
      if (typeof name === 'string' && Object.hasOwn(methods, name)) return methods[name];
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
    },
  });
}
