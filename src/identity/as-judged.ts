import { ok, type Result } from '../model/failures.ts';

/** A change of a row whose rules look at the row. */
interface Judging<Row, Written> {
  /** Reads the row, and judges by it whether it may be changed so. */
  readonly judge: () => Promise<Result<Row>>;
  /** What of the row the judgement stands on. */
  readonly by: (row: Row) => unknown;
  /** Writes, in a statement that does nothing where the row is not as it was judged. */
  readonly write: (row: Row) => Promise<Written | null>;
  /** Why nothing was written, where the row is as it was judged. */
  readonly refused: Result<never>;
}

/**
 * Changes a row only as it was judged: what somebody else made of it between reading and writing is judged anew. It goes round only where
 * somebody else has written.
 */
export async function asJudged<Row, Written>({
  judge,
  by,
  write,
  refused,
}: Judging<Row, Written>): Promise<Result<Written>> {
  let tried: string | null = null;
  for (;;) {
    const row = await judge();
    if (!row.ok) return row;
    const now = JSON.stringify(by(row.value));
    if (now === tried) return refused;
    const written = await write(row.value);
    if (written !== null) return ok(written);
    tried = now;
  }
}
