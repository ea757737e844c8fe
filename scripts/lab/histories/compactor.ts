import { inflatePiece } from '../../../src/encoding/zip/inflate.ts';
import { compactOnce } from '../../../src/records/packed/compact.ts';
import { compacted, type Compacted } from '../../../src/records/packed/compaction-protocol.ts';
import type { PackPlace } from '../../../src/records/packed/piece.ts';
import type { CompactionLimits } from '../../../durable/record-store/chains.ts';
import { beginCompaction, commitCompaction, openInput } from '../../../durable/record-store/compacting.ts';
import type { StoreUnderTest } from './store.ts';

const HOUR_MS = 3_600_000;

/** What is worth compacting at once. */
export const EAGER: CompactionLimits = {
  bytes: 4_000,
  records: 100,
  pieces: 50,
  open: 4,
  depth: 1,
  least: 1,
  small: 2,
  dead: 1,
  share: 1_000_000,
};

/** What happens to whoever compacts: before each of their calls, and while the store does what it asks. */
export interface Disturbance {
  /** May throw: then they are gone. */
  readonly between: (call: string) => Promise<void>;
  readonly act: <T>(work: () => T) => Promise<T>;
}

const UNDISTURBED: Disturbance = { between: async () => undefined, act: async (work) => work() };

/** Whoever compacts a store, and what is left of them in R2. */
export class Compactor {
  readonly #store: Pick<StoreUnderTest, 'tables' | 'bucket' | 'now'>;
  /** Where pieces were put into packs. */
  readonly #written: (PackPlace & { readonly bytes: number })[] = [];
  #objects = 0;
  #isAtIt = false;
  /** What somebody was about to commit who was gone. */
  #late: Compacted | null = null;

  constructor(store: Pick<StoreUnderTest, 'tables' | 'bucket' | 'now'>) {
    this.#store = store;
  }

  /** Compacts once; `between` is called before each call of the store or of R2, and may throw: then whoever compacts is gone. */
  async compact(
    limits: CompactionLimits,
    { between, act }: Disturbance = UNDISTURBED,
  ): Promise<'nothing' | 'done' | 'overtaken'> {
    const before = <T extends unknown[], R>(call: string, made: (...args: T) => Promise<R>) => {
      return async (...args: T): Promise<R> => {
        await between(call);
        return made(...args);
      };
    };
    const { tables } = this.#store;
    const { get, put } = this.#store.bucket.binding;
    const id = `task-${(this.#objects += 1)}`;
    this.#isAtIt = true;
    return compactOnce({
      store: {
        beginCompaction: before('begin', () =>
          act(() => beginCompaction(tables, { id, now: this.#store.now, limits })),
        ),
        openInput: before('open', async (task: string, n: number) =>
          openInput(tables, { task, n, now: this.#store.now }),
        ),
        commitCompaction: async (done: Compacted) => {
          const received = compacted.parse(done);
          this.#late = received;
          await between('commit');
          this.#late = null;
          // Until now nobody but whoever compacts knows of the packs: the sweep has them, where nothing comes of it.
          this.#note(received);
          const isDone = await act(() => commitCompaction(tables, received, this.#store.now));
          await between('committed');
          // An answer that was lost is asked for again.
          if (commitCompaction(tables, received, this.#store.now) !== isDone)
            throw new Error('a commit that came again was answered differently');
          return isDone;
        },
      },
      bucket: { get: before('get', get), put: before('put', put) },
      newKey: () => `pack/${(this.#objects += 1)}`,
      breathe: async () => undefined,
    }).finally(() => {
      this.#isAtIt = false;
    });
  }

  /** What somebody was about to commit comes late, where somebody was. */
  commitLate(): void {
    if (this.#late && commitCompaction(this.#store.tables, this.#late, this.#store.now))
      this.#note(this.#late);
    this.#late = null;
  }

  #note({ pieces }: Compacted): void {
    for (const { pack, length, bytes } of pieces) if (pack) this.#written.push({ ...pack, length, bytes });
  }

  /** Every byte of a piece that still lies in some pack, whether any piece names it or not. */
  leftInPacks(): string {
    return this.#written
      .map(({ object, at, length, bytes }) => {
        const range = this.#store.bucket.objects.get(object)?.bytes.subarray(at, at + length);
        const isThere = range?.some((byte) => byte !== 0) ?? false;
        return range && isThere ? Buffer.from(inflatePiece(range, bytes)).toString() : '';
      })
      .join('\n');
  }

  /** Deletes packs that were written and never told of, as the sweep of R2 does once they are an hour old. */
  sweepOrphans(): void {
    if (this.#isAtIt) return;
    this.#store.now += HOUR_MS;
    for (const key of this.#store.bucket.objects.keys())
      if (key.startsWith('pack/') && !this.#store.tables.garbage.isNamed(key))
        this.#store.bucket.objects.delete(key);
  }
}
