import { fc } from '../support/property.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE_BYTES } from '../../src/records/source/page-size.ts';
import { RecordUnreadable } from '../../src/records/source/record-unreadable.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { cancelJob } from '../../src/jobs/change-job.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { DataType } from '../../src/model/records.ts';
import {
  config,
  entriesOfRun,
  importAll,
  jobContext,
  jobRequest,
  newCenter,
  submit,
} from '../support/center.ts';
import { history } from '../jobs/clock.ts';
import { carryThrough } from './carry-through.ts';
import { imports, SyncModel, type Import } from './sync-model.ts';
import { inLength } from '../support/mode.ts';
import { cuttingSource } from '../support/record-stores.ts';

/** Histories of each data type. */
const HISTORIES = inLength(6, 60);

/** What becomes of a run; `page` is the page read at which it is disturbed, from 0. */
type Fate =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'imports'; readonly page: number; readonly meanwhile: readonly Import[] }
  | { readonly kind: 'fails' | 'is cancelled'; readonly page: number };
interface Round {
  readonly before: readonly Import[];
  readonly fate: Fate;
}

beforeEach(() => {
  // The failure that the test plants is reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

/** Small pages of about two records, before whose reading `at` is called with the number of the page. */
const disturbed = (source: RecordSource, at: (page: number) => Promise<void>): RecordSource => {
  let page = 0;
  return {
    ...source,
    page: async (scope, entry, after) => {
      await at(page++);
      return source.page(scope, { ...entry, bytes: entry.records * (PAGE_BYTES / 2) }, after);
    },
  };
};

/** One contact center with a DataSync job, its runs, and the model that its imports are told to. */
class Sync {
  readonly model: SyncModel;
  /** How the runs ended. */
  readonly ends: string[] = [];
  /** Imports that came while a run read. */
  crossings = 0;
  readonly #ccid: string;
  readonly #type: DataType;
  #job: JobView | null = null;

  constructor(ccid: string, type: DataType) {
    this.#ccid = ccid;
    this.#type = type;
    this.model = new SyncModel(type);
  }

  async import(files: readonly Import[]): Promise<void> {
    for (const file of files) await importAll(this.#ccid, this.model.kindOf(file), this.model.import(file));
  }

  /** One more run to its end, a page a slice; tells the model what came of it. */
  async run(fate: Fate): Promise<void> {
    const job = await this.#start();
    const runId = Number((await history(this.#ccid, job.id)).at(-1)?.['id']);
    let planned = this.model.current();
    const source: RecordSource = {
      ...disturbed(cuttingSource, (page) => this.#disturb(fate, page, job)),
      begin: (...asked) => {
        planned = this.model.current();
        return cuttingSource.begin(...asked);
      },
    };
    const run = { ccid: this.#ccid, jobId: job.id, runId };
    await carryThrough(run, { source, config: { ...config, slicePages: 1 } });
    const status = (await history(this.#ccid, job.id)).at(-1)?.['status'];
    this.ends.push(String(status));
    if (status === 'Finished') this.model.finished(planned, linesOf(await entriesOfRun(this.#ccid, runId)));
  }

  /** Submits the job with its first run, and edits it for each of the next. */
  async #start(): Promise<JobView> {
    const request = {
      type: 'DataSync' as const,
      schedulerParam: { runs: 'daily' as const, immediately: true },
      jobParams: { type: this.#type, media: [] },
    };
    if (this.#job) {
      const edited = await updateJob(jobContext(), this.#ccid, {
        id: this.#job.id,
        request: jobRequest(request),
      });
      if (!edited.ok) throw new Error(JSON.stringify(edited));
      return edited.value;
    }
    this.#job = await submit(this.#ccid, request);
    return this.#job;
  }

  async #disturb(fate: Fate, page: number, job: JobView): Promise<void> {
    if (fate.kind === 'quiet' || fate.page !== page) return;
    if (fate.kind === 'imports') {
      await this.import(fate.meanwhile);
      this.crossings += fate.meanwhile.length;
    }
    if (fate.kind === 'is cancelled') await cancelJob(jobContext(), this.#ccid, job.id);
    if (fate.kind === 'fails') throw new RecordUnreadable('interactions', 'planted');
  }
}

/** The data lines of an archive. */
const linesOf = (entries: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(entries)
    .filter(([name]) => !name.startsWith('schema/') && name !== 'manifest.json')
    .flatMap(([, text]) => text.split('\n').filter(Boolean));

const page = fc.integer({ min: 0, max: 6 });
const disturbances = fc.oneof(
  fc.record({ kind: fc.constant('imports' as const), page, meanwhile: imports }),
  fc.record({ kind: fc.constantFrom('fails' as const, 'is cancelled' as const), page }),
);
const broken = fc.record({
  kind: fc.constantFrom('fails' as const, 'is cancelled' as const),
  page: fc.constant(0),
});
const crossed = fc.record({ kind: fc.constant('imports' as const), page, meanwhile: imports });
const quiet = fc.constant({ kind: 'quiet' as const });

/** Five runs: one is broken off, one is imported into, the last is left alone. */
const rounds: fc.Arbitrary<readonly Round[]> = fc
  .tuple(
    fc.array(imports, { minLength: 5, maxLength: 5 }),
    fc.tuple(broken, crossed, fc.oneof(quiet, disturbances), fc.oneof(quiet, disturbances)),
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  )
  .map(([befores, fates, order]) =>
    befores.map((before, at) => ({ before, fate: fates[order[at] ?? -1] ?? { kind: 'quiet' } })),
  );

describe.each(['Interaction', 'Contact'] as const)('DataSync of type %s', (type) => {
  it(
    'exports over five runs every last version and every one that stayed, none twice, whatever breaks in between',
    { timeout: 600_000 },
    async () => {
      const seen = new Map<string, number>();
      let crossings = 0;
      await fc.assert(
        fc.asyncProperty(rounds, async (five) => {
          const sync = new Sync(await newCenter('sync-model'), type);
          for (const { before, fate } of five) {
            await sync.import(before);
            await sync.run(fate);
          }
          expect(sync.model.wrong()).toEqual([]);
          expect(sync.ends).toHaveLength(5);
          expect(sync.ends.at(-1)).toBe('Finished');
          for (const end of sync.ends) seen.set(end, (seen.get(end) ?? 0) + 1);
          crossings += sync.crossings;
        }),
        { numRuns: HISTORIES, seed: 4, endOnFailure: true },
      );
      // The histories do what they are for.
      for (const end of ['Failed', 'Cancelled']) expect(seen.get(end) ?? 0).toBeGreaterThan(1);
      expect(crossings).toBeGreaterThan(HISTORIES / 3);
    },
  );
});
