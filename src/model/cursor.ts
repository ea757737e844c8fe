declare const opaque: unique symbol;

/**
 * Where a page ended. Plain JSON that only the source which made it can read; a checkpoint keeps it as it is, and the source
 * reads it again in another invocation, or in a later version of itself.
 */
export interface Cursor {
  readonly [opaque]: 'cursor';
}
