/** Objects in R2 that a store does not name any more, large texts and packs, until they are gone. */
export class LargeGarbage {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Whether a record has its text in this object: in a piece, retired ones included, or waiting; or a piece lies in it. */
  isNamed(object: string): boolean {
    const rows = this.#sql
      .exec(
        `SELECT 1 FROM pieces WHERE object = ?1 AND object IS NOT NULL
        UNION ALL SELECT 1 FROM waiting WHERE object = ?1 AND object IS NOT NULL
        UNION ALL SELECT 1 FROM packed WHERE pack = ?1 LIMIT 1`,
        object,
      )
      .toArray();
    return rows.length > 0;
  }

  /** Objects that records have their texts in, behind one, in order. */
  named(after: string, most: number): readonly string[] {
    return this.#sql
      .exec<{ object: string }>(
        `SELECT object FROM pieces WHERE object > ?1 UNION SELECT object FROM waiting WHERE object > ?1 ORDER BY object LIMIT ?2`,
        after,
        most,
      )
      .toArray()
      .map(({ object }) => object);
  }

  /** A row that named this object is gone: so is the object, where no other one names it. */
  leave(object: string): void {
    if (!this.isNamed(object)) this.#sql.exec('INSERT OR IGNORE INTO garbage (object) VALUES (?)', object);
  }

  /** Objects to be deleted from R2, `most` of them. */
  list(most: number): readonly string[] {
    return this.#sql
      .exec<{ object: string }>('SELECT object FROM garbage LIMIT ?', most)
      .toArray()
      .map(({ object }) => object);
  }

  /** They are gone from R2. */
  forget(objects: readonly string[]): void {
    for (const object of objects) this.#sql.exec('DELETE FROM garbage WHERE object = ?', object);
  }
}
