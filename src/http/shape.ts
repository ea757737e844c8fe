import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fail, type Failure } from '../model/failures.ts';
import { failureOfIssue } from '../model/api/carried-failure.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/** What a validator found of a part of a request (`target`); `data` is the part as it came. */
type Validated =
  | { readonly success: true }
  | { readonly success: false; readonly target: string; readonly error: z.ZodError; readonly data?: unknown };

/** Answers what zod refused of a request: the first issue as a failure, its field by path. */
export const refuseShape = (result: Validated, c: Context<AppEnv>): Response | undefined =>
  result.success ? undefined : failed(c, shapeFailure(result));

function shapeFailure({ target, error, data }: Extract<Validated, { success: false }>): Failure {
  const [issue] = error.issues;
  const field = issue?.path.join('.') || (target === 'json' ? 'body' : target);
  const own = issue && failureOfIssue(issue, field);
  if (own) return own;
  const value = valueAt(data, issue?.path ?? []);
  if (issue && value === undefined) return fail('missing', field).failure;
  if (target !== 'json' && Array.isArray(value)) return fail('repeated', field).failure;
  switch (issue?.code) {
    case 'invalid_type':
      return fail('wrong-type', field, { expected: issue.expected }).failure;
    case 'invalid_value':
      return fail('not-one-of', field, { choices: issue.values.map(String).join(', ') }).failure;
    case 'too_big':
      return fail('too-long', field, { max: Number(issue.maximum) }).failure;
    default:
      return fail('not-taken', field).failure;
  }
}

/** The value at a path of what came; undefined where there is none. */
function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    // Whatever has own properties can be asked for them by name.
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}
