import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { failureText } from '../../labels/failures/words.ts';
import { fail, ok, type Failure, type Result } from '../../model/failures.ts';
import type { AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import type { AnyAnswer } from '../lists/json-page.ts';
import { ASKED_NAME, ID } from '../openapi/fields.ts';
import { errors } from '../operation.ts';
import type { Refused } from '../../jobs/each-refused.ts';
import type { Version } from '../versions.ts';

/** What remains after a deletion in bulk, as the older versions say it: a bare array (reference, `DELETE /v3/files`). */
const Remaining = z
  .array(z.union([z.string().openapi(ASKED_NAME), z.number().int().openapi(ID)]))
  .openapi('Remaining', { description: 'Ids or names of what was not deleted.', example: [17, 23] });

/** The answers that every deletion in bulk declares. The older versions answer a partial one with 500, as the reference has it. */
export const bulkAnswers = (version: Version) => ({
  204: { description: 'Everything was deleted.' },
  ...errors(400, 401, 403),
  ...(version.current
    ? {}
    : {
        500: {
          description: 'Some could not be deleted; the answer lists them. The others are deleted.',
          content: { 'application/json': { schema: Remaining } },
        },
      }),
});

/** Answers a deletion in bulk: 204, or what was not deleted in the version's own form. */
export function bulkAnswer<T extends string | number>(
  c: Context<AppEnv>,
  version: Version,
  { field, refused }: { readonly field: string; readonly refused: readonly Refused<T>[] },
): Result<AnyAnswer> {
  return ok(bulkResponse(c, version, { field, refused }) as AnyAnswer); // 204, 400 or 500, as declared above
}

function bulkResponse<T extends string | number>(
  c: Context<AppEnv>,
  version: Version,
  { field, refused }: { readonly field: string; readonly refused: readonly Refused<T>[] },
): Response {
  const [first] = refused;
  if (!first) return c.body(null, 204);
  const remaining = refused.map(({ id }) => id);
  const reason = failureText(first.failure);
  const partial = fail('not-all-deleted', field, { count: remaining.length, reason });
  c.var.noted.refusal = partial.failure.code;
  if (!version.current) return c.json(remaining, 500);
  const reasons = Object.fromEntries(refused.map(({ id, failure }) => [id, failureText(failure)]));
  const codes = Object.fromEntries(refused.map(({ id, failure }) => [id, failure.code]));
  return failed(c, partial.failure, { remaining, reasons, codes });
}

/** Answers what was done to the rows of a selection, and to which of them it was not. */
export function selectionAnswer(c: Context<AppEnv>, count: number, refused: readonly Refused<number>[]) {
  const reasons = refused.map(({ id, failure }) => ({
    id,
    code: failure.code,
    message: failureText(failure),
  }));
  return ok(c.json({ done: count - refused.length, refused: reasons }, 200));
}

/** The failure of a deletion of one thing, or null. */
export const firstRefusal = <T>(refused: readonly Refused<T>[]): { ok: false; failure: Failure } | null =>
  refused[0] ? { ok: false, failure: refused[0].failure } : null;
