import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  Miniflare,
  Response as MiniflareResponse,
  type V4MiniflareOptions,
} from 'miniflare';
import { PROJECT } from '../../dev/wrangler.ts';
import type { Account, Binding, Script } from './account.ts';
import { HISTORY_MAIN, historyModule, ObjectHistory } from './object-history.ts';

const IDLE = 'export default { fetch: () => new Response("There is nothing here yet", { status: 404 }) }';
const COMPATIBILITY = '2026-11-01';

/** Runs what was uploaded, on workerd, with its database, objects and queues. */
export class Platform {
  readonly #folder: string;
  #running: Miniflare | null = null;
  #starting: Promise<unknown> = Promise.resolve();
  #databases: readonly string[] = [];
  #options: object = { script: IDLE, modules: true, compatibilityDate: COMPATIBILITY };
  /** What is to be served is not yet: it starts when somebody asks, since a deployment changes it several times. */
  #changed = false;

  readonly #history: ObjectHistory;

  constructor(folder: string) {
    this.#folder = folder;
    this.#history = new ObjectHistory(folder);
  }

  addDatabase(uuid: string): void {
    this.#databases = [...this.#databases, uuid];
    this.#changed = true;
  }

  /** Serves a Worker from now on in place of what was there; its data stay. */
  serve(script: Script, account: Account): void {
    this.#options = optionsOf(script, account, (path) => {
      const [, name = '', id = '', to] = path.split('/');
      return this.#history.objectAt(name, id, Number(to));
    });
    this.#changed = true;
  }

  /** Carries statements out on a database; answers as D1's API does. */
  async query(uuid: string, sql: string, params: readonly string[]): Promise<readonly object[]> {
    const running = await this.#started();
    const database = await running.getD1Database(`DATABASE_${this.#databases.indexOf(uuid)}`);
    const { results, success, meta } = await database
      .prepare(sql)
      .bind(...params)
      .all();
    return [{ results, success, meta }];
  }

  /** The keys of what lies in the bucket of a binding. */
  async objects(binding: string): Promise<readonly string[]> {
    const bucket = await (await this.#started()).getR2Bucket(binding);
    return (await bucket.list()).objects.map(({ key }) => key);
  }

  /** Passes a request on to the Worker that is served. */
  async dispatch(
    url: string,
    init: { method: string; headers: Headers; body: ArrayBuffer | null },
  ): Promise<Response> {
    const running = await this.#started();
    const { method, headers, body } = init;
    const answer = await running.dispatchFetch(url, {
      method,
      headers: [...headers],
      body,
      redirect: 'manual',
    });
    return answer;
  }

  /** Keeps what D1 and every object are now, as the platform does all the time; answers the moment. */
  async keepMoment(): Promise<number> {
    return this.#stopped(() => this.#history.keep());
  }

  /** Sets databases back to what they were at a time, where that was kept. */
  async setDatabasesBack(to: number): Promise<void> {
    await this.#stopped(() => this.#history.setDatabasesBack(to));
  }

  /** Does something with the folder while nothing runs on it. */
  #stopped<T>(work: () => T): Promise<T> {
    const done = this.#starting.then(async () => {
      await this.#running?.dispose();
      this.#running = null;
      return work();
    });
    this.#starting = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await this.#running?.dispose();
  }

  /** One start at a time: requests come beside each other. */
  #started(): Promise<Miniflare> {
    const started = this.#starting.then(() => this.#start());
    this.#starting = started.catch(() => undefined);
    return started;
  }

  async #start(): Promise<Miniflare> {
    if (this.#running && !this.#changed) return this.#running;
    this.#changed = false;
    const d1 = Object.fromEntries(this.#databases.map((uuid, index) => [`DATABASE_${index}`, uuid]));
    const own = this.#options as { d1Databases?: object };
    const options = convertV4MiniflareOptions({
      log: new Log(LogLevel.ERROR),
      ...this.#options,
      name: 'drill',
      d1Databases: { ...d1, ...own.d1Databases },
    } as unknown as V4MiniflareOptions); // what optionsOf makes has that form
    // A new one on the same folder: one that gets consumers while it runs answers no more.
    await this.#running?.dispose();
    this.#running = new Miniflare({ ...options, resourcePersistencePath: this.#folder });
    await this.#running.ready;
    return this.#running;
  }
}

/** What miniflare must be told to run a Worker as it was uploaded. */
function optionsOf(
  { upload, secrets, versions }: Script,
  account: Account,
  historyAt: (path: string) => object,
): object {
  const of = (type: string, value: (binding: Binding) => unknown) =>
    Object.fromEntries(
      upload.bindings
        .filter((binding) => binding.type === type)
        .map((binding) => [binding.name, value(binding)]),
    );
  const consumers = [...account.queues].flatMap(
    ([
      name,
      {
        consumers: [consumer],
      },
    ]) => {
      if (!consumer) return [];
      const {
        batch_size: maxBatchSize,
        max_retries: maxRetries,
        retry_delay: retryDelay,
      } = consumer.settings;
      const dead = consumer.dead_letter_queue;
      return [
        [
          name,
          {
            maxBatchSize,
            maxRetries,
            retryDelay,
            maxBatchTimeout: 0,
            ...(dead ? { deadLetterQueue: dead } : {}),
          },
        ],
      ];
    },
  );
  const main = upload.modules.get(upload.main) ?? '';
  const objects = of('durable_object_namespace', ({ class_name: name }) => name);
  const classes = [...new Set(Object.values(objects).map(String))];
  return {
    modules: [
      { type: 'ESModule', path: HISTORY_MAIN, contents: historyModule(upload.main, classes) },
      { type: 'ESModule', path: upload.main, contents: main },
      ...[...upload.modules]
        .filter(([name]) => name !== upload.main)
        .map(([path, contents]) => ({ type: 'ESModule', path, contents })),
    ],
    compatibilityDate: upload.compatibilityDate,
    compatibilityFlags: upload.compatibilityFlags,
    d1Databases: of('d1', ({ id, database_id: databaseId }) => id ?? databaseId),
    r2Buckets: of('r2_bucket', ({ bucket_name: bucket }) => bucket),
    durableObjects: of('durable_object_namespace', ({ class_name: className }) => ({
      className,
      useSQLite: true,
    })),
    queueProducers: of('queue', ({ queue_name: queueName }) => ({ queueName })),
    queueConsumers: Object.fromEntries(consumers),
    bindings: {
      ...of('plain_text', ({ text }) => text),
      ...Object.fromEntries(secrets),
      VERSION: { id: versions[0], tag: '', timestamp: '' },
    },
    serviceBindings: {
      ASSETS: asset,
      HISTORY: async ({ url }: { readonly url: string }) =>
        new MiniflareResponse(JSON.stringify(historyAt(new URL(url).pathname))),
    },
  };
}

/** What was uploaded beside the Worker lies in the project's folder of pages. */
async function asset(request: { readonly url: string }) {
  const path = join(PROJECT, '.web', decodeURIComponent(new URL(request.url).pathname));
  try {
    return new MiniflareResponse(await readFile(path));
  } catch {
    return new MiniflareResponse(null, { status: 404 });
  }
}
