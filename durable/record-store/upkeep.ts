import type { CompactionMessage } from '../../src/model/compaction-message.ts';
import { DAY_MS, type Instant } from '../../src/model/instant.ts';
import { storeOfName } from '../../src/model/object-names.ts';
import { FORMAT } from '../../src/model/protocol.ts';
import { log } from '../../src/platform/log.ts';
import { settingsOf } from '../settings.ts';
import { COMPACTION_LIMITS, chooseWork } from './choose-work.ts';
import { collect, deleteGarbage, keepsRetired } from './collect.ts';
import { isCompacted } from './compacting.ts';
import type { RecordTables } from './record-tables.ts';
import { scrubPack } from './scrub.ts';

/** The bindings that a store uses; settings beside them are read by `settingsOf`. */
export type StoreBindings = Pick<Env, 'BUCKET' | 'COMPACTIONS'>;

/** What was retired or let go is removed after so long, and what is left after that in steps. */
export const COLLECT_MS = 60_000;
export const SOON_MS = 100;
/** What came is compacted once nothing has come for so long, or once it is so much. */
export const SETTLE_MS = 10_000;
const AT_ONCE_BYTES = 1_000_000_000;
/** What is kept for a while is looked after so often. */
const KEPT_MS = 6 * 3_600_000;
/** Pieces, tombstones and objects that one event removes. */
const AT_A_TIME = 500;

/** What a store does by itself: removes what nobody can ask for any more, and has somebody compact what came. */
export class StoreUpkeep {
  readonly #tables: RecordTables;
  readonly #env: StoreBindings;
  #cameAt: Instant = 0;
  #askedAt: Instant = -COLLECT_MS;
  /** The version at which there was nothing to compact. */
  #settledAt = -1;

  constructor(tables: RecordTables, env: StoreBindings) {
    this.#tables = tables;
    this.#env = env;
  }

  /** Records have come. */
  came(now: Instant): void {
    this.#cameAt = now;
  }

  /** Somebody waits for what overlaps to be merged. */
  wanted(): void {
    this.#cameAt = 0;
  }

  /** Does what is due; answers after how many milliseconds to look again, null where nothing is left. */
  async keepUp(now: Instant): Promise<number | null> {
    const tables = this.#tables;
    const keptMs = settingsOf(this.#env).restoreDays * DAY_MS;
    const more = collect(tables, now, { most: AT_A_TIME, keptMs });
    await deleteGarbage(tables, this.#env.BUCKET, AT_A_TIME);
    const scrubbed = await scrubPack(tables, this.#env.BUCKET);
    const compaction = await this.#haveCompacted(now);
    if (more || scrubbed || tables.garbage.list(1).length > 0) return SOON_MS;
    if (compaction !== null) return compaction;
    if (tables.isPinned()) return COLLECT_MS;
    return keepsRetired(tables) ? KEPT_MS : null;
  }

  /** Sends for whoever compacts, where there is something to do and nobody is at it; answers when to look again. */
  async #haveCompacted(now: Instant): Promise<number | null> {
    const tables = this.#tables;
    const { version } = tables.state;
    if (version === this.#settledAt) return null;
    if (isCompacted(tables, now) || now < this.#askedAt + COLLECT_MS) return COLLECT_MS;
    if (now < this.#cameAt + SETTLE_MS && tables.looseBytes < AT_ONCE_BYTES) return SETTLE_MS;
    if (!chooseWork(tables, COMPACTION_LIMITS)) {
      this.#settledAt = version;
      return null;
    }
    this.#askedAt = now;
    const message: CompactionMessage = { format: FORMAT, kind: 'compaction', ...storeOfName(tables.name) };
    await this.#env.COMPACTIONS.send(message).catch((error: unknown) =>
      log('message-unsent', { ccid: message.ccid, error }),
    );
    return COLLECT_MS;
  }
}
