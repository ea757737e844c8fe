import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { Position } from '../../store/lists/list.ts';

/** What a cursor is good for: one list of one contact center, with one order and one set of filters. */
export type CursorScope = readonly unknown[];

const content = z.tuple([
  z.string(),
  z.union([z.string(), z.number()]),
  z.union([z.string(), z.number().int().nonnegative()]),
]);

/** Characters of a cursor at most; the longest key is a title of 255 characters, which folding may make a few times longer. */
export const MAX_CURSOR = 32_768;

/** The position as text for the client. It is no secret from who was shown the row, and needs no protection from change. */
export const writeCursor = (scope: CursorScope, { key, tie }: Position): string =>
  Buffer.from(JSON.stringify([markOf(scope), key, tie])).toString('base64url');

/**
 * The position of a cursor; null for the empty one, which asks for the first page. A cursor of another list, order, filter
 * or contact center is refused in the same words as one that never existed.
 */
export function readCursor(scope: CursorScope, text: string): Result<Position | null> {
  if (text === '') return ok(null);
  const parsed = text.length > MAX_CURSOR ? null : content.safeParse(decode(text)).data;
  if (!parsed || parsed[0] !== markOf(scope)) {
    return fail('foreign-cursor', 'cursor');
  }
  const [, key, tie] = parsed;
  return ok({ key, tie });
}

const markOf = (scope: CursorScope): string =>
  createHash('sha256').update(JSON.stringify(scope)).digest('base64url').slice(0, 16);

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
