import { recordRoom } from '../../store/limits.ts';

/** How far an import may pass its contact center's limit before it looks again, bytes: looking reads all counters. */
export const ROOM_SLACK_BYTES = 20_000_000;

/**
 * The room that a contact center's limit of bytes leaves an import. What is counted here may replace what is there already, so
 * whoever has counted past the room looks: the counters know.
 */
export class RecordRoom {
  readonly #db: D1Database;
  readonly #ccid: string;
  readonly #slack: number;
  #left = Infinity;

  constructor(db: D1Database, ccid: string, slack = ROOM_SLACK_BYTES) {
    this.#db = db;
    this.#ccid = ccid;
    this.#slack = slack;
  }

  /** Counts a record; answers whether it is time to write what came and to look again. */
  count(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left < 0;
  }

  /** The limit where it is reached, else null; one statement. */
  async look(): Promise<number | null> {
    const room = await recordRoom(this.#db, this.#ccid);
    this.#left = room === null ? Infinity : Math.max(0, room.left) + this.#slack;
    return room !== null && room.left <= 0 ? room.max : null;
  }
}
