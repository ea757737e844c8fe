/** Most bytes of one bound text: SQLite in an object takes 2 MB. */
const TEXT_BYTES = 1_000_000;

/** Rows as JSON arrays, to be bound and taken apart by json_each: as many as each may hold. */
export function* jsonTexts(rows: Iterable<unknown>): Generator<string, void> {
  let open: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    // Three bytes a unit at most: what JSON does not escape.
    size += 3 * text.length + 1;
    if (size > TEXT_BYTES && open.length > 0) {
      yield `[${open.join(',')}]`;
      [open, size] = [[], 3 * text.length + 1];
    }
    open.push(text);
  }
  if (open.length > 0) yield `[${open.join(',')}]`;
}

/** A blob as the platform answers it. */
export const blobOf = (value: SqlStorageValue): Uint8Array => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  // Tests in Node have SQLite's own bytes here, which the platform's types do not know.
  if (ArrayBuffer.isView(value)) return value as unknown as Uint8Array;
  throw new TypeError('a blob is no blob');
};
