import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Failure } from '../model/failures.ts';
import { log } from '../platform/log.ts';

/** The one place where failures become HTTP statuses. */
const STATUS = {
  invalid: 400,
  refused: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-media': 415,
} as const satisfies Record<Failure['kind'], number>;
export type FailureStatus = (typeof STATUS)[Failure['kind']];

/** The body of every error but those whose shape is fixed from outside (semantics.md, "Codes"). */
export const ErrorBody = z
  .object({
    status: z.object({
      code: z.number().int().openapi({ description: 'The HTTP status.', example: 400 }),
      message: z.string().openapi({
        description: 'What is wrong and what to do about it.',
        example: 'title must have 1 to 255 characters after trimming',
      }),
      detail: z.record(z.string(), z.unknown()).openapi({
        description: 'The offending input, where there is one.',
        example: { field: 'title' },
      }),
    }),
  })
  .openapi('Error');
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The error body for a status; `field` is left out where no input is to blame. */
export const errorBody = (code: number, message: string, field?: string): ErrorBody => ({
  status: { code, message, detail: field ? { field } : {} },
});

/** The answer to an expected failure. */
export function failed(c: Context, failure: Failure): Response {
  // RFC 6750 section 3: a 401 names the scheme to use.
  if (failure.kind === 'unauthenticated') c.header('WWW-Authenticate', 'Bearer realm="udm"');
  const code = STATUS[failure.kind];
  return c.json(errorBody(code, failure.message, failure.field), code);
}

/** What zod refused of a request, as the service's error: the first issue, its field by path. */
export function refuseShape(
  result:
    | { readonly success: true }
    | { readonly success: false; readonly target: string; readonly error: z.ZodError },
  c: Context,
): Response | undefined {
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') || (result.target === 'json' ? 'body' : result.target);
  const message = `${field}: ${issue?.message ?? 'is not what this operation takes'}`;
  return failed(c, { kind: 'invalid', field, message });
}

/** The answer to a path that no route has. */
export const unknownPath = (c: Context): Response =>
  failed(c, {
    kind: 'not-found',
    field: 'path',
    message: 'There is nothing at this path; the API lives below /udm/v10.',
  });

/** The answer to whatever was thrown: a router's own refusals by their status, defects as a 500 without their inside. */
export function defect(error: Error, c: Context): Response {
  if (error instanceof HTTPException && error.status < 500) {
    return c.json(errorBody(error.status, error.message || 'The request cannot be read.'), error.status);
  }
  log('request-failed', { method: c.req.method, path: c.req.path.slice(0, 100), error });
  return c.json(
    errorBody(500, 'The service failed to answer; try again, and tell its operator if it stays.'),
    500,
  );
}
