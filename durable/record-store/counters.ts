import { dayOf } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';
import { kindCode } from '../../src/records/kinds.ts';
import type { PlacedRow } from './keys.ts';

interface Sum {
  records: number;
  bytes: number;
}

/** How many records come and go in one transaction, by kind, entity type, media and day. */
export class CounterChanges {
  readonly #sums = new Map<string, Sum>();

  /** Counts a record that comes (1) or goes (-1). */
  count(kind: Kind, { entity, media, date, size }: PlacedRow, by: 1 | -1): void {
    const key = JSON.stringify([kindCode(kind), entity, media, dayOf(date)]);
    const sum = this.#sums.get(key) ?? { records: 0, bytes: 0 };
    sum.records += by;
    sum.bytes += by * size;
    this.#sums.set(key, sum);
  }

  write(sql: SqlStorage): void {
    for (const [key, { records, bytes }] of this.#sums) {
      const place = JSON.parse(key) as [number, number, string, number]; // as `count` made it
      if (records === 0 && bytes === 0) continue;
      sql.exec(
        `INSERT INTO counters (kind, entity, media, day, records, bytes) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET records = records + excluded.records, bytes = bytes + excluded.bytes`,
        ...place,
        records,
        bytes,
      );
      sql.exec(
        'DELETE FROM counters WHERE kind = ? AND entity = ? AND media = ? AND day = ? AND records = 0',
        ...place,
      );
    }
  }
}
