import type { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { isSentBack } from '../model/api/sent-back.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';
import { checkMembers, withoutNulls } from './member-names.ts';
import { JobAnswer } from './openapi/schemas.ts';

/** What an answer has that a body of the same job has not: the service sets it, and nothing is read of it. */
const ANSWERED = Object.keys(JobAnswer.shape);

/**
 * Stands behind `jsonBody` on routes whose body is a job: takes members that are null for absent and, where `strict`, refuses those
 * that there are not. Its request goes on under a plain `application/json`: the library's own check of the type takes fewer
 * parameters than RFC 9110 allows (section 8.3.1), such as an empty one, or one with a dot or in quotes.
 */
export function readableJob(
  schema: z.ZodType,
  { strict }: { readonly strict: boolean },
): MiddlewareHandler<AppEnv> {
  return readable(schema, (value) => {
    if (!strict) return null;
    return typeof value === 'object' && value !== null && isSentBack(value) ? ANSWERED : [];
  });
}

/** The same of any other body, of which every member is known. */
export const readableJson = (schema: z.ZodType): MiddlewareHandler<AppEnv> => readable(schema, () => []);

/** `ignored` tells which unknown members of a body pass; null: all. */
function readable(
  schema: z.ZodType,
  ignored: (value: unknown) => readonly string[] | null,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const value: unknown = await c.req.raw.json();
    const passing = ignored(value);
    const checked = passing && checkMembers(schema, value, passing);
    if (checked && !checked.ok) return failed(c, checked.failure);
    const headers = new Headers(c.req.raw.headers);
    headers.set('Content-Type', 'application/json');
    // The body is another one now; nobody reads its old length.
    headers.delete('Content-Length');
    const body = JSON.stringify(withoutNulls(schema, value));
    c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body });
    return next();
  };
}
